import { lineStyle } from '../charts/line-style.ts'

/** The pages of questions and commentaries, and their lists. */
export const questionStyle = `
h1.wording { font-size: 1.7rem; }
.said { white-space: pre-line; }
figure.steps, figure.wide { grid-template-columns: minmax(0, 40rem); }
figure.steps svg.chart, figure.wide svg.chart { max-width: 40rem; }
svg .span { fill: var(--accent); fill-opacity: .35; stroke: var(--accent); }
svg .outcome { fill: var(--mark); stroke: var(--paper); }
.key { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.key li { max-width: 100%; min-height: 1.5rem; }
figure.diagram svg.sample { display: inline-block; width: 34px; height: 8px; vertical-align: middle; }
.said-table .quote { min-width: 14rem; overflow-wrap: anywhere; }
dl.changed dt { color: var(--soft); font: .92rem/1.7 var(--sans); }
dl.changed dd { margin: 0 0 .5rem; overflow-wrap: anywhere; }
del { color: var(--soft); }
ins { text-decoration: none; font-weight: 600; }
a.button { display: inline-block; padding: .5rem 1.1rem; color: var(--paper); background: var(--accent);
  border-radius: .25rem; font: 600 1rem var(--sans); text-decoration: none; }
li:target { background: var(--panel); }
@media (max-width: 36rem) { h1.wording { font-size: 1.4rem; } }
${lineStyle}
`

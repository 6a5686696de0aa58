import { lineStyle } from '../charts/line-style.ts'

/** The pages of questions and commentaries, and their lists. */
export const questionStyle = `
h1.wording { font-size: 1.7rem; }
.said { white-space: pre-line; }
figure.steps, figure.wide { grid-template-columns: minmax(0, 40rem); }
figure.steps svg.chart, figure.wide svg.chart { max-width: 40rem; }
svg .span { fill: var(--accent); fill-opacity: .35; stroke: var(--accent); }
svg .outcome { fill: var(--mark); stroke: var(--paper); }
ul.key { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
ul.key li { max-width: 100%; min-height: 1.5rem; }
figure.diagram svg.sample { display: inline-block; width: 34px; height: 8px; vertical-align: middle; }
.said-table th, .names { overflow-wrap: anywhere; }
.said-table tbody th { min-width: 8rem; max-width: 18rem; }
.said-table .quote { min-width: 14rem; overflow-wrap: anywhere; }
dl.changed dt { color: var(--soft); font: .92rem/1.7 var(--sans); }
dl.changed dd { margin: 0 0 .5rem; overflow-wrap: anywhere; }
del { color: var(--soft); }
ins { text-decoration: none; font-weight: 600; }
a.button { display: inline-block; padding: .5rem 1.1rem; color: var(--paper); background: var(--accent);
  border-radius: .25rem; font: 600 1rem var(--sans); text-decoration: none; }
form.row { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; max-width: 44rem; margin: .75rem 0; }
form.row p { margin: 0; }
form.row .field { flex: 1 1 11rem; }
form.row .note { flex: 1 0 100%; }
nav.filters, nav.pager { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .75rem 0; font-family: var(--sans); }
nav.filters a, nav.pager a { min-height: 1.5rem; }
nav.filters [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.names { columns: 17rem; padding: 0; list-style: none; }
.names li { padding: .2rem 0; break-inside: avoid; }
ul.bylines { margin: 0; padding: 0; list-style: none; }
.whole { max-width: 44rem; }
mark { color: inherit; background: var(--panel); box-shadow: inset 0 -.12rem 0 var(--accent); }
mark a { color: inherit; text-decoration: none; }
h2.asked { font-size: 1.25rem; }
li:target { background: var(--panel); }
@media (max-width: 36rem) { h1.wording { font-size: 1.4rem; } }
${lineStyle}
`

import { chartStyle } from './charts/colours.ts'
import { AUTHOR_STYLE } from './style/author.ts'
import { boardStyle } from './style/board.ts'
import { deskStyle } from './style/desk.ts'
import { NORMALIZE } from './style/normalize.ts'
import { questionStyle } from './style/question.ts'
import { reviewStyle } from './style/review.ts'
import { versioned } from './versioned.ts'

/** The whole style of the pages: text first, two colour schemes, nothing loaded from anywhere. */
export const STYLE = `${NORMALIZE}
:root {
  color-scheme: light dark;
  --ink: #1b1f23; --soft: #57606a; --paper: #fdfdfb; --panel: #f3f3ee; --line: #d5d5cc; --accent: #0b6e4f;
  --mark: #8a5a00; --focus: #0b57d0;
  --text: 'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, 'Noto Serif', 'DejaVu Serif', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif;
  --mono: ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e4de; --soft: #a3a89f; --paper: #15181a; --panel: #1e2225; --line: #363b3f; --accent: #6fcf97;
    --mark: #e3b341; --focus: #8ab4f8;
  }
}
html { text-size-adjust: 100%; }
body { background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 var(--text); }
main, header.site, footer.site { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
main { padding-bottom: 3rem; }
main:focus { outline: none; }
p, li, dd, blockquote { max-width: 44rem; overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: .15rem solid var(--focus); outline-offset: .15rem; }
.skip { position: absolute; left: -99rem; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { left: 0; top: 0; z-index: 1; }

header.site { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; padding-top: 1rem;
  padding-bottom: .75rem; font-family: var(--sans); }
header.site nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .95rem; }
.sandbox { max-width: none; margin: 0; padding: .5rem 1.25rem; border-bottom: .2rem solid var(--mark);
  background: var(--panel); font-family: var(--sans); font-size: .95rem; text-align: center; }
.mark { font: 700 1.2rem var(--text); color: var(--ink); text-decoration: none; }
footer.site { border-top: 1px solid var(--line); padding-top: 1rem; padding-bottom: 2rem; color: var(--soft);
  font-size: .92rem; }

h1, h2, h3, h4 { line-height: 1.2; text-wrap: balance; overflow-wrap: anywhere; }
h1 { font-size: 2rem; margin: 1.25rem 0 .5rem; }
h2 { font-size: 1.45rem; margin: 2.75rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.15rem; margin: 2rem 0 .35rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
.lead { font-size: 1.18rem; }
.note, .empty { font-size: .95rem; color: var(--soft); }
.caveat { border-left: .2rem solid var(--mark); padding-left: .8rem; }
small, .small { font-size: .85rem; color: var(--soft); }
.tag { font: .78rem var(--sans); color: var(--mark); white-space: nowrap; }

.scroll { overflow-x: auto; max-width: 100%; margin: .6rem 0 1rem; border: 1px solid var(--line); border-radius: .3rem; }
table { border-collapse: collapse; width: 100%; font: .92rem/1.4 var(--sans); }
.caption { margin: 1rem 0 -.1rem; color: var(--soft); font: .9rem/1.45 var(--sans); }
th, td { padding: .45rem .7rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { background: var(--panel); font-weight: 600; font-size: .84rem; vertical-align: bottom; }
thead th { border-top: 0; }
tbody th { font-weight: 600; }
.references { background: var(--panel); }
.references th { font-weight: 400; }
.references tr:first-child th { color: var(--soft); font-size: .84rem; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.figure { font-variant-numeric: tabular-nums; white-space: nowrap; }
.wrap { min-width: 11rem; }
.verdict { min-width: 15rem; overflow-wrap: break-word; }
td small, th small { display: block; font-weight: 400; white-space: normal; }
[title] { text-decoration: none; cursor: help; }

dl.facts { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .3rem 1.25rem; margin: .75rem 0; }
dl.facts dt { color: var(--soft); font: .92rem/1.7 var(--sans); }
dl.facts dd { margin: 0; }
.headline { font-size: 1.15rem; font-weight: 600; }
ol.plain, ul.plain { list-style: none; padding: 0; }
ol.plain > li, ul.plain > li { padding: .7rem 0; border-top: 1px solid var(--line); }
ol.plain p, ul.plain p { margin: .15rem 0; }
blockquote { margin: .2rem 0; padding: 0; font-style: italic; }
blockquote .said { white-space: pre-line; }
.field label { display: block; font: 600 .95rem var(--sans); }
.field small { display: block; }
fieldset { max-width: 44rem; margin: 1rem 0; border: 1px solid var(--line); border-radius: .3rem; }
legend { font: 600 .95rem var(--sans); }
input:not([type=radio], [type=checkbox]), select, textarea { width: 100%; padding: .45rem .6rem; color: var(--ink); background: var(--paper);
  border: 1px solid var(--soft); border-radius: .25rem; font: 1rem/1.45 var(--text); }
input:focus-visible, textarea:focus-visible { outline-offset: 0; }
input:is([type=radio], [type=checkbox]) { flex: none; width: 1.5rem; height: 1.5rem; margin: 0; vertical-align: middle; }
form.narrow, .narrow > form { max-width: 26rem; }
form p.check { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: .4rem 0; }
form p.check label { display: inline-flex; gap: .4rem; align-items: center; font: .95rem var(--sans); }
td form { display: inline-block; margin: 0 .35rem .3rem 0; }
td details form { display: block; margin: .6rem 0; }
td button { padding: .25rem .7rem; font-size: .85rem; }
button.quiet { color: var(--accent); background: transparent; border: 1px solid var(--accent); }
.secret { max-width: 44rem; padding: .6rem .9rem; border: 1px solid var(--accent); border-left-width: .3rem;
  border-radius: .3rem; background: var(--panel); }
.secret p { margin: .4rem 0; }
td details { margin: 0; }
.secret code { font-size: 1rem; user-select: all; }
button { padding: .5rem 1.1rem; color: var(--paper); background: var(--accent); border: 0; border-radius: .25rem;
  font: 600 1rem var(--sans); cursor: pointer; }
.alert { max-width: 44rem; padding: .1rem .8rem; border-left: .2rem solid var(--mark); background: var(--panel); }
figure.diagram { display: grid; grid-template-columns: minmax(0, 27rem); gap: .5rem 2rem; margin: 1.25rem 0; }
@media (min-width: 56rem) {
  figure.diagram { grid-template-columns: minmax(0, 27rem) minmax(0, 1fr); align-items: center; }
}
figure.diagram svg { display: block; width: 100%; height: auto; }
figcaption { margin-top: .4rem; color: var(--soft); font: .9rem/1.45 var(--sans); }
figcaption p { margin: .3rem 0; }
details { margin: .5rem 0; }
summary { cursor: pointer; font: .95rem var(--sans); color: var(--accent); }

code, pre { font-family: var(--mono); font-size: .88em; }
code { overflow-wrap: anywhere; }
td code, th code { overflow-wrap: normal; }
pre { overflow-x: auto; padding: .8rem 1rem; background: var(--panel); border: 1px solid var(--line);
  border-radius: .3rem; line-height: 1.45; }
.operation { margin-top: 2.25rem; }
.operation h3 { font-family: var(--mono); font-size: 1rem; font-weight: 600; }
.method { display: inline-block; min-width: 3.2rem; color: var(--accent); }
.toc { columns: 19rem; padding: 0; list-style: none; font: .9rem/1.5 var(--mono); max-width: none; }
.toc li { break-inside: avoid; padding: .1rem 0; max-width: none; overflow-wrap: anywhere; }
.toc ul { padding: 0 0 .6rem; list-style: none; }
.toc strong { font-family: var(--sans); }
:target { scroll-margin-top: .75rem; }
dt:target, h3:target, h4:target { background: var(--panel); box-shadow: 0 0 0 .4rem var(--panel); }

@media (max-width: 36rem) {
  body { font-size: 1rem; }
  main, header.site, footer.site { padding-left: .9rem; padding-right: .9rem; }
  h1 { font-size: 1.6rem; }
  dl.facts { grid-template-columns: 1fr; gap: 0; }
  dl.facts dd { margin-bottom: .6rem; }
  th, td { padding: .4rem .5rem; }
  .board th[scope=row], .board thead th:nth-child(2) { position: sticky; left: 0; z-index: 1; max-width: 8.5rem;
    background: var(--paper); box-shadow: 1px 0 var(--line); overflow-wrap: anywhere; }
  .board thead th:nth-child(2), .board .references th[scope=row] { background: var(--panel); }
  .verdict { min-width: 13rem; }
}
@media print {
  header.site nav, .skip { display: none; }
  .scroll { overflow: visible; border: 0; }
}
${boardStyle}
${deskStyle}
${AUTHOR_STYLE}
${chartStyle('auto')}
${questionStyle}
${reviewStyle}
`

export const STYLE_HREF = versioned('/style.css', STYLE)

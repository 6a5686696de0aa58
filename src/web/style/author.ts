/** The page of an author: the figures that lead, and the small page for the pages of others. */
export const AUTHOR_STYLE = `
dl.folded { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; margin: 1rem 0; }
dl.folded div { display: flex; flex-direction: column; }
dl.folded dt { color: var(--soft); font: .95rem var(--sans); }
dl.folded dd { margin: 0; font-size: 2.1rem; line-height: 1.15; font-weight: 600; font-variant-numeric: tabular-nums; }
dl.folded dd.ends { font: .88rem/1.4 var(--sans); color: var(--soft); }
dl.folded + .note { margin: -.5rem 0 1rem; }
ul.told { padding-left: 1.1rem; }
ul.told li { margin: .3rem 0; }
.embedded main { padding: .6rem .9rem; max-width: 40rem; }
.embedded h1 { margin: 0 0 .2rem; font-size: 1.25rem; }
.embedded p { margin: .3rem 0; }
@media print {
  details > summary { list-style: none; }
  blockquote, tr, figure { break-inside: avoid; }
}
`

/** The review desk: the article beside the candidate, each in sight while the other is read. */
export const reviewStyle = `
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
main:has(> .desk), body:has(.desk) > header.site, body:has(.desk) > footer.site { max-width: 84rem; }
th.title { min-width: 11rem; overflow-wrap: anywhere; }
.desk { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem 2.5rem; margin-top: 1rem; }
.desk h2 { margin-top: 0; padding-top: 0; border-top: 0; }
.decide h2 { font: 600 1.1rem var(--sans); }
.decide h2:focus { outline: none; }
.decide h2:focus-visible { outline: .15rem solid var(--focus); }
.decide h2 small { margin-left: .5rem; font-weight: 400; }
.decide blockquote { margin: .6rem 0; padding-left: .8rem; border-left: .2rem solid var(--accent); font-size: 1.15rem;
  white-space: pre-line; }
dl.found { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .15rem .9rem; margin: .6rem 0;
  font: .95rem/1.45 var(--sans); }
dl.found dt { color: var(--soft); }
dl.found dd { margin: 0; }
.decide fieldset { padding: .4rem .8rem .6rem; }
.decide .note { margin: .4rem 0; }
.decide .field { margin: .5rem 0; }
label.place { display: grid; align-items: start; grid-template-columns: auto minmax(0, 1fr); gap: .5rem; padding: .3rem 0;
  font: .95rem/1.4 var(--sans); overflow-wrap: anywhere; }
label.place input { margin: .25rem 0 0; }
label.place small { display: block; }
button.reason { display: block; width: 100%; margin: .25rem 0; padding: .35rem .7rem; font: .95rem/1.35 var(--sans);
  text-align: left; border-color: var(--line); }
form .row { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 .75rem; align-items: end; }
.steps { display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; font: .95rem var(--sans); }
.steps a { padding: .2rem 0; }
.done { max-width: none; margin: .75rem 0 0; padding: .35rem .8rem; background: var(--panel);
  border-left: .2rem solid var(--accent); font: .95rem var(--sans); }
.done form { display: inline; }
kbd { padding: .05rem .35rem; border: 1px solid currentColor; border-radius: .2rem; font: .8rem var(--mono); }
kbd.key { margin-right: .15rem; }
html[data-keys=off] kbd.key { visibility: hidden; }
@media (scripting: none) { kbd.key, .keys { display: none; } }
article.piece { min-width: 0; padding: 0 .75rem .75rem 0; }
article.piece p { white-space: pre-line; }
mark { padding: .05em .1em; color: inherit; background: transparent; border-radius: .15rem;
  box-shadow: inset 0 -.14em var(--mark); }
mark a { color: inherit; text-decoration: none; }
mark a:hover { text-decoration: underline; }
mark.accepted { box-shadow: inset 0 -.14em var(--accent); }
mark.rejected { box-shadow: none; text-decoration: underline dotted var(--soft); }
mark.current { background: color-mix(in srgb, var(--mark) 24%, var(--paper)); box-shadow: inset 0 -.14em var(--mark); }
#passage { scroll-margin: 6rem 0; }
@media (min-width: 60rem) {
  .desk { grid-template-columns: minmax(0, 1fr) minmax(0, 27rem); align-items: start; }
  .decide { grid-column: 2; grid-row: 1; }
  article.piece { grid-column: 1; grid-row: 1; position: sticky; top: 0; max-height: 100vh; overflow-y: auto; }
}
@media print {
  .desk-nav, .decide, .keys, .all, .done { display: none; }
  .desk { display: block; }
  article.piece { position: static; max-height: none; overflow: visible; }
}
`

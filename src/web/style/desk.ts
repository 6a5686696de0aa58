/** The review desk: the way between its queues, and evidence side by side. */
export const deskStyle = `
.desk-nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .5rem 0 1rem; padding: 0; list-style: none;
  font: .95rem var(--sans); }
.desk-nav a { display: inline-block; padding: .3rem 0; }
.desk-nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none;
  border-bottom: .15rem solid var(--accent); }
.sides { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 2rem; }
@media (min-width: 48rem) { .sides { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
.sides :is(h3, h4) { margin-top: .5rem; }
.panel { max-width: 62rem; margin: 1rem 0; padding: .25rem 1rem 1rem; border: 1px solid var(--line); border-radius: .3rem; }
.panel h2 { margin-top: .5rem; padding-top: 0; border-top: 0; font-size: 1.15rem; }
.panel form { margin-top: .75rem; }
form .buttons { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; }
textarea.short { min-height: 4rem; }
`

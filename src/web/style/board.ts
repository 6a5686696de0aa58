/** Boards: the form that chooses them, and names that stay legible beside wide rows. */
export const boardStyle = `
form.filters { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: 1.25rem 0; }
form.filters .field { flex: 0 1 14rem; margin: 0; min-width: 0; }
form.filters .buttons { display: flex; gap: 1rem; align-items: center; margin: 0; }
.board tbody th[scope=row] { min-width: 8rem; }
`

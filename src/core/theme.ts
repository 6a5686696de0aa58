/** How a picture is coloured: as the reader's device prefers, or always light or dark. */
export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

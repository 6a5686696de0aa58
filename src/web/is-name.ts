/** Longer than any slug or id; NUL is in none, and no database takes it. */
export const isName = (asked: string): boolean => asked.length <= 300 && !asked.includes('\u0000')

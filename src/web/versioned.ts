/** The address of a file with a short mark of its content: a changed file is a new address, and the old one may be kept for long. */
export const versioned = (path: string, content: string): string => {
  const mark = [...content].reduce((so, letter) => (so * 31 + letter.charCodeAt(0)) % 2_147_483_647, 7)
  return `${path}?v=${mark.toString(36)}`
}

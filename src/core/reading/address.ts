import type { Clues } from './clues.ts'

const dated = /\/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?=[/-]|$)/

/** The date that an address carries: `/2026/02/10/title` is a day, `/2026/02/title` a month. */
export const addressClues = (url: string | null): Clues => {
  const path = url && URL.canParse(url) ? new URL(url).pathname : ''
  const [part, year, month, day] = dated.exec(path) ?? []
  if (!part) return {}
  return {
    dates: [{ says: 'address', value: [year, month, day].filter(Boolean).join('-'), from: `the address ${part}` }],
  }
}

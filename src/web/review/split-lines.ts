import { Problem } from '../../core/problem.ts'

type Passage = { quote: string; start: number }
type Stretch = { start: number; end: number }

/** A text with every run of blanks as one, and where each of its letters stands in the text. */
const collapsed = (text: string): { words: string; places: number[] } => {
  const places: number[] = []
  let words = ''
  for (let at = 0; at < text.length; at++) {
    const blank = (text[at] ?? '').trim() === ''
    if (blank && (words === '' || words.endsWith(' '))) continue
    words += blank ? ' ' : text[at]
    places.push(at)
  }
  return { words, places }
}

/**
 * The parts of a passage that somebody wrote one a line, as offsets into its text. A line is a stretch of the passage, whatever
 * blanks it is broken by, found after the line before it where it stands there. Throws `invalid-input` for other words.
 *
 * `partsInLines('It rains.\nIt snows.', { quote: 'It rains. It snows.', start: 5 })` is `[{ start: 5, end: 14 }, { start: 15, end: 24 }]`
 */
export const partsInLines = (typed: string, { quote, start }: Passage): Stretch[] => {
  const { words, places } = collapsed(quote)
  let after = 0
  return typed
    .split('\n')
    .map((line) => collapsed(line).words.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const later = words.indexOf(line, after)
      const at = later < 0 ? words.indexOf(line) : later
      if (at < 0) {
        const detail = `these words are not in the passage: ${line.slice(0, 200)}`
        throw new Problem('invalid-input', detail, 'leave words out, but change none', [{ field: 'parts', detail }])
      }
      after = at + line.length
      return { start: start + (places[at] ?? 0), end: start + (places[after - 1] ?? 0) + 1 }
    })
}

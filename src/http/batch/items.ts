import { Problem } from '../../core/problem.ts'
import { decode, parseJson, unstorable } from '../body.ts'
import type { Line } from './lines.ts'

/** What stands on a line, or on several where a quoted text of a CSV breaks over them, or why nothing can be read there. */
export type Item = { line: number; through: number } & (
  | { value: unknown; problem?: undefined }
  | { value?: undefined; problem: Problem }
)

/** Makes items of lines as they come; `end` of what it still waits for the rest of. */
export type ItemReader = { take: (lines: readonly Line[]) => Item[]; end: () => Item[] }

/** The longest line that is read: more than every field of an item together may hold. */
export const LONGEST_LINE = 250_000

export const tooLong = (): Problem =>
  new Problem('body-too-large', `the line is longer than ${LONGEST_LINE / 1000} kB`, 'send one item a line')

/** The text of a line. Throws `body-too-large`, `not-text`. */
export const textOf = ({ bytes }: Line): string => {
  if (bytes === null) throw tooLong()
  return decode(bytes)
}

/** A value that the database can keep. Throws `not-text`. */
export const storable = (value: unknown): unknown => {
  const broken = unstorable(value)
  if (broken.length > 0) throw new Problem('not-text', 'the text cannot be kept', 'send plain text', broken)
  return value
}

/** What a reading gives, or the problem that it threw. */
export const itemOf = (line: number, through: number, read: () => unknown): Item => {
  try {
    return { line, through, value: read() }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { line, through, problem: error }
  }
}

const BLANK = /^[ \t]*$/

/** The text of a line that may be empty; a line that cannot be read is not. */
export const isBlank = ({ bytes }: Line): boolean =>
  bytes !== null && (bytes.length === 0 || (bytes.length < 80 && BLANK.test(new TextDecoder().decode(bytes))))

/** One JSON value a line; empty lines are passed over. */
export const ndjsonReader = (): ItemReader => ({
  take: (lines) =>
    lines
      .filter((line) => !isBlank(line))
      .map((line) => itemOf(line.line, line.line, () => storable(parseJson(textOf(line))))),
  end: () => [],
})

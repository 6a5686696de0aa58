import { nameKey } from './author.ts'
import type { Commentary } from './commentary.ts'
import { addressIdentity } from './fetching/canonical-url.ts'
import { type FieldProblem, Problem } from './problem.ts'
import { dayOf, type Instant } from './time.ts'

/** What is told beside a text. No byline and null are what is left out. */
export type ToldBeside = {
  bylines: readonly string[]
  publisher: string | null
  url: string | null
  publishedEarliest: Instant
  publishedLatest: Instant
}

const keysOf = (names: readonly string[]): string[] => [...new Set(names.map(nameKey))].sort()

const namesOf = ({ bylines }: Commentary): string[] => bylines.map(({ name }) => name)
/** Whether the same names sign, whatever their order, case and spaces. */
const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify(keysOf(a)) === JSON.stringify(keysOf(b))

/**
 * Which of the records of one text is the piece that is told of, oldest first: any, where no byline is told or the text is
 * long enough to tell a piece by; else the one with the same bylines, since a few words may be anybody's.
 */
export const recordMeant = (
  told: Pick<ToldBeside, 'bylines'>,
  standing: readonly Commentary[],
  short: boolean,
): Commentary | null => {
  const signed = standing.find((record) => sameNames(told.bylines, namesOf(record)))
  if (signed) return signed
  return short && told.bylines.length > 0 ? null : (standing[0] ?? null)
}

const list = (names: readonly string[]): string => (names.length > 0 ? names.join(', ') : 'no byline')
const daysOf = (earliest: Instant, latest: Instant): string =>
  [...new Set([dayOf(earliest), dayOf(latest)])].join(' to ')

/**
 * What is told of a text and cannot be true together with its record. What is left out contradicts nothing; neither does an
 * address where the record has none, nor a day within its bounds.
 */
export const contradictions = (told: ToldBeside, record: Commentary): FieldProblem[] => {
  const found: FieldProblem[] = []
  const note = (field: string, has: string, says: string): void => {
    found.push({ field, detail: `${record.id} has ${has}, this says ${says}` })
  }
  const names = namesOf(record)
  if (told.bylines.length > 0 && !sameNames(told.bylines, names)) note('bylines', list(names), list(told.bylines))
  const { publisher } = told
  if (publisher !== null && nameKey(publisher) !== nameKey(record.publisher ?? '')) {
    note('publisher', record.publisher ?? 'no publisher', publisher)
  }
  const { earliest, latest } = record.published
  if (told.publishedLatest < earliest || told.publishedEarliest > latest) {
    note('publishedOn', daysOf(earliest, latest), daysOf(told.publishedEarliest, told.publishedLatest))
  }
  if (told.url !== null && record.url !== null && addressIdentity(told.url) !== addressIdentity(record.url)) {
    note('url', record.url, told.url)
  }
  return found
}

/** Throws `already-exists` where what is told contradicts the record of the same text. */
export const mustAgree = (told: ToldBeside, record: Commentary): void => {
  const fields = contradictions(told, record)
  if (fields.length === 0) return
  const named = fields.map(({ field }) => field).join(', ')
  throw new Problem(
    'already-exists',
    `the same text is recorded as ${record.id}, with other details: ${named}`,
    `read /v1/commentaries/${record.id}; if it is that piece, leave the fields named out, or send only the url of a copy; if it is another, send its whole text with what sets it apart`,
    fields,
  )
}

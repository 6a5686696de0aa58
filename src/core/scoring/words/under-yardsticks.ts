import { total } from '../counts.ts'
import { type BandScores, bandScores, type ScoreBounds } from './band-scores.ts'
import { type Band, type Lexicon, readingOf, type Statements } from './word-counts.ts'

/** A standard's terms with their bands, and which of our phrases are said in which term. */
export type Yardstick = { id: string; name?: string; terms: Lexicon<Band>; termOf: Readonly<Record<string, string>> }

/**
 * The score of the statements that a standard has words for. `midpoint` and `expectedUniform` are null when a phrase in use
 * has a band within which the standard sets another, `openBands`: there the middle of the band is nobody's meaning.
 */
export type UnderYardstick = {
  yardstick: string
  covered: number
  statements: number
  notCovered: string[]
  openBands: string[]
  free: ScoreBounds | null
  shared: ScoreBounds | null
  midpoint: number | null
  expectedUniform: number | null
}

const contains = (outer: Band, inner: Band): boolean =>
  outer.low <= inner.low && inner.high <= outer.high && outer.high - outer.low > inner.high - inner.low

const isOpen = ({ terms }: Yardstick, band: Band): boolean =>
  Object.values(terms).some((other) => contains(band, other))

const under = ({ numbers, words }: Statements, yardstick: Yardstick): UnderYardstick => {
  const { id, terms, termOf } = yardstick
  const bands = Object.fromEntries(Object.entries(termOf).map(([phrase, term]) => [phrase, readingOf(terms, term)]))
  const knows = (phrase: string): boolean => Object.hasOwn(bands, phrase)
  const said = words.filter(({ n }) => n > 0)
  const covered = said.filter(({ phrase }) => knows(phrase))
  const phrases = [...new Set(covered.map(({ phrase }) => phrase))].sort()
  const openBands = phrases.filter((phrase) => isOpen(yardstick, readingOf(bands, phrase)))
  const scores: BandScores | null = bandScores({ numbers, words: covered }, bands)
  const point = openBands.length === 0 ? scores : null
  return {
    yardstick: id,
    covered: total(numbers).n + total(covered).n,
    statements: total(numbers).n + total(said).n,
    notCovered: [...new Set(said.map(({ phrase }) => phrase).filter((phrase) => !knows(phrase)))].sort(),
    openBands,
    free: scores?.free ?? null,
    shared: scores?.shared ?? null,
    midpoint: point?.midpoint ?? null,
    expectedUniform: point?.expectedUniform ?? null,
  }
}

/**
 * Mean Brier score (0 best, 1 worst) under each standard's bands, in the order given. Only numbers and phrases that a standard
 * has are scored, so scores under two standards are comparable only where they cover the same: read `covered` beside them.
 * Scores are null when nothing is covered.
 *
 * Example: "likely" said twice, once true: under ICD 203 (.55 to .8) shared .2525 to .34, midpoint .2806; under the IPCC
 * (.66 to 1, which holds "very likely", .9 to 1) shared .2756 to .5 and no midpoint.
 */
export const underYardsticks = (statements: Statements, yardsticks: readonly Yardstick[]): UnderYardstick[] =>
  yardsticks.map((yardstick) => under(statements, yardstick))

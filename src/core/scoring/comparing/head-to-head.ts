import { brierLoss } from '../binary/proper-scores.ts'
import { familyInterval } from '../intervals/family.ts'
import { sumsByFamily } from '../tally.ts'

/** Two forecasters are compared on at least this many common questions. */
export const MINIMUM_COMMON = 10

/** What one forecaster said on one question and whether it came true. */
export type BoardItem = { question: string; family: string; p: number; outcome: 0 | 1 }
export type Contender = { id: string; items: readonly BoardItem[] }

/** Of two: 1 the one is better beyond the interval, −1 the other is, 0 neither, null never compared. */
export type Told = 1 | -1 | 0 | null
/** Row by column: what is told of the one of the row beside the one of the column. */
export type Matrix = readonly (readonly Told[])[]

export type Loss = { family: string; loss: number }
export type LossByQuestion = ReadonlyMap<string, Loss>

/** Brier losses by what was asked and how it came out; the first of several on one question. */
export const lossesByQuestion = ({ items }: Contender): LossByQuestion => {
  const losses = new Map<string, Loss>()
  for (const { question, family, p, outcome } of items) {
    const event = `${outcome} ${question}`
    if (!losses.has(event)) losses.set(event, { family, loss: brierLoss(p, { n: 1, hits: outcome }) })
  }
  return losses
}

const differencesOf = (one: LossByQuestion, other: LossByQuestion): Loss[] => {
  const differences: Loss[] = []
  for (const [question, { family, loss }] of one) {
    const theirs = other.get(question)
    if (theirs) differences.push({ family, loss: theirs.loss - loss })
  }
  return differences
}

const toldOf = (one: LossByQuestion, other: LossByQuestion): Told => {
  const differences = differencesOf(one, other)
  if (differences.length < MINIMUM_COMMON) return null
  const { interval } = familyInterval(sumsByFamily(differences), { range: { low: -1, high: 1 } }) ?? { interval: null }
  if (interval === null) return 0
  if (interval.low > 0) return 1
  return interval.high < 0 ? -1 : 0
}

/** Each two compared once; what is told of the other is the opposite. */
export const matrixOf = (many: number, compare: (one: number, other: number) => Told): Matrix => {
  const matrix = Array.from({ length: many }, () => Array<Told>(many).fill(null))
  for (let one = 0; one < many; one++) {
    for (let other = one + 1; other < many; other++) {
      const told = compare(one, other)
      const [row, column] = [matrix[one], matrix[other]]
      if (row) row[other] = told
      if (column) column[one] = told === null || told === 0 ? told : told === 1 ? -1 : 1
    }
  }
  return matrix
}

/**
 * Every two on their common questions, those that came out alike for both: the mean of (loss of the other − loss of the one), with the 95 %
 * interval clustered by family; told apart where the interval lies on one side of 0. Null below ten common questions.
 *
 * Example: .8 and .6 said on ten questions of ten families, all true: 1 in the row of the first, −1 in that of the second.
 */
export const comparedInPairs = (losses: readonly LossByQuestion[]): Matrix =>
  matrixOf(losses.length, (one, other) => toldOf(losses[one] ?? new Map(), losses[other] ?? new Map()))

/** `value` is what orders, higher is better. */
export type Standing = { id: string; value: number }
export type HeadToHeadPlace = { id: string; rank: number; tiedWith: string[] }

/**
 * Places by value, best first, then by fewest who are better, then by id. One's rank is one more than the number of those told
 * to be better, never smaller than that of anybody above and never greater than one's place in the list; the first has rank 1.
 * So not to be told apart puts nobody first. Ties are those who were compared and not told apart; who was never compared is none.
 *
 * Example: a beats c, b was compared with neither, values .2, .1, −.1 → ranks 1, 1, 2, no ties.
 */
export const placesOf = (standings: readonly Standing[], matrix: Matrix): HeadToHeadPlace[] => {
  const ordered = standings
    .map(({ id, value }, at) => ({ id, value, row: matrix[at] ?? [] }))
    .map((one) => ({ ...one, better: one.row.filter((told) => told === -1).length }))
    .sort((a, b) => b.value - a.value || a.better - b.better || (a.id < b.id ? -1 : 1))
  // Where the first is beaten by somebody below, all move up: a list without a first place says nothing.
  const above = ordered[0]?.better ?? 0
  let least = 1
  return ordered.map(({ id, better, row }, at) => {
    least = Math.max(least, Math.min(at + 1, 1 + better - above))
    const tied = standings.filter((_, other) => row[other] === 0)
    return { id, rank: least, tiedWith: tied.map((other) => other.id) }
  })
}

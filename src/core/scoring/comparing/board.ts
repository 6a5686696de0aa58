import { familyInterval } from '../intervals/family.ts'
import { sumsByFamily } from '../tally.ts'
import {
  type Contender,
  comparedInPairs,
  type Loss,
  type LossByQuestion,
  lossesByQuestion,
  MINIMUM_COMMON,
  placesOf,
} from './head-to-head.ts'

/** `rank` from 1, see `placesOf`; `tiedWith` who was compared head to head and could not be told apart. */
export type Placing = {
  id: string
  rank: number
  tiedWith: string[]
  commonQuestions: number
  families: number
  meanDifference: number
  low: number | null
  high: number | null
}
export type Board = { placed: Placing[]; unplaced: { id: string; rule: string }[] }

type Answered = { n: number; losses: number }

/** Everybody's losses by question, summed once. */
const sumsByQuestion = (all: readonly LossByQuestion[]): Map<string, Answered> => {
  const sums = new Map<string, Answered>()
  for (const losses of all) {
    for (const [question, { loss }] of losses) {
      const so = sums.get(question)
      if (so) {
        so.n++
        so.losses += loss
      } else sums.set(question, { n: 1, losses: loss })
    }
  }
  return sums
}

/** Per question that others answered too: the others' mean loss less one's own. */
const fromOthers = (own: LossByQuestion, sums: ReadonlyMap<string, Answered>): Loss[] => {
  const differences: Loss[] = []
  for (const [question, { family, loss }] of own) {
    const { n, losses } = sums.get(question) ?? { n: 0, losses: 0 }
    if (n > 1) differences.push({ family, loss: (losses - loss) / (n - 1) - loss })
  }
  return differences
}

const measuredOf = (differences: readonly Loss[]): Omit<Placing, 'id' | 'rank' | 'tiedWith'> | null => {
  const mean = familyInterval(sumsByFamily(differences), { range: { low: -1, high: 1 } })
  if (!mean) return null
  const { low = null, high = null } = mean.interval ?? {}
  return { commonQuestions: differences.length, families: mean.families, meanDifference: mean.mean, low, high }
}

const RULE = `a rank needs ${MINIMUM_COMMON} questions in common with another ranked author`

/**
 * Orders forecasters by their mean paired Brier difference from the other placed ones on the questions that those answered too
 * (positive: better than the others; −1 to 1), with its 95 % interval clustered by family. The raw score orders nobody.
 * Contenders with fewer than ten questions in common with any other are not placed. Ranks and ties: see `placesOf`.
 *
 * Example: a says .8 and b .6 on ten questions that all came true: a .16 − .04 = +.12, b −.12, ranks 1 and 2.
 */
export const board = (contenders: readonly Contender[]): Board => {
  const ordered = contenders.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)))
  const losses = ordered.map(lossesByQuestion)
  const matrix = comparedInPairs(losses)
  const isPlaced = (_: unknown, at: number): boolean => matrix[at]?.some((told) => told !== null) ?? false
  const placeable = ordered.filter(isPlaced)
  const own = losses.filter(isPlaced)
  const sums = sumsByQuestion(own)
  const measured = new Map(placeable.map(({ id }, at) => [id, measuredOf(fromOthers(own[at] ?? new Map(), sums))]))
  const places = placesOf(
    placeable.map(({ id }) => ({ id, value: measured.get(id)?.meanDifference ?? 0 })),
    matrix.filter(isPlaced).map((row) => row.filter(isPlaced)),
  )
  return {
    placed: places.flatMap((place): Placing[] => {
      const figures = measured.get(place.id)
      return figures ? [{ ...place, ...figures }] : []
    }),
    unplaced: contenders.filter(({ id }) => !measured.has(id)).map(({ id }) => ({ id, rule: RULE })),
  }
}

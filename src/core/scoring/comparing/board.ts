import { brierLoss } from '../binary/proper-scores.ts'
import { familyInterval } from '../intervals/family.ts'
import { sumsByFamily } from '../tally.ts'
import { paired } from './paired.ts'

/** Two forecasters are compared on at least this many common questions. */
export const MINIMUM_COMMON = 10

/** What one forecaster said on one question and whether it came true. */
export type BoardItem = { question: string; family: string; p: number; outcome: 0 | 1 }
export type Contender = { id: string; items: readonly BoardItem[] }

/** `rank` is one more than the number of contenders who are better beyond the 95 % interval; equal ranks are ties. */
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

type Loss = { family: string; loss: number }
const commonWith = (one: Contender, other: Contender): number => {
  const asked = new Set(other.items.map(({ question }) => question))
  return one.items.filter(({ question }) => asked.has(question)).length
}

/** Head to head on common questions; `better` when the whole interval is on this side. */
const beats = (one: Contender, other: Contender): boolean => {
  const others = new Map(other.items.map((item) => [item.question, item]))
  const pairs = one.items.flatMap(({ question, family, p, outcome }) => {
    const theirs = others.get(question)
    if (!theirs) return []
    // Versions of one question may come out apart: what they said is then turned to this one's outcome.
    const second = theirs.outcome === outcome ? theirs.p : 1 - theirs.p
    return [{ family, first: p, second, outcome }]
  })
  if (pairs.length < MINIMUM_COMMON) return false
  const difference = paired(pairs)
  return difference?.low !== null && difference !== null && difference.low > 0
}

/** Per question that others answered too: the others' mean loss less one's own. */
const againstField = (one: Contender, field: readonly Contender[]): Loss[] => {
  const losses = new Map<string, number[]>()
  for (const other of field) {
    for (const { question, p, outcome } of other.items) {
      losses.set(question, [...(losses.get(question) ?? []), brierLoss(p, { n: 1, hits: outcome })])
    }
  }
  return one.items.flatMap(({ question, family, p, outcome }) => {
    const theirs = losses.get(question)
    if (!theirs) return []
    const mean = theirs.reduce((so, loss) => so + loss, 0) / theirs.length
    return [{ family, loss: mean - brierLoss(p, { n: 1, hits: outcome }) }]
  })
}

/**
 * Orders forecasters by their mean paired Brier difference from the others on common questions (positive: better than
 * the others; −1 to 1), with its 95 % interval clustered by family. The raw score orders nobody. Contenders with fewer
 * than ten questions in common with any other are not placed. Two who cannot be told apart head to head are ties.
 *
 * Example: a says .8 and b .6 on ten questions that all came true: a .16 − .04 = +.12, b −.12, ranks 1 and 2.
 */
export const board = (contenders: readonly Contender[]): Board => {
  const fieldOf = (one: Contender): Contender[] =>
    contenders.filter((other) => other.id !== one.id && commonWith(one, other) >= MINIMUM_COMMON)
  const [placeable, alone] = [
    contenders.filter((one) => fieldOf(one).length > 0),
    contenders.filter((one) => fieldOf(one).length === 0),
  ]
  const placed = placeable.flatMap((one): Placing[] => {
    const differences = againstField(one, fieldOf(one))
    const mean = familyInterval(sumsByFamily(differences), { range: { low: -1, high: 1 } })
    if (!mean) return []
    const better = placeable.filter((other) => other.id !== one.id && beats(other, one))
    const worse = placeable.filter((other) => other.id !== one.id && beats(one, other))
    const told = new Set([...better, ...worse].map(({ id }) => id))
    return [
      {
        id: one.id,
        rank: better.length + 1,
        tiedWith: placeable.filter(({ id }) => id !== one.id && !told.has(id)).map(({ id }) => id),
        commonQuestions: differences.length,
        families: mean.families,
        meanDifference: mean.mean,
        low: mean.interval?.low ?? null,
        high: mean.interval?.high ?? null,
      },
    ]
  })
  return {
    placed: placed.sort((a, b) => a.rank - b.rank || b.meanDifference - a.meanDifference),
    unplaced: alone.map(({ id }) => ({
      id,
      rule: `a rank needs ${MINIMUM_COMMON} questions in common with another ranked author`,
    })),
  }
}

import { brierLoss } from '../binary/proper-scores.ts'
import { familyError, familyInterval } from '../intervals/family.ts'
import { sumsByFamily } from '../tally.ts'
import { crowdDifferences } from './crowd-difference.ts'
import { MINIMUM_COMMON } from './head-to-head.ts'

/** A scored forecast with what references said beside it, by name. */
export type Rated = {
  question: string
  family: string
  p: number
  outcome: 0 | 1
  references: Readonly<Record<string, number>>
  /** When, on any clock that runs forward. */
  said?: number
}
export type Rival = { id: string; items: readonly Rated[] }

/**
 * The event that a forecast is scored by: what was asked, and how that came out. Of one question with two outcomes, as where a
 * person settled a version apart, there are two, and who is scored by the one is not held against who is scored by the other.
 */
export const eventOf = ({ question, outcome }: Pick<Rated, 'question' | 'outcome'>): string => `${outcome} ${question}`

/** The name under which differences from the other forecasters go. */
export const OTHERS = 'others'

/**
 * How much less a forecaster lost on average than what they are held against: `mean` −1 to 1, **positive is better**, with
 * standard error and 95 % interval clustered by family (null below two families).
 */
export type MeasuredEffect = {
  against: string
  mean: number
  error: number | null
  low: number | null
  high: number | null
  commonQuestions: number
  families: number
}

/**
 * `unmeasured` holds who has too little to be compared with what the board is against, and why. `saidBefore`, of a difference
 * from the others: the share of their statements that was said no later than one's own on the same question, 0 to 1.
 */
export type Effects = {
  against: string
  measured: Map<string, MeasuredEffect>
  unmeasured: Map<string, string>
  saidBefore: Map<string, number>
}

type Difference = { family: string; loss: number }
const lossOf = (p: number, outcome: 0 | 1): number => brierLoss(p, { n: 1, hits: outcome })

/** Those who have ten questions in common with others of themselves: who has fewer goes, until nobody does. */
const comparableOf = (rivals: readonly Rival[]): Rival[] => {
  const asked = new Map<string, number>()
  for (const item of rivals.flatMap(({ items }) => items)) asked.set(eventOf(item), (asked.get(eventOf(item)) ?? 0) + 1)
  const isShared = (item: Rated): boolean => (asked.get(eventOf(item)) ?? 0) > 1
  const left = rivals.filter(({ items }) => items.filter(isShared).length >= MINIMUM_COMMON)
  return left.length === rivals.length ? left : comparableOf(left)
}

const beside = ({ items }: Rival, reference: string): Difference[] =>
  items.flatMap(({ family, p, outcome, references }) => {
    const theirs = references[reference]
    return theirs === undefined ? [] : [{ family, loss: lossOf(theirs, outcome) - lossOf(p, outcome) }]
  })

const fromOthers = (rivals: readonly Rival[]): Map<string, Difference[]> => {
  const families = new Map(rivals.flatMap(({ items }) => items.map((item) => [eventOf(item), item.family])))
  const losses = rivals.flatMap(({ id, items }) =>
    items.map((item) => ({ forecaster: id, question: eventOf(item), loss: lossOf(item.p, item.outcome) })),
  )
  const byRival = new Map(rivals.map(({ id }) => [id, [] as Difference[]]))
  for (const { forecaster, question, difference } of crowdDifferences(losses))
    byRival.get(forecaster)?.push({ family: families.get(question) ?? question, loss: difference })
  return byRival
}

/**
 * Of all that others said on one's questions, the share that was said no later than one's own statement there, by forecaster. Who
 * answers late knows more, and is held against others all the same: to hold them against earlier statements alone would reward waiting.
 * None where it is unknown of anything when it was said. Example: a on day 1, b on day 2, of one question: a 0, b 1.
 */
export const saidBeforeOf = (rivals: readonly Rival[]): Map<string, number> => {
  const all = rivals.flatMap(({ items }) => items)
  if (all.some(({ said }) => said === undefined)) return new Map()
  const byEvent = new Map<string, number[]>()
  for (const item of all) {
    const [event, { said = 0 }] = [eventOf(item), item]
    const so = byEvent.get(event)
    if (so) so.push(said)
    else byEvent.set(event, [said])
  }
  // By event and time how many had spoken by then.
  const noLater = new Map(
    [...byEvent].map(([event, times]) => {
      const ascending = times.toSorted((a, b) => a - b)
      return [event, new Map(ascending.map((at, before) => [at, before + 1]))]
    }),
  )
  return new Map(
    rivals.flatMap(({ id, items }): [string, number][] => {
      const others = items.reduce((so, item) => so + (byEvent.get(eventOf(item))?.length ?? 1) - 1, 0)
      const before = items.reduce((so, item) => so + (noLater.get(eventOf(item))?.get(item.said ?? 0) ?? 1) - 1, 0)
      return others === 0 ? [] : [[id, before / others]]
    }),
  )
}

/** Mean difference with its error and interval, clustered by family; null for none. */
export const measure = (against: string, differences: readonly Difference[]): MeasuredEffect | null => {
  const sums = sumsByFamily(differences)
  const mean = familyInterval(sums, { range: { low: -1, high: 1 } })
  if (mean === null) return null
  const { low = null, high = null } = mean.interval ?? {}
  return {
    against,
    mean: mean.mean,
    error: familyError(sums),
    low,
    high,
    commonQuestions: differences.length,
    families: mean.families,
  }
}

/**
 * What each forecaster is ordered by: the mean paired Brier difference from the first of `references` that stands beside at
 * least ten forecasts of everybody who could be compared with the others, and of two at least; else the mean leave-one-out
 * difference from the others, on at least ten questions in common. One yardstick for all, so that a place never hangs on
 * which one an author drew; and somebody who shares no question with anyone takes no yardstick away.
 *
 * Questions of one family count once in every error. Example: a says .8 and b .6 on ten questions, each a family of its own
 * and all true, no references: a +.12, b −.12 against `others`, both with error 0.
 */
export const effectsOf = (rivals: readonly Rival[], references: readonly string[] = []): Effects => {
  const comparable = comparableOf(rivals)
  const stands = (reference: string) => (rival: Rival) => beside(rival, reference).length >= MINIMUM_COMMON
  const reference = references.find((one) => comparable.every(stands(one)) && rivals.filter(stands(one)).length > 1)
  const against = reference ?? OTHERS
  const differences =
    reference === undefined
      ? fromOthers(comparable)
      : new Map(rivals.filter(stands(reference)).map((rival) => [rival.id, beside(rival, reference)]))
  const measured = new Map<string, MeasuredEffect>()
  const unmeasured = new Map<string, string>()
  for (const { id } of rivals) {
    const effect = measure(against, differences.get(id) ?? [])
    if (effect) measured.set(id, effect)
    else unmeasured.set(id, needs(against))
  }
  const saidBefore = against === OTHERS ? saidBeforeOf(comparable) : new Map<string, number>()
  return { against, measured, unmeasured, saidBefore }
}

const needs = (against: string): string =>
  against === OTHERS
    ? `a rank needs ${MINIMUM_COMMON} questions in common with another ranked author`
    : `a rank needs ${MINIMUM_COMMON} questions with a ${against} baseline recorded before them`

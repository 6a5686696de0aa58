import { brierLoss } from './binary/proper-scores.ts'
import { type Counts, countsOf, type ForecastOutcome, total } from './counts.ts'
import type { FamilySum } from './intervals/family.ts'
import { sum } from './numbers/sum.ts'

/** A family's items: how many, how many came true, and the sum of their Brier losses. */
export type FamilyTally = FamilySum & { hits: number }

/** A scored forecast with the name of the family it stands or falls with. */
export type FamilyForecast = ForecastOutcome & { family: string }

const byFamily = <Item extends { family: string }>(items: readonly Item[]): Item[][] => {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(item.family)
    if (group === undefined) groups.set(item.family, [item])
    else group.push(item)
  }
  return [...groups.values()]
}

/** Losses (or differences) summed per family, in order of first appearance. */
export const sumsByFamily = (items: readonly { family: string; loss: number }[]): FamilySum[] =>
  byFamily(items).map((group) => ({ n: group.length, losses: sum(group.map(({ loss }) => loss)) }))

/**
 * Single forecasts to the two things a report is made from: counts, and sums per family.
 * `tally([{ family: 'a', p: 0.2, outcome: 1 }, { family: 'a', p: 0.2, outcome: 0 }])`
 * `= { counts: [{ p: 0.2, n: 2, hits: 1 }], families: [{ n: 2, hits: 1, losses: 0.68 }] }`
 */
export const tally = (forecasts: readonly FamilyForecast[]): { counts: Counts; families: FamilyTally[] } => ({
  counts: countsOf(forecasts),
  families: byFamily(forecasts).map((group) => {
    const counts = countsOf(group)
    return { ...total(counts), losses: sum(counts.map((row) => brierLoss(row.p, row))) }
  }),
})

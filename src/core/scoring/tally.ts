import type { Open } from './binary/e-value.ts'
import { brierLoss } from './binary/proper-scores.ts'
import { type Counts, countsOf, type ForecastOutcome, total } from './counts.ts'
import type { FamilySum } from './intervals/family.ts'
import { sum } from './numbers/sum.ts'

/** A scored forecast with the name of the family it stands or falls with. */
export type FamilyForecast = ForecastOutcome & { family: string }

/** Items by family, in order of first appearance. */
export const groupedByFamily = <Item extends { family: string }>(items: readonly Item[]): Item[][] => {
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
  groupedByFamily(items).map((group) => ({ n: group.length, losses: sum(group.map(({ loss }) => loss)) }))

/**
 * The families of a sample with what each still waits for, aligned as `familyEValue` takes them: `open[k]` belongs to
 * `families[k]`; of families beyond, nothing is settled yet. Keys are names of families.
 * `withOpen(new Map([['a', x]]), [{ family: 'b', p: 0.2, n: 1 }]) = { families: [x], open: [[], [{ family: 'b', p: 0.2, n: 1 }]] }`
 */
export const withOpen = <Family, Waiting extends { family: string }>(
  settled: ReadonlyMap<string, Family>,
  open: readonly Waiting[],
): { families: Family[]; open: Waiting[][] } => {
  const waiting = new Map<string, Waiting[]>([...settled.keys()].map((family) => [family, []]))
  for (const one of open) {
    const own = waiting.get(one.family)
    if (own) own.push(one)
    else waiting.set(one.family, [one])
  }
  return { families: [...settled.values()], open: [...waiting.values()] }
}

/**
 * Single forecasts to the two things a report is made from: the counts of all, and those of each family.
 * `tally([{ family: 'a', p: 0.2, outcome: 1 }, { family: 'b', p: 0.2, outcome: 0 }])` has the counts
 * `[{ p: 0.2, n: 2, hits: 1 }]` and the families `[[{ p: 0.2, n: 1, hits: 1 }], [{ p: 0.2, n: 1, hits: 0 }]]`.
 * `open`: what families still wait for, as in `withOpen`.
 */
export const tally = (
  forecasts: readonly FamilyForecast[],
  waiting: readonly (Open & { family: string })[] = [],
): { counts: Counts; families: Counts[]; open: Open[][] } => {
  const settled = new Map(groupedByFamily(forecasts).map((own) => [own[0]?.family ?? '', countsOf(own)]))
  return { counts: countsOf(forecasts), ...withOpen(settled, waiting) }
}

/** The number of forecasts of each family and its summed Brier losses. */
export const lossesOf = (families: readonly Counts[]): FamilySum[] =>
  families.map((counts) => ({ n: total(counts).n, losses: sum(counts.map((row) => brierLoss(row.p, row))) }))

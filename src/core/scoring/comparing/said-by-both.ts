import { settledSince } from '../restart.ts'
import { saidFirst } from '../said-first.ts'
import { groupedByFamily } from '../tally.ts'
import type { Between } from './confidence-sequence.ts'
import type { Beside } from './e-values.ts'
import { differenceOf } from './paired-test.ts'

/**
 * What two said first on a question, both of the same event. `dueMonth`, as in 2026-05; `said`: when the later of them had spoken, and
 * `settled`: when it was as it stands, null while it is open, both on any clock that runs forward.
 */
export type SaidByBoth = Beside & {
  question: string
  family: string
  dueMonth: string
  said: number
  settled: number | null
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Of each family what is due first. */
const dueFirst = (pairs: readonly SaidByBoth[]): SaidByBoth[] => {
  const months = new Map<string, string>()
  for (const { family, dueMonth } of pairs) {
    const so = months.get(family)
    if (so === undefined || dueMonth < so) months.set(family, dueMonth)
  }
  return pairs.filter(({ family, dueMonth }) => months.get(family) === dueMonth)
}

/**
 * The families that evidence on two forecasters rests on, in the order in which they fell due, and how many pairs are left out as
 * `later`. Of each family it takes what is due in its first month, and of that what both had said at the first moment: so neither which
 * questions of a family count, nor the order of families, hangs on what came of them. To take the question of a family that was settled
 * first would: "yes" settles at once and "no" waits, and the worse of two forecasters who says "yes" more often would be found the better one.
 * `since`: only families of which nothing was settled before it, see `settledSince`.
 *
 * Example: of family a q1 due 2026-05, both had spoken at 3, and q2 due 2026-06, at 1; of b q3 due 2026-04 → families [q3], [q1]; later 1.
 */
export const familiesSaidByBoth = (
  pairs: readonly SaidByBoth[],
  since: number | null = null,
): { families: SaidByBoth[][]; later: number } => {
  const left = settledSince(pairs, since)
  const { first } = saidFirst(dueFirst(left))
  const families = groupedByFamily(first).map((own) => own.toSorted((a, b) => compareText(a.question, b.question)))
  const inOrder = families.toSorted(
    ([a], [b]) =>
      compareText(a?.dueMonth ?? '', b?.dueMonth ?? '') ||
      (a?.said ?? 0) - (b?.said ?? 0) ||
      compareText(a?.family ?? '', b?.family ?? ''),
  )
  return { families: inOrder, later: left.length - first.length }
}

const betweenOf = ({ first, second, outcome, void: isVoid }: Beside): Between => {
  if (isVoid) return { low: 0, high: 0 }
  const at = (y: 0 | 1): number => differenceOf({ first, second, outcome: y })
  if (outcome !== null) return { low: at(outcome), high: at(outcome) }
  return { low: Math.min(at(0), at(1)), high: Math.max(at(0), at(1)) }
}

/**
 * The mean paired Brier difference of a family, above 0 in favour of the first: one value where all of it is settled, else the least and
 * the greatest that it may come to, −1 to 1. What is void differs by 0 and keeps its weight. Example: .8 against .6, one true and one
 * open: .12 and −.28 to .12, between −.08 and .12.
 */
export const familyDifference = (family: readonly Beside[]): Between => {
  const all = family.map(betweenOf)
  const mean = (of: (one: Between) => number): number => all.reduce((so, one) => so + of(one), 0) / all.length
  return { low: mean(({ low }) => low), high: mean(({ high }) => high) }
}

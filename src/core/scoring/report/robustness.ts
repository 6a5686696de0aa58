import { brierLoss } from '../binary/proper-scores.ts'
import { type FamilySum, familyInterval } from '../intervals/family.ts'
import type { Interval } from '../intervals/proportion.ts'
import { sumsByFamily } from '../tally.ts'
import { type Lexicon, ofPositive, type Polarity } from '../words/word-counts.ts'

/**
 * One scored item. `said`: when, on any clock that runs forward. `first` and `final`: the author's first and last forecast on
 * the question, where they gave several; `words`: the phrase that `p` was read from; `reference`: what a baseline said, else
 * 50 %; `restated`: evidence rests on what was said of the question before; `inCohort`: the question belongs to a cohort that has entered.
 */
export type RobustItem = {
  family: string
  restated?: boolean
  said: number
  p: number
  outcome: 0 | 1
  inCohort: boolean
  first?: number
  final?: number
  words?: { phrase: string; polarity: Polarity }
  reference?: number
}

/** Whether the mean Brier score is better (lower) or worse than the reference's on the same items. */
export type Side = 'better' | 'worse' | 'equal'

/** A headline: null `brier` and `side` mean that no item is left. */
export type Headline<Verdict> = {
  n: number
  families: number
  brier: number | null
  interval: Interval | null
  side: Side | null
  verdict: Verdict | null
}

/**
 * A headline computed another way. `affected`: items left out or read differently; at 0 the check says nothing new. The two
 * `changes` are null when no item is left.
 */
export type Check<Verdict> = Headline<Verdict> & {
  check:
    | 'without-largest'
    | 'one-per-family'
    | 'first-forecast'
    | 'final-forecast'
    | 'due-cohorts'
    | 'lexicon'
    | 'coder'
  /** The lexicon or the coder. */
  by: string | null
  affected: number
  sideChanges: boolean | null
  verdictChanges: boolean | null
}

/** What the checks need besides the items. */
export type RobustnessOptions<Verdict> = {
  verdictOf: (items: readonly RobustItem[]) => Verdict
  lexicons: readonly { id: string; reading: Lexicon<number> }[]
  coders: readonly { id: string; items: readonly RobustItem[] }[]
}

/** How many items the first check leaves out. */
export const LARGEST = 5

const lossOf = ({ p, outcome }: { p: number; outcome: 0 | 1 }): number => brierLoss(p, { n: 1, hits: outcome })

const sideOf = (items: readonly RobustItem[]): Side => {
  const gained = items.map((item) => lossOf({ p: item.reference ?? 0.5, outcome: item.outcome }) - lossOf(item))
  const mean = gained.reduce((so, gain) => so + gain, 0) / items.length
  if (Math.abs(mean) < 1e-12) return 'equal'
  return mean > 0 ? 'better' : 'worse'
}

const headlineOf = <Verdict>(
  items: readonly RobustItem[],
  verdictOf: RobustnessOptions<Verdict>['verdictOf'],
): Headline<Verdict> => {
  const sums: FamilySum[] = sumsByFamily(items.map((item) => ({ family: item.family, loss: lossOf(item) })))
  const mean = familyInterval(sums)
  return {
    n: items.length,
    families: sums.length,
    brier: mean?.mean ?? null,
    interval: mean?.interval ?? null,
    side: mean && sideOf(items),
    verdict: mean && verdictOf(items),
  }
}

const withoutLargest = (items: readonly RobustItem[]): RobustItem[] => {
  const mean = items.reduce((so, item) => so + lossOf(item), 0) / items.length
  const pull = (item: RobustItem): number => Math.abs(lossOf(item) - mean)
  const largest = new Set([...items].sort((a, b) => pull(b) - pull(a)).slice(0, LARGEST))
  return items.filter((item) => !largest.has(item))
}

const onePerFamily = (items: readonly RobustItem[]): RobustItem[] => {
  const firsts = new Map<string, RobustItem>()
  for (const item of items) {
    const first = firsts.get(item.family)
    if (first === undefined || item.said < first.said) firsts.set(item.family, item)
  }
  return items.filter((item) => firsts.get(item.family) === item)
}

const underLexicon = (items: readonly RobustItem[], reading: Lexicon<number>): RobustItem[] =>
  items.flatMap((item) => {
    if (item.words === undefined) return [item]
    const p = Object.hasOwn(reading, item.words.phrase) ? reading[item.words.phrase] : undefined
    return p === undefined ? [] : [{ ...item, p: ofPositive(item.words.polarity, p) }]
  })

const restated = (items: readonly RobustItem[], which: 'first' | 'final'): RobustItem[] =>
  items.map((item) => ({ ...item, p: item[which] ?? item.p }))

/** Items of one list that the other lacks as they stand, or the other way round, whichever are more. */
const affected = (before: readonly RobustItem[], after: readonly RobustItem[]): number => {
  const key = ({ family, said, p, outcome }: RobustItem): string =>
    JSON.stringify([family, said, p.toFixed(9), outcome])
  const left = new Map<string, number>()
  for (const item of before) left.set(key(item), (left.get(key(item)) ?? 0) + 1)
  let kept = 0
  for (const item of after) {
    const times = left.get(key(item)) ?? 0
    if (times > 0) kept++
    left.set(key(item), times - 1)
  }
  return Math.max(before.length, after.length) - kept
}

/**
 * The robustness box: the headline computed again (a) without the five items that pull the mean Brier score most, (b) with
 * each family's first item alone, (c) with first and with final forecasts, (d) of cohorts that have entered, (e) under each
 * lexicon given, leaving out phrases it lacks, (f) of each coder's items. Brier 0 best, 1 worst, with its interval over
 * families; each check says whether the side of the reference or the verdict changes. Ties of the five go by order.
 *
 * Example: ten items at .9, seven of them true: Brier .25, side equal; without the five furthest from the mean (the three
 * misses, .81 each, and two hits) .01, side better, so `sideChanges`.
 */
export const robustness = <Verdict>(
  items: readonly RobustItem[],
  { verdictOf, lexicons, coders }: RobustnessOptions<Verdict>,
): { headline: Headline<Verdict>; checks: Check<Verdict>[] } => {
  const headline = headlineOf(items, verdictOf)
  const check = (name: Check<Verdict>['check'], others: readonly RobustItem[], by: string | null): Check<Verdict> => {
    const again = headlineOf(others, verdictOf)
    const comparable = again.side !== null && headline.side !== null
    return {
      check: name,
      by,
      ...again,
      affected: affected(items, others),
      sideChanges: comparable ? again.side !== headline.side : null,
      verdictChanges: comparable ? again.verdict !== headline.verdict : null,
    }
  }
  return {
    headline,
    checks: [
      check('without-largest', withoutLargest(items), null),
      check('one-per-family', onePerFamily(items), null),
      check('first-forecast', restated(items, 'first'), null),
      check('final-forecast', restated(items, 'final'), null),
      check(
        'due-cohorts',
        items.filter(({ inCohort }) => inCohort),
        null,
      ),
      ...lexicons.map(({ id, reading }) => check('lexicon', underLexicon(items, reading), id)),
      ...coders.map((coder) => check('coder', coder.items, coder.id)),
    ],
  }
}

import type { Instant } from '../../time.ts'
import type { Rated } from '../comparing/effects.ts'
import type { Polarity } from '../words/word-counts.ts'
import type { Unsettled } from './bounds.ts'
import { type Cohort, type DueMonth, standingCohort } from './cohort.ts'
import { type SaidFirst, saidOf } from './standing.ts'

/**
 * A scored item: `said` when and `settled` when, in milliseconds since 1970, null where that is not known; `dueMonth` `YYYY-MM`; `canonical` where the question was worded
 * by rule; `words` the phrase that `p` was read from.
 */
export type JudgedItem = Rated & {
  said: number
  settled: number | null
  dueMonth: string
  canonical: boolean
  /** What it asks, where that is not what the question's first version asks; see `asAsked`. */
  asked?: string
  /** Whether it is worded the other way round than what asked the same first: then 1 − p is the probability of that. */
  turned?: boolean
  /** Whether its author said something else of the question first, which evidence rests on: see `begun` of `JudgedAuthor`. */
  restated?: boolean
  /** Why a reference that the question has does not count beside it, by name. */
  noReferences?: Readonly<Record<string, string>>
  words?: { phrase: string; polarity: Polarity }
  /** The first and the last forecast that stood on the question, where several did; of the item's own version. */
  first?: number
  final?: number
}

/** One that is not settled. */
export type OpenItem = Pick<JudgedItem, 'family' | 'p' | 'said' | 'dueMonth' | 'words' | 'restated'>

/**
 * What is settled; `pending`: due and not settled; `later`: not yet due, of families of which something is, some of it `void` already;
 * `void`: due, and never settled.
 */
export type JudgedStatements = {
  items: readonly JudgedItem[]
  pending: readonly OpenItem[]
  later: readonly (OpenItem & Pick<JudgedItem, 'settled'> & { void?: true })[]
  void: readonly OpenItem[]
}

/**
 * `begun`: what was said first on questions on which something else is scored, or nothing; evidence rests on it in the place of what is
 * `restated`. `overturned`: when an outcome of theirs last was. `barred`: why there is neither rank nor verdict whatever the figures;
 * null where there may be.
 */
export type JudgedAuthor = JudgedStatements & {
  id: string
  barred: string | null
  begun?: JudgedStatements
  overturned: Instant | null
}

/**
 * An item by what was asked: `question` is that, and `p`, outcome and references are of the positive event as it was asked first.
 * Words, and what was said first and last, are left out: they are of the item's own version. Example: .8 said of a version that is worded the other way
 * round and came true: .2 of what did not.
 */
export const askedOf = ({
  words: _,
  first: __,
  final: ___,
  asked,
  turned = false,
  ...item
}: JudgedItem): JudgedItem => {
  const question = asked ?? item.question
  if (!turned) return { ...item, question }
  const references = Object.fromEntries(Object.entries(item.references).map(([name, p]) => [name, 1 - p]))
  return { ...item, question, p: 1 - item.p, outcome: item.outcome === 1 ? 0 : 1, references }
}

/**
 * The same with what was asked for the question: versions that ask for something else are no question in common, and those that ask the
 * same are one, whichever way they are worded.
 */
export const asAsked = <One extends { items: readonly JudgedItem[] }>(one: One): One => ({
  ...one,
  items: one.items.map(askedOf),
})

/** What of an author is in cohorts that have entered; where nothing is, all there is, and `entered` is false. */
export type Entrant = Omit<JudgedAuthor, 'pending' | 'later' | 'void' | 'begun'> & {
  unsettled: Unsettled[]
  /** What was said first on each question, as far as it is settled and in the part, and what it still waits for. */
  said: SaidFirst
  void: number
  entered: boolean
}

/** The cohort that a board is of; null without a collection, where nothing ever enters. */
export const cohortOf = (months: readonly DueMonth[] | null): Cohort | null => months && standingCohort(months)

/** `YYYY-MM`s of all cohorts that have entered, oldest first. */
export const enteredMonths = (cohort: Cohort | null): string[] => (cohort?.entered ? cohort.months : [])

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** The part of an author that a board is about, items by question, so that their order plays no part. */
export const entrantOf = (author: JudgedAuthor, months: readonly string[]): Entrant => {
  const isIn = ({ dueMonth }: { dueMonth: string }): boolean => months.includes(dueMonth)
  const within = {
    items: author.items.filter(isIn),
    pending: author.pending.filter(isIn),
    void: author.void.filter(isIn),
  }
  const entered = within.items.length + within.pending.length > 0
  const { items, pending, void: voided } = entered ? within : author
  return {
    id: author.id,
    barred: author.barred,
    overturned: author.overturned,
    said: saidOf(author, entered ? isIn : () => true),
    void: voided.length,
    items: items.toSorted((a, b) => compare(a.question, b.question) || a.said - b.said),
    unsettled: pending.map(({ p }) => ({ p, n: 1 })).sort((a, b) => a.p - b.p),
    entered,
  }
}

/** The item of each family that was said first. Ties go by question. */
export const firstOfEach = <Item extends { family: string; said: number }>(items: readonly Item[]): Item[] => {
  const firsts = new Map<string, Item>()
  for (const item of items) {
    const first = firsts.get(item.family)
    if (first === undefined || item.said < first.said) firsts.set(item.family, item)
  }
  return [...firsts.values()]
}

/** Whether every question was worded by rule, so that a gap has a direction. */
export const isCanonical = (items: readonly { canonical: boolean }[]): boolean =>
  items.every(({ canonical }) => canonical)

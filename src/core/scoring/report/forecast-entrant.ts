import type { Polarity } from '../words/word-counts.ts'
import { type Entrant, entrantOf, type JudgedItem, type OpenItem } from './entrant.ts'
import type { TimedItem } from './recalibrated.ts'

/** `void` questions are counted and not scored; `open` ones are due and not settled, and bound the figures. */
export type ForecastResult = 0 | 1 | 'void' | 'open'

/**
 * What one author said of one question: `p` of the positive event, 0 to 1. `family` names what stands or falls together;
 * `saidOn` a day (`2024-03-31`), else null; `settledOn` the day from which its outcome was known; `references` what others said of it at
 * the same time. A `weakHedge`, a bare "may" or "might", is counted and never scored. `words`: the phrase that `p` was read from.
 */
export type Forecast = {
  author: string
  question: string
  family: string
  p: number
  outcome: ForecastResult
  saidOn: string | null
  settledOn?: string | null
  weakHedge: boolean
  references: Readonly<Record<string, number>>
  words?: { phrase: string; polarity: Polarity }
}

export type Scored = { outcome: 0 | 1 }
export const isScored = <Item extends Forecast>(forecast: Item): forecast is Item & Scored =>
  forecast.outcome === 0 || forecast.outcome === 1

/** Items by what `keyOf` says of them, in order of first appearance. */
export const grouped = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] => {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return [...groups.values()]
}

/** Dated forecasts by day, then those without a day; the sort keeps the order given among equals. */
const bySaidOn = (a: Forecast, b: Forecast): number =>
  (a.saidOn ?? 'later') < (b.saidOn ?? 'later') ? -1 : Number(a.saidOn !== b.saidOn)

/** The forecast that counts of each question, and, where an author gave several, the last of them. */
export type Said<Item extends Forecast> = { first: Item; last: Item | null }

/** Of several forecasts on one question the first by day, else the first given. */
export const saidOnEach = <Item extends Forecast>(said: readonly Item[]): Said<Item>[] =>
  grouped(said, ({ question }) => question).flatMap((ofOne): Said<Item>[] => {
    const [first, ...later] = [...ofOne].sort(bySaidOn)
    return first ? [{ first, last: later.at(-1) ?? null }] : []
  })

export type Reading = { canonical: boolean; inWords: boolean }

const DAY = /^\d{4}-\d{2}-\d{2}$/
const momentOf = (day: string | null | undefined): number | null =>
  day != null && DAY.test(day) ? Date.parse(day) : null

type Placed = { said: number; inWords: boolean }

const openOf = ({ family, p, words }: Forecast, { said, inWords }: Placed): OpenItem => ({
  family,
  p,
  said,
  dueMonth: '',
  ...(inWords && words && { words }),
})

const itemOf = (
  { first, last }: Said<Forecast & Scored>,
  { canonical, ...placed }: Placed & { canonical: boolean },
): JudgedItem => ({
  ...openOf(first, placed),
  question: first.question,
  outcome: first.outcome,
  references: first.references,
  settled: momentOf(first.settledOn),
  canonical,
  ...(last && { first: first.p, final: last.p }),
})

/** A family of which something has no day is taken for said at once. */
const saidIn = (all: readonly Said<Forecast>[]): ((one: Forecast) => number) => {
  const undated = new Set(all.flatMap(({ first: { family, saidOn } }) => (momentOf(saidOn) === null ? [family] : [])))
  return ({ family, saidOn }) => (undated.has(family) ? 0 : (momentOf(saidOn) ?? 0))
}

/**
 * An author of whom nothing but these forecasts is known, as a report judges one: no cohort, no month, no outcome that was overturned.
 * `inWords` false where no lexicon reads them; `canonical` where every question was worded by rule.
 */
export const entrantOfForecasts = (
  id: string,
  all: readonly Said<Forecast>[],
  { canonical, inWords }: Reading,
): Entrant => {
  const moment = saidIn(all)
  const placed = (one: Forecast): Placed => ({ said: moment(one), inWords })
  const openAs = (outcome: ForecastResult) =>
    all.flatMap(({ first }) => (first.outcome === outcome ? [openOf(first, placed(first))] : []))
  const items = all.flatMap(({ first, last }) =>
    isScored(first)
      ? [itemOf({ first, last: last && { ...last, outcome: first.outcome } }, { ...placed(first), canonical })]
      : [],
  )
  const said = { items, pending: openAs('open'), later: [], void: openAs('void') }
  return entrantOf({ id, barred: null, overturned: null, ...said }, [])
}

/** Scored forecasts in time; null where one of them has no day, or none on which its outcome was known. */
export const timedForecasts = (scored: readonly (Forecast & Scored)[]): TimedItem[] | null => {
  const timed = scored.flatMap(({ family, p, outcome, saidOn, settledOn }): TimedItem[] => {
    const [said, settled] = [momentOf(saidOn), momentOf(settledOn)]
    return said === null || settled === null ? [] : [{ family, p, outcome, said, settled }]
  })
  return timed.length === scored.length ? timed : null
}

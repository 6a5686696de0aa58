import { expected } from '../binary/expected.ts'
import { effectsOf, type MeasuredEffect } from '../comparing/effects.ts'
import { type Place, type Ranking, ranking } from '../comparing/ranking.ts'
import { familyInterval } from '../intervals/family.ts'
import { lossesOf, tally } from '../tally.ts'
import { type BoardReference, boardReferences } from './board-references.ts'
import { type BoardVerdict, boardVerdicts } from './board-verdicts.ts'
import { brierBounds, type Range } from './bounds.ts'
import type { Cohort, DueMonth } from './cohort.ts'
import { cohortOf, type Entrant, enteredMonths, entrantOf, type JudgedAuthor } from './entrant.ts'
import { type ReportField, shown } from './minimum.ts'

/** What a board of one set is judged from. `months` of a collection; null for what is none, where nothing enters. */
export type JudgedInput = { months: readonly DueMonth[] | null; authors: readonly JudgedAuthor[] }

/**
 * `recorded`: kinds of baselines, the one that a board is held against first; `seed` of all that is drawn by lot, `draws` times;
 * `words` false where a board is a part that was picked afterwards: then there are no verdicts.
 */
export type JudgedOptions = { recorded: readonly string[]; seed: string; draws: number; words?: boolean }

/** An author on a board; `tiedWith` holds ids. A figure that is withheld is null and its rule stands in `withheld`. */
export type JudgedRow = Omit<Place, 'id' | 'rank'> & {
  id: string
  rank: number | null
  notRanked: string | null
  provisional: boolean
  difference: MeasuredEffect | null
  entered: boolean
  n: number
  families: number
  pending: number
  void: number
  hits: number | null
  expectedHits: number | null
  brier: { mean: number; low: number | null; high: number | null } | null
  bounds: Range | null
  verdict: BoardVerdict | null
  withheld: { field: string; rule: string }[]
}

/** `against`: what all differences are from. Rows best first, then those without a rank, by id. */
export type JudgedBoard = {
  cohort: Cohort | null
  against: string
  method: Ranking['method']
  rows: JudgedRow[]
  references: BoardReference[]
}

type Figures = Omit<JudgedRow, keyof Place | 'notRanked' | 'difference' | 'verdict'> & { id: string }

const ROW_FIELDS = ['hits', 'expectedHits', 'brier', 'bounds'] as const satisfies readonly ReportField[]

/** What a row shows of the author alone, by the table of minimum families. */
const figuresOf = ({ id, items, unsettled, void: voided, entered }: Entrant): Figures => {
  const { counts, families } = tally(items)
  const mean = familyInterval(lossesOf(families))
  const hits = items.filter(({ outcome }) => outcome === 1).length
  const visible = shown(families.length, { hits, misses: items.length - hits })
  const withheld = ROW_FIELDS.flatMap((field) => {
    const answer = visible[field]
    return answer.shown ? [] : [{ field, rule: answer.rule }]
  })
  const ifShown = <Value>(field: (typeof ROW_FIELDS)[number], value: Value): Value | null =>
    visible[field].shown ? value : null
  const { low = null, high = null } = mean?.interval ?? {}
  return {
    id,
    entered,
    n: items.length,
    families: families.length,
    pending: unsettled.length,
    void: voided,
    provisional: !visible.rank.shown,
    hits: ifShown('hits', hits),
    expectedHits: ifShown('expectedHits', expected(counts)?.expectedHits ?? null),
    brier: ifShown('brier', mean && { mean: mean.mean, low, high }),
    bounds: ifShown('bounds', brierBounds(counts, unsettled)),
    withheld,
  }
}

/** Why there is no rank before anybody is compared; null where there may be one. */
const barredFrom = ({ barred, entered }: Entrant, { families }: Figures, anyEntered: boolean): string | null => {
  if (barred !== null) return barred
  const visible = shown(families).provisionalRank
  if (!visible.shown) return visible.rule
  if (!anyEntered) return 'the collection has not yet 200 questions due in past months with 95 % of them settled'
  return entered ? null : 'none of their questions is in a cohort that has entered'
}

const whyNoVerdict = ({ barred, entered }: Entrant, { families }: Figures, words: boolean): string => {
  if (barred !== null) return barred
  const visible = shown(families).verdict
  if (!visible.shown) return visible.rule
  if (!entered) return 'a verdict needs questions in a cohort that has entered'
  return words ? 'no verdict was reached' : 'a verdict is given on whole boards: parts could be cut until one shows'
}

type Judged = { measured: ReadonlyMap<string, MeasuredEffect>; places: ReadonlyMap<string, Place> }

const placeOf = (id: string, { measured, places }: Judged, rule: string | undefined) => {
  const { rank = null, tiedWith = [], rankInterval = null, topTen = null, shrunk = null } = places.get(id) ?? {}
  const notRanked = rank === null ? (rule ?? 'nobody to compare with') : null
  return { rank, tiedWith, rankInterval, topTen, shrunk, notRanked, difference: measured.get(id) ?? null }
}

const byRank = (a: JudgedRow, b: JudgedRow): number =>
  (a.rank ?? Infinity) - (b.rank ?? Infinity) ||
  (b.shrunk?.value ?? b.difference?.mean ?? -1) - (a.shrunk?.value ?? a.difference?.mean ?? -1) ||
  (a.id < b.id ? -1 : 1)

/**
 * Everybody on one board, as far as its rules allow: figures, the difference that orders them, rank with its ties, verdict in
 * words; and the reference forecasters beside them, which have no rank.
 *
 * Months of cohorts that have entered; who has nothing in them stands with all they have, with bounds, without rank or words.
 * Ranked are those with 30 families (below 100 provisionally) who can be compared, see `effectsOf` and `ranking`; the raw score
 * ranks nobody. The order of authors and items plays no part, and all that is drawn by lot is the same for the same seed.
 *
 * Example: two authors of 40 entered questions, .8 and .6 said and all true: ranks 1 and 2, provisional, head to head.
 */
export const judgedBoard = ({ months, authors }: JudgedInput, options: JudgedOptions): JudgedBoard => {
  const { recorded, seed, draws, words = true } = options
  const cohort = cohortOf(months)
  const entered = enteredMonths(cohort)
  const entrants = authors
    .map((author) => entrantOf(author, entered))
    .sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)))
  const figures = entrants.map(figuresOf)
  const rules = new Map(
    entrants.flatMap((entrant, at): [string, string][] => {
      const own = figures[at]
      const rule = own && barredFrom(entrant, own, entered.length > 0)
      return rule ? [[entrant.id, rule]] : []
    }),
  )
  const rivals = entrants.filter(({ id }) => !rules.has(id))
  const { against, measured, unmeasured } = effectsOf(rivals, recorded)
  const { method, places, unplaced } = ranking(rivals, measured, `${seed} ranks`)
  const judged: Judged = { measured, places: new Map(places.map((place) => [place.id, place])) }
  const verdicts = words ? boardVerdicts(entrants, { seed, draws }) : new Map<string, BoardVerdict>()
  const rows = entrants.flatMap((entrant, at): JudgedRow[] => {
    const own = figures[at]
    if (!own) return []
    const { id } = entrant
    const verdict = verdicts.get(id) ?? null
    const silent = verdict ? [] : [{ field: 'verdict', rule: whyNoVerdict(entrant, own, words) }]
    const place = placeOf(id, judged, rules.get(id) ?? unmeasured.get(id) ?? unplaced.get(id))
    return [{ ...own, ...place, verdict, withheld: [...own.withheld, ...silent] }]
  })
  const inside = entrants.filter((entrant) => entrant.entered || entered.length === 0)
  return {
    cohort,
    against,
    method,
    rows: rows.sort(byRank),
    references: boardReferences(inside, against, recorded),
  }
}

import { expected } from '../binary/expected.ts'
import { effectsOf, type MeasuredEffect, OTHERS } from '../comparing/effects.ts'
import { type Place, type Ranking, ranking } from '../comparing/ranking.ts'
import { familyInterval } from '../intervals/family.ts'
import { sum } from '../numbers/sum.ts'
import { lossesOf, tally } from '../tally.ts'
import { type Adjusted, type Adjusting, adjusterOf } from './board-difficulty.ts'
import { type BoardReference, boardReferences, type MissingReference, missingReferences } from './board-references.ts'
import { type BoardVerdict, boardVerdicts, whyTooFew } from './board-verdicts.ts'
import { brierBounds, type Range } from './bounds.ts'
import type { Cohort, DueMonth } from './cohort.ts'
import { asAsked, cohortOf, type Entrant, enteredMonths, entrantOf, type JudgedAuthor } from './entrant.ts'
import { type ReportField, shown } from './minimum.ts'
import { unplaced } from './unshrunk.ts'

/** What a board of one set is judged from. `months` of a collection; null for what is none, where nothing enters. */
export type JudgedInput = { months: readonly DueMonth[] | null; authors: readonly JudgedAuthor[] }

/**
 * `recorded`: kinds of baselines, the one that a board is held against first; `seed` of all that is drawn by lot, `draws` times;
 * `adjusting` the difficulties that scores are adjusted by; `words` false where no verdicts are wanted; `part` where a board is of
 * questions that were picked afterwards: then there are neither ranks nor verdicts.
 */
export type JudgedOptions = {
  recorded: readonly string[]
  seed: string
  draws: number
  adjusting: Adjusting
  words?: boolean
  part?: boolean
}

/** An author on a board; `tiedWith` holds ids. A figure that is withheld is null and its rule stands in `withheld`. */
export type JudgedRow = Omit<Place, 'id' | 'rank'> & {
  id: string
  rank: number | null
  notRanked: string | null
  provisional: boolean
  difference: MeasuredEffect | null
  saidBefore: number | null
  adjusted: Adjusted['adjusted']
  notAdjusted: Adjusted['notAdjusted']
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

/** How many questions have a difficulty, by which rules. */
export type DifficultySummary = { rules: string; questions: number }

/** `against`: what all differences are from; `method` null on a part. Rows best first, then those without a rank, by id. */
export type JudgedBoard = {
  cohort: Cohort | null
  against: string
  method: Ranking['method'] | null
  difficulty: DifficultySummary | null
  rows: JudgedRow[]
  references: BoardReference[]
  missingReferences: MissingReference[]
}

type Figures = Omit<
  JudgedRow,
  keyof Place | keyof Adjusted | 'notRanked' | 'provisional' | 'difference' | 'saidBefore' | 'verdict'
> & { id: string }

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

/** Ranks and verdicts alike. */
const WHOLE_BOARDS = 'on whole boards: parts could be cut until one shows'
/** Where a verdict may be and was not asked for. */
export const NOT_ASKED = 'verdicts are made with each kept board'

const whyNoVerdict = (
  entrant: Entrant,
  { families }: Figures,
  { words, part }: { words: boolean; part: boolean },
): string => {
  const { barred, entered } = entrant
  if (barred !== null) return barred
  const visible = shown(families).verdict
  if (!visible.shown) return visible.rule
  if (!entered) return 'a verdict needs questions in a cohort that has entered'
  if (part) return `a verdict is given ${WHOLE_BOARDS}`
  return words ? (whyTooFew(entrant) ?? 'no verdict was reached') : NOT_ASKED
}

/** The families behind a difference, which may be fewer than the author's. Null where there are enough for a rank. */
const tooFewCompared = ({ against, families }: MeasuredEffect): string | null =>
  shown(families).provisionalRank.shown
    ? null
    : `a provisional rank needs 30 families in the difference from ${against === OTHERS ? 'the others' : `the ${against} baseline`}; this one rests on ${families}`

type Judged = {
  measured: ReadonlyMap<string, MeasuredEffect>
  saidBefore: ReadonlyMap<string, number>
  places: ReadonlyMap<string, Place>
}

const placeOf = (
  { id, families }: Figures,
  { measured, saidBefore, places }: Judged,
  rule: string | undefined,
): Omit<JudgedRow, keyof Figures | keyof Adjusted | 'verdict'> => {
  const { rank = null, tiedWith = [], rankInterval = null, topTen = null, shrunk = null } = places.get(id) ?? {}
  const notRanked = rank === null ? (rule ?? 'nobody to compare with') : null
  const difference = measured.get(id) ?? null
  const provisional = !shown(Math.min(families, difference?.families ?? families)).rank.shown
  return {
    rank,
    tiedWith,
    rankInterval,
    topTen,
    shrunk,
    notRanked,
    provisional,
    difference,
    saidBefore: difference && (saidBefore.get(id) ?? null),
  }
}

const byRank = (a: JudgedRow, b: JudgedRow): number =>
  (a.rank ?? Infinity) - (b.rank ?? Infinity) ||
  (b.shrunk?.value ?? b.difference?.mean ?? -1) - (a.shrunk?.value ?? a.difference?.mean ?? -1) ||
  (a.id < b.id ? -1 : 1)

/** Effects of all rivals, and places of those whose effect rests on enough families; on a part nobody has one. */
const placesAmong = (rivals: readonly Entrant[], { recorded, seed, part = false }: JudgedOptions) => {
  const { against, measured, unmeasured, saidBefore } = effectsOf(rivals, recorded)
  if (part) {
    const rules = [...measured.keys()].map((id) => [id, `a rank is given ${WHOLE_BOARDS}`] as const)
    return {
      against,
      measured,
      saidBefore,
      method: null,
      places: new Map<string, Place>(),
      rules: new Map([...unmeasured, ...rules]),
    }
  }
  const few = [...measured].flatMap(([id, effect]): [string, string][] => {
    const rule = tooFewCompared(effect)
    return rule === null ? [] : [[id, rule]]
  })
  const barred = new Map(few)
  const enough = new Map([...measured].filter(([id]) => !barred.has(id)))
  const { method, places, unplaced } = ranking(rivals, enough, `${seed} ranks`)
  const byId = new Map(places.map((place) => [place.id, place]))
  return { against, measured, saidBefore, method, places: byId, rules: new Map([...unmeasured, ...few, ...unplaced]) }
}

/**
 * Everybody on one board, as far as its rules allow: figures, the difference that orders them, rank with its ties, verdict in
 * words; and the reference forecasters beside them, which have no rank.
 *
 * Months of cohorts that have entered; who has nothing in them stands with all they have, with bounds, without rank or words.
 * Ranked are those with 30 families, and 30 behind their difference, who can be compared, see `effectsOf` and `ranking`; below 100
 * of the smaller of the two provisionally. Neither the raw score nor the adjusted one ranks anybody. The order of authors and items plays no part, and all
 * that is drawn by lot is the same for the same seed.
 *
 * Example: two authors of 40 entered questions, .8 and .6 said and all true: ranks 1 and 2, provisional, head to head.
 */
export const judgedBoard = ({ months, authors }: JudgedInput, options: JudgedOptions): JudgedBoard => {
  const { recorded, seed, draws, adjusting, words = true, part = false } = options
  const cohort = cohortOf(months)
  const entered = enteredMonths(cohort)
  const entrants = authors
    .map((author) => entrantOf(author, entered))
    .sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)))
  const figures = entrants.map(figuresOf)
  const barred = new Map(
    entrants.flatMap((entrant, at): [string, string][] => {
      const own = figures[at]
      const rule = own && barredFrom(entrant, own, entered.length > 0)
      return rule ? [[entrant.id, rule]] : []
    }),
  )
  const rivals = entrants.filter(({ id }) => !barred.has(id)).map(asAsked)
  const { against, method, rules, ...judged } = placesAmong(rivals, options)
  const adjustedOf = adjusterOf(adjusting, entered.length > 0)
  const verdicts = words && !part ? boardVerdicts(entrants, { seed, draws }) : new Map<string, BoardVerdict>()
  const rows = entrants.flatMap((entrant, at): JudgedRow[] => {
    const own = figures[at]
    if (!own) return []
    const verdict = verdicts.get(own.id) ?? null
    const place = placeOf(own, judged, barred.get(own.id) ?? rules.get(own.id))
    const silent = unplaced(place, verdict ? null : whyNoVerdict(entrant, own, { words, part }))
    return [{ ...own, ...place, ...adjustedOf(asAsked(entrant)), verdict, withheld: [...own.withheld, ...silent] }]
  })
  const inside = entrants.filter((entrant) => entrant.entered || entered.length === 0).map(asAsked)
  const open = entered.length > 0 ? 0 : sum(entrants.map(({ unsettled }) => unsettled.length))
  return {
    cohort,
    against,
    method,
    difficulty: adjusting.difficulty && {
      rules: adjusting.difficulty.rules,
      questions: adjusting.difficulty.effects.length,
    },
    rows: rows.sort(byRank),
    references: boardReferences(inside, against, { recorded, open }),
    missingReferences: missingReferences(inside, recorded),
  }
}

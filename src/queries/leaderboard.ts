import { z } from 'zod'
import { Author } from '../core/author.ts'
import { type Timing, timings } from '../core/question.ts'
import { setOfCollection } from '../core/scored-item.ts'
import { type Board, board } from '../core/scoring/comparing/board.ts'
import type { Cohort } from '../core/scoring/report/cohort.ts'
import { shown } from '../core/scoring/report/minimum.ts'
import { report } from '../core/scoring/report/report.ts'
import { type PublicReport, withhold } from '../core/scoring/report/withhold.ts'
import { tally } from '../core/scoring/tally.ts'
import { HEADLINE, isMonthOver, type Voice, voices } from '../core/slice.ts'
import { Collection } from '../core/source.ts'
import type { Instant } from '../core/time.ts'
import { authorsByIds } from '../storage/authors.ts'
import type { Reader } from '../storage/database.ts'
import { type Posting, standingIn } from '../storage/scored-items.ts'
import { enteredCohorts } from './entered-cohorts.ts'
import { probabilityOf } from './probabilities.ts'

const Difference = z.object({
  mean: z
    .number()
    .meta({ description: "the others' mean Brier less this author's, on common questions; positive is better" }),
  low: z.number().nullable(),
  high: z.number().nullable(),
  commonQuestions: z.int(),
  families: z.int(),
})

export const LeaderboardRow = z
  .object({
    author: Author.pick({ id: true, name: true, slug: true, kind: true }),
    rank: z.int().nullable(),
    provisional: z.boolean().meta({ description: 'below 100 families' }),
    tiedWith: z.array(z.string()).meta({ description: 'slugs of authors who cannot be told apart' }),
    difference: Difference.nullable(),
    notRanked: z.string().nullable().meta({ description: 'why there is no rank' }),
    n: z.int(),
    families: z.int(),
    pending: z.int(),
    void: z.int(),
    hits: z.int().nullable(),
    expectedHits: z.number().nullable(),
    brier: z.object({ mean: z.number(), low: z.number().nullable(), high: z.number().nullable() }).nullable(),
    bounds: z.object({ lowest: z.number(), highest: z.number() }).nullable(),
    withheld: z.array(z.object({ field: z.string(), rule: z.string() })),
  })
  .meta({ id: 'LeaderboardRow' })
export type LeaderboardRow = z.infer<typeof LeaderboardRow>

export const Leaderboard = z
  .object({
    collection: Collection,
    timing: z.enum(timings),
    voice: z.enum(voices),
    cohort: z.object({
      entered: z.boolean().meta({ description: 'enough questions due, and enough of them settled' }),
      due: z.int(),
      settled: z.int(),
      months: z.array(z.string()),
    }),
    rows: z.array(LeaderboardRow),
    seeAlso: z.string().nullable().meta({ description: 'the other board, where this one is empty' }),
  })
  .meta({ id: 'Leaderboard' })
export type Leaderboard = z.infer<typeof Leaderboard>

export type LeaderboardQuery = { collection: Collection; timing: Timing; voice: Voice; now: Instant }
type Entrant = { author: LeaderboardRow['author']; postings: Posting[]; entered: boolean }

const counts =
  ({ timing, voice, now }: LeaderboardQuery) =>
  ({ slice }: Posting): boolean =>
    slice.timing === timing &&
    slice.attribution === voice &&
    slice.weakHedge === HEADLINE.weakHedge &&
    HEADLINE.windowSources.some((source) => source === slice.windowSource) &&
    isMonthOver(slice.dueMonth, now)

const itemsOf = ({ postings }: Entrant) =>
  postings
    .filter(({ state }) => state === 'scored')
    .map(({ questionId, familyId, form, hit }) => ({
      question: questionId,
      family: familyId,
      p: probabilityOf(form),
      outcome: hit ? (1 as const) : (0 as const),
    }))

const reportOf = (entrant: Entrant): PublicReport => {
  const pending = entrant.postings.filter(({ state }) => state === 'pending')
  const unsettled = pending.map(({ form }) => ({ p: probabilityOf(form), n: 1 }))
  return withhold(report({ ...tally(itemsOf(entrant)), unsettled }), entrant)
}

const rowOf = (entrant: Entrant, figures: PublicReport, notRanked: string | null): LeaderboardRow => ({
  author: entrant.author,
  rank: null,
  provisional: figures.families < 100,
  tiedWith: [],
  difference: null,
  notRanked,
  n: figures.n,
  families: figures.families,
  pending: figures.unsettled,
  void: entrant.postings.filter(({ state }) => state === 'void').length,
  hits: figures.hits,
  expectedHits: figures.expectedHits,
  brier: figures.brier && {
    mean: figures.brier.mean,
    low: figures.brier.interval?.low ?? null,
    high: figures.brier.interval?.high ?? null,
  },
  bounds: figures.bounds?.brier ?? null,
  withheld: figures.withheld,
})

/** Why an author has no rank before anyone is compared; null when they may be compared. */
const barred = ({ author, entered }: Entrant, { families }: PublicReport, cohort: Cohort): string | null => {
  if (author.kind === 'unattributed') return 'an unattributed voice is listed, never ranked'
  const visible = shown(families).provisionalRank
  if (!visible.shown) return visible.rule
  if (!cohort.entered) return 'the collection has not yet 200 questions due in past months with 95 % of them settled'
  return entered ? null : 'none of their questions is in a cohort that has entered'
}

const place = (row: LeaderboardRow, { placed, unplaced }: Board, slugs: Map<string, string>): LeaderboardRow => {
  const placing = placed.find(({ id }) => id === row.author.id)
  if (!placing)
    return { ...row, notRanked: row.notRanked ?? unplaced.find(({ id }) => id === row.author.id)?.rule ?? null }
  const { rank, tiedWith, meanDifference: mean, low, high, commonQuestions, families } = placing
  return {
    ...row,
    rank,
    tiedWith: tiedWith.map((id) => slugs.get(id) ?? id),
    difference: { mean, low, high, commonQuestions, families },
  }
}

const entrantsOf = async (reader: Reader, postings: Posting[]): Promise<Entrant[]> => {
  const authors = await authorsByIds(reader, [...new Set(postings.map(({ authorId }) => authorId))])
  return authors.map(({ id, name, slug, kind }) => ({
    author: { id, name, slug, kind },
    postings: postings.filter(({ authorId }) => authorId === id),
    entered: false,
  }))
}

/**
 * Once a cohort has entered, the board is of its months. Who has nothing there stands with what they have elsewhere, with
 * bounds and without a rank.
 */
const inCohort = (entrant: Entrant, cohort: Cohort): Entrant => {
  if (!cohort.entered) return entrant
  const postings = entrant.postings.filter(({ slice }) => cohort.months.includes(slice.dueMonth))
  return postings.length > 0 ? { ...entrant, postings, entered: true } : entrant
}

/**
 * The board of one collection: prospective and retrospective apart, own voice and quoted speakers apart. Ordered by
 * paired difference on common questions, never by raw score; who is not ranked is listed with the reason.
 */
export const leaderboard = async (reader: Reader, query: LeaderboardQuery): Promise<Leaderboard> => {
  const { collection, timing, voice, now } = query
  const cohort = await enteredCohorts(reader, collection.id, now)
  const all = await standingIn(reader, setOfCollection(collection.id))
  const entrants = (await entrantsOf(reader, all.filter(counts(query)))).map((entrant) => inCohort(entrant, cohort))
  const rows = entrants.map((entrant) => {
    const figures = reportOf(entrant)
    return { entrant, row: rowOf(entrant, figures, barred(entrant, figures, cohort)) }
  })
  const contenders = rows.filter(({ row }) => row.notRanked === null)
  const compared = board(contenders.map(({ entrant }) => ({ id: entrant.author.id, items: itemsOf(entrant) })))
  const slugs = new Map(entrants.map(({ author }) => [author.id, author.slug]))
  const other: Timing = timing === 'prospective' ? 'retrospective' : 'prospective'
  return {
    collection,
    timing,
    voice,
    cohort,
    rows: rows.map(({ row }) => place(row, compared, slugs)).sort(byRankThenName),
    seeAlso: rows.length > 0 ? null : `/v1/leaderboard?collection=${collection.slug}&timing=${other}&voice=${voice}`,
  }
}

const byRankThenName = (a: LeaderboardRow, b: LeaderboardRow): number =>
  (a.rank ?? Infinity) - (b.rank ?? Infinity) ||
  (b.difference?.mean ?? 0) - (a.difference?.mean ?? 0) ||
  (a.author.name < b.author.name ? -1 : 1)

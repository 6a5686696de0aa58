import { distributionOf } from '../../core/distribution.ts'
import { groupBy } from '../../core/group-by.ts'
import type { QuestionOption } from '../../core/option.ts'
import type { Form } from '../../core/prediction.ts'
import type { Question, QuestionVersion } from '../../core/question.ts'
import { historyOf, type Interval } from '../../core/resolution/history.ts'
import { empiricalQuantile } from '../../core/scoring/intervals/empirical.ts'
import { type Instant, plusDays, startOf, toInstant } from '../../core/time.ts'
import { authorsByIds } from '../../storage/authors.ts'
import type { Reader } from '../../storage/database.ts'
import { actsSpokenOn, type SpokenAct, spokenCounts } from '../../storage/spoken-on.ts'
import { probabilityOf } from '../probabilities.ts'

/** A stretch of time through which one probability stood, 0 to 1; `to` null: it still stands. */
export type Stand = { from: Instant; to: Instant | null; p: number }
/** What one author said, or on a categorical question the mean of what all gave one option; `slug` of an author alone. */
export type Line = { name: string; slug: string | null; stands: Stand[] }
/** Of all forecasts that stood at an instant: how many, and the quartiles. */
export type Spread = { at: Instant; n: number; low: number; middle: number; high: number }

export type ForecastsOverTime = {
  lines: Line[]
  /** Those without a name, each on its own; none where there are too many. */
  others: Stand[][]
  /** In the place of the others where there are too many. */
  spread: Spread[]
  /** From the first statement to the end of what is drawn; null where nothing stood. */
  span: { from: Instant; to: Instant } | null
  authors: number
  acts: number
  /** Only the last so many acts are read; null where that is all. */
  readLast: number | null
  /** Statements made after the end of the window. */
  late: number
  /** When what was said was said, of all that was read. */
  said: Instant[]
}

/** So many acts are read, so many authors are named, so many others have a line; a line that goes on and on is cut at so many stands. */
const MOST_ACTS = 10_000
export const MOST_NAMED = 8
const MOST_OTHERS = 30
const MOST_STANDS = 60
/** Instants at which a spread is taken. */
const INSTANTS = 48

type Asked = { question: Question; versions: readonly QuestionVersion[]; options: readonly QuestionOption[] }
type History = { authorId: string; acts: readonly SpokenAct[]; intervals: Interval[] }

const historiesOf = (acts: readonly SpokenAct[], closesAt: Instant | null): History[] =>
  [...groupBy(acts, ({ authorId }) => authorId)].map(([authorId, own]) => ({
    authorId,
    acts: own,
    intervals: historyOf(own, closesAt),
  }))

/**
 * The probability of the positive event of the newest version: one that was said of the opposite is turned. Each interval is read once,
 * however often it is asked for.
 */
const turning = ({ question, versions }: Asked, acts: readonly SpokenAct[]) => {
  const oriented = new Map(versions.map(({ id, orientation }) => [id, orientation]))
  const turned = new Set(
    acts.filter(({ versionId }) => oriented.get(versionId) !== question.version.orientation).map(({ id }) => id),
  )
  const read = new Map<string, number>()
  return ({ form, predictionId }: Interval): number => {
    const known = read.get(predictionId)
    if (known !== undefined) return known
    const p = turned.has(predictionId) ? 1 - probabilityOf(form) : probabilityOf(form)
    read.set(predictionId, p)
    return p
  }
}

const evenly = (from: Instant, to: Instant, count: number): Instant[] => {
  const [first, last] = [Date.parse(from), Date.parse(to)]
  if (first === last) return [from]
  return Array.from({ length: count }, (_, at) => toInstant(new Date(first + ((last - first) * at) / (count - 1))))
}

/** What stood of one history at instants that ascend; one walk along both. */
const standingAtEach = (intervals: readonly Interval[], instants: readonly Instant[]): (Interval | null)[] => {
  let next = 0
  return instants.map((instant) => {
    while (next < intervals.length && (intervals[next]?.to ?? '9') <= instant) next += 1
    const interval = intervals[next]
    return interval && interval.from <= instant ? interval : null
  })
}

/** `each`: at every instant what stood then, of all who said something. */
const standingOfAll = (histories: readonly History[], instants: readonly Instant[]): Interval[][] => {
  const each: Interval[][] = instants.map(() => [])
  for (const { intervals } of histories) {
    for (const [at, interval] of standingAtEach(intervals, instants).entries()) if (interval) each[at]?.push(interval)
  }
  return each
}

const spreadOf = (
  histories: readonly History[],
  instants: readonly Instant[],
  probability: (interval: Interval) => number,
): Spread[] =>
  standingOfAll(histories, instants).flatMap((standing, index) => {
    const at = instants[index]
    if (at === undefined || standing.length === 0) return []
    const ascending = Float64Array.from(standing, probability).sort()
    const [low, middle, high] = [0.25, 0.5, 0.75].map((q) => empiricalQuantile(ascending, q)) as [
      number,
      number,
      number,
    ]
    return [{ at, n: standing.length, low, middle, high }]
  })

/** The mean share of each option over all who had said something, step by step. */
const linesOfOptions = (
  histories: readonly History[],
  instants: readonly Instant[],
  options: readonly QuestionOption[],
): Line[] => {
  const shares = new Map<Form, Map<string, number>>()
  const sharesOf = (form: Form): Map<string, number> => {
    const known = shares.get(form)
    if (known) return known
    const own = new Map((distributionOf(form) ?? []).map(({ optionId, probability }) => [optionId, probability]))
    shares.set(form, own)
    return own
  }
  const each = standingOfAll(histories, instants)
  return options.slice(0, MOST_NAMED).map(({ id, label }) => ({
    name: label,
    slug: null,
    stands: each.flatMap((standing, index): Stand[] => {
      const from = instants[index]
      // An option that came later has no share in what was said before.
      const given = standing.flatMap(({ form }) => sharesOf(form).get(id) ?? [])
      if (from === undefined || given.length === 0) return []
      return [{ from, to: instants[index + 1] ?? null, p: given.reduce((so, p) => so + p, 0) / given.length }]
    }),
  }))
}

/** Those who said most, and of equals who said it first; the rest in the order in which they came. */
const byWeight = (histories: readonly History[]): History[] =>
  histories
    .filter(({ intervals }) => intervals.length > 0)
    .toSorted(
      (a, b) => b.acts.length - a.acts.length || ((a.intervals[0]?.from ?? '') < (b.intervals[0]?.from ?? '') ? -1 : 1),
    )

const standsOf = ({ intervals }: History, probability: (interval: Interval) => number): Stand[] =>
  intervals.slice(-MOST_STANDS).map((interval) => ({ from: interval.from, to: interval.to, p: probability(interval) }))

/** What stood on a question over time, of everybody who said something: bounded, however many did. */
export const forecastsOverTime = async (reader: Reader, asked: Asked, now: Instant): Promise<ForecastsOverTime> => {
  const { question, options } = asked
  const acts = await actsSpokenOn(reader, question.id, MOST_ACTS)
  const counts =
    acts.length < MOST_ACTS
      ? { acts: acts.length, authors: new Set(acts.map(({ authorId }) => authorId)).size }
      : await spokenCounts(reader, question.id)
  const { windowEnd } = question.version
  // What is said on the last day of the window still stands that day.
  const closesAt = windowEnd && startOf(plusDays(windowEnd, 1))
  const histories = byWeight(historiesOf(acts, closesAt))
  const from = histories.reduce<Instant | null>((so, { intervals }) => {
    const first = intervals[0]?.from ?? null
    return so === null || (first !== null && first < so) ? first : so
  }, null)
  const end = closesAt === null || closesAt > now ? now : closesAt
  const span = from === null ? null : { from, to: end > from ? end : from }
  const base = {
    span,
    ...counts,
    readLast: counts.acts > acts.length ? acts.length : null,
    late: closesAt === null ? 0 : acts.filter(({ said, form }) => form !== null && said.latest >= closesAt).length,
    said: acts.filter(({ form }) => form !== null).map(({ said }) => said.latest),
  }
  if (span === null) return { ...base, lines: [], others: [], spread: [] }
  if (question.kind === 'categorical') {
    const instants = evenly(span.from, span.to, INSTANTS)
    return { ...base, lines: linesOfOptions(histories, instants, options), others: [], spread: [] }
  }
  const probability = turning(asked, acts)
  const [named, rest] = [histories.slice(0, MOST_NAMED), histories.slice(MOST_NAMED)]
  const authors = new Map(
    (
      await authorsByIds(
        reader,
        named.map(({ authorId }) => authorId),
      )
    ).map((author) => [author.id, author]),
  )
  const lines = named.map((history): Line => {
    const author = authors.get(history.authorId)
    return {
      name: author?.name ?? history.authorId,
      slug: author?.slug ?? null,
      stands: standsOf(history, probability),
    }
  })
  const many = rest.length > MOST_OTHERS
  return {
    ...base,
    lines,
    others: many ? [] : rest.map((history) => standsOf(history, probability)),
    spread: many ? spreadOf(histories, evenly(span.from, span.to, INSTANTS), probability) : [],
  }
}

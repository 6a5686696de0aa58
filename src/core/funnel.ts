import { z } from 'zod'
import { wilson } from './scoring/intervals/proportion.ts'

/**
 * How the question of a prediction stands: open, due, or what it came to; `option`: one of several outcomes. What is in the
 * counts stands as the version does that it was said on.
 */
export const standings = ['open', 'due', 'yes', 'no', 'option', 'annulled', 'ambiguous', 'not-applicable'] as const
/**
 * What has become of a prediction for the score. `scored`, `pending` and `void` are in the counts; of the others:
 * `open`: its question is not due; `no-window-end`: its question may go on for ever; `listed`: it may never be scored
 * (a paraphrase, no end, no prediction that could be checked); `no-forecast`: a withdrawal, or a word that another was a
 * slip; `categorical`: it is on one of several outcomes and scored over them all, apart; `another-counts`: its author is scored on the question by another statement; `not-standing`: said after the
 * event, withdrawn, expired, taken back or not standing at the reference time.
 */
export const places = [
  'scored',
  'pending',
  'void',
  'open',
  'no-window-end',
  'listed',
  'no-forecast',
  'categorical',
  'another-counts',
  'not-standing',
] as const
/** Where what is in the counts stands: in the reports, in a slice of its own, or in a month that is not over. */
export const slices = ['headline', 'weak-hedge', 'default-window', 'too-fresh'] as const
export type Standing = (typeof standings)[number]
export type Place = (typeof places)[number]
export type CountedIn = (typeof slices)[number]

const countOf = <Key extends string>(keys: readonly [Key, ...Key[]]) => z.record(z.enum(keys), z.int().min(0))
const Reasons = z
  .array(z.object({ reason: z.string(), n: z.int().min(1) }))
  .meta({ description: 'the most frequent first; what is rare stands last as "other reasons"' })

/**
 * From texts to scores, each stage in whole numbers that add up: `candidates.all` = pending + rejected + accepted;
 * `rejected` = the sum of `rejectedFor`; `accepted` = `acceptedOfOthers` + `predictions.commentary` −
 * `predictions.elsewhere`; `predictions.all` = commentary + submitted + imported = the sum of `questions` = the sum of
 * `scoring`; `listed` = the sum of `listedFor`; scored + pending + void = the sum of `counted`.
 */
export const Funnel = z
  .object({
    commentaries: z.int(),
    candidates: z.object({
      all: z.int(),
      pending: z.int().meta({ description: 'waiting for a review' }),
      rejected: z.int(),
      accepted: z.int(),
      acceptedOfOthers: z.int().meta({ description: 'whose words are those of somebody else, quoted there' }),
      vague: z.int().meta({ description: 'among all of them' }),
      undated: z.int().meta({ description: 'among all of them: their words set no end' }),
      weaklyHedged: z.int().meta({ description: 'among all of them' }),
    }),
    rejectedFor: Reasons,
    predictions: z.object({
      all: z.int(),
      commentary: z.int(),
      submitted: z.int(),
      imported: z.int(),
      elsewhere: z.int().meta({ description: 'of `commentary`: said in a piece that others signed' }),
    }),
    questions: countOf(standings).meta({
      description: 'predictions by how their question stands, or the version of it that they are judged by',
    }),
    scoring: countOf(places).meta({ description: 'predictions by what has become of them for the score' }),
    listedFor: Reasons,
    hedges: z
      .object({
        statements: z.int().meta({ description: 'predictions that say a forecast, scored or not' }),
        hedged: z.int().meta({ description: 'of them weakly: a bare may, might, could or possible' }),
        share: z.number().nullable().meta({ description: 'hedged/statements, 0 to 1, no direction; null of none' }),
        interval: z
          .object({ low: z.number(), high: z.number(), level: z.number() })
          .nullable()
          .meta({ description: '95 %, Wilson' }),
      })
      .meta({ description: 'how much of it says nothing that could be wrong; in no score' }),
    counted: countOf(slices).meta({ description: 'scored, pending and void ones by where they stand in the reports' }),
  })
  .meta({ id: 'Funnel' })
export type Funnel = z.infer<typeof Funnel>

export type CandidateRow = {
  status: 'pending' | 'rejected' | 'accepted'
  reason: string | null
  ofOthers: boolean
  n: number
  vague: number
  undated: number
  weaklyHedged: number
}
export type PredictionRow = {
  origin: 'commentary' | 'submitted' | 'imported'
  elsewhere: boolean
  standing: Standing
  place: Place
  reason: string | null
  countedIn: CountedIn | null
  n: number
  weaklyHedged: number
}

/** Reasons are free words: the list ends here. */
const MOST_REASONS = 20

const reasonsOf = (rows: readonly { reason: string | null; n: number }[]): z.infer<typeof Reasons> => {
  const sums = new Map<string, number>()
  for (const { reason, n } of rows) sums.set(reason ?? '', (sums.get(reason ?? '') ?? 0) + n)
  const ordered = [...sums]
    .map(([reason, n]) => ({ reason, n }))
    .sort((a, b) => b.n - a.n || (a.reason < b.reason ? -1 : 1))
  const rest = ordered.slice(MOST_REASONS).reduce((so, { n }) => so + n, 0)
  return [...ordered.slice(0, MOST_REASONS), ...(rest > 0 ? [{ reason: 'other reasons', n: rest }] : [])]
}

const sum = <Row extends { n: number }>(rows: readonly Row[], among: (row: Row) => boolean = () => true): number =>
  rows.filter(among).reduce((so, { n }) => so + n, 0)

const sumsBy = <Key extends string, Row extends { n: number }>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key | null,
): Record<Key, number> =>
  Object.fromEntries(keys.map((key) => [key, sum(rows, (row) => keyOf(row) === key)])) as Record<Key, number>

/** What says no forecast hedges none. */
const hedgesOf = (predictions: readonly PredictionRow[]): Funnel['hedges'] => {
  const said = predictions.filter(({ place }) => place !== 'no-forecast')
  const statements = sum(said)
  const hedged = said.reduce((so, { weaklyHedged }) => so + weaklyHedged, 0)
  const share = statements === 0 ? null : hedged / statements
  return { statements, hedged, share, interval: wilson(hedged, statements) }
}

/** The funnel of what is counted in each cell. */
export const funnelOf = (commentaries: number, candidates: CandidateRow[], predictions: PredictionRow[]): Funnel => {
  const total = (figure: 'vague' | 'undated' | 'weaklyHedged') => candidates.reduce((so, row) => so + row[figure], 0)
  return {
    commentaries,
    candidates: {
      all: sum(candidates),
      ...sumsBy(['pending', 'rejected', 'accepted'], candidates, ({ status }) => status),
      acceptedOfOthers: sum(candidates, ({ status, ofOthers }) => status === 'accepted' && ofOthers),
      vague: total('vague'),
      undated: total('undated'),
      weaklyHedged: total('weaklyHedged'),
    },
    rejectedFor: reasonsOf(candidates.filter(({ status }) => status === 'rejected')),
    predictions: {
      all: sum(predictions),
      ...sumsBy(['commentary', 'submitted', 'imported'], predictions, ({ origin }) => origin),
      elsewhere: sum(predictions, ({ elsewhere }) => elsewhere),
    },
    questions: sumsBy(standings, predictions, ({ standing }) => standing),
    scoring: sumsBy(places, predictions, ({ place }) => place),
    listedFor: reasonsOf(predictions.filter(({ place }) => place === 'listed')),
    hedges: hedgesOf(predictions),
    counted: sumsBy(slices, predictions, ({ countedIn }) => countedIn),
  }
}

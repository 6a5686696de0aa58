import { z } from 'zod'
import { Author } from '../../core/author.ts'
import { groupBy } from '../../core/group-by.ts'
import { Problem } from '../../core/problem.ts'
import { timings } from '../../core/question.ts'
import { LOG_CLIP } from '../../core/scoring/binary/proper-scores.ts'
import {
  authorOverTime,
  type OverTimeFigure,
  type OverTimeMeasure,
  overTimeMeasures,
} from '../../core/scoring/over-time/author-over-time.ts'
import { whyWithheld } from '../../core/scoring/report/withhold.ts'
import { voices } from '../../core/slice.ts'
import { actsBeside } from '../../storage/acts.ts'
import type { Reader } from '../../storage/database.ts'
import { type Part, reachOf } from './author-counts.ts'
import { judgedQuestions } from './own-outcomes.ts'
import { readAt, readAtOf } from './read-at.ts'
import { described, figuresOf, ScoreRow } from './score-row.ts'
import { type TimedRecord, timedRecord } from './timed-record.ts'
import { VERSIONS, Versions } from './versions.ts'
import { withheldBy } from './withheld.ts'

const RULES = {
  questions:
    'every one that fell due on which a forecast of theirs stood, withdrawn before the reference time or not; so there may be more than are scored at one moment',
  opens:
    'when its criteria were published or its window began, whichever is later, but never after the first forecast of anybody',
  closes:
    'its reference time where forecasts were submitted, else the end of its window; earlier where the event that decided it had happened or been reported by then',
  stands:
    'from the latest bound of when it was said until the next of the same author, its withdrawal, its expiry or the close; what was said in commentary until the close alike',
  asked:
    'what was said, by anybody, of a version that asks the same in the same days as the one that the author is scored on, whichever way it is worded; the rest plays no part',
  spot: 'at the close',
  others: 'everybody in the same voice, weak hedges and listed statements left out',
  words: 'the mean of the phrase in the lexicon',
} as const

const rule = (name: keyof typeof RULES) => z.string().meta({ example: RULES[name] })

/** How an author did over time, a row a measure, and what it was computed from. */
export const AuthorOverTime = z
  .object({
    author: Author,
    timing: z.enum(timings),
    voice: z.enum(voices),
    collectionId: z.string().nullable().meta({ description: 'null = everything recorded' }),
    entered: z.boolean().meta({ description: 'of entered cohorts alone; else of everything due' }),
    scores: z.array(ScoreRow),
    inputs: z
      .object({
        n: z.int().meta({ description: 'settled questions on which a forecast stood before the close' }),
        families: z.int(),
        untimed: z.int().meta({
          description:
            'settled questions left out of n: decided at or before their opening, or no forecast stood before the close',
        }),
        pending: z.int().meta({ description: 'past the end of the window and not settled' }),
        void: z.int().meta({ description: 'never scored, always counted' }),
        updated: z.int().meta({ description: 'of n, those on which several forecasts of the author stood' }),
        ended: z.int().meta({ description: 'of n, those on which none stood any more at the close' }),
        others: z.number().nullable().meta({ description: 'forecasters beside the author on a question, on average' }),
        clip: z.object({ low: z.number(), high: z.number() }).meta({
          description: 'what probabilities are moved into for baseline, peer, spot and clipped log scores',
        }),
        rules: z.object({
          questions: rule('questions'),
          opens: rule('opens'),
          closes: rule('closes'),
          stands: rule('stands'),
          asked: rule('asked'),
          spot: rule('spot'),
          others: rule('others'),
          words: rule('words'),
        }),
      })
      .meta({ description: 'which questions, and which times of theirs' }),
    versions: Versions,
    ...readAt,
  })
  .meta({ id: 'AuthorOverTime' })
export type AuthorOverTime = z.infer<typeof AuthorOverTime>
type OverTime = Pick<AuthorOverTime, 'scores' | 'inputs'>

const COMPARING: ReadonlySet<OverTimeMeasure> = new Set(['peerScore', 'spotScore'])

const NO_PART: Partial<Record<OverTimeMeasure, string>> = {
  peerScore: 'nobody else had a forecast on any of these questions',
  spotScore: 'nobody else had a forecast standing at the close of any question on which the author had one',
}

const rowOf = (
  measure: OverTimeMeasure,
  figure: OverTimeFigure | null,
  { pending, entered }: { pending: number; entered: boolean },
): ScoreRow => {
  const { n = 0, families = 0 } = figure ?? {}
  const field = COMPARING.has(measure) ? 'comparisons' : 'overTime'
  const hidden = whyWithheld(field, { families, n, hits: 0, unsettled: pending }, { entered })
  const missing = n === 0 ? NO_PART[measure] : undefined
  const rule = missing === undefined ? hidden : null
  const isShown = rule === null && missing === undefined && figure !== null
  const value = figure?.value === Number.POSITIVE_INFINITY ? ('Infinity' as const) : (figure?.value ?? 0)
  return {
    ...described(measure),
    ...figuresOf(isShown ? { value, interval: figure.interval } : null),
    n,
    families,
    withheld: withheldBy(field, rule),
    missing: missing === undefined ? [] : [{ field: measure, reason: missing }],
    bounds: null,
  }
}

const overTimeOf = (authorId: string, record: TimedRecord, entered: boolean): OverTime => {
  const { questions, settled, pending, void: voided, updated, ended } = record
  const { scored, families, others, figures } = authorOverTime(questions, authorId)
  return {
    scores: overTimeMeasures.map((measure) => rowOf(measure, figures[measure], { pending, entered })),
    inputs: {
      n: scored,
      families,
      untimed: settled - scored,
      pending,
      void: voided,
      updated,
      ended,
      others,
      clip: LOG_CLIP,
      rules: RULES,
    },
  }
}

/** So many acts, of everybody on the author's questions, are read for one answer. */
export const MOST_ACTS = 20_000

const tooMany = ({ slug }: Author, most: number): Problem => {
  const detail = `${slug} and those beside spoke more than ${most.toLocaleString('en-GB')} times on these questions: scores over time are of no part of them`
  const field = { field: 'collection', detail }
  return new Problem('invalid-input', detail, 'name a collection with fewer, or read the scores of one moment', [field])
}

/**
 * An author's scores over time in a part of the record; from what was said and done, and what the logs say of it. Throws
 * `invalid-input` where that is more than `most` acts: of some of them nothing is computed.
 */
export const overTime = async (
  reader: Reader,
  author: Author,
  part: Part,
  most: number = MOST_ACTS,
): Promise<AuthorOverTime> => {
  const { slice, entered } = await reachOf(reader, part)
  const said = await actsBeside(reader, slice, author.id, most + 1)
  if (said.length > most) throw tooMany(author, most)
  const acts = groupBy(said, ({ questionId }) => questionId)
  const judged = await judgedQuestions(reader, [...acts.keys()])
  const record = timedRecord(author.id, { acts, judged }, { slice, timing: part.timing, voice: part.voice })
  return {
    author,
    timing: part.timing,
    voice: part.voice,
    collectionId: part.collection?.id ?? null,
    entered,
    ...overTimeOf(author.id, record, entered),
    versions: VERSIONS,
    ...readAtOf(part),
  }
}

import { z } from 'zod'
import type { Author } from './author.ts'
import type { BaselineKind, NoBaselineReason } from './baseline.ts'
import { idOf } from './id.ts'
import type { Form, Origin } from './prediction.ts'
import { type Timing, timings } from './question.ts'
import type { BoardDifficulty } from './scoring/report/board-difficulty.ts'
import type { DueMonth } from './scoring/report/cohort.ts'
import { type Voice, voices } from './slice.ts'
import { Instant } from './time.ts'

/** What one board is about. `set`: `all`, `collection:<id>` or `topic:<slug>`. */
export type Scope = { set: string; timing: Timing; voice: Voice }

/** The versions of all rules that figures are made by. */
export type Rules = { scoringRules: string; lexiconVersion: string; resolutionRules: string }

/**
 * One board, frozen: what was known at a position of the ledger, by the rules of then. Its id seeds whatever is drawn by lot, so
 * that anybody who reads as of its position comes to the same figures.
 */
export const Snapshot = z
  .object({
    id: idOf('snapshot'),
    set: z.string().meta({ description: 'all, or collection:<id>' }),
    timing: z.enum(timings),
    voice: z.enum(voices),
    at: Instant.meta({ description: 'the instant as of which it was read: months that were over then count' }),
    position: z.int().min(0).meta({ description: 'the position of the ledger as of which it was read' }),
    scoringRules: z.string(),
    lexiconVersion: z.string(),
    resolutionRules: z.string(),
    authors: z.int().meta({ description: 'how many are on it; frozen with it' }),
    recordedAt: Instant,
  })
  .meta({ id: 'Snapshot' })
export type Snapshot = z.infer<typeof Snapshot>

/** What a version of a question asks, as one name: that of the question where its first version asks the same. */
export const askedName = (questionId: string, version: number): string =>
  version === 1 ? questionId : `${questionId} ${version}`

/** The question and the number of the version that such a name is of. */
export const askedIn = (name: string): { questionId: string; version: number } => {
  const [questionId = name, version = '1'] = name.split(' ')
  return { questionId, version: Number(version) }
}

/** One scored forecast. `p` is that of the positive event, 0 to 1; so are the baselines that count beside it. */
export type BoardItem = {
  question: string
  /** Number of the first version of the question that asks what this one's asks. Who has the same was asked the same. */
  asked: number
  /** Whether its version is oriented the other way than that one: then 1 − p is the probability of that one's positive event. */
  turned: boolean
  family: string
  form: Form
  p: number
  outcome: 0 | 1
  /** By the latest bound. */
  saidAt: Instant
  /** The author's first and last forecast that stood on what it asks before its question closed; null where not several did. */
  stood: { first: number; last: number } | null
  /** When the log last settled the version that it was said on; null where it holds no settlement of it. */
  settledAt: Instant | null
  dueMonth: string
  origin: Origin
  /** Whether the author said something else of the question first, see `begun` of `BoardAuthor`. */
  restated: boolean
  baselines: { readonly [Kind in BaselineKind]?: number }
  /** Why one of a kind that the question has does not count beside it. */
  noBaselines: { readonly [Kind in BaselineKind]?: NoBaselineReason }
}
/** One that is due and not settled. */
export type OpenItem = Omit<BoardItem, 'outcome' | 'settledAt' | 'stood'>
/** How an author used one form of words, on questions that fell due; `hits` of the positive event. */
export type WordCount = { form: Form; weakHedge: boolean; n: number; hits: number; pending: number; void: number }

/** What an author said that is settled, or due and not settled, or void. */
export type BoardStatements = {
  items: BoardItem[]
  pending: OpenItem[]
  /** Not yet due, of families of which something is; `settledAt` where it is settled already, `void` where it never will be. */
  later: (OpenItem & Pick<BoardItem, 'settledAt'> & { void?: true })[]
  /** Called off, not applicable or otherwise void: counted and never scored. */
  void: OpenItem[]
}

/** What a report needs of one author: of the headline slice, but for `words`, which holds the weak hedges too. */
export type BoardAuthor = Pick<Author, 'id' | 'kind'> &
  BoardStatements & {
    /** What was said first on questions on which something else is scored, or nothing: evidence rests on it instead. */
    begun: BoardStatements
    /** When an outcome of theirs was last overturned; null where none was. */
    overturnedAt: Instant | null
    words: WordCount[]
  }

/** All that a board and its reports are computed from. `months` of a collection, oldest first; null where there is none. */
export type BoardInput = { seed: string; months: DueMonth[] | null; authors: BoardAuthor[] }

export const difficultyOutcomes = ['yes', 'no'] as const

/** How hard one question was, as a snapshot keeps it. */
export const QuestionDifficulty = z
  .object({
    questionId: idOf('question'),
    version: z.int().min(1).meta({
      description:
        'number of the version that it is of, and of every later one that asks the same in the same days, whichever way it is worded; of one that asks for something else it says nothing',
    }),
    outcome: z.enum(difficultyOutcomes).meta({
      description:
        'as that version had come out, and one of the other orientation the other way; of the same question with another outcome this says nothing',
    }),
    effect: z.number().meta({
      description:
        'how much harder it was than the mean question of the snapshot, in units of the Brier score; above 0 harder. Take it from the Brier score on the question; the mean of that over ten such questions at least is the adjusted score',
    }),
    authors: z.int().min(2).meta({ description: 'how many authors’ answers it rests on' }),
    rules: z.string().meta({ description: 'version of the rules by which difficulties are found' }),
  })
  .meta({ id: 'QuestionDifficulty' })
export type QuestionDifficulty = z.infer<typeof QuestionDifficulty>

/**
 * Figures of a board, a report for each of its authors and how hard its questions were, from numbers alone: the same input gives
 * the same to the last bit. Board and reports are JSON: no NaN, and what is infinite is a string.
 */
export type Judge = (input: BoardInput) => {
  board: unknown
  reports: ReadonlyMap<string, unknown>
  difficulty: BoardDifficulty
}

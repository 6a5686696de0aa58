import { z } from 'zod'
import { idOf } from '../../core/id.ts'
import { Proposal } from '../../core/proposal.ts'
import { Question, QuestionVersion, timings } from '../../core/question.ts'
import { statuses } from '../../core/resolution/lifecycle.ts'
import { searchKinds } from '../../core/search.ts'
import { voices } from '../../core/slice.ts'
import { Day, dayOf } from '../../core/time.ts'
import { TopicSlug } from '../../core/topic.ts'
import { mustFindCollection } from '../../queries/collections.ts'
import { flagPredictions } from '../../queries/flagged.ts'
import { FlaggedPrediction, FlaggedQuestion, FlaggedResolution } from '../../queries/flagged-schema.ts'
import { search } from '../../queries/following/search.ts'
import { SearchHit, shownMatches } from '../../queries/following/search-hit.ts'
import { mustFindAuthor } from '../../queries/must-find-author.ts'
import { publicPrediction, publicProposal, publicQuestion } from '../../queries/public.ts'
import { QuestionDetail, questionDetail } from '../../queries/question-detail.ts'
import { CalibrationReport, calibrationReport } from '../../queries/report/calibration-report.ts'
import { workList } from '../../queries/work-list.ts'
import { listPredictions } from '../../storage/predictions.ts'
import { idsNamed } from '../list-filters.ts'
import { bothAsked, tool } from './tool.ts'

const page = {
  limit: z.int().min(1).max(50).default(10).meta({ description: 'at most so many, 1 to 50' }),
  cursor: z.string().max(200).optional().meta({ description: 'the `next` of the page before' }),
}
const pageRequest = ({ limit, cursor }: { limit: number; cursor?: string | undefined }) => ({
  limit,
  cursor: cursor ?? null,
})
const pageOf = <T extends z.ZodType>(item: T) => ({
  items: z.array(item),
  next: z.string().nullable().meta({ description: 'the `cursor` of the next page; null on the last' }),
})
const named = z.string().min(1).max(300)

const Said = FlaggedPrediction.pick({
  id: true,
  authorId: true,
  authorName: true,
  questionId: true,
  act: true,
  form: true,
  probability: true,
  said: true,
  attribution: true,
  weakHedge: true,
  scoreable: true,
  unscoredReason: true,
  origin: true,
  takenBack: true,
  quote: true,
  commentaryId: true,
  disputes: true,
}).meta({ id: 'SaidPrediction' })

const AskedVersion = QuestionVersion.pick({
  id: true,
  version: true,
  wording: true,
  criteria: true,
  orientation: true,
  condition: true,
  windowStart: true,
  windowEnd: true,
  windowSource: true,
  referenceAt: true,
}).meta({ id: 'AskedVersion' })
const brief = { id: true, kind: true, status: true, outcome: true, voidReason: true, topics: true } as const
const AskedQuestion = Question.pick(brief).extend({ version: AskedVersion }).meta({ id: 'AskedQuestion' })

const searchPredictions = tool({
  name: 'search_predictions',
  title: 'Search predictions',
  description:
    'Finds recorded predictions: with `q` by the words of their quotes, best first, or with filters alone, newest first. `kinds` ' +
    'looks for questions (by wording) and authors (by name) as well. Each prediction has its quote, who said it when, and its ' +
    'probability of the positive event.',
  scope: 'none',
  repeatable: true,
  operationId: 'search',
  input: z.strictObject({
    q: z.string().trim().min(1).max(200).optional().meta({
      description:
        'words in any order; "two words" is a phrase, `or` gives a choice, `-word` leaves out; not with filters',
    }),
    kinds: z.array(z.enum(searchKinds)).min(1).default(['prediction']).meta({ description: 'of use with `q` alone' }),
    author: named.optional().meta({ description: 'id or slug' }),
    question: idOf('question').optional(),
    topic: TopicSlug.optional(),
    status: z.enum(statuses).optional().meta({ description: 'of the question' }),
    ...page,
  }),
  output: z.object({
    ...pageOf(
      z.object({
        kind: z.enum(searchKinds),
        prediction: Said.nullable(),
        question: AskedQuestion.nullable(),
        author: SearchHit.options[2].shape.author.nullable(),
      }),
    ),
  }),
  run: async ({ reading: { reader } }, { q, kinds, author, question, topic, status, ...rest }) => {
    const filters = Object.entries({ author, question, topic, status }).filter(([, value]) => value !== undefined)
    if (q !== undefined && filters[0] !== undefined)
      throw bothAsked('words and filters do not go together', filters[0][0])
    const none = { prediction: null, question: null, author: null }
    if (q === undefined) {
      const filter = {
        ...(await idsNamed(reader, { author })),
        questionId: question ?? null,
        commentaryId: null,
        topic: topic ?? null,
        status: status ?? null,
        kind: null,
        dueAfter: null,
        dueBefore: null,
      }
      const { items, next } = await listPredictions(reader, filter, pageRequest(rest))
      const said = await flagPredictions(reader, items.map(publicPrediction))
      return { items: said.map((prediction) => ({ ...none, kind: 'prediction' as const, prediction })), next }
    }
    const { items, next } = await search(reader, { q, kinds }, pageRequest(rest))
    return { items: (await shownMatches(reader, items)).map((hit) => ({ ...none, ...hit })), next }
  },
})

const readCalibration = tool({
  name: 'read_author_calibration',
  title: "Read an author's calibration",
  description:
    'How well the forecasts of an author met what happened: n, independent families, hits against expected hits, Brier score (0 ' +
    'best, 1 worst) with its interval, and the same in plain words (`sentences`). A null figure is withheld by a rule (`withheld`) ' +
    'or missing (`missing`): do not guess it. Figures are about this sample, never about the person.',
  scope: 'none',
  repeatable: true,
  operationId: 'readCalibration',
  input: z.strictObject({
    author: named.meta({ description: 'id or slug; search_predictions with kinds ["author"] finds it' }),
    timing: z.enum(timings).default('prospective').meta({
      description:
        'questions whose criteria were fixed before the outcome, or after it; `seeAlso` says where an empty one is not',
    }),
    voice: z.enum(voices).default('own').meta({ description: 'own words, or words that others quote' }),
    collection: named.optional().meta({ description: 'id or slug; left out: everything' }),
  }),
  output: CalibrationReport.pick({
    author: true,
    collectionId: true,
    timing: true,
    voice: true,
    cohort: true,
    n: true,
    families: true,
    hits: true,
    expectedHits: true,
    pending: true,
    void: true,
    baseRate: true,
    brier: true,
    skill: true,
    leaning: true,
    bounds: true,
    withheld: true,
    missing: true,
    sentences: true,
    versions: true,
    seeAlso: true,
  }),
  run: async ({ reading: { reader, now } }, { author: name, timing, voice, collection: of }) => {
    const author = await mustFindAuthor(reader, name, 'author')
    const collection = of === undefined ? null : await mustFindCollection(reader, of)
    return calibrationReport(reader, { author, timing, voice, collection, now })
  },
})

const listDue = tool({
  name: 'list_due_questions',
  title: 'List what falls due',
  description:
    'Questions that need an outcome, the window that ended first first: those that are due, and open ones whose window ends before ' +
    '`due_before`. A passed deadline is not evidence: it takes a report of what happened, or sources read past the end.',
  scope: 'none',
  repeatable: true,
  operationId: 'listWork',
  input: z.strictObject({
    due_before: Day.optional().meta({
      description: 'also open questions whose window ends before this day; left out: today',
      examples: ['2027-01-01'],
    }),
    ...page,
  }),
  output: z.object({
    today: Day,
    ...pageOf(
      z.object({
        question: AskedQuestion,
        proposals: z
          .array(
            Proposal.pick({ id: true, outcome: true, rationale: true, reason: true }).meta({ id: 'WaitingProposal' }),
          )
          .meta({ description: 'outcomes that wait for a decision' }),
        heldUntil: Proposal.shape.decidedAt.meta({ description: 'while somebody is at it; null: free' }),
      }),
    ),
  }),
  run: async ({ reading: { reader, now } }, { due_before, ...rest }) => {
    const today = dayOf(now)
    const filter = { dueBefore: due_before ?? today, resolver: null, now }
    const { items, next } = await workList(reader, filter, pageRequest(rest))
    const shown = items.map((item) => ({
      ...item,
      question: publicQuestion(item.question),
      proposals: item.proposals.map(publicProposal),
    }))
    return { today, items: shown, next }
  },
})

const readQuestion = tool({
  name: 'read_question',
  title: 'Read a question',
  description:
    'The wording and criteria of a question, its window, options, disputes, and its log: what was decided, by whom, on what evidence.',
  scope: 'none',
  repeatable: true,
  operationId: 'readQuestion',
  input: z.strictObject({ id: idOf('question') }),
  output: FlaggedQuestion.pick({ ...brief, disputes: true }).extend({
    version: AskedVersion,
    options: QuestionDetail.shape.options,
    log: z.array(
      FlaggedResolution.pick({
        step: true,
        outcome: true,
        voidReason: true,
        decider: true,
        reason: true,
        evidence: true,
        recordedAt: true,
        disputes: true,
      }).meta({ id: 'LogEntry' }),
    ),
  }),
  run: ({ reading: { reader } }, { id }) => questionDetail(reader, id),
})

export const readingTools = [searchPredictions, readCalibration, listDue, readQuestion]

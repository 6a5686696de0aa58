import { z } from 'zod'
import { windowSources } from '../core/candidate.ts'
import { idOf } from '../core/id.ts'
import { factOf } from '../core/ledger/fact.ts'
import { Problem } from '../core/problem.ts'
import { orientations, type Question } from '../core/question.ts'
import { Day, Instant } from '../core/time.ts'
import { addQuestionsToCollection, findCollection } from '../storage/collections.ts'
import { findQuestion, insertFamilies, insertQuestions, insertVersions } from '../storage/questions.ts'
import { action } from './context.ts'

export const CreateQuestion = z
  .object({
    wording: z.string().trim().min(1, 'give a wording').max(2000),
    criteria: z.string().trim().min(1).max(5000).optional(),
    orientation: z.enum(orientations).default('as-worded'),
    condition: z.string().trim().min(1).max(2000).nullable().default(null),
    windowStart: Day,
    windowEnd: Day.nullable(),
    windowSource: z.enum(windowSources).default('stated'),
    referenceAt: Instant.optional().meta({ description: 'needed where forecasts are submitted' }),
    familyId: idOf('family').optional(),
    collection: z.string().optional().meta({ description: 'id or slug' }),
  })
  .meta({ id: 'CreateQuestion' })
type Whole = z.output<typeof CreateQuestion>
/** What is left out takes the schema's default. */
export type CreateQuestion = Pick<Whole, 'wording' | 'windowStart' | 'windowEnd'> & Partial<Whole>

/** Criteria where none are given: what counts, until when, by whose reports. */
const plainCriteria = (orientation: Question['version']['orientation'], windowEnd: Day | null): string => {
  const what = orientation === 'as-worded' ? 'what the wording states comes true' : 'what the wording states fails'
  return `Yes if ${what}${windowEnd ? ` by the end of ${windowEnd} (UTC)` : ''}, as reported by the sources of its collection.`
}

const frame = ({ windowStart, windowEnd }: CreateQuestion): void => {
  if (windowEnd === null || windowStart <= windowEnd) return
  const detail = 'the window ends before it starts'
  throw new Problem('invalid-input', detail, 'give an end on or after the start', [{ field: 'windowEnd', detail }])
}

/** Makes a question with its first version. Its criteria are fixed by being recorded: now. */
export const createQuestion = action<CreateQuestion, Question>(async ({ tx, now, newId, newSalt }, input) => {
  frame(input)
  const { orientation = 'as-worded', windowEnd, windowSource = 'stated', condition = null } = input
  const questionId = newId('question')
  const familyId = input.familyId ?? newId('family')
  if (!input.familyId) await insertFamilies(tx, [{ id: familyId, label: input.wording.slice(0, 200), recordedAt: now }])
  await insertQuestions(tx, [{ id: questionId, familyId, recordedAt: now }])
  const version = {
    id: newId('version'),
    questionId,
    version: 1,
    wording: input.wording,
    criteria: input.criteria ?? plainCriteria(orientation, windowEnd),
    orientation,
    condition,
    windowStart: input.windowStart,
    windowEnd,
    windowZone: 'UTC' as const,
    windowSource,
    resolver: 'manual' as const,
    referenceAt: input.referenceAt ?? null,
    criteriaFixedAt: now,
    criteriaSource: null,
    recordedAt: now,
  }
  await insertVersions(tx, [await factOf('version', version, newSalt)])
  if (input.collection) {
    const collection = await findCollection(tx, input.collection)
    if (!collection) {
      const detail = `there is no collection ${input.collection}`
      throw new Problem('not-found', detail, 'list the collections', [{ field: 'collection', detail }])
    }
    await addQuestionsToCollection(tx, collection.id, [questionId])
  }
  const question = await findQuestion(tx, questionId)
  if (!question) throw new Error(`question ${questionId} vanished`)
  return question
})

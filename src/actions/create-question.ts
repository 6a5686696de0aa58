import { z } from 'zod'
import { windowSources } from '../core/candidate.ts'
import { idOf } from '../core/id.ts'
import { canonical, sha256 } from '../core/ledger/digest.ts'
import { factOf } from '../core/ledger/fact.ts'
import { Problem } from '../core/problem.ts'
import { orientations, type Question } from '../core/question.ts'
import { Day, endOf, Instant } from '../core/time.ts'
import { mustFindCollection } from '../queries/collections.ts'
import { addQuestionsToCollection } from '../storage/collections.ts'
import { claimQuestion, findQuestion, insertFamilies, insertVersions, joinFamily } from '../storage/questions.ts'
import { action, type Transacting } from './context.ts'

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
type Orientation = (typeof orientations)[number]
type Whole = z.output<typeof CreateQuestion>
/** What is left out takes the schema's default. */
export type CreateQuestion = Pick<Whole, 'wording' | 'windowStart' | 'windowEnd'> & Partial<Whole>

/** What the question is about, where a candidate made it and not a request. */
type Origin = { hedge: string }

/** Criteria where none are given: what counts, until when, by whose reports. */
const plainCriteria = ({
  orientation,
  windowEnd,
  hedge,
}: { orientation: Orientation; windowEnd: Day | null } & Origin) => {
  const said = hedge === '' ? null : `what these words call “${hedge.replace(/\s+/g, ' ')}”`
  const what =
    orientation === 'as-worded'
      ? `${said ?? 'what the wording states'} comes true`
      : said
        ? `the opposite of ${said} comes true`
        : 'what the wording states fails'
  return `Yes if ${what}${windowEnd ? ` by the end of ${windowEnd} (UTC)` : ''}, as reported by the sources of its collection.`
}

const refuse = (field: string, detail: string, remedy: string): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field, detail }])

/** Days and reference time must fit: a forecast that is scored stands inside a window that ends. */
const mustFit = ({ windowStart, windowEnd, referenceAt }: CreateQuestion): void => {
  if (windowEnd !== null && windowStart > windowEnd) {
    throw refuse('windowEnd', 'the window ends before it starts', 'give an end on or after the start')
  }
  if (!referenceAt) return
  if (windowEnd === null) {
    throw refuse('windowEnd', 'a question that takes forecasts needs a window that ends', 'give windowEnd')
  }
  if (referenceAt > endOf(windowEnd)) {
    throw refuse('referenceAt', `it lies after the window's end, ${windowEnd}`, 'give an instant inside the window')
  }
}

const versionOf = ({ now, newId }: Transacting, questionId: string, input: CreateQuestion, hedge: string) => {
  const { orientation = 'as-worded', windowEnd, windowSource = 'stated', condition = null } = input
  return {
    id: newId('version'),
    questionId,
    version: 1,
    wording: input.wording,
    criteria: input.criteria ?? plainCriteria({ orientation, windowEnd, hedge }),
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
}

type Row = { id: string; requestDigest: string | null }

/** Writes family, version and collection of a question whose row is there. */
const complete = async (scope: Transacting, { id, requestDigest }: Row, input: CreateQuestion, hedge: string) => {
  const { tx, now, newId, newSalt } = scope
  const familyId = input.familyId ?? newId('family')
  if (!input.familyId) await insertFamilies(tx, [{ id: familyId, label: null, recordedAt: now }])
  await joinFamily(tx, { id, familyId, requestDigest, recordedAt: now })
  await insertVersions(tx, [await factOf('version', versionOf(scope, id, input, hedge), newSalt, { familyId })])
  if (!input.collection) return
  const collection = await mustFindCollection(tx, input.collection)
  await addQuestionsToCollection(tx, collection.id, [id], now)
}

const mustFind = async ({ tx }: Transacting, id: string): Promise<Question> => {
  const question = await findQuestion(tx, id)
  if (!question) throw new Error(`question ${id} vanished`)
  return question
}

/** Makes the question of an accepted candidate. Its criteria are fixed by being recorded: now. */
export const questionOfCandidate = action<CreateQuestion & Origin, Question>(async (scope, { hedge, ...input }) => {
  mustFit(input)
  const row = { id: scope.newId('question'), requestDigest: null }
  await claimQuestion(scope.tx, { ...row, familyId: '', recordedAt: scope.now })
  await complete(scope, row, input, hedge)
  return mustFind(scope, row.id)
})

/** Makes a question with its first version, once: the same request again answers with the question that stands. */
export const createQuestion = action<CreateQuestion, { question: Question; created: boolean }>(async (scope, input) => {
  mustFit(input)
  const row = { id: scope.newId('question'), requestDigest: await sha256(canonical(input)) }
  const standing = await claimQuestion(scope.tx, { ...row, familyId: '', recordedAt: scope.now })
  if (standing === row.id) await complete(scope, row, input, '')
  return { question: await mustFind(scope, standing), created: standing === row.id }
})

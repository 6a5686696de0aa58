import { z } from 'zod'
import { MAX_CLAIM, windowSources } from '../../core/candidate.ts'
import { idOf } from '../../core/id.ts'
import { canonical, sha256 } from '../../core/ledger/digest.ts'
import { MAX_OPTIONS } from '../../core/option.ts'
import { Problem } from '../../core/problem.ts'
import { orientations, type Question } from '../../core/question.ts'
import { Resolvers } from '../../core/resolution/resolver.ts'
import { NamedTrigger, type Trigger } from '../../core/resolution/trigger.ts'
import { Day, Instant } from '../../core/time.ts'
import { mustFindCollection } from '../../queries/collections.ts'
import { addQuestionsToCollection } from '../../storage/collections.ts'
import { holdLinks } from '../../storage/lock-order.ts'
import { claimQuestion, findQuestion, insertFamilies, joinFamily } from '../../storage/questions.ts'
import { action, type Transacting } from '../context.ts'
import { FirstOption, mustDiffer, writeOptions } from './add-option.ts'
import { mustLock } from './append-resolution.ts'
import { comeInStep } from './follow-trigger.ts'
import { nameTrigger } from './name-trigger.ts'
import { mustFit, mustFitSeveral, plainCriteria, type VersionTerms, writeVersion } from './write-version.ts'

export const CreateQuestion = z
  .object({
    wording: z.string().trim().min(1, 'give a wording').max(MAX_CLAIM),
    criteria: z.string().trim().min(1).max(5000).optional(),
    orientation: z.enum(orientations).default('as-worded'),
    condition: z.string().trim().min(1).max(2000).nullable().default(null),
    trigger: NamedTrigger.optional(),
    windowStart: Day,
    windowEnd: Day.nullable(),
    windowSource: z.enum(windowSources).default('stated'),
    referenceAt: Instant.optional().meta({ description: 'needed where forecasts are submitted' }),
    resolvers: Resolvers.optional().meta({ description: 'rules that propose the outcome; none: a person finds it' }),
    options: z.array(FirstOption).min(2).max(MAX_OPTIONS).optional().meta({
      description: 'makes it categorical: one of these comes; an `other` among them lets more be added later',
    }),
    familyId: idOf('family').optional(),
    collection: z.string().optional().meta({ description: 'id or slug' }),
  })
  .meta({
    id: 'CreateQuestion',
    examples: [
      {
        wording: 'The harbour bridge opens to traffic.',
        criteria: 'Yes once a car may cross it, by a report of the harbour office.',
        windowStart: '2026-10-05',
        windowEnd: '2031-03-31',
        referenceAt: '2031-01-01T00:00:00.000Z',
      },
      {
        wording: 'Who wins the next election of the council?',
        criteria: 'The one whom the council declares elected.',
        windowStart: '2026-10-05',
        windowEnd: '2031-03-31',
        options: [{ label: 'Ada Quill' }, { label: 'Bo Reed' }, { label: 'somebody else', other: true }],
      },
    ],
  })
type Whole = z.output<typeof CreateQuestion>
/** What is left out takes the schema's default. */
export type CreateQuestion = Pick<Whole, 'wording' | 'windowStart' | 'windowEnd'> & Partial<Whole>

type Row = { id: string; requestDigest: string | null }

/** Writes family, version and collection of a question whose row is there; a trigger that failed already voids it. */
const complete = async (scope: Transacting, { id, requestDigest }: Row, input: CreateQuestion, hedge: string) => {
  const { tx, now, newId } = scope
  const familyId = input.familyId ?? newId('family')
  if (!input.familyId) await insertFamilies(tx, [{ id: familyId, label: null, recordedAt: now }])
  await joinFamily(tx, { id, familyId, requestDigest, recordedAt: now })
  const trigger = input.trigger ? await nameTrigger(scope, input.trigger, null) : null
  await writeVersion(scope, { id, familyId }, firstVersion(input, hedge, trigger))
  const options = input.options ?? []
  await writeOptions(
    scope,
    id,
    options.map(({ label, other = false }, at) => ({ position: at + 1, label, isOther: other, reason: null })),
  )
  if (input.collection) {
    const collection = await mustFindCollection(tx, input.collection)
    await addQuestionsToCollection(tx, collection.id, [id], now)
  }
  if (trigger) await comeInStep(scope, await mustLock(scope, id))
}

const firstVersion = (input: CreateQuestion, hedge: string, trigger: Trigger | null): VersionTerms => {
  const { orientation = 'as-worded', windowEnd, windowSource = 'stated', condition = null, resolvers = [] } = input
  return {
    version: 1,
    wording: input.wording,
    criteria: input.criteria ?? plainCriteria({ orientation, windowEnd, hedge }),
    orientation,
    condition,
    trigger,
    windowStart: input.windowStart,
    windowEnd,
    windowSource,
    resolvers,
    referenceAt: input.referenceAt ?? null,
    reason: null,
  }
}

/** Options need criteria that tell them apart; neither an opposite nor a rule that proposes yes or no fits several. */
const mustFitOptions = ({ options, criteria, orientation, resolvers }: CreateQuestion): void => {
  if (!options) return
  mustDiffer(options)
  mustFitSeveral({ orientation, resolvers })
  if (criteria !== undefined) return
  const detail = 'a question of several options needs criteria'
  throw new Problem('invalid-input', detail, 'say how the options are told apart', [{ field: 'criteria', detail }])
}

const mustFind = async ({ tx }: Transacting, id: string): Promise<Question> => {
  const question = await findQuestion(tx, id)
  if (!question) throw new Error(`question ${id} vanished`)
  return question
}

/** Makes the question of an accepted candidate. Its criteria are fixed by being recorded: now. */
export const questionOfCandidate = action<CreateQuestion & { hedge: string }, Question>(
  async (scope, { hedge, ...input }) => {
    mustFit(input)
    const row = { id: scope.newId('question'), requestDigest: null }
    await claimQuestion(scope.tx, { ...row, kind: 'binary', familyId: '', recordedAt: scope.now })
    await complete(scope, row, input, hedge)
    return mustFind(scope, row.id)
  },
)

/** Makes a question with its first version, once: the same request again answers with the question that stands. */
export const createQuestion = action<CreateQuestion, { question: Question; created: boolean }>(async (scope, input) => {
  mustFit(input)
  mustFitOptions(input)
  const kind = input.options ? 'categorical' : 'binary'
  if (input.trigger) await holdLinks(scope.tx)
  const row = { id: scope.newId('question'), requestDigest: await sha256(canonical(input)) }
  const standing = await claimQuestion(scope.tx, { ...row, kind, familyId: '', recordedAt: scope.now })
  if (standing === row.id) await complete(scope, row, input, '')
  return { question: await mustFind(scope, standing), created: standing === row.id }
})

import { z } from 'zod'
import { MAX_CLAIM, windowSources } from '../../core/candidate.ts'
import { canonical } from '../../core/ledger/digest.ts'
import { Problem } from '../../core/problem.ts'
import { orientations, type Question, type QuestionVersion } from '../../core/question.ts'
import { lastStep } from '../../core/resolution/lifecycle.ts'
import { Resolvers } from '../../core/resolution/resolver.ts'
import { NamedTrigger, type Trigger } from '../../core/resolution/trigger.ts'
import { entryStands, versionStands } from '../../core/stands.ts'
import { Day, Instant } from '../../core/time.ts'
import { predictionsOn } from '../../storage/predictions.ts'
import { versionsOf } from '../../storage/questions.ts'
import { logOf } from '../../storage/resolutions.ts'
import { action, type Transacting } from '../context.ts'
import { comeInStep, mustLockAll } from './follow-trigger.ts'
import { nameTrigger } from './name-trigger.ts'
import { mustFit, mustFitSeveral, type VersionTerms, writeVersion } from './write-version.ts'

export const AddVersion = z
  .object({
    expectedVersion: z.int().min(1).meta({ description: 'number of the version that this one follows' }),
    wording: z.string().trim().min(1).max(MAX_CLAIM).optional(),
    criteria: z.string().trim().min(1).max(5000).optional(),
    orientation: z.enum(orientations).optional(),
    condition: z.string().trim().min(1).max(2000).nullable().optional(),
    trigger: NamedTrigger.nullable().optional().meta({
      description: 'once something was said, only words of a condition can be given theirs',
    }),
    windowStart: Day.optional(),
    windowEnd: Day.nullable().optional(),
    windowSource: z.enum(windowSources).optional(),
    referenceAt: Instant.nullable().optional(),
    resolvers: Resolvers.optional(),
    reason: z.string().trim().min(1, 'say why').max(2000),
  })
  .meta({
    id: 'AddVersion',
    description: 'what is left out stays as in the version followed',
    examples: [
      { expectedVersion: 1, windowEnd: '2031-06-30', reason: 'the works were put off for a quarter' },
      { expectedVersion: 1, criteria: 'Yes once a bus may cross it as well.', reason: 'what opens was not said' },
    ],
  })
export type AddVersion = z.infer<typeof AddVersion>

/** What may differ from one version to the next. */
const changeable = [
  'wording',
  'criteria',
  'orientation',
  'condition',
  'trigger',
  'windowStart',
  'windowEnd',
  'windowSource',
  'referenceAt',
  'resolvers',
] as const
/** What criteria speak of. */
const inCriteria = ['wording', 'orientation', 'windowEnd'] as const

type Terms = Pick<QuestionVersion, (typeof changeable)[number]>

const differsIn = <Field extends keyof Terms>(fields: readonly Field[], a: Terms, b: Terms): Field[] =>
  fields.filter((field) => canonical(a[field]) !== canonical(b[field]))

/** The terms of the version that would follow: those of the one before, with what is given in their place. */
const following = (before: QuestionVersion, input: AddVersion, named: Trigger | null): VersionTerms => {
  const { expectedVersion, reason, trigger, ...given } = input
  const kept = Object.fromEntries(changeable.map((field) => [field, before[field]])) as Terms
  const changed = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const bound = trigger === undefined ? before.trigger : named
  return { ...kept, ...changed, trigger: bound, version: expectedVersion + 1, reason }
}

/** Whether a version is what was asked for; its trigger may have been named on a version that was the newest then. */
const isSame = (version: QuestionVersion, terms: VersionTerms): boolean => {
  const { trigger } = terms
  const bound = trigger && version.trigger && { ...trigger, versionId: version.trigger.versionId }
  return version.reason === terms.reason && differsIn(changeable, version, { ...terms, trigger: bound }).length === 0
}

/**
 * A condition is part of what is said: once somebody has spoken, a version neither takes nor drops a trigger. Only where all
 * that was said bore a condition in words may these be given their question.
 */
const mustKeepTrigger = async ({ tx }: Transacting, versions: readonly QuestionVersion[], to: VersionTerms) => {
  const before = versions.find(({ version }) => version === to.version - 1)
  if (!before || differsIn(['trigger'], before, to).length === 0) return
  const spokenOn = new Set((await predictionsOn(tx, before.questionId)).map(({ versionId }) => versionId))
  const spoken = versions.filter(({ id }) => spokenOn.has(id))
  if (spoken.every(({ condition, trigger }) => condition !== null && trigger === null)) return
  const detail = 'what was said here depends on other things, or on none'
  throw new Problem('invalid-input', detail, `make a question of its own in the same family`, [
    { field: 'trigger', detail },
  ])
}

/** A version must say something new, and say what counts in its own terms. */
const mustChange = (before: QuestionVersion, terms: VersionTerms, { criteria }: AddVersion): void => {
  if (differsIn(changeable, before, terms).length === 0) {
    throw new Problem('invalid-input', 'nothing would change', 'send what the new version changes', [
      { field: 'body', detail: `it says what version ${before.version} says` },
    ])
  }
  const stale = criteria === undefined ? differsIn(inCriteria, before, terms) : []
  if (stale.length === 0) return
  const detail = `the criteria were written for another ${stale.join(' and ')}`
  throw new Problem('invalid-input', detail, 'send the criteria too', [{ field: 'criteria', detail }])
}

const conflict = (expected: number, newest: QuestionVersion): Problem => {
  const detail = `the newest version is ${newest.version}, not ${expected}`
  const field = { field: 'expectedVersion', detail }
  const remedy = 'read it, and send what you would change of it'
  return new Problem('conflict', detail, remedy, [field], versionStands(newest))
}

const decided = async ({ tx }: Transacting, { id, status }: Question): Promise<Problem> => {
  const stands = entryStands(lastStep(await logOf(tx, id)))
  const detail = `a question that is ${status} takes no further version`
  return new Problem('illegal-step', detail, 'reopen it first if it was decided wrongly', [], stands)
}

/** `created` is false when the same request was sent before. */
export type VersionAdded = { version: QuestionVersion; created: boolean }

/**
 * Appends a version to a question that is not decided. Nothing changes in place: what was said before stays on the
 * version it was said on and is judged by it. Throws `conflict` where another version followed first, `illegal-step`
 * once the question is resolved or void, `invalid-input` where nothing would change.
 */
export const addVersion = action<{ questionId: string; version: AddVersion }, VersionAdded>(
  async (scope, { questionId, version: input }) => {
    const { tx } = scope
    const named = input.trigger ? await nameTrigger(scope, input.trigger, questionId) : null
    const question = await mustLockAll(scope, questionId, 'id')
    const versions = await versionsOf(tx, questionId)
    const numbered = (n: number) => versions.find(({ version }) => version === n)
    const before = numbered(input.expectedVersion)
    if (!before) throw conflict(input.expectedVersion, question.version)
    const terms = following(before, input, named)
    const after = numbered(terms.version)
    if (after) {
      if (isSame(after, terms)) return { version: after, created: false }
      throw conflict(input.expectedVersion, question.version)
    }
    if (question.status === 'resolved' || question.status === 'void') {
      throw await decided(scope, question)
    }
    mustFit(terms)
    if (question.kind === 'categorical') mustFitSeveral(terms)
    mustChange(before, terms, input)
    await mustKeepTrigger(scope, versions, terms)
    const version = await writeVersion(scope, question, terms)
    await comeInStep(scope, { ...question, version })
    return { version, created: true }
  },
)

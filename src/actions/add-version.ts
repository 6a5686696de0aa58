import { z } from 'zod'
import { windowSources } from '../core/candidate.ts'
import { canonical } from '../core/ledger/digest.ts'
import { missing, Problem } from '../core/problem.ts'
import { orientations, type Question, type QuestionVersion } from '../core/question.ts'
import { Resolvers } from '../core/resolution/resolver.ts'
import { entryStands, versionStands } from '../core/stands.ts'
import { Day, Instant } from '../core/time.ts'
import { lockQuestion, versionsOf } from '../storage/questions.ts'
import { logOf } from '../storage/resolutions.ts'
import { action, type Transacting } from './context.ts'
import { mustFit, mustFitSeveral, type VersionTerms, writeVersion } from './write-version.ts'

export const AddVersion = z
  .object({
    expectedVersion: z.int().min(1).meta({ description: 'number of the version that this one follows' }),
    wording: z.string().trim().min(1).max(2000).optional(),
    criteria: z.string().trim().min(1).max(5000).optional(),
    orientation: z.enum(orientations).optional(),
    condition: z.string().trim().min(1).max(2000).nullable().optional(),
    windowStart: Day.optional(),
    windowEnd: Day.nullable().optional(),
    windowSource: z.enum(windowSources).optional(),
    referenceAt: Instant.nullable().optional(),
    resolvers: Resolvers.optional(),
    reason: z.string().trim().min(1, 'say why').max(2000),
  })
  .meta({ id: 'AddVersion', description: 'what is left out stays as in the version followed' })
export type AddVersion = z.infer<typeof AddVersion>

/** What may differ from one version to the next. */
const changeable = [
  'wording',
  'criteria',
  'orientation',
  'condition',
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
const following = (before: QuestionVersion, { expectedVersion, reason, ...given }: AddVersion): VersionTerms => {
  const { wording, criteria, orientation, condition, windowStart, windowEnd, windowSource, referenceAt, resolvers } =
    before
  const kept = {
    wording,
    criteria,
    orientation,
    condition,
    windowStart,
    windowEnd,
    windowSource,
    referenceAt,
    resolvers,
  }
  const changed = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return { ...kept, ...changed, version: expectedVersion + 1, reason }
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
  const stands = entryStands((await logOf(tx, id)).at(-1))
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
    const question = await lockQuestion(tx, questionId)
    if (!question) throw missing('question', questionId)
    const versions = await versionsOf(tx, questionId)
    const numbered = (n: number) => versions.find(({ version }) => version === n)
    const before = numbered(input.expectedVersion)
    if (!before) throw conflict(input.expectedVersion, question.version)
    const terms = following(before, input)
    const after = numbered(terms.version)
    if (after) {
      if (after.reason === input.reason && differsIn(changeable, after, terms).length === 0) {
        return { version: after, created: false }
      }
      throw conflict(input.expectedVersion, question.version)
    }
    if (question.status === 'resolved' || question.status === 'void') {
      throw await decided(scope, question)
    }
    mustFit(terms)
    if (question.kind === 'categorical') mustFitSeveral(terms)
    mustChange(before, terms, input)
    return { version: await writeVersion(scope, question, terms), created: true }
  },
)

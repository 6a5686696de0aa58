import { z } from 'zod'
import { type Baseline, baselineKinds } from '../../core/baseline.ts'
import { idOf } from '../../core/id.ts'
import { canonical, sha256 } from '../../core/ledger/digest.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { Sha256 } from '../../core/ledger/sha256.ts'
import { Probability, toMicro } from '../../core/probability.ts'
import { Problem } from '../../core/problem.ts'
import type { Question, QuestionVersion } from '../../core/question.ts'
import { endOf, type Instant, type Moment, momentOf, When } from '../../core/time.ts'
import { HttpUrl } from '../../core/url.ts'
import { findBaseline, insertBaselines, proposedEventKnownFrom, sameBaseline } from '../../storage/baselines.ts'
import { versionsOf } from '../../storage/questions.ts'
import { action, type Context, type Transacting } from '../context.ts'
import { mustLock } from '../questions/append-resolution.ts'
import { wasDecided } from '../questions/was-decided.ts'
import { mustBeBinary } from './place-statement.ts'

const fields = {
  kind: z.enum(baselineKinds),
  probability: Probability.meta({ description: 'of the positive event of the version' }),
  at: When.meta({ description: 'when it stood so: a day, an instant, or { earliest, latest }' }),
  source: z.string().trim().min(1, 'say what it was read from or reckoned by').max(2000),
  url: HttpUrl.optional(),
  archiveSha256: Sha256.optional().meta({ description: 'SHA-256 of the copy that was archived' }),
  version: z.int().min(1).optional().meta({ description: 'number of the version it is of; the newest' }),
  corrects: idOf('baseline').optional().meta({ description: 'one of this question whose place it takes' }),
  reason: z.string().trim().min(1).max(2000).optional().meta({ description: 'with `corrects`: why that was wrong' }),
}
const tellsWhy = ({ corrects, reason }: { corrects?: unknown; reason?: unknown }): boolean =>
  (corrects === undefined) === (reason === undefined)
const WHY = { path: ['reason'], message: 'a correction, and nothing else, says why' }

export const RecordBaseline = z
  .strictObject(fields)
  .refine(tellsWhy, WHY)
  .meta({
    id: 'RecordBaseline',
    examples: [
      { kind: 'base-rate', probability: 0.3, at: '2026-10-01', source: '3 of 10 bridges of the county opened in time' },
    ],
  })
export type RecordBaseline = z.infer<typeof RecordBaseline>

/** The same, naming its question. */
export const BaselineOn = z
  .strictObject({ questionId: idOf('question'), ...fields })
  .refine(tellsWhy, WHY)
  .meta({ id: 'BaselineOn' })
export type BaselineOn = z.infer<typeof BaselineOn>

const refuse = (field: string, detail: string, remedy: string): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field, detail }])

/** A day that is not over may be given: until it is, no later forecast is held against it. */
const dated = (at: When, now: Instant): Moment => {
  const moment = momentOf(at)
  if (moment.earliest <= now) return moment
  throw refuse('at', 'it lies in the future', 'date it when it stood so')
}

const versionOf = async ({ tx }: Transacting, question: Question, number: number | undefined) => {
  if (number === undefined) return question.version
  const version = (await versionsOf(tx, question.id)).find((one) => one.version === number)
  if (version) return version
  throw refuse('version', `${question.id} has no version ${number}`, `give one up to ${question.version.version}`)
}

const IN_ADVANCE = 'a baseline counts only if it was recorded and dated before the outcome was known'

const mustBeInWindow = ({ windowEnd }: Pick<QuestionVersion, 'windowEnd'>, { latest }: Moment): void => {
  if (windowEnd !== null && latest > endOf(windowEnd)) {
    throw refuse('at', `the window ended on ${windowEnd}, before this date was over`, IN_ADVANCE)
  }
}

/** Holds that nobody could know the outcome: not when it is recorded, as far as Hindcast can tell, and not when it is dated. */
const mustPrecede = async (scope: Transacting, version: QuestionVersion, at: Moment): Promise<void> => {
  if (await wasDecided(scope, version)) {
    throw new Problem('illegal-step', `version ${version.version} of this question has been decided`, IN_ADVANCE)
  }
  mustBeInWindow(version, at)
  const known = await proposedEventKnownFrom(scope.tx, version.questionId)
  if (known !== null && at.latest >= known) {
    throw refuse('at', `an event that is proposed to decide it was known from ${known}`, IN_ADVANCE)
  }
}

const mustBeOfQuestion = async ({ tx }: Transacting, questionId: string, corrects: string): Promise<void> => {
  const corrected = await findBaseline(tx, corrects)
  if (corrected?.questionId === questionId) return
  throw refuse('corrects', `there is no baseline ${corrects} on this question`, 'list the baselines of the question')
}

/** A baseline as a row, which is known by the digest of what it says. */
const rowOf = async ({ now, newId, actor }: Transacting, said: BaselineOn, versionId: string, at: Moment) => {
  const content = {
    questionId: said.questionId,
    versionId,
    kind: said.kind,
    micro: toMicro(said.probability),
    atEarliest: at.earliest,
    atLatest: at.latest,
    source: said.source,
    url: said.url ?? null,
    archiveSha256: said.archiveSha256 ?? null,
    corrects: said.corrects ?? null,
  }
  const contentDigest = await sha256(canonical(content))
  const made = { reason: said.reason ?? null, contentDigest, recordedBy: actor.name, recordedAt: now }
  return { id: newId('baseline'), ...content, ...made }
}

/** `created` is false when the same stands. */
export type BaselineRecorded = { baseline: Baseline; created: boolean }

/**
 * Records a reference probability of one version of a question, once: the same again answers with what stands. A correction is
 * a new one that names what it takes the place of. Throws `illegal-step` once the version has been decided, `invalid-input`
 * where its date is of later than the window or than an event that is proposed to decide.
 */
export const recordBaseline = action<BaselineOn, BaselineRecorded>(async (scope, { questionId, ...input }) => {
  const { tx, now } = scope
  const question = await mustLock(scope, questionId)
  mustBeBinary(question)
  const version = await versionOf(scope, question, input.version)
  const at = dated(input.at, now)
  if (input.corrects !== undefined) await mustBeOfQuestion(scope, questionId, input.corrects)
  const row = await rowOf(scope, { ...input, questionId }, version.id, at)
  const standing = await sameBaseline(tx, row.contentDigest)
  if (standing) return { baseline: standing, created: false }
  await mustPrecede(scope, version, at)
  await insertBaselines(tx, [await factOf('baseline', row, scope.newSalt)])
  const baseline = await findBaseline(tx, row.id)
  if (!baseline) throw new Error(`baseline ${row.id} vanished`)
  return { baseline, created: true }
})

/** A reference probability of a question that the same transaction makes, by its first version. */
export type FirstBaseline = Omit<BaselineOn, 'version' | 'corrects' | 'reason'> &
  Pick<QuestionVersion, 'windowEnd'> & { versionId: string }

/**
 * Records the reference probabilities of questions that were made in this transaction, each once: nothing can have decided them or
 * been proposed to, so that the date alone can be refused. Throws `invalid-input` for one of later than the window or to come.
 */
export const recordFirstBaselines = async (scope: Transacting, said: readonly FirstBaseline[]): Promise<void> => {
  const rows = await Promise.all(
    said.map(async ({ versionId, windowEnd, ...one }) => {
      const at = dated(one.at, scope.now)
      mustBeInWindow({ windowEnd }, at)
      return rowOf(scope, one, versionId, at)
    }),
  )
  const distinct = [...new Map(rows.map((row) => [row.contentDigest, row])).values()]
  await insertBaselines(scope.tx, await Promise.all(distinct.map((row) => factOf('baseline', row, scope.newSalt))))
}

/** What became of one of several: the same as if it had been sent alone. */
export type BaselineResult = { recorded: BaselineRecorded; problem: null } | { recorded: null; problem: Problem }

export const MAX_BASELINES = 200

/** Records several, each in a transaction of its own: one that is refused keeps none of the others back. */
export const recordBaselines = async (context: Context, items: readonly BaselineOn[]): Promise<BaselineResult[]> => {
  const results: BaselineResult[] = []
  for (const item of items) {
    try {
      results.push({ recorded: await recordBaseline(context, item), problem: null })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      results.push({ recorded: null, problem: error })
    }
  }
  return results
}

import type { Evidence } from '../../core/event.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { missing, Problem } from '../../core/problem.ts'
import type { Question, QuestionVersion } from '../../core/question.ts'
import { mustSettle, RESOLUTION_RULES } from '../../core/resolution/judge.ts'
import {
  afterStep,
  isVersionStep,
  type LogEntry,
  lastStep,
  lifecycle,
  type Outcome,
  ofVersion,
  type Standing,
  type Step,
  type VersionStep,
} from '../../core/resolution/lifecycle.ts'
import { entryStands } from '../../core/stands.ts'
import type { Day } from '../../core/time.ts'
import { verdictOn } from '../../queries/report/verdict.ts'
import { cacheStanding, lockQuestion, revisionOf, versionsOf } from '../../storage/questions.ts'
import { insertResolutions, linkResolutionEvidence, logOf } from '../../storage/resolutions.ts'
import { rouseAttempts } from '../../storage/resolver-attempts.ts'
import { action, type Transacting } from '../context.ts'
import { postScores } from './post-scores.ts'

/** What is appended to a question's log, with the evidence it stands on. */
export type Entry = LogEntry & {
  /** The version judged, or that a step is of. */
  versionId: string | null
  reason: string
  evidence: Evidence[]
  /** Of the evidence as it was sent; of a proposal its id. */
  evidenceDigest: string
  decidingEvidenceId: string | null
  proposalId: string | null
}

const bare = (step: 'close' | 'reopen' | VersionStep, reason: string, versionId: string | null = null): Entry => ({
  step,
  versionId,
  reason,
  outcome: null,
  voidReason: null,
  evidence: [],
  evidenceDigest: '',
  decidingEvidenceId: null,
  proposalId: null,
})

/** Throws `precondition-failed` where the question is not as the client who changes it saw it. */
const mustBeUnchanged = async ({ tx, unchanged }: Transacting, questionId: string): Promise<void> => {
  if (unchanged?.questionId !== questionId) return
  if ((await revisionOf(tx, questionId)) === unchanged.revision) return
  throw new Problem(
    'precondition-failed',
    `question ${questionId} is not as If-Match says`,
    'read it again, and send what you would still change with its new ETag',
  )
}

/** Reads and holds a question. Throws `not-found`, and `precondition-failed` where it changed since its client read it. */
export const mustLock = async (scope: Transacting, questionId: string, field = 'questionId'): Promise<Question> => {
  const question = await lockQuestion(scope.tx, questionId)
  if (!question) throw missing('question', questionId, field)
  await mustBeUnchanged(scope, questionId)
  return question
}

/**
 * Appends one entry to a held question's log, writes the cache of it, and brings the scores in step. The table of legal
 * steps decides what may follow: throws `illegal-step`.
 */
export const append = async (scope: Transacting, question: Question, entry: Entry): Promise<Question> => {
  const { tx, now, newId, newSalt, actor } = scope
  const { evidence: linked, step, outcome, voidReason, ...rest } = entry
  const log = await logOf(tx, question.id)
  const status = afterStep(question.status, step, entryStands(lastStep(log)))
  const standing: Standing = isVersionStep(step) ? question : { status, outcome, voidReason }
  const row = {
    id: newId('resolution'),
    questionId: question.id,
    position: log.length + 1,
    step,
    outcome,
    voidReason,
    ...rest,
    decider: actor.name,
    rules: RESOLUTION_RULES,
    recordedAt: now,
  }
  const evidence = linked.map(({ id }) => id)
  await insertResolutions(tx, [await factOf('resolution', row, newSalt, { evidence })])
  await linkResolutionEvidence(
    tx,
    evidence.map((evidenceId) => ({ resolutionId: row.id, evidenceId })),
  )
  if (!isVersionStep(step)) await cacheStanding(tx, question.id, standing)
  if (step === 'reopen') await rouseAttempts(tx, question.id, now)
  const decided = isVersionStep(step) ? { ...question } : { ...question, ...standing }
  await postScores(scope, decided, row.id)
  return decided
}

/** Holds that a step may follow on what stands. Throws `illegal-step`, with the decision that was first. */
export const mustFollow = async ({ tx }: Transacting, { id, status }: Question, step: Step): Promise<void> => {
  if (lifecycle[status][step] === null) afterStep(status, step, entryStands(lastStep(await logOf(tx, id))))
}

/** Closes a question whose window has ended: it becomes due, and its forecasts pending. Nothing is decided by that. */
export const closeQuestion = action<{ questionId: string; asOf: Day }, Question>(
  async (scope, { questionId, asOf }) => {
    const question = await mustLock(scope, questionId)
    const { windowEnd } = question.version
    if (windowEnd === null || windowEnd >= asOf) {
      throw new Problem('window-open', `the window of ${questionId} has not ended`, 'wait until it has')
    }
    return append(scope, question, bare('close', `its window ended on ${windowEnd}`))
  },
)

/**
 * Notes that the window of an older version has ended while its question is open by the newest: what was said on it becomes
 * pending. Throws `window-open`.
 */
export const closeVersion = action<{ questionId: string; versionId: string; asOf: Day }, Question>(
  async (scope, { questionId, versionId, asOf }) => {
    const question = await mustLock(scope, questionId)
    const own = (await versionsOf(scope.tx, questionId)).find(({ id }) => id === versionId)
    if (!own) throw new Error(`there is no version ${versionId} of ${questionId}`)
    if (own.windowEnd === null || own.windowEnd >= asOf) {
      throw new Problem('window-open', `the window of ${versionId} has not ended`, 'wait until it has')
    }
    if (ofVersion(await logOf(scope.tx, questionId), versionId).closed) return question
    return append(scope, question, bare('close-version', `its window ended on ${own.windowEnd}`, versionId))
  },
)

export const reopen = (scope: Transacting, question: Question, reason: string): Promise<Question> =>
  append(scope, question, bare('reopen', reason))

/** Takes back what was settled of an older version on its own terms. Throws `illegal-step` where nothing was. */
export const reopenVersion = async (
  scope: Transacting,
  question: Question,
  { id, version }: QuestionVersion,
  reason: string,
): Promise<Question> => {
  if (ofVersion(await logOf(scope.tx, question.id), id).settled === null) {
    throw new Problem(
      'illegal-step',
      `version ${version} was not settled on its own terms`,
      'reopen the question itself',
    )
  }
  return append(scope, question, bare('reopen-version', reason, id))
}

type Settlement = Pick<Entry, 'evidence' | 'evidenceDigest' | 'reason' | 'proposalId'> & { outcome: Outcome }

/**
 * Settles a held question on recorded evidence, by its newest version, or of an older one what was said on that. Throws what
 * the judge refuses.
 */
export const settle = async (
  scope: Transacting,
  question: Question,
  settlement: Settlement,
  version: QuestionVersion = question.version,
): Promise<Question> => {
  const { outcome, evidence } = settlement
  const step = version.id === question.version.id ? 'settle' : 'settle-version'
  if (step === 'settle') await mustFollow(scope, question, step)
  const verdict = mustSettle(await verdictOn(scope.tx, { ...question, version }, outcome, evidence, scope.now))
  return append(scope, question, {
    ...settlement,
    step,
    versionId: version.id,
    voidReason: null,
    decidingEvidenceId: evidence[verdict.deciding]?.id ?? null,
  })
}

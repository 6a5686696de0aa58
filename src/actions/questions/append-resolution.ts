import type { Evidence } from '../../core/event.ts'
import { groupBy } from '../../core/group-by.ts'
import { factAtOnce } from '../../core/ledger/fact.ts'
import { missing, notAsRead, Problem } from '../../core/problem.ts'
import type { ResolutionEntry } from '../../core/proposal.ts'
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
import { verdictsOn } from '../../queries/report/verdict.ts'
import { cacheStanding, lockQuestion, revisionOf, versionsOf } from '../../storage/questions.ts'
import { insertResolutions, linkResolutionEvidence, logOf, logsOf } from '../../storage/resolutions.ts'
import { rouseAttempts } from '../../storage/resolver-attempts.ts'
import { action, type Transacting } from '../context.ts'
import { postScoresOfAll } from './post-scores.ts'

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
  if (unchanged?.id !== questionId) return
  if ((await revisionOf(tx, questionId)) !== unchanged.revision) throw notAsRead('question', questionId)
}

/** Reads and holds a question. Throws `not-found`, and `precondition-failed` where it changed since its client read it. */
export const mustLock = async (scope: Transacting, questionId: string, field = 'questionId'): Promise<Question> => {
  const question = await lockQuestion(scope.tx, questionId)
  if (!question) throw missing('question', questionId, field)
  await mustBeUnchanged(scope, questionId)
  return question
}

/** An entry for the log of a held question. */
export type Appending = { question: Question; entry: Entry }

/** The entry as a row, and the question as it leaves it. Throws `illegal-step`. */
const follows = (
  { now, newId, actor }: Transacting,
  { question, entry }: Appending,
  log: readonly ResolutionEntry[],
) => {
  const { evidence, step, outcome, voidReason, ...rest } = entry
  const status = afterStep(question.status, step, entryStands(lastStep(log)))
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
  const standing: Standing = { status, outcome, voidReason }
  const decided = isVersionStep(step) ? { ...question } : { ...question, ...standing }
  return { row, evidence: evidence.map(({ id }) => id), decided }
}

/** Writes the cache of the logs, one statement for all questions that stand alike. */
const cacheAll = async ({ tx }: Transacting, questions: readonly Question[]): Promise<void> => {
  const alike = groupBy(questions, ({ status, outcome, voidReason }) => [status, outcome, voidReason].join(' '))
  for (const some of alike.values()) {
    const [{ status, outcome, voidReason }] = some as [Question]
    await cacheStanding(
      tx,
      some.map(({ id }) => id),
      { status, outcome, voidReason },
    )
  }
}

/**
 * Appends one entry to the log of each of these held questions, writes the cache of it, and brings the scores in step. The table of
 * legal steps decides what may follow: throws `illegal-step`.
 */
export const appendAll = async (scope: Transacting, appending: readonly Appending[]): Promise<Question[]> => {
  const { tx, now } = scope
  const logs = await logsOf(
    tx,
    appending.map(({ question }) => question.id),
  )
  const made = appending.map((one) => follows(scope, one, logs.get(one.question.id) ?? []))
  await insertResolutions(
    tx,
    made.map(({ row, evidence }) => factAtOnce('resolution', row, scope, { evidence: evidence.toSorted() })),
  )
  await linkResolutionEvidence(
    tx,
    made.flatMap(({ row, evidence }) => evidence.map((evidenceId) => ({ resolutionId: row.id, evidenceId }))),
  )
  await cacheAll(
    scope,
    made.flatMap(({ row, decided }) => (isVersionStep(row.step) ? [] : [decided])),
  )
  for (const { row } of made) if (row.step === 'reopen') await rouseAttempts(tx, row.questionId, now)
  await postScoresOfAll(
    scope,
    made.map(({ decided, row }) => ({ question: decided, cause: row.id })),
  )
  return made.map(({ decided }) => decided)
}

/** Appends one entry to the log of one. */
export const append = async (scope: Transacting, question: Question, entry: Entry): Promise<Question> => {
  const [decided] = await appendAll(scope, [{ question, entry }])
  if (!decided) throw new Error(`nothing was appended to the log of ${question.id}`)
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

/** A held question that is settled; by its newest version where none is named. */
export type Settling = { question: Question; settlement: Settlement; version?: QuestionVersion }

/**
 * The entries that settle held questions on recorded evidence, by their newest versions, or of an older one what was said on that.
 * Throws what the judge refuses.
 */
export const settlementsFor = async (scope: Transacting, settling: readonly Settling[]): Promise<Appending[]> => {
  const claims = settling.map(({ question, settlement: { outcome, evidence }, version = question.version }) => ({
    question: { id: question.id, version },
    outcome,
    evidence,
  }))
  for (const [at, { question }] of settling.entries())
    if (claims[at]?.question.version.id === question.version.id) await mustFollow(scope, question, 'settle')
  const verdicts = await verdictsOn(scope.tx, claims, scope.now)
  return settling.map(({ question, settlement, version = question.version }, at) => {
    const verdict = verdicts[at]
    if (!verdict) throw new Error(`nothing was judged of ${question.id}`)
    const { deciding } = mustSettle(verdict)
    const entry = {
      ...settlement,
      step: version.id === question.version.id ? ('settle' as const) : ('settle-version' as const),
      versionId: version.id,
      voidReason: null,
      decidingEvidenceId: settlement.evidence[deciding]?.id ?? null,
    }
    return { question, entry }
  })
}

/** Settles one so. */
export const settle = async (
  scope: Transacting,
  question: Question,
  settlement: Settlement,
  version: QuestionVersion = question.version,
): Promise<Question> => {
  const [settled] = await appendAll(scope, await settlementsFor(scope, [{ question, settlement, version }]))
  if (!settled) throw new Error(`nothing was appended to the log of ${question.id}`)
  return settled
}

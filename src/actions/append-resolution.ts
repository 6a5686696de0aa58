import type { Evidence } from '../core/event.ts'
import { factOf } from '../core/ledger/fact.ts'
import { missing, Problem } from '../core/problem.ts'
import type { Question } from '../core/question.ts'
import { mustSettle, RESOLUTION_RULES } from '../core/resolution/judge.ts'
import {
  afterStep,
  type LogEntry,
  lifecycle,
  type Outcome,
  type Standing,
  type Step,
} from '../core/resolution/lifecycle.ts'
import { entryStands } from '../core/stands.ts'
import type { Day } from '../core/time.ts'
import { verdictOn } from '../queries/verdict.ts'
import { cacheStanding, lockQuestion } from '../storage/questions.ts'
import { insertResolutions, linkResolutionEvidence, logOf } from '../storage/resolutions.ts'
import { rouseAttempts } from '../storage/resolver-attempts.ts'
import { action, type Transacting } from './context.ts'
import { postScores } from './post-scores.ts'

/** What is appended to a question's log, with the evidence it stands on. */
export type Entry = LogEntry & {
  reason: string
  evidence: Evidence[]
  /** Of the evidence as it was sent; of a proposal its id. */
  evidenceDigest: string
  decidingEvidenceId: string | null
  proposalId: string | null
}

const bare = (step: 'close' | 'reopen', reason: string): Entry => ({
  step,
  reason,
  outcome: null,
  voidReason: null,
  evidence: [],
  evidenceDigest: '',
  decidingEvidenceId: null,
  proposalId: null,
})

/** Reads and holds a question. Throws `not-found`. */
export const mustLock = async (scope: Transacting, questionId: string, field = 'questionId'): Promise<Question> => {
  const question = await lockQuestion(scope.tx, questionId)
  if (!question) throw missing('question', questionId, field)
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
  const status = afterStep(question.status, step, entryStands(log.at(-1)))
  const standing: Standing = { status, outcome, voidReason }
  const row = {
    id: newId('resolution'),
    questionId: question.id,
    position: log.length + 1,
    step,
    versionId: step === 'settle' ? question.version.id : null,
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
  await cacheStanding(tx, question.id, standing)
  if (step === 'reopen') await rouseAttempts(tx, question.id, now)
  const decided = { ...question, ...standing }
  await postScores(scope, decided, row.id)
  return decided
}

/** Holds that a step may follow on what stands. Throws `illegal-step`, with the decision that was first. */
export const mustFollow = async ({ tx }: Transacting, { id, status }: Question, step: Step): Promise<void> => {
  if (lifecycle[status][step] === null) afterStep(status, step, entryStands((await logOf(tx, id)).at(-1)))
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

export const reopen = (scope: Transacting, question: Question, reason: string): Promise<Question> =>
  append(scope, question, bare('reopen', reason))

type Settlement = Pick<Entry, 'evidence' | 'evidenceDigest' | 'reason' | 'proposalId'> & { outcome: Outcome }

/** Settles a held question on recorded evidence. Throws what the judge refuses. */
export const settle = async (scope: Transacting, question: Question, settlement: Settlement): Promise<Question> => {
  const { outcome, evidence } = settlement
  await mustFollow(scope, question, 'settle')
  const verdict = mustSettle(await verdictOn(scope.tx, question, outcome, evidence, scope.now))
  return append(scope, question, {
    ...settlement,
    step: 'settle',
    voidReason: null,
    decidingEvidenceId: evidence[verdict.deciding]?.id ?? null,
  })
}

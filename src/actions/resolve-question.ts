import { z } from 'zod'
import type { Evidence } from '../core/event.ts'
import { idOf } from '../core/id.ts'
import { factOf } from '../core/ledger/fact.ts'
import { Problem } from '../core/problem.ts'
import type { Question } from '../core/question.ts'
import { judge, mustSettle, RESOLUTION_RULES } from '../core/resolution/judge.ts'
import { afterStep, type LogEntry, outcomes, type Standing, voidReasons } from '../core/resolution/lifecycle.ts'
import { type Day, dayOf } from '../core/time.ts'
import { type ScoreChange, scoreChanges, scoresOf } from '../queries/score-changes.ts'
import { predictionsOn } from '../storage/predictions.ts'
import { cacheStanding, lockQuestion } from '../storage/questions.ts'
import { insertResolutions, linkResolutionEvidence, logOf } from '../storage/resolutions.ts'
import { addEvidence, EvidenceInput, judgeable } from './add-evidence.ts'
import { action, type Transacting } from './context.ts'
import { postScores } from './post-scores.ts'

const reason = z.string().trim().min(1, 'say why').max(5000)
const evidence = z.array(EvidenceInput).max(50)
const correct = z.boolean().default(false).meta({ description: 'true reopens a decided question and decides it anew' })

export const ResolveQuestion = z
  .discriminatedUnion('step', [
    z.object({
      step: z.literal('settle'),
      questionId: idOf('question'),
      outcome: z.enum(outcomes).meta({ description: 'of the positive event' }),
      evidence: evidence.min(1, 'an outcome needs evidence'),
      reason,
      correct,
    }),
    z.object({
      step: z.literal('void'),
      questionId: idOf('question'),
      voidReason: z.enum(voidReasons),
      evidence: evidence.default([]),
      reason,
      correct,
    }),
    z.object({ step: z.literal('reopen'), questionId: idOf('question'), reason }),
  ])
  .meta({ id: 'ResolveQuestion' })
export type ResolveQuestion = z.infer<typeof ResolveQuestion>

export type Resolved = { question: Question; scoreChanges: ScoreChange[] }

type Entry = LogEntry & {
  reason: string
  evidence: Evidence[]
  decidingEvidenceId: string | null
  proposalId: string | null
}

const bare = (step: 'close' | 'reopen', why: string): Entry => ({ ...plain, step, reason: why })
const plain: Omit<Entry, 'step' | 'reason'> = {
  outcome: null,
  voidReason: null,
  evidence: [],
  decidingEvidenceId: null,
  proposalId: null,
}

/** Appends one entry to a question's log and writes its cache; the table of legal steps decides what may follow. */
const append = async (scope: Transacting, question: Question, entry: Entry): Promise<Question> => {
  const { tx, now, newId, newSalt, actor } = scope
  const { evidence: linked, step, outcome, voidReason, ...rest } = entry
  const standing: Standing = { status: afterStep(question.status, step), outcome, voidReason }
  const row = {
    id: newId('resolution'),
    questionId: question.id,
    position: (await logOf(tx, question.id)).length + 1,
    step,
    outcome,
    voidReason,
    ...rest,
    decider: actor.name,
    rules: RESOLUTION_RULES,
    recordedAt: now,
  }
  await insertResolutions(tx, [await factOf('resolution', row, newSalt)])
  await linkResolutionEvidence(
    tx,
    linked.map(({ id }) => ({ resolutionId: row.id, evidenceId: id })),
  )
  await cacheStanding(tx, question.id, standing)
  return { ...question, ...standing }
}

/** Reads and holds a question. Throws `not-found`. */
export const mustLock = async (scope: Transacting, questionId: string): Promise<Question> => {
  const question = await lockQuestion(scope.tx, questionId)
  if (question) return question
  const detail = `there is no question ${questionId}`
  throw new Problem('not-found', detail, 'list the questions for their ids', [{ field: 'questionId', detail }])
}

/** Closes a question whose window has ended: it becomes due, and its forecasts pending. Nothing is decided by that. */
export const closeQuestion = action<{ questionId: string; asOf: Day }, Question>(
  async (scope, { questionId, asOf }) => {
    const question = await mustLock(scope, questionId)
    const { windowEnd } = question.version
    if (windowEnd === null || windowEnd >= asOf) {
      throw new Problem('window-open', `the window of ${questionId} has not ended`, 'wait until it has')
    }
    const closed = await append(scope, question, bare('close', `its window ended on ${windowEnd}`))
    await postScores(scope, closed)
    return closed
  },
)

type Settlement = {
  question: Question
  outcome: 'yes' | 'no'
  evidence: Evidence[]
  reason: string
  proposalId: string | null
}

/** Settles a held question on recorded evidence. Throws what the judge refuses. */
export const settle = async (scope: Transacting, settlement: Settlement): Promise<Question> => {
  const { question, outcome, evidence: recorded, reason: why, proposalId } = settlement
  const verdict = mustSettle(judge(question.version, outcome, await judgeable(scope, recorded), dayOf(scope.now)))
  const decidingEvidenceId = recorded[verdict.deciding]?.id ?? null
  const settled = await append(scope, question, {
    step: 'settle',
    outcome,
    voidReason: null,
    evidence: recorded,
    decidingEvidenceId,
    proposalId,
    reason: why,
  })
  await postScores(scope, settled)
  return settled
}

const reopen = async (scope: Transacting, question: Question, why: string): Promise<Question> => {
  const reopened = await append(scope, question, bare('reopen', why))
  await postScores(scope, reopened)
  return reopened
}

const decide = async (scope: Transacting, held: Question, input: ResolveQuestion): Promise<Question> => {
  if (input.step === 'reopen') return reopen(scope, held, input.reason)
  const decided = held.status === 'resolved' || held.status === 'void'
  const question = input.correct && decided ? await reopen(scope, held, `correction: ${input.reason}`) : held
  const recorded = await addEvidence(scope, { questionId: question.id, evidence: input.evidence })
  if (input.step === 'settle') {
    return settle(scope, {
      question,
      outcome: input.outcome,
      evidence: recorded,
      reason: input.reason,
      proposalId: null,
    })
  }
  const voided = await append(scope, question, {
    ...plain,
    step: 'void',
    voidReason: input.voidReason,
    evidence: recorded,
    reason: input.reason,
  })
  await postScores(scope, voided)
  return voided
}

/**
 * Settles, voids, reopens or corrects a question, and moves the scores in the same transaction. `scoreChanges` says
 * what a correction did to each author touched. Throws `illegal-step`, `insufficient-evidence`, `window-open`, `not-found`.
 */
export const resolveQuestion = action<ResolveQuestion, Resolved>(async (scope, input) => {
  const held = await mustLock(scope, input.questionId)
  const isCorrection = held.status === 'resolved' || held.status === 'void'
  const authors = isCorrection
    ? [...new Set((await predictionsOn(scope.tx, held.id)).map((said) => said.authorId))]
    : []
  const before = await scoresOf(scope.tx, authors, scope.now)
  const question = await decide(scope, held, input)
  return { question, scoreChanges: scoreChanges(before, await scoresOf(scope.tx, authors, scope.now)) }
})

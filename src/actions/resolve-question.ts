import { z } from 'zod'
import { idOf } from '../core/id.ts'
import { mustBeOutcome } from '../core/option.ts'
import type { Question } from '../core/question.ts'
import { Outcome, voidReasons } from '../core/resolution/lifecycle.ts'
import { optionsOf } from '../storage/options.ts'
import { logOf } from '../storage/resolutions.ts'
import { addEvidence, EvidenceInput, evidenceDigestOf } from './add-evidence.ts'
import { append, reopen, settle } from './append-resolution.ts'
import { action, type Transacting } from './context.ts'
import type { Resolved } from './correct-question.ts'
import { deciding, mustLockAll } from './follow-trigger.ts'

const reason = z.string().trim().min(1, 'say why').max(5000)
const evidence = z.array(EvidenceInput).max(50)
const correct = z.boolean().default(false).meta({ description: 'true reopens a decided question and decides it anew' })

const Settle = z.object({
  step: z.literal('settle'),
  outcome: Outcome,
  evidence: evidence.min(1, 'an outcome needs evidence'),
})
const Void = z.object({
  step: z.literal('void'),
  voidReason: z.enum(voidReasons),
  evidence: evidence.default([]),
})
const Reopen = z.object({ step: z.literal('reopen') })
const on = { questionId: idOf('question'), reason }

/** What a decided question is decided to be instead. */
export const Correction = z.discriminatedUnion('step', [Settle, Void, Reopen]).meta({ id: 'Correction' })

export const ResolveQuestion = z
  .discriminatedUnion('step', [Settle.extend({ ...on, correct }), Void.extend({ ...on, correct }), Reopen.extend(on)])
  .meta({ id: 'ResolveQuestion' })
export type ResolveQuestion = z.infer<typeof ResolveQuestion>

type Decision = Exclude<ResolveQuestion, { step: 'reopen' }>

const isDecided = ({ status }: Question): boolean => status === 'resolved' || status === 'void'

/** Whether the log ends with this very decision: a correction that is sent twice corrects once. */
const stands = async ({ tx }: Transacting, { id }: Question, input: Decision, evidenceDigest: string) => {
  const last = (await logOf(tx, id)).at(-1)
  if (!last || last.step !== input.step || last.reason !== input.reason) return false
  const same = input.step === 'settle' ? last.outcome === input.outcome : last.voidReason === input.voidReason
  return same && last.evidenceDigest === evidenceDigest
}

const decide = async (scope: Transacting, held: Question, input: Decision): Promise<Question> => {
  if (input.step === 'settle') mustBeOutcome(await optionsOf(scope.tx, held.id), input.outcome)
  const evidenceDigest = await evidenceDigestOf(input.evidence)
  const correcting = input.correct && isDecided(held)
  if (correcting && (await stands(scope, held, input, evidenceDigest))) return held
  const question = correcting ? await reopen(scope, held, `correction: ${input.reason}`) : held
  const recorded = await addEvidence(scope, { questionId: question.id, evidence: input.evidence })
  const common = { evidence: recorded, evidenceDigest, reason: input.reason, proposalId: null }
  if (input.step === 'settle') return settle(scope, question, { ...common, outcome: input.outcome })
  const voided = { step: 'void' as const, outcome: null, voidReason: input.voidReason, decidingEvidenceId: null }
  return append(scope, question, { ...common, ...voided })
}

/**
 * Settles, voids, reopens or corrects a question, moves the scores, and brings along the questions that it triggers, in the same
 * transaction. `scoreChanges` says what a correction did to each author touched. Throws `illegal-step`,
 * `insufficient-evidence`, `window-open`, `trigger-open`, `not-found`.
 */
export const resolveQuestion = action<ResolveQuestion, Resolved>(async (scope, input) => {
  const held = await mustLockAll(scope, input.questionId)
  return deciding(scope, held, () =>
    input.step === 'reopen' ? reopen(scope, held, input.reason) : decide(scope, held, input),
  )
})

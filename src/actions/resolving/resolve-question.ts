import { z } from 'zod'
import { idOf } from '../../core/id.ts'
import { mustBeOutcome } from '../../core/option.ts'
import { Problem } from '../../core/problem.ts'
import type { ResolutionEntry } from '../../core/proposal.ts'
import type { Question, QuestionVersion } from '../../core/question.ts'
import { lastStep, Outcome, ofVersion, voidReasons } from '../../core/resolution/lifecycle.ts'
import { entryStands } from '../../core/stands.ts'
import { optionsOf } from '../../storage/options.ts'
import { versionsOf } from '../../storage/questions.ts'
import { logOf } from '../../storage/resolutions.ts'
import { action, type Transacting } from '../context.ts'
import { append, reopen, reopenVersion, settle } from '../questions/append-resolution.ts'
import type { Resolved } from '../questions/correct-question.ts'
import { deciding, mustLockAll } from '../questions/follow-trigger.ts'
import { addEvidence, EvidenceInput, evidenceDigestOf } from './add-evidence.ts'

const reason = z.string().trim().min(1, 'say why').max(5000)
const evidence = z.array(EvidenceInput).max(50)
const correct = z.boolean().default(false).meta({ description: 'true reopens a decided question and decides it anew' })

const version = z.int().min(1).optional().meta({
  description: 'an older version, on its own terms: what was said on it is settled, or open again, and nothing else',
})

const Settle = z.object({
  step: z.literal('settle'),
  version,
  outcome: Outcome,
  evidence: evidence.min(1, 'an outcome needs evidence'),
})
const Void = z.object({
  step: z.literal('void'),
  voidReason: z.enum(voidReasons),
  evidence: evidence.default([]),
})
const Reopen = z.object({ step: z.literal('reopen'), version })
const on = { questionId: idOf('question'), reason }

/** What a decided question is decided to be instead. */
export const Correction = z.discriminatedUnion('step', [Settle, Void, Reopen]).meta({ id: 'Correction' })

export const ResolveQuestion = z
  .discriminatedUnion('step', [Settle.extend({ ...on, correct }), Void.extend({ ...on, correct }), Reopen.extend(on)])
  .meta({
    id: 'ResolveQuestion',
    examples: [
      {
        step: 'settle',
        questionId: 'qst_01m80qrsxn6zssv4f1wcbpb0s8',
        outcome: 'yes',
        evidence: [{ kind: 'report', bearing: 'shows', eventId: 'evt_01m80qrsxn6zssv4f1wcbpb0s8' }],
        reason: 'the gazette reports the opening',
      },
      {
        step: 'void',
        questionId: 'qst_01m80qrsxn6zssv4f1wcbpb0s8',
        voidReason: 'annulled',
        reason: 'the bridge was never to be built',
      },
      { step: 'reopen', questionId: 'qst_01m80qrsxn6zssv4f1wcbpb0s8', reason: 'the report was withdrawn' },
    ],
  })
export type ResolveQuestion = z.infer<typeof ResolveQuestion>

type Decision = Exclude<ResolveQuestion, { step: 'reopen' }>

const isDecided = ({ status }: Question): boolean => status === 'resolved' || status === 'void'

/** Whether this very decision stands: a correction that is sent twice corrects once. */
export const stands = (last: ResolutionEntry | null | undefined, input: Decision, evidenceDigest: string): boolean => {
  if (!last?.step.startsWith(input.step) || last.reason !== input.reason) return false
  const same = input.step === 'settle' ? last.outcome === input.outcome : last.voidReason === input.voidReason
  return same && last.evidenceDigest === evidenceDigest
}

/** The version that is named, where it is not the newest; null where the question itself is meant. */
const olderVersion = async (
  { tx }: Transacting,
  { id, version: newest }: Question,
  version: number | undefined,
): Promise<QuestionVersion | null> => {
  if (version === undefined || version === newest.version) return null
  const named = (await versionsOf(tx, id)).find(({ version: n }) => n === version)
  if (named) return named
  const detail = `there is no version ${version}`
  throw new Problem('not-found', detail, 'read the question for its versions', [{ field: 'version', detail }])
}

/** Settles what was said on an older version, on the terms of that. */
const settleVersion = async (
  scope: Transacting,
  held: Question,
  own: QuestionVersion,
  input: Extract<Decision, { step: 'settle' }>,
): Promise<Question> => {
  const evidenceDigest = await evidenceDigestOf(input.evidence)
  const { settled } = ofVersion(await logOf(scope.tx, held.id), own.id)
  if (settled && input.correct && stands(settled, input, evidenceDigest)) return held
  if (settled && !input.correct) {
    const detail = `version ${own.version} is settled on its own terms already`
    throw new Problem('illegal-step', detail, 'send correct: true to correct it', [], entryStands(settled))
  }
  const question = settled ? await reopenVersion(scope, held, own, `correction: ${input.reason}`) : held
  const evidence = await addEvidence(scope, { questionId: held.id, evidence: input.evidence })
  const { outcome, reason } = input
  return settle(scope, question, { evidence, evidenceDigest, reason, proposalId: null, outcome }, own)
}

const decide = async (scope: Transacting, held: Question, input: Decision): Promise<Question> => {
  if (input.step === 'settle') {
    mustBeOutcome(await optionsOf(scope.tx, held.id), input.outcome)
    const own = await olderVersion(scope, held, input.version)
    if (own) return settleVersion(scope, held, own, input)
  }
  const evidenceDigest = await evidenceDigestOf(input.evidence)
  const correcting = input.correct && isDecided(held)
  if (correcting && stands(lastStep(await logOf(scope.tx, held.id)), input, evidenceDigest)) return held
  const question = correcting ? await reopen(scope, held, `correction: ${input.reason}`) : held
  const recorded = await addEvidence(scope, { questionId: question.id, evidence: input.evidence })
  const common = { evidence: recorded, evidenceDigest, reason: input.reason, proposalId: null }
  if (input.step === 'settle') return settle(scope, question, { ...common, outcome: input.outcome })
  const voided = {
    step: 'void' as const,
    versionId: null,
    outcome: null,
    voidReason: input.voidReason,
    decidingEvidenceId: null,
  }
  return append(scope, question, { ...common, ...voided })
}

/**
 * Settles, voids, reopens or corrects a question, moves the scores, and brings along the questions that it triggers, in the same
 * transaction. `scoreChanges` says what a correction did to each author touched. Throws `illegal-step`,
 * `insufficient-evidence`, `window-open`, `trigger-open`, `not-found`.
 */
export const resolveQuestion = action<ResolveQuestion, Resolved>(async (scope, input) => {
  const held = await mustLockAll(scope, input.questionId)
  return deciding(scope, held, async () => {
    if (input.step !== 'reopen') return decide(scope, held, input)
    const own = await olderVersion(scope, held, input.version)
    return own ? reopenVersion(scope, held, own, input.reason) : reopen(scope, held, input.reason)
  })
})

import { mustBeOutcome } from '../../core/option.ts'
import { missing } from '../../core/problem.ts'
import type { Question } from '../../core/question.ts'
import { optionsOfAll } from '../../storage/options.ts'
import { triggersAmong } from '../../storage/questions.ts'
import { logsOf } from '../../storage/resolutions.ts'
import type { Transacting } from '../context.ts'
import { type Appending, appendAll, type Settling, settlementsFor } from '../questions/append-resolution.ts'
import { lockAllOf } from '../questions/follow-trigger.ts'
import { addEvidenceToAll, evidenceDigestOf } from './add-evidence.ts'
import { type ResolveQuestion, resolveQuestion } from './resolve-question.ts'

/** What is decided of a question as it stands now. */
export type Decision = Exclude<ResolveQuestion, { step: 'reopen' }>
type Held = { question: Question; input: Decision }

/** Decides held questions that nothing was decided of before and that nothing follows: a fixed number of statements, however many. */
const decideAfresh = async (scope: Transacting, held: readonly Held[]): Promise<void> => {
  const options = await optionsOfAll(
    scope.tx,
    held.map(({ question }) => question.id),
  )
  for (const { question, input } of held)
    if (input.step === 'settle') mustBeOutcome(options.get(question.id) ?? [], input.outcome)
  const added = await addEvidenceToAll(
    scope,
    held.map(({ input: { questionId, evidence } }) => ({ questionId, evidence })),
  )
  const [settling, voided]: [Settling[], Appending[]] = [[], []]
  for (const [at, { question, input }] of held.entries()) {
    const evidenceDigest = await evidenceDigestOf(input.evidence)
    const common = { evidence: added[at] ?? [], evidenceDigest, reason: input.reason, proposalId: null }
    if (input.step === 'settle') settling.push({ question, settlement: { ...common, outcome: input.outcome } })
    else {
      const said = { step: 'void' as const, voidReason: input.voidReason, outcome: null }
      voided.push({ question, entry: { ...common, ...said, versionId: null, decidingEvidenceId: null } })
    }
  }
  await appendAll(scope, [...(await settlementsFor(scope, settling)), ...voided])
}

/**
 * Decides questions, each named once, with the scores that this moves, all or none: those that were never decided and trigger no other
 * together, and then the others one by one. Throws as `resolveQuestion` does.
 */
export const resolveTogether = async (scope: Transacting, inputs: readonly Decision[]): Promise<void> => {
  const { tx } = scope
  const ids = inputs.map(({ questionId }) => questionId)
  const held = new Map((await lockAllOf(scope, ids)).map((question) => [question.id, question]))
  const triggers = await triggersAmong(tx, ids)
  const logs = await logsOf(tx, ids)
  const [fresh, others]: [Held[], Decision[]] = [[], []]
  for (const input of inputs) {
    const question = held.get(input.questionId)
    if (!question) throw missing('question', input.questionId, 'questionId')
    const undecided = (logs.get(question.id) ?? []).every(({ step }) => step === 'close' || step === 'close-version')
    const ofNewest = input.step === 'void' || input.version === undefined
    if (undecided && ofNewest && !triggers.has(question.id)) fresh.push({ question, input })
    else others.push(input)
  }
  if (fresh.length > 0) await decideAfresh(scope, fresh)
  for (const input of others) await resolveQuestion(scope, input)
}

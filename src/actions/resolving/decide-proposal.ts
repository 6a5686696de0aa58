import { z } from 'zod'
import { missing, Problem } from '../../core/problem.ts'
import type { Proposal } from '../../core/proposal.ts'
import type { Question } from '../../core/question.ts'
import { proposalStands } from '../../core/stands.ts'
import { verdictOn } from '../../queries/report/verdict.ts'
import { findProposal, lockProposal, decideProposal as writeDecision } from '../../storage/proposals.ts'
import { action, type Transacting } from '../context.ts'
import { mustFollow, settle } from '../questions/append-resolution.ts'
import { deciding, mustLockAll } from '../questions/follow-trigger.ts'

export const DecideProposal = z
  .object({
    decision: z.enum(['settle', 'decline']),
    reason: z.string().trim().min(1, 'say why').max(5000),
  })
  .meta({ id: 'DecideProposal' })
export type DecideProposal = z.infer<typeof DecideProposal>

export type ProposalDecided = { proposal: Proposal; question: Question }

const mustFind = async ({ tx }: Transacting, id: string): Promise<Proposal> => {
  const proposal = await findProposal(tx, id)
  if (!proposal) throw new Error(`proposal ${id} vanished`)
  return proposal
}

/** Settles the question if the evidence carries it; else the proposal stays pending with what holds it back. */
const trySettle = async (scope: Transacting, proposal: Proposal, question: Question, reason: string) => {
  const { tx, now } = scope
  await mustFollow(scope, question, 'settle')
  const { outcome, evidence } = proposal
  const verdict = await verdictOn(tx, question, outcome, evidence, now)
  if (!verdict.settles) {
    await writeDecision(tx, proposal.id, { status: 'pending', reason: verdict.reason, decidedAt: null })
    return question
  }
  const settled = await settle(scope, question, {
    outcome,
    evidence,
    evidenceDigest: proposal.id,
    reason,
    proposalId: proposal.id,
  })
  await writeDecision(tx, proposal.id, { status: 'settled', reason: verdict.reason, decidedAt: now })
  return settled
}

/**
 * Settles or declines a pending proposal. What cannot be settled yet stays pending and says why; nothing is lost.
 * Throws `not-found`, and `illegal-step` when the proposal or its question is decided.
 */
export const decideProposal = action<{ proposalId: string; decision: DecideProposal }, ProposalDecided>(
  async (scope, { proposalId, decision: { decision, reason } }) => {
    const { tx, now } = scope
    const found = await findProposal(tx, proposalId)
    if (!found) throw missing('proposal', proposalId)
    // The question first, as everywhere: a rule that holds it may want the proposal.
    const held = await mustLockAll(scope, found.questionId)
    const proposal = (await lockProposal(tx, proposalId)) ?? found
    if (proposal.status !== 'pending') {
      const detail = `this proposal is already ${proposal.status}`
      throw new Problem('illegal-step', detail, 'read the question’s log', [], proposalStands(proposal))
    }
    if (decision === 'decline') {
      await writeDecision(tx, proposalId, { status: 'declined', reason, decidedAt: now })
      return { proposal: await mustFind(scope, proposalId), question: held }
    }
    const { question } = await deciding(scope, held, () => trySettle(scope, proposal, held, reason))
    return { proposal: await mustFind(scope, proposalId), question }
  },
)

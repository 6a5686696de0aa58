import type { Context } from '../../actions/context.ts'
import type { EvidenceInput } from '../../actions/resolving/add-evidence.ts'
import { decideProposal } from '../../actions/resolving/decide-proposal.ts'
import { proposeOutcome } from '../../actions/resolving/propose-outcome.ts'
import { Problem } from '../../core/problem.ts'
import type { Proposal } from '../../core/proposal.ts'
import type { Question } from '../../core/question.ts'
import { findQuestion } from '../../storage/questions.ts'

export type Settling = { question: Question; outcome: 'yes' | 'no'; evidence: EvidenceInput[]; rationale: string }
export type Settled = { proposal: Proposal; settled: boolean; reason: string }

/** Proposes an outcome and settles by it where the evidence carries it; else it is left, with what is missing. */
export const proposeAndSettle = async (context: Context, { question, ...input }: Settling): Promise<Settled> => {
  const { proposal } = await proposeOutcome(context, { ...input, questionId: question.id })
  if (proposal.status !== 'pending') {
    return { proposal, settled: proposal.status === 'settled', reason: proposal.reason ?? '' }
  }
  try {
    const decision = { decision: 'settle' as const, reason: input.rationale }
    const decided = await decideProposal(context, { proposalId: proposal.id, decision })
    return { ...decided, settled: decided.proposal.status === 'settled', reason: decided.proposal.reason ?? '' }
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'illegal-step')) throw error
    const standing = await findQuestion(context.database.reader, question.id)
    return { proposal, settled: false, reason: `its question is already settled ${standing?.outcome ?? ''}`.trim() }
  }
}

import { z } from 'zod'
import { problemCodes } from '../../core/problem.ts'
import { Proposal } from '../../core/proposal.ts'
import { lifecycle } from '../../core/resolution/lifecycle.ts'
import { verdictOn } from '../../queries/report/verdict.ts'
import { pendingProposals } from '../../storage/proposals.ts'
import { findQuestion } from '../../storage/questions.ts'
import type { Context, Transacting } from '../context.ts'
import { type ProposeOutcome, proposeOutcome } from './propose-outcome.ts'

/** What would come of a proposal. */
export const ProposalTrial = z
  .object({
    wouldBe: z.enum(['settled', 'pending', 'conflict']).meta({
      description:
        'once decided: settled; pending: its evidence does not carry it yet; conflict: the question is decided, or another outcome is proposed',
    }),
    reason: z.string(),
    code: z.enum(problemCodes).nullable().meta({ description: 'of what holds it back' }),
    remedy: z.string().nullable(),
    stands: Proposal.nullable().meta({ description: 'the same proposal, where it is recorded already' }),
  })
  .meta({ id: 'ProposalTrial' })
export type ProposalTrial = z.infer<typeof ProposalTrial>

const conflict = (reason: string, remedy: string): Omit<ProposalTrial, 'stands'> => ({
  wouldBe: 'conflict',
  reason,
  code: 'illegal-step',
  remedy,
})

const trialOf = async (scope: Transacting, proposal: Proposal): Promise<Omit<ProposalTrial, 'stands'>> => {
  const { tx, now } = scope
  const question = await findQuestion(tx, proposal.questionId)
  if (!question) throw new Error(`question ${proposal.questionId} vanished`)
  if (lifecycle[question.status].settle === null) {
    const decided = question.outcome ?? question.voidReason
    return conflict(`the question is ${question.status}: ${decided}`, 'read its log; a correction needs a reason')
  }
  const others = (await pendingProposals(tx, question.id)).filter(({ outcome }) => outcome !== proposal.outcome)
  if (others.length > 0) {
    return conflict(`another outcome is proposed, by ${others.map(({ id }) => id).join(', ')}`, 'compare the evidence')
  }
  const verdict = await verdictOn(tx, question, proposal.outcome, proposal.evidence, now)
  if (verdict.settles) return { wouldBe: 'settled', reason: verdict.reason, code: null, remedy: null }
  const { code, reason, remedy } = verdict
  return { wouldBe: 'pending', reason, code, remedy }
}

/** Ends a trial: what it wrote is rolled back with it. */
class Undone extends Error {
  readonly trial: ProposalTrial
  constructor(trial: ProposalTrial) {
    super('a trial is never kept')
    this.trial = trial
  }
}

/**
 * Proposes without keeping anything: every check is made and the evidence judged, in a transaction that is rolled back.
 * Throws what proposing would throw.
 */
export const tryProposal = async (context: Context, input: ProposeOutcome): Promise<ProposalTrial> => {
  const { database, ...circumstances } = context
  try {
    return await database.transaction(async (tx) => {
      const scope = { ...circumstances, tx }
      const { proposal, created } = await proposeOutcome(scope, input)
      throw new Undone({ ...(await trialOf(scope, proposal)), stands: created ? null : proposal })
    })
  } catch (error) {
    if (error instanceof Undone) return error.trial
    throw error
  }
}

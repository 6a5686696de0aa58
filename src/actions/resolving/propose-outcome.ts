import { z } from 'zod'
import { idOf } from '../../core/id.ts'
import { sha256 } from '../../core/ledger/digest.ts'
import { mustBeOutcome } from '../../core/option.ts'
import { Problem } from '../../core/problem.ts'
import type { Proposal } from '../../core/proposal.ts'
import { Outcome } from '../../core/resolution/lifecycle.ts'
import { optionsOf } from '../../storage/options.ts'
import { insertProposal, linkProposalEvidence, standingProposal } from '../../storage/proposals.ts'
import { action } from '../context.ts'
import { mustLock } from '../questions/append-resolution.ts'
import { addEvidence, EvidenceInput, evidenceDigestOf } from './add-evidence.ts'

export const ProposeOutcome = z
  .object({
    questionId: idOf('question'),
    outcome: Outcome,
    evidence: z.array(EvidenceInput).min(1, 'a proposal needs evidence').max(50),
    rationale: z.string().trim().min(1, 'say why').max(5000),
  })
  .meta({
    id: 'ProposeOutcome',
    examples: [
      {
        questionId: 'qst_01m80qrsxn6zssv4f1wcbpb0s8',
        outcome: 'yes',
        evidence: [{ kind: 'report', bearing: 'shows', eventId: 'evt_01m80qrsxn6zssv4f1wcbpb0s8' }],
        rationale: 'the gazette reports the opening',
      },
    ],
  })
export type ProposeOutcome = z.infer<typeof ProposeOutcome>

/** The rule that proposes, where it is no person or key. */
export type RuledBy = Pick<Proposal, 'resolver' | 'rules' | 'inputs'>
const byHand: RuledBy = { resolver: null, rules: null, inputs: null }

type Proposing = ProposeOutcome & { by?: RuledBy }
type Proposed = { proposal: Proposal; created: boolean }

/**
 * Proposes an outcome with its evidence, once: the same outcome on the same evidence answers with what stands, but for what
 * was declined on an older version: by other criteria it is proposed anew. Throws
 * `already-exists` when another outcome is proposed on the same evidence.
 */
export const proposeOutcome = action<Proposing, Proposed>(async (scope, input) => {
  const { tx, now, newId, actor } = scope
  const { version } = await mustLock(scope, input.questionId)
  mustBeOutcome(await optionsOf(tx, input.questionId), input.outcome)
  const { questionId, outcome, rationale } = input
  const digest = await evidenceDigestOf(input.evidence)
  const before = await standingProposal(tx, { questionId, outcome, evidenceDigest: digest })
  const anew = before?.status === 'declined' && before.recordedAt < version.recordedAt
  const evidenceDigest = anew ? await sha256(`${digest} ${version.id}`) : digest
  const id = newId('proposal')
  const created = await insertProposal(tx, {
    id,
    questionId,
    outcome,
    rationale,
    ...(input.by ?? byHand),
    status: 'pending',
    reason: null,
    evidenceDigest,
    proposedBy: actor.name,
    recordedAt: now,
    decidedAt: null,
  })
  if (created) {
    const evidence = await addEvidence(scope, { questionId, evidence: input.evidence })
    await linkProposalEvidence(
      tx,
      id,
      evidence.map((one) => one.id),
    )
  }
  const proposal = await standingProposal(tx, { questionId, outcome, evidenceDigest })
  if (!proposal) {
    const detail = 'another outcome is proposed on the same evidence'
    throw new Problem('already-exists', detail, 'have that proposal declined first, or send other evidence', [
      { field: 'outcome', detail },
    ])
  }
  return { proposal, created }
})

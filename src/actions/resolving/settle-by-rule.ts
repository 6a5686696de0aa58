import { canonical } from '../../core/ledger/digest.ts'
import { lifecycle } from '../../core/resolution/lifecycle.ts'
import { dayOf } from '../../core/time.ts'
import { lockProposal, proposalOfRule, decideProposal as writeDecision } from '../../storage/proposals.ts'
import { logOf } from '../../storage/resolutions.ts'
import { restAttempts } from '../../storage/resolver-attempts.ts'
import { action, type Transacting } from '../context.ts'
import { FOLLOWING, mustLockAll } from '../questions/follow-trigger.ts'
import { decideProposal } from './decide-proposal.ts'
import { type FoundOutcome, findByRules, type Looked } from './find-by-rules.ts'
import { type ByRules, conflictOn, type Proposing, proposeFound, ruleActor } from './propose-by-rules.ts'

/** What came of it: settled, or why not; `changed`: the rule does not find that any more, and looks again at once. */
export type SettledByRule = { settled: boolean; changed: boolean; reason: string }

/** Once a person has reopened a question, rules only propose: it was their word that was taken back. */
const reopenedByPerson = async ({ tx }: Transacting, questionId: string): Promise<boolean> =>
  (await logOf(tx, questionId)).some(({ step, decider }) => step === 'reopen' && decider !== FOLLOWING.name)

/** What a rule still finds of what it proposed a moment ago, in another transaction; null where it does not. */
const stillFound = ({ state, found }: Proposing, looked: readonly Looked[]): FoundOutcome | null => {
  const again = looked.find((one) => one.state.position === state.position)?.found
  if (again?.finds !== 'outcome' || again.outcome !== found.outcome) return null
  return canonical(again.evidence) === canonical(found.evidence) ? again : null
}

/** Another reading, or another silence, does not undo what a person said of the last one; another event is another finding. */
const declinedBefore = async ({ tx }: Transacting, { state, found, proposed }: Proposing): Promise<boolean> => {
  const { versionId, position, rule } = state
  if (rule.kind === 'by-event') return false
  const { questionId } = proposed.proposal
  return (await proposalOfRule(tx, { questionId, versionId, position, outcome: found.outcome }, 'declined')) !== null
}

/** Why only a person may settle by what a rule still finds; null where the rule may. */
const forPerson = async (scope: Transacting, made: Proposing, again: FoundOutcome): Promise<string | null> => {
  if (await reopenedByPerson(scope, made.proposed.proposal.questionId)) {
    return 'a person reopened the question: rules only propose'
  }
  if (await declinedBefore(scope, made)) return 'a person declined what it proposed before: it only proposes'
  return again.forPerson ?? null
}

type SettleByRule = Pick<ByRules, 'asOf' | 'asked'> & { made: Proposing }

/**
 * Settles by what a rule proposes, where no person has decided it or reopened the question, and where, now that the question
 * is held, it finds it still and no rule and nobody says otherwise. Else the proposal stays pending and says why.
 */
export const settleByRule = action<SettleByRule, SettledByRule>(async (scope, { made, asOf, asked }) => {
  const { tx } = scope
  const { proposal } = made.proposed
  const held = await mustLockAll(scope, proposal.questionId)
  const ends = (reason: string, changed = false): SettledByRule => ({ settled: false, changed, reason })
  const waits = async (reason: string): Promise<SettledByRule> => {
    await writeDecision(tx, proposal.id, { status: 'pending', reason, decidedAt: null })
    return ends(reason)
  }
  const status = (await lockProposal(tx, proposal.id))?.status ?? proposal.status
  if (status !== 'pending') return ends(`it was ${status} meanwhile`)
  if (lifecycle[held.status].settle === null) return ends('the question was decided meanwhile')
  const { version } = held
  const changed = ends('what it found has changed meanwhile', true)
  if (version.id !== made.state.versionId) return changed
  const looking = { version, today: dayOf(asOf), asked }
  const looked = await findByRules(scope, looking, (one) => proposeFound(scope, one, held.id))
  const conflict = await conflictOn(scope, held.id, looked)
  if (conflict) return waits(conflict)
  const again = stillFound(made, looked)
  if (!again) return changed
  const left = await forPerson(scope, made, again)
  if (left) return waits(left)
  const decision = { decision: 'settle' as const, reason: again.reason }
  const acting = { ...scope, actor: ruleActor(made.state.rule.kind) }
  const { proposal: decided } = await decideProposal(acting, { proposalId: proposal.id, decision })
  if (decided.status !== 'settled') return ends(decided.reason ?? 'not carried')
  await restAttempts(tx, held.id, null)
  return { settled: true, changed: false, reason: again.reason }
})

import { canonical } from '../core/ledger/digest.ts'
import type { Question } from '../core/question.ts'
import { dayOf } from '../core/time.ts'
import { decideProposal as writeDecision } from '../storage/proposals.ts'
import { logOf } from '../storage/resolutions.ts'
import { restAttempts } from '../storage/resolver-attempts.ts'
import { action, type Transacting } from './context.ts'
import { decideProposal } from './decide-proposal.ts'
import { findByRules } from './find-by-rules.ts'
import { FOLLOWING, mustLockAll } from './follow-trigger.ts'
import { type ByRules, conflictOn, type Proposing, ruleActor } from './propose-by-rules.ts'

/** What came of it: settled, or why not; `changed`: the rule does not find that any more, and looks again at once. */
export type SettledByRule = { settled: boolean; changed: boolean; reason: string }

/** Once a person has reopened a question, rules only propose: it was their word that was taken back. */
const reopenedByPerson = async ({ tx }: Transacting, questionId: string): Promise<boolean> =>
  (await logOf(tx, questionId)).some(({ step, decider }) => step === 'reopen' && decider !== FOLLOWING.name)

/** Whether a rule of a held question still finds what it proposed a moment ago, in another transaction. */
const stillFinds = async (
  scope: Transacting,
  { version }: Question,
  { state, found }: Proposing,
  { asOf, asked }: Pick<ByRules, 'asOf' | 'asked'>,
): Promise<boolean> => {
  if (version.id !== state.versionId) return false
  const looked = await findByRules(scope, { version, today: dayOf(asOf), asked }, async (one) => one)
  const again = looked.find((one) => one.state.position === state.position)?.found
  if (again?.finds !== 'outcome' || again.outcome !== found.outcome) return false
  return canonical(again.evidence) === canonical(found.evidence)
}

type SettleByRule = Pick<ByRules, 'asOf' | 'asked'> & { made: Proposing }

/**
 * Settles by what a rule proposes, where no person has reopened the question, nothing else is proposed, and the rule finds
 * it still, now that the question is held. Else the proposal stays pending and says why.
 */
export const settleByRule = action<SettleByRule, SettledByRule>(async (scope, { made, ...looking }) => {
  const { tx } = scope
  const { proposal } = made.proposed
  const held = await mustLockAll(scope, proposal.questionId)
  const waits = async (reason: string): Promise<SettledByRule> => {
    await writeDecision(tx, proposal.id, { status: 'pending', reason, decidedAt: null })
    return { settled: false, changed: false, reason }
  }
  const conflict = await conflictOn(scope, held.id, [])
  if (conflict) return waits(conflict)
  if (await reopenedByPerson(scope, held.id)) return waits('a person reopened the question: rules only propose')
  if (!(await stillFinds(scope, held, made, looking))) {
    return { settled: false, changed: true, reason: 'what it found has changed meanwhile' }
  }
  const decision = { decision: 'settle' as const, reason: made.found.reason }
  const acting = { ...scope, actor: ruleActor(made.state.rule.kind) }
  const { proposal: decided } = await decideProposal(acting, { proposalId: proposal.id, decision })
  if (decided.status !== 'settled') return { settled: false, changed: false, reason: decided.reason ?? 'not carried' }
  await restAttempts(tx, held.id, null)
  return { settled: true, changed: false, reason: made.found.reason }
})

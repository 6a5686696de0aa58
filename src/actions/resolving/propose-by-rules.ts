import { backoffMs, DAY, MINUTE, plusMs } from '../../core/fetching/pace.ts'
import { Problem } from '../../core/problem.ts'
import type { Proposal } from '../../core/proposal.ts'
import { lifecycle } from '../../core/resolution/lifecycle.ts'
import { RESOLVER_RULES, type Resolver } from '../../core/resolution/resolver.ts'
import { dayOf, type Instant } from '../../core/time.ts'
import { putArchive } from '../../storage/archives.ts'
import { savepoint } from '../../storage/database.ts'
import { decideProposal, pendingProposals, proposalOfRule } from '../../storage/proposals.ts'
import { lockQuestion } from '../../storage/questions.ts'
import { type AttemptEnd, endAttempt, lockAttempts, restAttempts } from '../../storage/resolver-attempts.ts'
import { type Actor, action, type Transacting } from '../context.ts'
import { keptProblem } from '../reading/poll-feed.ts'
import { type Asked, type FoundOutcome, findByRules, type Looked } from './find-by-rules.ts'
import { proposeOutcome } from './propose-outcome.ts'

/** A rule acts under its own name, so that the log says what decided. */
export const ruleActor = (kind: Resolver['kind']): Actor => ({ name: `rule ${kind}`, scopes: ['resolve'] })

/** What one rule made of it: its finding, and what is proposed by it, new or standing; null where nothing is. */
export type Made = Looked & { proposed: { proposal: Proposal; created: boolean } | null }
export type Proposing = Looked & { found: FoundOutcome; proposed: NonNullable<Made['proposed']> }
export const proposes = (made: Made): made is Proposing => made.proposed !== null

/** `conflict`: why nothing may settle by a rule, null when all say the same. */
export type Pass = { made: Made[]; conflict: string | null }

/** What is read anew every day is another finding every day, and one proposal as long as nobody has decided it. */
const readsAnew: Readonly<Record<Resolver['kind'], boolean>> = {
  'by-event': false,
  feed: true,
  silence: false,
  judge: true,
}

const propose = async (
  scope: Transacting,
  { versionId, position, rule }: Looked['state'],
  questionId: string,
  { outcome, evidence, reason: rationale, inputs, archive }: FoundOutcome,
) => {
  const { tx } = scope
  const ofRule = { questionId, versionId, position, outcome }
  const standing = readsAnew[rule.kind] ? await proposalOfRule(tx, ofRule, 'pending') : null
  if (standing) return { proposal: standing, created: false }
  const by = { resolver: rule.kind, rules: RESOLVER_RULES, inputs: { versionId, position, ...inputs } }
  const proposing = { questionId, outcome, evidence, rationale, by }
  const proposed = await proposeOutcome({ ...scope, actor: ruleActor(rule.kind) }, proposing)
  if (proposed.created && archive) await putArchive(tx, archive)
  return proposed
}

/** Proposes what a rule found; what cannot be proposed is its own failure, and leaves nothing behind. */
export const proposeFound = async (scope: Transacting, looked: Looked, questionId: string): Promise<Made> => {
  const { state, found } = looked
  if (found?.finds !== 'outcome') return { ...looked, proposed: null }
  try {
    const proposed = await savepoint(scope.tx, (tx) => propose({ ...scope, tx }, state, questionId, found))
    return { ...looked, proposed }
  } catch (problem) {
    if (problem instanceof Problem) return { ...looked, problem, proposed: null }
    throw problem
  }
}

/** Errors put a rule off, longer each time: full jitter between a quarter of an hour and a day. */
const LEAST = 15 * MINUTE
export const failedEnd = (now: Instant, failures: number, dice: number, problem: Problem): AttemptEnd => {
  const wait = Math.max(LEAST, backoffMs(failures + 1, LEAST, DAY, dice))
  return { nextAttemptAt: plusMs(now, wait), lastReason: null, lastError: keptProblem(problem) }
}

/** Writes how an attempt went that proposes nothing, while what could wake its rule waits. */
const endWithout = async ({ tx, now }: Transacting, { state, found, problem }: Made, dice: number): Promise<void> => {
  if (problem) return endAttempt(tx, state, now, failedEnd(now, state.failures, dice, problem))
  if (found?.finds !== 'nothing') return
  await endAttempt(tx, state, now, { nextAttemptAt: found.again, lastReason: found.reason, lastError: null })
}

/**
 * Why nothing may settle by a rule: two outcomes are proposed, or found in a pass by rules of which one could not even
 * propose. What a person declined on the same version contradicts nothing.
 */
export const conflictOn = async (
  { tx }: Transacting,
  questionId: string,
  made: readonly Made[],
): Promise<string | null> => {
  const said = (await pendingProposals(tx, questionId)).map(({ id, outcome, resolver }) => ({
    outcome,
    words: `${resolver ?? 'somebody'} proposes ${outcome} (${id})`,
  }))
  for (const { state, found, proposed } of made) {
    const { status, inputs } = proposed?.proposal ?? {}
    if (found?.finds !== 'outcome' || status === 'pending') continue
    if (status === 'declined' && inputs?.versionId === state.versionId) continue
    said.push({ outcome: found.outcome, words: `${state.rule.kind} finds ${found.outcome}` })
  }
  if (new Set(said.map(({ outcome }) => outcome)).size < 2) return null
  return `conflict: ${said.map(({ words }) => words).join(', ')}; a person must decide`
}

/** `dice`, uniform in [0, 1), spreads retries. */
export type ByRules = { questionId: string; asOf: Instant; dice: number; asked: Asked }

/**
 * Looks by every rule of a question and proposes what they find, in one transaction. What is recorded meanwhile waits for
 * it, and wakes the rules again. Null when there is nothing to resolve: the rules rest.
 */
export const proposeByRules = action<ByRules, Pass | null>(async (scope, { questionId, asOf, dice, asked }) => {
  const { tx } = scope
  const question = await lockQuestion(tx, questionId)
  await lockAttempts(tx, questionId)
  if (!question || lifecycle[question.status].settle === null) {
    await restAttempts(tx, questionId, null)
    return null
  }
  const { version } = question
  await restAttempts(tx, questionId, version.id)
  const looking = { version, today: dayOf(asOf), asked }
  const made = await findByRules(scope, looking, (looked) => proposeFound(scope, looked, questionId))
  for (const one of made) await endWithout(scope, one, dice)
  const conflict = await conflictOn(scope, questionId, made)
  for (const { proposal } of conflict ? made.filter(proposes).map(({ proposed }) => proposed) : []) {
    if (proposal.status !== 'pending') continue
    await decideProposal(tx, proposal.id, { status: 'pending', reason: conflict, decidedAt: null })
  }
  return { made, conflict }
})

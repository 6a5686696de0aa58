import { backoffMs, DAY, MINUTE, plusMs } from '../core/fetching/pace.ts'
import { Problem } from '../core/problem.ts'
import type { Proposal } from '../core/proposal.ts'
import type { QuestionVersion } from '../core/question.ts'
import { lifecycle } from '../core/resolution/lifecycle.ts'
import { RESOLVER_RULES, type Resolver } from '../core/resolution/resolver.ts'
import type { ResolverState } from '../core/resolution/resolver-state.ts'
import { type Day, dayOf, type Instant } from '../core/time.ts'
import { savepoint } from '../storage/database.ts'
import { decideProposal, pendingProposals } from '../storage/proposals.ts'
import { lockQuestion } from '../storage/questions.ts'
import {
  type AttemptEnd,
  endAttempt,
  lockAttempts,
  resolverStates,
  restAttempts,
} from '../storage/resolver-attempts.ts'
import { foundByJudge, type JudgeVisit } from './ask-judge.ts'
import { type Actor, action, type Transacting } from './context.ts'
import { type Found, findByEvent, findSilence } from './find-outcome.ts'
import { keptProblem } from './poll-feed.ts'
import { proposeOutcome } from './propose-outcome.ts'
import { type FeedVisit, findInFeed } from './read-feed-rule.ts'

/** A rule acts under its own name, so that the log says what decided. */
export const ruleActor = (kind: Resolver['kind']): Actor => ({ name: `rule ${kind}`, scopes: ['resolve'] })

/** What one rule made of it: nothing yet, a proposal, new or standing, or a failure. */
export type Made = { state: ResolverState } & (
  | { did: 'waits'; found: Extract<Found, { finds: 'nothing' }> }
  | { did: 'proposes'; found: Extract<Found, { finds: 'outcome' }>; proposal: Proposal; created: boolean }
  | { did: 'fails'; problem: Problem }
)
/** `conflict`: why nothing may settle by a rule, null when all say the same. */
export type Pass = { made: Made[]; conflict: string | null }

/** Silence is asked last, whatever its place: it needs to know what the others found. */
const inOrder = (states: readonly ResolverState[]): ResolverState[] => [
  ...states.filter(({ rule }) => rule.kind !== 'silence'),
  ...states.filter(({ rule }) => rule.kind === 'silence'),
]

type About = {
  version: QuestionVersion
  today: Day
  states: readonly ResolverState[]
  made: readonly Made[]
  asked: Asked
}

/**
 * What keeps silence waiting: a rule that found something, may yet, failed, or was not asked. Null: all found nothing. A
 * model only proposes, so it holds nothing up but by a "yes" that waits to be decided, as anybody's does.
 */
const heardByRules = ({ states, made }: Pick<About, 'states' | 'made'>): string | null => {
  for (const { rule, position } of states.filter(({ rule: { kind } }) => kind !== 'silence' && kind !== 'judge')) {
    const one = made.find(({ state }) => state.position === position)
    if (!one) return `the ${rule.kind} rule at ${position} was not asked in this pass`
    if (one.did === 'fails') return `the ${rule.kind} rule at ${position} failed: ${one.problem.message}`
    if (one.found.finds === 'outcome' || one.found.perhaps) return one.found.reason
  }
  return null
}

const mustBeAsked = <Visit>(visited: Visit | undefined): Visit => {
  if (!visited) throw new Error('a rule is tried without its outside having been asked')
  return visited
}

const find = async (scope: Transacting, { rule, position }: ResolverState, about: About): Promise<Found> => {
  const { version, today, asked } = about
  if (rule.kind === 'by-event') return findByEvent(scope, rule, version)
  if (rule.kind === 'feed') {
    return findInFeed(scope, rule, version, { visited: mustBeAsked(asked.feeds.get(position)), today })
  }
  if (rule.kind === 'judge') return foundByJudge(mustBeAsked(asked.judgements.get(position)), scope.now)
  return findSilence(scope, rule, version, { byRules: heardByRules(about), today })
}

const proposeBy = async (scope: Transacting, state: ResolverState, about: About): Promise<Made> => {
  const { versionId, position, rule } = state
  const found = await find(scope, state, about)
  if (found.finds === 'nothing') return { state, did: 'waits', found }
  const { outcome, evidence, reason: rationale } = found
  const by = { resolver: rule.kind, rules: RESOLVER_RULES, inputs: { versionId, position, ...found.inputs } }
  const { questionId } = about.version
  const proposing = { questionId, outcome, evidence, rationale, by }
  return {
    state,
    did: 'proposes',
    found,
    ...(await proposeOutcome({ ...scope, actor: ruleActor(rule.kind) }, proposing)),
  }
}

/** One rule; what it cannot propose is its own failure, and leaves nothing behind. */
const tryRule = async (scope: Transacting, state: ResolverState, about: About): Promise<Made> => {
  try {
    return await savepoint(scope.tx, (tx) => proposeBy({ ...scope, tx }, state, about))
  } catch (problem) {
    if (problem instanceof Problem) return { state, did: 'fails', problem }
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
const endWithout = async ({ tx, now }: Transacting, made: Made, dice: number): Promise<void> => {
  if (made.did === 'proposes') return
  const end =
    made.did === 'fails'
      ? failedEnd(now, made.state.failures, dice, made.problem)
      : { nextAttemptAt: made.found.again, lastReason: made.found.reason, lastError: null }
  await endAttempt(tx, made.state, now, end)
}

const conflictOn = async ({ tx }: Transacting, questionId: string): Promise<string | null> => {
  const pending = await pendingProposals(tx, questionId)
  if (new Set(pending.map(({ outcome }) => outcome)).size < 2) return null
  const said = pending.map(({ id, outcome, resolver }) => `${resolver ?? 'somebody'} proposes ${outcome} (${id})`)
  return `conflict: ${said.join(', ')}; a person must decide`
}

/**
 * What feeds and the model answered, by the position of their rule in the version `versionId`; what was not asked is not due.
 */
export type Asked = {
  versionId: string | null
  feeds: ReadonlyMap<number, FeedVisit>
  judgements: ReadonlyMap<number, JudgeVisit>
}
/** `dice`, uniform in [0, 1), spreads retries. */
export type ByRules = { questionId: string; asOf: Instant; dice: number; asked: Asked }

/** Whether a rule can be tried: what it asks of the outside has been asked for this very version. */
const wasAsked = ({ feeds, judgements, ...asked }: Asked, { versionId, position, rule }: ResolverState): boolean => {
  if (rule.kind === 'feed') return asked.versionId === versionId && feeds.has(position)
  return rule.kind !== 'judge' || (asked.versionId === versionId && judgements.has(position))
}

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
  const made: Made[] = []
  const states = await resolverStates(tx, version.id)
  for (const state of inOrder(states).filter((one) => wasAsked(asked, one))) {
    const one = await tryRule(scope, state, { version, today: dayOf(asOf), states, made, asked })
    await endWithout(scope, one, dice)
    made.push(one)
  }
  const conflict = await conflictOn(scope, questionId)
  for (const one of made) {
    if (!conflict || one.did !== 'proposes' || one.proposal.status !== 'pending') continue
    await decideProposal(tx, one.proposal.id, { status: 'pending', reason: conflict, decidedAt: null })
  }
  return { made, conflict }
})

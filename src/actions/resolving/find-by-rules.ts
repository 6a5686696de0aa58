import { Problem } from '../../core/problem.ts'
import type { QuestionVersion } from '../../core/question.ts'
import type { ResolverState } from '../../core/resolution/resolver-state.ts'
import { gateOf } from '../../core/resolution/trigger.ts'
import type { Day } from '../../core/time.ts'
import { triggerStateOf } from '../../queries/report/own-outcomes.ts'
import { savepoint } from '../../storage/database.ts'
import { resolverStates } from '../../storage/resolver-attempts.ts'
import type { Transacting } from '../context.ts'
import { foundByJudge, type JudgeVisit } from './ask-judge.ts'
import { type Found, findByEvent } from './find-outcome.ts'
import { findSilence } from './find-silence.ts'
import { type FeedVisit, findInFeed } from './read-feed-rule.ts'

/** What feeds and the model answered, by the position of their rule in the version `versionId`; what was not asked is not due. */
export type Asked = {
  versionId: string | null
  feeds: ReadonlyMap<number, FeedVisit>
  judgements: ReadonlyMap<number, JudgeVisit>
}

/** What one rule came to, `found: null` where it could not even look, and what went wrong with it. */
export type Looked = { state: ResolverState; found: Found | null; problem: Problem | null }
export type FoundOutcome = Extract<Found, { finds: 'outcome' }>

export type Looking = { version: QuestionVersion; today: Day; asked: Asked }

/** Whether a rule can be tried: what it asks of the outside has been asked for this very version. */
const wasAsked = ({ feeds, judgements, ...asked }: Asked, { versionId, position, rule }: ResolverState): boolean => {
  if (rule.kind === 'feed') return asked.versionId === versionId && feeds.has(position)
  return rule.kind !== 'judge' || (asked.versionId === versionId && judgements.has(position))
}

/** Silence is asked last, whatever its place: it needs to know what the others found. */
const inOrder = (states: readonly ResolverState[]): ResolverState[] => [
  ...states.filter(({ rule }) => rule.kind !== 'silence'),
  ...states.filter(({ rule }) => rule.kind === 'silence'),
]

/**
 * What keeps silence waiting: a rule that found something, may yet, failed, or was not asked. Null: all found nothing. A
 * model only proposes, so it holds nothing up but by a "yes" that waits to be decided, as anybody's does.
 */
const heardByRules = (states: readonly ResolverState[], looked: readonly Looked[]): string | null => {
  for (const { rule, position } of states.filter(({ rule: { kind } }) => kind !== 'silence' && kind !== 'judge')) {
    const one = looked.find(({ state }) => state.position === position)
    if (!one) return `the ${rule.kind} rule at ${position} was not asked in this pass`
    if (one.problem) return `the ${rule.kind} rule at ${position} failed: ${one.problem.message}`
    if (one.found && (one.found.finds === 'outcome' || one.found.perhaps)) return one.found.reason
  }
  return null
}

const mustBeAsked = <Visit>(visited: Visit | undefined): Visit => {
  if (!visited) throw new Error('a rule is tried without its outside having been asked')
  return visited
}

/** Looks by one rule; what keeps it from looking is its own failure, and leaves nothing behind. */
const lookBy = async (scope: Transacting, state: ResolverState, find: (scope: Transacting) => Promise<Found>) => {
  try {
    return { state, found: await savepoint(scope.tx, (tx) => find({ ...scope, tx })), problem: null }
  } catch (problem) {
    if (problem instanceof Problem) return { state, found: null, problem }
    throw problem
  }
}

/**
 * Looks by every rule of a held question's version that can be tried, one after the other, and hands each finding to `then`
 * before the next rule looks: what is proposed by one is heard by silence.
 */
export const findByRules = async <One extends Looked>(
  scope: Transacting,
  { version, today, asked }: Looking,
  then: (looked: Looked) => Promise<One>,
): Promise<One[]> => {
  const states = await resolverStates(scope.tx, version.id)
  const gate = gateOf(version.trigger, await triggerStateOf(scope.tx, version))
  const all: One[] = []
  for (const state of inOrder(states).filter((one) => wasAsked(asked, one))) {
    const { rule, position } = state
    const looked = await lookBy(scope, state, async (inner) => {
      if (rule.kind === 'by-event') return findByEvent(inner, rule, version, gate)
      if (rule.kind === 'judge') return foundByJudge(mustBeAsked(asked.judgements.get(position)), inner.now)
      if (rule.kind === 'silence')
        return findSilence(inner, rule, version, { byRules: heardByRules(states, all), today })
      const visited = mustBeAsked(asked.feeds.get(position))
      return findInFeed(inner, { rule, position }, version, { visited, today, gate })
    })
    all.push(await then(looked))
  }
  return all
}

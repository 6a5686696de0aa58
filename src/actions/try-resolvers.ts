import { DAY, plusMs } from '../core/fetching/pace.ts'
import { Problem } from '../core/problem.ts'
import type { Proposal } from '../core/proposal.ts'
import { lifecycle } from '../core/resolution/lifecycle.ts'
import { dayOf, type Instant } from '../core/time.ts'
import { findQuestion } from '../storage/questions.ts'
import { type AttemptEnd, type ClaimedQuestion, endAttempt, restAttempts } from '../storage/resolver-attempts.ts'
import { type JudgeVisit, visitJudge } from './ask-judge.ts'
import { type Actor, type Context, contextOf, type Services } from './context.ts'
import { decideProposal } from './decide-proposal.ts'
import { type Asked, failedEnd, type Made, proposeByRules, ruleActor } from './propose-by-rules.ts'
import { type FeedVisit, visitFeed } from './read-feed-rule.ts'

/** How trying the rules of one question went. */
export type Tried = { proposed: number; settled: number; conflicts: number; failed: number }

const waitsForPerson: Readonly<Record<Proposal['status'], string>> = {
  pending: 'the policy leaves it to a person to settle',
  settled: 'it settled on this evidence before and was reopened; a person must decide',
  declined: 'a person declined it',
}

type Proposing = Extract<Made, { did: 'proposes' }>
type Concluded = { end: AttemptEnd; settled: boolean }

/** What comes of a proposal: it settles where the policy lets its rule settle and nobody says otherwise. */
const conclude = async (context: Context, made: Proposing, conflict: string | null): Promise<Concluded> => {
  const { state, found, proposal } = made
  const said = `proposes ${found.outcome} (${proposal.id})`
  const waits = (lastReason: string): Concluded => ({
    end: { nextAttemptAt: plusMs(context.now, DAY), lastReason, lastError: null },
    settled: false,
  })
  if (conflict && proposal.status === 'pending') return waits(conflict)
  if (proposal.status !== 'pending' || !state.rule.settles) return waits(`${said}: ${waitsForPerson[proposal.status]}`)
  const { proposal: decided } = await decideProposal(
    { ...context, actor: ruleActor(state.rule.kind) },
    { proposalId: proposal.id, decision: { decision: 'settle', reason: found.reason } },
  )
  if (decided.status !== 'settled') return waits(`${said}: ${decided.reason}`)
  const lastReason = `settled ${found.outcome} (${proposal.id})`
  return { end: { nextAttemptAt: null, lastReason, lastError: null }, settled: true }
}

/** The same, with a failure kept beside the proposal that stands. */
const concludeOrFail = async (context: Context, made: Proposing, conflict: string | null, dice: number) => {
  try {
    return await conclude(context, made, conflict)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { end: failedEnd(context.now, made.state.failures, dice, error), settled: false }
  }
}

type Trying = ClaimedQuestion & { asOf: Instant }

/** Asks the feeds and the model of the newest version that are due, before any transaction: a crash in between loses nothing. */
const askOutside = async (services: Services, { questionId, due, asOf }: Trying): Promise<Asked> => {
  const question = await findQuestion(services.database.reader, questionId)
  const [feeds, judgements] = [new Map<number, FeedVisit>(), new Map<number, JudgeVisit>()]
  if (!question || lifecycle[question.status].settle === null) return { versionId: null, feeds, judgements }
  const { version } = question
  for (const { versionId, position } of due) {
    const rule = versionId === version.id ? version.resolvers[position] : undefined
    if (rule?.kind === 'feed') feeds.set(position, await visitFeed(services, rule, version, dayOf(asOf)))
    if (rule?.kind === 'judge') judgements.set(position, await visitJudge(services, question, dayOf(asOf)))
  }
  return { versionId: version.id, feeds, judgements }
}

/**
 * Tries the rules of one question as of an instant: proposes what they find and settles where the version's policy lets
 * that rule settle. The same evidence again is the same proposal. A rule that fails keeps its error and is tried again
 * later; the others go on.
 */
export const tryResolvers = async (services: Services, actor: Actor, trying: Trying): Promise<Tried> => {
  const { questionId, asOf } = trying
  const { database, outbound } = services
  const dice = outbound.dice()
  const asked = await askOutside(services, trying)
  const pass = await proposeByRules(contextOf(services, actor), { questionId, asOf, dice, asked })
  const made = pass?.made ?? []
  const proposing = made.filter((one) => one.did === 'proposes')
  const tried: Tried = {
    proposed: proposing.filter(({ created }) => created).length,
    settled: 0,
    conflicts: pass?.conflict ? 1 : 0,
    failed: made.filter(({ did }) => did === 'fails').length,
  }
  for (const one of proposing) {
    const context = contextOf(services, actor)
    const { end, settled } = await concludeOrFail(context, one, pass?.conflict ?? null, dice)
    if (end.lastError) tried.failed += 1
    await database.transaction((tx) => endAttempt(tx, one.state, context.now, end))
    if (!settled) continue
    await database.transaction((tx) => restAttempts(tx, questionId, null))
    return { ...tried, settled: 1 }
  }
  return tried
}

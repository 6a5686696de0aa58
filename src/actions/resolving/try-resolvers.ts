import { DAY, plusMs } from '../../core/fetching/pace.ts'
import { Problem } from '../../core/problem.ts'
import type { Proposal } from '../../core/proposal.ts'
import { lifecycle } from '../../core/resolution/lifecycle.ts'
import { dayOf, type Instant } from '../../core/time.ts'
import { findQuestion } from '../../storage/questions.ts'
import { type AttemptEnd, type ClaimedQuestion, endAttempt } from '../../storage/resolver-attempts.ts'
import { type Actor, type Context, contextOf, type Services } from '../context.ts'
import { type JudgeVisit, visitJudge } from './ask-judge.ts'
import type { Asked } from './find-by-rules.ts'
import { failedEnd, type Pass, type Proposing, proposeByRules, proposes } from './propose-by-rules.ts'
import { type FeedAnswers, type FeedVisit, isAnswered, visitFeed } from './read-feed-rule.ts'
import { settleByRule } from './settle-by-rule.ts'

/** How trying the rules of one question went. */
export type Tried = { proposed: number; settled: number; conflicts: number; failed: number }

const waitsForPerson: Readonly<Record<Proposal['status'], string>> = {
  pending: 'the policy leaves it to a person to settle',
  settled: 'it settled on this evidence before and was reopened; a person must decide',
  declined: 'a person declined it',
}

type Concluded = { end: AttemptEnd; settled: boolean }
type Concluding = { asOf: Instant; asked: Asked; dice: number; conflict: Pass['conflict'] }

/** What comes of a proposal: it settles where the policy lets its rule settle and nobody says otherwise. */
const conclude = async (context: Context, made: Proposing, concluding: Concluding): Promise<Concluded> => {
  const { conflict, asOf, asked } = concluding
  const { state, found, proposed } = made
  const { id, status } = proposed.proposal
  const said = `proposes ${found.outcome} (${id})`
  const ends = (lastReason: string, nextAttemptAt: Instant | null): Concluded => ({
    end: { nextAttemptAt, lastReason, lastError: null },
    settled: nextAttemptAt === null,
  })
  const tomorrow = plusMs(context.now, DAY)
  if (conflict && status === 'pending') return ends(conflict, tomorrow)
  if (status !== 'pending' || !state.rule.settles) return ends(`${said}: ${waitsForPerson[status]}`, tomorrow)
  const { settled, changed, reason } = await settleByRule(context, { made, asOf, asked })
  if (settled) return ends(`settled ${found.outcome} (${id})`, null)
  return ends(`${said}: ${reason}`, changed ? context.now : tomorrow)
}

/** The same, with a failure kept beside the proposal that stands. */
const concludeOrFail = async (context: Context, made: Proposing, concluding: Concluding): Promise<Concluded> => {
  try {
    return await conclude(context, made, concluding)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { end: failedEnd(context.now, made.state.failures, concluding.dice, error), settled: false }
  }
}

type Trying = ClaimedQuestion & { asOf: Instant; answers: FeedAnswers }

/** So many feeds are asked in one turn that all of them may take their time within the lease; the others are due again. */
const MOST_FEEDS = 5

/** Asks the feeds and the model of the newest version that are due, before any transaction: a crash in between loses nothing. */
const askOutside = async (services: Services, { questionId, due, asOf, answers }: Trying): Promise<Asked> => {
  const question = await findQuestion(services.database.reader, questionId)
  const [feeds, judgements] = [new Map<number, FeedVisit>(), new Map<number, JudgeVisit>()]
  if (!question || lifecycle[question.status].settle === null) return { versionId: null, feeds, judgements }
  const { version } = question
  const today = dayOf(asOf)
  let visited = 0
  for (const { versionId, position } of due) {
    const rule = versionId === version.id ? version.resolvers[position] : undefined
    if (rule?.kind === 'judge') judgements.set(position, await visitJudge(services, question, today))
    if (rule?.kind !== 'feed' || (visited === MOST_FEEDS && !isAnswered(answers, rule))) continue
    if (!isAnswered(answers, rule)) visited += 1
    feeds.set(position, await visitFeed(services, rule, version, { today, answers }))
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
  const { made, conflict } = pass ?? { made: [], conflict: null }
  const proposing = made.filter(proposes)
  const tried: Tried = {
    proposed: proposing.filter(({ proposed }) => proposed.created).length,
    settled: 0,
    conflicts: conflict ? 1 : 0,
    failed: made.filter(({ problem }) => problem !== null).length,
  }
  for (const one of proposing) {
    const context = contextOf(services, actor)
    const { end, settled } = await concludeOrFail(context, one, { asOf, asked, dice, conflict })
    if (end.lastError) tried.failed += 1
    await database.transaction((tx) => endAttempt(tx, one.state, context.now, end))
    if (settled) return { ...tried, settled: 1 }
  }
  return tried
}

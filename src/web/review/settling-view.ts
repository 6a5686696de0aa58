import type { Event } from '../../core/event.ts'
import { FORETELLS } from '../../core/evidence/stance.ts'
import type { Tagger } from '../../core/extraction/sentences/token.ts'
import { groupBy } from '../../core/group-by.ts'
import type { QuestionOption } from '../../core/option.ts'
import type { Proposal } from '../../core/proposal.ts'
import type { Question } from '../../core/question.ts'
import type { Verdict } from '../../core/resolution/judge.ts'
import { dayOf, type Instant } from '../../core/time.ts'
import { evidenceFor, type QuestionEvidence } from '../../queries/evidence/question-evidence.ts'
import { verdictsOn } from '../../queries/report/verdict.ts'
import { workList } from '../../queries/work-list.ts'
import type { Reader } from '../../storage/database.ts'
import { eventsByIds } from '../../storage/events.ts'
import { optionsOf } from '../../storage/options.ts'
import { listProposals, proposalsWaiting } from '../../storage/proposals.ts'
import { questionsByIds } from '../../storage/questions.ts'

const LISTED = 50
const FOUND = 12

export type SettlingList = {
  proposed: { question: Question; proposals: Proposal[] }[]
  more: string | null
  unproposed: Question[]
  moreUnproposed: string | null
}

/** The questions with a proposal that waits, newest proposal first, and those that wait for an outcome and have none. */
export const readSettlingList = async (
  reader: Reader,
  { cursor, due, now }: { cursor: string | null; due: string | null; now: Instant },
): Promise<SettlingList> => {
  const pending = { questionId: null, status: 'pending' } as const
  const { items, next } = await listProposals(reader, pending, { limit: LISTED, cursor })
  const waiting = groupBy(items, ({ questionId }) => questionId)
  const questions = await questionsByIds(reader, [...waiting.keys()])
  const proposed = [...waiting].flatMap(([id, proposals]) => {
    const question = questions.find((one) => one.id === id)
    return question ? [{ question, proposals }] : []
  })
  const asked = { dueBefore: dayOf(now), resolver: null, unproposed: true, now }
  const work = await workList(reader, asked, { limit: LISTED, cursor: due })
  const unproposed = work.items.map(({ question }) => question)
  return { proposed, more: next, unproposed, moreUnproposed: work.next }
}

/** A proposal, and whether its evidence would settle the question now. */
export type Judged = { proposal: Proposal; verdict: Verdict }

export type Settling = {
  question: Question
  options: QuestionOption[]
  judged: Judged[]
  evidence: QuestionEvidence
  events: ReadonlyMap<string, Event>
  /** The next question with a proposal that waits; null where there is none. */
  next: string | null
}

/** The question with a proposal that waits after this one, round the newest of them; null where there is no other. */
export const nextOf = async (reader: Reader, id: string): Promise<string | null> => {
  const pending = { questionId: null, status: 'pending' } as const
  const { items } = await listProposals(reader, pending, { limit: LISTED, cursor: null })
  const ids = [...new Set(items.map(({ questionId }) => questionId))]
  const others = [...ids.slice(ids.indexOf(id) + 1), ...ids.slice(0, Math.max(0, ids.indexOf(id)))]
  return others.find((other) => other !== id) ?? null
}

/** Everything by which a question is settled; nothing of who said what on it. */
export const readSettling = async (
  reader: Reader,
  question: Question,
  { tagger, now }: { tagger: Tagger; now: Instant },
): Promise<Settling> => {
  const proposals = await proposalsWaiting(reader, [question.id])
  const verdicts = await verdictsOn(
    reader,
    proposals.map(({ outcome, evidence }) => ({ question, outcome, evidence })),
    now,
  )
  const searched = await evidenceFor(reader, question, { tagger, limit: 3 * FOUND, whole: true })
  // What others forecast tells nothing of what came, and would tell who said what.
  const found = searched.found.filter(({ reasons }) => !reasons.includes(FORETELLS)).slice(0, FOUND)
  const evidence = { ...searched, found }
  const named = [...evidence.recorded, ...proposals.flatMap((proposal) => proposal.evidence)]
  return {
    question,
    options: await optionsOf(reader, question.id),
    judged: proposals.flatMap((proposal, at) => {
      const verdict = verdicts[at]
      return verdict ? [{ proposal, verdict }] : []
    }),
    evidence,
    events: await eventsByIds(reader, [...new Set(named.flatMap(({ eventId }) => eventId ?? []))]),
    next: await nextOf(reader, question.id),
  }
}

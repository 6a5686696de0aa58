import type { Event } from '../../core/event.ts'
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
}

/** The questions with a proposal that waits, newest proposal first, and those that wait for an outcome and have none. */
export const readSettlingList = async (reader: Reader, cursor: string | null, now: Instant): Promise<SettlingList> => {
  const pending = { questionId: null, status: 'pending' } as const
  const { items, next } = await listProposals(reader, pending, { limit: LISTED, cursor })
  const waiting = groupBy(items, ({ questionId }) => questionId)
  const questions = await questionsByIds(reader, [...waiting.keys()])
  const proposed = [...waiting].flatMap(([id, proposals]) => {
    const question = questions.find((one) => one.id === id)
    return question ? [{ question, proposals }] : []
  })
  const due = { dueBefore: dayOf(now), resolver: null, now }
  const { items: work } = await workList(reader, due, { limit: LISTED, cursor: null })
  const unproposed = work.flatMap(({ question, proposals }) => (proposals.length === 0 ? [question] : []))
  return { proposed, more: next, unproposed }
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

const nextOf = async (reader: Reader, id: string): Promise<string | null> => {
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
  const evidence = await evidenceFor(reader, question, { tagger, limit: FOUND, whole: true })
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

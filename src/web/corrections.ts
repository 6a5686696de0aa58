import type { Dispute } from '../core/dispute.ts'
import type { Excluded } from '../core/excluded.ts'
import type { Question } from '../core/question.ts'
import type { ScoreChange } from '../core/score-change.ts'
import type { Instant } from '../core/time.ts'
import { shownDispute } from '../queries/shown-dispute.ts'
import { authorsByIds } from '../storage/authors.ts'
import { type Correction, listCorrections, listExcluded } from '../storage/corrections.ts'
import type { Reader } from '../storage/database.ts'
import { listDisputes } from '../storage/disputes.ts'
import { questionsByIds } from '../storage/questions.ts'
import { scoreChangesBy } from '../storage/score-changes.ts'

/** Corrections on one page, and disputes and exclusions that it names. */
const PAGE = 30
const NAMED = 100

export type Names = Map<string, { name: string; slug: string }>
export type CorrectionsView = {
  corrections: { correction: Correction; question: Question | null; changes: ScoreChange[] }[]
  next: string | null
  excluded: { one: Excluded; changes: ScoreChange[] }[]
  overdue: Dispute[]
  open: Dispute[]
  /** Came in and nobody has confirmed who from. */
  waiting: number
  names: Names
}

const disputesIn = async (reader: Reader, status: 'open' | 'overdue' | 'received', now: Instant) => {
  const filter = { status, questionId: null, confirmedOnly: status !== 'received' }
  const { items } = await listDisputes(reader, filter, { limit: NAMED, cursor: null }, now)
  return items.map((one) => shownDispute(one, false))
}

/** Everything the page of corrections shows; the first page names disputes and exclusions too. */
export const readCorrections = async (
  reader: Reader,
  cursor: string | null,
  now: Instant,
): Promise<CorrectionsView> => {
  const { items, next } = await listCorrections(reader, { limit: PAGE, cursor })
  const excluded = cursor === null ? (await listExcluded(reader, { limit: NAMED, cursor: null })).items : []
  const changes = await scoreChangesBy(reader, {
    resolutionIds: items.map(({ id }) => id),
    rulingIds: excluded.map(({ rulingId }) => rulingId),
  })
  const questions = await questionsByIds(reader, [...new Set(items.map(({ questionId }) => questionId))])
  const authors = await authorsByIds(reader, [...new Set([...changes, ...excluded].map(({ authorId }) => authorId))])
  const named = async (status: Parameters<typeof disputesIn>[1]) =>
    cursor === null ? await disputesIn(reader, status, now) : []
  return {
    corrections: items.map((correction) => ({
      correction,
      question: questions.find(({ id }) => id === correction.questionId) ?? null,
      changes: changes.filter(({ resolutionId }) => resolutionId === correction.id),
    })),
    next,
    excluded: excluded.map((one) => ({
      one,
      // Of whoever it counted for then, which need not be the record that it was said under.
      changes: changes.filter(({ rulingId, questionId }) => rulingId === one.rulingId && questionId === one.questionId),
    })),
    overdue: await named('overdue'),
    open: (await named('open')).filter((dispute) => dispute.ruleBy >= now),
    waiting: (await named('received')).length,
    names: new Map(authors.map(({ id, name, slug }) => [id, { name, slug }])),
  }
}

import { and, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { FactKind } from '../core/ledger/fact-kinds.ts'
import type { Reader } from './database.ts'
import { candidateReviews } from './tables/commentary.ts'
import { disputeConfirmations, disputeReplies, disputeRulings, disputes } from './tables/disputes.ts'
import { erasures } from './tables/erasures.ts'
import { eventCandidateReviews } from './tables/event-candidates.ts'
import { authorLinks } from './tables/people.ts'
import { predictions, questionOptions, questionVersions } from './tables/questions.ts'
import { redactions } from './tables/redactions.ts'
import { baselines, questionTopics } from './tables/references.ts'
import { events, evidence, resolutionEntries } from './tables/resolution.ts'
import { secondOpinions } from './tables/second-opinions.ts'

/** What some names made (a person, and the keys of their line), in the order of ids, after one of them. */
export type MadeBy = { names: readonly string[]; after: string; limit: number }

/** The rows of a table whose column `by` holds one of the names: the next of them, known by `id`. */
export const madeBy = (by: AnyPgColumn | SQL, id: AnyPgColumn | SQL, { names, after }: MadeBy): SQL | undefined =>
  and(sql`${by} in (select jsonb_array_elements_text(${JSON.stringify(names)}::jsonb))`, sql`${id} > ${after}`)

/** The column of each kind of fact that says who made it; the other kinds say it of nobody. */
const makers = {
  'author-link': authorLinks.recordedBy,
  review: candidateReviews.reviewer,
  'second-opinion': secondOpinions.reviewer,
  version: questionVersions.recordedBy,
  option: questionOptions.recordedBy,
  topic: questionTopics.recordedBy,
  baseline: baselines.recordedBy,
  prediction: predictions.recordedBy,
  event: events.recordedBy,
  'event-review': eventCandidateReviews.reviewer,
  evidence: evidence.recordedBy,
  resolution: resolutionEntries.decider,
  dispute: disputes.recordedBy,
  'dispute-reply': disputeReplies.recordedBy,
  'dispute-confirmation': disputeConfirmations.confirmedBy,
  'dispute-ruling': disputeRulings.ruledBy,
  redaction: redactions.redactedBy,
  erasure: erasures.erasedBy,
} as const satisfies Partial<Record<FactKind, AnyPgColumn>>
export type MadeKind = keyof typeof makers

/** The kinds of fact that say who made them. */
export const madeKinds = Object.keys(makers) as [MadeKind, ...MadeKind[]]

/** The ids of the facts of a kind that some names made, each with the name. */
export const factsMadeBy = (reader: Reader, kind: MadeKind, made: MadeBy): Promise<{ id: string; by: string }[]> => {
  const by: AnyPgColumn = makers[kind]
  const table = by.table as PgTable
  const id = getTableColumns(table)['id'] as AnyPgColumn
  return reader
    .select({ id: sql<string>`${id}`, by: sql<string>`${by}` })
    .from(table)
    .where(madeBy(by, id, made))
    .orderBy(id)
    .limit(made.limit)
}

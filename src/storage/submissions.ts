import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { groupBy } from '../core/group-by.ts'
import type { OwnAct } from '../core/resolution/next-act.ts'
import type { Slip, Speaker, Taking } from '../core/submission.ts'
import type { Reader, Transaction } from './database.ts'
import { holdQuestions } from './lock-order.ts'
import { isNewestVersion } from './questions.ts'
import { authors } from './tables/people.ts'
import { predictions, questions, questionVersions as versions } from './tables/questions.ts'

/** The values of a list as rows: one parameter, however many there are. */
const listed = (values: readonly string[]) => sql`(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`

const canonical = alias(authors, 'canonical')

/** Those authors that there are, by id and by slug; a text that is the id of one and the slug of another means the id. */
export const speakersNamed = async (reader: Reader, idsOrSlugs: readonly string[]): Promise<Map<string, Speaker>> => {
  if (idsOrSlugs.length === 0) return new Map()
  const named = listed(idsOrSlugs)
  const rows = await reader
    .select({
      id: authors.id,
      slug: authors.slug,
      name: authors.name,
      registeredBy: authors.recordedBy,
      mergedInto: canonical.slug,
    })
    .from(authors)
    .leftJoin(canonical, eq(canonical.id, authors.canonicalId))
    .where(or(inArray(authors.id, named), inArray(authors.slug, named)))
  return new Map([
    ...rows.map(({ slug, ...speaker }) => [slug, speaker] as const),
    ...rows.map(({ slug: _, ...speaker }) => [speaker.id, speaker] as const),
  ])
}

/** Where those predictions stand that there are, by id. */
export const slipsByIds = async (reader: Reader, ids: readonly string[]): Promise<Map<string, Slip>> => {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({ id: predictions.id, authorId: predictions.authorId, questionId: predictions.questionId })
    .from(predictions)
    .where(inArray(predictions.id, listed(ids)))
  return new Map(rows.map((slip) => [slip.id, slip]))
}

/** Holds questions until the transaction ends, and reads what of each says whether it takes forecasts. */
export const holdTaking = async (tx: Transaction, ids: readonly string[]): Promise<Map<string, Taking>> => {
  if (ids.length === 0) return new Map()
  await holdQuestions(tx, ids)
  const rows = await tx
    .select({
      id: questions.id,
      kind: questions.kind,
      status: questions.status,
      version: { id: versions.id, windowEnd: versions.windowEnd, referenceAt: versions.referenceAt },
    })
    .from(questions)
    .innerJoin(versions, and(eq(versions.questionId, questions.id), isNewestVersion))
    .where(inArray(questions.id, listed(ids)))
  return new Map(rows.map((taking) => [taking.id, taking]))
}

/** An author on a question. */
export type OnQuestion = { questionId: string; authorId: string }
export const onQuestion = ({ questionId, authorId }: OnQuestion): string => `${questionId} ${authorId}`

/** What each author did on each question, in the order of saying, by `onQuestion`. */
export const actsOn = async (reader: Reader, pairs: readonly OnQuestion[]): Promise<Map<string, OwnAct[]>> => {
  if (pairs.length === 0) return new Map()
  const rows = await reader
    .select({
      authorId: predictions.authorId,
      questionId: predictions.questionId,
      id: predictions.id,
      act: predictions.act,
      form: predictions.form,
      refersTo: predictions.refersTo,
      expiresAt: predictions.expiresAt,
      said: { earliest: predictions.saidEarliest, latest: predictions.saidLatest },
      versionId: predictions.versionId,
      origin: predictions.origin,
      recordedAt: predictions.recordedAt,
    })
    .from(predictions)
    .innerJoin(
      sql`jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair("questionId" text, "authorId" text)`,
      sql`${predictions.questionId} = pair."questionId" and ${predictions.authorId} = pair."authorId"`,
    )
    .orderBy(predictions.saidLatest, predictions.id)
  return groupBy(rows, onQuestion)
}

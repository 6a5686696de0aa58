import { and, asc, count, eq, exists, gt, or, type SQL, sql } from 'drizzle-orm'
import type { LogEntry, Standing } from '../core/resolution/lifecycle.ts'
import type { Reader } from './database.ts'
import { authors } from './tables/people.ts'
import { questions } from './tables/questions.ts'
import { resolutionEntries } from './tables/resolution.ts'
import { familyCounts, scoreCounts, scoredItems } from './tables/scores.ts'

export type CachedStanding = { id: string; cached: Standing; log: LogEntry[] }

/** The next questions by id, each with the cache of its log and the log itself, read at one moment. */
export const standingsAfter = async (reader: Reader, after: string, limit: number): Promise<CachedStanding[]> => {
  const batch = reader
    .select({
      id: questions.id,
      status: questions.status,
      outcome: questions.outcome,
      voidReason: questions.voidReason,
    })
    .from(questions)
    .where(gt(questions.id, after))
    .orderBy(asc(questions.id))
    .limit(limit)
    .as('batch')
  const rows = await reader
    .select({
      id: batch.id,
      cached: { status: batch.status, outcome: batch.outcome, voidReason: batch.voidReason },
      entry: {
        step: resolutionEntries.step,
        outcome: resolutionEntries.outcome,
        voidReason: resolutionEntries.voidReason,
      },
    })
    .from(batch)
    .leftJoin(resolutionEntries, eq(resolutionEntries.questionId, batch.id))
    .orderBy(asc(batch.id), asc(resolutionEntries.position))
  const found = new Map<string, CachedStanding>()
  for (const { id, cached, entry } of rows) {
    const one = found.get(id) ?? { id, cached, log: [] }
    if (entry) one.log.push(entry)
    found.set(id, one)
  }
  return [...found.values()]
}

/** A share of all questions, told apart by their ids: `part` of `parts`, from 0. */
export type Share = { part: number; parts: number }

/** Only what has a log, or items, can have either wrong. */
const logged = (reader: Reader): SQL | undefined => {
  const one = { one: sql`1` }
  return or(
    exists(reader.select(one).from(resolutionEntries).where(eq(resolutionEntries.questionId, questions.id))),
    exists(reader.select(one).from(scoredItems).where(eq(scoredItems.questionId, questions.id))),
  )
}

export const countLogged = async (reader: Reader): Promise<number> => {
  const [row] = await reader.select({ all: count() }).from(questions).where(logged(reader))
  return row?.all ?? 0
}

/** The next questions of a share by id that have a log or items. */
export const loggedAfter = async (
  reader: Reader,
  { part, parts }: Share,
  after: string,
  limit: number,
): Promise<string[]> => {
  const own = sql`mod(mod(hashtextextended(${questions.id}, 0), ${parts}) + ${parts}, ${parts}) = ${part}`
  const rows = await reader
    .select({ id: questions.id })
    .from(questions)
    .where(and(gt(questions.id, after), logged(reader), parts > 1 ? own : undefined))
    .orderBy(asc(questions.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** The next authors by id. */
export const authorsAfter = async (reader: Reader, after: string, limit: number): Promise<string[]> => {
  const rows = await reader
    .select({ id: authors.id })
    .from(authors)
    .where(gt(authors.id, after))
    .orderBy(asc(authors.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

const slice = sql.raw('due_month, horizon_class, attribution, window_source, weak_hedge, timing, origin')

/** A row of either table of counts that is not the sum of the postings. */
export type CountOff = { authorId: string; set: string; form: string; familyId: string | null }

/** The counts of the authors whose ids lie in (after, through] that differ from their postings, in one statement. */
export const countsOff = async (reader: Reader, after: string, through: string): Promise<CountOff[]> => {
  const range = sql`author_id > ${after} and author_id <= ${through}`
  const postings = sql`${scoredItems} cross join lateral jsonb_array_elements_text(sets) as own(name) where ${range}`
  const differences = sql`(
    select author_id, own.name as "set", ${slice}, form, null as family_id, sign * (state = 'pending')::int as pending,
      sign * (state = 'void')::int as "void", sign * (state = 'scored')::int as n, sign * coalesce(hit, false)::int as hits
      from ${postings}
    union all
    select author_id, own.name, ${slice}, form, family_id, 0, 0, sign, sign * hit::int
      from ${postings} and state = 'scored'
    union all
    select author_id, "set", ${slice}, form, null, -pending, -"void", -n, -hits from ${scoreCounts} where ${range}
    union all
    select author_id, "set", ${slice}, form, family_id, 0, 0, -n, -hits from ${familyCounts} where ${range}
  ) as difference`
  return reader
    .select({
      authorId: sql<string>`author_id`,
      set: sql<string>`"set"`,
      form: sql<string>`form`,
      familyId: sql<string | null>`family_id`,
    })
    .from(differences)
    .groupBy(sql`author_id, "set", ${slice}, form, family_id`)
    .having(sql`sum(pending) <> 0 or sum("void") <> 0 or sum(n) <> 0 or sum(hits) <> 0`)
    .orderBy(sql`author_id, "set", form, family_id nulls first`)
}

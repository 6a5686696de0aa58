import { getTableColumns, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { PgTable } from 'drizzle-orm/pg-core'
import { factTables, memberTables } from '../core/ledger/fact-kinds.ts'
import { statusAfter, steps } from '../core/resolution/lifecycle.ts'
import type { Reader } from './database.ts'
import { authors } from './tables/people.ts'
import { questions } from './tables/questions.ts'
import { familyCounts, scoreCounts } from './tables/scores.ts'

/** Whether a fact stands at the position that is read as of, or before it. */
const stands = (factId: string): string =>
  `exists (select from public.ledger_leaves leaf
    where leaf.fact_id = ${factId} and leaf.position <= current_setting('hindcast.position')::bigint)`

const viewOf = (table: string, factId: string): string =>
  `create view as_of.${table} as select fact.* from public.${table} fact where ${stands(factId)}`

const columnsOf = (table: PgTable): string[] =>
  Object.keys(getTableColumns(table)).map((key) => `"${toSnakeCase(key)}"`)

/** A question stands with its first version, as its log up to then says: the status column is a cache of the whole log. */
const questionsView = (): string => {
  const replayed: Readonly<Record<string, string>> = {
    '"status"': `coalesce(case last.step ${steps
      .map((step) => `when '${step}' then '${statusAfter(step)}'`)
      .join(' ')} end, 'open') as status`,
    '"outcome"': 'last.outcome',
    '"void_reason"': 'last.void_reason',
  }
  const columns = columnsOf(questions).map((column) => replayed[column] ?? `question.${column}`)
  return `create view as_of.questions as select ${columns.join(', ')}
    from public.questions question
    left join lateral (
      select * from as_of.resolution_entries entry where entry.question_id = question.id
        and entry.step in (${steps.map((step) => `'${step}'`).join(', ')})
      order by entry.position desc limit 1
    ) last on true
    where exists (select from as_of.question_versions version where version.question_id = question.id)`
}

/** What each record that is merged counts for, by the links up to then. */
const mergedRecordsView = (): string => `create view as_of.merged_records as with recursive
    last as (
      select distinct on (link.author_id) link.author_id, link.act, link.other_id from as_of.author_links link
      order by link.author_id, link.position desc
    ),
    merged as (select author_id, other_id from last where act = 'merge'),
    chain(author_id, end_id) as (
      select author_id, other_id from merged
      union all select chain.author_id, merged.other_id from chain join merged on merged.author_id = chain.end_id
    )
    select author_id, end_id from chain
    where not exists (select from merged where merged.author_id = chain.end_id)`

/**
 * A record counts for what the links up to then make of it: its column is a cache of all of them. The links are replayed in a view of
 * their own, so that this one is no more than a join: an index finds the authors that are asked for.
 */
const authorsView = (): string => {
  const replayed: Readonly<Record<string, string>> = { '"canonical_id"': 'merged.end_id as canonical_id' }
  const columns = columnsOf(authors).map((column) => replayed[column] ?? `author.${column}`)
  return `create view as_of.authors as select ${columns.join(', ')} from public.authors author
    left join as_of.merged_records merged on merged.author_id = author.id`
}

const sums: Readonly<Record<string, string>> = {
  '"pending"': `coalesce(sum(sign) filter (where state = 'pending'), 0)::int as "pending"`,
  '"void"': `coalesce(sum(sign) filter (where state = 'void'), 0)::int as "void"`,
  '"n"': `coalesce(sum(sign) filter (where state = 'scored'), 0)::int as "n"`,
  '"hits"': `coalesce(sum(sign) filter (where hit), 0)::int as "hits"`,
}

/** Counts added up from the postings: all that a read as of a position costs more than one of what stands now. */
const countsView = (name: string, table: PgTable, states = 'true'): string => {
  const columns = columnsOf(table)
  const keys = columns.filter((column) => sums[column] === undefined)
  return `create view as_of.${name} as select ${columns.map((column) => sums[column] ?? column).join(', ')}
    from as_of.scored_items, jsonb_array_elements_text(sets) as member("set") where ${states} group by ${keys.join(', ')}`
}

const views = (): string[] => [
  ...Object.values(factTables).map((table) => viewOf(table, 'fact.id')),
  viewOf(memberTables['collection-commentary'], `fact.collection_id || '/' || fact.commentary_id`),
  viewOf(memberTables['collection-question'], `fact.collection_id || '/' || fact.question_id`),
  viewOf('scored_items', 'coalesce(fact.cause, fact.resolution_id)'),
  viewOf('first_items', 'coalesce(fact.cause, fact.resolution_id)'),
  questionsView(),
  mergedRecordsView(),
  authorsView(),
  countsView('score_counts', scoreCounts),
  countsView('family_counts', familyCounts, `state = 'scored'`),
]

/**
 * Makes the schema `as_of`: each table that changes with facts as a view of the same name on what stands at a position.
 * Made anew after the migrations, since a view keeps the columns that its table had.
 */
export const makeViews = async (connection: Reader): Promise<void> => {
  const statements = ['drop schema if exists as_of cascade', 'create schema as_of', ...views()]
  await connection.execute(sql.raw(`do $as_of$ begin ${statements.join(';\n')}; end $as_of$`))
}

/**
 * Reads as of a position: whatever `read` asks of its reader, the tables hold what stood there. Queries stay as they are, since
 * the views come first in the search path. What is no fact (names of authors, rules of collections) is as it is now.
 */
export const readAsOf = <T>(reader: Reader, position: number, read: (reader: Reader) => Promise<T>): Promise<T> =>
  reader.transaction(async (tx) => {
    // The cast fails where the views are missing: without them the tables themselves would answer, with all they hold.
    await tx.execute(sql`select 'as_of.questions'::regclass, set_config('hindcast.position', ${String(position)}, true),
      set_config('search_path', 'as_of, public', true)`)
    const answer = await read(tx)
    // A savepoint that is released keeps its settings.
    await tx.execute(sql`select set_config('search_path', 'public', true)`)
    return answer
  })

/** The position that is read as of; null where what stands now is read. */
export const positionRead = sql<number | null>`case when current_setting('search_path') like 'as_of%'
  then current_setting('hindcast.position')::bigint end`

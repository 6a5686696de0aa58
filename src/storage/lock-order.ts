import { eq, sql } from 'drizzle-orm'
import type { Transaction } from './database.ts'
import { questions, questionVersions as versions } from './tables/questions.ts'

/**
 * The order in which all who change what counts take their locks, so that no two of them wait for each other. Who needs a lock of
 * several places takes that of the first before any other, and before it writes a row that another may wait for.
 *
 * 0. That the account of who writes is not erased: `holdWriter`, which the beginning of an action takes.
 * 1. Who counts for whom: `holdLinks`, shared by all who record or decide; a merge or a split takes it alone, `lockLinks`.
 * 2. What a request is about that is no question: a candidate, a dispute, an import, a text, a place.
 * 3. Authors, in the order of their names where several are recorded; who one counts for: `lockAuthor`.
 * 4. Which question triggers which: `lockTriggers`, for who names a trigger.
 * 5. Questions: `holdQuestions`, all that are known at once. What they trigger comes after them, before any count: `mustLockAll`.
 * 6. What hangs on a held question: its proposals, and how far its rules are.
 * 7. Counts, in the order of their keys: `post`.
 */
const lockOf = (name: string) => sql`hashtextextended(${name}, 0)`
const LINKS = lockOf('hindcast-author-links')

/** Holds who counts for whom as it is until the transaction ends; others may hold it so too. The first lock of all but 0. */
export const holdLinks = (tx: Transaction): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock_shared(${LINKS})`)

/** Waits for all who hold the links, and lets nobody count by them until the transaction ends. The first lock of all. */
export const lockLinks = (tx: Transaction): Promise<unknown> => tx.execute(sql`select pg_advisory_xact_lock(${LINKS})`)

/** Whoever names a trigger waits for whoever else does: so no two of them close a circle together. */
export const lockTriggers = async (tx: Transaction): Promise<void> => {
  await holdLinks(tx)
  await tx.execute(sql`select pg_advisory_xact_lock(${lockOf('hindcast-triggers')})`)
}

/** How many questions stand above each of these, each triggering the next. */
const depthsOf = (ids: readonly string[]) => sql`(with recursive above(id, at, depth) as (
    select id, id, 0 from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) id
    union all
    select above.id, ${versions.triggerQuestionId}, above.depth + 1
    from above join ${versions} on ${versions.questionId} = above.at and ${versions.triggerQuestionId} is not null
    where ${versions.version} = (select max(newest.version) from ${versions} newest where newest.question_id = above.at)
  ) select id, max(depth) as depth from above group by id)`

/**
 * Holds questions until the transaction ends: first those that nothing triggers, then those that they trigger, and so on, of each the
 * smallest id first. Gives the ids of those that there are in that order.
 */
export const holdQuestions = async (tx: Transaction, ids: readonly string[]): Promise<string[]> => {
  const [only, ...others] = ids
  if (only === undefined) return []
  await holdLinks(tx)
  const held = tx.select({ id: questions.id }).from(questions).$dynamic()
  const rows = await (others.length === 0
    ? held.where(eq(questions.id, only)).for('update')
    : held
        .innerJoin(sql`${depthsOf(ids)} placed`, sql`placed.id = ${questions.id}`)
        .orderBy(sql`placed.depth`, questions.id)
        .for('update', { of: questions }))
  return rows.map(({ id }) => id)
}

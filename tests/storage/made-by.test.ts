import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { inWorld } from '../support/embedded.ts'

/** The tables of facts that grow with what is read and decided, with the column that says who made a row. */
const grown = [
  ['candidate_reviews', 'reviewer'],
  ['events', 'recorded_by'],
  ['evidence', 'recorded_by'],
  ['predictions', 'recorded_by'],
  ['question_versions', 'recorded_by'],
  ['resolution_entries', 'decider'],
] as const

it('what somebody made is found by an index, in the order in which an export pages through it', () =>
  inWorld(async ({ tx }) => {
    const answer = await tx.execute(sql`select tablename as name, indexdef as made from pg_indexes`)
    const { rows } = answer as unknown as { rows: { name: string; made: string }[] }
    const found = grown.filter(([table, by]) =>
      rows.some(({ name, made }) => name === table && made.endsWith(`USING btree (${by}, id)`)),
    )
    expect(found).toEqual(grown)
  }))

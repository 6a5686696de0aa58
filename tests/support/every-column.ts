import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '../../src/storage/database.ts'

const rowsOf = (answer: unknown): unknown => (Array.isArray(answer) ? [...answer] : (answer as { rows: unknown }).rows)
const Tables = z.array(z.object({ name: z.string() }))
const Counts = z.array(z.object({ at: z.string(), n: z.coerce.number() }))

/**
 * In how many rows each column of each table holds one of these texts, in any case: `{ 'people.email': 1 }`; columns that hold none
 * are left out. Columns of every type are looked through, nested values too.
 */
export const columnsHolding = async (reader: Reader, ...texts: string[]): Promise<Record<string, number>> => {
  const asked = await reader.execute(sql`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`)
  const wanted = JSON.stringify(texts.map((text) => text.toLowerCase()))
  const each = Tables.parse(rowsOf(asked)).map(
    ({ name }) => sql`select ${`${name}.`} || one.key as at, count(*) as n
      from ${sql.identifier(name)} t cross join lateral jsonb_each_text(to_jsonb(t)) one
      where exists (select from jsonb_array_elements_text(${wanted}::jsonb) w(said) where position(w.said in lower(one.value)) > 0)
      group by one.key`,
  )
  const found = Counts.parse(rowsOf(await reader.execute(sql.join(each, sql` union all `))))
  return Object.fromEntries(found.map(({ at, n }) => [at, n]))
}

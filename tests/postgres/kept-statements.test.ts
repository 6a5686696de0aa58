import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Reader } from '../../src/storage/database.ts'
import { JOB_TIMEOUTS, REQUEST_TIMEOUTS, type Timeouts } from '../../src/storage/link.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { freshDatabase } from '../support/postgres.ts'
import { type Wire, wireTo } from '../support/wire.ts'

let url: string
let wire: Wire

beforeAll(async () => {
  url = await freshDatabase(inject('postgresUrl'))
  wire = await wireTo(url)
})
afterAll(() => wire.close())

const double = async (reader: Reader, given: number): Promise<number> => {
  const [row] = (await reader.execute(sql`select ${given}::int * 2 as n`)) as unknown as { n: number }[]
  return Number(row?.n)
}

/** How many statements Postgres keeps for the only connection. */
const keptBy = async (reader: Reader): Promise<number> => {
  const [row] = (await reader.execute(sql`select count(*)::int as n from pg_prepared_statements`)) as unknown as {
    n: number
  }[]
  return Number(row?.n)
}

const forget = (reader: Reader) => reader.execute(sql`deallocate all`)

describe('statements that Postgres keeps', () => {
  it('are those that are asked often, with other values each time', async () => {
    const database = openPostgres(url, { max: 1 })
    const { reader } = database
    expect([await double(reader, 1), await keptBy(reader)]).toEqual([2, 0])
    expect([await double(reader, 2), await double(reader, 4), await keptBy(reader)]).toEqual([4, 8, 1])
    await database.close()
  })

  it('are planned once for requests, and for their values where the clock asks', async () => {
    const plans = async (timeouts: Timeouts) => {
      const database = openPostgres(url, { max: 1, timeouts })
      for (let at = 0; at < 4; at++) await double(database.reader, at)
      const rows = await database.reader.execute(
        sql`select generic_plans::int as any_values, custom_plans::int as these_values from pg_prepared_statements`,
      )
      await database.close()
      return { ...(rows as unknown as object[])[0] }
    }
    expect(await plans(REQUEST_TIMEOUTS)).toEqual({ any_values: 3, these_values: 0 })
    expect(await plans(JOB_TIMEOUTS)).toEqual({ any_values: 0, these_values: 3 })
  })

  it('are given again where they were forgotten', async () => {
    const database = openPostgres(url, { max: 1 })
    const { reader } = database
    for (let at = 0; at < 4; at++) await double(reader, at)
    await forget(reader)
    expect([await double(reader, 5), await keptBy(reader)]).toEqual([10, 1])
    await database.close()
  })

  it('are no longer asked for once one was forgotten within a transaction, which keeps nothing', async () => {
    const database = openPostgres(url, { max: 1 })
    const { reader } = database
    for (let at = 0; at < 4; at++) await double(reader, at)
    const failed = database.transaction(async (tx) => {
      await forget(tx)
      await double(tx, 5)
    })
    await expect(failed).rejects.toMatchObject({ code: 'database-unavailable' })
    for (let at = 0; at < 4; at++) expect(await double(reader, at)).toBe(2 * at)
    expect(await keptBy(reader)).toBe(0)
    await database.close()
  })

  it('are none through a pooler that takes no timeouts: the next transaction may have another connection', async () => {
    await wire.set('startup')
    const database = openPostgres(wire.url, { max: 1 })
    const { reader } = database
    for (let at = 0; at < 4; at++) expect(await double(reader, at)).toBe(2 * at)
    expect(await keptBy(reader)).toBe(0)
    await database.close()
  })
})

import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Fields } from '../../src/core/watch.ts'
import { watchOf } from '../../src/outside/watch.ts'
import type { OpenDatabase, Reader } from '../../src/storage/database.ts'
import { openEmbedded } from '../../src/storage/embedded.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { MIGRATIONS } from '../support/embedded.ts'
import { freshDatabase } from '../support/postgres.ts'

const lines: Fields[] = []
const watch = watchOf({
  log: (_level, event, fields) => void lines.push({ event, ...fields }),
  ticks: () => performance.now(),
  slowMs: 500,
  loudness: 'info',
})
let database: OpenDatabase
beforeEach(() => void lines.splice(0))
afterEach(() => database.close())

/** Sleeps longer than what is told of, for a value that nobody may read in a log. */
const sleep = (on: Reader) =>
  on.execute(sql`select 'public' as word, ${'known-to-nobody'}::text as value, pg_sleep(0.6)`)
const SLEPT = { event: 'slow statement', rows: 1, statement: 'select ? as word, $1::text as value, pg_sleep(?)' }

/** What holds on either database. */
const slowly = () => {
  it('tells of a statement that sleeps, alone and in a transaction, with its request, and of no quick one', async () => {
    await database.reader.execute(sql`select 1`)
    lines.splice(0)
    const piece = watch.request({ method: 'GET', requestId: 'req-1', traceparent: null, tracestate: null })
    await piece.within(async () => {
      await database.reader.execute(sql`select 1`)
      await sleep(database.reader)
      await database.transaction(sleep)
    })
    expect(lines).toMatchObject([
      { requestId: 'req-1', ...SLEPT },
      { requestId: 'req-1', ...SLEPT },
    ])
    for (const { ms } of lines) expect(ms).toBeGreaterThanOrEqual(600)
    expect(JSON.stringify(lines)).not.toContain('known-to-nobody')
  })
}

describe('the embedded database', () => {
  beforeEach(async () => {
    database = await openEmbedded(null, MIGRATIONS, watch.statement)
  })
  slowly()

  it('is asked as before: nothing of a statement that fails is kept', async () => {
    const failing = database.transaction(async (tx) => {
      await tx.execute(sql`create table marks (a int)`)
      await tx.execute(sql`select 1 / 0`)
    })
    await expect(failing).rejects.toThrow()
    await expect(database.reader.execute(sql`select from marks`)).rejects.toThrow()
  })
})

describe('Postgres', () => {
  beforeEach(async () => {
    database = openPostgres(await freshDatabase(inject('postgresUrl')), { watch: watch.statement })
  })
  slowly()

  it('tells of one that was stopped by what it may take', async () => {
    const timeouts = { statement: 550, lock: 1000, idle: 1000 }
    const impatient = openPostgres(await freshDatabase(inject('postgresUrl')), { watch: watch.statement, timeouts })
    try {
      await expect(impatient.transaction((tx) => tx.execute(sql`select pg_sleep(20)`))).rejects.toThrow()
      const told = { event: 'slow statement', rows: null, code: '57014', statement: 'select pg_sleep(?)' }
      expect(lines.filter(({ code }) => code === '57014')).toMatchObject([told])
    } finally {
      await impatient.close()
    }
  })
})

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { expect, inject, it } from 'vitest'
import { MIGRATIONS } from '../../src/server.ts'
import { migratePostgres } from '../../src/storage/migrate-postgres.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { freshDatabase, untilWaiting } from '../support/postgres.ts'

/** The migrations of the product, and one more. */
const andOneMore = (statement: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hindcast-test-'))
  cpSync(MIGRATIONS, folder, { recursive: true })
  const path = join(folder, 'meta', '_journal.json')
  const journal: { entries: { idx: number; when: number; tag: string }[] } = JSON.parse(readFileSync(path, 'utf8'))
  const last = journal.entries.at(-1)
  if (!last) throw new Error('no migrations')
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: 'one-more' })
  writeFileSync(path, JSON.stringify(journal))
  writeFileSync(join(folder, 'one-more.sql'), statement)
  return folder
}

it('a migration that waits for a table lets others read it meanwhile, and is done once it is free', async () => {
  const url = await freshDatabase(inject('postgresUrl'))
  const folder = andOneMore('alter table keys add column of_tests text')
  const slow = postgres(url, { max: 1 })
  const database = openPostgres(url)
  const reader = await slow.reserve()
  try {
    await reader`begin`
    await reader`select 1 from keys`
    const migrating = migratePostgres(url, folder)
    await untilWaiting(database.reader, 1)
    const read = database.transaction((tx) => tx.execute('select count(*)::int as keys from keys'))
    expect(await read).toEqual([{ keys: 0 }])
    await reader`commit`
    await migrating
    expect([...(await reader`select of_tests from keys`)]).toEqual([])
  } finally {
    reader.release()
    await slow.end()
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

const INDEX = `-- of tests
CREATE INDEX IF NOT EXISTS "of_tests_index" ON "keys" USING btree ("name") WHERE "keys"."name" <> '';`

/** Whether an index of tests is there and good. */
const isValid = async (sql: postgres.Sql): Promise<boolean | undefined> =>
  (await sql`select indisvalid from pg_index where indexrelid = to_regclass('of_tests_index')`)[0]?.['indisvalid']

it('an index of a table that is there is built while others write', async () => {
  const url = await freshDatabase(inject('postgresUrl'))
  const folder = andOneMore(INDEX)
  const slow = postgres(url, { max: 2 })
  const database = openPostgres(url)
  const writer = await slow.reserve()
  const write = `insert into keys (id, name, prefix, sha256, scopes, recorded_at) values`
  try {
    await writer`begin`
    await writer.unsafe(`${write} ('key_1', 'a', 'hk', 'a', '[]', now())`)
    const migrating = migratePostgres(url, folder)
    await untilWaiting(database.reader, 1)
    // Behind an ordinary index that waits nobody would write.
    await slow.begin(async (tx) => {
      await tx`set local lock_timeout = '100ms'`
      await tx.unsafe(`${write} ('key_2', 'b', 'hk', 'b', '[]', now())`)
    })
    await writer`commit`
    await migrating
    expect(await isValid(slow)).toBe(true)
  } finally {
    writer.release()
    await slow.end()
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

it('an index that did not come about before is built anew; one of a column that comes with it, in the same transaction', async () => {
  const url = await freshDatabase(inject('postgresUrl'))
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  const both = andOneMore(
    `alter table keys add column of_tests text;--> statement-breakpoint\n${INDEX}--> statement-breakpoint\n` +
      `CREATE UNIQUE INDEX IF NOT EXISTS "of_column_index" ON "keys" ("of_tests");`,
  )
  try {
    await sql`insert into keys (id, name, prefix, sha256, scopes, recorded_at)
      values ('key_1', 'a', 'hk', 'a', '[]', now()), ('key_2', 'a', 'hk', 'b', '[]', now())`
    await expect(sql.unsafe('create unique index concurrently of_tests_index on keys (name)')).rejects.toThrow()
    expect(await isValid(sql)).toBe(false)
    await Promise.all([migratePostgres(url, both), migratePostgres(url, both)])
    expect(await isValid(sql)).toBe(true)
    expect(await sql`select indisunique from pg_index where indexrelid = 'of_column_index'::regclass`).toMatchObject([
      { indisunique: true },
    ])
  } finally {
    await sql.end()
    rmSync(both, { recursive: true, force: true })
  }
})

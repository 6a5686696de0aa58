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

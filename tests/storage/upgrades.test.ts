import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MIGRATIONS } from '../support/embedded.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindcast-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Entry = { idx: number; tag: string }

/** The migrations as they were up to the one of a number. */
const upTo = (last: number): string => {
  cpSync(MIGRATIONS, folder, { recursive: true })
  const journal = join(folder, 'meta', '_journal.json')
  const all: { entries: Entry[] } = JSON.parse(readFileSync(journal, 'utf8'))
  writeFileSync(journal, JSON.stringify({ ...all, entries: all.entries.filter(({ idx }) => idx <= last) }))
  return folder
}

const AT = '2026-05-01T12:00:00.000Z'

/** What versions before wrote, at the edges of what they could write: also where the clock of the server was set back. */
const OLD_ROWS = `
  insert into keys (id, name, prefix, sha256, scopes, recorded_at) values ('key_1', 'a key', 'hk', 'a', '[]', '${AT}');
  insert into webhooks (id, name, url, kinds, owner, status, secret, position, sequence, recorded_at)
    values ('whk_1', 'a receiver', 'https://receiver.example/', '[]', 'key_1', 'active', 's', 0, 1, '${AT}');
  insert into webhook_deliveries (id, webhook_id, sequence, position, kind, status, tried, settled_at, recorded_at)
    values ('del_1', 'whk_1', 1, 1, 'prediction', 'delivered', 4, '${AT}', '${AT}');
  insert into webhook_attempts (id, delivery_id, at, status, duration_ms, answer) values
    ('att_1', 'del_1', '${AT}', null, -2147483648, ''), ('att_2', 'del_1', '${AT}', 599, -1, ''),
    ('att_3', 'del_1', '${AT}', 100, 0, ''), ('att_4', 'del_1', '${AT}', 200, 2147483647, '');
  insert into job_runs (id, job, scheduled_at, attempt, started_at, held_until, status, finished_at) values
    ('run_1', 'seal-facts', '${AT}', 1, '${AT}', '${AT}', 'running', null),
    ('run_2', 'seal-facts', '${AT}', 2, '${AT}', '${AT}', 'done', '${AT}'),
    ('run_3', 'seal-facts', '${AT}', 3, '${AT}', '${AT}', 'failed', '2020-01-01T00:00:00.000Z');
  insert into idempotency_keys (actor, key, fingerprint, started_at, held_until, status, headers, body) values
    ('key_1', 'a', 'f', '${AT}', '${AT}', null, null, null), ('key_1', 'b', 'f', '${AT}', '${AT}', 204, '{}', '');
  insert into feeds (id, url, status, next_poll_at, failures, recorded_by, recorded_at)
    values ('fed_1', 'https://press.example/feed', 'active', '${AT}', 0, 'key_1', '${AT}');
  insert into feed_entries (id, feed_id, guid, url, origin, authors, status, attempts, next_attempt_at, recorded_at) values
    ('ent_1', 'fed_1', '1', 'https://press.example/1', 'https://press.example', '[]', 'pending', 0, '${AT}', '${AT}');`

describe('an upgrade', () => {
  it('takes a database of before the checks of counts and ranges with what is in it, and a second time finds nothing to do', async () => {
    const client = await PGlite.create({ extensions: { pg_trgm } })
    const database = drizzle(client)
    await migrate(database, { migrationsFolder: upTo(79) })
    await client.exec(OLD_ROWS)
    await migrate(database, { migrationsFolder: MIGRATIONS })
    const { rows } = await client.query('select id, duration_ms from webhook_attempts order by id')
    expect(rows).toEqual([
      { id: 'att_1', duration_ms: 0 },
      { id: 'att_2', duration_ms: 0 },
      { id: 'att_3', duration_ms: 0 },
      { id: 'att_4', duration_ms: 2147483647 },
    ])
    // A migration that was applied is known by its time, whatever its text was then.
    await client.exec(`update drizzle.__drizzle_migrations set hash = 'of another text'`)
    await migrate(database, { migrationsFolder: MIGRATIONS })
    await client.close()
  }, 120_000)
})

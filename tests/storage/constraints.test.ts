import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { savepoint } from '../../src/storage/database.ts'
import { inWorld, type World } from '../support/embedded.ts'

const AT = '2026-05-01T12:00:00.000Z'
const ROOT = 'a'.repeat(64)

/** A row of each table that breaks nothing but what it may refer to. */
const rows: Readonly<Record<string, Record<string, unknown>>> = {
  job_runs: {
    id: 'run_1',
    job: 'seal-facts',
    scheduled_at: AT,
    attempt: 1,
    started_at: AT,
    held_until: AT,
    status: 'running',
  },
  webhooks: {
    id: 'whk_1',
    name: 'a receiver',
    url: 'https://receiver.example/',
    kinds: [],
    owner: 'key_1',
    status: 'active',
    secret: 's',
    position: 0,
    sequence: 0,
    delivered: 0,
    dead: 0,
    attempts: 0,
    failures: 0,
    recorded_at: AT,
  },
  webhook_deliveries: {
    id: 'del_1',
    webhook_id: 'whk_1',
    sequence: 1,
    position: 1,
    kind: 'prediction',
    status: 'pending',
    tried: 0,
    next_attempt_at: AT,
    recorded_at: AT,
  },
  webhook_attempts: { id: 'att_1', delivery_id: 'del_1', at: AT, status: 200, duration_ms: 1, answer: '' },
  hosts: { origin: 'https://press.example', next_allowed_at: AT, failures: 0 },
  feeds: {
    id: 'fed_1',
    url: 'https://press.example/feed',
    status: 'active',
    next_poll_at: AT,
    failures: 0,
    recorded_by: 'key_1',
    recorded_at: AT,
  },
  feed_entries: {
    id: 'ent_1',
    feed_id: 'fed_1',
    guid: '1',
    url: 'https://press.example/1',
    origin: 'https://press.example',
    authors: [],
    status: 'pending',
    attempts: 0,
    next_attempt_at: AT,
    recorded_at: AT,
  },
  idempotency_keys: { actor: 'key_1', key: 'k', fingerprint: 'f', started_at: AT, held_until: AT },
  deferred_requests: {
    id: 'dfr_1',
    actor: 'key_1',
    address: '/',
    body: '{}',
    recorded_at: AT,
    tries: 0,
    failed: false,
  },
  ledger_subtrees: { level: 1, index: 0, root: ROOT },
  snapshots: {
    id: 'snp_1',
    set: 'all',
    timing: 'prospective',
    voice: 'own',
    at: AT,
    position: 0,
    due_before: '2026-05',
    scoring_rules: '1',
    lexicon_version: '1',
    resolution_rules: '1',
    authors: [],
    input_sha256: ROOT,
    board: {},
    recorded_at: AT,
  },
}

/** What adding a row comes to: the constraint that it breaks, `refers` where only what it refers to is missing, or `added`. */
const adding = async ({ tx }: World, table: string, row: Record<string, unknown>): Promise<string> => {
  const known = await tx.execute(
    sql.raw(`select attname from pg_attribute where attrelid = '${table}'::regclass
    and attnum > 0 and not attisdropped`),
  )
  const columns = Object.keys(row)
  const named = (known as unknown as { rows: { attname: string }[] }).rows.map(({ attname }) => attname)
  const here = columns.filter((column) => named.includes(column))
  const list = here.map((column) => `"${column}"`).join(', ')
  try {
    await savepoint(tx, async (inner) => {
      await inner.execute(sql`insert into ${sql.identifier(table)} (${sql.raw(list)})
        select ${sql.raw(list)} from jsonb_populate_record(null::${sql.identifier(table)}, ${JSON.stringify(row)}::jsonb)`)
    })
    return 'added'
  } catch (error) {
    const { cause, code } = error as { code?: string; cause?: { code?: string; constraint?: string; message?: string } }
    if (code === 'referenced-thing-missing' || cause?.code === '23503') return 'refers'
    return cause?.constraint ?? `${cause?.code} ${cause?.message}`
  }
}

it.each(Object.keys(rows))('a whole row of %s breaks no rule', (table) =>
  inWorld(async (world) => {
    expect(['added', 'refers']).toContain(await adding(world, table, rows[table] ?? {}))
  }),
)

it.each([
  ['job_runs', { attempt: 0 }, 'job_runs_attempt_check'],
  ['job_runs', { status: 'done' }, 'job_runs_end_check'],
  ['job_runs', { finished_at: AT }, 'job_runs_end_check'],
  ['job_runs', { status: 'gone', finished_at: AT }, 'job_runs_status_check'],
  ['webhooks', { failures: -1 }, 'webhooks_counts_check'],
  ['webhooks', { position: -1 }, 'webhooks_counts_check'],
  ['webhooks', { lease_id: 'lse_1' }, 'webhooks_lease_check'],
  ['webhooks', { previous_secret: 's' }, 'webhooks_previous_check'],
  ['webhook_deliveries', { sequence: 0 }, 'webhook_deliveries_counts_check'],
  ['webhook_deliveries', { position: 0 }, 'webhook_deliveries_counts_check'],
  ['webhook_deliveries', { tried: -1 }, 'webhook_deliveries_counts_check'],
  ['webhook_attempts', { duration_ms: -1 }, 'webhook_attempts_duration_check'],
  ['webhook_attempts', { status: 99 }, 'webhook_attempts_status_check'],
  ['hosts', { failures: -1 }, 'hosts_failures_check'],
  ['feeds', { failures: -1 }, 'feeds_failures_check'],
  ['feed_entries', { attempts: -1 }, 'feed_entries_attempts_check'],
  ['idempotency_keys', { status: 600, body: '' }, 'idempotency_keys_status_check'],
  ['deferred_requests', { tries: -1 }, 'deferred_requests_tries_check'],
  ['deferred_requests', { body: null }, 'deferred_requests_body_check'],
  ['deferred_requests', { failed: true }, 'deferred_requests_failed_check'],
  ['ledger_subtrees', { index: -1 }, 'ledger_subtrees_index_check'],
  ['ledger_subtrees', { root: 'A'.repeat(64) }, 'ledger_subtrees_root_check'],
  ['snapshots', { due_before: '2026-13' }, 'snapshots_due_before_check'],
  ['snapshots', { position: -1 }, 'snapshots_position_check'],
])('%s takes no row with %j', (table, wrong, constraint) =>
  inWorld(async (world) => {
    expect(await adding(world, table, { ...rows[table], ...wrong })).toBe(constraint)
  }),
)

import { sql } from 'drizzle-orm'
import type { Services } from '../../src/actions/context.ts'
import { factTables, memberTables } from '../../src/core/ledger/fact-kinds.ts'
import { checkCounts } from '../../src/jobs/check-counts.ts'
import { HOST } from '../../src/server.ts'
import type { Reader } from '../../src/storage/database.ts'
import { checkpointFaults, type KeptCheckpoint } from './checkpoints.ts'

/** What was answered to be kept, by ids, and how far the ledger was sealed with the digest of its leaves up to there. */
export type Acknowledged = {
  predictions: string[]
  commentaries: string[]
  events: string[]
  accepted: string[]
  settled: string[]
  /** What a single request said, by its words: once, however often it was sent. */
  rationales: string[]
  ledger: { position: number; digest: string }
  /** What the server had signed before anything was killed; null where nothing is known of it. */
  checkpoint: KeptCheckpoint | null
  migrations: number
}

export type Checked = {
  lost: string[]
  halfWritten: string[]
  differences: string[]
  facts: number
  /** What webhooks are to be sent, or were. */
  messages: number
  /** Those that are marked as having come, by their ids. */
  delivered: string[]
  ledger: Acknowledged['ledger']
}

type Row = Record<string, unknown>

const rowsOf = async (reader: Reader, statement: string): Promise<Row[]> => {
  const result: unknown = await reader.execute(sql.raw(statement))
  return (Array.isArray(result) ? result : (result as { rows: Row[] }).rows) as Row[]
}

const numberOf = async (reader: Reader, statement: string): Promise<number> =>
  Number(Object.values((await rowsOf(reader, statement))[0] ?? {})[0] ?? 0)

const among = (ids: readonly string[]): string =>
  `jsonb_array_elements_text('${JSON.stringify(ids).replaceAll("'", "''")}'::jsonb) as own(id)`

/** For each kind of what was acknowledged: what has to be there of an `own.id`. */
const kept = {
  predictions: 'select 1 from predictions t where t.id = own.id',
  commentaries: 'select 1 from commentaries t where t.id = own.id',
  events: 'select 1 from events t where t.id = own.id',
  accepted: `select 1 from candidate_reviews t join predictions p on p.id = t.prediction_id
    where t.candidate_id = own.id and t.decision = 'accept'`,
  settled: `select 1 from resolution_entries t join questions q on q.id = t.question_id
    where q.id = own.id and t.step = 'settle' and q.status = 'resolved'`,
  rationales: 'select 1 from predictions t where t.quote = own.id having count(*) = 1',
} as const satisfies Partial<Record<keyof Acknowledged, string>>

const lostOf = async (reader: Reader, acknowledged: Acknowledged): Promise<string[]> => {
  const lost: string[] = []
  for (const [kind, is] of Object.entries(kept) as [keyof typeof kept, string][]) {
    const ids = acknowledged[kind]
    if (ids.length === 0) continue
    const missing = await rowsOf(reader, `select own.id from ${among(ids)} where not exists (${is})`)
    lost.push(...missing.map(({ id }) => `${kind} ${id}`))
  }
  const { position, digest } = acknowledged.ledger
  if (position > 0 && (await digestTo(reader, position)) !== digest) lost.push(`the ledger up to position ${position}`)
  const applied = await numberOf(reader, 'select count(*) from drizzle.__drizzle_migrations')
  if (applied !== acknowledged.migrations)
    lost.push(`${applied} migrations are applied, ${acknowledged.migrations} are due`)
  return lost
}

const digestTo = async (reader: Reader, position: number): Promise<string> => {
  const [row] = await rowsOf(
    reader,
    `select md5(string_agg(position || kind || fact_id || digest, ',' order by position)) as digest
      from ledger_leaves where position <= ${position}`,
  )
  return String(row?.['digest'])
}

/** Statements that count what is only half there; each must be 0. */
const wholes: readonly (readonly [what: string, statement: string])[] = [
  ...Object.entries(factTables).map(
    ([kind, table]) =>
      [
        `${table} with neither or both of a leaf and a place in the queue of the sealer`,
        `select count(*) from ${table} t where
          (select count(*) from ledger_leaves l where l.fact_id = t.id and l.kind = '${kind}' and l.digest = t.digest)
          + (select count(*) from unsealed_facts u where u.fact_id = t.id and u.kind = '${kind}' and u.digest = t.digest) <> 1`,
      ] as const,
  ),
  [
    'leaves and waiting facts beyond the facts',
    `select (select count(*) from ledger_leaves) + (select count(*) from unsealed_facts)
      - ${[...Object.values(factTables), ...Object.values(memberTables)].map((table) => `(select count(*) from ${table})`).join(' - ')}`,
  ],
  ['gaps in the ledger', 'select coalesce(max(position), 0) - count(*) from ledger_leaves'],
  [
    'transactions that are sealed in part',
    'select count(*) from (select ends from ledger_leaves order by position desc limit 1) last where not ends',
  ],
  [
    'positions that were sealed before the one before',
    'select count(*) from (select sealed_at < lag(sealed_at) over (order by position) as back from ledger_leaves) q where back',
  ],
  [
    'predictions of candidates without a review',
    `select count(*) from predictions p where candidate_id is not null
      and not exists (select 1 from candidate_reviews r where r.prediction_id = p.id)`,
  ],
  [
    'commentaries without text, bytes or byline',
    `select count(*) from commentaries c where not exists (select 1 from commentary_texts t where t.commentary_id = c.id)
      or not exists (select 1 from commentary_bytes b where b.commentary_id = c.id)
      or not exists (select 1 from bylines b where b.commentary_id = c.id)`,
  ],
  [
    'candidates of commentaries without a run',
    `select count(*) from candidates c
      where not exists (select 1 from extraction_runs r where r.commentary_id = c.commentary_id)`,
  ],
  [
    'questions without a version',
    'select count(*) from questions q where not exists (select 1 from question_versions v where v.question_id = q.id)',
  ],
  [
    'statements of decided questions without a score item',
    `select count(*) from questions q join predictions p on p.question_id = q.id
      where q.status = 'resolved' and p.candidate_id is not null
      and not exists (select 1 from scored_items i where i.question_id = q.id)`,
  ],
  [
    'webhooks whose messages have gaps',
    `select count(*) from webhooks w where w.sequence <> (select count(*) from webhook_deliveries d where d.webhook_id = w.id)
      or w.sequence <> (select coalesce(max(sequence), 0) from webhook_deliveries d where d.webhook_id = w.id)`,
  ],
]

const halfWrittenIn = async (reader: Reader): Promise<string[]> => {
  const found: string[] = []
  for (const [what, statement] of wholes) {
    const count = await numberOf(reader, statement)
    if (count !== 0) found.push(`${count} ${what}`)
  }
  return found
}

/** The check of each night, which recomputes statuses, items and counts from the logs and statements. */
const differencesIn = async (services: Services): Promise<string[]> => {
  try {
    const report = await checkCounts(services, HOST, services.clock())
    return report === null ? ['the check did not run'] : []
  } catch (error) {
    return [String(error)]
  }
}

/** What of what was acknowledged is not there, what is there in part, and where counts are not those of the facts. */
export const checkDatabase = async (services: Services, acknowledged: Acknowledged): Promise<Checked> => {
  const { reader } = services.database
  const position = await numberOf(reader, 'select coalesce(max(position), 0) from ledger_leaves')
  return {
    lost: await lostOf(reader, acknowledged),
    halfWritten: [...(await halfWrittenIn(reader)), ...(await checkpointFaults(services, acknowledged.checkpoint))],
    differences: await differencesIn(services),
    facts: position + (await numberOf(reader, 'select count(*) from unsealed_facts')),
    delivered: (await rowsOf(reader, "select id from webhook_deliveries where status = 'delivered'")).map(({ id }) =>
      String(id),
    ),
    messages: await numberOf(reader, 'select count(*) from webhook_deliveries'),
    ledger: { position, digest: position === 0 ? '' : await digestTo(reader, position) },
  }
}

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { jobNames } from '../../src/core/job.ts'
import { factTables, memberTables } from '../../src/core/ledger/fact-kinds.ts'
import { jobs } from '../../src/jobs/jobs.ts'
import { HOST, MIGRATIONS, servicesHere } from '../../src/server.ts'
import type { OpenDatabase } from '../../src/storage/database.ts'
import { rights } from '../../src/storage/grants.ts'
import { migratePostgres } from '../../src/storage/migrate-postgres.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { isReady } from '../../src/storage/readiness.ts'
import { restrict } from '../../src/storage/roles.ts'
import { type Api, apiOf, mark } from '../contract/api.ts'
import {
  accept,
  foundNothing,
  predictionOn,
  proposeAndSettle,
  recordEvent,
  recordForecasts,
} from '../contract/steps.ts'
import { createDatabase, freshDatabase } from '../support/postgres.ts'
import { restrictedDatabase } from '../support/roles.ts'
import { siteOver } from '../support/site.ts'

let owner: OpenDatabase
let app: OpenDatabase
let urls: { owner: string; app: string; role: string }

type Row = Record<string, unknown>
const run = async (database: OpenDatabase, statement: string): Promise<Row[]> =>
  (await database.reader.execute(sql.raw(statement))) as unknown as Row[]

/** What the database answers to a statement of the application's role: its code, or `done`. */
const answerTo = async (...statements: string[]): Promise<unknown> => {
  try {
    await app.reader.transaction(async (tx) => {
      for (const statement of statements) await tx.execute(sql.raw(statement))
      throw new Error('done')
    })
  } catch (error) {
    if (error instanceof Error && error.message === 'done') return 'done'
    return (error as { cause?: { code?: unknown } }).cause?.code
  }
  return null
}
const REFUSED = '42501'

/** At least a row in the tables that most depends on, by the verbs and as the role. */
const useIt = async (api: Api): Promise<void> => {
  const { commentary, candidates } = await recordForecasts(api, [`mill ${mark()}`, `quay ${mark()}`])
  const [first, second] = await Promise.all(candidates.map(({ id }) => accept(api, id)))
  await proposeAndSettle(api, first?.id ?? '', await recordEvent(api))
  const settled = await api.post('/v1/resolutions', 'resolve', {
    questionId: second?.id,
    step: 'settle',
    outcome: 'no',
    reason: 'nothing by the end',
    evidence: [foundNothing],
  })
  expect(settled.status, settled.text).toBe(201)
  const prediction = await predictionOn(api, first?.id ?? '')
  const disputed = await api.post('/v1/disputes', null, {
    subject: { kind: 'prediction', predictionId: prediction.id },
    role: 'judged-author',
    grounds: 'It names my neighbour.',
    contact: 'ada@example.org',
  })
  expect(disputed.status, disputed.text).toBe(201)
  const { dispute } = JSON.parse(disputed.text)
  for (const subject of [
    { kind: 'dispute', id: dispute.id },
    { kind: 'commentary', id: commentary.id },
  ]) {
    const redacted = await api.post('/v1/redactions', 'admin', { subject, reason: 'it names a neighbour' })
    expect(redacted.status, redacted.text).toBe(201)
  }
}

beforeAll(async () => {
  urls = await restrictedDatabase(inject('postgresUrl'))
  owner = openPostgres(urls.owner, { max: 2 })
  app = openPostgres(urls.app)
  const subject = await siteOver(app, inject('press'))
  const api = apiOf(() => subject)
  await useIt(api)
  await subject.seal()
  for (const resource of ['predictions', 'resolutions', 'disputes']) {
    const { text } = await api.get(`/v1/exports/${resource}`)
    expect(text.trim().split('\n').length).toBeGreaterThan(0)
  }
})

afterAll(async () => {
  await app?.close()
  await owner?.close()
})

const tables = Object.keys(rights).sort()
const facts = [...Object.values(factTables), ...Object.values(memberTables), 'ledger_leaves', 'scored_items'].sort()

describe('the role of the application', () => {
  it('has a decision on every table', async () => {
    const rows = await run(
      owner,
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace
      and relkind in ('r', 'p') order by 1`,
    )
    expect(rows.map(({ name }) => name)).toEqual(tables)
  })

  it('is ready, and reads what the verbs left', async () => {
    expect(await isReady(app.reader)).toBe(true)
    const [redacted] = await run(app, `select count(*)::int as n from disputes where grounds is null`)
    expect(redacted).toEqual({ n: 1 })
    const [sealed] = await run(app, 'select count(*)::int as n from ledger_leaves')
    expect(sealed?.['n']).toBeGreaterThan(5)
  })

  it.each(jobNames)('runs the job %s', async (name) => {
    const services = servicesHere(app)
    await expect(jobs[name](services, HOST, services.clock())).resolves.not.toBeUndefined()
  })

  it.each(facts)('changes, deletes and empties nothing of %s, and locks no writer out', async (table) => {
    const [{ columns } = {}] = await run(
      owner,
      `select json_agg(attname) as columns from pg_attribute where attrelid = 'public.${table}'::regclass and attnum > 0
        and attgenerated = '' and not attisdropped`,
    )
    const may = rights[table]?.update
    for (const column of columns as string[]) {
      const said = await answerTo(`update public.${table} set "${column}" = "${column}"`)
      // What may be redacted is left to the trigger, which refuses all that is no redaction.
      if (may !== true && may?.includes(column)) expect(['23001', 'done']).toContain(said)
      else expect([column, said]).toEqual([column, REFUSED])
    }
    expect(await answerTo(`delete from public.${table}`)).toBe(REFUSED)
    expect(await answerTo(`truncate public.${table}`)).toBe(REFUSED)
    expect(await answerTo(`lock table public.${table} in share mode`)).toBe(REFUSED)
    expect(await answerTo(`merge into public.${table} t using (select 1) one on true when matched then delete`)).toBe(
      REFUSED,
    )
  })

  it('takes no text out without a redaction', async () => {
    const said = await answerTo(
      `insert into disputes select (jsonb_populate_record(d, jsonb_build_object('id', 'dsp_x', 'content_sha256', 'x',
        'grounds', 'words', 'salts', jsonb_build_object('grounds', 'salt')))).* from disputes d limit 1`,
      `update disputes set grounds = null, salts = salts - 'grounds' where id = 'dsp_x'`,
    )
    expect(said).toBe('23001')
  })

  describe('keeps no fact out of the ledger', () => {
    /** A fact that waits, from the same transaction, and its leaf with something of it changed. */
    const waits = `insert into disputes select (jsonb_populate_record(d, jsonb_build_object('id', 'dsp_w', 'content_sha256', 'w'))).*
      from disputes d limit 1`
    const before = 'select coalesce(max(position), 0) from ledger_leaves'
    const leaf = (changed: Record<string, string> = {}): string => {
      const columns = {
        position: `(${before}) + 1`,
        kind: 'kind',
        fact_id: 'fact_id',
        digest: 'digest',
        sealed_at: `(select max(sealed_at) from ledger_leaves)`,
        ends: 'true',
        ...changed,
      }
      return `insert into ledger_leaves (${Object.keys(columns).join(', ')})
        select ${Object.values(columns).join(', ')} from unsealed_facts where fact_id = 'dsp_w'`
    }
    const stop = `delete from unsealed_facts where fact_id = 'dsp_w'`

    it('lets a fact stop waiting by its leaf', async () => {
      expect(await answerTo(waits, leaf(), stop)).toBe('done')
    })

    it.each<[string, string[]]>([
      ['no leaf', [waits, stop]],
      ['the leaf of another', [waits, leaf({ fact_id: `'dsp_o'` }), stop]],
      ['a leaf of another digest', [waits, leaf({ digest: `repeat('0', 64)` })]],
      ['a leaf of another kind', [waits, leaf({ kind: `'event'` })]],
      ['a leaf beyond the next', [waits, leaf({ position: `(${before}) + 2` })]],
      ['a leaf before the first', [waits, leaf({ position: '2147483647' })]],
      ['a leaf that was sealed before the last', [waits, leaf({ sealed_at: `'2001-01-01'` })]],
      ['a leaf that leaves its transaction open', [waits, leaf({ ends: 'false' })]],
      [
        'a leaf of a part of its transaction',
        [waits, waits.replaceAll(`'dsp_w'`, `'dsp_v'`).replace(`'w'`, `'v'`), leaf()],
      ],
      [
        'a word of its own',
        [`insert into unsealed_facts (kind, fact_id, digest, xact) values ('event', 'evt_0', repeat('0', 64), '1')`],
      ],
    ])('by %s', async (_, statements) => {
      expect(await answerTo(...statements)).toBe('23001')
    })

    it('and changes nothing of what waits', async () => {
      expect(await answerTo(waits, 'update unsealed_facts set digest = digest')).toBe(REFUSED)
      expect(await answerTo('truncate unsealed_facts')).toBe(REFUSED)
    })
  })

  it.each([
    ['drops a trigger', 'drop trigger predictions_append_only on predictions'],
    ['disables triggers', 'alter table predictions disable trigger all'],
    ['disables one', 'alter table predictions disable trigger predictions_append_only'],
    ['alters a table', 'alter table predictions add column forged text'],
    ['takes a table', 'alter table predictions owner to current_user'],
    ['drops a table', 'drop table ledger_leaves cascade'],
    ['renames a table', 'alter table ledger_leaves rename to leaves'],
    ['drops a function', 'drop function refuse_change() cascade'],
    ['indexes', 'create index forged on predictions (id)'],
    [
      'adds a trigger',
      'create trigger forged before insert on predictions for each row execute function refuse_change()',
    ],
    ['adds a rule', 'create rule forged as on insert to predictions do instead nothing'],
    ['adds a policy', 'create policy forged on predictions'],
    ['locks writers out', 'lock table predictions in exclusive mode'],
    ['turns triggers off for its session', 'set session_replication_role = replica'],
    ['turns them off by set_config', `select set_config('session_replication_role', 'replica', false)`],
    ['becomes the owner', 'set role hindcast'],
    ['becomes the owner for its session', 'set session authorization hindcast'],
    ['makes a role', 'create role forged superuser'],
    ['shadows a table for its session', 'create temporary table unsealed_facts (kind text)'],
    ['alters a table of the queue', 'alter table pgboss.job_common add column forged text'],
    ['drops the queue', 'drop schema pgboss cascade'],
    ['empties the queue', 'truncate pgboss.job_common'],
    ['makes a table beside the queue', 'create table pgboss.forged (id text)'],
    ['makes a schema', 'create schema forged'],
    ['makes a table', 'create table public.forged (id text)'],
    ['makes a view', 'create view as_of.forged as select 1'],
    ['replaces a view', 'create or replace view as_of.predictions as select * from public.predictions'],
    ['reads files', `copy installation from '/etc/hostname'`],
    ['reads files by a function', `select pg_read_file('/etc/hostname')`],
    ['runs programs', `copy installation from program 'true'`],
    ['ends backends of the owner', `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'hindcast'`],
    ['seals a table of its own', `select seal_facts_of('hosts', 'prediction')`],
    ['says what is migrated', 'delete from drizzle.__drizzle_migrations'],
    ['sets who others are', 'update keys set scopes = scopes'],
    ['sets what an author is called', 'update authors set name = name'],
    ['deletes an author', 'delete from authors'],
    ['sets when a question was recorded', 'update questions set recorded_at = recorded_at'],
    ['takes a sequence back', `select setval('unsealed_facts_seq_seq', 1)`],
  ])('never %s', async (_, statement) => {
    expect(await answerTo(statement)).toBe(REFUSED)
  })

  it('gives itself nothing', async () => {
    expect(await answerTo('grant all on predictions to current_user', 'delete from predictions')).toBe(REFUSED)
  })

  it.each([
    [
      'in place of the guard',
      `create or replace function public.refuse_change() returns trigger language plpgsql as 'begin return new; end'`,
    ],
    [
      'that runs as its owner',
      `create function public.forged() returns void language sql security definer as 'delete from predictions'`,
    ],
    ['of its own session', `create function pg_temp.forged() returns void language sql as 'select 1'`],
  ])('makes no function %s', async (_, statement) => {
    expect(await answerTo(statement)).toBe(REFUSED)
  })

  it('finds no function or view that lends it the rights of the owner', async () => {
    const lent = await run(
      owner,
      `select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`,
    )
    expect(lent).toEqual([])
    // A view reads as its owner: none of them can be written through.
    expect(await answerTo('update as_of.predictions set id = id')).toBe(REFUSED)
    expect(await answerTo('delete from as_of.ledger_leaves')).toBe('42P01')
    expect(await answerTo('insert into as_of.predictions select * from as_of.predictions')).toBe(REFUSED)
  })

  it('does no more than the guard lets its owner do, who is held by the triggers alone', async () => {
    await expect(owner.transaction((tx) => tx.execute(sql`update predictions set form = form`))).rejects.toMatchObject({
      code: 'fact-is-append-only',
    })
  })
})

describe('giving rights', () => {
  it('is done anew by each migration, for every role that had them', async () => {
    await run(owner, 'drop schema as_of cascade')
    await run(owner, `grant delete on predictions to ${urls.role}`)
    expect(await migratePostgres(urls.owner, MIGRATIONS)).toEqual([{ role: urls.role, remaining: [] }])
    expect(await answerTo('select * from as_of.no_such')).toBe('42P01')
    expect(await answerTo('delete from predictions')).toBe(REFUSED)
  })

  it('is not for whom it would hold to nothing, nor for nobody', async () => {
    await expect(restrict(owner.reader, 'hindcast')).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(restrict(owner.reader, 'no "such')).rejects.toMatchObject({ code: 'not-found' })
    await run(owner, `create role lent_${urls.role} login in role hindcast`)
    await expect(restrict(owner.reader, `lent_${urls.role}`)).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('passes over whom it would hold to nothing, though they were granted something once', async () => {
    await run(owner, `create role above_${urls.role} superuser`)
    await run(owner, `grant insert on questions to above_${urls.role}`)
    expect(await migratePostgres(urls.owner, MIGRATIONS)).toEqual([{ role: urls.role, remaining: [] }])
  })

  it('tells what remains to be said where the database is not of who owns the tables', async () => {
    const name = `lent_${crypto.randomUUID().slice(0, 8)}`
    const url = await createDatabase(inject('postgresUrl'), name)
    const above = openPostgres(url, { max: 1 })
    try {
      await run(above, `create role owner_${name} login password 'of tests'`)
      await run(above, `create role app_${name} login password 'of tests'`)
      await run(above, `grant create on database ${name} to owner_${name}`)
      await run(above, `grant create, usage on schema public to owner_${name}`)
      const its = Object.assign(new URL(url), { username: `owner_${name}`, password: 'of tests' }).href
      const [{ role, remaining } = { role: '', remaining: [] }] = await migratePostgres(its, MIGRATIONS, `app_${name}`)
      expect(role).toBe(`app_${name}`)
      expect(remaining).toEqual([`REVOKE TEMPORARY ON DATABASE "${name}" FROM PUBLIC, "app_${name}";`])
      for (const statement of remaining) await run(above, statement)
      expect(await migratePostgres(its, MIGRATIONS)).toEqual([{ role, remaining: [] }])
    } finally {
      await above.close()
    }
  })

  it('is of nobody where owner and application are one', async () => {
    const url = await freshDatabase(inject('postgresUrl'))
    expect(await migratePostgres(url, MIGRATIONS)).toEqual([])
  })
})

import { sql } from 'drizzle-orm'
import { describe, expect, inject, it } from 'vitest'
import { sealCommittedFacts } from '../../src/jobs/seal-facts.ts'
import { HOST, hostContext, servicesHere } from '../../src/server.ts'
import { newestCheckpoint } from '../../src/storage/checkpoints.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { factsOf } from '../support/hooks.ts'
import { freshDatabase } from '../support/postgres.ts'
import { type Acknowledged, checkDatabase } from './check.ts'
import { checkpointFaults } from './checkpoints.ts'
import { crash, type Options, type Result } from './points.ts'

/** A guard against hanging, as everywhere; a dozen starts take longer than a test does otherwise. */
const LONG = 900_000

const nothing = { lost: [], halfWritten: [], differences: [] }

const wrongIn = ({ tallies }: Result) => [...tallies.values()].map(({ wrong }) => wrong)

/** A few of the points of `npm run crash`. */
const few = async (options: Pick<Options, 'database' | 'phases'>): Promise<Result> => {
  const points = options.phases?.length ?? 0
  const result = await crash({ ...options, points, seed: 'npm test', note: (line) => console.error(line) })
  for (const wrong of wrongIn(result)) expect(wrong).toEqual(nothing)
  expect([...result.tallies.values()].reduce((sum, tally) => sum + tally.points, 0)).toBe(points)
  expect(result.sealed).toBeGreaterThan(60)
  expect(result.received).toBe(result.messages)
  expect(result.verified).toEqual({ facts: result.sealed, faults: [] })
  return result
}

describe('nothing acknowledged is lost', () => {
  it(
    'by the embedded database, whose process is killed at work, at its start and in a migration',
    () => few({ database: 'embedded', phases: ['all', 'start', 'migrate'] }),
    LONG,
  )

  it(
    'by Postgres, which is killed beside its server',
    async () => {
      const { tallies } = await few({ database: 'postgres', phases: ['all', 'settle', 'all', 'deliver', 'migrate'] })
      expect([...tallies.values()].some(({ byDatabase }) => byDatabase > 0)).toBe(true)
    },
    LONG,
  )
})

describe('what looks for losses', () => {
  const none: Acknowledged = {
    ...{ predictions: [], commentaries: [], events: [], accepted: [], settled: [], rationales: [] },
    ledger: { position: 0, digest: '' },
    checkpoint: null,
    migrations: 0,
  }

  it('finds a checkpoint that is not of the leaves, by its note or by what was kept of it, and another secret', async () => {
    const database = openPostgres(await freshDatabase(inject('postgresUrl')), { max: 2 })
    const under = (secret: string) => servicesHere(database, undefined, undefined, secret)
    const services = under('a secret of these tests that is long')
    try {
      const context = hostContext(services)
      await (await factsOf(context, 'Gazette'))(context, 3)
      expect(await checkpointFaults(services, null)).toEqual([])
      await sealCommittedFacts(services, HOST, services.clock())
      const kept = await newestCheckpoint(database.reader)
      expect(await checkpointFaults(services, kept)).toEqual([])
      const other = under('another secret of these tests, as long')
      expect(await checkpointFaults(other, kept)).toEqual(['the ledger is signed by another secret than before'])
      const cut = { note: kept?.note.slice(0, -9) ?? '', key: kept?.key ?? '' }
      expect(await checkpointFaults(services, cut)).toEqual(['the kept checkpoint does not open by its key'])
      await database.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`)
        await tx.execute(sql`update ledger_leaves set ends = not ends where position = 2`)
      })
      expect(await checkpointFaults(services, kept)).toEqual([
        'the newest checkpoint of 3 facts is not of the leaves',
        'the kept checkpoint of 3 facts is not of the leaves',
      ])
    } finally {
      await database.close()
    }
  })

  it('finds what is missing, what is half there, and a ledger that was rewritten', async () => {
    const database = openPostgres(await freshDatabase(inject('postgresUrl')), { max: 2 })
    try {
      const services = servicesHere(database)
      const context = hostContext(services)
      await (await factsOf(context, 'Gazette'))(context, 3)
      const applied = await database.reader.execute(sql`select count(*)::int as n from drizzle.__drizzle_migrations`)
      const migrations = Number((applied as unknown as { n: number }[])[0]?.n)
      const good = await checkDatabase(services, { ...none, migrations })
      expect(good).toMatchObject({ ...nothing, facts: 3, ledger: { position: 3 } })

      const absent = { ...none, migrations: migrations + 1, events: ['evt_0'], rationales: ['never said'] }
      expect((await checkDatabase(services, absent)).lost).toEqual([
        'events evt_0',
        'rationales never said',
        `${migrations} migrations are applied, ${migrations + 1} are due`,
      ])
      await database.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`)
        await tx.execute(sql`delete from ledger_leaves where position = 2`)
      })
      const { lost, halfWritten } = await checkDatabase(services, { ...none, migrations, ledger: good.ledger })
      expect(lost).toEqual(['the ledger up to position 3'])
      expect(halfWritten).toEqual([
        '1 source_coverage with neither or both of a leaf and a place in the queue of the sealer',
        '-1 leaves and waiting facts beyond the facts',
        '1 gaps in the ledger',
      ])
    } finally {
      await database.close()
    }
  })
})

import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileDispute } from '../../src/actions/disputes/file-dispute.ts'
import { redactText } from '../../src/actions/reading/redact-text.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { MANIFEST, MANIFEST_NOTE, Manifest } from '../../src/core/snapshot-files.ts'
import { createApp } from '../../src/http/app.ts'
import { writeExports } from '../../src/jobs/write-exports.ts'
import { snapshotFolder } from '../../src/outside/snapshot-folder.ts'
import { servicesHere } from '../../src/server.ts'
import { createSite, draws } from '../../src/site.ts'
import { ledgerLeaves } from '../../src/storage/tables/ledger.ts'
import { predictions } from '../../src/storage/tables/questions.ts'
import { accepted } from '../actions/story.ts'
import { instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindcast-exports-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const servicesIn = ({ database }: World, now: string, snapshotFiles = snapshotFolder(folder)) => ({
  ...servicesHere(database),
  clock: () => instant(now),
  snapshotFiles,
  dataLicence: 'CC0-1.0',
})
const manifestOf = (name: string) => Manifest.parse(JSON.parse(readFileSync(join(folder, name, MANIFEST), 'utf8')))
/** What a file of a snapshot is by itself, whatever the manifest says. */
const hashed = (name: string, file: string) => {
  const written = readFileSync(join(folder, name, file))
  return { bytes: written.length, sha256: createHash('sha256').update(written).digest('hex') }
}
const night = (day: string) => instant(`${day}T04:30:00.000Z`)

describe('the nightly snapshot', () => {
  it('holds every file that its manifest names, with its hash, and is served as it was written', () =>
    inWorld(async (world) => {
      await accepted(world, { on: '2026-01-05', end: '2026-03-31', quote: 'It will likely rain.' })
      const { position } = await sealFacts(world.at('2026-01-06'), {})
      const services = servicesIn(world, '2026-02-01T04:30:01.000Z')
      const done = await writeExports(services, REVIEWER, night('2026-02-01'))
      const { files, ...told } = manifestOf('2026-02-01')
      expect(told).toMatchObject({ name: '2026-02-01', position, licence: { data: 'CC0-1.0' } })
      expect(done).toEqual({ files: files.length, rows: files.reduce((sum, { rows }) => sum + rows, 0), removed: 0 })
      expect(readdirSync(join(folder, '2026-02-01')).sort()).toEqual(
        [...files.map(({ name }) => name), MANIFEST, MANIFEST_NOTE].sort(),
      )
      const site = createSite(() => services)
      const { paths } = createApp(() => services, draws).apiDocument()
      const stated = JSON.stringify(paths['/v1/exports/snapshots/{name}/{file}']?.['get']?.responses?.['200'])
      for (const { name, bytes, sha256 } of [...files, { name: MANIFEST, ...hashed('2026-02-01', MANIFEST) }]) {
        const answer = await site.request(`/v1/exports/snapshots/2026-02-01/${name}`)
        expect(stated).toContain(`"${answer.headers.get('content-type')?.split(';')[0]}":`)
        const body = new Uint8Array(await answer.arrayBuffer())
        expect([name, body.length, createHash('sha256').update(body).digest('hex')]).toEqual([name, bytes, sha256])
      }
      expect(files.find(({ name }) => name === 'predictions.ndjson')?.rows).toBe(1)
      expect(await (await site.request('/v1/exports/snapshots/2026-02-01')).json()).toEqual(manifestOf('2026-02-01'))
      const listed = await (await site.request('/v1/exports/snapshots')).json()
      expect(listed).toMatchObject({ items: [{ name: '2026-02-01' }], licence: { data: 'CC0-1.0' } })
      for (const path of ['2026-02-02', '2026-02-01/keys.csv', '2026-02-01/..%2F..%2Fpostgres'])
        expect((await site.request(`/v1/exports/snapshots/${path}`)).status, path).toBe(404)
    }))

  it('appears whole or not at all: one that failed leaves nothing, and what it left half is written anew', () =>
    inWorld(async (world) => {
      const store = snapshotFolder(folder)
      await expect(
        store.write('2026-02-01', async (file) => {
          await file(
            'a.csv',
            (async function* () {
              yield new TextEncoder().encode('a')
            })(),
          )
          throw new Error('the disk is full')
        }),
      ).rejects.toThrow('the disk is full')
      expect(readdirSync(folder)).toEqual([])
      await snapshotFolder(folder).write('2026-01-31', async () => undefined)
      // Processes that died left these, of this night and of one that is over.
      writeFileSync(join(folder, '_2026-02-01'), '')
      mkdirSync(join(folder, '_2026-01-30'))
      writeFileSync(join(folder, '_2026-01-30', 'a.csv'), 'a')
      await writeExports(servicesIn(world, '2026-02-01T05:00:00.000Z'), REVIEWER, night('2026-02-01'))
      expect(readdirSync(folder).sort()).toEqual(['2026-01-31', '2026-02-01'])
      expect(await store.list()).toEqual(['2026-02-01', '2026-01-31'])
      expect(manifestOf('2026-02-01').files.length).toBeGreaterThan(50)
    }))

  it('leaves a night that has one alone, and keeps the last seven', () =>
    inWorld(async (world) => {
      const store = snapshotFolder(folder)
      for (let day = 10; day < 20; day++) await store.write(`2026-01-${day}`, async () => undefined)
      const services = servicesIn(world, '2026-02-01T05:00:00.000Z')
      expect(await writeExports(services, REVIEWER, night('2026-02-01'))).toMatchObject({ removed: 4 })
      expect(await store.list()).toEqual(['2026-02-01', ...[19, 18, 17, 16, 15, 14].map((day) => `2026-01-${day}`)])
      expect(
        await writeExports(servicesIn(world, '2026-02-01T06:00:00.000Z'), REVIEWER, night('2026-02-01')),
      ).toBeNull()
    }))

  it('gives nobody a text any more that was redacted after it was written', () =>
    inWorld(async (world) => {
      const { prediction } = await accepted(world, {
        on: '2026-01-05',
        end: '2026-03-31',
        quote: 'It will likely rain.',
      })
      const { dispute } = await fileDispute(world.at('2026-01-06'), {
        subject: { kind: 'prediction', predictionId: prediction.id },
        role: 'other' as const,
        grounds: 'Ask Bob at 5 Elm Row.',
      })
      await sealFacts(world.at('2026-01-06'), {})
      const services = servicesIn(world, '2026-02-01T04:30:01.000Z')
      await writeExports(services, REVIEWER, night('2026-02-01'))
      const site = createSite(() => services)
      const read = async (file: string) => {
        const answer = await site.request(`/v1/exports/snapshots/2026-02-01/${file}`)
        expect(answer.headers.get('cache-control') ?? '').not.toContain('immutable')
        return [answer.status, (await answer.text()).includes('Elm Row')]
      }
      expect(await read('disputes.ndjson')).toEqual([200, true])
      // By a clock that is behind: what counts is that its position comes after that of the snapshot.
      await redactText(world.at('2026-01-20'), { subject: { kind: 'dispute', id: dispute.id }, reason: 'an address' })
      expect(await read('disputes.ndjson')).toEqual([404, false])
      expect(await read('disputes.csv')).toEqual([404, false])
      expect((await read('predictions.csv'))[0]).toBe(200)
      await sealFacts(world.at('2026-02-01'), {})
      expect(await read('disputes.ndjson')).toEqual([404, false])
      await writeExports(servicesIn(world, '2026-02-02T04:30:01.000Z'), REVIEWER, night('2026-02-02'))
      const next = await site.request('/v1/exports/snapshots/2026-02-02/disputes.ndjson')
      expect([next.status, (await next.text()).includes('Elm Row')]).toEqual([200, false])
    }))

  it('is not written where a fact was changed behind the ledger, or the ledger itself', () =>
    inWorld(async (world) => {
      const { prediction } = await accepted(world, { on: '2026-01-05', end: '2026-03-31', quote: 'It will rain.' })
      await sealFacts(world.at('2026-01-06'), {})
      const changed = async (work: () => Promise<unknown>): Promise<void> => {
        const tables = ['predictions', 'ledger_leaves']
        for (const table of tables) await world.tx.execute(`alter table ${table} disable trigger all`)
        await work()
        for (const table of tables) await world.tx.execute(`alter table ${table} enable trigger all`)
      }
      const write = () => writeExports(servicesIn(world, '2026-02-01T05:00:00.000Z'), REVIEWER, night('2026-02-01'))
      await changed(() => world.tx.update(predictions).set({ quote: 'It will snow.' }))
      await expect(write()).rejects.toThrow('the facts are not those of the ledger: position')
      await changed(() => world.tx.update(predictions).set({ quote: prediction.quote }))
      const [leaf] = await world.tx.select().from(ledgerLeaves).where(eq(ledgerLeaves.factId, prediction.id))
      await changed(() =>
        world.tx
          .update(ledgerLeaves)
          .set({ digest: '0'.repeat(64) })
          .where(eq(ledgerLeaves.factId, prediction.id)),
      )
      await expect(write()).rejects.toThrow(`position ${leaf?.position}: its fields do not make the digest`)
      expect(readdirSync(folder)).toEqual([])
    }))

  it('leaves the night to another process where no place keeps any, and says so', () =>
    inWorld(async (world) => {
      const elsewhere = servicesIn(world, '2026-02-01T05:00:00.000Z')
      const services = { ...elsewhere, snapshotFiles: null }
      expect(await writeExports(services, REVIEWER, night('2026-02-01'))).toBeNull()
      const answer = await createSite(() => services).request('/v1/exports/snapshots')
      expect([answer.status, (await answer.json()).detail]).toEqual([404, expect.stringContaining('no place')])
      expect((await writeExports(elsewhere, REVIEWER, night('2026-02-01')))?.['files']).toBeGreaterThan(0)
    }))
})

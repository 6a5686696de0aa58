import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { type Checkpoint, openCheckpoint } from '../../src/core/ledger/checkpoint.ts'
import { hashOfLeaf } from '../../src/core/ledger/leaf.ts'
import { isConsistent, rootByInclusion, rootOver } from '../../src/core/ledger/merkle.ts'
import type { ConsistencyProof, InclusionProof } from '../../src/core/ledger/proofs.ts'
import { createApp } from '../../src/http/app.ts'
import { checkCounts } from '../../src/jobs/check-counts.ts'
import { rehashAll, rehashShare, SHARE } from '../../src/jobs/rehash-ledger.ts'
import { sealCommittedFacts } from '../../src/jobs/seal-facts.ts'
import { hash } from '../../src/outside/hash.ts'
import { servicesHere } from '../../src/server.ts'
import { draws } from '../../src/site.ts'
import { sealedLeavesAfter } from '../../src/storage/ledger.ts'
import { keepSubtrees, readNodes } from '../../src/storage/ledger-tree.ts'
import { ledgerLeaves, ledgerSubtrees } from '../../src/storage/tables/ledger.ts'
import { recordEveryFact } from '../actions/every-fact.ts'
import { accepted } from '../actions/story.ts'
import { instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { unguarded } from '../support/ledger.ts'

const NOW = instant('2026-07-01T00:00:00.000Z')

const serve = ({ database }: World, secret?: string, now: string = NOW) => {
  const services = { ...servicesHere(database, undefined, undefined, secret), clock: () => instant(now) }
  const app = createApp(() => services, draws)
  return {
    seal: (at: string) => sealCommittedFacts(services, REVIEWER, instant(at)),
    get: async <T>(path: string, status = 200): Promise<T> => {
      const answer = await app.request(path)
      const body = (await answer.json()) as T
      expect([path, answer.status, body]).toEqual([path, status, body])
      return body
    },
  }
}
const SECRET = 'a secret of thirty-two characters'

describe('the ledger', () => {
  it('is signed as it grows, and proves each fact and its growth', () =>
    inWorld(async (world) => {
      const { get, seal } = serve(world, SECRET)
      expect(await get('/v1/ledger/checkpoints')).toEqual({ items: [], next: null })
      await get('/v1/ledger/checkpoints/latest', 404)
      await recordEveryFact(world)
      await seal('2026-07-01T00:00:00.000Z')
      const first = await get<Checkpoint>('/v1/ledger/checkpoints/latest')
      await accepted(world, { on: '2026-06-05', quote: 'It will hail.', end: '2026-12-31' })
      await seal('2026-07-01T00:01:00.000Z')
      await seal('2026-07-01T00:02:00.000Z')

      const { items } = await get<{ items: Checkpoint[] }>('/v1/ledger/checkpoints')
      expect(items.map(({ size }) => size)).toEqual([expect.any(Number), first.size])
      const [newest = first] = items
      expect(await openCheckpoint(newest.note, first.key)).toEqual({ size: newest.size, root: newest.root })
      const leaves = await sealedLeavesAfter(world.tx, { after: 0, through: newest.size, limit: 1000 })
      expect(
        rootOver(
          hash,
          leaves.map((leaf) => hashOfLeaf(hash, leaf)),
        ),
      ).toBe(newest.root)

      const paged = await get<{ items: Checkpoint[]; next: string }>('/v1/ledger/checkpoints?limit=1')
      const rest = await get(`/v1/ledger/checkpoints?limit=1&cursor=${paged.next}`)
      expect([paged.items, rest]).toEqual([[newest], { items: [first], next: null }])
      expect(await get(`/v1/ledger/checkpoints/${first.size}`)).toEqual(first)
      await get(`/v1/ledger/checkpoints/${first.size - 1}`, 404)
      await get('/v1/ledger/checkpoints/oldest', 422)

      for (const { factId, position } of leaves) {
        const told = await get<InclusionProof>(`/v1/ledger/proof/${encodeURIComponent(factId)}`)
        expect(told).toMatchObject({ id: factId, position, checkpoint: newest })
        expect(hashOfLeaf(hash, told.leaf)).toBe(told.leafHash)
        const place = { leaf: told.leafHash, index: position - 1, size: newest.size, proof: told.proof }
        expect(rootByInclusion(hash, place)).toBe(newest.root)
      }
      const last = leaves.at(-1)?.factId ?? ''
      await get(`/v1/ledger/proof/${last}?size=${first.size}`, 404)
      await get('/v1/ledger/proof/prd_nothing', 404)

      const grown = await get<ConsistencyProof>(`/v1/ledger/consistency?from=${first.size}&to=${newest.size}`)
      expect(grown).toMatchObject({ from: { size: first.size, root: first.root }, to: { root: newest.root } })
      expect(isConsistent(hash, grown.from, grown.to, grown.proof)).toBe(true)
      await get(`/v1/ledger/consistency?from=${newest.size + 1}`, 422)
      await get(`/v1/ledger/consistency?from=1&to=${newest.size + 1}`, 404)
      // Sealed and not yet signed: what is proved is what somebody has a signature of.
      await accepted(world, { on: '2026-06-07', quote: 'It will thaw.', end: '2026-12-31' })
      await sealFacts(world.at('2026-07-01'), {})
      expect(await get(`/v1/ledger/consistency?from=${first.size}`)).toMatchObject({
        to: { size: newest.size, root: newest.root },
      })

      expect(await get('/v1/changes')).toMatchObject({ checkpoint: newest })
    }))

  it('is sealed and not signed where there is no secret', () =>
    inWorld(async (world) => {
      const { get, seal } = serve(world, '')
      await accepted(world, { on: '2026-06-05', quote: 'It will hail.', end: '2026-12-31' })
      expect(await seal('2026-07-01T00:00:00.000Z')).toMatchObject({ checkpoint: 0 })
      expect(await get('/v1/changes')).toMatchObject({ checkpoint: null, items: expect.arrayContaining([]) })
      await get('/v1/ledger/checkpoints/latest', 404)
    }))

  it('is signed anew where the secret changed, and keeps what the old key signed', () =>
    inWorld(async (world) => {
      await accepted(world, { on: '2026-06-05', quote: 'It will hail.', end: '2026-12-31' })
      const old = serve(world, SECRET)
      await old.seal('2026-07-01T00:00:00.000Z')
      const { size, root, key } = await old.get<Checkpoint>('/v1/ledger/checkpoints/latest')

      const next = serve(world, 'another secret of thirty-two letters', '2026-07-02T00:00:00.000Z')
      expect(await next.seal('2026-07-02T00:00:00.000Z')).toMatchObject({ sealed: 0, checkpoint: size })
      const newest = await next.get<Checkpoint>('/v1/ledger/checkpoints/latest')
      expect(newest.key).not.toBe(key)
      expect(await openCheckpoint(newest.note, newest.key)).toEqual({ size, root })
      expect(await next.get(`/v1/ledger/checkpoints/${size}`)).toEqual(newest)
      expect(await next.get('/v1/changes')).toMatchObject({ checkpoint: newest })
      await next.seal('2026-07-02T00:01:00.000Z')

      const paged = await next.get<{ items: Checkpoint[]; next: string }>('/v1/ledger/checkpoints?limit=1')
      const rest = await next.get<{ items: Checkpoint[] }>(`/v1/ledger/checkpoints?limit=1&cursor=${paged.next}`)
      expect(paged.items).toEqual([newest])
      expect(rest).toMatchObject({ items: [{ size, root, key }], next: null })
    }))

  it('signs nothing more once what it signed is changed behind its back', () =>
    inWorld(async (world) => {
      const { seal } = serve(world, SECRET)
      await accepted(world, { on: '2026-06-05', quote: 'It will hail.', end: '2026-12-31' })
      await seal('2026-07-01T00:00:00.000Z')
      await world.tx.execute('alter table ledger_leaves disable trigger all')
      await world.tx.update(ledgerLeaves).set({ digest: '0'.repeat(64) })
      await world.tx.execute('alter table ledger_leaves enable trigger all')
      await accepted(world, { on: '2026-06-06', quote: 'It will snow.', end: '2026-12-31' })
      await expect(seal('2026-07-01T00:01:00.000Z')).rejects.toThrow('does not continue the checkpoint')
    }))
})

const manyLeaves = (size: number) =>
  Array.from({ length: size }, (_, at) => ({
    position: at + 1,
    kind: 'event' as const,
    factId: `evt_${at}`,
    digest: hash(`fact ${at}`),
    sealedAt: NOW,
    ends: true,
  }))

/** Changes the digest of a leaf behind the back of everything that holds facts. */
const changeLeaf = async ({ tx }: World, position: number, digest: string): Promise<void> => {
  await tx.execute('alter table ledger_leaves disable trigger all')
  await tx.update(ledgerLeaves).set({ digest }).where(eq(ledgerLeaves.position, position))
  await tx.execute('alter table ledger_leaves enable trigger all')
}

describe('a ledger of more facts than a kept root stands over', () => {
  const FACTS = 256 * (2 * SHARE + 2) + 100
  const filled = async (world: World) => {
    await unguarded(world.tx, async () => {
      await world.tx.insert(ledgerLeaves).values(manyLeaves(FACTS))
      await world.tx.execute(sql`insert into events (id, title, happened_earliest, happened_latest, published_earliest,
        published_latest, recorded_by, recorded_at, salts, digest)
        select fact_id, fact_id, now(), now(), now(), now(), 'test', now(), '{}', digest from ledger_leaves`)
    })
    await keepSubtrees(world.tx, hash, FACTS, 100)
    const minutes = Array.from({ length: 20 }, (_, at) => `2026-07-01T01:${10 + at}:00.000Z`)
    const { seal, get } = serve(world, SECRET, '2026-07-01T02:00:00.000Z')
    return { get, seal: () => seal(minutes.shift() as string) }
  }
  const LEAF = manyLeaves(10)[9]?.digest ?? ''

  it('is signed share by share, and no more where a share is not what it was, until it is that again', () =>
    inWorld(async (world) => {
      const { seal } = await filled(world)
      expect(await seal()).toMatchObject({ checkpoint: FACTS, rehashedTo: SHARE })
      await changeLeaf(world, 10, '0'.repeat(64))
      expect(await seal()).toMatchObject({ rehashedTo: 2 * SHARE })
      expect(await seal()).toMatchObject({ rehashedTo: 0 })
      for (const _ of [1, 2]) {
        await expect(seal()).rejects.toMatchObject({
          code: 'ledger-changed',
          message: expect.stringContaining('facts 1 to 256 no longer make'),
        })
      }
      await changeLeaf(world, 10, LEAF)
      expect(await seal()).toMatchObject({ rehashedTo: SHARE })
    }))

  it('is made again whole each night, and not signed from then on where it is not what it was', () =>
    inWorld(async (world) => {
      const { seal, get } = await filled(world)
      const services = { ...servicesHere(world.database, undefined, undefined, SECRET), newId: world.newId }
      const night = (at: string) =>
        checkCounts({ ...services, clock: () => instant('2026-07-01T01:05:00.000Z') }, REVIEWER, instant(at))
      const standing = async () => {
        const { status, jobs } = await get<{ status: string; jobs: { name: string; state: string }[] }>('/readyz')
        return [status, jobs.find(({ name }) => name === 'check-counts')?.state]
      }
      expect(await night('2026-06-29T03:30:00.000Z')).toMatchObject({ rehashed: 2 * SHARE + 2 })
      // The clock was ahead for a night: what it left tells nothing.
      await night('2030-06-29T03:30:00.000Z')
      await seal()
      await changeLeaf(world, 10, '0'.repeat(64))
      await expect(night('2026-06-30T03:30:00.000Z')).rejects.toMatchObject({ code: 'ledger-changed' })
      expect(await standing()).toEqual(['degraded', 'failing'])
      const { items } = await get<{ items: { name: string; lastRun: object }[] }>('/v1/jobs')
      expect(items.find(({ name }) => name === 'check-counts')?.lastRun).toMatchObject({ errorCode: 'ledger-changed' })
      // The share of this minute is whole.
      await expect(seal()).rejects.toThrow('check-counts found what was sealed changed')
      await changeLeaf(world, 10, LEAF)
      await expect(seal()).rejects.toThrow('check-counts found what was sealed changed')
      await night('2026-06-30T03:30:00.000Z')
      expect(await seal()).toMatchObject({ checkpoint: FACTS })
    }))
})

describe('a ledger of many facts', () => {
  const SIZE = 70_000

  it(
    'keeps the roots of whole subtrees, and reads few rows for a proof',
    () =>
      inWorld(async (world) => {
        const rows = manyLeaves(SIZE)
        await unguarded(world.tx, async () => {
          for (let at = 0; at < SIZE; at += 5000) await world.tx.insert(ledgerLeaves).values(rows.slice(at, at + 5000))
        })
        let turns = 1
        while (!(await keepSubtrees(world.tx, hash, SIZE, 100))) turns++
        expect(turns).toBe(3)
        const kept = await world.tx.select().from(ledgerSubtrees)
        expect(kept).toHaveLength(Math.floor(SIZE / 256) + 1)
        expect(await keepSubtrees(world.tx, hash, SIZE, 100)).toBe(true)
        expect(await world.tx.select().from(ledgerSubtrees)).toHaveLength(kept.length)

        const hashes = rows.map((row) => hashOfLeaf(hash, row))
        const { get } = serve(world, SECRET)
        const { from, to } = await get<ConsistencyProof>(`/v1/ledger/consistency?from=65600&to=${SIZE}`)
        expect([from.root, to.root]).toEqual([rootOver(hash, hashes.slice(0, 65_600)), rootOver(hash, hashes)])
        const nodes = [
          { level: 0, index: 69_999 },
          { level: 7, index: 500 },
          { level: 8, index: 3 },
          { level: 15, index: 1 },
          { level: 16, index: 0 },
        ]
        const read = await readNodes(world.tx, hash)(nodes)
        expect(read).toEqual(
          nodes.map(({ level, index }) => rootOver(hash, hashes.slice(index * 2 ** level, (index + 1) * 2 ** level))),
        )
        await expect(readNodes(world.tx, hash)([{ level: 8, index: 273 }])).rejects.toThrow('no entry')
        expect(await sealFacts(world.at('2026-07-02'), {})).toMatchObject({ sealed: 0, done: true })

        expect(await rehashAll(world.tx, hash)).toEqual({ checked: kept.length, off: [] })
        await changeLeaf(world, 60_000, '0'.repeat(64))
        const [lowest, above] = [
          { from: 234 * 256 + 1, through: 235 * 256 },
          { from: 1, through: 65_536 },
        ]
        expect((await rehashAll(world.tx, hash)).off).toEqual([lowest])
        await expect(rehashShare(world.tx, hash, 232)).rejects.toThrow('facts 59905 to 60160 no longer make')
        expect(await rehashShare(world.tx, hash, 236)).toBe(240)
        // Whoever changes the kept root too is told by the one above it.
        const read60 = await readNodes(world.tx, hash)([{ level: 0, index: 59_999 }])
        const root = rootOver(hash, hashes.slice(234 * 256, 235 * 256).with(59_999 - 234 * 256, read60[0] as string))
        await world.tx.execute('alter table ledger_subtrees disable trigger all')
        const at = and(eq(ledgerSubtrees.level, 1), eq(ledgerSubtrees.index, 234))
        await world.tx.update(ledgerSubtrees).set({ root }).where(at)
        expect((await rehashAll(world.tx, hash)).off).toEqual([above])
        await expect(rehashShare(world.tx, hash, 0)).rejects.toThrow('facts 1 to 65536 no longer make')
        await world.tx.delete(ledgerSubtrees).where(at)
        expect((await rehashAll(world.tx, hash)).off).toContainEqual(lowest)
      }),
    120_000,
  )
})

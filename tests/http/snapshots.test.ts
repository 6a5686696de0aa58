import { expect, it } from 'vitest'
import { z } from 'zod'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { writeSnapshot } from '../../src/actions/write-snapshot.ts'
import { setOfCollection } from '../../src/core/scored-item.ts'
import { Snapshot } from '../../src/core/snapshot.ts'
import { createApp } from '../../src/http/app.ts'
import { writeReports } from '../../src/jobs/write-reports.ts'
import { LeaderboardPage as Leaderboard } from '../../src/queries/board/leaderboard-page.ts'
import { StoredBoard } from '../../src/queries/board/stored-board.ts'
import { servicesHere } from '../../src/server.ts'
import { draws } from '../../src/site.ts'
import { latestBoardIn } from '../../src/storage/snapshots.ts'
import { bodyOf, expectProblem, pageOf } from '../contract/api.ts'
import { manyRaces, run } from '../queries/board/races.ts'
import { instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { servicesOver } from '../support/press-services.ts'

const NIGHT = instant('2025-06-01T04:00:00.000Z')

const Page = pageOf(Snapshot.strict())
const Detail = z.strictObject({
  ...Snapshot.shape,
  board: z.unknown(),
  items: z.array(z.strictObject({ authorId: z.string(), row: z.looseObject({ id: z.string() }).nullable() })),
  next: z.string().nullable(),
})

const getIn = (world: World) => {
  const app = createApp(() => ({ ...servicesHere(world.database), clock: () => NIGHT }), draws)
  return async (path: string) => {
    const response = await app.request(path)
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
}

it('lists the boards that were kept, page by page and by what they are of, and shows each', () =>
  inWorld(async (world) => {
    const { collection, authors } = await run(
      world,
      manyRaces(3, () => ({ Ada: 0.25, Ben: 0.5 })),
    )
    await sealFacts(world.at('2025-05-30'), {})
    await writeReports(servicesOver(world, [], { now: NIGHT }), REVIEWER, NIGHT)
    const get = getIn(world)
    const first = bodyOf(await get('/v1/snapshots?limit=1'), 200, Page)
    const rest = bodyOf(await get(`/v1/snapshots?limit=1&cursor=${first.next}`), 200, Page)
    expect(rest.next).toBeNull()
    const kept = [...first.items, ...rest.items]
    expect(kept.map(({ set }) => set).sort()).toEqual(['all', `collection:${collection.id}`])
    const ofCollection = bodyOf(await get(`/v1/snapshots?collection=${collection.slug}`), 200, Page)
    expect(ofCollection.items).toEqual(kept.filter(({ set }) => set !== 'all'))
    expect(bodyOf(await get('/v1/snapshots?collection=all&timing=prospective&voice=own'), 200, Page).items).toEqual(
      kept.filter(({ set }) => set === 'all'),
    )
    expect(bodyOf(await get('/v1/snapshots?voice=quoted'), 200, Page).items).toEqual([])
    const [one] = kept
    const { items, next, board, ...summary } = bodyOf(await get(`/v1/snapshots/${one?.id}`), 200, Detail)
    expect(summary).toEqual(one)
    expect(items.map(({ authorId }) => authorId)).toEqual([...authors.values()].map(({ id }) => id).sort())
    for (const { authorId, row } of items) expect(row?.id).toBe(authorId)
    expect(next).toBeNull()
    expect(board).toBeInstanceOf(Object)
  }))

it('answers the board of a collection as one of them keeps it, whatever came after', () =>
  inWorld(async (world) => {
    const { collection, authors } = await run(
      world,
      manyRaces(12, () => ({ Ada: 0.25, Ben: 0.5 })),
    )
    await sealFacts(world.at('2025-05-30'), {})
    await writeReports(servicesOver(world, [], { now: NIGHT }), REVIEWER, NIGHT)
    const get = getIn(world)
    const board = `/v1/leaderboard?collection=${collection.slug}`
    const before = bodyOf(await get(board), 200, Leaderboard)
    const [kept] = bodyOf(await get(`/v1/snapshots?collection=${collection.slug}`), 200, Page).items
    const pinned = `${board}&snapshot=${kept?.id}`
    const pin = { asOf: kept?.at, snapshot: { id: kept?.id, at: kept?.at } }
    expect(bodyOf(await get(pinned), 200, Leaderboard)).toEqual({ ...before, ...pin })
    expect(before.items).toHaveLength(authors.size)

    const latest = await latestBoardIn(
      world.tx,
      { set: setOfCollection(collection.id), timing: 'prospective', voice: 'own' },
      NIGHT,
    )
    if (!latest) throw new Error('no board was kept')
    const { authors: _, authorIds: __, recordedAt: ___, ...again } = latest
    const marked = { ...StoredBoard.parse(latest.board), method: 'shrunk' }
    const snapshot = { ...again, id: `snp_${'1'.repeat(26)}`, position: 0, dueBefore: '2025-06', board: marked }
    await writeSnapshot(world.at(NIGHT), { snapshot, reports: [], difficulties: [] })
    expect(before.method).toBe('head-to-head')
    // Nothing has changed since the newest kept board: it is answered and not judged anew.
    expect(bodyOf(await get(board), 200, Leaderboard).method).toBe('shrunk')

    await run(world, [{ key: 'late', said: { Cyd: 0.9 }, outcome: 'yes' }])
    expect(bodyOf(await get(board), 200, Leaderboard).method).toBe('head-to-head')
    const first = bodyOf(await get(`${board}&limit=1`), 200, Leaderboard)
    const second = bodyOf(await get(`${board}&limit=200&cursor=${first.next}`), 200, Leaderboard)
    expect([...first.items, ...second.items]).toEqual(bodyOf(await get(board), 200, Leaderboard).items)
    expect(second.next).toBeNull()
    expectProblem(await get(`${pinned}&cursor=nothing`), 422, 'invalid-input', ['cursor'])
    expect(bodyOf(await get(board), 200, Leaderboard).items).toHaveLength(authors.size + 1)
    expect(bodyOf(await get(pinned), 200, Leaderboard)).toEqual({ ...before, ...pin })
    expect(bodyOf(await get(`${pinned}&min_families=13`), 200, Leaderboard).items).toEqual([])

    const [everything] = bodyOf(await get('/v1/snapshots?collection=all'), 200, Page).items
    expectProblem(await get(`${board}&snapshot=${everything?.id}`), 422, 'invalid-input', ['snapshot'])
    expectProblem(await get(`${pinned}&timing=retrospective`), 422, 'invalid-input', ['timing'])
    expectProblem(await get(`${pinned}&voice=quoted`), 422, 'invalid-input', ['voice'])
    expectProblem(await get(`${pinned}&due_from=2025-01`), 422, 'invalid-input', ['snapshot'])
  }))

it('says what is not there', () =>
  inWorld(async (world) => {
    const get = getIn(world)
    expectProblem(await get(`/v1/snapshots/snp_${'0'.repeat(26)}`), 404, 'not-found', ['id'])
    expectProblem(await get('/v1/snapshots/qst_1'), 422, 'invalid-input', ['id'])
    expectProblem(await get('/v1/snapshots?collection=none'), 404, 'not-found', ['collection'])
    expectProblem(await get('/v1/snapshots?timing=later'), 422, 'invalid-input', ['timing'])
  }))

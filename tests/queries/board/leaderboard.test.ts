import { describe, expect, it } from 'vitest'
import { closeQuestion } from '../../../src/actions/questions/append-resolution.ts'
import { changeTopics } from '../../../src/actions/questions/change-topics.ts'
import { recordCollection } from '../../../src/actions/record-collection.ts'
import { sealFacts } from '../../../src/actions/seal-facts.ts'
import type { Timing } from '../../../src/core/question.ts'
import { setOfCollection } from '../../../src/core/scored-item.ts'
import { DIFFICULTY_RULES } from '../../../src/core/scoring/report/board-difficulty.ts'
import type { Voice } from '../../../src/core/slice.ts'
import type { Collection } from '../../../src/core/source.ts'
import { writeReports } from '../../../src/jobs/write-reports.ts'
import type { BoardPart } from '../../../src/queries/board/board-part.ts'
import { Leaderboard, leaderboard, storedLeaderboard } from '../../../src/queries/board/leaderboard.ts'
import { mustFindCollection } from '../../../src/queries/collections.ts'
import { VERSIONS } from '../../../src/queries/report/versions.ts'
import { findSnapshot, latestSnapshot } from '../../../src/storage/snapshots.ts'
import { accepted, settleNo, voidIt } from '../../actions/story.ts'
import { day, instant, inWorld, REVIEWER, type World } from '../../support/embedded.ts'
import { servicesOver } from '../../support/press-services.ts'
import { manyRaces, type Race, run } from './races.ts'

type Place = BoardPart & { timing?: Timing; voice?: Voice; now?: string }
const read = async ({ tx }: World, collection: Collection, place: Place = {}) => {
  const { timing = 'prospective', voice = 'own', now = '2025-06-01T00:00:00.000Z', ...part } = place
  return Leaderboard.parse(await leaderboard(tx, { collection, timing, voice, now: instant(now), ...part }))
}
const rowsOf = (board: Leaderboard) => Object.fromEntries(board.rows.map((row) => [row.author.name, row]))

describe('who is not ranked', () => {
  it('is listed with the reason: too few families', () =>
    inWorld(async (world) => {
      const { collection } = await run(
        world,
        manyRaces(12, () => ({ Ada: 0.25, Ben: 0.5 })),
      )
      const { Ada } = rowsOf(await read(world, collection))
      expect(Ada).toMatchObject({
        rank: null,
        provisional: true,
        notRanked: 'a provisional rank needs 30 families; this author has 12',
        n: 12,
        families: 12,
        hits: 4,
        difference: null,
      })
      expect(Ada?.brier?.mean).toBeCloseTo((4 * 0.5625 + 8 * 0.0625) / 12, 10)
    }))

  it(
    'is listed with the reason: the collection has no cohort that has entered',
    () =>
      inWorld(async (world) => {
        const { collection } = await run(
          world,
          manyRaces(31, () => ({ Ada: 0.25, Ben: 0.5 })),
        )
        const board = await read(world, collection)
        expect(board.cohort).toEqual({ entered: false, due: 31, settled: 31, months: ['2025-01'] })
        for (const row of board.rows) {
          expect(row).toMatchObject({ rank: null, notRanked: expect.stringContaining('200 questions due') })
        }
      }),
    60_000,
  )

  it('is listed with the reason: an unattributed voice', () =>
    inWorld(async (world) => {
      const frame = { name: 'Papers', rule: 'all', readWhole: true, caveat: null }
      const { collection } = await recordCollection(world.at('2025-01-01'), frame)
      const { question } = await accepted(world, {
        on: '2025-01-05',
        quote: 'It will rain.',
        end: '2025-01-31',
        by: [],
        piece: { publisher: 'Gazette', collection: 'papers' },
      })
      await settleNo(world, { question: question.id, now: '2025-03-01' })
      const { rows } = await read(world, collection)
      expect(rows).toMatchObject([
        { rank: null, notRanked: 'an unattributed voice is listed, never ranked', author: { kind: 'unattributed' } },
      ])
    }))
})

describe('a board', () => {
  it('of a collection without anything is empty and links the other', () =>
    inWorld(async (world) => {
      const { collection } = await run(
        world,
        manyRaces(1, () => ({ Ada: 0.25 })),
      )
      expect(await read(world, collection, { timing: 'retrospective', voice: 'quoted' })).toMatchObject({
        rows: [],
        seeAlso: '/v1/leaderboard?collection=races&timing=prospective&voice=quoted',
      })
    }))

  it('has nothing of a month that is not over', () =>
    inWorld(async (world) => {
      const { collection } = await run(
        world,
        manyRaces(2, () => ({ Ada: 0.25 }), { end: '2025-05-31' }),
        '2025-06-02',
      )
      expect((await read(world, collection, { now: '2025-05-31T23:59:59.999Z' })).rows).toEqual([])
      expect((await read(world, collection, { now: '2025-06-02T00:00:00.000Z' })).rows).toHaveLength(1)
    }))

  it('has nothing of another collection', () =>
    inWorld(async (world) => {
      await run(
        world,
        manyRaces(2, () => ({ Ada: 0.25 })),
      )
      const frame = { name: 'Others', rule: 'others', readWhole: false, caveat: null }
      const { collection } = await recordCollection(world.at('2025-01-01'), frame)
      expect((await read(world, collection)).rows).toEqual([])
    }))

  it('is of a topic where one is asked for', () =>
    inWorld(async (world) => {
      const { collection, ids } = await run(
        world,
        manyRaces(4, (at) => ({ Ada: 0.25, Ben: at < 2 ? 0.5 : null })),
      )
      const [, , third = ''] = [...ids.values()]
      await changeTopics(world.at('2025-03-02'), {
        questionId: third,
        change: { add: ['senate'], reason: 'a seat of the senate' },
      })
      const board = await read(world, collection, { topic: 'senate' })
      expect(board.rows).toMatchObject([{ author: { name: 'Ada' }, n: 1, verdict: null }])
      expect(board.part).toEqual({ topic: 'senate', dueFrom: null, dueUntil: null, minFamilies: 0 })
      expect(board.references).toMatchObject([{ reference: 'half', n: 1 }, { reference: 'in-sample-base-rate' }])
      expect(board.rows).toMatchObject([{ rank: null, notRanked: expect.stringContaining('30 families') }])
      await expect(read(world, collection, { topic: 'house' })).rejects.toMatchObject({
        code: 'not-found',
        fields: [{ field: 'topic' }],
      })
      const none = await read(world, collection, { topic: 'senate', voice: 'quoted', minFamilies: 2 })
      expect(none).toMatchObject({
        rows: [],
        seeAlso: '/v1/leaderboard?collection=races&timing=retrospective&voice=quoted&topic=senate&min_families=2',
      })
    }))

  it('counts what is pending and void beside what is scored', () =>
    inWorld(async (world) => {
      const races = manyRaces(4, () => ({ Ada: 0.25 }), { outcome: 'open' }).map((race, at): Race => {
        return at < 2 ? { ...race, outcome: 'no' } : race
      })
      const { collection, ids } = await run(world, races)
      const [, , due = '', broken = ''] = [...ids.values()]
      await closeQuestion(world.at('2025-03-01'), { questionId: due, asOf: day('2025-03-01') })
      await voidIt(world, { question: broken, now: '2025-03-01' })
      const board = await read(world, collection)
      expect(board.rows).toMatchObject([{ n: 2, pending: 1, void: 1 }])
      expect((await read(world, collection, { dueFrom: '2025-01' })).rows).toMatchObject([{ pending: 1, void: 1 }])
      expect((await read(world, collection, { dueFrom: '2025-02' })).rows).toEqual([])
      await expect(read(world, collection, { dueFrom: '2025-02', dueUntil: '2025-01' })).rejects.toMatchObject({
        code: 'invalid-input',
        fields: [{ field: 'due_from' }],
      })
      expect(board.cohort).toEqual({ entered: false, due: 4, settled: 3, months: ['2025-01'] })
    }))

  it('takes an ambiguous question for unsettled', () =>
    inWorld(async (world) => {
      const { collection, ids } = await run(
        world,
        manyRaces(1, () => ({ Ada: 0.25 }), { outcome: 'open' }),
      )
      const [question = ''] = [...ids.values()]
      await voidIt(world, { question, now: '2025-03-01', why: 'ambiguous' })
      expect((await read(world, collection)).cohort).toMatchObject({ due: 1, settled: 0 })
    }))
})

describe('ranks', () => {
  // Two hundred settled questions take some seconds: one test says all that needs them.
  it(
    'come from common questions of cohorts that have entered',
    () =>
      inWorld(async (world) => {
        const outcome = (at: number) => (at % 3 === 0 ? 0.9 : 0.1)
        const january = manyRaces(200, (at) => ({
          Good: outcome(at),
          Better: at % 3 === 0 ? 0.95 : 0.05,
          Same: outcome(at),
          Few: at < 25 ? 0.5 : null,
          Apart: null,
        }))
        // February waits: "yes" settled at once, "no" is still out.
        const february = manyRaces(12, () => ({ Good: 0.1, Better: 0.99, Same: 0.1 }), { end: '2025-02-28' }).map(
          (race) => ({
            ...race,
            outcome: 'yes' as const,
          }),
        )
        const open = manyRaces(20, () => ({ Good: 0.1 }), { end: '2025-02-27', outcome: 'open' })
        const { collection } = await run(world, january)
        await run(world, [...february, ...open], '2025-03-01')

        const board = await read(world, collection)
        expect(board.cohort).toEqual({ entered: true, due: 200, settled: 200, months: ['2025-01'] })
        const { Better, Good, Same, Few } = rowsOf(board)
        expect([Better?.rank, Good?.rank, Same?.rank]).toEqual([1, 2, 2])
        expect(Good?.tiedWith).toEqual(['same'])
        expect(Better?.difference?.value).toBeGreaterThan(0)
        expect(Few).toMatchObject({ rank: null, notRanked: 'a provisional rank needs 30 families; this author has 25' })
        expect(board.rows.map(({ author }) => author.name)).toEqual(['Better', 'Good', 'Same', 'Few'])
        // What February will look like when its "no" is in, nobody knows: it ranks nobody yet.
        expect(Good?.difference?.n).toBe(200)
        expect(board).toMatchObject({ against: 'others', method: 'head-to-head', snapshot: null })
        expect(board.references.map(({ reference, n }) => [reference, n])).toEqual([
          ['half', 200],
          ['others', 200],
          ['in-sample-base-rate', 200],
        ])
        const unkept = 'this board has not been kept yet; each night keeps what changed'
        expect(board).toMatchObject({ judged: null, notJudged: unkept, versions: VERSIONS })
        const unshrunk = [{ field: 'shrunk' }, { field: 'rankInterval' }, { field: 'topTen' }]
        expect(Better).toMatchObject({ entered: true, verdict: null })
        expect(Better?.withheld).toMatchObject([...unshrunk, { field: 'verdict', rule: unkept }])
        expect(Few).toMatchObject({ verdict: null, withheld: [...unshrunk, { field: 'verdict' }] })

        const many = await read(world, collection, { minFamilies: 30 })
        expect(many.rows.map(({ author, rank }) => [author.name, rank])).toEqual([
          ['Better', 1],
          ['Good', 2],
          ['Same', 2],
        ])
        const later = await read(world, collection, { dueFrom: '2025-02' })
        expect(later.rows.map(({ author }) => author.name)).toEqual(['Better', 'Good', 'Same'])
        for (const row of later.rows) expect(row).toMatchObject({ n: 12, rank: null, entered: false, verdict: null })
        const sooner = await read(world, collection, { dueUntil: '2025-01' })
        expect(sooner).toMatchObject({ method: null, judged: null, notJudged: expect.stringContaining('whole boards') })
        expect(rowsOf(sooner)['Better']).toMatchObject({
          rank: null,
          notRanked: 'a rank is given on whole boards: parts could be cut until one shows',
          difference: { value: Better?.difference?.value, interval: { low: expect.any(Number) } },
        })
        for (const row of sooner.rows) expect(row).toMatchObject({ rank: null, verdict: null })

        // What a snapshot keeps is what the board says.
        await sealFacts(world.at('2025-05-30'), {})
        const night = instant('2025-06-01T04:00:00.000Z')
        await writeReports(servicesOver(world, [], { now: night }), REVIEWER, night)
        const set = setOfCollection(collection.id)
        const kept = await latestSnapshot(world.tx, { set, timing: 'prospective', voice: 'own' })
        const found = await findSnapshot(world.tx, kept?.id ?? '')
        if (!found) throw new Error('a snapshot was kept')
        const stored = Leaderboard.parse(await storedLeaderboard(world.tx, found, collection, {}))
        expect(stored).toMatchObject({ asOf: found.at, snapshot: { id: found.id, at: found.at } })
        // Before a board was kept nothing is adjusted.
        const places = ({ rows }: Leaderboard) =>
          rows.map(({ verdict: _, withheld: __, adjusted: ___, notAdjusted: ____, ...row }) => row)
        expect(board).toMatchObject({ difficulties: null, notAdjusted: unkept })
        for (const row of board.rows) expect(row).toMatchObject({ adjusted: null, notAdjusted: unkept })
        expect(places(stored)).toEqual(places(board))
        expect(rowsOf(stored)['Better']).toMatchObject({ verdict: { evidence: { families: 200 } } })
        expect(stored.judged).toMatchObject({ snapshot: { id: found.id, at: found.at }, versions: VERSIONS })
        // As it stands, a board has the verdicts of the newest kept one, and before that was kept none.
        const live = await read(world, collection, { now: '2025-06-02T00:00:00.000Z' })
        expect(live).toMatchObject({ snapshot: null, judged: stored.judged, notJudged: null })
        expect(live.difficulties).toEqual(stored.difficulties)
        expect(stored.difficulties).toEqual({
          snapshot: { id: found.id, at: found.at },
          rules: DIFFICULTY_RULES,
          questions: 200,
          list: `/v1/snapshots/${found.id}/difficulties`,
        })
        expect(rowsOf(stored)['Better']?.adjusted).toMatchObject({ n: 200, families: 200 })
        expect(rowsOf(stored)['Few']).toMatchObject({
          adjusted: null,
          notAdjusted: 'the difficulty-adjusted score needs 30 families; this author has 25',
        })
        expect(live.rows).toEqual(stored.rows)
        expect((await read(world, collection)).judged).toBeNull()
        expect(stored.references).toEqual(board.references)
        await expect(storedLeaderboard(world.tx, found, collection, { topic: 'rain' })).rejects.toMatchObject({
          code: 'invalid-input',
          fields: [{ field: 'snapshot' }],
        })
        const old = { ...found, scoringRules: 'scoring-1', board: { months: [], placed: [], unplaced: [] } }
        await expect(storedLeaderboard(world.tx, old, collection, {})).rejects.toMatchObject({
          code: 'invalid-input',
          message: expect.stringContaining('scoring-1'),
        })
      }),
    180_000,
  )
})

describe('mustFindCollection', () => {
  it('finds by id or slug, or says where to look', () =>
    inWorld(async (world) => {
      const frame = { name: 'Papers', rule: 'all', readWhole: true, caveat: null }
      const { collection } = await recordCollection(world.at('2025-01-01'), frame)
      expect(await mustFindCollection(world.tx, collection.id)).toEqual(collection)
      expect(await mustFindCollection(world.tx, 'papers')).toEqual(collection)
      await expect(mustFindCollection(world.tx, 'nothing')).rejects.toMatchObject({
        code: 'not-found',
        fields: [{ field: 'collection' }],
      })
    }))
})

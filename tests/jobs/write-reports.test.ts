import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recordBaseline } from '../../src/actions/predicting/record-baseline.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { canonical, sha256 } from '../../src/core/ledger/digest.ts'
import { setOfCollection } from '../../src/core/scored-item.ts'
import type { BoardInput, Judge, Scope } from '../../src/core/snapshot.ts'
import type { Instant } from '../../src/core/time.ts'
import { writeReports, writeReportsBy } from '../../src/jobs/write-reports.ts'
import { authorReport } from '../../src/queries/report/report.ts'
import { readAsOf } from '../../src/storage/as-of.ts'
import { countsOf } from '../../src/storage/report-counts.ts'
import {
  findSnapshot,
  latestReportIn,
  latestSnapshot,
  listSnapshots,
  reportIn,
  type SnapshotFilter,
} from '../../src/storage/snapshots.ts'
import { accepted, settleYes, voidIt } from '../actions/story.ts'
import { authorNamed, manyRaces, run as runRaces } from '../queries/board/races.ts'
import { day, instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { servicesOver } from '../support/press-services.ts'

const night = (date: string) => instant(`${date}T04:00:00.000Z`)
const NIGHT = night('2025-06-01')
const write = (world: World, at = NIGHT, job = writeReports) => job(servicesOver(world, [], { now: at }), REVIEWER, at)

const NONE = { rules: 'none', effects: [], apart: new Map<string, string>() }

/** Keeps what it was given, and answers with how much that was. */
const noting = (): { judge: Judge; inputs: BoardInput[] } => {
  const inputs: BoardInput[] = []
  const judge: Judge = (input) => {
    inputs.push(input)
    return {
      board: { authors: input.authors.length },
      reports: new Map(input.authors.map(({ id, items }) => [id, { n: items.length }])),
      difficulty: NONE,
    }
  }
  return { judge, inputs }
}

const seal = (world: World, at: string) => sealFacts(world.at(at), {})
const everything: Scope = { set: 'all', timing: 'prospective', voice: 'own' }
const listed = async ({ tx }: World, filter: Partial<SnapshotFilter> = {}) =>
  (await listSnapshots(tx, { set: null, timing: null, voice: null, ...filter }, { limit: 50, cursor: null })).items

const races = async (world: World) => {
  const made = await runRaces(
    world,
    manyRaces(12, (at) => ({ Ada: 0.25, Ben: at < 3 ? 0.5 : null })),
  )
  await seal(world, '2025-05-30')
  return made
}

describe('writeReports', () => {
  it('keeps the board of everything and of each collection, with a report of everyone on it', () =>
    inWorld(async (world) => {
      const made = await races(world)
      expect(await write(world)).toEqual({ written: 2, unchanged: 0, empty: 0, left: 0 })
      const kept = await listed(world)
      expect(kept.map(({ set }) => set).sort()).toEqual(['all', setOfCollection(made.collection.id)])
      for (const snapshot of kept) {
        expect(snapshot).toMatchObject({ timing: 'prospective', voice: 'own', at: NIGHT, authors: 2 })
        const ada = authorNamed(made, 'Ada')
        const query = {
          authorId: ada.id,
          set: snapshot.set,
          timing: snapshot.timing,
          voice: snapshot.voice,
          now: NIGHT,
        }
        const { n, families, brier } = await authorReport(world.tx, query)
        const report = await reportIn(world.tx, snapshot.id, ada.id)
        expect(report?.body).toMatchObject({ n, families, brier: { mean: brier?.mean } })
      }
    }))

  it('gives the judge each item with what it is held against, and seeds it with the id', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, {
        on: '2025-02-05',
        quote: 'It will likely rain.',
        end: '2025-03-31',
      })
      const said = { on: '2025-02-06', end: '2025-03-31', review: { newQuestion: true as const } }
      await accepted(world, { ...said, quote: 'It may hail.', found: { phrase: 'may', weakHedge: true } })
      const broken = await accepted(world, { ...said, quote: 'It will likely snow.' })
      const price = { questionId: question.id, kind: 'market' as const, at: day('2025-02-01'), source: 'the exchange' }
      await recordBaseline(world.at('2025-02-10'), { ...price, probability: 0.4 })
      await recordBaseline(world.at('2025-02-10'), { ...price, probability: 0.9, at: day('2025-02-07') })
      await settleYes(world, { question: question.id, now: '2025-04-02', on: '2025-03-01' })
      await voidIt(world, { question: broken.question.id, now: '2025-04-02' })
      await seal(world, '2025-04-03')
      const { judge, inputs } = noting()
      await write(world, NIGHT, writeReportsBy(judge))
      const [input] = inputs
      const [snapshot] = await listed(world)
      expect(input?.seed).toBe(snapshot?.id)
      expect(input).toMatchObject({
        months: null,
        authors: [
          {
            kind: 'person',
            items: [
              {
                question: question.id,
                family: question.familyId,
                form: 'phrase:likely:+',
                outcome: 1,
                saidAt: '2025-02-05T23:59:59.999Z',
                settledAt: expect.stringMatching(/^2025-/),
                dueMonth: '2025-03',
                baselines: { market: 0.4 },
              },
            ],
            pending: [],
            later: [],
            overturnedAt: null,
            void: [{ dueMonth: '2025-03' }],
            words: [{ form: 'phrase:likely:+', weakHedge: false, n: 1, hits: 1, pending: 0, void: 1 }],
          },
        ],
      })
    }))

  it('is of the last position sealed by its moment, and can be made again from there', () =>
    inWorld(async (world) => {
      const made = await races(world)
      const { position } = await seal(world, '2025-05-30')
      const late = await accepted(world, { on: '2025-01-05', by: ['Cyd'], quote: 'It will rain.', end: '2025-03-31' })
      await settleYes(world, { question: late.question.id, now: '2025-06-01', on: '2025-03-01' })
      await seal(world, '2025-06-01')
      await write(world)
      const snapshot = await latestSnapshot(world.tx, everything)
      expect(snapshot).toMatchObject({ position, authors: 2 })
      const ada = authorNamed(made, 'Ada').id
      const report = await reportIn(world.tx, snapshot?.id ?? '', ada)
      const filter = {
        authorId: ada,
        set: 'all',
        timing: 'prospective' as const,
        attribution: 'own' as const,
        weakHedge: false,
        windowSources: ['stated' as const, 'rule' as const],
        dueBefore: '2025-06',
      }
      const then = await readAsOf(world.tx, position, (reader) => countsOf(reader, filter))
      const counts = then.map(({ form, n, hits, pending, void: voided }) => ({ form, n, hits, pending, void: voided }))
      expect(report?.countsSha256).toBe(await sha256(canonical(counts)))
    }))

  it('is of all that is sealed where a clock that was years ahead sealed it', () =>
    inWorld(async (world) => {
      await races(world)
      const { position } = await seal(world, '2031-05-30')
      await write(world)
      expect(await latestSnapshot(world.tx, everything)).toMatchObject({ position, authors: 2 })
    }))

  it('leaves alone what would say the same, and keeps a board anew once something on it moved', () =>
    inWorld(async (world) => {
      const { collection } = await races(world)
      await write(world)
      expect(await write(world)).toBeNull()
      expect(await write(world, night('2025-06-02'))).toEqual({ written: 0, unchanged: 2, empty: 0, left: 0 })
      // Sealed facts that are on no board.
      await accepted(world, { on: '2025-06-03', quote: 'It will likely rain.', end: '2026-03-31' })
      await seal(world, '2025-06-03')
      expect(await write(world, night('2025-06-04'))).toEqual({ written: 0, unchanged: 2, empty: 0, left: 0 })
      const { question } = await accepted(world, { on: '2025-01-07', quote: 'It will likely snow.', end: '2025-03-31' })
      await settleYes(world, { question: question.id, now: '2025-06-05', on: '2025-03-01' })
      await seal(world, '2025-06-05')
      expect(await write(world, night('2025-06-06'))).toMatchObject({ written: 1, unchanged: 1 })
      expect(await listed(world, { set: setOfCollection(collection.id) })).toHaveLength(1)
    }))

  it('goes on after a crash with the boards that are missing', () =>
    inWorld(async (world) => {
      await races(world)
      let judged = 0
      const { judge } = noting()
      const crashing: Judge = (input) => {
        judged += 1
        if (judged === 2) throw new Error('went down')
        return judge(input)
      }
      await expect(write(world, NIGHT, writeReportsBy(crashing))).rejects.toThrow('went down')
      expect(await listed(world)).toHaveLength(1)
      expect(await write(world)).toMatchObject({ written: 1, unchanged: 1 })
      expect(await listed(world)).toHaveLength(2)
    }))

  it('keeps nothing of a board whose figures are no numbers', () =>
    inWorld(async (world) => {
      await races(world)
      const broken: Judge = ({ authors }) => ({
        board: {},
        reports: new Map(authors.map(({ id }, at) => [id, { brier: at === 1 ? Number.NaN : 0 }])),
        difficulty: NONE,
      })
      await expect(write(world, NIGHT, writeReportsBy(broken))).rejects.toThrow()
      expect(await listed(world)).toEqual([])
    }))

  it('takes up nothing once it is told to stop, or its time is short', () =>
    inWorld(async (world) => {
      await races(world)
      const services = servicesOver(world, [], { now: NIGHT })
      expect(await writeReports(services, REVIEWER, NIGHT, AbortSignal.abort())).toMatchObject({ written: 0, left: 2 })
    }))
})

describe('what was kept', () => {
  it('is found by author, the newest of each board', () =>
    inWorld(async (world) => {
      const made = await races(world)
      await write(world)
      const { question } = await accepted(world, { on: '2025-01-07', quote: 'It will likely snow.', end: '2025-03-31' })
      await settleYes(world, { question: question.id, now: '2025-06-05', on: '2025-03-01' })
      await seal(world, '2025-06-05')
      await write(world, night('2025-06-06'))
      const newest = async (set: string, by: Instant) => {
        const scope = { set, timing: 'prospective', voice: 'own' } as const
        return (await latestReportIn(world.tx, scope, authorNamed(made, 'Ben').id, by))?.snapshot
      }
      const last = night('2025-06-06')
      const all = await newest('all', last)
      expect(all?.at).toBe(last)
      expect((await newest('all', NIGHT))?.at).toBe(NIGHT)
      expect((await newest(setOfCollection(made.collection.id), last))?.at).toBe(NIGHT)
      const whole = await findSnapshot(world.tx, all?.id ?? '')
      expect(whole?.authorIds).toContain(authorNamed(made, 'Ben').id)
      expect(await reportIn(world.tx, whole?.id ?? '', 'aut_nobody')).toBeNull()
      expect(await findSnapshot(world.tx, 'snp_none')).toBeNull()
    }))

  it('is never changed', () =>
    inWorld(async (world) => {
      await races(world)
      await write(world)
      for (const attempt of [
        sql`update snapshots set board = '{}'`,
        sql`delete from reports`,
        sql`truncate snapshots cascade`,
      ]) {
        const trying = world.database.transaction((tx) => tx.execute(attempt))
        await expect(trying).rejects.toMatchObject({ code: 'fact-is-append-only' })
      }
    }))
})

import { gunzipSync } from 'node:zlib'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import type { Instant } from '../../src/core/time.ts'
import { createApp } from '../../src/http/app.ts'
import { keepReportsAbove } from '../../src/jobs/keep-reports.ts'
import { writeReports } from '../../src/jobs/write-reports.ts'
import { authorAt } from '../../src/queries/must-find-author.ts'
import { CalibrationReport } from '../../src/queries/report/calibration-report.ts'
import { standingReport } from '../../src/queries/report/standing-report.ts'
import { servicesHere } from '../../src/server.ts'
import { draws } from '../../src/site.ts'
import { countedForms } from '../../src/storage/report-counts.ts'
import { standingReports } from '../../src/storage/tables/snapshots.ts'
import { bodyOf, expectProblem } from '../contract/api.ts'
import { authorNamed, manyRaces, type Race, run } from '../queries/board/races.ts'
import { instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { servicesOver } from '../support/press-services.ts'

const NOON = instant('2025-06-01T12:05:00.000Z')
const LATER = instant('2025-06-01T12:15:00.000Z')
const PATH = '/v1/authors/ada/calibration'

const keep = (world: World, now: Instant, stopping: AbortSignal | null = null) =>
  keepReportsAbove(10)(servicesOver(world, [], { now }), REVIEWER, now, stopping)

const getAt = (world: World, now = NOON) => {
  const app = createApp(() => ({ ...servicesHere(world.database), clock: () => now }), draws)
  return async (path: string, held?: string) => {
    const response = await app.request(path, { headers: held ? { 'if-none-match': held } : {} })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
}

const seal = (world: World, at: string) => sealFacts(world.at(at), {})
/** Twelve settled races of Ada, on which Ben spoke eight times. */
const races = async (world: World) => {
  const made = await run(
    world,
    manyRaces(12, (at) => ({ Ada: 0.25, Ben: at < 8 ? 0.5 : null })),
  )
  await seal(world, '2025-05-30')
  return made
}
const more = (world: World, key: string, said: Race['said']) => run(world, [{ key, said, outcome: 'yes' }])

describe('keepReports', () => {
  it('keeps the answer of whom much is settled, on each board, and nothing of others', () =>
    inWorld(async (world) => {
      const { collection, ...made } = await races(world)
      const get = getAt(world)
      const paths = [PATH, `${PATH}?collection=${collection.slug}`, `${PATH}?voice=own&timing=prospective`]
      const live = await Promise.all(paths.map((path) => get(path)))
      expect(await keep(world, NOON)).toMatchObject({ authors: 1, made: 2, left: 0 })
      const rows = await world.tx.select().from(standingReports)
      expect(rows.map(({ authorId, set }) => ({ authorId, set })).sort((a, b) => (a.set < b.set ? -1 : 1))).toEqual([
        { authorId: authorNamed({ collection, ...made }, 'Ada').id, set: 'all' },
        { authorId: authorNamed({ collection, ...made }, 'Ada').id, set: `collection:${collection.id}` },
      ])
      for (const [at, path] of paths.entries()) {
        const kept = await get(path)
        expect(bodyOf(kept, 200, CalibrationReport.strict()), path).toEqual(JSON.parse(live[at]?.text ?? ''))
        // The tag is that of the text which is kept.
        expect(rows.map(({ tag }) => `W/"${tag}"`)).toContain(kept.headers.get('etag'))
      }
    }))

  it('is answered until it is made again: as of when, with a tag that holds as long', () =>
    inWorld(async (world) => {
      await races(world)
      await keep(world, NOON)
      const first = await getAt(world)(PATH)
      const tag = first.headers.get('etag') ?? ''
      await more(world, 'one more', { Ada: 0.9 })
      await seal(world, '2025-06-01')
      const get = getAt(world, LATER)
      expect(await get(PATH)).toMatchObject({ status: 200, text: first.text })
      expect(await get(PATH, `"another", ${tag}`)).toMatchObject({ status: 304, text: '' })
      expect(await keep(world, LATER)).toMatchObject({ authors: 1, made: 2 })
      const then = bodyOf(await get(PATH, tag), 200, CalibrationReport)
      expect([JSON.parse(first.text).n, then.n]).toEqual([12, 13])
      expect([JSON.parse(first.text).asOf, then.asOf]).toEqual([NOON, LATER])
    }))

  it('makes again only what something was sealed about', () =>
    inWorld(async (world) => {
      await run(
        world,
        manyRaces(12, () => ({ Ada: 0.25, Ben: 0.5 })),
      )
      await seal(world, '2025-05-30')
      expect(await keep(world, NOON)).toMatchObject({ authors: 2, made: 4 })
      expect(await keep(world, LATER)).toMatchObject({ authors: 0, made: 0 })
      await more(world, 'by Ben', { Ben: 0.9 })
      await seal(world, '2025-06-01')
      expect(await keep(world, instant('2025-06-01T12:25:00.000Z'))).toMatchObject({ authors: 1 })
    }))

  it('makes all again after a night’s board, and in a month that is another', () =>
    inWorld(async (world) => {
      await races(world)
      await keep(world, NOON)
      const night = instant('2025-06-02T04:00:00.000Z')
      await writeReports(servicesOver(world, [], { now: night }), REVIEWER, night)
      expect(await keep(world, instant('2025-06-02T04:05:00.000Z'))).toMatchObject({ authors: 1 })
      const { judged } = bodyOf(await getAt(world, night)(PATH), 200, CalibrationReport)
      expect(judged?.snapshot.at).toBe(night)
      const july = instant('2025-07-01T00:05:00.000Z')
      const live = await getAt(world, july)(PATH)
      expect(JSON.parse(live.text).asOf).toBe(july)
      expect(await keep(world, july)).toMatchObject({ authors: 1 })
    }))

  it('drops what is kept once too little of it is left', () =>
    inWorld(async (world) => {
      await races(world)
      await keep(world, NOON)
      const nobody = keepReportsAbove(12)
      // Of other rules, so that it is looked at.
      await world.tx.update(standingReports).set({ rules: 'of before' })
      await nobody(servicesOver(world, [], { now: LATER }), REVIEWER, LATER)
      expect(await world.tx.select().from(standingReports)).toEqual([])
    }))

  it('goes on with the others where one cannot be made, and tells of it at the end', () =>
    inWorld(async (world) => {
      const made = await run(
        world,
        manyRaces(12, () => ({ Ada: 0.25, Ben: 0.5 })),
      )
      await seal(world, '2025-05-30')
      const [first, second] = ['Ada', 'Ben'].map((name) => authorNamed(made, name).id).sort()
      // A row that no author's report may take the place of.
      const refusal = `create function refuse_one() returns trigger language plpgsql as $$ begin
        if new.author_id = '${first}' then raise 'the disk was full'; end if; return new; end $$`
      const trigger = `create trigger refuse_one before insert on standing_reports for each row execute function refuse_one()`
      for (const statement of [refusal, trigger]) await world.tx.execute(sql.raw(statement))
      await expect(keep(world, NOON)).rejects.toThrow()
      const rows = await world.tx.select().from(standingReports)
      expect(new Set(rows.map(({ authorId }) => authorId))).toEqual(new Set([second]))
      await world.tx.execute(sql.raw('drop trigger refuse_one on standing_reports'))
      expect(await keep(world, LATER)).toMatchObject({ authors: 2, left: 0 })
    }))

  it('leaves to the next run what it did not come to', () =>
    inWorld(async (world) => {
      await races(world)
      expect(await keep(world, NOON, AbortSignal.abort())).toMatchObject({ authors: 0, left: 1, through: 0 })
      expect(await keep(world, LATER)).toMatchObject({ authors: 1, left: 0 })
    }))
})

describe('a report that is kept', () => {
  it('goes out gzipped as it is kept, to who reads that and where nothing else would zip it', () =>
    inWorld(async (world) => {
      await races(world)
      await keep(world, NOON)
      const services = { ...servicesHere(world.database), clock: () => NOON }
      const ask = (accepts: string, zips = true, held = '') =>
        createApp(() => ({ ...services, zips }), draws).request(PATH, {
          headers: { 'accept-encoding': accepts, 'if-none-match': held },
        })
      const plain = await (await ask('identity')).text()
      const zipped = await ask('br, gzip;q=0.5')
      expect([zipped.headers.get('content-encoding'), zipped.headers.get('vary')]).toEqual(['gzip', 'accept-encoding'])
      expect(gunzipSync(await zipped.arrayBuffer()).toString()).toBe(plain)
      for (const answer of [await ask('gzip;q=0'), await ask('br'), await ask('gzip', false)]) {
        expect(answer.headers.get('content-encoding')).toBeNull()
        expect(await answer.text()).toBe(plain)
      }
      const held = await ask('gzip', true, zipped.headers.get('etag') ?? '')
      expect([held.status, held.headers.get('content-encoding'), await held.text()]).toEqual([304, null, ''])
      // What a release before kept has no bytes.
      await world.tx.update(standingReports).set({ zipped: null })
      expect(await (await ask('gzip')).text()).toBe(plain)
    }))

  it('is what the page and the files show, and the page says where more was settled since', () =>
    inWorld(async (world) => {
      await races(world)
      await keep(world, NOON)
      const ada = await authorAt(world.tx, 'ada')
      const hashes: string[] = []
      const shown = async (now: Instant) => {
        const part = { collection: null, timing: 'prospective', voice: 'own', now } as const
        const counts = await countedForms(world.tx, ada.id, now.slice(0, 7))
        const { figures, behind, countsSha256 } = await standingReport(world.tx, ada, part, counts)
        hashes.push(countsSha256)
        return { n: figures.n, asOf: figures.asOf, behind }
      }
      const get = getAt(world, LATER)
      await shown(NOON)
      await more(world, 'one more', { Ada: 0.9 })
      await seal(world, '2025-06-01')
      expect(await shown(LATER)).toEqual({ n: 12, asOf: NOON, behind: true })
      // The hash is that of the counts which are shown.
      expect(hashes[1]).toBe(hashes[0])
      const before = await get(`${PATH}.csv`)
      // Its tag would still name the position once the report is made anew.
      expect([before.headers.get('etag'), before.headers.get('cache-control')]).toEqual([null, 'no-cache'])
      const drawn = await get(`${PATH}.svg`)
      await keep(world, LATER)
      expect(await shown(LATER)).toEqual({ n: 13, asOf: LATER, behind: false })
      const [table, picture] = [await get(`${PATH}.csv`), await get(`${PATH}.svg`)]
      expect([table.text === before.text, picture.text === drawn.text]).toEqual([false, false])
    }))

  it('is not answered where it is of other rules, of a merged record, or something else is asked for', () =>
    inWorld(async (world) => {
      const made = await races(world)
      await keep(world, NOON)
      const get = getAt(world, LATER)
      const asOf = async (path: string) => JSON.parse((await get(path)).text).asOf
      expect(await asOf(PATH)).toBe(NOON)
      for (const other of ['timing=retrospective', 'voice=quoted']) expect(await asOf(`${PATH}?${other}`)).toBe(LATER)
      expect(await asOf('/v1/authors/ben/calibration')).toBe(LATER)
      expect((await get(`${PATH}?as_of=1`)).headers.get('hindcast-position')).not.toBeNull()
      expectProblem(await get(`${PATH}?as_off=1`), 422, 'invalid-input', ['as_off'])
      expectProblem(await get(`${PATH}?voice=nobody`), 422, 'invalid-input', ['voice'])
      expectProblem(await get(`${PATH}?collection=none`), 404, 'not-found', ['collection'])
      expectProblem(await get('/v1/authors/nobody/calibration'), 404, 'not-found', ['id'])
      const ada = authorNamed(made, 'Ada')
      expect(await asOf(`/v1/authors/${ada.id}/calibration`)).toBe(NOON)
      await world.tx.update(standingReports).set({ rules: 'of before' }).where(eq(standingReports.authorId, ada.id))
      expect(await asOf(PATH)).toBe(LATER)
    }))
})

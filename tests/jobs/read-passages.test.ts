import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Services } from '../../src/actions/context.ts'
import { recordEvent } from '../../src/actions/resolving/record-event.ts'
import { readPassages } from '../../src/jobs/read-passages.ts'
import { servicesHere } from '../../src/server.ts'
import { passageStatistics } from '../../src/storage/passage-statistics.ts'
import { passagesIn } from '../../src/storage/passages.ts'
import { recorded } from '../actions/story.ts'
import { day, instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'

const NOW = instant('2026-06-01T12:00:30.000Z')
const servicesIn = ({ database, newId }: World): Services => ({ ...servicesHere(database), newId, clock: () => NOW })
const run = (world: World, at: string) => readPassages(servicesIn(world), REVIEWER, instant(at))
const all = async (world: World) => (await passageStatistics(world.tx, [])).passages

describe('readPassages', () => {
  it('reads what was recorded before there were passages, and by older rules, once', () =>
    inWorld(async (world) => {
      const { commentary } = await recorded(world, { on: '2026-01-05', quote: 'It will rain by March.', end: null })
      await recordEvent(world.at('2026-02-02'), { title: 'It rained', happened: day('2026-02-01') })
      const passages = await passagesIn(world.tx, { commentaryId: commentary.id }, 100)
      expect(passages[0]?.sentences.map(({ standing }) => standing)).toContain('foretold')
      expect(await run(world, '2026-06-01T12:00:00.000Z')).toEqual({ texts: 0, events: 0 })
      await world.tx.execute(sql`delete from passages`)
      await world.tx.execute(sql`delete from searched_texts`)
      await world.tx.execute(sql`update searched_events set rules = 'older'`)
      expect(await run(world, '2026-06-01T12:10:00.000Z')).toEqual({ texts: 1, events: 1 })
      expect(await passagesIn(world.tx, { commentaryId: commentary.id }, 100)).toEqual(passages)
      expect(await all(world)).toBe(passages.length + 1)
      expect(await run(world, '2026-06-01T12:20:00.000Z')).toEqual({ texts: 0, events: 0 })
    }))

  it('takes the newest version of a text, and the older one out', () =>
    inWorld(async (world) => {
      const { commentary } = await recorded(world, { on: '2026-01-05', quote: 'It will rain by March.', end: null })
      await world.tx.execute(sql`insert into commentary_texts (commentary_id, version, reader, text, recorded_at)
        values (${commentary.id}, 2, 'text-2', 'It snowed.', ${NOW})`)
      expect(await run(world, '2026-06-01T12:00:00.000Z')).toEqual({ texts: 1, events: 0 })
      const passages = await passagesIn(world.tx, { commentaryId: commentary.id }, 100)
      expect(passages.map(({ quote, textVersion }) => [quote, textVersion])).toEqual([['It snowed.', 2]])
    }))

  it('counts what the passages hold, and again when there are more', () =>
    inWorld(async (world) => {
      const statistics = () => passageStatistics(world.tx, ['rain', 'snow'])
      await recorded(world, { on: '2026-01-05', quote: 'It will rain by March.', end: null })
      const exact = await statistics()
      expect(exact.holding.get('rain')).toBe(1)
      await run(world, '2026-06-01T12:00:00.000Z')
      expect(await statistics()).toEqual(exact)
      await recordEvent(world.at('2026-02-02'), { title: 'Rain fell', happened: day('2026-02-01') })
      expect(await statistics()).toEqual(exact)
      await run(world, '2026-06-01T12:10:00.000Z')
      expect(await statistics()).toEqual({
        passages: exact.passages + 1,
        holding: new Map([
          ['rain', 2],
          ['snow', 0],
        ]),
      })
    }))
})

import { describe, expect, it } from 'vitest'
import { calibration } from '../../src/queries/calibration.ts'
import { CallPage, calls } from '../../src/queries/calls.ts'
import type { CallOrder } from '../../src/storage/calls.ts'
import { instant, inWorld, type World } from '../support/embedded.ts'
import { authorNamed, manyRaces, type Races, run } from './races.ts'

const now = instant('2026-06-01T00:00:00.000Z')
const part = { collection: null, timing: 'prospective', voice: 'own', now } as const

/** All pages of so many, walked to the end. */
const walked = async (world: World, races: Races, order: CallOrder, limit: number) => {
  const author = authorNamed(races, 'Ada')
  const pages: CallPage[] = []
  let cursor: string | null = null
  do {
    const page: CallPage = await calls(world.tx, { ...part, author, order }, { limit, cursor })
    pages.push(CallPage.strict().parse(page))
    cursor = page.next
  } while (cursor !== null)
  return pages.flatMap(({ items }) => items)
}

describe('calls', () => {
  it('walk every settled forecast once, by what each cost, and their losses make the Brier score', () =>
    inWorld(async (world) => {
      const races = await run(
        world,
        manyRaces(14, (at) => ({ Ada: [0.1, 0.5, 0.9, 0.123457][at % 4] ?? 0.5, Ben: 0.5 })),
      )
      const worst = await walked(world, races, 'worst', 5)
      const losses = worst.map(({ loss }) => loss)
      expect(losses).toHaveLength(14)
      expect(losses).toEqual([...losses].sort((a, b) => b - a))
      expect(new Set(worst.map(({ predictionId }) => predictionId)).size).toBe(14)
      const best = await walked(world, races, 'best', 3)
      expect(best.map(({ loss }) => loss)).toEqual([...losses].sort((a, b) => a - b))
      const report = await calibration(world.tx, { author: authorNamed(races, 'Ada'), ...part })
      expect(losses.reduce((so, loss) => so + loss, 0) / 14).toBeCloseTo(report.brier?.mean ?? Number.NaN, 12)
      expect(worst[0]).toMatchObject({
        commentary: null,
        question: { wording: expect.stringContaining('red candidate') },
      })
    }))

  it('say that there are none, and by which rule', () =>
    inWorld(async (world) => {
      const races = await run(world, [{ key: 'open', said: { Ada: 0.5 }, outcome: 'open' }])
      const author = authorNamed(races, 'Ada')
      const page = await calls(world.tx, { ...part, author, order: 'best' }, { limit: 5, cursor: null })
      expect(page).toMatchObject({ n: 0, items: [], withheld: 'a list of calls needs 1 family; this author has 0' })
      const settled = await run(world, [{ key: 'won', said: { Ada: 0.5 }, outcome: 'yes' }])
      const one = { ...part, author: authorNamed(settled, 'Ada'), order: 'best' as const }
      for (const cursor of ['eA', btoa('1.5~prd_1'), btoa('12345678901~prd_1')]) {
        await expect(calls(world.tx, one, { limit: 5, cursor })).rejects.toMatchObject({ code: 'invalid-input' })
      }
    }))
})

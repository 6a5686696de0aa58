import { describe, expect, it } from 'vitest'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { momentAsOf } from '../../src/queries/as-of.ts'
import { accepted, settleYes } from '../actions/story.ts'
import { instant, inWorld, type World } from '../support/embedded.ts'
import { waitingIn } from '../support/ledger.ts'

const NOW = instant('2026-05-01T00:00:00.000Z')
const [JANUARY, APRIL] = [instant('2026-01-06T12:00:00.000Z'), instant('2026-04-03T12:00:00.000Z')]

/** Two transactions, sealed in January and in April; gives the last position of each. */
const twoSeals = async (world: World): Promise<[number, number]> => {
  const { question } = await accepted(world, { on: '2026-01-05', quote: 'It will rain.', end: '2026-03-31' })
  const first = await sealFacts(world.at(JANUARY), {})
  await settleYes(world, { question: question.id, now: '2026-04-02', on: '2026-03-01' })
  expect((await waitingIn(world.tx)).length).toBeGreaterThan(1)
  const second = await sealFacts(world.at(APRIL), {})
  return [first.position, second.position]
}

describe('momentAsOf', () => {
  it('takes a position at the instant of its sealing, and one inside a transaction for the one before that', () =>
    inWorld(async (world) => {
      const [first, last] = await twoSeals(world)
      expect(await momentAsOf(world.tx, last, NOW)).toEqual({ position: last, now: APRIL })
      expect(await momentAsOf(world.tx, last - 1, NOW)).toEqual({ position: first, now: JANUARY })
      expect(await momentAsOf(world.tx, first, NOW)).toEqual({ position: first, now: JANUARY })
      expect(await momentAsOf(world.tx, first - 1, NOW)).toEqual({ position: 0, now: NOW })
      expect(await momentAsOf(world.tx, 0, NOW)).toEqual({ position: 0, now: NOW })
    }))

  it('takes an instant for the last position sealed by then', () =>
    inWorld(async (world) => {
      const [first, last] = await twoSeals(world)
      const at = async (text: string) => (await momentAsOf(world.tx, instant(text), NOW)).position
      expect(await at('2026-01-06T11:59:59.999Z')).toBe(0)
      expect(await at(JANUARY)).toBe(first)
      expect(await at('2026-04-03T11:59:59.999Z')).toBe(first)
      expect(await at(APRIL)).toBe(last)
      expect(await momentAsOf(world.tx, NOW, NOW)).toEqual({ position: last, now: NOW })
    }))

  it('refuses what is not sealed, and says up to where it is', () =>
    inWorld(async (world) => {
      const [, last] = await twoSeals(world)
      await expect(momentAsOf(world.tx, last + 1, NOW)).rejects.toMatchObject({
        code: 'not-sealed',
        message: `the ledger is sealed up to position ${last}`,
      })
      await expect(momentAsOf(world.tx, instant('2026-05-01T00:00:00.001Z'), NOW)).rejects.toMatchObject({
        code: 'not-sealed',
      })
    }))
})

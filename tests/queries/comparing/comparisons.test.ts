import { describe, expect, it } from 'vitest'
import { Comparisons } from '../../../src/queries/comparing/comparison-schema.ts'
import { comparisons } from '../../../src/queries/comparing/comparisons.ts'
import { nameOf, opponentsNamed } from '../../../src/queries/comparing/opponents.ts'
import { settleYes } from '../../actions/story.ts'
import { instant, inWorld, type World } from '../../support/embedded.ts'
import { authorNamed, manyRaces, type Races, run } from '../board/races.ts'

const now = instant('2026-06-01T00:00:00.000Z')
const part = { collection: null, timing: 'prospective', voice: 'own', now } as const

const compared = async (world: World, races: Races, name: string, ...names: string[]) => {
  const author = authorNamed(races, name)
  const opponents = await opponentsNamed(world.tx, author, names)
  return Comparisons.strict().parse(await comparisons(world.tx, author, opponents, part))
}
/** One in three comes true; Ada says so, Ben says 80 % of all, Cyd speaks on five. */
const hundred = (world: World, count = 102) =>
  run(
    world,
    manyRaces(count, (at) => ({ Ada: at % 3 === 0 ? 0.7 : 0.2, Ben: 0.8, Cyd: at < 5 ? 0.5 : null })),
  )

describe('an author beside others', () => {
  it(
    'is measured on the questions that both answered',
    () =>
      inWorld(async (world) => {
        const races = await hundred(world)
        const { comparisons: all, n, families } = await compared(world, races, 'Ada')
        expect({ n, families }).toEqual({ n: 102, families: 102 })
        expect(all.map((one) => one.with)).toEqual([
          'others',
          'baseline:base-rate',
          'baseline:market',
          'baseline:crowd',
          'baseline:status-quo',
        ])
        const nothing = 'not enough in common: 0 questions, and a comparison needs 10'
        expect(all.slice(1).map(({ withheld }) => withheld[0]?.rule)).toEqual([nothing, nothing, nothing, nothing])

        const { comparisons: some } = await compared(world, races, 'Ada', 'ben', 'cyd', 'others')
        const [ben, cyd, crowd] = some
        const own = (0.09 + 2 * 0.04) / 3
        const theirs = (0.04 + 2 * 0.64) / 3
        expect(ben).toMatchObject({
          with: 'ben',
          kind: 'author',
          common: 102,
          families: 102,
          difference: { value: expect.closeTo(theirs - own, 12), interval: { level: 0.95 } },
          finding: 'ahead',
          withheld: [],
          words: null,
        })
        expect(ben?.sentence).toMatch(/^On 102 common questions the average penalty was 0\.38 lower than that of Ben/)
        expect(ben?.anytime?.terms).toBe(102)
        // Hoeffding's radius knows the number of families alone.
        const l = 2 * Math.log(20)
        const rho = 10 / (l + Math.log(1 + l))
        const radius = Math.sqrt((102 + rho) * (Math.log(1 + 102 / rho) + l)) / 102
        const { hoeffding, stitched } = ben?.anytime?.alternatives ?? {}
        expect(hoeffding?.low).toBeCloseTo(theirs - own - radius, 12)
        expect(hoeffding?.high).toBeCloseTo(theirs - own + radius, 12)
        expect(stitched?.low).toBeLessThan(ben?.anytime?.sequence?.low ?? -1)
        expect(cyd).toMatchObject({
          common: 5,
          difference: null,
          withheld: [{ rule: expect.stringContaining('cyd has 5') }],
        })
        expect(crowd).toMatchObject({ common: 102, finding: 'ahead', others: { before: 1 } })
        const round = (await compared(world, races, 'Ben', 'ada')).comparisons[0]
        expect(round).toMatchObject({ finding: 'behind', difference: { value: expect.closeTo(own - theirs, 12) } })
      }),
    120_000,
  )

  it('is withheld below the families of a comparison, with the rule', () =>
    inWorld(async (world) => {
      const races = await hundred(world, 12)
      const { comparisons: all } = await compared(world, races, 'Ada', 'ben')
      expect(all).toMatchObject([
        {
          common: 12,
          difference: null,
          anytime: null,
          sentence: null,
          withheld: [
            { field: 'comparisons', rule: 'comparisons with other authors need 100 families; this author has 12' },
          ],
        },
      ])
    }))

  it(
    'starts its evidence again after an outcome that was overturned',
    () =>
      inWorld(async (world) => {
        const races = await hundred(world)
        const questionId = races.ids.get('R-1') ?? ''
        await settleYes(world, { question: questionId, now: '2025-05-01', on: '2025-01-20', correct: true })
        const [ben] = (await compared(world, races, 'Ada', 'ben')).comparisons
        expect(ben).toMatchObject({
          common: 102,
          anytime: { since: '2025-05-01T12:00:00.000Z', terms: 1 },
          finding: 'not-distinguishable',
        })
      }),
    120_000,
  )
})

it('names an opponent only where there is one', () =>
  inWorld(async (world) => {
    const races = await run(
      world,
      manyRaces(1, () => ({ Ada: 0.2, Ben: 0.5 })),
    )
    const author = authorNamed(races, 'Ada')
    const named = await opponentsNamed(world.tx, author, ['ben', 'others', 'baseline:market'])
    expect(named.map(nameOf)).toEqual(['ben', 'others', 'baseline:market'])
    for (const [name, code] of [
      ['nobody', 'not-found'],
      ['ada', 'invalid-input'],
      ['baseline:tea-leaves', 'invalid-input'],
    ] as const) {
      await expect(opponentsNamed(world.tx, author, [name])).rejects.toMatchObject({
        code,
        fields: [{ field: 'with' }],
      })
    }
  }))

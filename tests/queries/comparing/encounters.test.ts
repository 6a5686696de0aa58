import { describe, expect, it } from 'vitest'
import { closeDueQuestions } from '../../../src/jobs/close-due-questions.ts'
import { encountersOf, wordsBeside } from '../../../src/queries/comparing/encounters.ts'
import { opponentsNamed } from '../../../src/queries/comparing/opponents.ts'
import { reachOf } from '../../../src/queries/report/author-counts.ts'
import { voidIt } from '../../actions/story.ts'
import { instant, inWorld, REVIEWER } from '../../support/embedded.ts'
import { servicesOver } from '../../support/press-services.ts'
import { authorNamed, manyRaces, run } from '../board/races.ts'

const times = (n: number, form: string, hit: boolean) => Array.from({ length: n }, () => ({ form, hit }))

describe('wordsBeside', () => {
  it.each([
    { own: 'phrase:likely:+', theirs: 'phrase:probably:+', finding: 'cannot be distinguished' },
    { own: 'phrase:almost-certainly:+', theirs: 'phrase:unlikely:+', finding: 'first is better' },
    { own: 'phrase:unlikely:+', theirs: 'phrase:unlikely:-', finding: 'second is better' },
  ])('$own beside $theirs of what came true: $finding', ({ own, theirs, finding }) => {
    const words = wordsBeside(times(10, own, true), times(10, theirs, true))
    expect(words?.finding).toBe(finding)
    expect(words?.own.lowest).toBeLessThanOrEqual(words?.own.highest ?? -1)
  })

  it('says nothing where one of the two used numbers alone', () => {
    expect(wordsBeside(times(10, 'phrase:likely:+', true), times(10, 'micro:800000', true))).toBeNull()
  })
})

describe('what two said first', () => {
  const now = instant('2026-06-01T00:00:00.000Z')
  const part = { collection: null, timing: 'prospective', voice: 'own', now } as const

  it('stands beside what is scored: restated, open and void, of an author, the others and a baseline', () =>
    inWorld(async (world) => {
      const races = await run(
        world,
        manyRaces(5, (at) => ({ Ada: 0.3, Ben: at === 1 ? null : 0.6, Cyd: 0.8 })).map((race, at) => ({
          ...race,
          ...(at === 2 && { earlier: { Ada: 0.9, Cyd: 0.2 } }),
          ...(at === 3 && { outcome: 'open' as const }),
        })),
      )
      const [first, , restated, open, off] = [0, 1, 2, 3, 4].map((at) => races.ids.get(`R-${at}`) ?? '')
      await voidIt(world, { question: off ?? '', now: '2025-03-03', correct: true })
      await closeDueQuestions(
        servicesOver(world, [], { now: '2025-03-04T12:00:00.000Z' }),
        REVIEWER,
        instant('2025-03-04T12:00:00.000Z'),
      )
      const author = authorNamed(races, 'Ada')
      const opponents = await opponentsNamed(world.tx, author, ['ben', 'others', 'baseline:market'])
      const reach = await reachOf(world.tx, part)
      const met = await encountersOf(world.tx, author.id, opponents, { part, reach })
      const [ben, others, market] = met.map(({ said, pairs }) => ({
        scored: pairs.map(({ question, first: own, second }) => [question, own, second]),
        first: said.map(({ question, first: own, second, outcome, void: isVoid = false }) => [
          question,
          own,
          second,
          outcome,
          isVoid,
        ]),
      }))
      expect(ben?.scored.sort()).toEqual(
        [
          [first, 0.3, 0.6],
          [restated, 0.3, 0.6],
        ].sort(),
      )
      expect(ben?.first.sort()).toEqual(
        [
          [first, 0.3, 0.6, 1, false],
          [restated, 0.9, 0.6, 0, false],
          [open, 0.3, 0.6, null, false],
          [off, 0.3, 0.6, null, true],
        ].sort(),
      )
      // Cyd had spoken when Ada first did; Ben came later, and knew that nothing had come.
      const ofRestated = others?.first.find(([question]) => question === restated)
      expect(ofRestated).toEqual([restated, 0.9, 0.2, 0, false])
      const ofFirst = others?.first.find(([question]) => question === first)
      expect(ofFirst).toEqual([first, 0.3, expect.closeTo(0.7, 12), 1, false])
      expect(others?.first).toHaveLength(5)
      expect(others?.scored).toHaveLength(3)
      expect(market).toEqual({ scored: [], first: [] })
    }))
})

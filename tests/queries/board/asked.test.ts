import { describe, expect, it } from 'vitest'
import type { AddVersion } from '../../../src/actions/questions/add-version.ts'
import { addVersion } from '../../../src/actions/questions/add-version.ts'
import { boardInput } from '../../../src/queries/board/board-input.ts'
import { judgeBoard } from '../../../src/queries/board/judge-board.ts'
import { mustFindAuthor } from '../../../src/queries/must-find-author.ts'
import { probabilityOf } from '../../../src/queries/probabilities.ts'
import { accepted, settleNo, settleYes } from '../../actions/story.ts'
import { day, instant, inWorld, type World } from '../../support/embedded.ts'
import { recordOf } from '../report/ten-days.ts'

const NOW = instant('2026-06-01T12:00:00.000Z')

/** Ada speaks, the question is worded anew, Ben speaks, and it comes out. */
const reworded = async (world: World, change: Partial<AddVersion>, came: 'yes' | 'no') => {
  const said = { quote: 'It will likely rain.', end: '2026-03-31' }
  const { question } = await accepted(world, { ...said, on: '2026-01-05', by: ['Ada'] })
  const criteria = question.version.criteria
  const version = { expectedVersion: 1, criteria, reason: 'worded anew', ...change }
  await addVersion(world.at('2026-01-10'), { questionId: question.id, version })
  await accepted(world, {
    ...said,
    end: change.windowEnd ?? said.end,
    on: '2026-01-12',
    by: ['Ben'],
    review: { questionId: question.id },
  })
  const settled = { question: question.id, now: '2026-05-02' }
  if (came === 'yes') await settleYes(world, { ...settled, on: '2026-03-01' })
  else await settleNo(world, settled)
  const input = await boardInput(world.tx, { set: 'all', timing: 'prospective', voice: 'own' }, NOW)
  const items = input.authors.flatMap((author) => author.items)
  const named = async (slug: string) => (await mustFindAuthor(world.tx, slug)).id
  const stoodWith = async (slug: string) => {
    const { questions } = await recordOf(world, await named(slug))
    return questions.map(({ stood }) => stood.map(({ user, came: p }) => [user, p]))
  }
  return { question, items, input, stoodWith, ada: await named('ada'), ben: await named('ben') }
}

describe('what was said first and last of a question', () => {
  it('stands beside what is scored, on what was asked there and before it closed, where several forecasts stood', () =>
    inWorld(async (world) => {
      const said = { quote: 'It will likely rain.', end: '2026-03-31' }
      const { question } = await accepted(world, { ...said, on: '2026-01-05', by: ['Ada'] })
      const more = { ...said, review: { questionId: question.id } }
      await accepted(world, { ...more, on: '2026-01-07', by: ['Ben'] })
      await accepted(world, { ...more, on: '2026-02-05', by: ['Ada'], found: { phrase: 'unlikely' } })
      await accepted(world, { ...more, on: '2026-03-05', by: ['Ada'], found: { phrase: 'likely' } })
      // The event came on the first of March: what was said later was said of what was known.
      await settleYes(world, { question: question.id, now: '2026-05-02', on: '2026-03-01' })
      const { authors } = await boardInput(world.tx, { set: 'all', timing: 'prospective', voice: 'own' }, NOW)
      const [likely, unlikely] = [probabilityOf('phrase:likely:+'), probabilityOf('phrase:unlikely:+')]
      const [ada, ben] = [await mustFindAuthor(world.tx, 'ada'), await mustFindAuthor(world.tx, 'ben')]
      const stoodOf = (id: string) => authors.find((one) => one.id === id)?.items.map(({ stood }) => stood)
      expect(stoodOf(ada.id)).toEqual([{ first: expect.closeTo(likely, 12), last: expect.closeTo(unlikely, 12) }])
      expect(stoodOf(ben.id)).toEqual([null])
    }))
})

describe('a question worded anew', () => {
  it('the other way round is one question, told of the event that was asked for first', () =>
    inWorld(async (world) => {
      const { items, input, stoodWith, ada, ben } = await reworded(world, { orientation: 'opposite' }, 'yes')
      expect(items).toMatchObject([
        { asked: 1, turned: false, outcome: 0 },
        { asked: 1, turned: true, outcome: 1 },
      ])
      const [first, second] = items.map(({ p }) => p)
      const { board } = judgeBoard({ seed: 'snp_seed', ...input })
      // Two statements on one event, so there is a mean of the others.
      expect((board as { references: { reference: string; n: number }[] }).references).toContainEqual(
        expect.objectContaining({ reference: 'others', n: 1 }),
      )
      const stood = [
        [
          [ada, 1 - (first ?? 0)],
          [ben, second],
        ],
      ]
      expect(await stoodWith('ada')).toEqual(stood)
      expect(await stoodWith('ben')).toEqual(stood)
    }))

  it('with other days is two, and who spoke on the one stands beside nobody on the other', () =>
    inWorld(async (world) => {
      const { items, input, stoodWith, ada, ben } = await reworded(world, { windowEnd: day('2026-04-30') }, 'no')
      expect(items).toMatchObject([
        { asked: 1, turned: false, outcome: 0 },
        { asked: 2, turned: false, outcome: 0 },
      ])
      const { difficulty } = judgeBoard({ seed: 'snp_seed', ...input })
      expect(difficulty.effects).toEqual([])
      expect((await stoodWith('ada')).flat().map(([user]) => user)).toEqual([ada])
      expect((await stoodWith('ben')).flat().map(([user]) => user)).toEqual([ben])
    }))
})

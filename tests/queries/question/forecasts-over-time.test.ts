import { expect, it } from 'vitest'
import { undoReview } from '../../../src/actions/predicting/undo-review.ts'
import { forecastsOverTime } from '../../../src/queries/question/forecasts-over-time.ts'
import { questionDetail } from '../../../src/queries/question-detail.ts'
import { spokenCounts } from '../../../src/storage/spoken-on.ts'
import { accepted, type Said } from '../../actions/story.ts'
import { instant, inWorld, type World } from '../../support/embedded.ts'

const rain: Said = { on: '2026-01-05', quote: 'It will likely rain by March.', end: '2026-03-31' }

const saidOn = async ({ tx }: World, id: string) => {
  const question = await questionDetail(tx, id)
  const { versions, options } = question
  const drawn = await forecastsOverTime(tx, { question, versions, options }, instant('2026-02-01T12:00:00.000Z'))
  expect(await spokenCounts(tx, id)).toEqual({ acts: drawn.acts, authors: drawn.authors })
  return drawn
}

it('counts and draws nothing of a statement that was taken back, nor the mark that takes it back', () =>
  inWorld(async (world) => {
    const first = await accepted(world, rain)
    const review = { questionId: first.question.id }
    const slip = await accepted(world, { ...rain, on: '2026-01-06', by: ['Ben'], review })
    expect(await saidOn(world, first.question.id)).toMatchObject({ acts: 2, authors: 2 })
    await undoReview(world.at('2026-01-07'), { candidateId: slip.candidate.id })
    const left = await saidOn(world, first.question.id)
    expect(left).toMatchObject({ acts: 1, authors: 1, said: [first.prediction.said.latest] })
    expect(left.lines.map(({ name }) => name)).toEqual(['Ada'])
    await undoReview(world.at('2026-01-08'), { candidateId: first.candidate.id })
    expect(await saidOn(world, first.question.id)).toMatchObject({ acts: 0, authors: 0, span: null, said: [] })
  }))

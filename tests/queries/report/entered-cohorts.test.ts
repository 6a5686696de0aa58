import { expect, it } from 'vitest'
import { submitPrediction } from '../../../src/actions/predicting/submit-prediction.ts'
import { undoReview } from '../../../src/actions/predicting/undo-review.ts'
import { createQuestion } from '../../../src/actions/questions/create-question.ts'
import { recordCollection } from '../../../src/actions/record-collection.ts'
import { enteredCohorts } from '../../../src/queries/report/entered-cohorts.ts'
import { accepted, type Said, settleNo } from '../../actions/story.ts'
import { day, instant, inWorld, type World } from '../../support/embedded.ts'
import { makeAuthor } from '../../web/site.ts'

const rain: Said = {
  on: '2026-01-05',
  quote: 'It will likely rain by March.',
  end: '2026-03-31',
  piece: { collection: 'papers' },
  review: { newQuestion: true },
}

const framed = async (world: World) =>
  (await recordCollection(world.at('2026-01-01'), { name: 'Papers', rule: 'all', readWhole: true, caveat: null }))
    .collection
const dueIn = async ({ tx }: World, collectionId: string) => {
  const { due, settled } = await enteredCohorts(tx, collectionId, instant('2026-06-01T12:00:00.000Z'))
  return { due, settled }
}

it('counts no question towards a cohort that a mistake made, on which nothing else is said', () =>
  inWorld(async (world) => {
    const { id } = await framed(world)
    const stands = await accepted(world, rain)
    const slip = await accepted(world, { ...rain, on: '2026-01-06' })
    const joined = await accepted(world, { ...rain, on: '2026-01-07' })
    await accepted(world, { ...rain, on: '2026-01-08', by: ['Ben'], review: { questionId: joined.question.id } })
    await settleNo(world, { question: stands.question.id, now: '2026-05-01' })
    expect(await dueIn(world, id)).toEqual({ due: 3, settled: 1 })
    await undoReview(world.at('2026-01-09'), { candidateId: slip.candidate.id })
    await undoReview(world.at('2026-01-09'), { candidateId: joined.candidate.id })
    expect(await dueIn(world, id)).toEqual({ due: 2, settled: 1 })
    const again = await accepted(world, { ...rain, on: '2026-01-10', review: { questionId: slip.question.id } })
    expect(again.question.status).toBe('void')
    expect(await dueIn(world, id)).toEqual({ due: 3, settled: 2 })
  }))

it('lets nobody take a question that was asked out of a cohort by a slip on it', () =>
  inWorld(async (world) => {
    const { id } = await framed(world)
    const ada = await makeAuthor(world, 'Ada Say')
    const window = { windowStart: day('2026-01-01'), windowEnd: day('2026-03-31') }
    const asked = {
      wording: 'It thaws.',
      ...window,
      referenceAt: instant('2026-03-01T00:00:00.000Z'),
      collection: 'papers',
    }
    const { question } = await createQuestion(world.at('2026-01-01'), asked)
    const said = { questionId: question.id, author: ada.slug, probability: 0.7 }
    const { prediction } = await submitPrediction(world.at('2026-01-05'), said)
    await submitPrediction(world.at('2026-01-05'), { act: 'mistake', corrects: prediction.id })
    expect(await dueIn(world, id)).toEqual({ due: 1, settled: 0 })
  }))

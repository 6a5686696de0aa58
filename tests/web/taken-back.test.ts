import { describe, expect, test } from 'vitest'
import { submitPrediction } from '../../src/actions/predicting/submit-prediction.ts'
import { undoReview } from '../../src/actions/predicting/undo-review.ts'
import { accepted } from '../actions/story.ts'
import { inWorld, type World } from '../support/embedded.ts'
import { askFebruary, makeAuthor, plain, siteOf } from './site.ts'

const RAIN = { on: '2026-02-01', quote: 'It will likely rain by the end of February.', end: '2026-02-28' }
const WET = { ...RAIN, on: '2026-02-02', quote: 'A wet month is likely.' }

/** Two statements on one question, and the address that lists those that were taken back of what a page shows. */
const twoSaid = async (world: World, by: string) => {
  const stands = await accepted(world, { ...RAIN, by: ['Ada'] })
  const slip = await accepted(world, { ...WET, by: [by], review: { questionId: stands.question.id } })
  return { stands, slip, undo: () => undoReview(world.at('2026-02-03'), { candidateId: slip.candidate.id }) }
}

const read = async (world: World, path: string) => {
  const { status, text } = await siteOf(world).get(path)
  expect([path, status]).toEqual([path, 200])
  return { text, words: plain(text).replaceAll('\u00a0', ' ') }
}

const LEFT_OUT = '1 statement was taken back, counts nowhere and is left out here: as JSON .'

describe('what was taken back is left out, and how much that is told, on the page of', () => {
  test('its author', () =>
    inWorld(async (world) => {
      const { stands, undo } = await twoSaid(world, 'Ada')
      const before = await read(world, '/authors/ada')
      expect(before.words).toContain(WET.quote)
      expect(before.words).not.toContain('taken back')
      await undo()
      const { text, words } = await read(world, '/authors/ada')
      expect(words).toContain(RAIN.quote)
      expect(words).not.toContain(WET.quote)
      expect(words).not.toContain('Marked as a mistake')
      expect(words).toContain(LEFT_OUT)
      expect(text).toContain(`href="/v1/predictions?author=${stands.prediction.authorId}&amp;taken_back=true"`)
    }))

  test('its piece', () =>
    inWorld(async (world) => {
      const { slip, undo } = await twoSaid(world, 'Ada')
      const path = `/commentaries/${slip.commentary.id}`
      expect((await read(world, path)).words).toContain(WET.quote)
      await undo()
      const { text, words } = await read(world, path)
      expect(words).not.toContain(WET.quote)
      expect(words).toContain('No prediction that was recorded of it stands.')
      expect(words).toContain(LEFT_OUT)
      expect(text).toContain(`href="/v1/predictions?commentary=${slip.commentary.id}&amp;taken_back=true"`)
    }))

  test('its question, which counts what is left', () =>
    inWorld(async (world) => {
      const { stands, undo } = await twoSaid(world, 'Ben')
      const path = `/questions/${stands.question.id}`
      expect((await read(world, path)).words).toContain('2 statements of 2 authors')
      await undo()
      const { text, words } = await read(world, path)
      expect(words).toContain('1 statement of 1 author')
      expect(words).toContain('1 statement as a table')
      expect(words).not.toContain(WET.quote)
      expect(words).not.toContain('Ben')
      expect(words).toContain(LEFT_OUT)
      expect(text).toContain(`href="/v1/predictions?question=${stands.question.id}&amp;taken_back=true"`)
    }))

  test('a question on which nothing else was said, which does not seem to be one that nobody spoke on', () =>
    inWorld(async (world) => {
      const { question, candidate } = await accepted(world, RAIN)
      await undoReview(world.at('2026-02-03'), { candidateId: candidate.id })
      const { words } = await read(world, `/questions/${question.id}`)
      expect(words).toContain('Nothing that was recorded on it stands.')
      expect(words).not.toContain('Nobody has said anything')
      expect(words).toContain(LEFT_OUT)
    }))

  test('an author who called it a slip', () =>
    inWorld(async (world) => {
      const ada = await makeAuthor(world, 'Ada')
      const question = await askFebruary(world, null, 'It thaws.', [])
      const said = { questionId: question.id, author: ada.slug }
      const { prediction } = await submitPrediction(world.at('2026-02-02'), { ...said, probability: 0.02 })
      await submitPrediction(world.at('2026-02-02'), { act: 'mistake', corrects: prediction.id })
      await submitPrediction(world.at('2026-02-02'), { ...said, probability: 0.2 })
      const { words } = await read(world, '/authors/ada')
      expect(words).toContain('20 % that it happens')
      expect(words).not.toContain('2 % that it happens.')
      expect(words).toContain(LEFT_OUT)
    }))
})

import { describe, expect, it } from 'vitest'
import { recordStatement } from '../../src/actions/record-statement.ts'
import { inWorld, type World } from '../support/embedded.ts'
import { expectExact, standingItems } from './exact.ts'
import { accepted, settleNo } from './story.ts'

const QUOTE = 'Nobody doubts that the mill will shut.'

/** A question that one piece made, and another piece that speaks on it without having been read so. */
const twoPieces = async (world: World) => {
  const first = await accepted(world, { on: '2026-01-05', quote: 'The mill will likely close.', end: '2026-03-31' })
  const text = `Bea in February. ${QUOTE} “It is over,” said Cyril Voss, who runs the union.`
  const second = await accepted(world, {
    on: '2026-02-05',
    by: ['Bea'],
    quote: 'It is over,',
    end: '2026-03-31',
    piece: { text },
  })
  return { question: first.question, commentaryId: second.commentary.id }
}

const statement = { quote: QUOTE, directness: 'verbatim', phrase: 'certainly', polarity: '+' } as const

describe('recordStatement', () => {
  it('says what a commentary says, on the day it was published, once', () =>
    inWorld(async (world) => {
      const { question, commentaryId } = await twoPieces(world)
      const input = { commentaryId, statement: { ...statement, questionId: question.id } }
      const { prediction, created } = await recordStatement(world.at('2026-03-01'), input)
      expect(created).toBe(true)
      expect(prediction).toMatchObject({
        authorName: 'Bea',
        origin: 'commentary',
        attribution: 'own',
        form: 'phrase:certainly:+',
        quote: QUOTE,
        said: { earliest: '2026-02-05T00:00:00.000Z', latest: '2026-02-05T23:59:59.999Z' },
        scoreable: true,
      })
      const again = await recordStatement(world.at('2026-03-02'), input)
      expect(again).toMatchObject({ created: false, prediction: { id: prediction.id } })
      await settleNo(world, { question: question.id, now: '2026-04-01' })
      expect((await standingItems(world)).map(({ predictionId }) => predictionId)).toContain(prediction.id)
      await expectExact(world)
    }))

  it('counts on a question that was settled before it was found', () =>
    inWorld(async (world) => {
      const { question, commentaryId } = await twoPieces(world)
      await settleNo(world, { question: question.id, now: '2026-04-01' })
      const input = { commentaryId, statement: { ...statement, questionId: question.id } }
      const { prediction } = await recordStatement(world.at('2026-04-02'), input)
      const items = await standingItems(world)
      expect(items.find(({ predictionId }) => predictionId === prediction.id)).toMatchObject({ hit: false })
      await expectExact(world)
    }))

  it('gives quoted words to who said them, and lists a paraphrase', () =>
    inWorld(async (world) => {
      const { question, commentaryId } = await twoPieces(world)
      const of = (rest: object) =>
        recordStatement(world.at('2026-03-01'), {
          commentaryId,
          statement: { ...statement, questionId: question.id, quote: 'It is over', claimant: 'Cyril Voss', ...rest },
        })
      expect((await of({})).prediction).toMatchObject({
        authorName: 'Cyril Voss',
        attribution: 'quoted',
        scoreable: true,
      })
      expect((await of({ directness: 'paraphrase', quote: 'over' })).prediction).toMatchObject({
        scoreable: false,
        unscoredReason: expect.stringMatching(/paraphrase/),
      })
    }))

  it.each([
    ['words that do not stand there', { quote: 'The mill will shut.' }, 'invalid-input'],
    ['a paraphrase of its own voice', { directness: 'paraphrase' as const }, 'invalid-input'],
    ['a question that is not there', { questionId: 'qst_00000000000000000000000000' }, 'not-found'],
  ])('refuses %s', (_, rest, code) =>
    inWorld(async (world) => {
      const { question, commentaryId } = await twoPieces(world)
      const input = { commentaryId, statement: { ...statement, questionId: question.id, ...rest } }
      await expect(recordStatement(world.at('2026-03-01'), input)).rejects.toMatchObject({ code })
    }),
  )
})

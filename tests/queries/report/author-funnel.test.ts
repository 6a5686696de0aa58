import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { undoReview } from '../../../src/actions/predicting/undo-review.ts'
import { closeQuestion } from '../../../src/actions/questions/append-resolution.ts'
import { type AuthorFunnel, authorFunnel } from '../../../src/queries/report/author-funnel.ts'
import { funnel } from '../../../src/queries/report/funnel.ts'
import { recordsOf } from '../../../src/storage/author-records.ts'
import { listAuthors } from '../../../src/storage/authors.ts'
import { countedForms } from '../../../src/storage/report-counts.ts'
import { histories, run } from '../../actions/prefixes.ts'
import { accepted, type Said } from '../../actions/story.ts'
import { day, instant, inWorld, type World } from '../../support/embedded.ts'

const NOW = instant('2026-09-01T12:00:00.000Z')
const rain: Said = { on: '2026-01-05', quote: 'It will likely rain by March.', end: '2026-03-31' }

const lineOf = async ({ tx }: World, authorId: string): Promise<AuthorFunnel> =>
  authorFunnel(tx, await recordsOf(tx, authorId), await countedForms(tx, authorId, NOW.slice(0, 7)))

/** What the line of an author says, as the whole funnel has it. */
const wholeOf = async ({ tx }: World, authorId: string): Promise<AuthorFunnel> => {
  const { commentaries, predictions, scoring, listedFor, counted } = await funnel(tx, { authorId }, NOW)
  return {
    commentaries,
    predictions: predictions.all,
    scored: scoring.scored,
    pending: scoring.pending,
    void: scoring.void,
    rest:
      scoring.open +
      scoring['no-window-end'] +
      scoring.categorical +
      scoring['another-counts'] +
      scoring['not-standing'],
    listed: scoring.listed,
    noForecast: scoring['no-forecast'],
    reasons: listedFor,
    counted,
  }
}

const expectTheyAgree = async (world: World): Promise<void> => {
  const { items } = await listAuthors(world.tx, { kind: null }, { limit: 50, cursor: null })
  for (const { id, name } of items) expect([name, await lineOf(world, id)]).toEqual([name, await wholeOf(world, id)])
}

describe('the first line of an author', () => {
  it('counts what was taken back as no forecast, be it scored or listed', () =>
    inWorld(async (world) => {
      const first = await accepted(world, rain)
      const listed = { ...rain, on: '2026-01-06', quote: 'It will likely snow.', end: null }
      const second = await accepted(world, listed)
      await accepted(world, { ...listed, on: '2026-01-07', quote: 'It will likely hail.' })
      await undoReview(world.at('2026-01-08'), { candidateId: first.candidate.id })
      await undoReview(world.at('2026-01-08'), { candidateId: second.candidate.id })
      const line = await lineOf(world, first.prediction.authorId)
      expect(line).toMatchObject({ predictions: 5, listed: 1, noForecast: 4, rest: 0, void: 0 })
      expect(line.reasons).toEqual([{ reason: 'its words set no end', n: 1 }])
      await expectTheyAgree(world)
    }))

  it('counts what is said once more after that as what it became', () =>
    inWorld(async (world) => {
      const { candidate, question, prediction } = await accepted(world, rain)
      const other = { ...rain, on: '2026-01-06', found: { phrase: 'unlikely' as const } }
      await accepted(world, { ...other, review: { questionId: question.id } })
      await undoReview(world.at('2026-01-07'), { candidateId: candidate.id })
      await closeQuestion(world.at('2026-04-02'), { questionId: question.id, asOf: day('2026-04-01') })
      expect(await lineOf(world, prediction.authorId)).toMatchObject({
        predictions: 3,
        pending: 1,
        noForecast: 2,
        rest: 0,
      })
      await expectTheyAgree(world)
    }))

  it('agrees with the whole funnel after any history', async () => {
    await fc.assert(
      fc.asyncProperty(histories(8), (history) =>
        inWorld(async (world) => {
          await run(world, history, { after: expectTheyAgree })
        }),
      ),
      { numRuns: 20 },
    )
  }, 300_000)
})

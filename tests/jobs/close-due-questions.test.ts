import { describe, expect, it } from 'vitest'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { closeDueQuestions } from '../../src/jobs/close-due-questions.ts'
import { findQuestion, listQuestions } from '../../src/storage/questions.ts'
import { logOf } from '../../src/storage/resolutions.ts'
import { expectExact, totalsOf } from '../actions/exact.ts'
import { accepted, settleNo } from '../actions/story.ts'
import { day, instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { servicesOver } from '../support/press-services.ts'

const ask = async (world: World, windowEnd: string | null) => {
  const { question } = await createQuestion(world.at('2026-01-01'), {
    wording: `It rains by ${windowEnd}, ${world.newId('question')}.`,
    windowStart: day('2026-01-01'),
    windowEnd: windowEnd === null ? null : day(windowEnd),
  })
  return question
}
const run = (world: World, scheduled: string, now = scheduled) =>
  closeDueQuestions(servicesOver(world, [], { now }), REVIEWER, instant(scheduled))

describe('closeDueQuestions', () => {
  it('closes what had ended as of the scheduled instant, and nothing else', () =>
    inWorld(async (world) => {
      const [ended, today, later, endless] = [
        await ask(world, '2026-03-30'),
        await ask(world, '2026-03-31'),
        await ask(world, '2026-04-01'),
        await ask(world, null),
      ]
      const statusOf = async ({ id }: { id: string }) => (await findQuestion(world.tx, id))?.status
      // Run an hour late: the window of the 31st was still open at the scheduled instant.
      expect(await run(world, '2026-03-31T23:00:00.000Z', '2026-04-01T00:05:00.000Z')).toEqual({ closed: 1 })
      expect([await statusOf(ended), await statusOf(today)]).toEqual(['due', 'open'])
      expect(await run(world, '2026-04-01T00:00:00.000Z')).toEqual({ closed: 1 })
      expect(await statusOf(today)).toBe('due')
      expect([await statusOf(later), await statusOf(endless)]).toEqual(['open', 'open'])
    }))

  it('records with the real clock', () =>
    inWorld(async (world) => {
      const { id } = await ask(world, '2026-03-30')
      await run(world, '2026-03-31T23:00:00.000Z', '2026-04-01T00:05:00.000Z')
      expect(await logOf(world.tx, id)).toMatchObject([
        { step: 'close', reason: 'its window ended on 2026-03-30', recordedAt: '2026-04-01T00:05:00.000Z' },
      ])
    }))

  it('makes forecasts pending and decides nothing', () =>
    inWorld(async (world) => {
      const { prediction } = await accepted(world, { on: '2026-01-05', quote: 'It will rain.', end: '2026-03-31' })
      await run(world, '2026-05-01T00:00:00.000Z')
      expect(await totalsOf(world, prediction.authorId)).toEqual({ pending: 1, void: 0, n: 0, hits: 0 })
      await expectExact(world)
    }))

  it('runs a scheduled instant once', () =>
    inWorld(async (world) => {
      await ask(world, '2026-03-30')
      const at = '2026-04-01T00:00:00.000Z'
      expect(await run(world, at)).toEqual({ closed: 1 })
      await ask(world, '2026-03-30')
      expect(await run(world, at)).toBeNull()
      expect(await run(world, '2026-04-01T01:00:00.000Z')).toEqual({ closed: 1 })
    }))

  it('leaves what is decided alone', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, { on: '2026-01-05', quote: 'It will rain.', end: '2026-03-31' })
      await settleNo(world, { question: question.id, now: '2026-04-02' })
      expect(await run(world, '2026-05-01T00:00:00.000Z')).toEqual({ closed: 0 })
      expect((await findQuestion(world.tx, question.id))?.status).toBe('resolved')
    }))

  it(
    'goes on over more than a batch',
    () =>
      inWorld(async (world) => {
        for (let n = 0; n < 205; n++) await ask(world, '2026-03-30')
        expect(await run(world, '2026-05-01T00:00:00.000Z')).toEqual({ closed: 205 })
        const filter = { status: 'open' as const, authorIds: null, collectionId: null, familyId: null }
        expect((await listQuestions(world.tx, filter, { limit: 1, cursor: null })).items).toEqual([])
      }),
    60_000,
  )
})

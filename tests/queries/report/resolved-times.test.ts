import { expect, it } from 'vitest'
import { addVersion } from '../../../src/actions/questions/add-version.ts'
import { resolvedTimes } from '../../../src/queries/report/resolved-times.ts'
import { versionsOf } from '../../../src/storage/questions.ts'
import { accepted, reopen, settleYes } from '../../actions/story.ts'
import { day, inWorld } from '../../support/embedded.ts'

it('the times of outcomes are those of each version’s own window, judged anew', () =>
  inWorld(async (world) => {
    const said = { on: '2026-01-05', quote: 'It will likely rain by March.', end: '2026-03-31' }
    const { question, prediction } = await accepted(world, said)
    const version = {
      expectedVersion: 1,
      windowEnd: day('2026-06-30'),
      criteria: question.version.criteria,
      reason: 'a longer look',
    }
    await addVersion(world.at('2026-02-01'), { questionId: question.id, version })
    const longer = (await versionsOf(world.tx, question.id)).find(({ id }) => id !== prediction.versionId)
    const timesNow = async () => {
      const times = await resolvedTimes(world.tx, [question.id])
      return [times.get(prediction.versionId), times.get(longer?.id ?? '')]
    }
    const never = { settledAt: null, overturnedAt: null }
    const at = (on: string) => expect.stringContaining(on)
    await settleYes(world, { question: question.id, on: '2026-05-05', now: '2026-05-10' })
    expect(await timesNow()).toEqual([never, { settledAt: at('2026-05-10'), overturnedAt: null }])
    await reopen(world, { question: question.id, now: '2026-05-20' })
    expect(await timesNow()).toEqual([never, { settledAt: null, overturnedAt: at('2026-05-20') }])
    await settleYes(world, { question: question.id, on: '2026-03-05', now: '2026-05-25' })
    const found = { settledAt: at('2026-05-25'), overturnedAt: null }
    expect(await timesNow()).toEqual([found, found])
  }))

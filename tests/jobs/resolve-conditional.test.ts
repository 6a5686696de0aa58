import { describe, expect, it } from 'vitest'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { recordEvent } from '../../src/actions/resolving/record-event.ts'
import { Resolvers } from '../../src/core/resolution/resolver.ts'
import { resolveQuestions } from '../../src/jobs/resolve-questions.ts'
import { listProposals } from '../../src/storage/proposals.ts'
import { findQuestion } from '../../src/storage/questions.ts'
import { resolverStates } from '../../src/storage/resolver-attempts.ts'
import { settleYes } from '../actions/story.ts'
import { day, instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { servicesOver } from '../support/press-services.ts'

const window = { windowStart: day('2026-01-01'), windowEnd: day('2026-12-31') }

/** Whether the ferry stops once the bridge is open, and what a test does with it. */
const ferry = async (world: World, gates: boolean) => {
  const bridge = (await createQuestion(world.at('2026-01-02'), { wording: 'The bridge opens.', ...window })).question
  const { question } = await createQuestion(world.at('2026-01-02'), {
    wording: 'The ferry stops once the bridge is open.',
    ...window,
    trigger: { questionId: bridge.id, outcome: 'yes', gates },
    resolvers: Resolvers.parse([{ kind: 'by-event', entities: ['Orrin ferry'], eventKind: 'stop', settles: true }]),
  })
  const clock = { now: '' }
  const services = servicesOver(world, [], clock)
  return {
    run: (when: string) => {
      clock.now = when.length > 10 ? when : `${when}T12:00:00.000Z`
      return resolveQuestions(services, REVIEWER, instant(clock.now))
    },
    stops: (on: string) => {
      const event = { title: `The ferry stops, ${on}`, kind: 'stop', entities: ['Orrin ferry'], happened: day(on) }
      return recordEvent(world.at(on, REVIEWER), { ...event, url: 'https://example.org/ferry' })
    },
    opens: (on: string) => settleYes(world, { question: bridge.id, now: on, on }),
    stands: async () => (await findQuestion(world.tx, question.id))?.outcome,
    state: async () => (await resolverStates(world.tx, question.version.id))[0],
    proposals: async () =>
      (await listProposals(world.tx, { questionId: question.id, status: null }, { limit: 9, cursor: null })).items,
  }
}

describe('the rules of a question that depends on another', () => {
  it('wait for its trigger where that gates it, wake when it is settled, and pass over what was before it', () =>
    inWorld(async (world) => {
      const { run, stops, opens, stands, state, proposals } = await ferry(world, true)
      await stops('2026-02-01')
      expect(await run('2026-02-02')).toMatchObject({ tried: 1, proposed: 0 })
      expect((await state())?.lastReason).toBe('only what happens after its trigger has come true shows it')
      await opens('2026-02-03')
      expect(await run('2026-02-04')).toMatchObject({ tried: 1, proposed: 0 })
      expect(await stands()).toBeNull()
      await stops('2026-02-05')
      expect(await run('2026-02-06')).toMatchObject({ settled: 1 })
      expect(await stands()).toBe('yes')
      expect(await proposals()).toMatchObject([{ status: 'settled' }])
    }))

  it('settle by an early proposal at once when the trigger that does not gate it comes true', () =>
    inWorld(async (world) => {
      const { run, stops, opens, stands, proposals } = await ferry(world, false)
      await stops('2026-02-01')
      expect(await run('2026-02-02')).toMatchObject({ proposed: 1, settled: 0 })
      expect(await proposals()).toMatchObject([{ status: 'pending', reason: expect.stringMatching(/it depends on/) }])
      await opens('2026-02-02')
      expect(await run('2026-02-02T13:00:00.000Z')).toMatchObject({ tried: 1, settled: 1 })
      expect(await stands()).toBe('yes')
    }))
})

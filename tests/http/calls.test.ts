import { expect, it } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import { CallPage } from '../../src/queries/report/calls.ts'
import { servicesHere } from '../../src/server.ts'
import { draws } from '../../src/site.ts'
import { accepted, settleNo } from '../actions/story.ts'
import { instant, inWorld } from '../support/embedded.ts'

it('sends out no quote longer than the cap, wherever it stands', () =>
  inWorld(async (world) => {
    const quote = `It will likely rain ${'on the wide plain of Velmark '.repeat(15)}before the summer.`
    const { question } = await accepted(world, { on: '2026-01-05', quote, end: '2026-03-31' })
    await settleNo(world, { question: question.id, now: '2026-04-10' })
    const now = instant('2026-06-01T12:00:00.000Z')
    const app = createApp(() => ({ ...servicesHere(world.database), clock: () => now }), draws)
    const answer = await app.request('/v1/authors/ada/calls')
    const { items } = CallPage.parse(await answer.json())
    expect(quote.length).toBeGreaterThan(400)
    expect(items).toHaveLength(1)
    expect(items[0]?.quote).toHaveLength(300)
    expect(items[0]?.question.wording.length).toBeLessThanOrEqual(300)
    expect(items[0]?.quote?.endsWith('…')).toBe(true)
  }))

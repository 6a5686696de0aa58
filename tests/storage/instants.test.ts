import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { toInstant } from '../../src/core/time.ts'
import { findAuthor, putAuthor } from '../../src/storage/authors.ts'
import { day, instant, inWorld, type World } from '../support/embedded.ts'

const recordedAt = async ({ tx, newId }: World, at: string) => {
  const id = newId('author')
  const author = {
    id,
    name: id,
    slug: id,
    kind: 'person' as const,
    identity: id,
    recordedBy: 'test',
    recordedAt: instant(at),
  }
  await putAuthor(tx, author)
  return (await findAuthor(tx, id))?.recordedAt
}

describe('instants', () => {
  it.each([
    '2026-02-10T09:30:00.123Z',
    '2026-02-10T09:30:00.000Z',
    '2026-02-10T09:30:00.999Z',
    '2024-02-29T23:59:59.999Z',
    '1900-01-01T00:00:00.000Z',
    '1945-06-01T12:00:00.001Z',
    '2199-12-31T23:59:59.999Z',
    // While clocks change in Auckland, New York and London.
    '2026-04-04T14:30:00.000Z',
    '2026-09-26T14:30:00.000Z',
    '2026-03-08T07:30:00.000Z',
    '2026-03-29T01:30:00.000Z',
  ])('%s comes back as it went in', (at) => inWorld(async (world) => expect(await recordedAt(world, at)).toBe(at)))

  it('come back to the millisecond, any of three centuries', () =>
    inWorld(async (world) => {
      const milliseconds = fc.integer({ min: Date.parse('1900-01-01'), max: Date.parse('2199-12-31') })
      await fc.assert(
        fc.asyncProperty(milliseconds, async (ms) => {
          const at = toInstant(new Date(ms))
          expect(await recordedAt(world, at)).toBe(at)
        }),
      )
    }))
})

describe('days', () => {
  it.each(['1900-01-01', '2024-02-29', '2026-04-05', '2026-09-27', '2199-12-31'])(
    '%s comes back as it went in',
    (text) =>
      inWorld(async (world) => {
        const {
          question: { version },
        } = await createQuestion(world.at('2026-01-01'), {
          wording: 'It rains.',
          windowStart: day(text),
          windowEnd: day(text),
        })
        expect([version.windowStart, version.windowEnd]).toEqual([text, text])
      }),
  )
})

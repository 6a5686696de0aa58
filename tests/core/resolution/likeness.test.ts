import { describe, expect, it } from 'vitest'
import type { QuestionVersion } from '../../../src/core/question.ts'
import { firstAlike, likeness, likenessIn } from '../../../src/core/resolution/likeness.ts'
import { Day, startOf } from '../../../src/core/time.ts'

const day = (text: string): Day => Day.parse(text)
const version = (n: number, more: Partial<QuestionVersion> = {}): QuestionVersion => ({
  id: `v${n}`,
  questionId: 'q',
  version: n,
  wording: 'It rains.',
  criteria: 'Yes if it rains.',
  orientation: 'as-worded',
  condition: null,
  trigger: null,
  windowStart: day('2026-01-01'),
  windowEnd: day('2026-03-31'),
  windowZone: 'UTC',
  windowSource: 'stated',
  resolver: 'manual',
  resolvers: [],
  referenceAt: null,
  criteriaFixedAt: startOf(day('2025-01-01')),
  criteriaSource: null,
  reason: null,
  recordedAt: startOf(day('2025-01-01')),
  ...more,
})
const first = version(1)
const opposite = version(2, { orientation: 'opposite' })
const longer = version(3, { windowEnd: day('2026-06-30') })
const other = version(4, { criteria: 'Yes if it snows.' })
const again = version(5, {
  windowEnd: day('2026-06-30'),
  orientation: 'opposite',
  referenceAt: startOf(day('2026-01-02')),
})
const all = [again, other, longer, opposite, first]

describe('what two versions ask', () => {
  it.each([
    [first, first, 'same'],
    [first, opposite, 'opposite'],
    [first, longer, 'other-window'],
    [first, other, 'other-terms'],
    [longer, again, 'opposite'],
    [opposite, version(6, { orientation: 'opposite', reason: 'a rule' }), 'same'],
  ] as const)('%#', (a, b, expected) => {
    expect(likeness(a, b)).toBe(expected)
    expect(likeness(b, a)).toBe(expected)
  })

  it('is found by id, and unknown only of what differs', () => {
    const versions = new Map(all.map((one) => [one.id, one]))
    expect(likenessIn(versions, 'v1', 'v2')).toBe('opposite')
    expect(likenessIn(new Map(), 'v9', 'v9')).toBe('same')
    expect(() => likenessIn(versions, 'v1', 'v9')).toThrow('v9')
  })

  it('goes by the first that asks the same', () => {
    const found = [...firstAlike(all)].map(([id, { id: as }]) => [id, as])
    expect(found).toEqual([
      ['v1', 'v1'],
      ['v2', 'v1'],
      ['v3', 'v3'],
      ['v4', 'v4'],
      ['v5', 'v3'],
    ])
  })
})

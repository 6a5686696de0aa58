import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { familyEvidence } from '../../../../src/core/scoring/comparing/e-values.ts'
import {
  familiesSaidByBoth,
  familyDifference,
  type SaidByBoth,
} from '../../../../src/core/scoring/comparing/said-by-both.ts'

const pair = (question: string, family: string, about: Partial<SaidByBoth> = {}): SaidByBoth => ({
  question,
  family,
  dueMonth: '2026-05',
  said: 0,
  settled: 9,
  first: 0.8,
  second: 0.6,
  outcome: 1,
  ...about,
})
const questionsOf = ({ families }: ReturnType<typeof familiesSaidByBoth>) =>
  families.map((family) => family.map(({ question }) => question))

describe('familiesSaidByBoth', () => {
  it('takes what fell due first of a family, and of that what was said first', () => {
    const found = familiesSaidByBoth([
      pair('q1', 'a', { said: 3 }),
      pair('q2', 'a', { said: 1, dueMonth: '2026-06' }),
      pair('q3', 'b', { said: 7, dueMonth: '2026-04' }),
      pair('q4', 'a', { said: 3 }),
      pair('q5', 'a', { said: 4 }),
    ])
    expect(questionsOf(found)).toEqual([['q3'], ['q1', 'q4']])
    expect(found.later).toBe(2)
  })

  it('is the same however it came out and whenever it was settled', () => {
    const some = fc.record({
      family: fc.constantFrom('a', 'b', 'c'),
      dueMonth: fc.constantFrom('2026-04', '2026-05'),
      said: fc.integer({ min: 0, max: 3 }),
      outcome: fc.constantFrom(0 as const, 1 as const, null),
      settled: fc.integer({ min: 0, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 20 }), (all) => {
        const pairs = all.map((one, at) => pair(`q${at}`, one.family, one))
        const otherwise = pairs.map((one) => ({ ...one, outcome: 1 as const, settled: -(one.settled ?? 0) }))
        expect(questionsOf(familiesSaidByBoth(pairs))).toEqual(questionsOf(familiesSaidByBoth(otherwise)))
      }),
      { numRuns: 1000 },
    )
  })

  it('leaves out families of which something was settled before an outcome was overturned', () => {
    const pairs = [pair('q1', 'a', { settled: 3 }), pair('q2', 'a', { settled: 7 }), pair('q3', 'b', { settled: null })]
    expect(questionsOf(familiesSaidByBoth(pairs, 5))).toEqual([['q3']])
  })

  it('adds families at the end as they fall due', () => {
    const months = ['2026-03', '2026-04', '2026-05', '2026-06']
    const some = fc.record({ family: fc.nat(8).map(String), dueMonth: fc.constantFrom(...months), said: fc.nat(3) })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), fc.constantFrom(...months), (all, now) => {
        const pairs = all.map((one, at) => pair(`q${at}`, one.family, one))
        const before = questionsOf(familiesSaidByBoth(pairs.filter(({ dueMonth }) => dueMonth <= now)))
        expect(questionsOf(familiesSaidByBoth(pairs)).slice(0, before.length)).toEqual(before)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('familyDifference', () => {
  it('bounds what is open, and keeps the weight of what is void', () => {
    const open = { first: 0.8, second: 0.6, outcome: null }
    const both = familyDifference([{ first: 0.8, second: 0.6, outcome: 1 }, open])
    expect(both.low).toBeCloseTo(-0.08, 12)
    expect(both.high).toBeCloseTo(0.12, 12)
    const half = familyDifference([
      { first: 0.8, second: 0.6, outcome: 1 },
      { ...open, void: true },
    ])
    expect(half.low).toBeCloseTo(0.06, 12)
    expect(half.high).toBeCloseTo(0.06, 12)
  })
})

describe('familyEvidence', () => {
  const sure = { first: 1, second: 0, outcome: 1 as const }
  it('brings one factor a family, the lesser of what is open', () => {
    expect(Math.exp(familyEvidence([[sure, sure]]))).toBeCloseTo(1.5, 12)
    expect(Math.exp(familyEvidence([[sure, { ...sure, outcome: null }]]))).toBeCloseTo(1, 12)
    expect(Math.exp(familyEvidence([[sure, { ...sure, outcome: null, void: true }]]))).toBeCloseTo(1.25, 12)
    expect(familyEvidence([])).toBe(0)
  })

  it('is at most 1 on average where the second says the chance, however a family hangs together', () => {
    const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(chance, chance, chance, (truth, a, b) => {
        // Two questions that stand or fall together: on both the second says the true chance.
        const at = (outcome: 0 | 1): number =>
          Math.exp(familyEvidence([[a, b].map((first) => ({ first, second: truth, outcome }))]))
        expect(truth * at(1) + (1 - truth) * at(0)).toBeLessThanOrEqual(1 + 1e-12)
      }),
      { numRuns: 1000 },
    )
  })
})

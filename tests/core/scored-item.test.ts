import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesTo, type ScoredItem } from '../../src/core/scored-item.ts'

const item = (author: number, at: Partial<ScoredItem> = {}): ScoredItem => ({
  authorId: `aut_${author}`,
  questionId: 'qst_1',
  predictionId: `prd_${author}`,
  familyId: 'fam_1',
  sets: ['all'],
  slice: {
    dueMonth: '2026-03',
    horizonClass: 'up-to-91-days',
    attribution: 'own',
    windowSource: 'stated',
    weakHedge: false,
    timing: 'prospective',
    origin: 'commentary',
  },
  form: 'phrase:likely:+',
  state: 'pending',
  hit: null,
  ...at,
})

/** What a question may come to for four authors: no item, pending, void, a hit or a miss, in one set or two, by one slice or another. */
const state = fc.constantFrom<Partial<ScoredItem> | null>(
  null,
  {},
  { state: 'void' },
  { state: 'scored', hit: true },
  { state: 'scored', hit: false },
  { state: 'scored', hit: true, sets: ['all', 'collection:col_1'] },
  { state: 'scored', hit: true, slice: { ...item(0).slice, timing: 'retrospective' } },
)
const holding = fc
  .tuple(state, state, state, state)
  .map((states) => states.flatMap((at, author) => (at === null ? [] : [item(author, at)])))

type Posting = { item: ScoredItem; sign: 1 | -1; step: number }

/** Counts by author, set, timing and state, from postings and their reversals. */
const summed = (postings: readonly Posting[]): Record<string, number> => {
  const sums: Record<string, number> = {}
  for (const { item: one, sign } of postings) {
    for (const set of one.sets) {
      const key = [one.authorId, set, one.slice.timing, one.state, one.hit].join(' ')
      sums[key] = (sums[key] ?? 0) + sign
    }
  }
  return Object.fromEntries(Object.entries(sums).filter(([, n]) => n !== 0))
}

describe('changesTo', () => {
  it('changes nothing where what holds stands already, in whatever order the fields are', () => {
    const { slice, ...rest } = item(1)
    const turned = { slice: Object.fromEntries(Object.entries(slice).reverse()) as typeof slice, ...rest }
    expect(changesTo([item(1)], [turned])).toEqual({ stale: [], missing: [] })
  })

  it('keeps postings such that, summed up to any step, they are the counts of what held then', () => {
    fc.assert(
      fc.property(fc.array(holding, { maxLength: 8 }), (steps) => {
        const postings: Posting[] = []
        let standing: ScoredItem[] = []
        for (const [step, holds] of steps.entries()) {
          const { stale, missing } = changesTo(standing, holds)
          postings.push(...stale.map((one) => ({ item: one, sign: -1 as const, step })))
          postings.push(...missing.map((one) => ({ item: one, sign: 1 as const, step })))
          standing = [...standing.filter((one) => !stale.includes(one)), ...missing]
        }
        for (const [step, holds] of steps.entries()) {
          const upTo = summed(postings.filter((posting) => posting.step <= step))
          expect(upTo).toEqual(summed(holds.map((one) => ({ item: one, sign: 1, step }))))
        }
      }),
      { numRuns: 2000 },
    )
  })
})

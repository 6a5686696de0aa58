import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { board } from '../../../../src/core/scoring/comparing/board.ts'
import { type BoardItem, type Contender, MINIMUM_COMMON } from '../../../../src/core/scoring/comparing/head-to-head.ts'

/** Questions q0, q1, … in families of their own, all true unless an outcome is given. */
const says = (id: string, p: (at: number) => number, count: number, { from = 0, outcome = () => 1 as 0 | 1 } = {}) => ({
  id,
  items: Array.from({ length: count }, (_, n): BoardItem => {
    const at = n + from
    return { question: `q${at}`, family: `f${at}`, p: p(at), outcome: outcome() }
  }),
})
const placings = (contenders: Contender[]) =>
  Object.fromEntries(
    board(contenders).placed.map(({ id, rank, tiedWith }) => [id, { rank, tiedWith: tiedWith.toSorted() }]),
  )

describe('board', () => {
  it('is the example worked by hand', () => {
    const { placed, unplaced } = board([says('a', () => 0.8, 10), says('b', () => 0.6, 10)])
    expect(unplaced).toEqual([])
    expect(placed).toMatchObject([
      { id: 'a', rank: 1, tiedWith: [], commonQuestions: 10, families: 10, meanDifference: expect.closeTo(0.12, 12) },
      { id: 'b', rank: 2, tiedWith: [], commonQuestions: 10, families: 10, meanDifference: expect.closeTo(-0.12, 12) },
    ])
  })

  it('has nobody to compare with alone, or without anyone', () => {
    expect(board([])).toEqual({ placed: [], unplaced: [] })
    expect(board([says('a', () => 0.8, 30)])).toEqual({
      placed: [],
      unplaced: [{ id: 'a', rule: 'a rank needs 10 questions in common with another ranked author' }],
    })
  })

  it.each([
    { common: MINIMUM_COMMON - 1, placed: [] },
    { common: MINIMUM_COMMON, placed: ['a', 'b'] },
  ])('places who has ten questions in common: $common', ({ common, placed }) => {
    const found = board([says('a', () => 0.8, 20), says('b', () => 0.6, 20, { from: 20 - common })])
    expect(found.placed.map(({ id }) => id)).toEqual(placed)
    expect(found.unplaced).toHaveLength(2 - placed.length)
  })

  it('compares on common questions only: an easy beat earns nothing', () => {
    const easy = says('easy', () => 0.99, 200, { from: 100 })
    const a = says('a', () => 0.6, 20)
    const b = {
      id: 'b',
      items: [...says('b', () => 0.8, 20).items, ...easy.items.map((item) => ({ ...item, p: 0.1 }))],
    }
    expect(placings([a, b])).toEqual({ b: { rank: 1, tiedWith: [] }, a: { rank: 2, tiedWith: [] } })
  })

  it('ties those who cannot be told apart', () => {
    const wavers = says('wavers', (at) => (at % 2 ? 0.9 : 0.5), 12)
    const steady = says('steady', () => 0.72, 12)
    const worse = says('worse', () => 0.2, 12)
    expect(placings([wavers, steady, worse])).toEqual({
      wavers: { rank: 1, tiedWith: ['steady'] },
      steady: { rank: 1, tiedWith: ['wavers'] },
      worse: { rank: 3, tiedWith: [] },
    })
  })

  it('ties the same forecasts', () => {
    expect(placings([says('a', () => 0.7, 12), says('b', () => 0.7, 12)])).toEqual({
      a: { rank: 1, tiedWith: ['b'] },
      b: { rank: 1, tiedWith: ['a'] },
    })
  })

  it('cannot tell apart on one family, however many its questions', () => {
    const inOne = (contender: Contender) => ({
      ...contender,
      items: contender.items.map((item) => ({ ...item, family: 'one election night' })),
    })
    const { placed } = board([inOne(says('a', () => 0.9, 50)), inOne(says('b', () => 0.1, 50))])
    expect(placed).toMatchObject([
      { id: 'a', rank: 1, tiedWith: ['b'], families: 1, low: null, high: null },
      { id: 'b', rank: 1, tiedWith: ['a'], families: 1, low: null, high: null },
    ])
  })

  it('puts nobody first for not being told apart', () => {
    // Hardly known and badly scored: ten questions in two families, between two who are told apart.
    const few = says('few', (at) => (at % 2 ? 0.05 : 0.5), 10)
    const found = board([
      { id: 'few', items: few.items.map((item, at) => ({ ...item, family: `half ${at % 2}` })) },
      says('good', () => 0.9, 40),
      says('middling', () => 0.7, 40),
    ]).placed
    expect(found.map(({ id, rank }) => [id, rank])).toEqual([
      ['good', 1],
      ['middling', 2],
      ['few', 2],
    ])
    expect(found[2]?.tiedWith).toEqual(['good', 'middling'])
  })

  it('ties nobody with whom they were never compared with', () => {
    const pairs = [says('a', () => 0.7, 12), says('b', () => 0.7, 12)]
    const apart = [says('c', () => 0.7, 12, { from: 50 }), says('d', () => 0.7, 12, { from: 50 })]
    expect(placings([...pairs, ...apart])).toEqual({
      a: { rank: 1, tiedWith: ['b'] },
      b: { rank: 1, tiedWith: ['a'] },
      c: { rank: 1, tiedWith: ['d'] },
      d: { rank: 1, tiedWith: ['c'] },
    })
  })

  it('holds nobody against who is scored by another outcome of the question', () => {
    const { placed, unplaced } = board([says('a', () => 0.9, 12), says('b', () => 0.3, 12, { outcome: () => 0 })])
    expect(placed).toEqual([])
    expect(unplaced.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('compares 200 authors of 200 questions in seconds', () => {
    const field = Array.from({ length: 200 }, (_, who) => says(`${who}`, (at) => ((at * 7 + who * 13) % 97) / 97, 200))
    const begun = performance.now()
    expect(board(field).placed).toHaveLength(200)
    expect(performance.now() - begun).toBeLessThan(15_000)
  })

  it('names both sides of a tie, gives every rank a reason, and depends on no order', () => {
    const probability = fc.integer({ min: 0, max: 20 }).map((k) => k / 20)
    const outcome = fc.array(fc.constantFrom<0 | 1>(0, 1), { minLength: 15, maxLength: 15 })
    const field = fc.array(fc.array(probability, { minLength: 15, maxLength: 15 }), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(field, outcome, (said, outcomes) => {
        const contenders = said.map((ps, who) => ({
          id: `${who}`,
          items: ps.map((p, at) => ({ question: `q${at}`, family: `f${at}`, p, outcome: outcomes[at] ?? 0 })),
        }))
        const { placed, unplaced } = board(contenders)
        expect(placed.length + unplaced.length).toBe(contenders.length)
        expect(placings(contenders.toReversed())).toEqual(placings(contenders))
        expect(placed[0]?.rank).toBe(1)
        for (const [at, one] of placed.entries()) {
          const below = placed[at + 1]
          expect(one.rank).toBeLessThanOrEqual(Math.min(at + 1, below?.rank ?? at + 1))
          expect(one.meanDifference).toBeGreaterThanOrEqual(below?.meanDifference ?? -1)
          expect(one.rank).toBeGreaterThanOrEqual(1)
          expect(one.low ?? -1).toBeLessThanOrEqual(one.meanDifference)
          for (const tied of one.tiedWith) expect(placed.find(({ id }) => id === tied)?.tiedWith).toContain(one.id)
        }
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectsOf, type Rival } from '../../../../src/core/scoring/comparing/effects.ts'
import { rankIntervals } from '../../../../src/core/scoring/comparing/rank-intervals.ts'
import { ranked, ranking } from '../../../../src/core/scoring/comparing/ranking.ts'

type Known = { value: number; error: number }
const standing = (id: string, value: number, [low, high]: [number, number]) => ({
  id,
  shrunk: { value, error: 0.1, reliability: 0.5 },
  interval: { low, high, top: 0.5 },
})
const drawn = (known: readonly Known[]) => {
  const shrunk = known.map((one) => ({ ...one, reliability: 0.5 }))
  const intervals = rankIntervals(shrunk, 'ranks', { draws: 200 })
  return shrunk.map((one, at) => ({
    id: `${at}`,
    shrunk: one,
    interval: intervals[at] ?? { low: 1, high: 1, top: 1 },
  }))
}

describe('ranked', () => {
  it('is the worked example', () => {
    const places = ranked([standing('c', 0.1, [3, 3]), standing('a', 0.5, [1, 2]), standing('b', 0.4, [1, 2])])
    expect(places.map(({ id, rank, tiedWith }) => [id, rank, tiedWith])).toEqual([
      ['a', 1, ['b']],
      ['b', 1, ['a']],
      ['c', 3, []],
    ])
  })

  it('never lets a rank fall down the list: who is hardly known ties with those above', () => {
    const places = ranked([standing('z', 0.5, [1, 4]), standing('x', 0.3, [5, 20]), standing('y', 0.2, [1, 60])])
    expect(places.map(({ id, rank }) => [id, rank])).toEqual([
      ['z', 1],
      ['x', 2],
      ['y', 2],
    ])
    expect(places[2]?.tiedWith).toEqual(['z', 'x'])
  })

  it('has whole ranks from 1 in the order of value, tells apart or ties every two, and depends on no order', () => {
    const known = fc.record({
      value: fc.integer({ min: -20, max: 20 }).map((k) => k / 100),
      error: fc.integer({ min: 1, max: 20 }).map((k) => k / 200),
    })
    fc.assert(
      fc.property(fc.array(known, { minLength: 1, maxLength: 30 }), (all) => {
        const standings = drawn(all)
        const places = ranked(standings)
        expect(ranked(standings.toReversed())).toEqual(places)
        expect(places[0]?.rank).toBe(1)
        for (const [at, one] of places.entries()) {
          expect(Number.isInteger(one.rank)).toBe(true)
          expect(one.rank).toBeLessThanOrEqual(at + 1)
          for (const below of places.slice(at + 1)) {
            expect(one.rank).toBeLessThanOrEqual(below.rank)
            expect(one.shrunk?.value).toBeGreaterThanOrEqual(below.shrunk?.value ?? 0)
            const tied = one.tiedWith.includes(below.id)
            expect(below.tiedWith.includes(one.id)).toBe(tied)
            // Told apart means another rank: no two told apart are ever shown as equals.
            if (!tied) expect(one.rank).toBeLessThan(below.rank)
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})

/** Each author a bit worse than the one before, on questions in common, with something that varies. */
const field = (authors: number): Rival[] =>
  Array.from({ length: authors }, (_, who) => ({
    id: `a${String(who).padStart(2, '0')}`,
    items: Array.from({ length: 40 }, (_, at) => ({
      question: `q${at}`,
      family: `f${at}`,
      p: 0.9 - who * 0.02 - ((at * 7 + who * 3) % 5) * 0.01,
      outcome: 1 as const,
      references: {},
    })),
  }))

describe('ranking', () => {
  it.each([
    [19, 'head-to-head'],
    [20, 'shrunk'],
  ] as const)('of %d is %s', (authors, method) => {
    const rivals = field(authors)
    const { measured } = effectsOf(rivals)
    const { method: found, places, unplaced } = ranking(rivals, measured, 'seed')
    expect(found).toBe(method)
    expect(places).toHaveLength(authors)
    expect(unplaced.size).toBe(0)
    expect(places[0]).toMatchObject({ id: 'a00', rank: 1 })
    for (const place of places) {
      expect(place.shrunk === null).toBe(method === 'head-to-head')
      expect(place.rankInterval === null).toBe(method === 'head-to-head')
    }
  })

  it('leaves out whose difference never varies, with the reason', () => {
    const rivals = field(21)
    const { measured } = effectsOf(rivals)
    const [first = ['', null]] = measured
    const flat = first[1] && new Map([...measured, [first[0], { ...first[1], error: 0 }]])
    const { places, unplaced } = ranking(rivals, flat ?? measured, 'seed')
    expect(places).toHaveLength(20)
    expect([...unplaced]).toEqual([
      ['a00', 'a rank needs a difference that varies between events, to tell luck from skill'],
    ])
  })

  it('against a baseline places everybody measured, whether they share a question or not', () => {
    const priced = (id: string, from: number, off: number): Rival => ({
      id,
      items: Array.from({ length: 40 }, (_, at) => ({
        question: `q${at + from}`,
        family: `f${at + from}`,
        p: 0.6 + off - (at % 5) * 0.01,
        outcome: 1 as const,
        references: { market: 0.6 },
      })),
    })
    const rivals = [priced('good', 0, 0.3), priced('like', 200, 0.302), priced('poor', 100, -0.2), priced('base', 0, 0)]
    const { against, measured } = effectsOf(rivals, ['market'])
    expect(against).toBe('market')
    const { places, unplaced, method } = ranking(rivals, measured, 'seed')
    expect([method, unplaced.size]).toEqual(['head-to-head', 0])
    expect(places.map(({ id, rank, tiedWith }) => [id, rank, tiedWith])).toEqual([
      ['like', 1, ['good']],
      ['good', 1, ['like']],
      ['base', 3, []],
      ['poor', 4, []],
    ])
  })

  it('gives the first place to somebody even where each of the best is beaten by another', () => {
    // Rock, paper, scissors: each pair shares ten questions of its own, on which one is plainly better.
    const pair = (winner: string, loser: string) =>
      Array.from({ length: 10 }, (_, at) => ({
        question: `${winner}${loser}${at}`,
        family: `${winner}${loser}${at}`,
        p: { [winner]: 0.9 - at * 0.001, [loser]: 0.4 },
      }))
    const questions = [...pair('r', 's'), ...pair('s', 'p'), ...pair('p', 'r')]
    const rivals = ['p', 'r', 's'].map(
      (id): Rival => ({
        id,
        items: questions.flatMap(({ question, family, p }) =>
          p[id] === undefined ? [] : [{ question, family, p: p[id], outcome: 1 as const, references: {} }],
        ),
      }),
    )
    const { places } = ranking(rivals, effectsOf(rivals).measured, 'seed')
    expect(places.map(({ rank, tiedWith }) => [rank, tiedWith])).toEqual([
      [1, []],
      [1, []],
      [1, []],
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { type Effect, shrink } from '../../../../src/core/scoring/comparing/shrinkage.ts'
import { normalDraw, type Random, randomFrom } from '../../../../src/core/scoring/numbers/random.ts'
import { peerStanding } from '../../../../src/core/scoring/over-time/peer.ts'

// Skill varies far less between authors than luck does from forecast to forecast, and most have made few forecasts.
const [REPETITIONS, AUTHORS] = [500, 200]
const [SKILL, NOISE] = [0.03, 0.17]
const [FEWEST, MOST] = [5, 150]

type Author = Effect & { truth: number; n: number }
type First = { shown: number; truth: number; n: number }

const author = (random: Random): Author => {
  const n = Math.round(FEWEST * (MOST / FEWEST) ** random())
  const [truth, error] = [SKILL * normalDraw(random), NOISE / Math.sqrt(n)]
  return { n, truth, error, value: truth + error * normalDraw(random) }
}

/** Whoever a board puts first: what it shows of that author, and what that is truly worth. */
const firstOf = (authors: readonly Author[], shown: (author: Author, at: number) => number): First => {
  const board = authors.map((one, at) => ({ shown: shown(one, at), truth: one.truth, n: one.n }))
  return board.reduce((first, one) => (one.shown > first.shown ? one : first))
}

const simulate = (seed: string): Record<'raw' | 'shrunk' | 'floor', First[]> => {
  const random = randomFrom(seed)
  const boards = Array.from({ length: REPETITIONS }, () => {
    const authors = Array.from({ length: AUTHORS }, () => author(random))
    const shrunk = shrink(authors).authors
    return {
      raw: firstOf(authors, ({ value }) => value),
      shrunk: firstOf(authors, (_, at) => shrunk[at]?.value ?? Number.NaN),
      floor: firstOf(authors, ({ value, n }) => peerStanding([{ score: value * n, coverage: n, weight: 1 }])),
    }
  })
  return {
    raw: boards.map(({ raw }) => raw),
    shrunk: boards.map((board) => board.shrunk),
    floor: boards.map(({ floor }) => floor),
  }
}

const mean = (values: readonly number[]): number => values.reduce((so, value) => so + value, 0) / values.length
const summary = (firsts: readonly First[]): First => ({
  shown: mean(firsts.map(({ shown }) => shown)),
  truth: mean(firsts.map(({ truth }) => truth)),
  n: mean(firsts.map(({ n }) => n)),
})

describe('the first place of a board of 200', () => {
  const boards = simulate('winners')
  const [raw, shrunk, floor] = [summary(boards.raw), summary(boards.shrunk), summary(boards.floor)]
  const figures = (one: First): string =>
    `shows ${one.shown.toFixed(3)}, is worth ${one.truth.toFixed(3)}, n ${one.n.toFixed(0)}`
  console.info(`winners-curse.test.ts: raw ${figures(raw)}; shrunk ${figures(shrunk)}; floor of 30 ${figures(floor)}`)

  it('by the raw mean goes to somebody lucky with few forecasts', () => {
    expect(raw.shown).toBeGreaterThan(0.15)
    expect(raw.shown).toBeLessThan(0.19)
    expect(raw.truth).toBeLessThan(0.05)
    expect(raw.n).toBeLessThan(15)
  })

  it('by the shrunk mean is worth what it shows, and goes to somebody better', () => {
    expect(Math.abs(shrunk.shown - shrunk.truth)).toBeLessThan(0.01)
    expect(shrunk.truth).toBeGreaterThan(raw.truth + 0.015)
    expect(shrunk.n).toBeGreaterThan(50)
  })

  it('by dividing through at least 30 gets most of that gain', () => {
    expect((floor.truth - raw.truth) / (shrunk.truth - raw.truth)).toBeGreaterThan(0.6)
  })
})

import { describe, expect, it } from 'vitest'
import {
  type Bin,
  binsBetween,
  binsByForecast,
  binsOfEqualMass,
  calibrationError,
} from '../../../../src/core/scoring/binary/bins.ts'
import { total } from '../../../../src/core/scoring/counts.ts'
import { counts, rufibach } from './counting.ts'

const members = (bins: Bin[]) => bins.map(({ rows }) => rows.map(({ p }) => p))
const said = (...ps: number[]) => counts(...ps.map((p): [number, number, number] => [p, 1, 0]))

describe('binsBetween', () => {
  const edgy = said(0, 0.1, 0.1 + 0.2, 0.3, 0.35, 1)

  it('puts an edge into the upper bin if left-closed, and 1 into the last', () => {
    expect(members(binsBetween(edgy))).toEqual([[0], [0.1], [0.3, 0.1 + 0.2, 0.35], [1]])
    expect(members(binsBetween(said(0.95, 1)))).toEqual([[0.95, 1]])
  })

  it('puts an edge into the lower bin if right-closed, and 0 into the first', () => {
    expect(members(binsBetween(edgy, { closed: 'right' }))).toEqual([[0, 0.1], [0.3], [0.1 + 0.2, 0.35], [1]])
  })

  it('differs by what is closed', () => {
    expect(members(binsBetween(said(0.15, 0.2)))).toEqual([[0.15], [0.2]])
    expect(members(binsBetween(said(0.15, 0.2), { closed: 'right' }))).toEqual([[0.15, 0.2]])
  })

  it('takes edges as given', () => {
    expect(members(binsBetween(edgy, { edges: [0, 0.35, 1] }))).toEqual([
      [0, 0.1, 0.3, 0.1 + 0.2],
      [0.35, 1],
    ])
    expect(members(binsBetween([]))).toEqual([])
  })

  it('knows what a bin said and what happened', () => {
    const [bin] = binsBetween(counts([0.71, 1, 1], [0.75, 3, 1]))
    expect(bin).toMatchObject({ n: 4, hits: 2, forecast: expect.closeTo(0.74, 14), observed: 0.5 })
  })
})

describe('other bins', () => {
  it('makes one of every forecast', () => {
    expect(members(binsByForecast(said(0.1, 0.2, 0.3)))).toEqual([[0.1], [0.2], [0.3]])
  })

  it('are of equal mass as far as ties allow', () => {
    expect(members(binsOfEqualMass(said(0.1, 0.2, 0.3, 0.4), 2))).toEqual([
      [0.1, 0.2],
      [0.3, 0.4],
    ])
    const tied = binsOfEqualMass(counts([0.1, 1, 0], [0.5, 8, 4], [0.9, 1, 1]), 5)
    expect(members(tied)).toEqual([[0.1], [0.5], [0.9]])
    expect(total(tied)).toEqual({ n: 10, hits: 5 })
    expect(binsOfEqualMass(said(0.1, 0.2), 10)).toHaveLength(2)
  })
})

describe('calibrationError', () => {
  it.each([
    { name: 'Rufibach 2010', bins: binsBetween(rufibach), ece: 0.3, mce: 0.3 },
    // (5 · |.1 − .4| + 15 · |.6 − .6|)/20
    { name: 'two bins', bins: binsBetween(counts([0.1, 5, 2], [0.6, 15, 9])), ece: 0.075, mce: 0.3 },
  ])('$name', ({ bins, ece, mce }) => {
    expect(calibrationError(bins)?.ece).toBeCloseTo(ece, 14)
    expect(calibrationError(bins)?.mce).toBeCloseTo(mce, 14)
  })

  it('has no value without bins', () => {
    expect(calibrationError([])).toBeNull()
  })
})

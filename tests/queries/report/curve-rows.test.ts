import { expect, it } from 'vitest'
import { curveRows } from '../../../src/queries/report/curve-rows.ts'

const band = { level: 0.9, low: 0.1, high: 0.5 }
const bands = { consistency: { resampled: [{ p: 0.3, ...band }], asymptotic: [] }, honest: [] }
const curve = { points: [{ p: 0.3, n: 4, hits: 1, recalibrated: 0.25 }], blocks: [], bands }
const bounds = {
  curve: [
    { p: 0.2, lowest: 0, highest: 0.4 },
    { p: 0.3, lowest: 0.2, highest: 0.4 },
  ],
}

it('joins curve, band and bounds by p; what is only open has bounds alone', () => {
  expect(curveRows({ curve, bounds })).toEqual([
    {
      p: 0.2,
      n: 0,
      hits: 0,
      observed: null,
      recalibrated: null,
      bandLow: null,
      bandHigh: null,
      lowest: 0,
      highest: 0.4,
    },
    {
      p: 0.3,
      n: 4,
      hits: 1,
      observed: 0.25,
      recalibrated: 0.25,
      bandLow: 0.1,
      bandHigh: 0.5,
      lowest: 0.2,
      highest: 0.4,
    },
  ])
})

it('has nothing of a curve that is withheld', () => {
  expect(curveRows({ curve: null, bounds })).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { GRACE, HANG, quantile, slope, unexplained } from './windows.ts'

const fault = { name: 'a cut', began: 10_000, ended: 12_000 }
const asked = (began: number, ended: number, wrong: string | null = '503') => ({ act: 'board', began, ended, wrong })

describe('what no fault explains', () => {
  it('is what went wrong before a fault, or later than a moment after it', () => {
    const before = asked(9_000, 9_999)
    const after = asked(12_001 + GRACE, 13_000 + GRACE)
    expect(unexplained([before, after], [fault])).toEqual([before, after])
  })

  it('is neither what was under way in a fault, nor what went well', () => {
    const excused = [asked(9_000, 10_000), asked(11_000, 11_000 + HANG), asked(12_000 + GRACE, 13_000 + GRACE)]
    expect(unexplained([...excused, asked(1, 2, null)], [fault])).toEqual([])
  })

  it('is what hangs, whatever comes meanwhile', () => {
    const hung = asked(11_000, 11_001 + HANG)
    expect(unexplained([hung], [fault])).toEqual([hung])
  })

  it('is everything that went wrong where there was no fault', () => {
    expect(unexplained([asked(1, 2)], [])).toHaveLength(1)
  })
})

describe('a slope', () => {
  it('is that of the line the points are on', () => {
    expect(slope([1, 2, 5, 9].map((x) => ({ x, y: 3 - 0.25 * x })))).toBeCloseTo(-0.25, 12)
  })

  // y on x of the four of Anscombe 1973: 0.500 to three places.
  it('is that of least squares', () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    expect(slope(x.map((one, at) => ({ x: one, y: y[at] ?? 0 })))).toBeCloseTo(0.5, 3)
  })

  it('is none for one moment', () => {
    expect(slope([{ x: 1, y: 2 }])).toBe(0)
    expect(slope([])).toBe(0)
  })
})

describe('a quantile', () => {
  it('is the value that so many are below', () => {
    const values = Array.from({ length: 100 }, (_, at) => 99 - at)
    expect([quantile(values, 0.5), quantile(values, 0.99), quantile(values, 1)]).toEqual([50, 99, 99])
    expect(quantile([], 0.5)).toBeNaN()
  })
})

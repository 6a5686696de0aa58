import { describe, expect, it } from 'vitest'
import { GRACE, quantile, slope, TOLD, unexplained } from './windows.ts'

const fault = { name: 'a cut', began: 10_000, ended: 12_000 }
const asked = (began: number, ended: number, wrong: string | null = '503') => ({ act: 'board', began, ended, wrong })

describe('what no fault explains', () => {
  it('is what went wrong before a fault, or later than a moment after it', () => {
    const before = asked(9_000, 9_999)
    const after = asked(12_001 + GRACE, 13_000 + GRACE)
    expect(unexplained([before, after], [fault])).toEqual([before, after])
  })

  it('is neither what was under way in a fault, nor what went well', () => {
    const excused = [asked(9_000, 10_000), asked(11_000, 12_000 + TOLD), asked(12_000 + GRACE, 13_000 + GRACE)]
    expect(unexplained([...excused, asked(1, 2, null)], [fault])).toEqual([])
  })

  it('is what hangs after a fault is mended, also into the next one', () => {
    const [hung, next] = [asked(11_000, 12_001 + TOLD), { name: 'another', began: 20_000, ended: 21_000 }]
    const both = [hung, asked(15_999, 20_500)]
    expect(unexplained(both, [fault, next])).toEqual([hung, asked(15_999, 20_500)])
    expect(unexplained([asked(16_000, 20_500)], [fault, next])).toEqual([])
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

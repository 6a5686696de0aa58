import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dotLabels } from '../../../src/web/charts/dot-labels.ts'
import { BOTTOM, LEFT, RIGHT, radiusIn, TOP, x, y } from '../../../src/web/charts/frame.ts'
import { widthOf } from '../../../src/web/charts/text-lines.ts'

const dot = fc.record({
  p: fc.double({ min: 0, max: 1, noNaN: true }),
  observed: fc.double({ min: 0, max: 1, noNaN: true }),
  n: fc.integer({ min: 1, max: 100_000 }),
  words: fc.constant(''),
})

it('numbers meet no dot, never read as one number, and stay inside the frame', () => {
  fc.assert(
    fc.property(fc.array(dot, { maxLength: 40 }), (dots) => {
      const boxes = dotLabels({ dots }).map(({ x: left, y: base, text }) => ({
        left,
        right: left + widthOf(text) * 11,
        top: base - 9.57,
        bottom: base + 1.43,
      }))
      const radius = radiusIn({ dots })
      const round = dots.map(({ p, observed, n }) => {
        const [cx, cy, r] = [x(p), y(observed), radius(n)]
        return { left: cx - r, right: cx + r, top: cy - r, bottom: cy + r }
      })
      boxes.forEach((box, at) => {
        const others = boxes.slice(at + 1).map((other) => ({ ...other, left: other.left - 5, right: other.right + 5 }))
        for (const other of [...round, ...others]) {
          const apart =
            Math.min(box.right, other.right) - Math.max(box.left, other.left) < 0.01 ||
            Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) < 0.01
          expect(apart).toBe(true)
        }
        expect(box.left >= LEFT - 0.01 && box.right <= RIGHT + 0.01).toBe(true)
        expect(box.top >= TOP - 0.01 && box.bottom <= BOTTOM + 0.01).toBe(true)
      })
    }),
  )
})

it('few dots apart from each other all have their number', () => {
  const dots = [0, 0.25, 0.5, 0.75, 1].map((p) => ({ p, observed: p, n: 1200, words: '' }))
  expect(dotLabels({ dots }).map(({ text }) => text)).toEqual(Array(5).fill('1,200'))
})

import type { Diagram } from './diagram.ts'
import { BOTTOM, LEFT, RIGHT, radiusIn, TOP, x, y } from './frame.ts'
import { widthOf } from './text-lines.ts'

const SIZE = 11
const GAP = 2.5
/** Nearer to each other, two numbers would read as one. */
const APART = 5

type Box = { left: number; right: number; top: number; bottom: number }
export type DotLabel = { x: number; y: number; text: string }

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const boxAt = (left: number, middle: number, width: number): Box => ({
  left,
  right: left + width,
  top: middle - SIZE / 2,
  bottom: middle + SIZE / 2,
})

/** Where a number may stand: right below its dot first, since a line that rises leaves that corner free. */
const places = (cx: number, cy: number, r: number, width: number): Box[] => {
  const [right, left] = [cx + r + GAP, cx - r - GAP - width]
  const [over, under] = [cy - r - SIZE / 2, cy + r + SIZE / 2]
  const slant = { right: cx + r + 1, left: cx - r - 1 - width }
  const [above, below] = [cy - r * 0.7 - SIZE / 2, cy + r * 0.7 + SIZE / 2]
  return [
    boxAt(slant.right, below, width),
    boxAt(slant.left, above, width),
    boxAt(slant.right, above, width),
    boxAt(slant.left, below, width),
    boxAt(right, cy, width),
    boxAt(left, cy, width),
    boxAt(cx - width / 2, under + GAP, width),
    boxAt(cx - width / 2, over - GAP, width),
  ]
}

/**
 * The numbers of forecasts beside their dots, the most first: each stands where it meets no dot and no other number, inside
 * the frame, or is left out (the dot names it all the same). `x` is the left end, `y` the base line.
 */
export const dotLabels = (diagram: Pick<Diagram, 'dots'>): DotLabel[] => {
  const radius = radiusIn(diagram)
  const dots = diagram.dots.map(({ p, observed, n }) => ({ cx: x(p), cy: y(observed), r: radius(n), n }))
  const taken: Box[] = dots.map(({ cx, cy, r }) => ({ left: cx - r, right: cx + r, top: cy - r, bottom: cy + r }))
  const labels: DotLabel[] = []
  for (const { cx, cy, r, n } of dots.toSorted((a, b) => b.n - a.n)) {
    const text = n.toLocaleString('en-GB')
    const free = places(cx, cy, r, widthOf(text) * SIZE).find(
      (box) =>
        box.left >= LEFT &&
        box.right <= RIGHT &&
        box.top >= TOP &&
        box.bottom <= BOTTOM &&
        !taken.some((other) => meet(box, other)),
    )
    if (!free) continue
    taken.push({ ...free, left: free.left - APART, right: free.right + APART })
    labels.push({ x: free.left, y: free.bottom - SIZE * 0.13, text })
  }
  return labels
}

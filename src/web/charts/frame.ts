import { scaleLinear, scaleSqrt } from 'd3-scale'
import type { Diagram } from './diagram.ts'

/** The parts of the picture in units of its viewBox: 360 wide, so that its text can still be read on 320 pixels. */
export const WIDTH = 360
export const LEFT = 52
const PLOT = 290
/** Between the frame and 0 % or 100 %: the greatest dot stays clear of the labels. */
const INSET = 11
export const TOP = 24
export const RIGHT = LEFT + PLOT
export const BOTTOM = TOP + PLOT
/** The bars stand in a strip of their own below the plot, on the same scale of what was said. */
const STRIP = 46
export const BARS_TOP = BOTTOM + 8
export const BARS_BOTTOM = BARS_TOP + STRIP

const GREATEST_RADIUS = 10
/** Smaller dots and bars would not be seen: the fewest look like more than they are. */
const LEAST_RADIUS = 2
const LEAST_BAR = 1.5

export const x = scaleLinear([0, 1], [LEFT + INSET, RIGHT - INSET])
export const y = scaleLinear([0, 1], [BOTTOM - INSET, TOP + INSET])
export const TICKS: readonly number[] = x.ticks(5)

const most = (rows: readonly { n: number }[]): number => rows.reduce((so, { n }) => Math.max(so, n), 1)

/** The radius of a dot: its area is proportional to the number of forecasts. */
export const radiusIn = ({ dots }: Pick<Diagram, 'dots'>): ((n: number) => number) => {
  const scale = scaleSqrt([0, most(dots)], [0, GREATEST_RADIUS])
  return (n) => Math.max(LEAST_RADIUS, scale(n))
}

/** The height of a bar. */
export const heightIn = ({ bars }: Pick<Diagram, 'bars'>): ((n: number) => number) => {
  const scale = scaleLinear([0, most(bars)], [0, STRIP])
  return (n) => Math.max(LEAST_BAR, scale(n))
}

/** A length or place as it stands in the picture. */
export const at = (value: number): number => Number(value.toFixed(2))

/** A request: when it began and ended, in ms, and what was wrong with its answer. */
export type Asked = { act: string; began: number; ended: number; wrong: string | null }

/** A fault, from when it began until all was mended again, in ms. */
export type Fault = { name: string; began: number; ended: number }

/** How long after a fault is mended a request that begins may still meet it, in ms. */
export const GRACE = 2_000

/** How long a request may take before it meets a fault, and after it is mended until it is told so, in ms: well before the next one. */
export const TOLD = 4_000

/** Whether a request was under way in a fault or began the moment after it, and did not hang. */
const isIn = ({ began, ended }: Asked, fault: Fault): boolean =>
  began >= fault.began - TOLD && began <= fault.ended + GRACE && ended >= fault.began && ended <= fault.ended + TOLD

/** Those that went wrong with no fault to blame. */
export const unexplained = (asked: readonly Asked[], faults: readonly Fault[]): Asked[] =>
  asked.filter((one) => one.wrong !== null && !faults.some((fault) => isIn(one, fault)))

/** The slope of a line through points by least squares, in units of y for each unit of x; 0 for fewer than two points. */
export const slope = (points: readonly { x: number; y: number }[]): number => {
  const mean = (of: 'x' | 'y') => points.reduce((sum, point) => sum + point[of], 0) / points.length
  const [x, y] = [mean('x'), mean('y')]
  const spread = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0)
  return spread > 0 ? points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / spread : 0
}

/** The value below which a share of the values lies; NaN for none. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

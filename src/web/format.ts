import type { Day, Instant } from '../core/time.ts'

/** A no-break space: a number and its unit stay on one line. */
const NBSP = '\u00a0'
const MINUS = '\u2212'

/** A figure for reading, and the same at six decimals for who recomputes it. */
export type Figure = { text: string; exact: string }
export type Spread = { low: number | null; high: number | null }

const exact = (value: number): string => value.toFixed(6)
const minus = (text: string): string => text.replace('-', MINUS)

/** Three decimals where the interval is narrow enough to carry them, else two. */
const digitsFor = ({ low, high }: Spread): number => (low !== null && high !== null && high - low < 0.04 ? 3 : 2)

/** A mean Brier score: `0.032 (0.026–0.038)`, to as many decimals as its interval supports. */
export const brier = (mean: number, spread: Spread): Figure => {
  const digits = digitsFor(spread)
  const { low, high } = spread
  if (low === null || high === null) return { text: mean.toFixed(digits), exact: exact(mean) }
  const interval = `${low.toFixed(digits)}–${high.toFixed(digits)}`
  return { text: `${mean.toFixed(digits)} (${interval})`, exact: `${exact(mean)} (${exact(low)}–${exact(high)})` }
}

/** A number with its sign, `+0.12`; what rounds to nothing has none. */
export const signed = (value: number, digits: number): string => {
  const text = value.toFixed(digits)
  if (Number(text) === 0) return (0).toFixed(digits)
  return value > 0 ? `+${text}` : minus(text)
}

/** A paired difference: `+0.12 (−0.01 to +0.25)`; alone where it has no interval. */
export const difference = (mean: number, ends: { low: number; high: number } | null): Figure => {
  const spread: Spread = ends ?? { low: null, high: null }
  const digits = digitsFor(spread)
  const { low, high } = spread
  if (low === null || high === null) return { text: signed(mean, digits), exact: minus(exact(mean)) }
  return {
    text: `${signed(mean, digits)} (${signed(low, digits)} to ${signed(high, digits)})`,
    exact: minus(`${exact(mean)} (${exact(low)} to ${exact(high)})`),
  }
}

/** Whole percentages; what is not quite 0 or 1 never reads so: `0.7` → `70 %`, `0.005` → `0.5 %`, `0.9999` → `>99.9 %`. */
export const percent = (share: number): string => {
  if (share > 0 && share < 0.0005) return `<0.1${NBSP}%`
  if (share < 1 && share > 0.9995) return `>99.9${NBSP}%`
  const points = share * 100
  const whole = (share >= 0.01 && share <= 0.99) || Number.isInteger(points)
  return `${whole ? points.toFixed(0) : Number(points.toFixed(1))}${NBSP}%`
}

/** A share with its interval in whole percentages: `80 % (49–94)`. */
export const share = (value: number, spread: Spread): string => {
  const { low, high } = spread
  if (low === null || high === null) return percent(value)
  return `${percent(value)} (${(low * 100).toFixed(0)}–${(high * 100).toFixed(0)})`
}

/** The ends of an interval in whole percentages: `49 to 94 %`. */
export const percentEnds = ({ low, high }: { low: number; high: number }): string =>
  `${(low * 100).toFixed(0)} to ${(high * 100).toFixed(0)}${NBSP}%`

/** One thing or several: `counted(1, 'family', 'families') = '1 family'`. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')}${NBSP}${n === 1 ? one : many}`

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `2026-02-10` → `10 Feb 2026` */
export const dayText = (day: Day | string): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)}${NBSP}${MONTHS[Number(month) - 1] ?? month}${NBSP}${year}`
}

/** `2026-02` → `Feb 2026` */
export const monthText = (month: string): string => {
  const [year = '', number = ''] = month.split('-')
  return `${MONTHS[Number(number) - 1] ?? number}${NBSP}${year}`
}

/** `2026-02-10T09:30:00.000Z` → `10 Feb 2026, 09:30 UTC` */
export const instantText = (instant: Instant): string =>
  `${dayText(instant.slice(0, 10))}, ${instant.slice(11, 16)}${NBSP}UTC`

import type { Report } from './report.ts'
import type { PublicReport } from './withhold.ts'

/** A figure of a report that is null, by its path (`brier.interval`, `groups.1.wilson`), and why. */
export type Missing = { field: string; reason: string }

const ALIKE = 'all outcomes are alike'
const ONE_FORECAST = 'a spread needs two forecasts'
const ONE_FAMILY = 'an interval needs two families'
const ERROR_FAMILIES = 'a standard error needs two families'
const EMPTY_RANGE = 'no forecasts in this range'

const NO_LUCK = 'every forecast is 0 %, 50 % or 100 %, which leaves the test no luck to compare with'

const aucReason = ({ auc }: Report): string =>
  auc?.auc === 1 || auc?.auc === 0
    ? 'hits and misses do not overlap in p, so that nothing tells how far luck could move it'
    : 'an interval needs two families with hits and two with misses'

const slopeReason = ({ n, hits, families }: Report): string => {
  if (families < 2) return ONE_FAMILY
  if (n < 10) return 'a slope needs ten forecasts'
  if (hits === 0 || hits === n) return ALIKE
  return 'no line fits best: above some probability everything came true, and below it nothing'
}

const reasonOf = (path: string, full: Report): string => {
  if (path === 'bounds') return 'no forecasts'
  if (full.n === 0 && !path.startsWith('bounds.') && !path.startsWith('groups.')) return 'no settled forecasts'
  if (/^(bounds\.)?groups\./.test(path)) return EMPTY_RANGE
  if (path === 'slope') return slopeReason(full)
  if (path === 'auc' || path === 'skill.baseRate') return ALIKE
  if (path === 'auc.interval') return aucReason(full)
  if (path === 'skill.half') return 'no skill can be told against a reference that was never wrong'
  if (path === 'spiegelhalter') return full.families < 2 ? 'a test over families needs two families' : NO_LUCK
  if (path.endsWith('.interval')) return ONE_FAMILY
  if (/^(brier\.error|skill\.\w+\.sd)$/.test(path)) return ERROR_FAMILIES
  if (path === 'murphy.debiased') return ONE_FORECAST
  return 'not defined on this sample'
}

/** The paths of all nulls inside a value. */
export const nullsOf = (value: unknown, path: readonly string[]): string[] => {
  if (value === null) return [path.join('.')]
  if (typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, part]) => nullsOf(part, [...path, name]))
}

/**
 * Every figure that cannot be computed on this sample, with the reason: no null stands in a report without one. Figures that
 * a public page withholds are another matter, see `withhold`.
 * One forecast alone: `missingFigures(report(…))[0] = { field: 'gap.interval', reason: 'an interval needs two families' }`.
 */
export const missingFigures = (full: Report): Missing[] =>
  nullsOf(full, []).map((field) => ({ field, reason: reasonOf(field, full) }))

/**
 * The same of a report as the public sees it: what is withheld is named with its rule already, so that each null of a public
 * report stands either in `withheld` or here. Example: with 4 families and all outcomes alike, nothing of `auc`, which waits
 * for 100 families.
 */
export const missingShown = (full: Report, { withheld }: Pick<PublicReport, 'withheld'>): Missing[] => {
  const isHidden = (path: string): boolean =>
    withheld.some(({ field }) => path === field || path.startsWith(`${field}.`))
  return missingFigures(full).filter(({ field }) => !isHidden(field))
}

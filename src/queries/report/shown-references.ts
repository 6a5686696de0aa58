import { whyWithheld } from '../../core/scoring/report/withhold.ts'
import type { Difference } from '../comparing/difference.ts'
import type { StandingReport } from './standing-report.ts'
import type { ReferenceId } from './stored-report.ts'

/** What an author is held against on the same questions; figures null where `rule` says why. */
export type ShownReference = {
  reference: ReferenceId
  /** It has seen the outcomes: no fair rival. */
  inSample: boolean
  n: number
  /** Mean Brier of the reference, and of the author on the same questions: 0 best, 1 worst. */
  brier: number | null
  own: number | null
  difference: Difference | null
  rule: string | null
}

/** The references of a report, made now or kept, in one shape; the mean of the other authors is a comparison, by the rule of those. */
export const shownReferences = (report: StandingReport): ShownReference[] => {
  const { n, families, hits, pending: unsettled } = report.figures
  const notCompared = whyWithheld('comparisons', { n, families, hits: hits ?? 0, unsettled }, report.reach)
  if (report.kind === 'live')
    return report.live.references.map(({ reference, inSample, n, brier, own, difference, withheld }) => ({
      reference,
      inSample,
      n,
      brier,
      own,
      difference,
      rule: difference === null ? (withheld[0]?.rule ?? null) : null,
    }))
  return report.kept.references
    .filter(({ reference }) => reference !== 'others' || notCompared === null)
    .map(({ reference, inSample, n, brier, own, difference: { mean, families, interval } }) => ({
      reference,
      inSample,
      n,
      brier,
      own,
      difference: { value: mean, interval, n, families },
      rule: null,
    }))
}

import { auc } from '../binary/auc.ts'
import { leaning } from '../binary/leaning.ts'
import { brier } from '../binary/proper-scores.ts'
import { clipped, FEWEST, fitLine, logitRows, overlap } from '../binary/recalibration.ts'
import { type Counts, total } from '../counts.ts'
import { type Bootstrap, familyBootstrap } from '../intervals/family-bootstrap.ts'
import type { Missing } from './missing.ts'
import type { PublicReport } from './withhold.ts'

/** Intervals by drawing families anew, beside those of the figures of the same names; null where the figure is. */
export type ReportBootstrap = Record<'brier' | 'overconfidence' | 'slope' | 'auc', Bootstrap | null>

const slopeOf = (counts: Counts): number | null => {
  const within = clipped(counts)
  const isFit = total(within).n >= FEWEST && overlap(within)
  return isFit ? (fitLine(logitRows(within))?.slope ?? null) : null
}

/**
 * Family bootstraps of mean Brier, over-confidence, calibration slope (p within [.01, .99]) and AUC, each with draws of its own
 * from one seed: a cross-check of the intervals by formula, which rest on large samples. See `familyBootstrap`.
 */
export const reportBootstrap = (
  families: readonly Counts[],
  figures: PublicReport,
  { seed, draws }: { seed: string; draws: number },
): ReportBootstrap => {
  const ifShown = (name: string, figure: unknown, statistic: (counts: Counts) => number | null) =>
    figure === null ? null : familyBootstrap(families, statistic, { seed: `${seed} ${name}`, draws })
  return {
    brier: ifShown('brier', figures.brier, brier),
    overconfidence: ifShown('overconfidence', figures.leaning, (counts) => leaning(counts)?.overconfidence ?? null),
    slope: ifShown('slope', figures.slope, slopeOf),
    auc: ifShown('auc', figures.auc, auc),
  }
}

const figureOf = { brier: 'brier', overconfidence: 'leaning', slope: 'slope', auc: 'auc' } as const

type Named = { withheld: readonly { field: string; rule: string }[]; missing: readonly Missing[] }

/** What was not drawn, named as the figure is that it goes with: withheld by the same rule, or missing for the same reason. */
export const undrawn = (drawn: ReportBootstrap, { withheld, missing }: Named): Named => {
  const without = Object.entries(figureOf).filter(([name]) => drawn[name as keyof ReportBootstrap] === null)
  return {
    withheld: without.flatMap(([name, figure]) =>
      withheld.filter(({ field }) => field === figure).map(({ rule }) => ({ field: `bootstrap.${name}`, rule })),
    ),
    missing: without.flatMap(([name, figure]) =>
      missing.filter(({ field }) => field === figure).map(({ reason }) => ({ field: `bootstrap.${name}`, reason })),
    ),
  }
}

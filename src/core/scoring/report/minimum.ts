/**
 * How many event families a figure needs before a public page shows it, and whether it also needs ten hits
 * and ten misses. Thresholds and their reasons: reliability of a rank passes .5 near 32 families and .75 near 100; a
 * slope of 0.6 is found with 66 % power at 100; the calibration error that luck alone gives is still .098 at 100. Bounds need
 * what the figure needs that they bound, for with nothing open they are that figure.
 */
const table = {
  calls: { families: 1, needs: 'a list of calls needs' },
  hits: { families: 1, needs: 'the number of hits needs' },
  expectedHits: { families: 1, needs: 'the number of expected hits needs' },
  baseRate: { families: 10, needs: 'the base rate needs' },
  hitTest: { families: 10, needs: 'the exact test of the hits needs' },
  familyHitTest: { families: 10, needs: 'the exact test of the hits over families needs' },
  brier: { families: 10, needs: 'mean Brier needs' },
  gap: { families: 10, needs: 'the gap between what was said and what happened needs' },
  logScore: { families: 10, needs: 'the mean log score needs' },
  baselineScore: { families: 10, needs: 'the baseline score needs' },
  skill: { families: 10, needs: 'skill against 50 % and the base rate needs' },
  references: { families: 10, needs: 'the difference from references needs' },
  overTime: { families: 10, needs: 'scores over time need' },
  bounds: { families: 10, needs: 'the bounds of mean Brier and hit rate need' },
  'bounds.right': { families: 30, needs: 'the bounds of the share of right leans need' },
  'bounds.overconfidence': { families: 30, needs: 'the bounds of over-confidence need' },
  'bounds.groups': { families: 30, needs: 'the bounds of the three pooled groups need' },
  'bounds.curve': { families: 30, needs: 'the bounds of the reliability curve need' },
  leaning: { families: 30, needs: 'claimed confidence against the share of right leans needs' },
  groups: { families: 30, needs: 'the three pooled groups need' },
  curve: { families: 30, needs: 'the reliability curve needs' },
  spiegelhalter: { families: 30, needs: "Spiegelhalter's test needs" },
  slope: { families: 30, needs: 'the calibration slope needs', bothOutcomes: true },
  eValue: { families: 30, needs: 'the evidence against calibration needs' },
  verdict: { families: 30, needs: 'a verdict on calibration needs' },
  provisionalRank: { families: 30, needs: 'a provisional rank needs' },
  adjusted: { families: 30, needs: 'the difficulty-adjusted score needs' },
  decomposition: { families: 100, needs: 'miscalibration and discrimination need' },
  murphy: { families: 100, needs: 'reliability and resolution need' },
  auc: { families: 100, needs: 'the AUC needs', bothOutcomes: true },
  rank: { families: 100, needs: 'a rank needs' },
  comparisons: { families: 100, needs: 'comparisons with other authors need' },
  calibrationError: { families: 300, needs: 'the binned calibration error needs' },
  topics: { families: 300, needs: 'rows per topic need' },
  trend: { families: 300, needs: 'a trend over time needs' },
} as const satisfies Record<string, { families: number; needs: string; bothOutcomes?: true }>

export type ReportField = keyof typeof table

/** Figures marked `bothOutcomes` need this many hits and as many misses. */
const EACH_OUTCOME = 10

/** The table as data, for pages that explain it; every field once, in the order a report shows them. */
export const minimumFamilies: readonly { field: ReportField; families: number; bothOutcomes: boolean }[] = (
  Object.keys(table) as ReportField[]
).map((field) => ({ field, families: table[field].families, bothOutcomes: 'bothOutcomes' in table[field] }))

/** What a figure is called: `nameOf('brier') = 'mean Brier'`. */
export const nameOf = (field: ReportField): string => {
  const { needs } = table[field]
  return needs.slice(0, needs.lastIndexOf(' need'))
}

/** Whether a name is that of a field with a minimum of families. */
export const isReportField = (name: string): name is ReportField => name in table

/** How many independent families a figure needs. */
export const fewestFamilies = (field: ReportField): number => table[field].families

/** May be shown, what it is called and whether that is a plural; or may not, and the rule as a sentence for the reader. */
export type Visibility = { shown: true; name: string; many: boolean } | { shown: false; rule: string }

/** What else a figure may depend on; left out, figures that need both outcomes are withheld. */
export type Outcomes = { hits: number; misses: number }

const counted = (families: number): string => `${families} ${families === 1 ? 'family' : 'families'}`

const visibility = (field: ReportField, families: number, { hits, misses }: Outcomes): Visibility => {
  const rule = table[field]
  if (families < rule.families)
    return { shown: false, rule: `${rule.needs} ${counted(rule.families)}; this author has ${families}` }
  if ('bothOutcomes' in rule && Math.min(hits, misses) < EACH_OUTCOME)
    return {
      shown: false,
      rule: `${rule.needs} ${EACH_OUTCOME} hits and ${EACH_OUTCOME} misses; this author has ${hits} and ${misses}`,
    }
  return { shown: true, name: nameOf(field), many: rule.needs.endsWith(' need') }
}

/**
 * For every field of a report, whether a public page may show it with this many families of resolved forecasts. Total:
 * 0 families show nothing, 1 to 9 only calls, hits and expected hits, 10 adds averages, 30 the curve, 100 the
 * decomposition and a rank, 300 the rest. A rank has further rules (a collection, a baseline or common questions).
 *
 * `shown(4).brier = { shown: false, rule: 'mean Brier needs 10 families; this author has 4' }`
 */
export const shown = (families: number, outcomes: Outcomes = { hits: 0, misses: 0 }): Record<ReportField, Visibility> =>
  Object.fromEntries(minimumFamilies.map(({ field }) => [field, visibility(field, families, outcomes)])) as Record<
    ReportField,
    Visibility
  >

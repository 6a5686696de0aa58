import type { ComputedReport } from '../queries/calculator/scores.ts'
import { shorten } from './terminal.ts'

type Ends = { low: number; high: number }
type Shown = { lowest: number; highest: number }
type Check = NonNullable<ComputedReport['robustness']>['checks'][number]

const written = (value: number | null): string => (value === null ? 'none' : value.toFixed(4))
const between = ({ low, high }: Ends): string => `${low.toFixed(4)} to ${high.toFixed(4)}`
const inBrackets = (ends: Ends | null): string => (ends === null ? '' : ` (${between(ends)})`)
const percent = (share: number): string => `${Math.round(share * 100)} %`
const eValue = (e: number | 'Infinity'): string => {
  if (e === 'Infinity') return 'infinite'
  return e >= 1e4 ? e.toExponential(1) : e.toFixed(2)
}

const reasonOf = ({ missing }: ComputedReport, field: string): string =>
  missing.find((one) => one.field === field)?.reason ?? 'it cannot be told from these forecasts'

/** The verdict in words, and what it rests on: what stands first. */
export const verdictLines = ({ verdict }: ComputedReport): string[] => {
  if (verdict === null) return []
  const { eValue: e, families, slope, gap, power } = verdict.evidence
  const ends = [
    ...(slope ? [`slope ${between(slope)}`] : []),
    ...(gap ? [`gap ${between(gap)}`] : []),
    `power against a slope of 0.6 ${percent(power)}`,
  ]
  return [verdict.sentence, `It rests on ${families} families: e-value ${eValue(e)}, ${ends.join(', ')}.`]
}

const bootstrapLines = ({ bootstrap, drawn }: ComputedReport): string[] => {
  const names = { brier: 'Brier score', overconfidence: 'over-confidence', slope: 'slope', auc: 'AUC' } as const
  const rows = (Object.keys(names) as (keyof typeof names)[]).flatMap((name) => {
    const drawnAnew = bootstrap[name]
    return drawnAnew ? [`${names[name]} ${between(drawnAnew.percentile)}`] : []
  })
  return rows.length === 0 ? [] : [`Families drawn anew ${drawn.bootstrap} times, 95 %: ${rows.join('; ')}.`]
}

const recalibratedLine = (scores: ComputedReport): string => {
  const { recalibrated } = scores
  if (recalibrated === null) return `As stated beside recalibrated: none, ${reasonOf(scores, 'recalibrated')}.`
  const { stated, recalibrated: after, difference, moved } = recalibrated
  return `As stated beside recalibrated: Brier ${written(stated)} and ${written(after)}, difference ${written(difference.mean)}${inBrackets(difference.interval)}; ${moved} moved.`
}

const boundsOf = ({ shared }: { shared: Shown | null }): string =>
  shared === null ? 'no score' : `${shared.lowest.toFixed(4)} to ${shared.highest.toFixed(4)}`

const wordLines = ({ words, lexicon }: ComputedReport): string[] => {
  const { statements: all, hedged, share, interval } = lexicon.hedges
  const hedges =
    share === null
      ? []
      : [
          `Weak hedges: ${hedged} of ${all} statements${interval ? ` (${percent(interval.low)} to ${percent(interval.high)})` : ''}.`,
        ]
  if (words === null) return hedges
  const { statements, pointBrier, expectedBrier, worlds, nested, yardsticks } = words
  const holds =
    worlds.verdictHolds === null ? '' : `; the verdict is the same in ${percent(worlds.verdictHolds)} of worlds`
  return [
    ...hedges,
    `In words: ${statements}. Brier ${written(pointBrier)} at the mean of each phrase, ${written(expectedBrier)} expected over what readers hear${inBrackets(worlds.brier)}${nested ? `, ${between(nested)} with families drawn anew` : ''}${holds}.`,
    ...yardsticks.map(
      (one) => `Under ${one.yardstick}: ${one.covered} of ${one.statements} covered, ${boundsOf(one)}.`,
    ),
  ]
}

const checkNames: Readonly<Record<Check['check'], string>> = {
  'without-largest': 'without the five that pull most',
  'one-per-family': 'one a family',
  'first-forecast': 'first forecasts',
  'final-forecast': 'last forecasts',
  'due-cohorts': 'entered cohorts alone',
  lexicon: 'read by',
  coder: 'coder',
}

const checkLine = ({ check, by, n, brier, side, affected, sideChanges, verdictChanges }: Check): string => {
  const name = `${checkNames[check]}${by === null ? '' : ` ${by}`}`
  const flags = [...(sideChanges ? ['the side changes'] : []), ...(verdictChanges ? ['the verdict changes'] : [])]
  const flagged = flags.length === 0 ? '' : `: ${flags.join(' and ')}`
  return `  ${shorten(name, 40).padEnd(40)} Brier ${written(brier)} of ${n}, ${affected} affected, ${side ?? 'no side'}${flagged}`
}

const sideWords = {
  better: 'better than the reference',
  worse: 'worse than the reference',
  equal: 'as good as the reference',
}

const robustnessLines = ({ robustness }: ComputedReport): string[] =>
  robustness === null || robustness.headline.side === null
    ? []
    : [
        `Robustness: Brier ${written(robustness.headline.brier)}, ${sideWords[robustness.headline.side]}, computed again`,
        ...robustness.checks.map(checkLine),
      ]

/** What a report judges beside its figures, a line each. */
export const judgedLines = (scores: ComputedReport): string[] => [
  ...bootstrapLines(scores),
  recalibratedLine(scores),
  ...wordLines(scores),
  ...robustnessLines(scores),
]

import type { Bounds } from './bounds.ts'
import { type ReportField, shown } from './minimum.ts'
import type { Denominator, Figures, Report } from './report.ts'

/** Parts of the bounds that wait for more families than the others, each by its own rule. */
const parts = ['right', 'overconfidence', 'groups', 'curve'] as const satisfies readonly (keyof Bounds)[]
type Part = (typeof parts)[number]

type Field = (keyof Figures & ReportField) | `bounds.${Part}`
type Rule = { field: Field; rule: string }

/** Bounds as the public sees them: a part is withheld by the rule of what it bounds. */
export type PublicBounds = { [Name in keyof Bounds]: Name extends Part ? Bounds[Name] | null : Bounds[Name] }

type PublicFigures = Omit<Figures, 'bounds'> & { bounds: PublicBounds | null }

/** Some figures of a report, with what stands behind them. The hits are always among them: other figures wait for enough. */
type Some = Denominator & Pick<Figures, 'hits'> & Partial<Figures>

/** Figures as the public sees them: one that is withheld is null, and its rule stands in `withheld`. */
export type Public<Full extends Some> = {
  [Name in keyof Full]: Name extends keyof PublicFigures ? PublicFigures[Name] | null : Full[Name]
} & { withheld: Rule[] }
export type PublicReport = Public<Report>

/** Whether the questions behind a report are those of cohorts that have entered: then what few are open may be passed over. */
export type Standing = { entered: boolean }

/** Shown with their bounds while questions are open; the others cannot be bounded, and wait. */
const BOUNDED: ReadonlySet<ReportField> = new Set([
  'hits',
  'expectedHits',
  'baseRate',
  'hitTest',
  'gap',
  'brier',
  'logScore',
  'bounds',
  'bounds.right',
  'bounds.overconfidence',
  'bounds.groups',
  'bounds.curve',
  'leaning',
  'groups',
  'curve',
])

const fields: readonly (keyof Figures & ReportField)[] = [
  'hits',
  'expectedHits',
  'baseRate',
  'hitTest',
  'familyHitTest',
  'gap',
  'brier',
  'logScore',
  'baselineScore',
  'skill',
  'bounds',
  'leaning',
  'groups',
  'curve',
  'spiegelhalter',
  'slope',
  'eValue',
  'decomposition',
  'auc',
  'murphy',
  'calibrationError',
]

/** Why what has no bounds waits while so many questions, or statements, are due and open. */
export const waits = (open: number, what: 'question' | 'statement' = 'question', many = false): string =>
  `${many ? 'wait' : 'waits'} for ${open === 1 ? `a ${what} that is` : `${open} ${what}s that are`} due and not settled: ` +
  `${many ? 'they have' : 'it has'} no bounds, and no cohort of 200 questions, 95 % of them settled, holds these`

/**
 * Why a public page withholds one figure of a report, whatever its field; null where it may be shown. Below the minimum of
 * families that is the table's rule; while questions are open outside entered cohorts, whatever cannot be bounded waits.
 * `whyWithheld('references', { families: 4, n: 4, hits: 1, unsettled: 0 })`
 * `= 'the difference from references needs 10 families; this author has 4'`
 */
export const whyWithheld = (
  field: ReportField,
  { families, n, hits, unsettled }: Denominator & { hits: number },
  { entered }: Standing = { entered: false },
): string | null => {
  const answer = shown(families, { hits, misses: n - hits })[field]
  if (!answer.shown) return answer.rule
  return entered || unsettled === 0 || BOUNDED.has(field)
    ? null
    : `${answer.name} ${waits(unsettled, 'question', answer.many)}`
}

/** The bounds without those parts that a rule withholds, and the rules. */
const withholdParts = (
  full: Bounds | null,
  ruleOf: (field: Field) => Rule[],
): { shown: PublicBounds | null; withheld: Rule[] } => {
  if (full === null) return { shown: null, withheld: [] }
  const rules = parts.map((part) => ({ part, rules: ruleOf(`bounds.${part}`) }))
  const hidden = rules.flatMap((one) => (one.rules.length > 0 ? [[one.part, null] as const] : []))
  return { shown: { ...full, ...Object.fromEntries(hidden) }, withheld: rules.flatMap((one) => one.rules) }
}

/**
 * The public shape of a report, or of some of its figures: one that the minimum-family table does not allow is withheld, and
 * so is, while questions are open outside entered cohorts, what cannot be bounded: "yes" settles at once and "no" waits, so
 * that figures of whatever is settled are biased. Bounds are withheld part by part. `withheld` names each and why.
 * With 4 families only hits and expected hits remain: `withhold(report).withheld[0]`
 * `= { field: 'baseRate', rule: 'the base rate needs 10 families; this author has 4' }`.
 */
export const withhold = <Full extends Some>(full: Full, standing: Standing = { entered: false }): Public<Full> => {
  const ruleOf = (field: Field): Rule[] => {
    const rule = whyWithheld(field, full, standing)
    return rule === null ? [] : [{ field, rule }]
  }
  const bounds = withholdParts(full.bounds ?? null, ruleOf)
  const rules = fields
    .filter((field) => field in full)
    .flatMap((field) => {
      const whole = ruleOf(field)
      return field === 'bounds' && whole.length === 0 ? bounds.withheld : whole
    })
  const hidden = Object.fromEntries(rules.flatMap(({ field }) => (field in full ? [[field, null]] : [])))
  return { ...full, ...('bounds' in full && { bounds: bounds.shown }), ...hidden, withheld: rules } as Public<Full>
}

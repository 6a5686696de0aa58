import { z } from 'zod'
import { groupBy } from '../../core/group-by.ts'
import { brierLoss } from '../../core/scoring/binary/proper-scores.ts'
import { sum } from '../../core/scoring/numbers/sum.ts'
import { bounds } from '../../core/scoring/report/bounds.ts'
import { shown } from '../../core/scoring/report/minimum.ts'
import type { MonthlyCounts } from '../../storage/report-counts.ts'
import { probabilityOf } from '../probabilities.ts'
import { headlineOf } from './monthly.ts'
import { Withheld, withheldBy } from './withheld.ts'

/** What fell due in one month and how it came out. Every figure can be added up over months but `brier` and `families`. */
export const ScoreMonth = z
  .object({
    month: z.string().meta({ description: 'of the window’s end, YYYY-MM; over' }),
    due: z.int().meta({ description: 'n + pending + void' }),
    pending: z.int().meta({ description: 'due and not settled' }),
    void: z.int(),
    n: z.int().meta({ description: 'scored forecasts' }),
    hits: z.int().meta({ description: 'positive events' }),
    families: z.int(),
    brier: z.number().nullable().meta({
      description: 'mean (p − o)² of the month, 0 best, 1 worst; null where nothing is scored or `withheld` says why',
    }),
    bounds: z
      .object({ lowest: z.number(), highest: z.number() })
      .nullable()
      .meta({ description: 'where it could still end; null with it, and where nothing is open' }),
    withheld: Withheld,
    entered: z
      .boolean()
      .nullable()
      .meta({ description: 'whether the month is in a cohort that has entered; null where there is no collection' }),
  })
  .meta({ id: 'ScoreMonth' })
export type ScoreMonth = z.infer<typeof ScoreMonth>

/** A Brier score by month is a trend, which needs the families of one, and a mean, which needs those of the month. */
const ruleOf = (ofAuthor: number, ofMonth: number): string | null => {
  const { trend } = shown(ofAuthor)
  const { brier } = shown(ofMonth)
  if (!trend.shown) return trend.rule
  return brier.shown ? null : brier.rule.replace('this author has', 'this month has')
}

const rowOf = (
  month: string,
  { forms, families }: Pick<MonthlyCounts, 'forms' | 'families'>,
  ofAuthor: number,
): Omit<ScoreMonth, 'entered'> => {
  const all = (of: 'n' | 'hits' | 'pending' | 'void') => forms.reduce((so, form) => so + form[of], 0)
  const [n, hits, pending, voided] = [all('n'), all('hits'), all('pending'), all('void')]
  const distinct = new Set(families.map(({ familyId }) => familyId)).size
  const rule = ruleOf(ofAuthor, distinct)
  const counts = forms.map((form) => ({ p: probabilityOf(form.form), n: form.n, hits: form.hits }))
  const open = forms
    .filter((form) => form.pending > 0)
    .map((form) => ({ p: probabilityOf(form.form), n: form.pending }))
  const isShown = rule === null && n > 0
  return {
    month,
    due: n + pending + voided,
    pending,
    void: voided,
    n,
    hits,
    families: distinct,
    brier: isShown ? sum(counts.map((row) => brierLoss(row.p, row))) / n : null,
    bounds: isShown && pending > 0 ? (bounds(counts, open)?.brier ?? null) : null,
    withheld: withheldBy('brier', rule),
  }
}

/**
 * Month by month, oldest first, in which something fell due. `families`: how many the author's report has; `entered`: the months
 * of entered cohorts, null where there is no collection.
 */
export const seriesOf = (
  { forms, families }: Pick<MonthlyCounts, 'forms' | 'families'>,
  { families: ofAuthor, entered }: { families: number; entered: readonly string[] | null },
): ScoreMonth[] => {
  const settled = groupBy(families, ({ dueMonth }) => dueMonth)
  return [...groupBy(headlineOf(forms), ({ dueMonth }) => dueMonth)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([month, own]) => {
      const row = rowOf(month, { forms: own, families: settled.get(month) ?? [] }, ofAuthor)
      return row.due > 0 ? [{ ...row, entered: entered === null ? null : entered.includes(month) }] : []
    })
}

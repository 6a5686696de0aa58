import { groupBy } from '../../core/group-by.ts'
import { HEADLINE } from '../../core/slice.ts'
import type {
  FamilyFormCount,
  FormCount,
  MonthlyCounts,
  MonthlyForm,
  ReportCounts,
} from '../../storage/report-counts.ts'

/** What was due in these months; null = in any. */
export const within = (
  { forms, families, weakFamilies }: MonthlyCounts,
  months: readonly string[] | null,
): MonthlyCounts => {
  if (months === null) return { forms, families, weakFamilies }
  const named = new Set(months)
  const isIn = ({ dueMonth }: { dueMonth: string }): boolean => named.has(dueMonth)
  return { forms: forms.filter(isIn), families: families.filter(isIn), weakFamilies: weakFamilies.filter(isIn) }
}

export const headlineOf = (forms: readonly MonthlyForm[]): MonthlyForm[] =>
  forms.filter(({ weakHedge }) => weakHedge === HEADLINE.weakHedge)

const added = (rows: readonly FormCount[], form: string): FormCount =>
  rows.reduce(
    (so, { pending, void: voided, n, hits }) => ({
      form,
      pending: so.pending + pending,
      void: so.void + voided,
      n: so.n + n,
      hits: so.hits + hits,
    }),
    { form, pending: 0, void: 0, n: 0, hits: 0 },
  )

/** Counts by form, months joined, in the order of forms. */
export const byForm = (rows: readonly FormCount[]): FormCount[] =>
  [...groupBy(rows, ({ form }) => form)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([form, same]) => added(same, form))

const byFamily = (rows: readonly FamilyFormCount[]): FamilyFormCount[] =>
  [...groupBy(rows, ({ familyId, form }) => `${familyId} ${form}`).values()].flatMap((same) => {
    const [first] = same
    const sumOf = (of: 'n' | 'hits') => same.reduce((so, row) => so + row[of], 0)
    return first ? [{ familyId: first.familyId, form: first.form, n: sumOf('n'), hits: sumOf('hits') }] : []
  })

/** What a report is made from, months joined. */
export const reportCountsIn = ({ forms, families }: Pick<MonthlyCounts, 'forms' | 'families'>): ReportCounts => ({
  forms: byForm(headlineOf(forms)),
  families: byFamily(families),
})

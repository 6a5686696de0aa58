import { groupBy } from '../../core/group-by.ts'
import type { Timing } from '../../core/question.ts'
import { type Counts, pool } from '../../core/scoring/counts.ts'
import type { EvidenceInput } from '../../core/scoring/report/evidence-input.ts'
import {
  type Report,
  type ReportInput,
  type ReportOptions,
  report,
  type Summary,
  summary,
} from '../../core/scoring/report/report.ts'
import { HEADLINE, type Voice } from '../../core/slice.ts'
import type { Instant } from '../../core/time.ts'
import type { CountFilter } from '../../storage/counts.ts'
import type { Reader } from '../../storage/database.ts'
import { type FormCount, type ReportCounts, reportCounts } from '../../storage/report-counts.ts'
import { probabilityOf } from '../probabilities.ts'
import { evidenceOfAuthor } from './standing-evidence.ts'

/** `months`: only what was due in these; left out, in every month that is over. */
export type ReportQuery = {
  authorId: string
  set: string
  timing: Timing
  voice: Voice
  now: Instant
  months?: readonly string[]
}
export type AuthorReport = Report & { void: number; forms: FormCount[] }

/** The part of an author's counts that a headline report is about. */
export const filterOf = ({ authorId, set, timing, voice, now, months }: ReportQuery): CountFilter => ({
  authorId,
  set,
  timing,
  attribution: voice,
  weakHedge: HEADLINE.weakHedge,
  windowSources: [...HEADLINE.windowSources],
  dueBefore: now.slice(0, 7),
  ...(months && { dueMonths: months }),
})

const countsOfForms = (rows: readonly { form: string; n: number; hits: number }[]): Counts =>
  pool(rows.map(({ form, n, hits }) => ({ p: probabilityOf(form), n, hits })))

/** What a report is made from, by the probabilities that forms have under the built-in lexicon. */
const inputOf = ({ forms, families }: ReportCounts): ReportInput => ({
  counts: countsOfForms(forms),
  families: [...groupBy(families, ({ familyId }) => familyId).values()].map(countsOfForms),
  unsettled: forms
    .filter(({ pending }) => pending > 0)
    .map(({ form, pending }) => ({ p: probabilityOf(form), n: pending })),
})

/** The report that counts give, and evidence that they do not. */
export const reportOf = (counts: ReportCounts, evidence: EvidenceInput, options: ReportOptions = {}): AuthorReport => {
  const voided = counts.forms.reduce((so, form) => so + form.void, 0)
  return { ...report({ ...inputOf(counts), evidence }, options), void: voided, forms: counts.forms }
}

/** The summary that counts give. */
export const summaryOf = (counts: ReportCounts): Summary => summary(inputOf(counts))

/** The headline summary of one author, as `authorReport`. */
export const authorSummary = async (reader: Reader, query: ReportQuery): Promise<Summary> =>
  summaryOf(await reportCounts(reader, filterOf(query)))

/**
 * The headline report of one author, from counts: own voice or quoted, no weak hedges, windows that words gave,
 * months that are over; the e-value from what stands beside them. Full numbers; what a public page withholds is decided by `withhold`.
 */
export const authorReport = async (reader: Reader, query: ReportQuery): Promise<AuthorReport> => {
  const counts = await reportCounts(reader, filterOf(query))
  return reportOf(counts, await evidenceOfAuthor(reader, filterOf(query)))
}

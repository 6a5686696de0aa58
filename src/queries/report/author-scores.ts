import { z } from 'zod'
import { Author } from '../../core/author.ts'
import { timings } from '../../core/question.ts'
import type { EvidenceInput } from '../../core/scoring/report/evidence-input.ts'
import { shown } from '../../core/scoring/report/minimum.ts'
import { type Missing, missingFigures } from '../../core/scoring/report/missing.ts'
import { type PublicReport, withhold } from '../../core/scoring/report/withhold.ts'
import { voices } from '../../core/slice.ts'
import type { Reader } from '../../storage/database.ts'
import { type AuthorCounts, countsOfAuthors, type Part, type Reach, reachOf } from './author-counts.ts'
import { hedgesOf } from './hedges.ts'
import { reportCountsIn } from './monthly.ts'
import { readAt, readAtOf } from './read-at.ts'
import { type AuthorReport, reportOf } from './report.ts'
import { scoreMeasures } from './score-measures.ts'
import { described, figuresOf, ScoreRow } from './score-row.ts'
import { ScoreMonth, seriesOf } from './score-series.ts'
import { evidenceOfAuthors } from './standing-evidence.ts'
import type { StoredReport } from './stored-report.ts'
import { VERSIONS, Versions } from './versions.ts'
import { type WithheldFigure, withheldBy } from './withheld.ts'

export const AuthorScores = z
  .object({
    author: Author,
    timing: z.enum(timings),
    voice: z.enum(voices),
    collectionId: z.string().nullable().meta({ description: 'null = everything recorded' }),
    entered: z.boolean().meta({ description: 'of entered cohorts alone; else of everything due, with bounds' }),
    scores: z.array(ScoreRow),
    series: z
      .array(ScoreMonth)
      .meta({ description: 'by month of the window’s end, oldest first; every month that is over' }),
    counts: z.string().meta({ description: 'where the counts stand that all of this can be recomputed from' }),
    versions: Versions,
    ...readAt,
  })
  .meta({ id: 'AuthorScores' })
export type AuthorScores = z.infer<typeof AuthorScores>

/** Where in a report the measures stand that may be null though their field is not. */
const PATHS: Readonly<Record<string, string>> = {
  brierSkillBaseRate: 'skill.baseRate',
  intercept: 'slope.intercept',
  relDebiased: 'murphy.debiased',
  resDebiased: 'murphy.debiased',
}

const reasonIn = (missing: readonly Missing[], id: string, field: string | null): string => {
  const path = PATHS[id] ?? field ?? id
  return missing.find((one) => path === one.field || path.startsWith(`${one.field}.`))?.reason ?? 'has no value here'
}

/** A report as it is shown, made now or kept. */
type Shown = Omit<PublicReport, 'withheld'> & { withheld: readonly WithheldFigure[] }

const rowsOf = (report: Shown, missing: readonly Missing[]): ScoreRow[] =>
  scoreMeasures.map(({ id, field, of, bounds }) => {
    const rule = field === null ? undefined : report.withheld.find((one) => one.field === field)?.rule
    const measured = rule === undefined ? of(report) : null
    const open = rule === undefined && report.unsettled > 0 && report.bounds !== null
    return {
      ...described(id),
      ...figuresOf(measured),
      n: report.n,
      families: report.families,
      withheld: withheldBy(field ?? id, rule ?? null),
      missing: rule === undefined && measured === null ? [{ field: id, reason: reasonIn(missing, id, field) }] : [],
      bounds: open && report.bounds && bounds ? bounds(report.bounds) : null,
    }
  })

const countRow = (id: string, value: number, report: Shown): ScoreRow => ({
  ...described(id),
  ...figuresOf({ value }),
  n: report.n,
  families: report.families,
  withheld: [],
  missing: [],
  bounds: null,
})

const hedgeRow = ({ judged }: AuthorCounts): ScoreRow => {
  const { statements, share, interval } = hedgesOf(judged.forms)
  return {
    ...described('hedgeShare'),
    ...figuresOf(share === null ? null : { value: share, interval }),
    n: statements,
    families: null,
    withheld: [],
    missing: share === null ? [{ field: 'hedgeShare', reason: 'nothing has come due' }] : [],
    bounds: null,
  }
}

/** Where the counts behind a part of an author's record stand. */
export const countsAddress = (author: Author, { collection, timing, voice }: Part): string => {
  const named = collection ? `&collection=${encodeURIComponent(collection.slug)}` : ''
  return `/v1/authors/${author.slug}/calibration?timing=${timing}&voice=${voice}${named}`
}

/** Luck is played only for what is shown beside it: it costs most of the time, and a hundred authors are asked for at once. */
const showsChance = ({ judged }: AuthorCounts): boolean =>
  shown(new Set(judged.families.map(({ familyId }) => familyId)).size).decomposition.shown

/** Counts and what evidence they bring. */
type Counted = AuthorCounts & { evidence: EvidenceInput }

/** What stands behind the rows: figures, voids and whether the cohorts have entered. */
type Made = { report: Shown; missing: readonly Missing[]; void: number; entered: boolean }

const madeOf = ({ evidence, ...counts }: Counted, { entered }: Reach): Made => {
  const {
    forms: _,
    void: voided,
    ...full
  }: AuthorReport = reportOf(reportCountsIn(counts.judged), evidence, {
    resample: showsChance(counts) ? 'chance' : 'none',
  })
  return { report: withhold(full, { entered }), missing: missingFigures(full), void: voided, entered }
}

const keptAs = ({ void: voided, missing, entered, ...report }: StoredReport): Made => ({
  report,
  missing,
  void: voided,
  entered,
})

/** The flat report that counts give; the figures of a kept one where there is one. */
export const scoresOf = (
  author: Author,
  part: Part,
  reach: Reach,
  { counts, kept = null }: { counts: Counted; kept?: StoredReport | null },
): AuthorScores => {
  const { report, missing, void: voided, entered } = kept ? keptAs(kept) : madeOf(counts, reach)
  return {
    author,
    timing: part.timing,
    voice: part.voice,
    collectionId: part.collection?.id ?? null,
    entered,
    scores: [...rowsOf(report, missing), countRow('void', voided, report), hedgeRow(counts)],
    series: seriesOf(counts.all, {
      families: report.families,
      entered: part.collection && (reach.cohort?.entered ? reach.cohort.months : []),
    }),
    counts: countsAddress(author, part),
    versions: VERSIONS,
    ...readAtOf(part),
  }
}

/**
 * The flat reports of these authors, of however many in the same few statements. `kept`: what a board keeps of each; who is not
 * on it is left out.
 */
export const authorScores = async (
  reader: Reader,
  authors: readonly Author[],
  part: Part,
  kept: ReadonlyMap<string, StoredReport> | null = null,
): Promise<Map<string, AuthorScores>> => {
  const reach = await reachOf(reader, part)
  const shown = authors.filter(({ id }) => kept?.has(id) ?? true)
  const ids = shown.map(({ id }) => id)
  const counts = await countsOfAuthors(reader, ids, reach)
  const standing = await evidenceOfAuthors(reader, reach.slice, ids)
  return new Map(
    shown.flatMap((author) => {
      const [own, evidence] = [counts.get(author.id), standing.get(author.id)]
      if (!own || !evidence) return []
      const given = { counts: { ...own, evidence }, kept: kept?.get(author.id) ?? null }
      return [[author.id, scoresOf(author, part, reach, given)] as const]
    }),
  )
}

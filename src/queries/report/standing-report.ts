import type { Author } from '../../core/author.ts'
import { groupBy } from '../../core/group-by.ts'
import { canonical, sha256 } from '../../core/ledger/digest.ts'
import { HEADLINE } from '../../core/slice.ts'
import type { Reader } from '../../storage/database.ts'
import { type CountedForm, formCounts, type MonthlyForm } from '../../storage/report-counts.ts'
import { type AuthorReport, latestReportIn, madeBy } from '../../storage/snapshots.ts'
import { probabilityOf } from '../probabilities.ts'
import { type Part, type Reach, reachOf } from './author-counts.ts'
import type { Calibration } from './calibration.ts'
import { type CalibrationReport, calibrationReport } from './calibration-report.ts'
import { type Judgement, judgedFrom, NOT_KEPT } from './judged.ts'
import { keptFigures } from './pinned-report.ts'
import { keptReady } from './standing-answer.ts'
import { type StoredReport, storedReport } from './stored-report.ts'
import { RULES } from './versions.ts'

/** Of more settled forecasts than this no report is made while somebody waits for a page: what the last night kept is shown. */
export const MOST_MADE_ANEW = 1_000

type Told = { about: string; sentence: string }
type Common = { figures: Calibration; sentences: Told[]; judgement: Judgement; reach: Reach; forms: MonthlyForm[] }

/**
 * The report of an author as a page shows it: what a night kept where the author's counts have stayed the same since, else what is kept
 * ready of it, else made anew. `behind`: it was made of other counts than stand now, and there are too many to make it anew. `forms`: the counts that stand now,
 * weak hedges beside the others.
 */
export type StandingReport =
  | (Common & { kind: 'kept'; kept: StoredReport; countsSha256: string; behind: boolean })
  | (Common & { kind: 'live'; live: CalibrationReport; countsSha256: string; behind: boolean })

const headlineOf = (forms: readonly MonthlyForm[]): MonthlyForm[] =>
  forms.filter(({ weakHedge }) => weakHedge === HEADLINE.weakHedge)

/** The hash of counts by form, as it is kept with a report: of all months that are over. */
export const countsDigest = (forms: readonly MonthlyForm[]): Promise<string> =>
  sha256(
    canonical(
      headlineOf(forms)
        .map(({ dueMonth: _, weakHedge: __, ...count }) => count)
        .sort((a, b) => (`${a.form} ` < `${b.form} ` ? -1 : 1)),
    ),
  )

const sentencesOf = ({ sentences, curve, caption, n }: StoredReport): Told[] => {
  const { accuracy, leaning, discrimination, bar, oneClass, bounds } = sentences
  const told: [about: string, sentence: string | null][] = [
    ['brier', accuracy],
    ['overconfidence', leaning],
    ['curve', curve && caption],
    ['familyHitTest', oneClass],
    ['auc', discrimination],
    ['mcb', bar],
    ['bounds', bounds],
  ]
  const found = told.flatMap(([about, sentence]) => (sentence === null ? [] : [{ about, sentence }]))
  return n === 0 && found.length === 0 ? [{ about: 'n', sentence: 'Nothing is due and settled yet.' }] : found
}

const months = ({ cohort, entered }: Reach): string => (entered ? (cohort?.months ?? []).join() : '')

/** What a night kept by the rules of now, of the same months; null where it kept none. */
const usable = (newest: AuthorReport | null, reach: Reach): StoredReport | null => {
  const report = newest && madeBy(newest.snapshot, RULES) ? storedReport(newest.body) : null
  return report && report.entered === reach.entered && report.months.join() === months(reach) ? report : null
}

/** The counts behind a report, each form with its probability. */
export const countsShown = (forms: readonly MonthlyForm[]): Calibration['counts'] =>
  headlineOf(forms).map(({ dueMonth: _, weakHedge: __, ...count }) => ({
    ...count,
    form: count.form as Calibration['counts'][number]['form'],
    probability: probabilityOf(count.form),
  }))

const monthless = ({ probability: _, ...count }: Calibration['counts'][number]): MonthlyForm => ({
  ...count,
  weakHedge: HEADLINE.weakHedge,
  dueMonth: '',
})

const inOrder = (counts: Calibration['counts']): string =>
  canonical([...counts].sort((a, b) => (a.form < b.form ? -1 : 1)))

/** The counts of a board of months that are over, by form and weak hedge. */
const formsIn = (counts: readonly CountedForm[], { set }: { set: string }, { timing, voice }: Part): MonthlyForm[] => {
  const own = counts.filter(
    (row) =>
      row.set === set &&
      row.timing === timing &&
      row.attribution === voice &&
      row.isOver &&
      HEADLINE.windowSources.some((source) => source === row.windowSource),
  )
  const byKey = groupBy(own, ({ form, weakHedge }) => `${form} ${weakHedge}`)
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, rows]) => {
      const [first] = rows
      const all = (of: 'n' | 'hits' | 'pending' | 'void') => rows.reduce((so, row) => so + row[of], 0)
      if (!first) return []
      const sums = { pending: all('pending'), void: all('void'), n: all('n'), hits: all('hits') }
      return [{ form: first.form, weakHedge: first.weakHedge, dueMonth: '', ...sums }]
    })
}

/**
 * The report of one author in a part of the record, for a page: its cost hangs on how many forms were used, not on how often. `counts`: all
 * of the author's.
 */
export const standingReport = async (
  reader: Reader,
  author: Author,
  part: Part,
  counts: readonly CountedForm[],
): Promise<StandingReport> => {
  const reach = await reachOf(reader, part)
  const { timing, voice, now } = part
  const all = formsIn(counts, reach.slice, part)
  const forms = reach.slice.dueMonths ? await formCounts(reader, { authorId: author.id, ...reach.slice }) : all
  const countsSha256 = await countsDigest(all)
  const newest = await latestReportIn(reader, { set: reach.slice.set, timing, voice }, author.id, now)
  const kept = usable(newest, reach)
  const common = { reach, forms, judgement: newest ? judgedFrom(newest) : NOT_KEPT }
  const n = headlineOf(forms).reduce((so, count) => so + count.n, 0)
  const same = newest?.countsSha256 === countsSha256
  const ready = kept && same ? null : await keptReady(reader, author, part)
  if (newest && kept && !ready && (same || n > MOST_MADE_ANEW)) {
    const figures = keptFigures(author, part, { report: kept, snapshot: newest.snapshot, cohort: reach.cohort })
    return {
      ...common,
      kind: 'kept',
      kept,
      figures: { ...figures, counts: countsShown(forms) },
      sentences: sentencesOf(kept),
      countsSha256: newest.countsSha256,
      behind: !same,
    }
  }
  const live = ready ?? (await calibrationReport(reader, { ...part, author }))
  const behind = ready !== null && inOrder(live.counts) !== inOrder(countsShown(forms))
  const shownSha256 = behind ? await countsDigest(live.counts.map(monthless)) : countsSha256
  return { ...common, kind: 'live', live, figures: live, sentences: live.sentences, countsSha256: shownSha256, behind }
}

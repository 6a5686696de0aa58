import { type Counts, countsOf, inContentOrder } from '../counts.ts'
import { tally } from '../tally.ts'
import { type BoardVerdict, restsOnEnough, verdictOn, verdictsOver, whyTooFew } from './board-verdicts.ts'
import { codedOf } from './coded-verdict.ts'
import { type Entrant, isCanonical } from './entrant.ts'
import { type JudgedParts, judgedParts } from './judged-parts.ts'
import { type Draws, whyUnbounded, whyUnsaid } from './judged-report.ts'
import { type Missing, missingFigures } from './missing.ts'
import { missingParts } from './missing-parts.ts'
import type { Readings } from './reading-words.ts'
import type { TimedItem } from './recalibrated.ts'
import { type Crowd, crowdOf, HALF, othersOn } from './references.ts'
import { type Report, type ReportOptions, report, seedOf } from './report.ts'
import { type ReportBootstrap, reportBootstrap } from './report-bootstrap.ts'
import { type ReportSentences, reportCaption, reportSentences } from './report-sentences.ts'
import type { NotApplicable } from './robustness-box.ts'
import { type Standing, standingOf } from './standing.ts'
import { type PublicReport, whyWithheld, withhold } from './withhold.ts'

/**
 * `readings`: what words are read by, and standards beside it; left out, words are taken for the numbers that they were read as.
 * `canonicalOrientation`: every question was worded by rule, so that a gap has a direction; left out, nobody says so.
 */
export type ScoreOptions = ReportOptions & { readings?: Readings; canonicalOrientation?: boolean }

/**
 * A report with nothing withheld: its figures, and what a kept report judges of single forecasts. `missing` gives the reason of every
 * null; `withheldOnPages` what a public page would withhold. `counts` are all that its figures need, but for families.
 * `verdict`: by the rule of a board, e-BH over everybody that was given with 30 families; null where nothing is settled.
 * `sentences`: while questions are open only that of the bounds is said, for the others would pass for final.
 */
export type ScoreSheet = JudgedParts & {
  report: Report
  canonicalOrientation: boolean
  verdict: BoardVerdict | null
  bootstrap: ReportBootstrap
  sentences: ReportSentences
  caption: string | null
  drawn: Draws
  missing: Missing[]
  withheldOnPages: { field: string; rule: string }[]
  counts: Counts
}

/** An author as a sheet is made of one; `timed` as in `recalibrated`, null where days are not known. */
export type Given = { entrant: Entrant; timed: readonly TimedItem[] | null }

type Judged = Given & { standing: Standing; counts: Counts; seed: string }

const NO_READINGS: Readings = { lexicon: {}, yardsticks: [] }

const REASONS: NotApplicable = {
  'first-forecast': 'nobody gave several forecasts on one question',
  'final-forecast': 'nobody gave several forecasts on one question',
  'due-cohorts': 'forecasts alone do not tell the cohorts of their questions',
  coder: 'forecasts alone do not tell who read them',
}

/** The reference that answered the most questions, by name among equals; without any, 50 %. */
const opponentOf = ({ items }: Entrant, names: readonly string[]): string => {
  const answered = (name: string): number => items.filter(({ references }) => Object.hasOwn(references, name)).length
  const [most] = names.map((name) => ({ name, n: answered(name) })).sort((a, b) => b.n - a.n)
  return most && most.n > 0 ? most.name : HALF
}

/** On a board with everybody that was given; who has too few for its tests is told so. */
const verdictsOf = (judged: readonly Judged[], draws: number): Map<string, BoardVerdict> => {
  const rows = judged
    .filter(({ entrant }) => entrant.items.length > 0)
    .map(({ entrant, standing, seed }) => ({ ...standing, id: entrant.id, scored: entrant.items, seed }))
  const tested = rows.filter((row) => restsOnEnough(row.scored, row))
  const verdicts = verdictsOver(tested, draws)
  return new Map(rows.map((row) => [row.id, verdicts.get(row.id) ?? verdictOn(row, false, draws)]))
}

type Context = {
  rows: readonly { id: string; verdict: BoardVerdict | null }[]
  crowd: Crowd
  names: readonly string[]
  readings: Readings
  drawn: Draws
  drawsEach: number
  options: ScoreOptions
}

const reportOf = ({ entrant, standing, counts, seed }: Judged, options: ScoreOptions): Report => {
  const { families, open } = tally(standing.items, standing.waiting)
  const evidence = { families, open, since: standing.since, later: standing.later }
  const input = { counts, families: tally(entrant.items).families, unsettled: entrant.unsettled, evidence }
  return report(input, { ...options, seed })
}

const withheldOf = (full: Report, seen: PublicReport, entrant: Entrant): ScoreSheet['withheldOnPages'] => {
  const verdict = whyWithheld('verdict', full) ?? whyTooFew(entrant)
  return [
    ...seen.withheld,
    ...(verdict === null ? [] : [{ field: 'verdict', rule: verdict }]),
    ...whyUnsaid(seen, false),
    ...whyUnbounded(full.unsettled > 0),
  ]
}

const sheetOf = (judged: Judged, context: Context): ScoreSheet => {
  const { entrant, standing, timed, counts, seed } = judged
  const { rows, crowd, names, readings, drawn, drawsEach, options } = context
  const full = reportOf(judged, options)
  const all: PublicReport = { ...full, withheld: [] }
  const waits = full.unsettled > 0
  const row = rows.find(({ id }) => id === entrant.id)
  const parts = judgedParts(entrant, {
    timed,
    coded: row ? codedOf(row, entrant, standing, { rows, seed, draws: drawsEach }) : null,
    readings,
    seed,
    worlds: drawn.worlds,
    against: opponentOf(entrant, names),
    recorded: names,
    others: (item) => othersOn(crowd, item),
    reasons: REASONS,
  })
  const sheet = {
    ...parts,
    canonicalOrientation: entrant.items.length > 0 && isCanonical(entrant.items),
    verdict: row?.verdict ?? null,
    bootstrap: reportBootstrap(inContentOrder(tally(entrant.items).families), all, { seed, draws: drawn.bootstrap }),
    sentences: reportSentences(all, entrant.items, { references: parts.references, readings, waits }),
    caption: waits ? null : reportCaption(all),
  }
  return {
    report: full,
    ...sheet,
    drawn,
    missing: [...missingFigures(full), ...missingParts(sheet, full)],
    withheldOnPages: withheldOf(full, withhold(full), entrant),
    counts,
  }
}

/**
 * The sheets of everybody that was given, in their order: one set for e-BH, and each among the others of the rest. `names`: of
 * references; `drawn` how many times each thing is drawn by lot. The seed of each is the counts themselves, unless one is given.
 */
export const sheetsOf = (
  given: readonly Given[],
  names: readonly string[],
  { drawn, drawsEach, options }: { drawn: Draws; drawsEach: number; options: ScoreOptions },
): ScoreSheet[] => {
  const judged = given.map((one): Judged => {
    const counts = countsOf(one.entrant.items)
    return { ...one, standing: standingOf(one.entrant), counts, seed: options.seed ?? seedOf(counts) }
  })
  const verdicts = verdictsOf(judged, drawn.power)
  const context: Context = {
    rows: judged.map(({ entrant: { id } }) => ({ id, verdict: verdicts.get(id) ?? null })),
    crowd: crowdOf(given.map(({ entrant }) => entrant)),
    names,
    readings: options.readings ?? NO_READINGS,
    drawn,
    drawsEach,
    options,
  }
  return judged.map((one) => sheetOf(one, context))
}

import { brier } from '../binary/proper-scores.ts'
import { type Board, board } from '../comparing/board.ts'
import { type PairedDifference, paired } from '../comparing/paired.ts'
import { type Count, type Counts, countsOf, pool, total } from '../counts.ts'
import { refusal } from '../refusal.ts'
import { saidFirst } from '../said-first.ts'
import { tally } from '../tally.ts'
import type { EvidenceInput } from './evidence-input.ts'
import { type Missing, missingFigures } from './missing.ts'
import { type Report, type ReportInput, type ReportOptions, report } from './report.ts'
import { type Told, told } from './told.ts'
import { withhold } from './withhold.ts'

/** `void` questions are counted and not scored; `open` ones are due and not settled, and bound the figures. */
export type ForecastResult = 0 | 1 | 'void' | 'open'

/**
 * What one author said of one question: `p` of the positive event, 0 to 1. `family` names what stands or falls together;
 * `saidOn` a day (`2024-03-31`), else null; `references` what others said of it at the same time. A `weakHedge`, a bare "may" or
 * "might", is counted and never scored.
 */
export type Forecast = {
  author: string
  question: string
  family: string
  p: number
  outcome: ForecastResult
  saidOn: string | null
  weakHedge: boolean
  references: Readonly<Record<string, number>>
}

/** A reference on the `n` scored questions that it answered too, beside the author's own score on just those. */
export type ReferenceScore = { name: string; n: number; brier: number; ownBrier: number; difference: PairedDifference }

/** A report with nothing withheld, and what goes with it. `counts` are all that its figures need, but for families. */
export type ScoreSheet = {
  report: Report
  missing: Missing[]
  withheldOnPages: { field: string; rule: string }[]
  told: Told
  references: ReferenceScore[]
  counts: Counts
}
/** `scored`: the forecasts that count, as they were given. */
export type AuthorSheet<Item extends Forecast = Forecast> = ScoreSheet & {
  author: string
  scored: Item[]
  void: number
  restatements: number
  weakHedges: number
}

/** Dated forecasts by day, then those without a day; the sort keeps the order given among equals. */
const bySaidOn = (a: Forecast, b: Forecast): number =>
  (a.saidOn ?? 'later') < (b.saidOn ?? 'later') ? -1 : Number(a.saidOn !== b.saidOn)

const grouped = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] => {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return [...groups.values()]
}

type Scored = { outcome: 0 | 1 }
const isScored = <Item extends Forecast>(forecast: Item): forecast is Item & Scored =>
  forecast.outcome === 0 || forecast.outcome === 1

/** Of several forecasts on one question the first by day, else the first given. */
const firstOnEach = <Item extends Forecast>(said: readonly Item[]): Item[] =>
  grouped(said, ({ question }) => question).flatMap((ofOne) => [...ofOne].sort(bySaidOn).slice(0, 1))

const referencesOf = (scored: readonly (Forecast & Scored)[]): ReferenceScore[] => {
  const names = [...new Set(scored.flatMap(({ references }) => Object.keys(references)))].sort()
  return names.flatMap((name) => {
    const pairs = scored.flatMap(({ family, p, outcome, references }) => {
      const second = Object.hasOwn(references, name) ? references[name] : undefined
      return second === undefined ? [] : [{ family, first: p, second, outcome }]
    })
    const difference = paired(pairs)
    const [own, theirs] = (['first', 'second'] as const).map((who) =>
      brier(countsOf(pairs.map((pair) => ({ p: pair[who], outcome: pair.outcome })))),
    )
    if (!difference || own == null || theirs == null) return []
    return [{ name, n: pairs.length, brier: theirs, ownBrier: own, difference }]
  })
}

const sheetOf = (input: ReportInput, references: ReferenceScore[], options: ReportOptions): ScoreSheet => {
  const full = report(input, options)
  // Only who answered all of the same questions stands in the sentence about them.
  const beside = references.filter(({ n }) => n === full.n).map(({ name, brier: mean }) => ({ name, brier: mean }))
  return {
    report: full,
    missing: missingFigures(full),
    withheldOnPages: withhold(full).withheld,
    told: told(full, beside),
    references,
    counts: input.counts,
  }
}

const openOf = (said: readonly Forecast[]) =>
  said.filter(({ outcome }) => outcome === 'open').map(({ p, family }) => ({ p, family, n: 1 }))

const voidOf = (said: readonly Forecast[]) =>
  said.filter(({ outcome }) => outcome === 'void').map(({ p, family }) => ({ p, family, n: 1, void: true as const }))

/** Of each family what was said on its first day; a family of which something has no day is taken for said at once. */
const evidenceOf = (all: readonly Forecast[]): EvidenceInput => {
  const undated = new Set(all.flatMap(({ family, saidOn }) => (saidOn === null ? [family] : [])))
  const timed = all.map((one) => ({
    ...one,
    said: one.saidOn === null || undated.has(one.family) ? 0 : Date.parse(one.saidOn),
  }))
  const { first, later } = saidFirst(timed)
  const { families, open } = tally(first.filter(isScored), [...openOf(first), ...voidOf(first)])
  return { families, open, since: null, later: later.length }
}

const sheetOfAuthor = <Item extends Forecast>(
  author: string,
  all: readonly Item[],
  options: ReportOptions,
): AuthorSheet<Item> => {
  const said = all.filter(({ weakHedge }) => !weakHedge)
  const first = firstOnEach(said)
  const scored = first.filter(isScored)
  const { counts, families } = tally(scored)
  return {
    author,
    scored,
    void: first.filter(({ outcome }) => outcome === 'void').length,
    restatements: said.length - first.length,
    weakHedges: all.length - said.length,
    ...sheetOf(
      { counts, families, unsettled: openOf(first), evidence: evidenceOf(first) },
      referencesOf(scored),
      options,
    ),
  }
}

/** A null `board` means that there is one author only. */
export type Scores<Item extends Forecast = Forecast> = { authors: AuthorSheet<Item>[]; board: Board | null }

/**
 * Everything there is to say of forecasts with their outcomes: a full report of each author, in order of appearance, and for
 * several authors the board on common questions. Of several forecasts of an author on a question the first is scored.
 * Resampled figures are the same for the same seed, by default the counts themselves.
 *
 * Example: Ada says .2 of two questions of one family, one comes true → brier.mean .34, no interval, `withheldOnPages`
 * begins with the base rate.
 */
export const scoreForecasts = <Item extends Forecast>(
  forecasts: readonly Item[],
  options: ReportOptions = {},
): Scores<Item> => {
  const byAuthor = grouped(forecasts, ({ author }) => author)
  const authors = byAuthor.map((said) => sheetOfAuthor(said[0]?.author ?? '', said, options))
  const contenders = authors.map(({ author, scored }) => ({ id: author, items: scored.filter(isScored) }))
  return { authors, board: contenders.length > 1 ? board(contenders) : null }
}

/** More forecasts than this are not taken as counts, for each of them becomes a family of its own. */
export const MOST_COUNTED = 50_000

/**
 * The same from counts alone. They do not tell which forecasts stand or fall together, so **each counts as a family of its
 * own**: intervals that families cluster are then those of independent questions. `scoreCounts([{ p: .2, n: 2, hits: 1 }])`
 * has brier.mean .34.
 */
export const scoreCounts = (rows: readonly Readonly<Count>[], options: ReportOptions = {}): ScoreSheet => {
  const counts = pool(rows)
  const { n } = total(counts)
  if (n > MOST_COUNTED)
    throw refusal(`the counts hold ${n} forecasts`, `give counts of at most ${MOST_COUNTED} forecasts in all`)
  const single = (p: number, hits: 0 | 1, times: number): Counts[] =>
    Array.from({ length: times }, () => [{ p, n: 1, hits }])
  const families = counts.flatMap(({ p, n: said, hits }) => [...single(p, 1, hits), ...single(p, 0, said - hits)])
  return sheetOf({ counts, families, unsettled: [] }, [], options)
}

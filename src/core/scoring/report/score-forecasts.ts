import { type Board, board } from '../comparing/board.ts'
import { type Count, pool, total } from '../counts.ts'
import { refusal } from '../refusal.ts'
import {
  entrantOfForecasts,
  type Forecast,
  grouped,
  isScored,
  type Reading,
  saidOnEach,
  timedForecasts,
} from './forecast-entrant.ts'
import { type Draws, drawnEach, drawsFor } from './judged-report.ts'
import { CROWD, HALF, IN_SAMPLE } from './references.ts'
import { type Given, type ScoreOptions, type ScoreSheet, sheetsOf } from './score-sheet.ts'

/** `first`: the forecast of each question that counts; `scored` those of them that are; `hedged` the weak hedges, one a question. */
export type AuthorSheet<Item extends Forecast = Forecast> = ScoreSheet & {
  author: string
  first: Item[]
  hedged: Item[]
  scored: Item[]
  void: number
  restatements: number
  weakHedges: number
}

/** A null `board` means that there is one author only. */
export type Scores<Item extends Forecast = Forecast> = { authors: AuthorSheet<Item>[]; board: Board | null }

/** Names of references that are computed. */
export const computedReferences: readonly string[] = [HALF, CROWD, IN_SAMPLE]

const namesIn = (forecasts: readonly Forecast[]): string[] => {
  const names = [...new Set(forecasts.flatMap(({ references }) => Object.keys(references)))].sort()
  const taken = names.find((name) => computedReferences.includes(name))
  if (taken === undefined) return names
  throw refusal(`a reference is called ${taken}, as one that is computed`, 'give the reference another name')
}

/** An answer is waited for: a forecast takes as many draws from the others as 40 on a board do, and an author as 5,000. */
const WEIGHT = { forecast: 40, author: 5_000 }

/** How often each thing is drawn for so many scored forecasts of so many authors, or fewer times where that is wanted. */
const drawsOf = (apart: readonly Apart<Forecast>[], { draws = Infinity }: ScoreOptions): Draws => {
  const items = apart.reduce((so, { scored }) => so + scored.length, 0)
  const { seed: _, ...drawn } = drawsFor(items * WEIGHT.forecast + apart.length * WEIGHT.author, '')
  const most = (usual: number): number => Math.min(usual, draws)
  return {
    ...drawn,
    bootstrap: most(drawn.bootstrap),
    chance: most(drawn.chance),
    power: most(drawn.power),
    worlds: most(drawn.worlds),
  }
}

type Apart<Item extends Forecast> = Given & Omit<AuthorSheet<Item>, keyof ScoreSheet>

const apartOf = <Item extends Forecast>(author: string, all: readonly Item[], reading: Reading): Apart<Item> => {
  const said = all.filter(({ weakHedge }) => !weakHedge)
  const each = saidOnEach(said)
  const first = each.map((one) => one.first)
  const scored = first.filter(isScored)
  return {
    author,
    entrant: entrantOfForecasts(author, each, reading),
    timed: timedForecasts(scored),
    first,
    hedged: saidOnEach(all.filter(({ weakHedge }) => weakHedge)).map((one) => one.first),
    scored,
    void: first.filter(({ outcome }) => outcome === 'void').length,
    restatements: said.length - first.length,
    weakHedges: all.length - said.length,
  }
}

const sheetsFor = (
  apart: readonly Apart<Forecast>[],
  names: readonly string[],
  options: ScoreOptions,
): ScoreSheet[] => {
  const drawn = drawsOf(apart, options)
  return sheetsOf(apart, names, { drawn, drawsEach: drawnEach(drawn), options })
}

/**
 * Everything there is to say of forecasts with their outcomes: a full report of each author, in order of appearance, and for
 * several authors the board on common questions. Of several forecasts of an author on a question the first is scored.
 * Verdicts are by the rules of a board: e-BH over all of these authors with 30 families.
 * Resampled figures are the same for the same seed, by default the counts themselves. Throws a `Problem` where a reference has the
 * name of one that is computed, or a phrase is not in the lexicon of `readings`.
 *
 * Example: Ada says .2 of two questions of one family, one comes true → brier.mean .34, no interval, verdict
 * `too-few-to-judge`, `withheldOnPages` begins with the base rate.
 */
export const scoreForecasts = <Item extends Forecast>(
  forecasts: readonly Item[],
  options: ScoreOptions = {},
): Scores<Item> => {
  const reading = { canonical: options.canonicalOrientation ?? false, inWords: options.readings !== undefined }
  const apart = grouped(forecasts, ({ author }) => author).map((said) => apartOf(said[0]?.author ?? '', said, reading))
  const sheets = sheetsFor(apart, namesIn(forecasts), options)
  const authors = apart.flatMap(({ entrant: _, timed: __, ...one }, at): AuthorSheet<Item>[] => {
    const sheet = sheets[at]
    return sheet ? [{ ...one, ...sheet }] : []
  })
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
export const scoreCounts = (rows: readonly Readonly<Count>[], options: ScoreOptions = {}): ScoreSheet => {
  const counts = pool(rows)
  const { n } = total(counts)
  if (n > MOST_COUNTED)
    throw refusal(`the counts hold ${n} forecasts`, `give counts of at most ${MOST_COUNTED} forecasts in all`)
  const single = (p: number, outcome: 0 | 1, times: number): Forecast[] =>
    Array.from({ length: times }, (_, at) => {
      const question = `${p} ${outcome} ${at}`
      return { author: '', question, family: question, p, outcome, saidOn: null, weakHedge: false, references: {} }
    })
  const said = counts.flatMap(({ p, n: times, hits }) => [...single(p, 1, hits), ...single(p, 0, times - hits)])
  const [sheet] = sheetsFor(
    [apartOf('', said, { canonical: options.canonicalOrientation ?? false, inWords: false })],
    [],
    options,
  )
  if (!sheet) throw new Error('no sheet was made of the counts')
  return sheet
}

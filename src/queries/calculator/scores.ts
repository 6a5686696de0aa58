import { z } from 'zod'
import { LEXICON_VERSION } from '../../core/lexicon/phrases.ts'
import type { Board } from '../../core/scoring/comparing/board.ts'
import { SCORING_RULES } from '../../core/scoring/report/report.ts'
import {
  type AuthorSheet,
  type ReferenceScore,
  type ScoreSheet,
  scoreCounts,
  scoreForecasts,
} from '../../core/scoring/report/score-forecasts.ts'
import { Difference, differenceOf } from '../comparing/difference.ts'
import { Bounds, ReportFigures } from '../report/report-schema.ts'
import { Withheld } from '../report/withheld.ts'
import { type ReadForecast, readForecasts, UNNAMED } from './read-forecasts.ts'
import type { ScoresInput } from './score-input.ts'

const ReferenceScores = z
  .object({
    name: z.string(),
    n: z.int().meta({ description: 'scored questions that the reference answered too' }),
    brier: z.number(),
    ownBrier: z.number().meta({ description: "the author's, on just those" }),
    difference: Difference.meta({ description: 'from the reference' }),
  })
  .meta({ id: 'ReferenceScores' })

const Sentence = z.string().nullable()

/** A whole report of one author's forecasts: nothing is withheld. */
export const ComputedReport = z
  .object({
    author: z.string(),
    n: z.int().meta({ description: 'scored forecasts' }),
    families: z.int().meta({ description: 'independent families behind them' }),
    words: z.int().meta({ description: 'how many of the scored ones were said in words' }),
    open: z.int().meta({ description: 'due and not settled; they bound the figures' }),
    void: z.int(),
    restatements: z.int().meta({ description: 'later forecasts on a question that was forecast before; not scored' }),
    weakHedges: z.int().meta({ description: 'bare may, might, could or possible; not scored' }),
    ...ReportFigures,
    bounds: Bounds.nullable().meta({ description: 'where each figure could still go while questions are open' }),
    missing: z
      .array(z.object({ field: z.string(), reason: z.string() }))
      .meta({ description: 'every figure that is null, by its path, and why' }),
    withheldOnPages: Withheld.meta({ description: 'what a public page would withhold of this, by which rule' }),
    sentences: z
      .object({
        accuracy: Sentence,
        leaning: Sentence,
        discrimination: Sentence,
        oneBar: Sentence,
        caption: z.string(),
      })
      .meta({
        description: 'the report in plain words; null where its figures are. caption: of the reliability diagram',
      }),
    references: z.array(ReferenceScores),
    counts: z
      .array(z.object({ p: z.number(), n: z.int(), hits: z.int() }))
      .meta({ description: 'the sufficient statistic: what is here can be sent back as counts' }),
  })
  .meta({ id: 'ComputedReport' })
export type ComputedReport = z.infer<typeof ComputedReport>

const ScoresBoard = z
  .object({
    placed: z.array(
      z.object({
        author: z.string(),
        rank: z.int().meta({
          description:
            'one more than the number of authors who are better beyond the interval, never smaller than that of anybody above',
        }),
        tiedWith: z.array(z.string()).meta({ description: 'compared on ten common questions and not told apart' }),
        difference: Difference.meta({ description: 'from the other authors, on common questions' }),
      }),
    ),
    unplaced: z.array(z.object({ author: z.string(), rule: z.string() })),
  })
  .meta({ id: 'ScoresBoard' })

/** ComputedScores of forecasts that were sent along, of which nothing is kept. */
export const ComputedScores = z
  .object({
    notes: z.array(z.string()).meta({ description: 'what was taken for granted' }),
    authors: z.array(ComputedReport),
    board: ScoresBoard.nullable().meta({ description: 'null: one author has nobody to be compared with' }),
    seed: z.string().nullable().meta({
      description: 'of resampled figures; null: the counts of each author, so that they alone give all again',
    }),
    versions: z.object({ scoring: z.string(), lexicon: z.string() }),
  })
  .meta({ id: 'ComputedScores' })
export type ComputedScores = z.infer<typeof ComputedScores>

export const FIRST_COUNTS =
  'Of several forecasts by one author on one question the first by said_on (else the first given) is scored.'
const WORDS_READ = `Words are read at the mean of lexicon ${LEXICON_VERSION}; bare may, might, could and possible are not scored.`
const COUNTS_ALONE = 'Counts do not tell families: each forecast is taken for independent of the others.'

type Measured = { meanDifference: number; low: number | null; high: number | null; families: number }

const measuredOf = ({ meanDifference: value, low, high, families }: Measured, n: number): Difference =>
  differenceOf({ value, low, high, n, families })

const referenceOf = ({
  name,
  n,
  brier,
  ownBrier,
  difference,
}: ReferenceScore): ComputedReport['references'][number] => ({
  name,
  n,
  brier,
  ownBrier,
  difference: measuredOf(difference, n),
})

type Apart = { author: string; words: number; void: number; restatements: number; weakHedges: number }

const scoresOfSheet = (sheet: ScoreSheet, apart: Apart): ComputedReport => {
  const { n, families, unsettled, ...figures } = sheet.report
  const { author, words, void: voided, restatements, weakHedges } = apart
  return {
    author,
    n,
    families,
    words,
    open: unsettled,
    void: voided,
    restatements,
    weakHedges,
    ...figures,
    missing: sheet.missing,
    withheldOnPages: sheet.withheldOnPages,
    sentences: sheet.told,
    references: sheet.references.map(referenceOf),
    counts: sheet.counts.map(({ p, n: said, hits }) => ({ p, n: said, hits })),
  }
}

const boardOf = ({ placed, unplaced }: Board): ComputedScores['board'] => ({
  placed: placed.map(({ id, rank, tiedWith, commonQuestions, ...ends }) => ({
    author: id,
    rank,
    tiedWith,
    difference: measuredOf(ends, commonQuestions),
  })),
  unplaced: unplaced.map(({ id, rule }) => ({ author: id, rule })),
})

const rules = { scoring: SCORING_RULES, lexicon: LEXICON_VERSION }

const apartOf = ({ author, scored, void: voided, restatements, weakHedges }: AuthorSheet<ReadForecast>): Apart => ({
  author,
  words: scored.filter(({ words }) => words).length,
  void: voided,
  restatements,
  weakHedges,
})

const scoresOfForecasts = (said: readonly ReadForecast[], seed: string | undefined): ComputedScores => {
  const { authors, board } = scoreForecasts(said, seed === undefined ? {} : { seed })
  return {
    notes: [FIRST_COUNTS, ...(said.some(({ words }) => words) ? [WORDS_READ] : [])],
    authors: authors.map((sheet) => scoresOfSheet(sheet, apartOf(sheet))),
    board: board && boardOf(board),
    seed: seed ?? null,
    versions: rules,
  }
}

const scoresOfCounts = (rows: Parameters<typeof scoreCounts>[0], seed: string | undefined): ComputedScores => ({
  notes: [COUNTS_ALONE],
  authors: [
    scoresOfSheet(scoreCounts(rows, seed === undefined ? {} : { seed }), {
      author: UNNAMED,
      words: 0,
      void: 0,
      restatements: 0,
      weakHedges: 0,
    }),
  ],
  board: null,
  seed: seed ?? null,
  versions: rules,
})

/**
 * The calculator: forecasts or counts in, full reports out, nothing stored. Both `POST /v1/scores` and `hindcast score` answer
 * with it. Throws a `Problem` that lists the items that cannot be used, and then scores nothing.
 */
export const scores = (input: ScoresInput): ComputedScores =>
  'counts' in input
    ? scoresOfCounts(input.counts, input.seed)
    : scoresOfForecasts(readForecasts(input.forecasts), input.seed)

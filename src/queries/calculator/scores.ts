import { z } from 'zod'
import { LEXICON_VERSION } from '../../core/lexicon/phrases.ts'
import type { Board } from '../../core/scoring/comparing/board.ts'
import { SCORING_RULES } from '../../core/scoring/report/report.ts'
import { type AuthorSheet, scoreCounts, scoreForecasts } from '../../core/scoring/report/score-forecasts.ts'
import type { ScoreSheet } from '../../core/scoring/report/score-sheet.ts'
import { unbounded } from '../../core/scoring/report/unbounded.ts'
import { Difference, differenceOf } from '../comparing/difference.ts'
import { readings } from '../report/readings.ts'
import { Bounds, ReportFigures } from '../report/report-schema.ts'
import { ReportReference, StoredReport, StoredVerdict } from '../report/stored-report.ts'
import { Withheld } from '../report/withheld.ts'
import { missingOfOwnWords, OwnWords, ownWords, withheldOfOwnWords } from './own-words.ts'
import { type ReadForecast, readForecasts, UNNAMED } from './read-forecasts.ts'
import type { ScoresInput } from './score-input.ts'

const { inSample, skill } = ReportReference.shape
const ReferenceScores = z
  .object({
    name: z.string().meta({
      description:
        'as it was given; half, others (the mean forecast of the other authors) and in-sample-base-rate are computed',
    }),
    inSample,
    n: z.int().meta({ description: 'scored questions that the reference answered too' }),
    brier: z.number(),
    ownBrier: z.number().meta({ description: "the author's, on just those" }),
    difference: Difference.meta({ description: 'from the reference' }),
    skill,
  })
  .meta({ id: 'ReferenceScores' })

const { canonicalOrientation, bootstrap, verdict, recalibrated, words, robustness, sentences, caption, drawn } =
  StoredReport.shape

/** A whole report of one author's forecasts: nothing is withheld. */
export const ComputedReport = z
  .object({
    author: z.string(),
    n: z.int().meta({ description: 'scored forecasts' }),
    families: z.int().meta({ description: 'independent families behind them' }),
    inWords: z.int().meta({ description: 'how many of the scored ones were said in words' }),
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
    verdict: verdict.meta({
      description:
        'e-BH is over all authors of the request with 30 families; `survivesEBH` is of these. null: nothing is settled',
    }),
    canonicalOrientation,
    bootstrap,
    recalibrated: recalibrated.meta({
      description:
        'mean Brier had each statement been corrected by what was known before it; needs said_on and settled_on of every scored forecast',
    }),
    words: words.meta({ description: 'what hangs on the meaning of words; null where all was said in numbers' }),
    robustness: robustness.meta({
      description: 'sides are of the reference that answered the most questions, of 50 % where none was given',
    }),
    lexicon: OwnWords,
    sentences: sentences.meta({
      description: 'in plain words; null where the figures are. While questions are open that of the bounds alone',
    }),
    caption,
    drawn: drawn
      .omit({ seed: true })
      .meta({ description: 'how many times each thing was drawn by lot, besides bands and luck' }),
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
  reference: name,
  inSample: seen,
  n,
  brier,
  own: ownBrier,
  difference: { mean: value, interval, families },
  skill: ratio,
}: ScoreSheet['references'][number]): ComputedReport['references'][number] => ({
  name,
  inSample: seen,
  n,
  brier,
  ownBrier,
  difference: { value, interval, n, families },
  skill: ratio,
})

const verdictOf = (found: ScoreSheet['verdict']): ComputedReport['verdict'] =>
  found && StoredVerdict.parse({ ...found, evidence: { ...found.evidence, eValue: unbounded(found.evidence.eValue) } })

type Apart = Pick<ComputedReport, 'author' | 'inWords' | 'void' | 'restatements' | 'weakHedges'>
type Said = Pick<AuthorSheet<ReadForecast>, 'first' | 'hedged'>

const scoresOfSheet = (sheet: ScoreSheet, said: Said, { void: voided, ...apart }: Apart): ComputedReport => {
  const { report } = sheet
  const { n, families, unsettled, ...figures } = report
  const spoken = { ...said, report }
  const lexicon = ownWords(spoken)
  return {
    ...apart,
    n,
    families,
    open: unsettled,
    void: voided,
    ...figures,
    missing: [...sheet.missing, ...missingOfOwnWords(spoken, lexicon)],
    withheldOnPages: [...sheet.withheldOnPages, ...withheldOfOwnWords(spoken)],
    verdict: verdictOf(sheet.verdict),
    canonicalOrientation: sheet.canonicalOrientation,
    bootstrap: sheet.bootstrap,
    recalibrated: sheet.recalibrated,
    words: sheet.words,
    robustness: sheet.robustness,
    lexicon,
    sentences: sheet.sentences,
    caption: sheet.caption,
    drawn: sheet.drawn,
    references: sheet.references.map(referenceOf),
    counts: sheet.counts.map(({ p, n: times, hits }) => ({ p, n: times, hits })),
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
  inWords: scored.filter(({ words: said }) => said !== undefined).length,
  void: voided,
  restatements,
  weakHedges,
})

type Options = Pick<ScoresInput, 'seed' | 'canonical_orientation'>

const optionsOf = ({ seed, canonical_orientation: canonicalOrientation }: Options) => ({
  ...(seed !== undefined && { seed }),
  ...(canonicalOrientation !== undefined && { canonicalOrientation }),
})

const scoresOfForecasts = (said: readonly ReadForecast[], options: Options): ComputedScores => {
  const { authors, board } = scoreForecasts(said, { ...optionsOf(options), readings: readings() })
  return {
    notes: [FIRST_COUNTS, ...(said.some(({ words: spoken }) => spoken) ? [WORDS_READ] : [])],
    authors: authors.map((one) => scoresOfSheet(one, one, apartOf(one))),
    board: board && boardOf(board),
    seed: options.seed ?? null,
    versions: rules,
  }
}

/** Counts are of numbers, as far as anybody can tell. */
const saidIn = (counts: ScoreSheet['counts']): Said => ({
  first: counts.flatMap(({ p, n, hits }) =>
    Array.from({ length: n }, (_, at) => {
      const question = `${p} ${at}`
      const outcome = at < hits ? 1 : 0
      return { author: UNNAMED, question, family: question, p, outcome, saidOn: null, weakHedge: false, references: {} }
    }),
  ),
  hedged: [],
})

const scoresOfCounts = (rows: Parameters<typeof scoreCounts>[0], options: Options): ComputedScores => {
  const sheet = scoreCounts(rows, optionsOf(options))
  const apart = { author: UNNAMED, inWords: 0, void: 0, restatements: 0, weakHedges: 0 }
  return {
    notes: [COUNTS_ALONE],
    authors: [scoresOfSheet(sheet, saidIn(sheet.counts), apart)],
    board: null,
    seed: options.seed ?? null,
    versions: rules,
  }
}

/**
 * The calculator: forecasts or counts in, full reports out, nothing stored. Both `POST /v1/scores` and `hindcast score` answer
 * with it. Throws a `Problem` that lists the items that cannot be used, and then scores nothing.
 */
export const scores = (input: ScoresInput): ComputedScores =>
  'counts' in input ? scoresOfCounts(input.counts, input) : scoresOfForecasts(readForecasts(input.forecasts), input)

import { z } from 'zod'
import { baselineKinds } from '../../core/baseline.ts'

const Ends = z.object({ low: z.number(), high: z.number() })

/** What differences of a board are against: the other authors, or a baseline that was recorded beside each forecast. */
export const opponents = ['others', ...baselineKinds] as const

/** As boards are kept; answers show it as a `Difference`. */
export const BoardDifference = z
  .object({
    against: z.enum(opponents).meta({
      description: 'the mean Brier score of the other authors on the same questions, or the recorded baseline named',
    }),
    mean: z
      .number()
      .meta({ description: 'their Brier less this author’s, mean over questions, −1 to 1; above 0 is better' }),
    error: z.number().nullable().meta({ description: 'standard error, clustered by family' }),
    low: z.number().nullable().meta({ description: '95 % interval, clustered by family' }),
    high: z.number().nullable(),
    commonQuestions: z.int(),
    families: z.int(),
  })
  .meta({ id: 'BoardDifference' })

export const ShrunkDifference = z
  .object({
    value: z.number().meta({
      description: 'what the difference is worth once luck is allowed for; above 0 is better; orders the board',
    }),
    error: z.number().meta({ description: 'posterior standard deviation' }),
    low: z.number().meta({ description: '95 % posterior interval' }),
    high: z.number(),
    reliability: z
      .number()
      .meta({ description: '0 to 1, higher is better: the share of the raw difference that is kept' }),
  })
  .meta({ id: 'ShrunkDifference' })

const SaidBefore = z.number().min(0).max(1).nullable().meta({
  description:
    'of a difference from the others: the share of their statements that was said no later than the author’s own on the question, 0 to 1; they are not of one moment, and who answers late knows more. Null from a baseline, which is never later',
})

export const AdjustedBrier = z
  .object({
    value: z.number().meta({
      description:
        'mean of (Brier − difficulty of the question), in units of the Brier score, lower is better; always saying 50 % of all questions that were fitted has 0.25; may lie below 0',
    }),
    error: z
      .number()
      .nullable()
      .meta({ description: 'standard error, clustered by family, difficulties taken as known' }),
    low: z.number().nullable().meta({ description: '95 % interval, as the error; null below two families' }),
    high: z.number().nullable(),
    n: z.int().meta({ description: 'questions of known difficulty that it rests on' }),
    families: z.int().meta({ description: 'event families among them' }),
  })
  .meta({ id: 'AdjustedBrier' })

/** An author's place on a board; all null below, with `notRanked`, where there is none. */
export const boardPlace = {
  rank: z.int().nullable().meta({ description: '1 is best; equal ranks are ties' }),
  rankInterval: Ends.extend({ low: z.int(), high: z.int(), level: z.number() })
    .nullable()
    .meta({ description: 'ranks that may be the true one, by posterior simulation; null below 20 ranked authors' }),
  topTen: z
    .number()
    .nullable()
    .meta({ description: 'chance of being among the first ten, 0 to 1, higher is better; null as rankInterval' }),
  tiedWith: z.array(z.string()).meta({ description: 'who cannot be told apart' }),
  provisional: z.boolean().meta({ description: 'below 100 families' }),
  difference: BoardDifference.nullable().meta({ description: 'as measured; orders nobody where `shrunk` is given' }),
  saidBefore: SaidBefore,
  shrunk: ShrunkDifference.nullable().meta({ description: 'null below 20 authors who can be compared' }),
  notRanked: z.string().nullable().meta({ description: 'why there is no rank' }),
  adjusted: AdjustedBrier.nullable().meta({
    description: 'mean Brier as if everybody had answered questions of the same difficulty; ranks nobody',
  }),
  notAdjusted: z.string().nullable().meta({ description: 'why there is no adjusted score; null where there is' }),
}

/** A place that was perhaps kept before it said when others had spoken. */
export const keptPlace = {
  saidBefore: SaidBefore.default(null),
  adjusted: boardPlace.adjusted.default(null),
  notAdjusted: boardPlace.notAdjusted.default('it was kept before scores were adjusted for difficulty'),
}

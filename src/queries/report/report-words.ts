import { z } from 'zod'

const WorldBand = z.object({
  median: z.number(),
  low: z.number().meta({ description: '5 %' }),
  high: z.number().meta({ description: '95 %' }),
  defined: z.int(),
  worlds: z.int(),
})
const ScoreBounds = z.object({ lowest: z.number(), highest: z.number() })

/** What of a kept report hangs on the meaning of words. */
export const ReportWords = z
  .object({
    statements: z.int().meta({ description: 'how many were said in words' }),
    pointBrier: z.number().meta({ description: 'at the mean of what readers hear: the headline' }),
    lexiconVariance: z.number().meta({ description: 'a fact about the lexicon; ranks nobody' }),
    expectedBrier: z.number(),
    worlds: z
      .object({ brier: WorldBand.nullable(), verdictHolds: z.number().nullable() })
      .meta({ description: 'one meaning per phrase and world; the share of worlds in which the verdict is the same' }),
    nested: WorldBand.nullable().meta({ description: 'mean Brier over meanings and families drawn anew together' }),
    yardsticks: z.array(
      z.object({
        yardstick: z.string(),
        covered: z.int(),
        statements: z.int(),
        notCovered: z.array(z.string()),
        openBands: z.array(z.string()),
        free: ScoreBounds.nullable(),
        shared: ScoreBounds.nullable(),
        midpoint: z.number().nullable(),
        expectedUniform: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'ReportWords' })

import { z } from 'zod'
import { Interval } from '../report/report-schema.ts'

/** How much better one forecaster did than another: the same wherever two are set beside one another. */
export const Difference = z
  .object({
    value: z.number().meta({
      description:
        'mean Brier of the other less that of the author, on the same questions: −1 to 1, above 0 the author is better',
    }),
    interval: Interval.nullable().meta({ description: '95 %, clustered by family; null below two families' }),
    n: z.int().meta({ description: 'questions that both have a scored forecast on' }),
    families: z.int().meta({ description: 'event families among them' }),
  })
  .meta({ id: 'Difference' })
export type Difference = z.infer<typeof Difference>

type Ends = { low: number | null; high: number | null }

const LEVEL = 0.95

/** From a mean with the ends of its 95 % interval. `differenceOf({ value: .1, low: null, high: null, n: 1, families: 1 }).interval = null` */
export const differenceOf = ({ value, low, high, n, families }: Ends & Omit<Difference, 'interval'>): Difference => ({
  value,
  interval: low === null || high === null ? null : { low, high, level: LEVEL },
  n,
  families,
})

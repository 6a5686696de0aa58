import { z } from 'zod'
import { spokenOf } from '../../core/lexicon/spoken.ts'
import { hedging } from '../../core/scoring/words/hedges.ts'
import type { MonthlyForm } from '../../storage/report-counts.ts'
import { Interval } from './report-schema.ts'

/** How much of what fell due says nothing that could be wrong. */
export const Hedges = z
  .object({
    statements: z.int().meta({ description: 'what fell due, settled or not, weak hedges too' }),
    committed: z.int(),
    hedged: z.int().meta({ description: 'a bare may, might, could or possible: recorded and resolved, in no score' }),
    share: z.number().nullable().meta({
      description: 'hedged/statements, 0 to 1; null of nothing. No direction: an uncertain world calls for hedges',
    }),
    interval: Interval.nullable().meta({ description: '95 %, Wilson' }),
    byPhrase: z.array(z.object({ phrase: z.string(), n: z.int() })),
  })
  .meta({ id: 'Hedges' })
export type Hedges = z.infer<typeof Hedges>

/** Why an author of whom nothing has come due has no share of hedges. */
export const missingOfHedges = ({ share }: Hedges): { field: string; reason: string }[] =>
  share === null ? ['hedges.share', 'hedges.interval'].map((field) => ({ field, reason: 'nothing has come due' })) : []

/** How a hedged number is listed: "it could be 30 %" is in no phrase of the lexicon. */
const A_NUMBER = 'a number'

/** Hedge accounting over everything that fell due, from counts alone. */
export const hedgesOf = (forms: readonly Omit<MonthlyForm, 'dueMonth' | 'hits'>[]): Hedges => {
  const counted = forms.map(({ form, weakHedge, n, pending, void: voided }) => ({
    phrase: weakHedge ? (spokenOf(form)?.phrase ?? A_NUMBER) : null,
    n: n + pending + voided,
  }))
  const committed = counted.filter(({ phrase }) => phrase === null).reduce((so, { n }) => so + n, 0)
  const words = counted.flatMap(({ phrase, n }) =>
    phrase === null ? [] : [{ phrase, polarity: '+' as const, n, hits: 0 }],
  )
  const made = hedging({ numbers: [{ p: 0.5, n: committed, hits: 0 }], words }, () => true)
  return made ?? { statements: 0, committed: 0, hedged: 0, share: null, interval: null, byPhrase: [] }
}

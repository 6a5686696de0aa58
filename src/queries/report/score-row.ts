import { z } from 'zod'
import { definitionOf, directions } from './definitions.ts'
import { MissingFigures, Unbounded } from './report-schema.ts'
import type { Measured } from './score-measures.ts'
import { Withheld } from './withheld.ts'

/** One measure of a report, flat: what it is stands at `/v1/definitions/{measure}`. */
export const ScoreRow = z
  .object({
    measure: z.string().meta({ description: 'id of its definition' }),
    value: Unbounded.nullable().meta({ description: 'null where `withheld` or `missing` says why' }),
    low: z.number().nullable().meta({ description: 'of its interval; null where it has none' }),
    high: z.number().nullable(),
    level: z.number().nullable().meta({ description: 'of the interval: 0.95 covers the true value 95 times in 100' }),
    n: z.int().meta({ description: 'statements behind it' }),
    families: z.int().nullable().meta({ description: 'event families behind it; null where they do not count' }),
    unit: z.string(),
    direction: z.enum(directions),
    target: z.number().nullable(),
    withheld: Withheld,
    missing: MissingFigures,
    bounds: z.object({ lowest: z.number(), highest: z.number() }).nullable().meta({
      description: 'where it could still end; null where it is withheld, cannot be bounded or nothing is open',
    }),
  })
  .meta({ id: 'ScoreRow' })
export type ScoreRow = z.infer<typeof ScoreRow>

/** What its definition says of a measure. */
export const described = (id: string): Pick<ScoreRow, 'measure' | 'unit' | 'direction' | 'target'> => {
  const { unit, direction, target } = definitionOf(id)
  return { measure: id, unit, direction, target }
}

export const figuresOf = (
  measured: Measured | null | undefined,
): Pick<ScoreRow, 'value' | 'low' | 'high' | 'level'> => ({
  value: measured?.value ?? null,
  low: measured?.interval?.low ?? null,
  high: measured?.interval?.high ?? null,
  level: measured?.interval?.level ?? null,
})

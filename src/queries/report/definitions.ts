import { z } from 'zod'
import { missing } from '../../core/problem.ts'
import type { Definition as Defined } from '../../core/scoring/report/definitions/definition.ts'
import { definitions } from '../../core/scoring/report/definitions.ts'
import { minimumFamilies, type ReportField } from '../../core/scoring/report/minimum.ts'

export const directions = ['lower', 'higher', 'none', 'target'] as const satisfies readonly Defined['direction'][]

/** Fields that a report may withhold, in its order. */
export const reportFields = minimumFamilies.map(({ field }) => field)

/** What a figure is: see core/scoring/report/definitions. */
export const Definition = z
  .object({
    id: z.string().meta({ description: 'stable; what rows of scores name as their measure' }),
    name: z.string(),
    unit: z.string(),
    range: z
      .tuple([z.number().nullable(), z.number().nullable()])
      .meta({ description: 'least and greatest value there can be; null = without bound' }),
    direction: z
      .enum(directions)
      .meta({ description: 'which way is better; `target`: near `target`; `none`: says nothing about quality' }),
    target: z.number().nullable(),
    field: z
      .enum(reportFields)
      .nullable()
      .meta({ description: 'the field of a report that it belongs to, as `withheld` names it; null = of none' }),
    sentence: z.string().meta({ description: 'what it says, for an editor' }),
    formula: z.string(),
    source: z.string(),
    minimumFamilies: z
      .int()
      .nullable()
      .meta({ description: 'of fewer event families it is withheld; null = never for that reason' }),
  })
  .meta({ id: 'Definition' })
export type Definition = z.infer<typeof Definition>

const byId = new Map<string, Definition>(definitions.map((one) => [one.id, one]))

/** A measure by its id. Throws `not-found`, naming the field that it was given in. `definitionOf('brier').unit` */
export const definitionOf = (id: string, field = 'id'): Definition => {
  const found = byId.get(id)
  if (found) return found
  throw missing('definition', id, field)
}

/** These measures, and those of these fields alone, in the order of a report; all of them where none is named. */
export const definitionsOf = (ids: readonly string[], fields: readonly ReportField[] = []): Definition[] => {
  const named = new Set(ids.map((id) => definitionOf(id, 'measure').id))
  const of = new Set<ReportField | null>(fields)
  return [...byId.values()]
    .filter(({ id }) => named.size === 0 || named.has(id))
    .filter(({ field }) => of.size === 0 || of.has(field))
}

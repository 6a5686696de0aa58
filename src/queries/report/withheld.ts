import { z } from 'zod'

/** One figure that is withheld, wherever it stands. */
export const WithheldFigure = z
  .object({
    field: z.string().meta({ description: 'what is null: /v1/definitions?field=… tells its measures' }),
    rule: z.string().meta({ description: 'by which rule, in words' }),
  })
  .meta({ id: 'WithheldFigure' })
export type WithheldFigure = z.infer<typeof WithheldFigure>

/** What of an answer is withheld; empty where nothing is. */
export const Withheld = z.array(WithheldFigure)

/** A rule as the list of what it withholds; none where there is no rule. */
export const withheldBy = (field: string, rule: string | null): WithheldFigure[] =>
  rule === null ? [] : [{ field, rule }]

import { z } from 'zod'
import { AuthorName } from '../author.ts'
import { MAX_CLAIM } from '../candidate.ts'
import { idOf } from '../id.ts'
import { Probability } from '../probability.ts'
import { Day, Instant, When } from '../time.ts'

/** What a reader must know of an import: where it comes from, under which licence, and what was made of it. */
export const OpenImport = z
  .strictObject({
    name: z.string().trim().min(1, 'name the import').max(200),
    source: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .meta({ description: 'whose forecasts and outcomes these are: `Fatebook`' }),
    licence: z.string().trim().min(1).max(300).meta({ description: 'under which they may be shown' }),
    note: z.string().trim().min(1).max(2000).meta({ description: 'what a reader must know: what was read how' }),
    whole: z.boolean().default(false).meta({
      description: 'it holds everything that the source has of its frame, rather than a choice',
    }),
  })
  .meta({ id: 'OpenImport' })
export type OpenImport = z.output<typeof OpenImport>

export const Import = z
  .object({
    id: idOf('import'),
    name: z.string(),
    source: z.string(),
    licence: z.string(),
    note: z.string(),
    recordedAt: Instant,
  })
  .meta({ id: 'Import', description: 'a bulk load, and what a reader must know of it' })

const key = z.string().min(1).max(300)

/** One forecast as its source tells it, with the question it is on. */
export const ImportForecast = z
  .strictObject({
    question: key.meta({ description: 'by which the source knows the question: its id, or what it is told apart by' }),
    forecast: key.meta({ description: 'by which the source knows the forecast' }),
    wording: z.string().trim().min(1).max(MAX_CLAIM),
    criteria: z.string().trim().min(1).max(5000).optional(),
    url: z.httpUrl().max(2000).optional().meta({ description: 'of the question at its source' }),
    askedAt: Instant.meta({
      description: 'when the source had published the question: its criteria count as fixed then',
    }),
    windowEnd: Day.meta({ description: 'last day on which it may come true, UTC' }),
    author: AuthorName,
    probability: Probability,
    said: When.meta({ description: 'when it was said, by the source: a day, an instant, or { earliest, latest }' }),
  })
  .meta({ id: 'ImportForecast' })
export type ImportForecast = z.output<typeof ImportForecast>

export const importOutcomes = ['yes', 'no', 'void'] as const

/** How the source resolved one of its questions. */
export const ImportOutcome = z
  .strictObject({
    question: key,
    outcome: z.enum(importOutcomes).meta({ description: 'void: the source annulled it, or could not tell' }),
    resolvedAt: Instant.meta({ description: 'when the source resolved it' }),
    url: z.httpUrl().max(2000).optional(),
  })
  .meta({ id: 'ImportOutcome' })
export type ImportOutcome = z.output<typeof ImportOutcome>

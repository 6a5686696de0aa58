import { z } from 'zod'
import { attributions, directnesses } from './candidate.ts'
import { Day } from './time.ts'

/**
 * Where the days of a reported fact come from: words that name them, a published rule ("three weeks ago", "two days later"),
 * or nothing but the day of publication.
 */
export const factDateSources = ['stated', 'rule', 'undated'] as const

/** A passage that tells of something as having happened, or as not having happened. */
export const ReportedFact = z
  .object({
    quote: z.string(),
    start: z.int().min(0),
    end: z.int().min(1),
    title: z.string().meta({ description: 'the proposition to be read on its own, at most 300 characters' }),
    occurred: z.boolean().meta({ description: 'false = the text says that it did not happen' }),
    earliest: Day.nullable().meta({ description: 'first day on which it may have happened; null = not told' }),
    latest: Day.meta({ description: 'last such day, never after publication' }),
    dateSource: z.enum(factDateSources),
    dateWords: z.string().meta({ description: 'the words of time as they stand in the text, empty for undated' }),
    entities: z.array(z.string()).meta({ description: 'the names in it, as the text writes them in full' }),
    verb: z.string().meta({ description: 'the lemma of what happened' }),
    attribution: z.enum(attributions),
    directness: z.enum(directnesses),
    claimant: z.string().nullable().meta({ description: 'who reports it; null = the author, or nobody by name' }),
    reasons: z.array(z.string()).meta({ description: 'what a reviewer should know of how it was read' }),
  })
  .meta({ id: 'ReportedFact' })
export type ReportedFact = z.infer<typeof ReportedFact>

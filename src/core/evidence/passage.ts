import { z } from 'zod'
import { standings } from './standing.ts'

/** The version of the rules by which passages are read and ranked; it travels with every stored passage and answer. */
export const EVIDENCE_VERSION = '2026.2'

/** A passage has at most so many UTF-16 units: what a person reads at a glance. */
export const LONGEST_PASSAGE = 700

/** A sentence of a passage as the search knows it. Offsets are those of the text. */
export const PassageSentence = z.object({
  start: z.int().min(0),
  end: z.int().min(1),
  standing: z.enum(standings),
  /** The latest year that it names. */
  year: z.int().nullable(),
  /** What it speaks of: the keys of its terms, each as often as it is met. */
  keys: z.array(z.string()),
})
export type PassageSentence = z.infer<typeof PassageSentence>

/** Whole sentences of one paragraph, at most 700 units: `quote === text.slice(start, end)`. */
export type Passage = {
  start: number
  end: number
  quote: string
  sentences: readonly PassageSentence[]
}

/** Whether a passage speaks for a claim as worded, against it, or leaves that open. */
export const stances = ['for', 'against', 'unclear'] as const
export type Stance = (typeof stances)[number]

/** A passage found for a claim. `score`: how much of the claim it speaks of; 1 is about all of it. */
export const Finding = z.object({
  score: z.number().min(0).meta({ description: 'how much of the claim it speaks of; 1 is about all of it' }),
  stance: z.enum(stances).meta({ description: 'towards the claim as worded; no stance settles anything' }),
  reasons: z.array(z.string()).meta({ description: 'what it speaks of, and why that stance' }),
})
export type Finding = z.infer<typeof Finding>

import { z } from 'zod'
import { attributions, windowSources } from './candidate.ts'
import { origins } from './prediction.ts'
import { timings } from './question.ts'
import { type Day, dayOf, daysBetween, type Instant, monthOf } from './time.ts'

/** Days from the statement to the window's end: up to a month, a quarter, a year, longer. */
export const horizonClasses = ['up-to-30-days', 'up-to-91-days', 'up-to-366-days', 'longer'] as const
export type HorizonClass = (typeof horizonClasses)[number]

/** Own voice and quoted speakers are reported and ranked apart. */
export const voices = ['own', 'quoted'] as const
export type Voice = (typeof voices)[number]

/** The dimensions that partition an author's scored items; counts are kept for each combination. */
export const Slice = z.object({
  dueMonth: z.string().regex(/^\d{4}-\d{2}$/),
  horizonClass: z.enum(horizonClasses),
  attribution: z.enum(attributions),
  windowSource: z.enum(windowSources),
  weakHedge: z.boolean(),
  timing: z.enum(timings),
  origin: z.enum(origins),
})
export type Slice = z.infer<typeof Slice>

/** Class of a horizon: `horizonClassOf('2026-01-01', '2026-01-20') = 'up-to-30-days'`. */
export const horizonClassOf = (said: Instant, windowEnd: Day): HorizonClass => {
  const days = daysBetween(dayOf(said), windowEnd)
  if (days <= 30) return 'up-to-30-days'
  if (days <= 91) return 'up-to-91-days'
  return days <= 366 ? 'up-to-366-days' : 'longer'
}

/** The month a window's end falls in; nothing counts before that month is over. */
export const dueMonthOf = (windowEnd: Day): string => monthOf(windowEnd)

/** Whether a due month is over at an instant. */
export const isMonthOver = (dueMonth: string, now: Instant): boolean => dueMonth < now.slice(0, 7)

/** What the headline counts: own voice, no weak hedge, a window that words gave. The default window has a slice of its own. */
export const HEADLINE = { attribution: 'own', weakHedge: false, windowSources: ['stated', 'rule'] } as const

import { z } from 'zod'
import type { Day } from '../time.ts'
import { plusDays } from '../time.ts'
import { HttpUrl } from '../url.ts'

/** RFC 6901: `/data/0/rate`; `~1` stands for a slash in a name, `~0` for a tilde. */
const JsonPointer = z
  .string()
  .max(300)
  .regex(/^(?:\/(?:[^~/]|~[01])*)*$/, 'write a JSON pointer such as /data/0/rate')
const Column = z.string().min(1).max(200)

const Selection = z
  .discriminatedUnion('format', [
    z.object({ format: z.literal('json'), value: JsonPointer, asOf: JsonPointer }),
    z.object({
      format: z.literal('csv'),
      value: Column,
      asOf: Column,
      row: z.union([z.enum(['first', 'last']), z.object({ column: Column, equals: z.string().max(200) })]),
    }),
  ])
  .meta({ id: 'FeedSelection', description: 'where the value stands, and the day that it speaks for' })
export type Selection = z.infer<typeof Selection>

export const operators = ['<', '<=', '=', '>=', '>', 'exists'] as const
/**
 * `within`: at some time in the window, it may come and go. `by-deadline`: what once holds stays so, a count or a record.
 * `at-deadline`: on the last day of the window.
 */
export const feedMoments = ['within', 'by-deadline', 'at-deadline'] as const

export const FeedRule = z
  .object({
    kind: z.literal('feed'),
    url: HttpUrl,
    select: Selection,
    operator: z.enum(operators),
    threshold: z.union([z.number(), z.string().max(200)]).optional(),
    when: z.enum(feedMoments),
    reportingLagDays: z.int().min(0).max(3650).default(0).meta({
      description: 'how long after a day its value may still come or change',
    }),
    settles: z.boolean().default(false),
  })
  .refine(({ operator, threshold }) => (operator === 'exists') === (threshold === undefined), {
    message: 'give a threshold, but for exists, which takes none',
    path: ['threshold'],
  })
  .refine(({ operator, threshold }) => operator === '=' || typeof threshold !== 'string', {
    message: 'a text can only be compared by =',
    path: ['operator'],
  })
  .refine(
    ({ operator, threshold, when }) => !(when === 'by-deadline' && operator === '=' && typeof threshold === 'number'),
    {
      message:
        'a number that is reached does not stay: ask for it within the window or at its deadline, or by >= or <=',
      path: ['when'],
    },
  )
  .meta({ id: 'FeedResolver', description: 'a value of a JSON or CSV document, with the day that it speaks for' })
export type FeedRule = z.infer<typeof FeedRule>

/** The first day on which reading the feed can tell anything; null where the window has no end that it would wait for. */
export const readableFrom = (
  { when, reportingLagDays }: FeedRule,
  { windowStart, windowEnd }: { windowStart: Day; windowEnd: Day | null },
): Day | null => (when === 'at-deadline' ? windowEnd && plusDays(windowEnd, reportingLagDays + 1) : windowStart)

import { z } from 'zod'
import { windowSources } from './candidate.ts'
import { idOf } from './id.ts'
import { Outcome, statuses, voidReasons } from './resolution/lifecycle.ts'
import { Resolver } from './resolution/resolver.ts'
import { Trigger } from './resolution/trigger.ts'
import { Day, endOf, Instant } from './time.ts'
import { TopicSlug } from './topic.ts'

/** Numeric and date questions come later; the kind keeps their place. */
export const questionKinds = ['binary', 'categorical'] as const
/** `opposite`: the positive event is that the wording fails. */
export const orientations = ['as-worded', 'opposite'] as const
/** `manual`: a person settles by hand. `rules`: those of the version propose, and settle where they may; a person still can. */
export const resolverPolicies = ['manual', 'rules'] as const
/** Fixed before the window's end and before a matching event was reported, or not. */
export const timings = ['prospective', 'retrospective'] as const
export type Timing = (typeof timings)[number]

export const QuestionVersion = z
  .object({
    id: idOf('version'),
    questionId: idOf('question'),
    version: z.int().min(1),
    wording: z.string().meta({ description: 'as first stated, never rewritten' }),
    criteria: z.string(),
    orientation: z.enum(orientations),
    condition: z.string().nullable(),
    trigger: Trigger.nullable(),
    windowStart: Day,
    windowEnd: Day.nullable().meta({ description: 'last day of the window, end of day UTC; null = no end' }),
    windowZone: z.literal('UTC'),
    windowSource: z.enum(windowSources),
    resolver: z.enum(resolverPolicies),
    resolvers: z.array(Resolver).meta({ description: 'the rules, in the order in which they are tried' }),
    referenceAt: Instant.nullable().meta({ description: 'the submitted forecast standing then is the one scored' }),
    criteriaFixedAt: Instant,
    criteriaSource: z.string().nullable(),
    reason: z.string().nullable().meta({ description: 'why it follows the version before it; null for the first' }),
    recordedAt: Instant,
  })
  .meta({ id: 'QuestionVersion' })
export type QuestionVersion = z.infer<typeof QuestionVersion>

export const Question = z
  .object({
    id: idOf('question'),
    kind: z.enum(questionKinds),
    status: z.enum(statuses).meta({ description: 'a cache of the resolution log' }),
    outcome: z.union([Outcome, z.null()]),
    voidReason: z.enum(voidReasons).nullable(),
    familyId: idOf('family'),
    topics: z.array(TopicSlug).meta({ description: 'what it is about, as whoever sorts it says' }),
    version: QuestionVersion,
    recordedAt: Instant,
  })
  .meta({ id: 'Question' })
export type Question = z.infer<typeof Question>

/** When a question takes no further forecasts: its reference time, else the end of its window; null = never. */
export const forecastsCloseAt = ({ referenceAt, windowEnd }: QuestionVersion): Instant | null =>
  referenceAt ?? (windowEnd && endOf(windowEnd))

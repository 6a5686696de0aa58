import { z } from 'zod'
import { EntityName } from './entity.ts'
import { idOf } from './id.ts'
import { Day, Instant, Moment } from './time.ts'

/** What sort of event it is, a slug of the recorder's choosing: `rate-decision`, `ceasefire`. */
export const EventKind = z
  .string()
  .max(60, 'a kind has at most 60 characters')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write a kind in lower case with hyphens, as in rate-decision')
export const MAX_ENTITIES = 20

/** Something that happened: when, when that was published, by whom, in which words. */
export const Event = z
  .object({
    id: idOf('event'),
    title: z.string(),
    kind: EventKind.nullable().meta({ description: 'what sort of event: rate-decision' }),
    entities: z.array(EntityName).max(MAX_ENTITIES).meta({ description: 'who and what it is about' }),
    happened: Moment,
    published: Moment,
    sourceId: idOf('source').nullable(),
    commentaryId: idOf('commentary').nullable(),
    quote: z.string().nullable(),
    url: z.string().nullable(),
    archiveSha256: z.string().nullable().meta({ description: 'SHA-256 of the archived copy' }),
    recordedAt: Instant,
  })
  .meta({ id: 'Event' })
export type Event = z.infer<typeof Event>

/** From when on somebody could have known of an event: it happened or was reported, by the earlier of the earliest bounds. */
export const knownFrom = ({ happened, published }: Pick<Event, 'happened' | 'published'>): Instant =>
  published.earliest < happened.earliest ? published.earliest : happened.earliest

export const evidenceKinds = ['report', 'figure', 'coverage', 'search-statement'] as const
/** What the evidence does: shows the positive event or its option, rules it out for good, or neither. */
export const bearings = ['shows', 'excludes', 'none'] as const

export const Evidence = z
  .object({
    id: idOf('evidence'),
    questionId: idOf('question'),
    kind: z.enum(evidenceKinds),
    bearing: z.enum(bearings),
    optionId: idOf('option').nullable().meta({ description: 'categorical questions: the option it bears on' }),
    eventId: idOf('event').nullable(),
    sourceId: idOf('source').nullable(),
    commentaryId: idOf('commentary').nullable(),
    quote: z.string().nullable(),
    url: z.string().nullable(),
    readThrough: Day.nullable().meta({ description: 'coverage and search statements: read through this day' }),
    reportingLagDays: z
      .int()
      .nullable()
      .meta({ description: 'coverage: the lag of the source, as it was stated when this was recorded' }),
    statement: z
      .string()
      .nullable()
      .meta({ description: 'search statements: where was looked and what was not found' }),
    recordedAt: Instant,
  })
  .meta({ id: 'Evidence' })
export type Evidence = z.infer<typeof Evidence>

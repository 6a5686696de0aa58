import { z } from 'zod'
import { idOf } from './id.ts'
import { KeptProblem } from './kept-problem.ts'
import { StatedPublication } from './reading/document.ts'
import { Instant } from './time.ts'

/** `gone`: its host said so (410), and it is asked no more until somebody resumes it. */
export const feedStatuses = ['active', 'paused', 'gone'] as const
/**
 * `pending` to be fetched, also again after a failure; `recorded` as a commentary; `known`: the piece stood already;
 * `refused` by its site or by the address guard; `failed` for good.
 */
export const entryStatuses = ['pending', 'recorded', 'known', 'refused', 'failed'] as const

/** An address that is asked again and again for new pieces. */
export const Feed = z
  .object({
    id: idOf('feed'),
    url: z.string(),
    title: z.string().nullable().meta({ description: 'as the feed names itself; null before the first poll' }),
    publisher: z.string().nullable().meta({ description: 'named for pieces whose page names none' }),
    collectionId: idOf('collection').nullable(),
    status: z.enum(feedStatuses),
    etag: z.string().nullable(),
    lastModified: z.string().nullable(),
    nextPollAt: Instant,
    polledAt: Instant.nullable().meta({ description: 'when it last answered, with news or without' }),
    failures: z.int().min(0).meta({ description: 'polls that failed since it last answered' }),
    lastError: KeptProblem.nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'Feed' })
export type Feed = z.infer<typeof Feed>

/** One piece that a feed announced, and what became of it. */
export const FeedEntry = z
  .object({
    id: idOf('feedEntry'),
    feedId: idOf('feed'),
    guid: z.string().meta({
      description: "the feed's own id of the entry, else its address; one feed may give several pieces the same",
    }),
    url: z.string(),
    title: z.string().nullable(),
    authors: z.array(z.string()),
    publishedAt: Instant.nullable().meta({ description: 'as the feed says' }),
    /** The day that the feed states, else those between the polls that the entry is new between. */
    published: StatedPublication.nullable(),
    status: z.enum(entryStatuses),
    attempts: z.int().min(0),
    nextAttemptAt: Instant,
    problem: KeptProblem.nullable(),
    commentaryId: idOf('commentary').nullable(),
    recordedAt: Instant.meta({ description: 'when the feed was first seen to announce it' }),
  })
  .meta({ id: 'FeedEntry' })
export type FeedEntry = z.infer<typeof FeedEntry>

import { z } from 'zod'
import { idOf } from './id.ts'
import { Instant } from './time.ts'

/**
 * How a fetched page was found to be a commentary that stands: `new` = it was not and made one; by its canonical address, its
 * bytes, its words, or by resemblance to the words of a piece of about the same day with its title or a byline.
 */
export const joinings = ['new', 'canonical-url', 'bytes', 'text', 'resemblance'] as const

/** A place where a commentary was fetched. *Fetched* is a moment of its own: it says nothing about when it was published. */
export const CommentaryPlace = z
  .object({
    id: idOf('place'),
    commentaryId: idOf('commentary'),
    askedUrl: z.string().meta({ description: 'the address asked for' }),
    url: z.string().meta({ description: 'the address that answered, after redirects' }),
    canonicalUrl: z.string().meta({ description: 'the address the piece is known by' }),
    claimedUrl: z.string().nullable().meta({ description: 'declared as canonical on another site; not believed' }),
    status: z.int(),
    mediaType: z.string().nullable(),
    etag: z.string().nullable(),
    lastModified: z.string().nullable(),
    bytesSha256: z.string(),
    joinedBy: z.enum(joinings),
    resemblance: z.number().min(0).max(1).nullable(),
    fetchedAt: Instant,
    recordedAt: Instant,
  })
  .meta({ id: 'CommentaryPlace' })
export type CommentaryPlace = z.infer<typeof CommentaryPlace>

import { z } from 'zod'
import { AuthorName } from '../../core/author.ts'
import type { Feed } from '../../core/feed.ts'
import { missing, Problem } from '../../core/problem.ts'
import { HttpUrl } from '../../core/url.ts'
import { mustFindCollection } from '../../queries/collections.ts'
import { findFeed, putFeed, setFeedStatus } from '../../storage/feeds.ts'
import { action } from '../context.ts'

export const RecordFeed = z
  .object({
    url: HttpUrl.meta({ description: 'of an RSS, Atom or JSON feed' }),
    publisher: AuthorName.optional().meta({ description: 'for pieces whose page names none' }),
    collection: z.string().optional().meta({ description: 'id or slug of the collection its pieces are read for' }),
  })
  .meta({ id: 'RecordFeed' })
export type RecordFeed = z.infer<typeof RecordFeed>

const standsOtherwise = (field: 'publisher' | 'collection'): Problem => {
  const detail = `this feed stands with another ${field}, or with none`
  return new Problem('already-exists', detail, `leave ${field} out`, [{ field, detail }])
}

/**
 * The feed at this address: recorded now and due at once, or standing already. Throws `already-exists` when it stands with
 * another publisher or collection.
 */
export const recordFeed = action<RecordFeed, { feed: Feed; created: boolean }>(
  async ({ tx, now, newId, actor }, { url, publisher, collection }) => {
    const collectionId = collection === undefined ? null : (await mustFindCollection(tx, collection)).id
    const fresh = {
      id: newId('feed'),
      url: new URL(url).href,
      publisher: publisher ?? null,
      collectionId,
      recordedAt: now,
    }
    const put = await putFeed(tx, { ...fresh, recordedBy: actor.name })
    if (publisher !== undefined && put.feed.publisher !== publisher) throw standsOtherwise('publisher')
    if (collection !== undefined && put.feed.collectionId !== collectionId) throw standsOtherwise('collection')
    return put
  },
)

export const SetFeedStatus = z
  .object({ status: z.enum(['active', 'paused']) })
  .meta({ id: 'SetFeedStatus', description: '`active` also wakes a feed that is gone' })
export type SetFeedStatus = z.infer<typeof SetFeedStatus>

export type FeedStatusInput = SetFeedStatus & { feedId: string }

/** Pauses a feed, with the entries that wait, or sets it going again, due at once. `changed`: it was not so before. */
export const changeFeedStatus = action<FeedStatusInput, { feed: Feed; changed: boolean }>(
  async ({ tx, now }, { feedId, status }) => {
    const changed = await setFeedStatus(tx, feedId, status, now)
    const feed = await findFeed(tx, feedId)
    if (!feed) throw missing('feed', feedId)
    return { feed, changed }
  },
)

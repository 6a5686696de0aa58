import { z } from 'zod'
import { type Author, AuthorName, identityOfName, identityOfVoice, slugOf } from '../../core/author.ts'
import type { Day } from '../../core/time.ts'
import { putAuthor } from '../../storage/authors.ts'
import { action } from '../context.ts'

export const RecordAuthor = z
  .object({ name: AuthorName, kind: z.enum(['person', 'organisation', 'model']).default('person') })
  .meta({ id: 'RecordAuthor' })
export type RecordAuthor = z.infer<typeof RecordAuthor>

type Recorded = { author: Author; created: boolean }

/**
 * The author of this name: recorded now, or standing already. Spellings that differ in case or spaces are one. `bot`: whoever
 * registers them to submit as them is a program.
 */
export const recordAuthor = action<RecordAuthor & { bot?: boolean }, Recorded>(
  ({ tx, now, newId, actor }, { name, kind, bot = false }) =>
    putAuthor(tx, {
      id: newId('author'),
      name: name.trim(),
      slug: slugOf(name),
      kind,
      bot,
      identity: identityOfName(name),
      recordedBy: actor.name,
      recordedAt: now,
    }),
)

type Voice = {
  publisher: { id: string; name: string } | null
  commentaryId: string
  title: string | null
  publishedOn: Day
}

/**
 * The unattributed voice of a publisher, or of one commentary where there is no publisher: listed, never ranked, and
 * nobody guesses who it was.
 */
export const recordUnattributedVoice = action<Voice, Recorded>(
  ({ tx, now, newId, actor }, { publisher, commentaryId, title, publishedOn }) => {
    const name = publisher
      ? `${publisher.name} (unattributed)`
      : `Unattributed: ${title ?? `a commentary of ${publishedOn}`}`
    return putAuthor(tx, {
      id: newId('author'),
      name,
      slug: slugOf(name),
      kind: 'unattributed',
      bot: false,
      identity: identityOfVoice(publisher?.id ?? commentaryId),
      recordedBy: actor.name,
      recordedAt: now,
    })
  },
)

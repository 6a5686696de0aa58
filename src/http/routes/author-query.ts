import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Author } from '../../core/author.ts'
import { timings } from '../../core/question.ts'
import { collectionOfSet } from '../../core/scored-item.ts'
import { voices } from '../../core/slice.ts'
import { mustFindCollection } from '../../queries/collections.ts'
import type { Part } from '../../queries/report/author-counts.ts'
import { mustBeAsAsked, mustBeByRulesOfNow, mustBeOn } from '../../queries/report/pinned-report.ts'
import { keptSnapshot } from '../../queries/report/read-at.ts'
import { PinnedQuery } from '../as-of.ts'
import { type Env, reading } from '../env.ts'

/** How an author is named in an address. */
export const AuthorParams = z.object({
  id: z
    .string()
    .min(1)
    .max(300)
    .meta({ description: 'id or slug', examples: ['ada-example'] }),
})

/** Answers at an address of an author: that of a merged record sends on, its query kept, for as long as it is merged. */
export const ofAuthor = <Answers extends object>(answers: Answers) => ({
  ...answers,
  308: {
    description: 'this record is merged into another: the same of the author whom it counts for is at Location',
    headers: z.object({ location: z.string() }),
  },
})

/** Which report of an author is meant, as JSON, picture or table alike. */
export const CalibrationQuery = PinnedQuery.extend({
  timing: z
    .enum(timings)
    .default('prospective')
    .meta({
      description:
        'questions whose criteria were fixed before the outcome, or after it; left out with a snapshot: that of it',
      examples: ['prospective'],
    }),
  voice: z
    .enum(voices)
    .default('own')
    .meta({
      description: 'the own words of the author, or words that others quote; left out with a snapshot: that of it',
      examples: ['own'],
    }),
  collection: z
    .string()
    .max(300)
    .optional()
    .meta({
      description: 'id or slug; left out: everything, or with a snapshot what that is of',
      examples: ['races-2016'],
    }),
})

/** The part of authors' records that a query is about: that of the kept board where it names one, which it must not contradict. */
export const partOf = async (
  c: Context<Env>,
  { collection: named, timing, voice }: z.output<typeof CalibrationQuery>,
): Promise<Part> => {
  const { reader, now, snapshot = null } = reading(c)
  const collection = named === undefined ? null : await mustFindCollection(reader, named)
  if (snapshot === null) return { collection, timing, voice, now }
  // Defaults are no wish: only what the request names must be what the board is of.
  const asked = c.req.query()
  mustBeAsAsked(snapshot, {
    collection: named === undefined ? undefined : collection,
    timing: asked['timing'],
    voice: asked['voice'],
  })
  const id = collectionOfSet(snapshot.set)
  return {
    collection: id === null ? null : await mustFindCollection(reader, id),
    timing: snapshot.timing,
    voice: snapshot.voice,
    now,
    snapshot: keptSnapshot(snapshot),
  }
}

/** The same of an answer that no board keeps: pinned to one it is made anew as of its position, if by the same rules and of who is on it. */
export const partAnew = async (
  c: Context<Env>,
  author: Author,
  query: z.output<typeof CalibrationQuery>,
): Promise<Part> => {
  const { reader, snapshot = null } = reading(c)
  const part = await partOf(c, query)
  if (snapshot) {
    mustBeByRulesOfNow(snapshot)
    await mustBeOn(reader, snapshot, author)
  }
  return part
}

import { z } from 'zod'
import { Author } from '../../core/author.ts'
import {
  AuthorLink,
  type AuthorLinkAct,
  type LinkedAuthor,
  mustBeMergeable,
  mustBeThere,
  neverMerged,
} from '../../core/author-link.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { notAsRead } from '../../core/problem.ts'
import { authorRevision, insertAuthorLink, lastLinkOf, linkedAuthor, membersOf } from '../../storage/author-links.ts'
import { recordsOf } from '../../storage/author-records.ts'
import { lockLinks } from '../../storage/lock-order.ts'
import { action, type Transacting } from '../context.ts'
import { moveScores } from '../questions/move-scores.ts'

const reason = z.string().trim().min(1, 'say why').max(2000)

export const MergeAuthor = z
  .object({
    into: z
      .string()
      .min(1)
      .max(300)
      .meta({ description: 'id or slug of the author that all counts for from now on', examples: ['ada-quill'] }),
    reason,
  })
  .meta({ id: 'MergeAuthor' })
export type MergeAuthor = z.infer<typeof MergeAuthor>

export const SplitAuthor = z.object({ reason }).meta({ id: 'SplitAuthor' })
export type SplitAuthor = z.infer<typeof SplitAuthor>

export const AuthorLinked = z
  .object({
    link: AuthorLink,
    author: Author.meta({ description: 'who the record counts for now' }),
    moved: z
      .int()
      .min(0)
      .meta({ description: 'on so many questions what counts is another’s now, or another statement’s' }),
  })
  .meta({ id: 'AuthorLinked', description: 'the link, and what it moved; nothing where it stood already' })
export type AuthorLinked = z.infer<typeof AuthorLinked>

type Linked = AuthorLinked & { created: boolean }
/** Holds the links, and finds the record that is merged or split. Throws `not-found`, and `precondition-failed` where it changed. */
const lockRecord = async ({ tx, unchanged }: Transacting, named: string): Promise<LinkedAuthor> => {
  await lockLinks(tx)
  const author = mustBeThere(await linkedAuthor(tx, named), named, 'id')
  if (unchanged?.id === named && (await authorRevision(tx, author.id)) !== unchanged.revision)
    throw notAsRead('author', named)
  return author
}

/** Which record, and how many of its items are moved at a time. */
type Linking = { author: string; chunk?: number }
type Wish = {
  author: LinkedAuthor
  other: LinkedAuthor
  act: AuthorLinkAct
  reason: string
  chunk?: number | undefined
}

/**
 * Appends a link and brings all scores in step with it: a record goes from one author to another with all that is merged into it,
 * to the one that it is merged into, or out of that to count for itself.
 */
const link = async (scope: Transacting, wish: Wish, before: AuthorLink | null): Promise<Linked> => {
  const { tx, now, newId, newSalt, actor } = scope
  const { author, other, act, chunk } = wish
  const to = act === 'merge' ? other : author
  const row = {
    id: newId('authorLink'),
    authorId: author.id,
    position: (before?.position ?? 0) + 1,
    act,
    otherId: other.id,
    reason: wish.reason,
    recordedBy: actor.name,
    recordedAt: now,
  }
  const fact = await factOf('author-link', row, newSalt)
  const members = await membersOf(tx, author.id)
  const from = author.canonical.id
  const beside = (await recordsOf(tx, act === 'merge' ? to.id : from)).filter((id) => !members.includes(id))
  await insertAuthorLink(tx, fact, { members, countsFor: to.id })
  const moved = await moveScores(scope, { members, beside, from, to: to.id, cause: fact.id, chunk })
  const { recordedBy: _, salts: __, ...shown } = fact
  const { canonical: ___, ...shownAuthor } = to
  return { link: shown, author: shownAuthor, moved, created: true }
}

const standing = (link: AuthorLink, { canonical }: LinkedAuthor): Linked => ({
  link,
  author: canonical,
  moved: 0,
  created: false,
})

/**
 * Lets one record of an author, with all that is merged into it, count for another from now on. Facts keep the record that they were
 * recorded under. The same merge again finds what stands. Throws `not-found`, and what `mustBeMergeable` throws.
 */
export const mergeAuthor = action<MergeAuthor & Linking, Linked>(async (scope, { author: named, ...wish }) => {
  const { tx } = scope
  const author = await lockRecord(scope, named)
  const into = mustBeThere(await linkedAuthor(tx, wish.into), wish.into, 'into')
  const last = await lastLinkOf(tx, author.id)
  if (last?.act === 'merge' && last.otherId === into.id) return standing(last, author)
  mustBeMergeable({ author, into })
  return link(scope, { ...wish, author, other: into, act: 'merge' }, last)
})

/**
 * Lets a record that was merged count for itself again, with all that was merged into it. The same split again finds what stands.
 * Throws `not-found`, and `illegal-step` for a record that was never merged.
 */
export const splitAuthor = action<SplitAuthor & Linking, Linked>(async (scope, { author: named, ...wish }) => {
  const { tx } = scope
  const author = await lockRecord(scope, named)
  const last = await lastLinkOf(tx, author.id)
  if (!last) throw neverMerged(author)
  if (last.act === 'split') return standing(last, author)
  const other = mustBeThere(await linkedAuthor(tx, last.otherId), last.otherId, 'id')
  return link(scope, { ...wish, author, other, act: 'split' }, last)
})

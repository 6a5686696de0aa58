import { z } from 'zod'
import type { Author } from './author.ts'
import { idOf } from './id.ts'
import { missing, Problem } from './problem.ts'
import { Instant } from './time.ts'

/** `merge`: two records are of one author. `split`: they are not, after all. */
export const authorLinkActs = ['merge', 'split'] as const
export type AuthorLinkAct = (typeof authorLinkActs)[number]

/** That one record of an author was merged into another, or split from it again; the last word on a record holds. */
export const AuthorLink = z
  .object({
    id: idOf('authorLink'),
    authorId: idOf('author').meta({ description: 'the record that is merged or split' }),
    position: z.int().min(1).meta({ description: 'the first link of its record is 1' }),
    act: z.enum(authorLinkActs),
    otherId: idOf('author').meta({ description: 'the record that it is merged into, or was split from' }),
    reason: z.string(),
    digest: z.string(),
    recordedAt: Instant,
  })
  .meta({ id: 'AuthorLink', description: 'what was merged into what, and what was split again' })
export type AuthorLink = z.infer<typeof AuthorLink>

/** A record of an author, and the record that it counts for: itself, unless it is merged. */
export type LinkedAuthor = Author & { canonical: Author }

const refused = (code: 'illegal-step' | 'invalid-input', field: string, detail: string, remedy: string): Problem =>
  new Problem(code, detail, remedy, [{ field, detail }])

const kindOf = ({ kind, bot }: Author): string => (bot ? `${kind}, registered by a bot` : kind)

/** The record that a name found. Throws `not-found` where it found none. */
export const mustBeThere = (found: LinkedAuthor | null, named: string, field: string): LinkedAuthor => {
  if (found) return found
  throw missing('author', named, field)
}

/**
 * Throws unless one record may be merged into another: `invalid-input` for itself or one of another kind, `illegal-step` where it
 * is merged already, or where the other is: then what that is merged into is to be named, or, where that is the record itself,
 * the merge that would close the circle is to be split first.
 */
export const mustBeMergeable = ({ author, into }: { author: LinkedAuthor; into: LinkedAuthor }): void => {
  if (author.id === into.id)
    throw refused('invalid-input', 'into', `${author.slug} is that author already`, 'name another author')
  if (author.canonical.id !== author.id)
    throw refused(
      'illegal-step',
      'id',
      `${author.slug} is merged into ${author.canonical.slug} already`,
      `split it first, or merge ${author.canonical.slug}`,
    )
  if (into.canonical.id === author.id)
    throw refused(
      'illegal-step',
      'into',
      `${into.slug} is merged into ${author.slug}: that would be a circle`,
      `split ${into.slug} first`,
    )
  if (into.canonical.id !== into.id)
    throw refused(
      'illegal-step',
      'into',
      `${into.slug} is merged into ${into.canonical.slug}`,
      `merge into ${into.canonical.slug}`,
    )
  if (kindOf(author) !== kindOf(into))
    throw refused(
      'invalid-input',
      'into',
      `${author.slug} is of kind ${kindOf(author)}, ${into.slug} of kind ${kindOf(into)}`,
      'merge what is of one kind',
    )
}

/** Says that there is nothing to split. */
export const neverMerged = ({ slug }: Author): Problem =>
  refused('illegal-step', 'id', `${slug} is merged into nobody`, 'list the links of the author for what was merged')

/**
 * The record that each linked record counts for, by the links in the order in which they were recorded: the end of the chain of
 * merges that hold. Example: a into b, b into c → a and b count for c; b split again → a counts for b.
 */
export const canonicalBy = (
  links: readonly Pick<AuthorLink, 'authorId' | 'act' | 'otherId'>[],
): Map<string, string> => {
  const into = new Map<string, string>()
  for (const { authorId, act, otherId } of links) {
    if (act === 'merge') into.set(authorId, otherId)
    else into.delete(authorId)
  }
  const endOf = (id: string): string => {
    const next = into.get(id)
    return next === undefined ? id : endOf(next)
  }
  return new Map([...into.keys()].map((id) => [id, endOf(id)]))
}

import { and, eq, getTableColumns, gt, inArray, isNull, lt, or } from 'drizzle-orm'
import type { Invitation, LinkKind } from '../core/one-time-link.ts'
import type { KeptLink } from '../core/person-export.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { type MadeBy, madeBy } from './made-by.ts'
import { scopesIn } from './people.ts'
import { oneTimeLinks } from './tables/accounts.ts'

type Row = typeof oneTimeLinks.$inferSelect

const invitationOf = ({ scopes, sha256: _, kind: __, ...row }: Row): Invitation => ({
  ...row,
  scopes: scopesIn(scopes ?? ''),
})

export const insertLink = async (tx: Transaction, row: typeof oneTimeLinks.$inferInsert): Promise<void> => {
  await tx.insert(oneTimeLinks).values(row)
}

const usable = (kind: LinkKind, sha256: string, now: Instant) =>
  and(
    eq(oneTimeLinks.kind, kind),
    eq(oneTimeLinks.sha256, sha256),
    isNull(oneTimeLinks.usedAt),
    isNull(oneTimeLinks.revokedAt),
    gt(oneTimeLinks.expiresAt, now),
  )

/** The link of a token, where it works at an instant; null where it does not, whyever. */
export const usableLink = async (reader: Reader, kind: LinkKind, sha256: string, now: Instant): Promise<Row | null> => {
  const [row] = await reader
    .select()
    .from(oneTimeLinks)
    .where(usable(kind, sha256, now))
  return row ?? null
}

/** Uses a link up; of two at once one gets it. Null where it does not work. */
export const useLink = async (tx: Transaction, kind: LinkKind, sha256: string, now: Instant): Promise<Row | null> => {
  const [row] = await tx
    .update(oneTimeLinks)
    .set({ usedAt: now })
    .where(usable(kind, sha256, now))
    .returning()
  return row ?? null
}

/** Keeps whose account an invitation became. */
export const nameInvited = async (tx: Transaction, id: string, personId: string): Promise<void> => {
  await tx.update(oneTimeLinks).set({ personId }).where(eq(oneTimeLinks.id, id))
}

const open = and(isNull(oneTimeLinks.usedAt), isNull(oneTimeLinks.revokedAt))

/** Revokes what links of a kind to an address nobody used yet: the newest alone works. */
export const revokeOpenLinks = async (tx: Transaction, kind: LinkKind, email: string, at: Instant): Promise<void> => {
  await tx
    .update(oneTimeLinks)
    .set({ revokedAt: at })
    .where(and(eq(oneTimeLinks.kind, kind), eq(oneTimeLinks.email, email), open))
}

/** Revokes what links somebody of these names made and nobody used yet, of either kind. */
export const revokeLinksMadeBy = async (tx: Transaction, names: string[], at: Instant): Promise<void> => {
  await tx
    .update(oneTimeLinks)
    .set({ revokedAt: at })
    .where(and(inArray(oneTimeLinks.madeBy, names), open))
}

/** Revokes an invitation that nobody used; the one that stands, revoked or used, and null where there is none. */
export const revokeInvitation = async (tx: Transaction, id: string, at: Instant): Promise<Invitation | null> => {
  await tx
    .update(oneTimeLinks)
    .set({ revokedAt: at })
    .where(and(eq(oneTimeLinks.id, id), open))
  const [row] = await tx
    .select()
    .from(oneTimeLinks)
    .where(and(eq(oneTimeLinks.id, id), eq(oneTimeLinks.kind, 'invitation')))
  return row ? invitationOf(row) : null
}

/** Invitations, newest first; those alone that still work at an instant, where one is given. */
export const listInvitations = async (
  reader: Reader,
  openAt: Instant | null,
  page: PageRequest,
): Promise<Page<Invitation>> => {
  const rows = await reader
    .select()
    .from(oneTimeLinks)
    .where(
      and(
        eq(oneTimeLinks.kind, 'invitation'),
        openAt === null ? undefined : and(open, gt(oneTimeLinks.expiresAt, openAt)),
        afterCursor(page, oneTimeLinks.recordedAt, oneTimeLinks.id),
      ),
    )
    .orderBy(...newestFirst(oneTimeLinks.recordedAt, oneTimeLinks.id))
    .limit(page.limit + 1)
  return pageOf(rows.map(invitationOf), page)
}

/** Deletes links that nobody used and that were over before an instant, at most `limit`; returns how many. */
export const deleteLinks = async (tx: Transaction, before: Instant, limit: number): Promise<number> => {
  const { id, usedAt, expiresAt, revokedAt } = oneTimeLinks
  const over = tx
    .select({ id })
    .from(oneTimeLinks)
    .where(and(isNull(usedAt), or(lt(expiresAt, before), lt(revokedAt, before))))
    .limit(limit)
  return (await tx.delete(oneTimeLinks).where(inArray(id, over)).returning({ id })).length
}

/**
 * Links that some names made, and those to an address or for its person, in the order of ids; never what opens them. Whom else they made
 * one for is told to them by the id alone, not by the address.
 */
export const linksAbout = async (
  reader: Reader,
  { email, personId, ...made }: MadeBy & { email: string; personId: string },
): Promise<KeptLink[]> => {
  const { sha256: _, ...columns } = getTableColumns(oneTimeLinks)
  const { id, madeBy: maker } = oneTimeLinks
  const theirs = and(or(eq(oneTimeLinks.email, email), eq(oneTimeLinks.personId, personId)), gt(id, made.after))
  const rows = await reader
    .select(columns)
    .from(oneTimeLinks)
    .where(or(theirs, madeBy(maker, id, made)))
    .orderBy(id)
    .limit(made.limit)
  return rows.map((row) => ({
    ...row,
    email: row.email === email || row.personId === personId ? row.email : null,
    scopes: row.scopes === null ? null : scopesIn(row.scopes),
  }))
}

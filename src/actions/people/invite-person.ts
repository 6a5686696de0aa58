import { z } from 'zod'
import { HOUR, plusMs } from '../../core/fetching/pace.ts'
import { sha256 } from '../../core/ledger/digest.ts'
import { type Invitation, LINK_HOURS, MOST_LINK_HOURS } from '../../core/one-time-link.ts'
import { Email, GivenScopes } from '../../core/person.ts'
import { missing } from '../../core/problem.ts'
import { alreadyHere } from '../../outside/accounts.ts'
import { insertLink, revokeOpenLinks, revokeInvitation as writeRevocation } from '../../storage/one-time-links.ts'
import { personByEmail, scopesText } from '../../storage/people.ts'
import { endingWith, mustHold, mustStillHold } from '../authority.ts'
import { action } from '../context.ts'

export const InvitePerson = z
  .object({
    email: Email,
    scopes: GivenScopes,
    expiresInHours: z
      .int()
      .min(1)
      .max(MOST_LINK_HOURS, `a link works for ${MOST_LINK_HOURS / 24} days at most`)
      .default(LINK_HOURS.invitation)
      .meta({ description: 'how long the link works, in hours' }),
  })
  .meta({ id: 'InvitePerson' })
export type InvitePerson = z.infer<typeof InvitePerson>

export type Invited = { invitation: Invitation; token: string }

/**
 * Invites somebody by a link that works once. The token is returned this once; only its SHA-256 is kept. An invitation to the same
 * address that nobody used yet works no more. It ends no later than the key that makes it. Throws `already-exists` where the
 * address has an account, `forbidden` to who is no admin, `unauthenticated` to a key that is good no more.
 */
export const invitePerson = action<InvitePerson & { secretBytes: string }, Invited>(
  async (asked, { email, scopes, expiresInHours, secretBytes: token }) => {
    const scope = await mustStillHold(asked, 'admin')
    const { tx, now, newId, actor } = scope
    mustHold(scope, scopes)
    if (await personByEmail(tx, email)) throw alreadyHere()
    await revokeOpenLinks(tx, 'invitation', email, now)
    const invitation: Invitation = {
      id: newId('invitation'),
      email,
      scopes,
      madeBy: actor.name,
      personId: null,
      recordedAt: now,
      expiresAt: endingWith(actor, plusMs(now, expiresInHours * HOUR)),
      usedAt: null,
      revokedAt: null,
    }
    const row = { ...invitation, scopes: scopesText(scopes), kind: 'invitation' as const, sha256: await sha256(token) }
    await insertLink(tx, row)
    return { invitation, token }
  },
)

/** Lets an invitation work no more; one that was used stays as it is. Throws `not-found`. */
export const revokeInvitation = action<{ id: string }, Invitation>(async (scope, { id }) => {
  const { tx, now } = await mustStillHold(scope, 'admin')
  const invitation = await writeRevocation(tx, id, now)
  if (!invitation) throw missing('invitation', id)
  return invitation
})

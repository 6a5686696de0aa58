import { z } from 'zod'
import { HOUR, plusMs } from '../../core/fetching/pace.ts'
import { sha256 } from '../../core/ledger/digest.ts'
import { LINK_HOURS } from '../../core/one-time-link.ts'
import { Password } from '../../core/person.ts'
import { missing, Problem } from '../../core/problem.ts'
import type { Instant } from '../../core/time.ts'
import type { OpenAccounts } from '../../outside/accounts.ts'
import { insertLink, revokeOpenLinks, usableLink, useLink } from '../../storage/one-time-links.ts'
import { findPerson, lockPerson } from '../../storage/people.ts'
import { endSessions } from '../../storage/sessions.ts'
import { endingWith, mustStillHold } from '../authority.ts'
import { action } from '../context.ts'
import { linkOver } from './accept-invitation.ts'

export const ResetPassword = z.object({ password: Password })

/**
 * A link that works once and for a day, by which somebody sets another password; it ends no later than the key that makes it. One
 * before that nobody used works no more; the password stays until then. Throws `not-found`, `illegal-step` for who is banned.
 */
export const offerReset = action<{ personId: string; secretBytes: string }, { token: string; expiresAt: Instant }>(
  async (scope, { personId, secretBytes: token }) => {
    const { tx, now, newId, actor } = await mustStillHold(scope, 'admin')
    const person = await findPerson(tx, personId)
    if (!person) throw missing('person', personId)
    if (person.banned) throw new Problem('illegal-step', `${person.name} is banned`, 'lift the ban first')
    await revokeOpenLinks(tx, 'reset', person.email, now)
    const expiresAt = endingWith(actor, plusMs(now, LINK_HOURS.reset * HOUR))
    const made = { id: newId('reset'), personId, email: person.email, madeBy: actor.name, recordedAt: now, expiresAt }
    await insertLink(tx, { ...made, kind: 'reset', sha256: await sha256(token) })
    return { token, expiresAt }
  },
)

type Resetting = { token: string; password: string; accounts: OpenAccounts }

/**
 * Sets the password that a link is for, uses it up, and ends any other such link and all sessions of its person. Throws
 * `not-found`.
 */
export const resetPassword = action<Resetting, { email: string }>(
  async ({ tx, now, newId }, { token, password, accounts }) => {
    const hash = await sha256(token)
    // The person first, then the link, as a ban takes them. A sign-in on its way ends before this, or sees the new password.
    const found = await usableLink(tx, 'reset', hash, now)
    if (found?.personId) await lockPerson(tx, found.personId)
    const link = await useLink(tx, 'reset', hash, now)
    if (!link || link.personId === null) throw linkOver('reset')
    await (await accounts(tx, { now, newId })).setPassword(link.personId, password)
    await revokeOpenLinks(tx, 'reset', link.email, now)
    await endSessions(tx, link.personId)
    return { email: link.email }
  },
)

import { z } from 'zod'
import { sha256 } from '../../core/ledger/digest.ts'
import type { LinkKind } from '../../core/one-time-link.ts'
import { Password, PersonName } from '../../core/person.ts'
import { Problem } from '../../core/problem.ts'
import type { OpenAccounts } from '../../outside/accounts.ts'
import { nameInvited, useLink } from '../../storage/one-time-links.ts'
import { scopesIn } from '../../storage/people.ts'
import { action } from '../context.ts'

export const AcceptInvitation = z.object({ name: PersonName, password: Password })
type Accepting = z.infer<typeof AcceptInvitation> & { token: string; accounts: OpenAccounts }

/** One answer to a token that never was, was used, was revoked or is over: who has none learns nothing of others. */
export const linkOver = (kind: LinkKind): Problem => {
  const what = kind === 'invitation' ? 'this invitation' : 'this link'
  return new Problem('not-found', `${what} does not work, or no more`, 'ask an administrator for another one')
}

/**
 * Makes the account that an invitation is for, and uses it up: of two at once one gets it. Throws `not-found` where it does not
 * work, `already-exists` where the address got an account meanwhile.
 */
export const acceptInvitation = action<Accepting, { personId: string; email: string }>(
  async ({ tx, now, newId }, { token, name, password, accounts }) => {
    const link = await useLink(tx, 'invitation', await sha256(token), now)
    if (!link) throw linkOver('invitation')
    const { email, scopes } = link
    const account = await accounts(tx, { now, newId })
    const personId = await account.create({ name, email, scopes: scopesIn(scopes ?? ''), password })
    await nameInvited(tx, link.id, personId)
    return { personId, email }
  },
)

import { z } from 'zod'
import type { Erasure } from '../../core/erasure.ts'
import { allows } from '../../core/key.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { actorNameOf, Email, type Person } from '../../core/person.ts'
import { missing, Problem } from '../../core/problem.ts'
import type { OpenAccounts } from '../../outside/accounts.ts'
import { erasureOf, insertErasure, lockAccount, lockErasures } from '../../storage/erasures.ts'
import { namesOfHand } from '../../storage/keys.ts'
import { revokeLinksMadeBy } from '../../storage/one-time-links.ts'
import { lockAdmins, lockPerson } from '../../storage/people.ts'
import { unlinkPerson } from '../../storage/unlink-person.ts'
import { mustStillHold } from '../authority.ts'
import { type Context, type Transacting, unheldAction } from '../context.ts'
import { attemptsUnder, mustBeUnchanged, mustKnowPassword } from './sign-in.ts'

export const ErasePerson = z
  .object({ email: Email.meta({ description: 'the mail address of the account, typed again' }) })
  .meta({ id: 'ErasePerson' })
export type ErasePerson = z.infer<typeof ErasePerson>

export const EraseOwnPerson = ErasePerson.extend({
  password: z.string().min(1, 'write the password that you have'),
}).meta({ id: 'EraseOwnPerson' })
export type EraseOwnPerson = z.infer<typeof EraseOwnPerson>

export type Erased = { erasure: Erasure; created: boolean }

const mustLeaveAnAdmin = async ({ tx }: Transacting, { id, name, scopes, banned }: Person): Promise<void> => {
  if (banned || !allows(scopes, 'admin')) return
  const admins = await lockAdmins(tx)
  if (admins.length !== 1 || admins[0] !== id) return
  throw new Problem(
    'illegal-step',
    `${name} is the last administrator, and nobody could manage people any more`,
    'make somebody else an administrator first, and erase this account then',
  )
}

const mustBeTyped = ({ email }: Person, typed: string): void => {
  if (typed === email) return
  const detail = 'this is not the address of the account'
  throw new Problem('invalid-input', detail, 'type the mail address of the account that is to be erased', [
    { field: 'email', detail },
  ])
}

/** Without the password a session that was left open, or a key that was found, would be enough to end its own account. */
const mustBeOther = ({ actor }: Transacting, names: readonly string[]): void => {
  if (!names.includes(actor.name)) return
  throw new Problem(
    'illegal-step',
    'nobody erases themselves without their password',
    'sign in, and erase your own account at /account or by POST /v1/people/me/erasures',
  )
}

/** `checked`: what the password of who erases themselves was checked against; left out where somebody else does it. */
type Erasing = { id: string; email: string; checked?: string | null }

/** It holds nothing as one who writes: it waits for all who do, and two of these would wait for each other. */
const erase = unheldAction<Erasing, Erased>(async (asked, { id, email, checked }) => {
  const { tx, now, newId, newSalt, actor } = asked
  const own = actor.name === actorNameOf({ id })
  await lockErasures(tx)
  await lockAccount(tx, id)
  // Read by a statement of its own: keys that were made while this waited are among them.
  const names = await namesOfHand(tx, actorNameOf({ id }))
  const standing = await erasureOf(tx, id)
  if (standing && own) return { erasure: standing, created: false }
  await mustStillHold(asked, own ? 'any' : 'admin')
  if (standing) return { erasure: standing, created: false }
  if (checked === undefined) mustBeOther(asked, names)
  const person = await lockPerson(tx, id)
  if (!person) throw missing('person', id)
  mustBeTyped(person, email)
  if (checked !== undefined) await mustBeUnchanged(tx, id, { checked, field: 'password' })
  await mustLeaveAnAdmin(asked, person)
  await revokeLinksMadeBy(tx, names, now)
  await unlinkPerson(tx, { person, names, attempts: await attemptsUnder(person.email), at: now })
  const by = checked === undefined ? ('administrator' as const) : ('self' as const)
  const row = { id: newId('erasure'), personId: id, by, erasedBy: actor.name, recordedAt: now }
  return { erasure: await insertErasure(tx, await factOf('erasure', row, newSalt)), created: true }
})

/**
 * Erases an account for good, once: what identifies its person goes, with all that opens anything for them, and a fact says that it
 * was erased. What it recorded stays as it is, and verifies. What they write at this moment is written before, or refused. Throws
 * `not-found`, `invalid-input` where another address was typed, `illegal-step` for the last administrator and to who erases
 * themselves, by a session or a key of theirs (`eraseOwnPerson` does that), `forbidden` to who is no admin.
 */
export const erasePerson = (context: Context | Transacting, asked: ErasePerson & { id: string }): Promise<Erased> =>
  erase(context, asked)

type EraseOwn = EraseOwnPerson & { personId: string; accounts: OpenAccounts; known: string }

/**
 * Erases the account of who is signed in, who proves by the password that it is they; `known` is its address, by which failed
 * attempts are counted. Throws `invalid-input`, `illegal-step`, `rate-limited`.
 */
export const eraseOwnPerson = async (
  context: Context,
  { email, personId, password, accounts, known }: EraseOwn,
): Promise<Erased> => {
  const checked = await mustKnowPassword(context, { personId, email: known, password, field: 'password', accounts })
  return erase(context, { id: personId, email, checked })
}

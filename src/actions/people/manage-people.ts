import { z } from 'zod'
import { type ApiKey, allows } from '../../core/key.ts'
import { actorNameOf, GivenScopes, type Person } from '../../core/person.ts'
import { missing, Problem } from '../../core/problem.ts'
import type { OpenAccounts } from '../../outside/accounts.ts'
import { lockLine, revokeKeys } from '../../storage/keys.ts'
import { revokeLinksMadeBy, revokeOpenLinks } from '../../storage/one-time-links.ts'
import { findPerson, lockPerson, changeScopes as writeScopes } from '../../storage/people.ts'
import { endSessions } from '../../storage/sessions.ts'
import { mustStillHold } from '../authority.ts'
import { action, type Transacting } from '../context.ts'

export const BanPerson = z.object({ reason: z.string().trim().min(1, 'say why').max(500) }).meta({ id: 'BanPerson' })
export type BanPerson = z.infer<typeof BanPerson>

export const ChangeScopes = z.object({ scopes: GivenScopes }).meta({ id: 'ChangeScopes' })
export type ChangeScopes = z.infer<typeof ChangeScopes>

const mustLockPerson = async ({ tx }: Transacting, id: string): Promise<Person> => {
  const person = await lockPerson(tx, id)
  if (!person) throw missing('person', id)
  return person
}

const mustBeOther = ({ actor }: Transacting, person: Person, what: string): void => {
  if (actor.name !== actorNameOf(person)) return
  throw new Problem('illegal-step', `nobody ${what} themselves`, 'let another administrator do it, or the command line')
}

const standing = async ({ tx }: Transacting, id: string): Promise<Person> => {
  const person = await findPerson(tx, id)
  if (!person) throw new Error(`person ${id} vanished`)
  return person
}

export type Changed = { person: Person; revokedKeys: ApiKey[] }

const namesOf = (person: Person, keys: readonly ApiKey[]): string[] => [
  actorNameOf(person),
  ...keys.map(({ id }) => id),
]

/**
 * Lets somebody do nothing any more: their sessions end, their keys and all that were made with those are revoked for good, links
 * for them and those that they or such a key made work no more. What they recorded stays. Throws `not-found`, `illegal-step` on
 * oneself.
 */
export const banPerson = action<BanPerson & { id: string; accounts: OpenAccounts }, Changed>(
  async (asked, { id, reason, accounts }) => {
    const scope = await mustStillHold(asked, 'admin')
    const { tx, now, newId } = scope
    const person = await mustLockPerson(scope, id)
    mustBeOther(scope, person, 'bans')
    await (await accounts(tx, { now, newId })).ban(id, reason)
    await revokeOpenLinks(tx, 'reset', person.email, now)
    const revokedKeys = await revokeKeys(tx, { id: actorNameOf(person), withMade: true, at: now })
    await revokeLinksMadeBy(tx, namesOf(person, revokedKeys), now)
    return { person: await standing(scope, id), revokedKeys }
  },
)

/** Lets somebody sign in again. Their keys stay revoked. Throws `not-found`. */
export const unbanPerson = action<{ id: string; accounts: OpenAccounts }, Person>(async (asked, { id, accounts }) => {
  const scope = await mustStillHold(asked, 'admin')
  const { tx, now, newId } = scope
  await mustLockPerson(scope, id)
  await (await accounts(tx, { now, newId })).unban(id)
  return standing(scope, id)
})

/**
 * Changes what somebody may do, from their next request on; keys of their line that hold more are revoked, with what was made with
 * them, whether the key between is revoked already or not. Links that they or such a key made work no more where they end being an
 * admin. Throws `not-found`, `illegal-step` for an admin who would end being one.
 */
export const changeScopes = action<ChangeScopes & { id: string }, Changed>(async (asked, { id, scopes }) => {
  const scope = await mustStillHold(asked, 'admin')
  const { tx, now } = scope
  const person = await mustLockPerson(scope, id)
  const staysAdmin = allows(scopes, 'admin')
  if (!staysAdmin) mustBeOther(scope, person, 'takes admin from')
  await writeScopes(tx, id, scopes)
  const line = await lockLine(tx, { id: actorNameOf(person), withMade: true })
  const revoked = new Map<string, ApiKey>()
  for (const key of line) {
    if (key.revokedAt !== null || revoked.has(key.id) || key.scopes.every((held) => allows(scopes, held))) continue
    for (const one of await revokeKeys(tx, { id: key.id, withMade: true, at: now })) revoked.set(one.id, one)
  }
  if (!staysAdmin) await revokeLinksMadeBy(tx, namesOf(person, line), now)
  return { person: await standing(scope, id), revokedKeys: [...revoked.values()] }
})

/** Ends every session of somebody; how many there were. Throws `not-found`. */
export const signOutPerson = action<{ id: string }, { ended: number }>(async (asked, { id }) => {
  const scope = await mustStillHold(asked, 'admin')
  await mustLockPerson(scope, id)
  return { ended: await endSessions(scope.tx, id) }
})

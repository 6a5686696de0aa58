import { z } from 'zod'
import { HOUR, MINUTE, plusMs } from '../core/fetching/pace.ts'
import {
  type ApiKey,
  allows,
  KEY_PREFIX,
  LONGEST_OVERLAP_HOURS,
  type Scope,
  scopes,
  TEST_KEY_PREFIX,
} from '../core/key.ts'
import { sha256 } from '../core/ledger/digest.ts'
import { personIdOf } from '../core/person.ts'
import { missing, Problem } from '../core/problem.ts'
import { Instant } from '../core/time.ts'
import {
  anyKey,
  becomeFirst,
  findKey,
  insertKey,
  markUsed,
  revokeKeys,
  rotateKey as writeRotation,
} from '../storage/keys.ts'
import { revokeLinksMadeBy } from '../storage/one-time-links.ts'
import { mustHold, mustStillHold } from './authority.ts'
import { action, type Transacting, unheldAction } from './context.ts'

export const CreateKey = z
  .object({
    name: z.string().trim().min(1, 'give the key a name').max(100),
    scopes: z
      .array(z.enum(scopes))
      .min(1, `give at least one of ${scopes.join(', ')}`)
      .max(scopes.length),
    expiresAt: Instant.nullable().default(null).meta({
      description: 'from when on it is refused; null: never, or when the key ends that makes it',
    }),
    bot: z.boolean().default(false).meta({
      description:
        'a program forecasts with it: the authors that it registers and what it submits are marked so. For good',
    }),
  })
  .meta({ id: 'CreateKey' })
export type CreateKey = z.infer<typeof CreateKey>

export const RotateKey = z
  .object({
    overlapHours: z
      .int()
      .min(0)
      .max(LONGEST_OVERLAP_HOURS, 'the secret before may work on for 7 days at most')
      .default(0)
      .meta({ description: 'how long the secret before works on, in hours; 0: it ends at once' }),
  })
  .meta({ id: 'RotateKey' })
export type RotateKey = z.infer<typeof RotateKey>

export const RevokeKey = z
  .object({
    withMade: z.boolean().default(false).meta({ description: 'also every key that was made with it, and with those' }),
  })
  .meta({ id: 'RevokeKey' })
export type RevokeKey = z.infer<typeof RevokeKey>

export type CreatedKey = { key: ApiKey; secret: string }
/** `test`: the key opens a sandbox alone. */
type Fresh = { secretBytes: string; test?: boolean }
type Making = Omit<CreateKey, 'bot'> & Partial<Pick<CreateKey, 'bot'>> & Fresh

const secretOf = ({ secretBytes, test = false }: Fresh): string =>
  `${test ? TEST_KEY_PREFIX : KEY_PREFIX}${secretBytes}`
const prefixOf = (secret: string): string => secret.slice(0, 12)

const refused = (field: string, detail: string, remedy: string): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field, detail }])

/**
 * Holds that who acts may make a key: an admin, or somebody signed in for themselves. A key that is no admin's makes none: it would be
 * another hand, or another allowance. A person's keys are neither. Throws `forbidden`.
 */
const mustMakeKeys = (scope: Transacting, wanted: readonly Scope[]): void => {
  const { actor } = scope
  if (personIdOf(actor.name) === null && !allows(actor.scopes, 'admin')) {
    const remedy = 'use the key of an admin, or sign in and make one for yourself'
    throw new Problem('forbidden', 'a key without the scope admin makes no other', remedy)
  }
  mustHold(scope, wanted)
}

/** When a new key ends: as asked, and no later than the key that makes it. Throws `invalid-input`. */
const endOf = ({ now, actor }: Transacting, asked: Instant | null): Instant | null => {
  const latest = actor.expiresAt ?? null
  if (asked === null) return latest
  if (asked <= now) throw refused('expiresAt', `${asked} is past`, 'give an instant to come, or null')
  if (latest !== null && asked > latest)
    throw refused('expiresAt', `the key that makes it ends before, on ${latest}`, 'give that or an earlier instant')
  return asked
}

/**
 * Makes a bearer key of 256 random bits. The secret is returned this once; only its SHA-256 is kept. Throws `forbidden` to who may
 * make none, and for scopes that its maker lacks.
 */
export const createKey = action<Making, CreatedKey>(async (asked, { name, expiresAt, bot, ...input }) => {
  const scope = await mustStillHold(asked, 'any')
  const { tx, now, newId, actor } = scope
  mustMakeKeys(scope, input.scopes)
  const secret = secretOf(input)
  const key: ApiKey = {
    id: newId('key'),
    name,
    prefix: prefixOf(secret),
    scopes: [...new Set<Scope>(input.scopes)],
    bot: bot || actor.bot || false,
    owner: actor.name,
    recordedAt: now,
    expiresAt: endOf(scope, expiresAt),
    revokedAt: null,
    previousUntil: null,
    lastUsedAt: null,
  }
  await insertKey(tx, { ...key, sha256: await sha256(secret) })
  return { key, secret }
})

/** The first key of a database, by the first of those who ask for it at once; null for the others, and where there is a key already. */
export const createFirstKey = action<Making, CreatedKey | null>(async (scope, input) => {
  await becomeFirst(scope.tx)
  return (await anyKey(scope.tx)) ? null : createKey(scope, input)
})

/** The key, where who acts may rotate and revoke it: it is theirs, or they made it, or they are an admin. Throws `not-found`. */
const mustManage = async ({ tx, actor }: Transacting, id: string): Promise<ApiKey> => {
  const key = await findKey(tx, id)
  const own = key !== null && (key.id === actor.name || key.owner === actor.name)
  if (!key || !(own || allows(actor.scopes, 'admin'))) throw missing('key', id)
  return key
}

/**
 * Gives a key another secret, returned this once; the one before works on for `overlapHours`, one before that no more. Throws
 * `not-found`, `illegal-step` where the key is good no more.
 */
export const rotateKey = action<{ id: string } & RotateKey & Fresh, CreatedKey>(async (scope, input) => {
  const { tx, now } = scope
  await mustManage(await mustStillHold(scope, 'any'), input.id)
  const secret = secretOf(input)
  const previousUntil = input.overlapHours === 0 ? null : plusMs(now, input.overlapHours * HOUR)
  const fresh = { sha256: await sha256(secret), prefix: prefixOf(secret), previousUntil, now }
  const key = await writeRotation(tx, input.id, fresh)
  if (!key) throw new Problem('illegal-step', `key ${input.id} is revoked or has expired`, 'make a new key instead')
  return { key, secret }
})

/**
 * Revokes a key from now on, once, with the invitations and links to another password that it made and nobody used; gives what is
 * revoked, the key first. Throws `not-found`.
 */
export const revokeKey = action<{ id: string } & Partial<RevokeKey>, ApiKey[]>(
  async (scope, { id, withMade = false }) => {
    const { tx, now } = scope
    await mustManage(await mustStillHold(scope, 'any'), id)
    const revoked = await revokeKeys(tx, { id, withMade, at: now })
    await revokeLinksMadeBy(
      tx,
      revoked.map((key) => key.id),
      now,
    )
    return revoked
  },
)

/** How exactly the last use of a key is kept. */
export const USE_MS = MINUTE

/** Keeps that a key is used now: one write a key and minute, whoever else keeps it too. */
export const keepUse = unheldAction<{ id: string }, void>(({ tx, now }, { id }) =>
  markUsed(tx, id, now, plusMs(now, -USE_MS)),
)

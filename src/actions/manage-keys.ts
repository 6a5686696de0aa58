import { z } from 'zod'
import { type ApiKey, type Scope, scopes } from '../core/key.ts'
import { sha256 } from '../core/ledger/digest.ts'
import { missing } from '../core/problem.ts'
import { Instant } from '../core/time.ts'
import { insertKey, revokeKey as writeRevocation } from '../storage/keys.ts'
import { action } from './context.ts'

export const CreateKey = z.object({
  name: z.string().trim().min(1, 'give the key a name').max(100),
  scopes: z.array(z.enum(scopes)).min(1, `give at least one of ${scopes.join(', ')}`),
  expiresAt: Instant.nullable().default(null),
})
export type CreateKey = z.infer<typeof CreateKey>

export type CreatedKey = { key: ApiKey; secret: string }

/** Makes a bearer key of 256 random bits. The secret is returned this once; only its SHA-256 is kept. */
export const createKey = action<CreateKey & { secretBytes: string }, CreatedKey>(
  async ({ tx, now, newId }, { name, scopes: held, expiresAt, secretBytes }) => {
    const secret = `hck_${secretBytes}`
    const key: ApiKey = {
      id: newId('key'),
      name,
      prefix: secret.slice(0, 12),
      scopes: [...new Set<Scope>(held)],
      recordedAt: now,
      expiresAt,
      revokedAt: null,
    }
    await insertKey(tx, { ...key, sha256: await sha256(secret) })
    return { key, secret }
  },
)

/** Revokes a key from now on. Throws `not-found`. */
export const revokeKey = action<{ id: string }, void>(async ({ tx, now }, { id }) => {
  if (!(await writeRevocation(tx, id, now))) {
    throw missing('key', id)
  }
})

import { and, eq, gt, isNull, ne, or, sql } from 'drizzle-orm'
import type { ApiKey } from '../core/key.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { keys } from './tables/people.ts'

const columns = {
  id: keys.id,
  name: keys.name,
  prefix: keys.prefix,
  scopes: keys.scopes,
  recordedAt: keys.recordedAt,
  expiresAt: keys.expiresAt,
  revokedAt: keys.revokedAt,
}

export const insertKey = async (tx: Transaction, key: ApiKey & { sha256: string }): Promise<void> => {
  await tx.insert(keys).values(key)
}

export const keyBySecret = async (reader: Reader, sha256: string): Promise<ApiKey | null> => {
  const [key] = await reader.select(columns).from(keys).where(eq(keys.sha256, sha256))
  return key ?? null
}

export const listKeys = (reader: Reader): Promise<ApiKey[]> =>
  reader.select(columns).from(keys).orderBy(keys.recordedAt, keys.id)

export const revokeKey = async (tx: Transaction, id: string, at: Instant): Promise<boolean> => {
  const rows = await tx
    .update(keys)
    .set({ revokedAt: sql`coalesce(${keys.revokedAt}, ${at}::timestamptz)` })
    .where(eq(keys.id, id))
    .returning({ id: keys.id })
  return rows.length > 0
}

/** Whether any other key, good at an instant, may decide questions. */
export const anotherResolver = async (reader: Reader, keyId: string, now: Instant): Promise<boolean> => {
  const rows = await reader
    .select({ id: keys.id })
    .from(keys)
    .where(
      and(
        ne(keys.id, keyId),
        isNull(keys.revokedAt),
        or(isNull(keys.expiresAt), gt(keys.expiresAt, now)),
        sql`(${keys.scopes} ? 'resolve' or ${keys.scopes} ? 'admin')`,
      ),
    )
    .limit(1)
  return rows.length > 0
}

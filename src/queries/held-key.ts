import { z } from 'zod'
import { Author } from '../core/author.ts'
import { ApiKey, allows } from '../core/key.ts'
import { missing } from '../core/problem.ts'
import { authorsRegisteredBy } from '../storage/authors.ts'
import type { Reader } from '../storage/database.ts'
import { findKey } from '../storage/keys.ts'

/** Authors that are told of one key. */
const MOST = 200

export const HeldKey = z
  .object({
    key: ApiKey,
    submitsAs: z
      .object({
        any: z.boolean().meta({ description: 'an admin submits as every author' }),
        authors: z
          .array(Author)
          .max(MOST)
          .meta({ description: `those registered with it, at most ${MOST}` }),
        more: z.boolean().meta({ description: 'there are more than are told' }),
      })
      .meta({ description: 'as whom its forecasts are taken; nobody where it lacks the scope submit' }),
  })
  .meta({ id: 'HeldKey' })
export type HeldKey = z.infer<typeof HeldKey>

/** What the holder of a key may do with it. Throws `not-found`. */
export const heldKey = async (reader: Reader, id: string): Promise<HeldKey> => {
  const key = await findKey(reader, id)
  if (!key) throw missing('key', id)
  const found = allows(key.scopes, 'submit') ? await authorsRegisteredBy(reader, id, MOST + 1) : []
  return {
    key,
    submitsAs: { any: allows(key.scopes, 'admin'), authors: found.slice(0, MOST), more: found.length > MOST },
  }
}

import type { Services } from '../../src/actions/context.ts'
import { createKey, revokeKey } from '../../src/actions/manage-keys.ts'
import { type Scope, scopes } from '../../src/core/key.ts'
import { Instant } from '../../src/core/time.ts'
import { newSecret } from '../../src/outside/random.ts'
import { hostContext } from '../../src/server.ts'
import type { Keys } from '../contract/api.ts'

const LONG_AGO = Instant.parse('2020-01-01T00:00:00.000Z')
const LONG_OVER = Instant.parse('2020-02-01T00:00:00.000Z')

/** Makes a key for each scope, holding that scope alone, and two that hold every scope and are good no more. */
export const makeKeys = async (services: Services): Promise<Keys> => {
  const context = hostContext(services)
  const make = (name: string, held: readonly Scope[]) => ({
    name: `tests: ${name}`,
    scopes: [...held],
    expiresAt: null,
    secretBytes: newSecret(),
  })
  const made: [keyof Keys, string][] = []
  for (const scope of scopes) made.push([scope, (await createKey(context, make(scope, [scope]))).secret])
  const before = { ...context, now: LONG_AGO }
  const expired = await createKey(before, { ...make('expired', scopes), expiresAt: LONG_OVER })
  const revoked = await createKey(before, make('revoked', scopes))
  await revokeKey(context, { id: revoked.key.id })
  return Object.fromEntries([...made, ['expired', expired.secret], ['revoked', revoked.secret]]) as Keys
}

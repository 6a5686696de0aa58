import type { Services } from '../../src/actions/context.ts'
import { createKey } from '../../src/actions/manage-keys.ts'
import { type Scope, scopes } from '../../src/core/key.ts'
import { newSecret } from '../../src/outside/random.ts'
import { hostContext } from '../../src/server.ts'
import type { Keys } from '../contract/api.ts'

/** Makes a key for each scope, holding that scope alone. */
export const makeKeys = async (services: Services): Promise<Keys> => {
  const made: [Scope, string][] = []
  for (const scope of scopes) {
    const input = { name: `tests: ${scope}`, scopes: [scope], expiresAt: null, secretBytes: newSecret() }
    made.push([scope, (await createKey(hostContext(services), input)).secret])
  }
  return Object.fromEntries(made) as Keys
}

import { onTestFinished, vi } from 'vitest'
import { createKey } from '../../src/actions/manage-keys.ts'
import { newSecret } from '../../src/outside/random.ts'
import { createSite } from '../../src/site.ts'
import type { World } from '../support/embedded.ts'
import { servicesOver } from '../support/press-services.ts'

const NOON = '2026-01-05T12:00:00.000Z'

/** Who asks the whole site over the database of one test, with a key for everything. */
export const asking = async (world: World) => {
  const site = createSite(() => servicesOver(world, [], { now: NOON }))
  const input = { name: 'desk', bot: false, expiresAt: null, secretBytes: newSecret() }
  const { secret } = await createKey(world.at(NOON), { ...input, scopes: ['submit', 'review', 'resolve', 'admin'] })
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }
  return {
    get: async (path: string, more: Record<string, string> = {}) => {
      const response = await site.request(path, { headers: { authorization: headers.authorization, ...more } })
      return { status: response.status, headers: response.headers, text: await response.text() }
    },
    /** A body that is a text goes as it is. */
    post: async (path: string, body: unknown, more: Record<string, string> = {}) => {
      const sent = typeof body === 'string' ? body : JSON.stringify(body)
      const response = await site.request(path, { method: 'POST', headers: { ...headers, ...more }, body: sent })
      return { status: response.status, headers: response.headers, text: await response.text() }
    },
  }
}

/** What goes to the log until the test ends: nothing of what an attacker sends should. */
export const logged = (): string[] => {
  const lines: string[] = []
  const keep = (...said: unknown[]) => void lines.push(said.map(String).join(' '))
  const spies = (['log', 'info', 'warn', 'error'] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation(keep),
  )
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore()
  })
  return lines
}

const PROBLEM = 'application/problem+json'

/** What is wrong with an answer to an attack; null where it is taken, or refused with a problem that says what to do. */
export const faultOf = ({
  status,
  headers,
  text,
}: {
  status: number
  headers: Headers
  text: string
}): string | null => {
  if (status >= 500) return `${status}: ${text.slice(0, 300)}`
  if (status < 400) return null
  const type = headers.get('content-type') ?? ''
  if (type.startsWith('text/html')) return null
  if (!type.startsWith(PROBLEM)) return `${status} as ${type}`
  const { code, remedy } = JSON.parse(text)
  return code && remedy ? null : `no code or remedy: ${text}`
}

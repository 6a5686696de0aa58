import type { Scope } from '../../src/core/key.ts'
import { createSite } from '../../src/site.ts'
import type { World } from '../support/embedded.ts'
import { PASSWORD, SIGN_IN, somebody } from '../support/people.ts'
import { servicesOver } from '../support/press-services.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

export type Page = { status: number; location: string; text: string }

/** The site with one who is signed in: `get` and `send` as the browser of that person. */
export const signedIn = async (world: World, scopes: Scope[], now: string, name = 'rita') => {
  const services = { ...servicesOver(world, [], { now }), signIn: SIGN_IN }
  const site = createSite(() => services)
  const { email } = await somebody(world, scopes, name)
  const body = new URLSearchParams({ email, password: PASSWORD })
  const entered = await site.request('/sign-in', { method: 'POST', body, headers: FORM })
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const ask = async (path: string, init: RequestInit): Promise<Page> => {
    const answer = await site.request(path, init)
    return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() }
  }
  return {
    email,
    get: (path: string) => ask(path, { headers: { cookie } }),
    post: (path: string, body: object) => {
      const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie }
      return ask(path, { method: 'POST', body: JSON.stringify(body), headers })
    },
    send: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { ...FORM, cookie, ...headers } }),
  }
}

import type { Scope } from '../../src/core/key.ts'
import type { Api, Keys } from '../contract/api.ts'
import { enter, FROM_HERE } from '../contract/signing-in.ts'

/** Who asks: by a key of one scope, by one that is good no more, by a session of somebody who administers or who submits,
 * by one from a page of another site, or nobody. */
export const callers = [
  'admin',
  'read',
  'submit',
  'review',
  'resolve',
  'expired',
  'revoked',
  'session',
  'submitting-session',
  'session-elsewhere',
  'nobody',
] as const
export type Caller = (typeof callers)[number]
export type Headers = Readonly<Record<string, string>>

const BESIDE: readonly (readonly Scope[])[] = [['read'], ['submit'], ['review', 'resolve'], ['submit', 'review']]

/** Signs in who asks by a session, and lets others in beside, whom a request may sign out or ban. */
export const callersOf = async (api: Api, keys: Keys): Promise<Record<Caller, Headers>> => {
  const sessionOf = async (scopes: readonly Scope[]): Promise<Headers> => {
    const { cookie } = await enter(api, scopes)
    return { cookie, ...FROM_HERE }
  }
  const byKey = (key: string): Headers => ({ authorization: `Bearer ${key}` })
  const session = await sessionOf(['admin'])
  const submitting = await sessionOf(['submit'])
  for (const scopes of BESIDE) await enter(api, scopes)
  return {
    admin: byKey(keys.admin),
    read: byKey(keys.read),
    submit: byKey(keys.submit),
    review: byKey(keys.review),
    resolve: byKey(keys.resolve),
    expired: byKey(keys.expired),
    revoked: byKey(keys.revoked),
    session,
    'submitting-session': submitting,
    'session-elsewhere': { ...session, 'sec-fetch-site': 'cross-site' },
    nobody: {},
  }
}

/** The ids by which callers are known. */
export const ownIds = async (api: Api, by: Readonly<Record<Caller, Headers>>): Promise<string[]> => {
  const paths = ['/v1/keys/me', '/v1/people/me']
  const answers = Object.values(by).flatMap((headers) => paths.map((path) => api.send(path, null, { headers })))
  const texts = await Promise.all(answers)
  return texts.flatMap(({ text }) => text.match(/"id":"\w{3}_\w{26}"/g) ?? []).map((found) => found.slice(6, -1))
}

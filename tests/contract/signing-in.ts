import { expect } from 'vitest'
import { z } from 'zod'
import type { Scope } from '../../src/core/key.ts'
import { Invitation } from '../../src/core/one-time-link.ts'
import { type Answer, type Api, bodyOf, mark } from './api.ts'

/** Long enough, and the same for everybody: what tells people apart here is their address. */
export const PASSWORD = 'correct horse battery'

/** What a browser sends along from a page of the site itself. */
export const FROM_HERE = { 'sec-fetch-site': 'same-origin' }

export const InvitationWithLink = z.strictObject({ invitation: Invitation.strict(), path: z.string() })

/** Sends a form as a page of the site does, and follows nowhere. */
export const sendForm = (
  api: Api,
  path: string,
  fields: Record<string, string>,
  headers: object = {},
): Promise<Answer> =>
  api.send(path, null, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...FROM_HERE, ...headers },
  })

/** The cookie that an answer gives, as a browser would send it back; nothing where it gives none. */
export const cookieOf = ({ headers }: Answer): string => headers.getSetCookie()[0]?.split(';')[0] ?? ''

export const invite = async (api: Api, scopes: readonly Scope[], email = `${mark()}@example.org`.toLowerCase()) =>
  bodyOf(await api.post('/v1/invitations', 'admin', { email, scopes }), 201, InvitationWithLink)

export type Entered = { email: string; cookie: string }

/** Invites somebody, who makes their account: signed in on one browser. */
export const enter = async (api: Api, scopes: readonly Scope[]): Promise<Entered> => {
  const { invitation, path } = await invite(api, scopes)
  const made = await sendForm(api, path, { name: `Ada ${mark()}`, password: PASSWORD })
  expect(made.status, made.text).toBe(303)
  return { email: invitation.email, cookie: cookieOf(made) }
}

export const signIn = (api: Api, email: string, password = PASSWORD, headers: object = {}): Promise<Answer> =>
  sendForm(api, '/sign-in', { email, password }, headers)

/** Requests in the name of a session, from a page of the site. */
export const asSession = (api: Api, cookie: string) => {
  const headers = { cookie, ...FROM_HERE }
  return {
    get: (path: string) => api.send(path, null, { headers }),
    post: (path: string, body: unknown, more: object = {}) =>
      api.send(path, null, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers, ...more },
      }),
    form: (path: string, fields: Record<string, string> = {}) => sendForm(api, path, fields, { cookie }),
  }
}

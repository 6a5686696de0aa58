import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Author } from '../../src/core/author.ts'
import { Erasure } from '../../src/core/erasure.ts'
import { ApiKey } from '../../src/core/key.ts'
import { Person } from '../../src/core/person.ts'
import { PersonExport } from '../../src/core/person-export.ts'
import { type Answer, type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import { asSession, cookieOf, enter, invite, PASSWORD, sendForm, signIn } from './signing-in.ts'

const Me = Person.strict()
const Made = z.looseObject({ key: ApiKey, secret: z.string() })
const Changed = z.strictObject({ person: Me, revokedKeys: z.array(ApiKey) })

const newAuthor = () => ({ name: `Ada ${mark()}`, kind: 'person' })
const me = async (api: Api, cookie: string) => bodyOf(await asSession(api, cookie).get('/v1/people/me'), 200, Me)

const enteringContract = (api: Api): void => {
  it('make an account by an invitation, write by its session, and are refused once signed out', async () => {
    const { invitation, path } = await invite(api, ['submit'])
    expect((await api.get(path)).text).toContain(invitation.email)
    const short = await sendForm(api, path, { name: 'Ada Say', password: 'short' })
    expect([short.status, short.text.includes('value="Ada Say"')]).toEqual([422, true])
    const made = await sendForm(api, path, { name: 'Ada Say', password: PASSWORD })
    expect([made.status, made.headers.get('location')]).toEqual([303, '/account'])
    expect(made.headers.getSetCookie()[0]).toMatch(/; HttpOnly; SameSite=Lax$/)
    const cookie = cookieOf(made)
    expect(await me(api, cookie)).toMatchObject({ name: 'Ada Say', email: invitation.email, scopes: ['submit'] })
    const { post, form, get } = asSession(api, cookie)
    bodyOf(await post('/v1/authors', newAuthor()), 201, z.object({ author: Author }))
    expectProblem(await post('/v1/events', {}), 403, 'forbidden')
    const out = await form('/sign-out')
    expect([out.status, cookieOf(out)]).toEqual([303, `${cookie.split('=')[0]}=`])
    expectProblem(await post('/v1/authors', newAuthor()), 401, 'unauthenticated')
    expectProblem(await get('/v1/people/me'), 401, 'unauthenticated')
    expect((await get('/v1/authors?limit=1')).status).toBe(200)
  })

  it('are told which field holds what no form sends, and what is no form', async () => {
    const { path } = await invite(api, ['read'])
    const named = await sendForm(api, path, { name: 'Ada\u0000Say', password: PASSWORD })
    expect([named.status, named.text.includes('the field &quot;name&quot; holds a NUL character')]).toEqual([422, true])
    const forms = [path, '/sign-in', '/disputes']
    const headers = { 'content-type': 'multipart/form-data' }
    const answers = await Promise.all(forms.map((form) => sendForm(api, form, { name: 'Ada' }, headers)))
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422])
    for (const { text } of answers) expect(text).toContain('this is no form that can be read')
    expect((await api.get(path)).status).toBe(200)
  })

  it('use an invitation once, and only the newest', async () => {
    const { invitation, path } = await invite(api, ['read'])
    const newer = await invite(api, ['read'], invitation.email)
    const accept = (at: string) => sendForm(api, at, { name: 'Ada Say', password: PASSWORD })
    expect((await accept(path)).status).toBe(404)
    const both = await Promise.all([accept(newer.path), accept(newer.path)])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404])
    expect((await accept(newer.path)).status).toBe(404)
    expect((await api.get(newer.path)).status).toBe(404)
    const again = await api.post('/v1/invitations', 'admin', { email: invitation.email, scopes: ['read'] })
    expectProblem(again, 409, 'already-exists', ['email'])
  })

  it('cannot use one that was revoked, or that never was', async () => {
    const { invitation, path } = await invite(api, ['read'])
    const open = async () => (await api.get('/v1/invitations?open=true&limit=200', 'admin')).text
    expect(await open()).toContain(invitation.id)
    expect((await api.post(`/v1/invitations/${invitation.id}/revocations`, 'admin', {})).status).toBe(201)
    expect(await open()).not.toContain(invitation.id)
    const answers = [await api.get(path), await api.get(`/invitations/${'A'.repeat(43)}`), await api.get('/reset/x')]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    expect(answers[1]?.text).toBe(answers[0]?.text)
  })

  it('set another password by a link that works once, which ends their sessions', async () => {
    const { email, cookie } = await enter(api, ['read'])
    const { id } = await me(api, cookie)
    const made = await api.post(`/v1/people/${id}/resets`, 'admin', {})
    const { path } = bodyOf(made, 201, z.looseObject({ path: z.string() }))
    expect((await sendForm(api, path, { password: 'short' })).status).toBe(422)
    expect((await sendForm(api, path, { password: 'another horse battery' })).status).toBe(303)
    expect((await sendForm(api, path, { password: 'a third horse battery' })).status).toBe(404)
    expectProblem(await asSession(api, cookie).get('/v1/people/me'), 401, 'unauthenticated')
    expect((await signIn(api, email)).status).toBe(401)
    expect((await signIn(api, email, 'another horse battery')).status).toBe(303)
  })
}

const sessionContract = (api: Api): void => {
  it('are new at each sign-in: one that was planted before is worth nothing after', async () => {
    const planted = await enter(api, ['read'])
    const victim = await enter(api, ['submit'])
    const signed = await signIn(api, victim.email, PASSWORD, { cookie: planted.cookie })
    expect(signed.status).toBe(303)
    expect([planted.cookie, victim.cookie]).not.toContain(cookieOf(signed))
    expect((await me(api, cookieOf(signed))).email).toBe(victim.email)
    expectProblem(await asSession(api, planted.cookie).get('/v1/people/me'), 401, 'unauthenticated')
  })

  it('are nobody’s where the cookie is forged', async () => {
    const { cookie } = await enter(api, ['admin'])
    const [name, value = ''] = cookie.split('=')
    const token = decodeURIComponent(value).split('.')[0]
    const forged = [token, `${token}.${btoa('x'.repeat(32))}`, `x${decodeURIComponent(value)}`, '']
    for (const one of forged) {
      const answer = await asSession(api, `${name}=${encodeURIComponent(one ?? '')}`).get('/v1/people')
      expectProblem(answer, 401, 'unauthenticated')
    }
  })

  it('write from pages of the site alone', async () => {
    const { cookie } = await enter(api, ['submit'])
    const write = (headers: Record<string, string>) =>
      api.send('/v1/authors', null, {
        method: 'POST',
        body: JSON.stringify(newAuthor()),
        headers: { 'content-type': 'application/json', cookie, ...headers },
      })
    const elsewhere = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      {},
    ]
    for (const headers of elsewhere) expectProblem(await write(headers), 403, 'forbidden')
    expect((await write({ 'sec-fetch-site': 'same-origin' })).status).toBe(201)
    const form = { email: 'a@example.org', password: PASSWORD }
    expect((await sendForm(api, '/sign-in', form, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  it('are not what other origins read by', async () => {
    const { cookie } = await enter(api, ['admin'])
    const { headers } = await api.send('/v1/people', null, { headers: { cookie, origin: 'https://evil.example' } })
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
    expect(headers.get('vary')).toContain('cookie')
  })

  it('give way to a key that comes along', async () => {
    const { cookie } = await enter(api, ['admin'])
    const both = (scope: 'read' | 'admin' | 'revoked') => api.send('/v1/people', scope, { headers: { cookie } })
    expectProblem(await both('read'), 403, 'forbidden')
    expectProblem(await both('revoked'), 401, 'unauthenticated')
    expect((await both('admin')).status).toBe(200)
  })

  it('say the same to a wrong address and a wrong password, and to neither for ever', async () => {
    const { email } = await enter(api, ['read'])
    const stranger = `${mark()}@example.org`.toLowerCase()
    const texts = [await signIn(api, email, 'wrong horse battery'), await signIn(api, stranger, 'wrong horse battery')]
    expect(texts.map(({ status }) => status)).toEqual([401, 401])
    expect(texts[1]?.text.replaceAll(stranger, email)).toBe(texts[0]?.text)
    for (const whom of [email, stranger]) {
      const answers: Answer[] = []
      for (let at = 0; at < 10; at++) answers.push(await signIn(api, whom, 'wrong horse battery'))
      expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 9 }, () => 401), 429])
      expect(answers.at(-1)?.headers.has('retry-after')).toBe(true)
    }
    expect((await signIn(api, email)).status).toBe(429)
  })
}

const managingContract = (api: Api): void => {
  const keyOf = async (cookie: string, scopes: string[]) =>
    bodyOf(await asSession(api, cookie).post('/v1/keys', { name: mark(), scopes }), 201, Made)
  const byKey = (secret: string, path: string) =>
    api.send(path, null, { headers: { authorization: `Bearer ${secret}` } })

  it('make keys for themselves, with no more than they hold', async () => {
    const { cookie } = await enter(api, ['submit', 'review'])
    const { post, get } = asSession(api, cookie)
    const { id } = await me(api, cookie)
    const { key, secret } = await keyOf(cookie, ['review'])
    expect(key).toMatchObject({ owner: `person:${id}`, scopes: ['review'] })
    expectProblem(await post('/v1/keys', { name: 'x', scopes: ['resolve'] }), 403, 'forbidden', ['scopes'])
    expect(bodyOf(await get('/v1/keys'), 200, pageOf(ApiKey)).items.map((one) => one.id)).toEqual([key.id])
    expect(bodyOf(await byKey(secret, '/v1/people/me'), 200, Me).id).toBe(id)
    expectProblem(await get('/v1/keys/me'), 404, 'not-found')
    expectProblem(await api.get('/v1/people/me', 'read'), 404, 'not-found')
    expect((await post(`/v1/keys/${key.id}/revocations`, {})).status).toBe(201)
    expectProblem(await byKey(secret, '/v1/people/me'), 401, 'unauthenticated')
  })

  it('take all that is kept about them, where they are signed in', async () => {
    const { cookie, email } = await enter(api, ['submit'])
    const { key, secret } = await keyOf(cookie, ['submit'])
    const { get, post } = asSession(api, cookie)
    const { author } = bodyOf(await post('/v1/authors', newAuthor()), 201, z.object({ author: Author }))
    expect((await get('/account')).text).toContain('action="/v1/people/me/export"')
    const answer = await get('/v1/people/me/export')
    const told = bodyOf(answer, 200, PersonExport)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="hindcast-account.json"/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(told).toMatchObject({ account: { email }, keys: [{ id: key.id }], authors: [author], sessions: [{}] })
    expect(answer.text).not.toContain(secret)
    expectProblem(await byKey(secret, '/v1/people/me/export'), 404, 'not-found')
    expectProblem(await api.get('/v1/people/me/export', 'admin'), 404, 'not-found')
    expectProblem(await api.get('/v1/people/me/export'), 401, 'unauthenticated')
  })

  it('erase their account by their password and address, and what they recorded stays', async () => {
    const { cookie, email } = await enter(api, ['submit'])
    const { id } = await me(api, cookie)
    const { secret } = await keyOf(cookie, ['submit'])
    const { post } = asSession(api, cookie)
    const { author } = bodyOf(await post('/v1/authors', newAuthor()), 201, z.object({ author: Author }))
    const erase = (body: object) => post('/v1/people/me/erasures', body)
    expectProblem(await erase({ email, password: 'wrong horse battery' }), 422, 'invalid-input', ['password'])
    expectProblem(await erase({ email: `x${email}`, password: PASSWORD }), 422, 'invalid-input', ['email'])
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }
    const body = JSON.stringify({ email, password: PASSWORD })
    expectProblem(await api.send('/v1/people/me/erasures', null, { method: 'POST', headers, body }), 404, 'not-found')
    const elsewhere = { method: 'POST', body, headers: { 'content-type': 'application/json', cookie } }
    expectProblem(await api.send('/v1/people/me/erasures', null, elsewhere), 403, 'forbidden')
    const erasure = bodyOf(await erase({ email, password: PASSWORD }), 201, Erasure.strict())
    expect(erasure).toMatchObject({ personId: id, by: 'self' })
    expectProblem(await asSession(api, cookie).get('/v1/people/me'), 401, 'unauthenticated')
    expectProblem(await byKey(secret, '/v1/people/me'), 401, 'unauthenticated')
    expect((await signIn(api, email)).status).toBe(401)
    expect((await api.get(`/v1/authors/${author.id}`)).status).toBe(200)
    expect((await api.get('/v1/people?limit=200', 'admin')).text).not.toContain(email)
    expect(bodyOf(await api.get('/v1/erasures'), 200, pageOf(Erasure)).items[0]).toEqual(erasure)
    await api.seal()
    const changes = await api.get('/v1/changes?kind=erasure&limit=200')
    expect(changes.text).toContain(erasure.id)
    expect(changes.text).not.toContain(email)
    const again = await api.post(`/v1/people/${id}/erasures`, 'admin', { email })
    expect(bodyOf(again, 200, Erasure)).toEqual(erasure)
  })

  it('are erased by an administrator, on a page too, and by nobody else', async () => {
    const [ada, bob] = [await enter(api, ['review']), await enter(api, ['admin'])]
    const { id } = await me(api, ada.cookie)
    const path = `/v1/people/${id}/erasures`
    expectProblem(await api.post(path, 'review', { email: ada.email }), 403, 'forbidden')
    expectProblem(await api.post(path, 'admin', { email: bob.email }), 422, 'invalid-input', ['email'])
    const { form } = asSession(api, bob.cookie)
    const slip = await form(`/people/${id}/erase`, { email: bob.email })
    expect([slip.status, slip.text.includes('this is not the address of the account')]).toEqual([422, true])
    const done = await form(`/people/${id}/erase`, { email: ada.email })
    expect([done.status, done.headers.get('location')]).toEqual([303, '/people?done=erased'])
    const own = await form('/account/erase', { email: bob.email, 'erase-password': 'wrong horse battery' })
    expect([own.status, own.text.includes('this is not your password')]).toEqual([422, true])
    const gone = await form('/account/erase', { email: bob.email, 'erase-password': PASSWORD })
    // The last person who administers stays, whoever ran before.
    expect([303, 409]).toContain(gone.status)
  })

  it('lose keys that hold more than they are left', async () => {
    const { cookie } = await enter(api, ['review', 'resolve'])
    const { id } = await me(api, cookie)
    const [kept, lost] = [await keyOf(cookie, ['review']), await keyOf(cookie, ['review', 'resolve'])]
    const answer = await api.post(`/v1/people/${id}/scopes`, 'admin', { scopes: ['review'] })
    const { person, revokedKeys } = bodyOf(answer, 201, Changed)
    expect([person.scopes, revokedKeys.map((key) => key.id)]).toEqual([['review'], [lost.key.id]])
    expect((await byKey(kept.secret, '/v1/people/me')).status).toBe(200)
    expectProblem(await asSession(api, cookie).post('/v1/events', {}), 403, 'forbidden')
  })

  it('can do nothing while they are banned, and sign in again after', async () => {
    const { email, cookie } = await enter(api, ['review'])
    const { id } = await me(api, cookie)
    const { key, secret } = await keyOf(cookie, ['review'])
    const ban = await api.post(`/v1/people/${id}/bans`, 'admin', { reason: 'left the desk' })
    const { person, revokedKeys } = bodyOf(ban, 201, Changed)
    expect(person).toMatchObject({ banned: true, banReason: 'left the desk' })
    expect(revokedKeys.map((one) => one.id)).toEqual([key.id])
    expectProblem(await asSession(api, cookie).get('/v1/people/me'), 401, 'unauthenticated')
    expectProblem(await byKey(secret, '/v1/people/me'), 401, 'unauthenticated')
    expect([(await signIn(api, email)).status, (await signIn(api, email, 'wrong horse battery')).status]).toEqual([
      403, 401,
    ])
    expectProblem(await api.post(`/v1/people/${id}/resets`, 'admin', {}), 409, 'illegal-step')
    bodyOf(await api.send(`/v1/people/${id}/bans`, 'admin', { method: 'DELETE' }), 200, Me)
    expect((await signIn(api, email)).status).toBe(303)
  })

  it('are signed out everywhere by an admin, who cannot ban themselves', async () => {
    const admin = await enter(api, ['admin'])
    const { id } = await me(api, admin.cookie)
    expect(
      bodyOf(await api.get('/v1/people?limit=200', 'admin'), 200, pageOf(Me)).items.map((one) => one.id),
    ).toContain(id)
    const { post } = asSession(api, admin.cookie)
    expectProblem(await post(`/v1/people/${id}/bans`, { reason: 'a slip' }), 409, 'illegal-step')
    expectProblem(await post(`/v1/people/${id}/scopes`, { scopes: ['read'] }), 409, 'illegal-step')
    const ended = await api.send(`/v1/people/${id}/sessions`, 'admin', { method: 'DELETE' })
    expect(bodyOf(ended, 200, z.strictObject({ ended: z.int() }))).toEqual({ ended: 1 })
    expectProblem(await asSession(api, admin.cookie).get('/v1/people/me'), 401, 'unauthenticated')
  })
}

export const peopleContract = (api: Api): void => {
  describe('people who come in', () => enteringContract(api))
  describe('sessions', () => sessionContract(api))
  describe('people', () => managingContract(api))
}

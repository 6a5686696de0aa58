import { describe, expect, test } from 'vitest'
import { changeScopes } from '../../src/actions/people/manage-people.ts'
import type { Scope } from '../../src/core/key.ts'
import { Problem } from '../../src/core/problem.ts'
import { signInWith } from '../../src/outside/accounts.ts'
import { createSite } from '../../src/site.ts'
import { statementsOf } from '../support/counting-statements.ts'
import { inWorld, type World } from '../support/embedded.ts'
import { PASSWORD, SIGN_IN, somebody } from '../support/people.ts'
import { type Clock, servicesOver } from '../support/press-services.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

/** The site at a time that a test moves, with somebody who has an account. */
const opened = async (world: World, https = false) => {
  const clock: Clock = { now: '2026-01-05T12:00:00.000Z' }
  const services = servicesOver(world, [], clock)
  const site = createSite(() => ({ ...services, signIn: SIGN_IN }))
  const { id, email } = await somebody(world, ['review', 'resolve'])
  const origin = https ? 'https://hindcast.test' : 'http://hindcast.test'
  const signIn = async (cookie = '') => {
    const body = new URLSearchParams({ email, password: PASSWORD }).toString()
    const answer = await site.request(`${origin}/sign-in`, { method: 'POST', body, headers: { ...FORM, cookie } })
    return answer.headers.getSetCookie()[0] ?? ''
  }
  const ask = async (cookie: string, path = '/v1/people/me') =>
    (await site.request(`${origin}${path}`, { headers: { cookie } })).status
  return { id, clock, site, signIn, ask }
}
const sentBack = (setCookie: string): string => setCookie.split(';')[0] ?? ''
/** What is kept after an answer is kept a moment later. */
const settled = () => new Promise((done) => setTimeout(done, 20))

describe('a session', () => {
  test('ends a week after its last use', () =>
    inWorld(async (world) => {
      const { clock, signIn, ask } = await opened(world)
      const cookie = sentBack(await signIn())
      clock.now = '2026-01-11T12:00:00.000Z'
      expect(await ask(cookie)).toBe(200)
      await settled()
      clock.now = '2026-01-18T11:59:59.999Z'
      expect(await ask(cookie)).toBe(200)
      await settled()
      clock.now = '2026-01-25T12:00:00.000Z'
      expect(await ask(cookie)).toBe(401)
    }))

  test('ends thirty days after the sign-in however much it is used', () =>
    inWorld(async (world) => {
      const { clock, signIn, ask } = await opened(world)
      const cookie = sentBack(await signIn())
      for (const day of ['10', '15', '20', '25', '30']) {
        clock.now = `2026-01-${day}T12:00:00.000Z`
        expect(await ask(cookie), day).toBe(200)
        await settled()
      }
      clock.now = '2026-02-04T11:59:59.999Z'
      expect(await ask(cookie)).toBe(200)
      clock.now = '2026-02-04T12:00:00.000Z'
      expect(await ask(cookie)).toBe(401)
    }))

  test('is found by one statement, and by none where nothing asks for it', () =>
    inWorld(async (world) => {
      const { signIn, ask } = await opened(world)
      const cookie = sentBack(await signIn())
      expect(await statementsOf(world.tx, async () => expect(await ask(cookie, '/v1/window-rules')).toBe(200))).toBe(1)
      expect(await statementsOf(world.tx, async () => expect(await ask(cookie, '/docs')).toBe(200))).toBe(0)
    }))

  test('has a cookie under https that no other host and no plain http can set', () =>
    inWorld(async (world) => {
      const { signIn, ask } = await opened(world, true)
      const given = await signIn()
      expect(given).toMatch(/^__Host-hindcast=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
      expect(await ask(sentBack(given))).toBe(200)
      expect(await ask(sentBack(given).replace('__Host-', ''))).toBe(401)
    }))

  test('leads on to pages of this site alone', () =>
    inWorld(async (world) => {
      const { site, signIn } = await opened(world)
      const cookie = sentBack(await signIn())
      const next = async (to: string) => {
        const answer = await site.request(`/sign-in?next=${encodeURIComponent(to)}`, { headers: { cookie } })
        return answer.headers.get('location')
      }
      expect(await next('/people?cursor=x')).toBe('/people?cursor=x')
      for (const elsewhere of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)'])
        expect(await next(elsewhere)).toBe('/account')
    }))
})

describe('a batch that a session sends', () => {
  /** The last line of the answer to a batch that comes in once somebody may what is named. */
  const endWith = async (world: World, scopes: Scope[]) => {
    const { id, site, signIn } = await opened(world)
    const cookie = sentBack(await signIn())
    const body = new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          await changeScopes(world.at('2026-01-05'), { id, scopes })
          controller.enqueue(new TextEncoder().encode('{"questionId":"qst_none"}'))
          controller.close()
        },
      },
      { highWaterMark: 0 },
    )
    const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-ndjson' }
    const sent = { method: 'POST', body, duplex: 'half', headers }
    const answer = await site.request('http://hindcast.test/v1/resolutions/batch', sent)
    return JSON.parse((await answer.text()).trim().split('\n').at(-1) ?? '')
  }

  test('ends where somebody may less than when it began', () =>
    inWorld(async (world) => {
      expect(await endWith(world, ['resolve'])).toMatchObject({
        done: false,
        through: 0,
        problem: { code: 'forbidden', detail: expect.stringContaining('lost the scope review') },
      })
    }))

  test('goes on where they may as much, or more', () =>
    inWorld(async (world) => {
      expect(await endWith(world, ['admin'])).toMatchObject({ done: true, refused: 1 })
    }))
})

describe('without a secret', () => {
  test('nobody signs in, which is said, and all else works', () =>
    inWorld(async (world) => {
      for (const signIn of [signInWith(undefined), signInWith('too short')]) {
        expect(signIn).toBeInstanceOf(Problem)
        const site = createSite(() => ({ ...servicesOver(world, [], { now: '2026-01-05T12:00:00.000Z' }), signIn }))
        for (const path of ['/sign-in', '/account', '/people']) {
          const answer = await site.request(path)
          expect([answer.status, (await answer.text()).includes('HINDCAST_SECRET')]).toEqual([503, true])
        }
        expect((await site.request('/v1/window-rules', { headers: { cookie: 'hindcast=x.y' } })).status).toBe(200)
      }
    }))
})

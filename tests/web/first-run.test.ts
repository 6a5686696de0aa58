import { describe, expect, test } from 'vitest'
import { type SampleLoading, sampleLoading } from '../../src/actions/sample-loading.ts'
import type { Scope } from '../../src/core/key.ts'
import { createSite } from '../../src/site.ts'
import { inWorld, type World } from '../support/embedded.ts'
import { PASSWORD, SIGN_IN, somebody } from '../support/people.ts'
import { servicesOver } from '../support/press-services.ts'
import { makeAuthor, plain, siteOf } from './site.ts'

const SECRET = 'the secret of the link'
const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

/** A loading that ends when the test says so, and how often it began. */
const heldLoading = () => {
  let end: (error?: Error) => void = () => undefined
  let began = 0
  const reported: unknown[] = []
  const loading = sampleLoading(
    (tell) => {
      began += 1
      tell(`piece ${began}`)
      return new Promise((resolve, reject) => {
        end = (error) => (error ? reject(error) : resolve())
      })
    },
    { secret: SECRET, report: (error) => reported.push(error) },
  )
  const finish = async (error?: Error) => {
    end(error)
    await new Promise((done) => setTimeout(done, 0))
  }
  return { loading, finish, began: () => began, reported }
}

const siteWith = (world: World, sample: SampleLoading | undefined) => {
  const services = servicesOver(world, [], { now: '2026-06-15T12:00:00.000Z' })
  const site = createSite(() => ({ ...services, signIn: SIGN_IN, ...(sample ? { sample } : {}) }))
  const get = async (path: string, cookie = '') => {
    const response = await site.request(`http://hindcast.test${path}`, { headers: { cookie } })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const press = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    site.request('http://hindcast.test/first-run', {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { ...FORM, ...headers },
    })
  const signIn = async (scopes: Scope[]) => {
    const { email } = await somebody(world, scopes)
    const body = new URLSearchParams({ email, password: PASSWORD }).toString()
    const answer = await site.request('http://hindcast.test/sign-in', { method: 'POST', body, headers: FORM })
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  }
  return { get, press, signIn }
}

describe('the first page of a database that holds nothing', () => {
  test('where files cannot be read says what to do instead', () =>
    inWorld(async (world) => {
      const { text } = await siteOf(world).get('/')
      expect(plain(text)).toContain('npx hindcast demo')
      expect(text).not.toContain('<button')
    }))

  test('offers the button on the printed link alone, and to administrators', () =>
    inWorld(async (world) => {
      const { get, signIn } = siteWith(world, heldLoading().loading)
      expect((await get('/')).text).not.toContain('<button')
      expect((await get('/?first-run=guessed')).text).not.toContain('<button')
      const opened = await get(`/?first-run=${encodeURIComponent(SECRET)}`)
      expect(opened.text).toContain(`<input type="hidden" name="secret" value="${SECRET}"/>`)
      expect(opened.headers.get('cache-control')).toBe('no-store')
      // The address of the link, which holds the secret, goes to no other site.
      expect(opened.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
      expect((await get('/', await signIn(['admin']))).text).toContain('<button')
    }))

  test('offers it to nobody who is signed in as less', () =>
    inWorld(async (world) => {
      const { get, press, signIn } = siteWith(world, heldLoading().loading)
      const cookie = await signIn(['review', 'resolve', 'submit'])
      expect((await get('/', cookie)).text).not.toContain('<button')
      expect((await press({}, { cookie })).status).toBe(403)
    }))

  test('gives way to the boards once anything is recorded', () =>
    inWorld(async (world) => {
      const { get } = siteWith(world, heldLoading().loading)
      expect(plain((await get('/')).text)).toContain('Nothing is recorded here yet')
      await makeAuthor(world, 'Ada Say')
      expect(plain((await get('/')).text)).not.toContain('Nothing is recorded here yet')
    }))
})

describe('the button', () => {
  test('loads once, however often it is pressed, and keeps nobody waiting', () =>
    inWorld(async (world) => {
      const { loading, finish, began } = heldLoading()
      const { get, press } = siteWith(world, loading)
      const answers = [await press({ secret: SECRET }), await press({ secret: SECRET })]
      expect(answers.map(({ status }) => status)).toEqual([303, 303])
      expect(answers[0]?.headers.get('location')).toBe('/first-run')
      expect(began()).toBe(1)
      expect(plain((await get('/first-run')).text)).toMatch(/being loaded.*piece 1/)
      expect(plain((await get('/')).text)).toContain('see how far it is')
      await finish()
      expect(plain((await get('/first-run')).text)).toContain('It is loaded')
      await press({ secret: SECRET })
      expect(began()).toBe(1)
    }))

  test('may be pressed again after it stopped half-way, and tells no page why', () =>
    inWorld(async (world) => {
      const { loading, finish, began, reported } = heldLoading()
      const { get, press } = siteWith(world, loading)
      await press({ secret: SECRET })
      await makeAuthor(world, 'Ada Say')
      await finish(new Error('the disk at /secret is full'))
      expect(reported).toHaveLength(1)
      const stopped = await get('/first-run')
      expect(plain(stopped.text)).toContain('stopped half-way')
      expect(stopped.text).not.toContain('/secret')
      expect((await get(`/?first-run=${encodeURIComponent(SECRET)}`)).text).toContain('Go on loading the sample')
      expect((await press({ secret: SECRET })).status).toBe(303)
      expect(began()).toBe(2)
    }))

  test('is refused without the secret, from another site, and beside what is recorded', () =>
    inWorld(async (world) => {
      const { loading, began } = heldLoading()
      const { press } = siteWith(world, loading)
      expect((await press({})).status).toBe(403)
      expect((await press({ secret: 'guessed' })).status).toBe(403)
      expect((await press({ secret: SECRET }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
      await makeAuthor(world, 'Ada Say')
      expect((await press({ secret: SECRET })).status).toBe(409)
      expect(began()).toBe(0)
      expect((await siteWith(world, undefined).press({ secret: SECRET })).status).toBe(404)
    }))
})

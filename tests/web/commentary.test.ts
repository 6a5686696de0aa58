import { describe, expect, test } from 'vitest'
import { redactText } from '../../src/actions/reading/redact-text.ts'
import type { Scope } from '../../src/core/key.ts'
import { createSite } from '../../src/site.ts'
import { accepted, recorded } from '../actions/story.ts'
import { inWorld, type World } from '../support/embedded.ts'
import { PASSWORD, SIGN_IN, somebody } from '../support/people.ts'
import { servicesOver } from '../support/press-services.ts'
import { plain, settleInMarch, siteOf } from './site.ts'

const HOSTILE = '<script>alert("x")</script> & <b onmouseover=alert(1)>'
const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
const RAIN = { on: '2026-02-01', quote: 'It will rain by the end of February.', end: '2026-02-28' }

/** The page as somebody with these scopes reads it. */
const readAs = async (world: World, scopes: Scope[], path: string) => {
  const services = servicesOver(world, [], { now: '2026-06-15T12:00:00.000Z' })
  const site = createSite(() => ({ ...services, signIn: SIGN_IN }))
  const { email } = await somebody(world, scopes)
  const body = new URLSearchParams({ email, password: PASSWORD }).toString()
  const signedIn = await site.request('http://hindcast.test/sign-in', { method: 'POST', body, headers: FORM })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const response = await site.request(`http://hindcast.test${path}`, { headers: { cookie } })
  return { headers: response.headers, text: await response.text() }
}

describe('the page of a commentary', () => {
  test('tells who published it where and when, what it predicted and what became of that, and nothing of its text', () =>
    inWorld(async (world) => {
      const { commentary, question, prediction } = await accepted(world, {
        ...RAIN,
        by: ['Ada Quill'],
        piece: { title: 'A wet month', publisher: 'Harbour Gazette', url: 'https://example.org/wet' },
      })
      await settleInMarch(world, question.id, 'yes')
      const { status, headers, text } = await siteOf(world).get(`/commentaries/${commentary.id}`)
      const words = plain(text)
      expect(status).toBe(200)
      expect(words).toMatch(/A wet month Signed by Ada Quill/)
      expect(words).toMatch(/Harbour Gazette ?, https:\/\/example.org\/wet/)
      expect(words).toContain('1 Feb 2026')
      expect(words).toContain(`SHA-256 of the text ${commentary.contentSha256}`)
      expect(words).toContain('It will rain by the end of February.')
      expect(words).toMatch(/\d+.% that it happens \(“likely”, said of the event/)
      expect(words).toMatch(/The question ?: happened/)
      expect(text).toContain(`href="/questions/${question.id}"`)
      expect(text).toContain(`href="/disputes/new?subject=${prediction.id}"`)
      expect(words).not.toContain('So much for now')
      expect(headers.get('cache-control')).toBeNull()
    }))

  test('shows the whole text to a reviewer who is signed in, and lets nothing keep it', () =>
    inWorld(async (world) => {
      const { commentary, prediction } = await accepted(world, RAIN)
      const { headers, text } = await readAs(world, ['review'], `/commentaries/${commentary.id}`)
      expect(plain(text)).toContain('So much for now')
      expect(text).toContain(`<mark><a href="#${prediction.id}">${RAIN.quote}</a></mark>`)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('vary')?.toLowerCase()).toContain('cookie')
    }))

  test('shows it to nobody else who is signed in', () =>
    inWorld(async (world) => {
      const { commentary } = await accepted(world, RAIN)
      const { headers, text } = await readAs(world, ['read', 'submit', 'resolve'], `/commentaries/${commentary.id}`)
      expect(plain(text)).not.toContain('So much for now')
      expect(headers.get('cache-control')).toBe('no-store')
    }))

  test('tells nothing of what no reviewer has accepted', () =>
    inWorld(async (world) => {
      const { commentary } = await recorded(world, RAIN)
      const { text } = await siteOf(world).get(`/commentaries/${commentary.id}`)
      expect(plain(text)).toContain('No passage of it has been accepted as a prediction yet')
      expect(text).not.toContain(RAIN.quote)
    }))

  test('quotes at most three hundred characters', () =>
    inWorld(async (world) => {
      const quote = `It will rain ${'and rain '.repeat(60)}by the end of February.`
      const { commentary } = await accepted(world, { ...RAIN, quote })
      const { text } = await siteOf(world).get(`/commentaries/${commentary.id}`)
      expect(text).toContain('and rain')
      expect(text).not.toContain('by the end of February')
    }))

  test('whose text was taken out says why, and has none to show', () =>
    inWorld(async (world) => {
      const { commentary } = await accepted(world, RAIN)
      await redactText(world.at('2026-06-01'), {
        subject: { kind: 'commentary', id: commentary.id },
        reason: 'it names a child',
      })
      const { text } = await readAs(world, ['review'], `/commentaries/${commentary.id}`)
      expect(plain(text)).toContain('it names a child')
      expect(plain(text)).not.toContain('So much for now')
    }))

  test('leaves markup in titles, names, quotes and the text inert', () =>
    inWorld(async (world) => {
      const { commentary } = await accepted(world, {
        ...RAIN,
        quote: `It will rain ${HOSTILE} by the end of February.`,
        by: [`Ada ${HOSTILE}`],
        piece: { title: `Rain ${HOSTILE} ${'x'.repeat(280)}`, publisher: `Press ${HOSTILE}` },
      })
      const pages = [
        (await siteOf(world).get(`/commentaries/${commentary.id}`)).text,
        (await readAs(world, ['review'], `/commentaries/${commentary.id}`)).text,
      ]
      for (const text of pages) {
        expect(text).not.toMatch(/<script|<b | style=/)
        expect(text).toContain('&lt;script&gt;')
      }
    }))

  test('that is not there says where to look', () =>
    inWorld(async (world) => {
      for (const id of ['nothing', 'cmt_00000000000000000000000009', 'cmt_%00']) {
        const { status, text } = await siteOf(world).get(`/commentaries/${id}`)
        expect(status).toBe(404)
        expect(plain(text)).toContain('There is no such commentary')
      }
    }))
})

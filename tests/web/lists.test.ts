import { describe, expect, test } from 'vitest'
import { inWorld } from '../support/embedded.ts'
import { askFebruary, makeAuthor, makeCollection, plain, settleInMarch, siteOf } from './site.ts'

const HOSTILE = '"><script>alert(1)</script>'

const linkOf = (text: string, words: string): string => {
  const [, href = ''] = new RegExp(`href="([^"]+)"[^>]*>${words}<`).exec(text) ?? []
  return href.replaceAll('&amp;', '&')
}

describe('the list of questions', () => {
  test('is narrowed by links and forms that need no script', () =>
    inWorld(async (world) => {
      const frame = await makeCollection(world, 'A frame')
      const ada = await makeAuthor(world, 'Ada Say')
      const rain = await askFebruary(world, frame, 'It rains.', [{ author: ada, probability: 0.7 }])
      await askFebruary(world, null, 'It snows.', [])
      await settleInMarch(world, rain.id, 'yes')
      const { get } = siteOf(world)
      const all = await get('/questions')
      expect(all.status).toBe(200)
      expect(plain(all.text)).toMatch(/It snows\. .*It rains\./)
      expect(all.text).toContain(`href="/questions/${rain.id}"`)
      expect(all.text).toContain('<form method="get" action="/questions"')
      const resolved = await get(linkOf(all.text, 'Resolved'))
      expect(plain(resolved.text)).toContain('It rains.')
      expect(plain(resolved.text)).not.toContain('It snows.')
      for (const query of [
        `author=${ada.slug}`,
        `collection=${frame.slug}`,
        'q=rains',
        'q=%22it+rains%22',
        'status=resolved&topic=',
      ]) {
        const { status, text } = await get(`/questions?${query}`)
        expect(status, query).toBe(200)
        expect(plain(text), query).toContain('It rains.')
        expect(plain(text), query).not.toContain('It snows.')
      }
      expect(plain((await get('/questions?topic=weather')).text)).toContain('No question is like that')
    }))

  test('goes on page by page, each question once', () =>
    inWorld(async (world) => {
      for (let at = 0; at < 53; at++) await askFebruary(world, null, `It rains on day ${at}.`, [])
      const { get } = siteOf(world)
      const first = (await get('/questions?status=open')).text
      const second = (await get(linkOf(first, 'Older questions'))).text
      const shown = [first, second].map((text) => [...text.matchAll(/It rains on day (\d+)\./g)].map(([, day]) => day))
      expect(shown.map(({ length }) => length)).toEqual([50, 3])
      expect(new Set(shown.flat()).size).toBe(53)
      expect(linkOf(second, 'Older questions')).toBe('')
      expect(linkOf(second, 'First page')).toBe('/questions?status=open')
    }))

  test('says what is wrong with what was asked, and keeps it inert', () =>
    inWorld(async (world) => {
      const { get } = siteOf(world)
      for (const [query, status] of [
        ['author=nobody', 404],
        ['collection=none', 404],
        ['cursor=rubbish', 422],
        ['topic=Two%20Words', 422],
        ['q=the', 422],
        ['q=%00', 422],
        [`author=${'x'.repeat(400)}`, 422],
        [`topic=${encodeURIComponent(HOSTILE)}`, 422],
        [`author=${encodeURIComponent(HOSTILE)}`, 404],
      ] as const) {
        const answer = await get(`/questions?${query}`)
        expect(answer.status, query).toBe(status)
        expect(answer.text, query).toContain('role="alert"')
        expect(answer.text, query).not.toContain('<script')
      }
    }))

  test('of an empty database says where questions come from', () =>
    inWorld(async (world) => {
      expect(plain((await siteOf(world).get('/questions')).text)).toContain('There is no question yet')
    }))
})

describe('the list of authors', () => {
  test('is searched by the beginnings of names', () =>
    inWorld(async (world) => {
      await makeAuthor(world, 'Ada Quill')
      await makeAuthor(world, 'Bob Say')
      const { get } = siteOf(world)
      const all = await get('/authors')
      expect(plain(all.text)).toMatch(/Bob Say a person .*Ada Quill a person/)
      expect(all.text).toContain('href="/authors/ada-quill"')
      const found = plain((await get('/authors?q=qu')).text)
      expect(found).toContain('Ada Quill')
      expect(found).not.toContain('Bob Say')
      expect(plain((await get('/authors?q=zebra')).text)).toContain('Nobody’s name begins so')
      const refused = await get('/authors?q=%21%21')
      expect(refused.status).toBe(422)
      expect(plain(refused.text)).toContain('no letter or digit')
    }))

  test('leaves markup and marks of direction in names inert', () =>
    inWorld(async (world) => {
      await makeAuthor(world, `Ada ${HOSTILE} \u202egnp`)
      const { text } = await siteOf(world).get('/authors')
      expect(text).not.toContain('<script')
      expect(text).toMatch(/<bdi>Ada &quot;&gt;&lt;script&gt;/)
    }))
})

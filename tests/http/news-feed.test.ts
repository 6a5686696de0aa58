import { expect, test } from 'vitest'
import { atomOf, jsonFeedOf } from '../../src/http/news-feed.ts'
import { instant } from '../support/embedded.ts'

test('a feed stays XML whatever characters a text holds', async () => {
  const at = instant('2026-05-01T00:00:00.000Z')
  const item = {
    id: 'urn:uuid:1',
    kind: 'prediction' as const,
    at,
    path: '/v1/predictions/1',
    title: 'A\u0001title',
    text: 'tab\tkept, \u000b\uffff gone, 😀 kept',
    author: 'Ada\u0008',
  }
  const feed = await atomOf({
    title: 'All',
    self: 'https://h.example/f',
    home: 'https://h.example/',
    updated: at,
    items: [item],
  })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(feed).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uffff]/)
  for (const kept of ['A title', 'tab\tkept', '😀 kept', '<name>Ada</name>']) expect(feed).toContain(kept)
})

test('a JSON Feed has its items where there are none', async () => {
  const at = instant('2026-05-01T00:00:00.000Z')
  const none = { title: 'A', self: 'https://h.example/f', home: 'https://h.example/', updated: at, items: [] }
  expect(JSON.parse(await jsonFeedOf(none))).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', items: [] })
})

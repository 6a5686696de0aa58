import { describe, expect, it } from 'vitest'
import { readFeed } from '../../../src/core/fetching/feed-document.ts'

const URL_OF_FEED = 'https://example.org/feeds/opinion.xml'
const read = (text: string | Uint8Array, charset: string | null = null) =>
  readFeed(typeof text === 'string' ? new TextEncoder().encode(text) : text, charset, URL_OF_FEED)

const rss = (items: string, channel = '') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>The Gazette</title>${channel}${items}</channel></rss>`

const expected = {
  guid: 'tag:example.org,2026:1',
  url: 'https://example.org/a',
  title: 'Rain & snow',
  authors: ['Ada Quill'],
  publishedAt: '2026-01-05T10:00:00.000Z',
}

describe('readFeed', () => {
  it.each<[string, string]>([
    [
      'RSS',
      rss(
        '<item><title>Rain &amp; &lt;b&gt;snow&lt;/b&gt;</title><link>https://example.org/a</link><guid isPermaLink="false">tag:example.org,2026:1</guid><dc:creator>Ada Quill</dc:creator><pubDate>Mon, 05 Jan 2026 12:00:00 +0200</pubDate></item>',
      ),
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">The &lt;i&gt;Gazette&lt;/i&gt;</title><id>x</id><updated>2026-01-05T10:00:00Z</updated><author><name>Ada Quill</name></author>
       <entry><title>Rain &amp; snow</title><id>tag:example.org,2026:1</id><link rel="self" href="/self"/><link href="/a"/><published>2026-01-05T10:00:00Z</published><updated>2026-02-01T00:00:00Z</updated></entry></feed>`,
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'The Gazette',
        items: [
          {
            id: 'tag:example.org,2026:1',
            url: '../a',
            title: 'Rain & snow',
            authors: [{ name: 'Ada Quill' }],
            date_published: '2026-01-05T11:00:00+01:00',
          },
        ],
      }),
    ],
    [
      'RSS 1.0',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>The Gazette</title><link>https://example.org</link></channel>
       <item rdf:about="tag:example.org,2026:1"><title>Rain &amp; snow</title><link>https://example.org/a</link><dc:creator>Ada Quill</dc:creator><dc:date>2026-01-05T10:00:00Z</dc:date></item></rdf:RDF>`,
    ],
  ])('reads %s', async (_, text) => {
    expect(await read(text)).toEqual({ title: 'The Gazette', everyMs: null, entries: [expected] })
  })

  it.each<[string, number | null]>([
    ['<ttl>90</ttl>', 90 * 60_000],
    ['<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>', 12 * 3_600_000],
    ['<sy:updatePeriod>weekly</sy:updatePeriod>', 7 * 24 * 3_600_000],
    ['<sy:updatePeriod>now and then</sy:updatePeriod>', null],
  ])('hears how often it may be read: %s', async (channel, everyMs) => {
    expect((await read(rss('', channel))).everyMs).toBe(everyMs)
  })

  it('keeps an entry that says little, and leaves out one that leads nowhere', async () => {
    const { entries } = await read(
      rss(
        `<item><guid>https://example.org/b</guid></item>
         <item><title>no address</title></item>
         <item><link>javascript:alert(1)</link></item>
         <item><link>https://example.org/${'a'.repeat(2000)}</link></item>
         <item><link>https://example.org/c</link><pubDate>some day</pubDate><author>ed@example.org</author></item>
         <item><link>https://example.org/c</link><title>the same again</title></item>`,
      ),
    )
    const bare = { title: null, authors: [], publishedAt: null }
    expect(entries).toEqual([
      { ...bare, guid: 'https://example.org/b', url: 'https://example.org/b' },
      { ...bare, guid: 'https://example.org/c', url: 'https://example.org/c' },
    ])
  })

  it('reads the encoding it names', async () => {
    const latin = Uint8Array.from(
      rss('<item><link>https://example.org/a</link><title>Caf\u00e9</title></item>').replace(
        '?>',
        ' encoding="ISO-8859-1"?>',
      ),
      (letter) => letter.charCodeAt(0),
    )
    expect((await read(latin)).entries[0]?.title).toBe('Caf\u00e9')
    const bare = Uint8Array.from(
      rss('<item><link>https://example.org/a</link><title>\u00e9</title></item>'),
      (letter) => letter.charCodeAt(0),
    )
    expect((await read(bare, 'windows-1252')).entries[0]?.title).toBe('\u00e9')
  })

  it('cuts what is too long to keep and drops what no text may hold', async () => {
    const long = `<item><link>https://example.org/a</link><title>${'long '.repeat(100_000)}\u0001</title></item>`
    const [entry] = (await read(rss(long))).entries
    expect(entry?.title).toHaveLength(500)
  })

  it.each([
    '',
    'not a feed',
    '<html><body>hello</body></html>',
    '<rss version="2.0"><channel><item>',
    '{"items":[]}',
    '{"version":',
  ])('refuses %j', async (text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'fetch-failed', fields: [{ field: 'url' }] })
  })

  it('does not unfold entities that it defines itself', async () => {
    const entities = Array.from({ length: 10 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('')
    const doctype = `<!DOCTYPE rss [<!ENTITY e0 "lol">${entities}]>`
    const bomb = rss('<item><link>https://example.org/a</link><title>&e10;</title></item>').replace(
      '<rss',
      `${doctype}<rss`,
    )
    const [entry] = (await read(bomb)).entries
    expect(entry?.title?.length ?? 0).toBeLessThan(600)
  })
})

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
const day = (on: string, earliest = on, latest = on) => ({ on, earliest, latest })

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
    expect(await read(text)).toEqual({
      title: 'The Gazette',
      everyMs: null,
      entries: [{ ...expected, published: expect.objectContaining(day('2026-01-05')) }],
    })
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
    const bare = { title: null, authors: [], publishedAt: null, published: null }
    expect(entries).toEqual([
      { ...bare, guid: 'https://example.org/b', url: 'https://example.org/b' },
      { ...bare, guid: 'https://example.org/c', url: 'https://example.org/c' },
    ])
  })

  const dated = (...dates: string[]) => rss(`<item><link>/a</link>${dates.join('')}</item>`)
  const atom = (entry: string, feed = '') =>
    `<feed xmlns="http://www.w3.org/2005/Atom"${feed}><title>x</title><id>x</id><updated>2026-01-05T10:00:00Z</updated>${entry}</feed>`
  const changed = '<updated>2026-02-01T10:00:00Z</updated>'
  const entry = (dates: string) => atom(`<entry><title>x</title><id>1</id><link href="/a"/>${dates}</entry>`)

  it.each<[string, string | null, object | null]>([
    // Without a zone it is UTC, on whatever machine.
    [dated('<pubDate>Mon, 05 Jan 2026 23:30:00</pubDate>'), '2026-01-05T23:30:00.000Z', day('2026-01-05')],
    [dated('<dc:date>2026-01-05T23:30:00</dc:date>'), '2026-01-05T23:30:00.000Z', day('2026-01-05')],
    [dated('<dc:date>2026-01-05</dc:date>'), '2026-01-05T00:00:00.000Z', day('2026-01-05')],
    [dated('<pubDate>January 5, 2026</pubDate>'), '2026-01-05T00:00:00.000Z', day('2026-01-05')],
    // The day of the publisher, and that of the instant in UTC.
    [
      dated('<pubDate>Mon, 05 Jan 2026 23:30:00 -0500</pubDate>'),
      '2026-01-06T04:30:00.000Z',
      day('2026-01-05', '2026-01-05', '2026-01-06'),
    ],
    [
      dated('<pubDate>Mon, 05 Jan 2026 23:30:00 EST</pubDate>'),
      '2026-01-06T04:30:00.000Z',
      day('2026-01-05', '2026-01-05', '2026-01-06'),
    ],
    [
      entry(`<published>2026-01-06T01:00:00+02:00</published>${changed}`),
      '2026-01-05T23:00:00.000Z',
      day('2026-01-06', '2026-01-05', '2026-01-06'),
    ],
    // The field of a system that knows no day.
    [dated('<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>'), null, null],
    [dated('<dc:date>1969-12-31T19:00:00-05:00</dc:date>'), null, null],
    [
      dated('<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>', '<dc:date>2026-01-05</dc:date>'),
      '2026-01-05T00:00:00.000Z',
      day('2026-01-05'),
    ],
    [
      entry(`<published>soon</published>${changed}`),
      '2026-02-01T10:00:00.000Z',
      day('2026-02-01', '2025-02-01', '2026-02-01'),
    ],
    [entry(changed), '2026-02-01T10:00:00.000Z', day('2026-02-01', '2025-02-01', '2026-02-01')],
  ])('reads the date of %s', async (text, publishedAt, published) => {
    const [first] = (await read(text)).entries
    expect(first?.publishedAt).toBe(publishedAt)
    expect(first?.published).toEqual(published && expect.objectContaining(published))
  })

  it.each<[string, string]>([
    [atom('<entry><id>1</id><link href="rain"/></entry>', ' xml:base="/blog/"'), 'https://example.org/blog/rain'],
    [
      atom('<entry xml:base="2026/"><id>1</id><link href="rain"/></entry>', ' xml:base="https://other.org/blog/"'),
      'https://other.org/blog/2026/rain',
    ],
    [rss('<item xml:base="/2026/"><link>rain</link></item>'), 'https://example.org/2026/rain'],
    [rss('<item><link>rain</link></item>').replace('<rss', '<rss xml:base="/blog/"'), 'https://example.org/blog/rain'],
    [
      rss('<item><link>rain</link></item>').replace('<channel', '<channel xml:base="/blog/"'),
      'https://example.org/blog/rain',
    ],
  ])('leads from the base of %s', async (text, url) => {
    expect((await read(text)).entries[0]?.url).toBe(url)
  })

  it.each<[object, string[]]>([
    [{ id: '1', external_url: 'https://other.org/a' }, ['https://other.org/a']],
    [{ id: 'https://example.org/a', external_url: 'https://other.org/a' }, ['https://example.org/a']],
    [{ id: 'https://example.org/a', url: 'https://example.org/b' }, ['https://example.org/b']],
    [{ id: '1' }, []],
  ])('knows the address of %j', async (item, urls) => {
    const text = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'x',
      items: [{ title: 'x', ...item }],
    })
    expect((await read(text)).entries.map(({ url }) => url)).toEqual(urls)
  })

  it('takes items of one id and two addresses for two pieces', async () => {
    const item = (path: string) => `<item><guid isPermaLink="false">post</guid><link>${path}</link></item>`
    const { entries } = await read(rss(`${item('/a')}${item('/b')}${item('/a')}`))
    expect(entries.map(({ guid, url }) => [guid, url])).toEqual([
      ['post', 'https://example.org/a'],
      ['post', 'https://example.org/b'],
    ])
  })

  it('undoes escapes that were made twice', async () => {
    const { entries } = await read(
      rss('<item><link>/a</link><title>It&amp;rsquo;s rain &amp;amp; &amp;#8220;snow&amp;#8221;</title></item>'),
    )
    expect(entries[0]?.title).toBe('It’s rain & “snow”')
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
    expect(entry?.title).toHaveLength(499)
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

  it.each([
    ['elements', '<a>'.repeat(1_000_000)],
    ['elements that end', `${'<a>'.repeat(300_000)}${'</a>'.repeat(300_000)}`],
    ['items in items', '<item><title>'.repeat(100_000)],
    ['one tag without end', `<item ${'a="b" '.repeat(300_000)}`],
    ['comments that never end', '<!--'.repeat(500_000)],
    ['marked sections that never end', '<![CDATA['.repeat(200_000)],
  ])('reads or refuses a feed of nested or broken %s', async (_, hostile) => {
    const feed = await read(rss(`<item><link>https://example.org/a</link></item>${hostile}`)).catch(
      (problem: unknown) => problem,
    )
    if (feed instanceof Error) expect(feed).toMatchObject({ code: 'fetch-failed' })
    else expect((feed as { entries: unknown[] }).entries.length).toBeLessThanOrEqual(500)
  })

  it('reads or refuses a JSON feed that nests', async () => {
    const nested = `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(500_000)}`
    await expect(read(nested)).rejects.toMatchObject({ code: 'fetch-failed' })
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

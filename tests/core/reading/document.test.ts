import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/core/reading/document.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string, mediaType: string | null = null, url: string | null = null) =>
  readDocument({ bytes: bytes(text), mediaType, url })
const page = (name: string, url: string | null = null) =>
  readDocument({ bytes: readFileSync(new URL(`./pages/${name}.html`, import.meta.url)), mediaType: null, url })

describe('plain text', () => {
  it.each(['It will rain.', '\uFEFFIt will rain.\r\nFor\u00adever.', '*It* will\tnot'])(
    'stays as it is: %j',
    async (text) => {
      expect(await read(text, 'text/plain')).toMatchObject({ text, reader: 'text-1', mediaType: 'text/plain' })
    },
  )

  it('stays as it is, whatever it is', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (words) => {
        const text = `x${words.replaceAll('\u0000', '')}`
        expect((await read(text, 'text/plain')).text).toBe(text)
      }),
    ))

  it('tells nothing where nothing is told', async () => {
    expect(await read('It will rain. So I believe.')).toEqual({
      text: 'It will rain. So I believe.',
      reader: 'text-1',
      mediaType: 'text/plain',
      title: null,
      bylines: [],
      publisher: null,
      topics: [],
      canonicalUrl: null,
      language: 'en',
      published: null,
    })
  })

  it('is read in the encoding that its header names', async () => {
    const latin1 = Uint8Array.from('Das Café schließt.', (letter) => letter.charCodeAt(0))
    const { text } = await readDocument({ bytes: latin1, mediaType: 'text/plain; charset=iso-8859-1', url: null })
    expect(text).toBe('Das Café schließt.')
  })

  it('knows JSON front matter after a teaser and before a caption', async () => {
    const facts = {
      authors: ['Ann Roe'],
      blog: 'The {Open} Sea',
      primaryCenter: 'Harbour Institute',
      programs: ['Ports'],
      topics: ['Trade', 'Ports'],
      datePublished: '2026-02-10',
    }
    const text = `A teaser will stand here.\nBo Li, Cy Dunn\n${JSON.stringify(facts, null, 1)}The mayor at the port. (Photo by D. Eng)\nIt will rain.`
    const got = await read(text)
    expect(got.text).toBe(text)
    expect(got).toMatchObject({
      bylines: ['Ann Roe'],
      publisher: 'Harbour Institute',
      topics: ['Trade', 'Ports'],
      published: { on: '2026-02-10', evidence: '2026-02-10 (datepublished in the front matter)' },
    })
  })

  it.each<[string, string, object]>([
    [
      'the topics of singular keys',
      '---\nprogram: Ports\ntags: [Trade]\ntag: Tariffs\ncategory: Asia\ntopic: Rain\n---\nIt will rain.',
      { topics: ['Trade', 'Rain', 'Tariffs', 'Asia', 'Ports'] },
    ],
    [
      'YAML',
      '---\ntitle: It Will Rain\nauthor: Ann Roe\ndate: 2026-02-10\n---\nIt will rain.',
      { title: 'It Will Rain', bylines: ['Ann Roe'] },
    ],
    [
      'a labelled head',
      'Title: It Will Rain\nAuthor: Ann Roe\nDate: March 3, 2026\n\nIt will rain.',
      { title: 'It Will Rain', published: { on: '2026-03-03' } },
    ],
    [
      'a byline and a date',
      'It Will Rain\n\nBy Ann Roe and Bo Li | March 3, 2026\n\nIt will rain.',
      { title: 'It Will Rain', bylines: ['Ann Roe', 'Bo Li'], published: { on: '2026-03-03' } },
    ],
    [
      'a line that is a date',
      'It Will Rain\nPublished: Tuesday, March 3, 2026, 9:30 am\nIt will rain.',
      { title: null, published: { on: '2026-03-03' } },
    ],
    [
      'a dateline',
      'PORT SABEL, March 3, 2026 — It will rain.',
      { published: { earliest: '2026-03-03', latest: '2026-03-04' } },
    ],
    [
      'a date within a sentence, which is no head',
      'It will rain on March 3, 2026, or so the mayor says.\nBy March it will be over.',
      { bylines: [], published: null },
    ],
  ])('knows %s', async (_, text, facts) => expect(await read(text, 'text/plain')).toMatchObject({ text, ...facts }))

  it('takes a date from its address as a range', async () => {
    const { published, canonicalUrl } = await read('It will rain.', null, 'https://example.org/2026/02/10/rain#top')
    expect(published).toEqual({
      on: '2026-02-10',
      earliest: '2026-02-09',
      latest: '2026-02-11',
      evidence: '2026-02-10 (the address /2026/02/10)',
    })
    expect(canonicalUrl).toBe('https://example.org/2026/02/10/rain')
  })
})

describe('a page', () => {
  it('of WordPress: JSON-LD with references, before meta tags', async () => {
    const { text, ...facts } = await page('wordpress')
    expect(facts).toEqual({
      reader: 'html-1',
      mediaType: 'text/html',
      title: 'The Ferry Will Not Wait',
      bylines: ['Maren Lind'],
      publisher: 'Harbour Review',
      topics: ['Transport', 'ferries', 'budget'],
      canonicalUrl: 'https://harbourreview.example/2025/11/18/the-ferry-will-not-wait/',
      language: 'en-GB',
      published: {
        on: '2025-11-18',
        earliest: '2025-11-18',
        latest: '2025-11-18',
        evidence:
          '2025-11-18T22:40:00+00:00 (datePublished in JSON-LD); changed 2025-11-21T08:00:00+00:00 (dateModified in JSON-LD)',
      },
    })
    expect(text.split('\n\n')).toEqual([
      expect.stringMatching(/^The council has talked .* the talking ends\.$/),
      'The new timetable will probably come into force by March, and the old boat is unlikely to survive the inspection that goes with it.',
      'What the report says',
      'The fourth report, published in October, is blunt on one point:',
      '“The terminal will have to be rebuilt before the end of the decade, whoever runs the line.”',
      'Three things follow from it:',
      'Fares will rise by at least a tenth next year.\nThe island school may have to close.',
    ])
  })

  it('of a newsroom: the own article of the graph, its persons, the day as the publisher has it', async () => {
    const { text, ...facts } = await page('newsroom')
    expect(facts).toMatchObject({
      title: 'Rates are coming down, but slowly',
      bylines: ['Ida Brook', 'Tomas Vey'],
      publisher: 'The Ledger',
      topics: ['central banks', 'inflation'],
      language: 'en-US',
      published: { on: '2026-02-10', earliest: '2026-02-10', latest: '2026-02-11' },
    })
    expect(text).toContain('There is a seventy percent chance of a second cut by June')
    for (const other of ['crash', 'weekend', 'double', 'cookies', 'naive']) expect(text).not.toContain(other)
  })

  it('of a letter: a date in plain words under the title, no widgets, no comments', async () => {
    const { text, ...facts } = await page('letter')
    expect(facts).toMatchObject({
      title: 'Notes on a close election',
      bylines: ['Pia Holmgren'],
      publisher: 'The Long Count',
      published: { on: '2025-10-04', evidence: '2025-10-04 (the line “Oct 04, 2025”)' },
    })
    expect(text.split('\n\n')).toHaveLength(3)
    for (const other of ['reader-supported', 'Subscribe', 'wrong again']) expect(text).not.toContain(other)
  })

  it('of tables and upper-case tags, in windows-1252', async () => {
    const { text, ...facts } = await page('tables')
    expect(facts).toMatchObject({
      title: 'The Canal After the Flood',
      bylines: ['Ruth Calloway'],
      published: { on: '2003-03-03' },
    })
    expect(text).toContain('The café owners on the quay')
    expect(text).toContain('“We shall be lucky to keep the pilots,” said the harbor master, Owen Tarr.')
  })

  it('of AMP: a month alone is a range', async () => {
    const { text, ...facts } = await page('amp')
    expect(facts).toMatchObject({
      bylines: ['Jonas Adeyemi'],
      publisher: 'Power Week',
      published: { on: '2024-12-15', earliest: '2024-12-01', latest: '2024-12-31' },
    })
    for (const other of ['shrink', 'Share', 'Prices']) expect(text).not.toContain(other)
  })

  it.each<[string, string, object]>([
    [
      'without tags of head and body',
      '<!doctype html><title>Rain</title><p>It will rain.<p>It will pour.',
      { text: 'It will rain.\n\nIt will pour.', title: 'Rain' },
    ],
    [
      'with a name that holds markup',
      '<html><meta name=author content="<b>Ann Roe</b> &amp;amp; Bo Li"><body><p>It will rain.',
      { bylines: ['Ann Roe', 'Bo Li'] },
    ],
    [
      'with a change alone',
      '<html><meta property="article:modified_time" content="2026-02-10"><body><p>It will rain.',
      { published: { earliest: '2025-02-10', latest: '2026-02-10' } },
    ],
    [
      'with a canonical link from here',
      '<html><link rel=canonical href="/rain"><body><p>It will rain.',
      { canonicalUrl: 'https://example.org/rain' },
    ],
    [
      'in German, declared as English',
      '<html lang=en><body><p>Der Hafen wird vor dem Winter schließen, und niemand glaubt, dass er wieder geöffnet wird.',
      { language: 'de' },
    ],
    [
      'with signs of less',
      '<html><body><p>If 3 < 4 and x<5, it will rain.',
      { text: 'If 3 < 4 and x<5, it will rain.' },
    ],
    [
      'with citation tags',
      '<html><meta name="citation_author" content="Roe, Ann"><meta name="citation_publication_date" content="2026/02/10"><meta name="citation_title" content="Rain"><body><p>It will rain.',
      { title: 'Rain', bylines: ['Ann Roe'], published: { on: '2026-02-10' } },
    ],
    [
      'with microdata',
      '<html><body itemscope><h1 itemprop=headline>Rain</h1><span itemprop=author><b itemprop=name>Ann Roe</b></span><time itemprop=datePublished datetime="2026-02-10T10:00">10 Feb</time><p>It will rain.',
      { title: 'Rain', bylines: ['Ann Roe'], published: { on: '2026-02-10' } },
    ],
  ])('%s', async (_, html, facts) => expect(await read(html, 'text/html', 'https://example.org/')).toMatchObject(facts))

  it.each<[string, number[]]>([
    ['windows-1251', [0xc4, 0xe0]],
    ['shift_jis', [0x83, 0x6e, 0x83, 0x43]],
    ['utf-8', [...bytes('Да')]],
  ])('says its encoding: %s', async (charset, letters) => {
    const head = [...bytes(`<html><head><meta charset="${charset}"></head><body><p>It will rain. `)]
    const { text } = await readDocument({
      bytes: Uint8Array.from([...head, ...letters]),
      mediaType: 'text/html',
      url: null,
    })
    expect(text).toBe(`It will rain. ${charset === 'shift_jis' ? 'ハイ' : 'Да'}`)
  })

  it.each([
    ['a style', '<p style="color:red; DISPLAY : none !important">OBEY</p>'],
    ['a style that hides', '<div style="visibility:hidden"><p>OBEY</p></div>'],
    ['letters of no size', '<p style="font-size:0px">OBEY <b>me</b></p>'],
    ['the attribute for it', '<p hidden>OBEY</p>'],
    ['a name for readers of screens', '<span class="sr-only">OBEY</span>'],
    ['a comment', '<!-- OBEY -->'],
    ['a template', '<template><p>OBEY</p></template>'],
    [
      'signs that nobody sees',
      `<p>${String.fromCodePoint(...[...'OBEY'].map((sign) => 0xe0000 + sign.charCodeAt(0)))}</p>`,
    ],
  ])('has nothing of what it hides by %s', async (_, hidden) => {
    const prose = '<p>The harbour will close before winter, and nobody will mourn it, I think.</p>'.repeat(3)
    const { text } = await read(`<html><body><article>${prose}${hidden}${prose}</article>`, 'text/html')
    expect(text).toContain('harbour')
    expect(text).not.toMatch(/OBEY|[\u{e0000}-\u{e01ef}]/u)
  })

  it('keeps what is shown, whatever else its style says', async () => {
    const shown = ['display:block', 'font-size:0.9em', 'visibility:visible', 'font-size:0"><span style="font-size:16px']
    for (const style of shown) {
      const { text } = await read(`<html><body><p>It will rain.</p><p style="${style}">Or snow.</p>`, 'text/html')
      expect(text, style).toContain('Or snow.')
    }
  })

  it('without a word is refused', async () => {
    await expect(read('<html><body><script>x</script>')).rejects.toMatchObject({ code: 'invalid-input' })
  })
})

describe('Markdown', () => {
  const source = [
    '---\ntitle: "It Will Rain"\nauthors: [Ann Roe, Bo Li]\ndate: 2026-02-10\ntags:\n  - weather\n---',
    '# It Will Rain',
    'The *harbour* will **close**\nbefore [winter](https://example.org), I think.',
    '> It will have to be rebuilt.',
    '1. Fares will rise.\n2. The school may close.',
    '```\ncode will run\n```',
    '<div>markup will go</div>',
    '![an image will go](x.png)',
  ].join('\n\n')

  it('is read as prose', async () => {
    expect(await read(source)).toEqual({
      text: 'It Will Rain\n\nThe harbour will close before winter, I think.\n\n“It will have to be rebuilt.”\n\nFares will rise.\nThe school may close.',
      reader: 'markdown-1',
      mediaType: 'text/markdown',
      title: 'It Will Rain',
      bylines: ['Ann Roe', 'Bo Li'],
      publisher: null,
      topics: ['weather'],
      canonicalUrl: null,
      language: 'en',
      published: {
        on: '2026-02-10',
        earliest: '2026-02-10',
        latest: '2026-02-10',
        evidence: '2026-02-10 (date in the front matter)',
      },
    })
  })

  it('has its first heading for a title', async () => {
    expect(await read('# Rain\n\nIt will rain.', 'text/markdown')).toMatchObject({ title: 'Rain', published: null })
  })

  it('is read in bulk where it is no essay', async () => {
    const { text } = await read(`# Rain\n\n${'It *will* rain.\n\n'.repeat(5000)}`, 'text/markdown')
    expect(text.startsWith('Rain\n\nIt *will* rain.\n\nIt')).toBe(true)
  })
})

it('keeps the tables of Markdown out of the prose', async () => {
  const { text } = await read(
    '# Rain\n\nIt will rain.\n\n| Party | Seats |\n| --- | ---: |\n| Left | 12 |\n\nSo I believe.',
    'text/markdown',
  )
  expect(text).toBe('Rain\n\nIt will rain.\n\nSo I believe.')
})

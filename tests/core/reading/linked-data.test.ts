import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/core/reading/document.ts'

const HERE = 'https://gazette.example/opinion/rain'
const article = (more: object) => ({ '@type': 'NewsArticle', ...more })
const mine = { author: { name: 'Ann Roe' }, datePublished: '2026-02-10' }
const theirs = { author: { name: 'Bo Li' }, datePublished: '2025-07-01' }

const read = (nodes: object[], head = '', { title = 'Rain &amp; Snow Ahead', words = '' } = {}) => {
  const script = `<script type="application/ld+json">${JSON.stringify(nodes)}</script>`
  const html = `<!doctype html><html><head><title>${title} | The Gazette</title>${head}${script}</head><body><article><h1>${title}</h1>${words}<p>It will rain in spring.</p></article></body></html>`
  return readDocument({ bytes: new TextEncoder().encode(html), mediaType: 'text/html', url: HERE })
}

describe('the article of a page, among those it links to', () => {
  it.each<[string, object[], string?]>([
    [
      'is the one it is headed with',
      [article({ ...theirs, headline: 'Snow' }), article({ ...mine, headline: 'Rain & Snow Ahead' })],
    ],
    ['is not one without a headline', [article(theirs), article({ ...mine, headline: 'Rain & Snow Ahead' })]],
    [
      'is not one of an empty headline',
      [article({ ...theirs, headline: ' – ' }), article({ ...mine, headline: 'Rain & Snow Ahead' })],
    ],
    ['is headed in entities', [article(theirs), article({ ...mine, headline: 'Rain &amp; Snow&nbsp;Ahead' })]],
    [
      'is headed like the page rather than with some of its words',
      [article({ ...theirs, headline: 'Snow Ahead' }), article({ ...mine, headline: 'Rain & snow ahead' })],
    ],
    [
      'is at the address of the page',
      [article({ ...theirs, url: '/opinion/other' }), article({ ...mine, headline: 'Wet days', url: HERE })],
    ],
    [
      'has the page as its main entity',
      [article(theirs), article({ ...mine, mainEntityOfPage: { '@type': 'WebPage', '@id': `${HERE}/?utm_source=x` } })],
    ],
    ['is named by the address of the page', [article(theirs), article({ ...mine, '@id': `${HERE}#article` })]],
    [
      'is at the canonical address',
      [article({ ...theirs, url: '/opinion/other' }), article({ ...mine, url: 'https://gazette.example/2026/rain' })],
      '<link rel="canonical" href="/2026/rain">',
    ],
    [
      'is not at another address',
      [
        article({ ...theirs, url: 'https://gazette.example/opinion/other' }),
        article({ ...mine, headline: 'Wet days' }),
      ],
    ],
    ['is at no address in the data', [article(mine)]],
    ['is said to be at the front page', [article({ ...mine, url: 'https://gazette.example/' })]],
  ])('%s', async (_, nodes, head) => {
    expect(await read(nodes, head)).toMatchObject({ bylines: ['Ann Roe'], published: { on: '2026-02-10' } })
  })

  it('is none where all stand elsewhere', async () => {
    const related = [
      article({ ...theirs, url: '/opinion/other' }),
      article({ ...theirs, '@id': 'https://gazette.example/b' }),
    ]
    expect(await read(related)).toMatchObject({ bylines: [], published: null })
  })
})

describe('an account that JSON-LD names as the author', () => {
  const posted = [article({ author: { '@type': 'Person', name: 'hpadmin' }, datePublished: '2026-02-10' })]
  it.each([
    ['yields to the name on the page', '<p class="byline">by Mara Lindqvist</p>', ['Mara Lindqvist']],
    ['yields to the name in the text', '<p>By Mara Lindqvist</p>', ['Mara Lindqvist']],
    ['is no byline', '', []],
  ])('%s', async (_, words, bylines) => {
    expect(await read(posted, '', { words })).toMatchObject({ bylines, published: { on: '2026-02-10' } })
  })
})

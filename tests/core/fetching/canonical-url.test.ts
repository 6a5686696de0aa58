import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressIdentity, canonicalOf, canonicalUrl } from '../../../src/core/fetching/canonical-url.ts'

describe('canonicalUrl', () => {
  it.each([
    ['HTTP://Example.org:80/a/?utm_source=x#top', 'http://example.org/a'],
    ['https://example.org', 'https://example.org/'],
    ['https://example.org//#a', 'https://example.org/'],
    ['https://example.org:443/A/B//', 'https://example.org/A/B'],
    ['https://example.org./a', 'https://example.org/a'],
    ['https://example.org/a?id=7&fbclid=1&gclid=2&mc_cid=3&mc_eid=4&page=2', 'https://example.org/a?id=7&page=2'],
    ['https://example.org/a?UTM_Medium=email&q=b%c3%a9', 'https://example.org/a?q=b%C3%A9'],
    ['https://example.org/a?ref=7', 'https://example.org/a?ref=7'],
    ['https://user:secret@example.org/a', 'https://example.org/a'],
    ['https://example.org:8443/a', 'https://example.org:8443/a'],
    ['https://example.org/%7euser/%e9', 'https://example.org/~user/%E9'],
    ['https://example.org/%61%2Fb%2D%2e?q=%7e&%75tm_source=x', 'https://example.org/a%2Fb-.?q=~'],
    ['https://example.org/%2561', 'https://example.org/%2561'],
  ])('%s → %s', (given, expected) => {
    expect(canonicalUrl(given)).toBe(expected)
  })

  it('stays as it is the second time', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = canonicalUrl(url)
        expect(canonicalUrl(once)).toBe(once)
      }),
    )
  })

  it.each([
    ['/secret', '/%73ecret'],
    ['/a~b', '/a%7Eb'],
    ['/caf\u00e9', '/caf%c3%a9'],
  ])('takes %s and %s for one piece', (one, other) => {
    expect(addressIdentity(`https://example.org${one}`)).toBe(addressIdentity(`https://example.org${other}`))
  })

  it('takes http and https for one piece, and other paths for others', () => {
    expect(addressIdentity('http://example.org/a')).toBe(addressIdentity('https://example.org/a/?utm_id=1'))
    expect(addressIdentity('https://example.org/a')).not.toBe(addressIdentity('https://example.org/b'))
  })
})

describe('canonicalOf', () => {
  const at = 'https://www.example.org/news/a?utm_source=feed'
  const own = 'https://www.example.org/news/a'
  it.each([
    [null, { url: own, claim: null }],
    ['/news/b', { url: 'https://www.example.org/news/b', claim: null }],
    ['https://example.org/news/b', { url: 'https://example.org/news/b', claim: null }],
    ['https://amp.example.org/news/b', { url: 'https://amp.example.org/news/b', claim: null }],
    // A declaration that any page could make is kept beside.
    ['https://other.org/news/b', { url: own, claim: 'https://other.org/news/b' }],
    ['https://news.example.org/b', { url: own, claim: 'https://news.example.org/b' }],
    // Every page of a careless site declares its front page.
    ['https://www.example.org/', { url: own, claim: 'https://www.example.org/' }],
    ['javascript:alert(1)', { url: own, claim: null }],
    ['http://', { url: own, claim: null }],
  ])('declared %s', (declared, expected) => {
    expect(canonicalOf(at, declared)).toEqual(expected)
  })

  it('leaves two labels of a host alone', () => {
    expect(canonicalOf('https://m.org/a', 'https://www.org/a').claim).toBe('https://www.org/a')
  })
})

import { describe, expect, it } from 'vitest'
import {
  reservedByFile,
  reservedByHeaders,
  reservedByHtml,
  robotsDirective,
} from '../../../src/core/fetching/reservation.ts'
import type { Day } from '../../../src/core/time.ts'

const today = '2026-01-06' as Day

const file = (...rules: [string, 0 | 1][]) =>
  JSON.stringify(rules.map(([location, reservation]) => ({ location, 'tdm-reservation': reservation })))

describe('reservedByFile', () => {
  it.each<[string, string, boolean]>([
    [file(['/', 1]), '/a', true],
    [file(['/', 0]), '/a', false],
    [file(['/news/', 1]), '/a', false],
    // The first location that matches decides.
    [file(['/open/', 0], ['/', 1]), '/open/a', false],
    [file(['/open/', 0], ['/', 1]), '/a', true],
    [file(['/*.html$', 1]), '/a/b.html', true],
    [file(['/*.html$', 1]), '/a/b.html?x', false],
    [file(['/a*b*c', 1]), '/a1b2c3', true],
    [file(['/a*b*c', 1]), '/a1c2b3', false],
    [file(['/a$', 1]), '/a', true],
    [file(['/a$', 1]), '/ab', false],
    [file(['/ab*b$', 1]), '/ab', false],
    [file(['/secret/', 1]), '/%73ecret/a', true],
    [file(['/%73ecret/', 1]), '/secret/a', true],
    [file(['/caf\u00e9', 1]), '/caf%c3%a9', true],
    [file(['/a%2fb', 1]), '/a/b', false],
    [file(['/a b', 1]), '/a%20b', true],
    ['', '/a', false],
    ['<html>', '/a', false],
    ['{"location":"/"}', '/a', false],
    ['[{"location":"/"}]', '/a', false],
  ])('%s on %s', (text, path, reserved) => {
    expect(reservedByFile(text, path)).toBe(reserved)
  })
})

describe('robotsDirective', () => {
  it.each([
    ['noindex', 'noindex'],
    ['index, follow', null],
    ['NOAI, NoImageAI', 'noai'],
    ['noimageai', 'noimageai'],
    ['none', 'none'],
    ['noarchive, nosnippet', null],
    ['otherbot: noindex', null],
    ['hindcast: noindex', 'noindex'],
    ['otherbot: nofollow, noai', 'noai'],
    ['unavailable_after: 25 Jun 2030 15:00:00 PST, noindex', 'noindex'],
    ['unavailable_after: 25 Jun 2020 15:00:00 PST', 'unavailable_after 2020-06-25'],
    ['hindcast: unavailable_after: 2020-06-25', 'unavailable_after 2020-06-25'],
    ['nofollow, unavailable_after: Thursday, 25 Jun 2020 15:00:00 GMT', 'unavailable_after 2020-06-25'],
    ['unavailable_after: 2020-06-25T23:30:00-05:00, noarchive', 'unavailable_after 2020-06-26'],
    ['otherbot: unavailable_after: 2020-06-25', null],
    ['unavailable_after: 2026-01-06', null],
    ['unavailable_after: 25 Jun 2030 15:00:00 PST', null],
    ['unavailable_after: some day', null],
    ['max-snippet: 3', null],
    ['', null],
  ])('%s', (value, directive) => {
    expect(robotsDirective(value, today)).toBe(directive)
  })
})

describe('reservedByHeaders', () => {
  it.each<[Record<string, string>, RegExp | null]>([
    [{}, null],
    [{ 'tdm-reservation': '0' }, null],
    [{ 'tdm-reservation': ' 1' }, /tdm-reservation/],
    [{ 'x-robots-tag': 'noai' }, /X-Robots-Tag says noai/],
    [{ 'content-usage': 'tdm=n' }, /Content-Usage/],
  ])('%j', (headers, reason) => {
    const said = reservedByHeaders(headers, '/a', today)
    if (reason) expect(said).toMatch(reason)
    else expect(said).toBeNull()
  })
})

describe('reservedByHtml', () => {
  const page = (meta: string) =>
    `<!doctype html><html><head><title>A</title>${meta}</head><body><p>Text.</p></body></html>`
  it.each<[string, RegExp | null]>([
    ['', null],
    ['<meta name="description" content="noai">', null],
    ['<meta name="robots" content="index,follow">', null],
    ['<META NAME=Robots CONTENT="noindex, nofollow">', /meta robots says noindex/],
    ['<meta name="hindcast" content="none">', /meta hindcast says none/],
    ['<meta name="googlebot" content="noindex">', null],
    ['<meta name="tdm-reservation" content="1">', /tdm-reservation/],
    ['<meta name="tdm-reservation" content="0">', null],
    ['<!-- <meta name="robots" content="noai"> -->', null],
    ['<meta name="robots" content="unavailable_after: 1 May 2020">', /unavailable_after 2020-05-01/],
    // What opens a comment, a tag or a quote only to the eye hides nothing.
    ['<script>var a="<!--"</script><meta name="robots" content="noindex">', /noindex/],
    ['<script>var a=\'<meta name="robots" content="noindex">\'</script>', null],
    ['<title>How to write <!-- in a page</title><meta name="robots" content="noindex">', /noindex/],
    ['<!--><meta name="robots" content="noindex">', /noindex/],
    ['<!---><meta name="robots" content="noindex">', /noindex/],
    ['<!-- --!><meta name="robots" content="noindex">', /noindex/],
    ['<!--><!-- <meta name="robots" content="noindex"> -->', null],
    ['<!-- <script> --><meta name="robots" content="noindex"><script></script>', /noindex/],
    ['<meta name="robots" data-x="a>b" content="noindex">', /noindex/],
    ["<meta name='robots' data-x = '<!--' content = noindex>", /noindex/],
    ['<a href=/it\'s title="<!--">a</a><meta name="robots" content="noindex">', /noindex/],
    ['<p title="<meta name=robots content=noindex>">', null],
    ['<a title="it never ends><meta name=robots content=noindex>', /noindex/],
  ])('%s', async (meta, reason) => {
    const said = await reservedByHtml(page(meta), today)
    if (reason) expect(said).toMatch(reason)
    else expect(said).toBeNull()
  })

  it('reads the tags of pages that nest without end, or never end a comment', async () => {
    const no = '<meta name="robots" content="noai">'
    const deep = `<head>${no}</head>${'<div>'.repeat(400_000)}`
    expect(await reservedByHtml(deep, today)).toMatch(/noai/)
    expect(await reservedByHtml(`${'<!-- '.repeat(400_000)}${no}`, today)).toBeNull()
    expect(await reservedByHtml(`${'<meta '.repeat(300_000)}>${no}`, today)).toMatch(/noai/)
  })

  it('reads no page more than once, however it is broken', async () => {
    const no = '<meta name="robots" content="noai">'
    for (const part of ['<a b=', '<a b="', `<a b='`, '<a "', '<script ', '<title><!--', '<!-->', '=" <a b=']) {
      expect(await reservedByHtml(`${no}${part.repeat(300_000)}`, today)).toMatch(/noai/)
    }
  })

  it('takes text that is no page for silent', async () => {
    for (const text of ['', 'plain words', '<', '\u0000']) expect(await reservedByHtml(text, today)).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { Problem } from '../../../src/core/problem.ts'
import { readDocument } from '../../../src/core/reading/document.ts'

const prose = '<p>The harbour will close before winter, and nobody will mourn it, I think.</p>'
const of = (size: number, part: string): string => part.repeat(Math.floor(size / part.length))
const MB = 1_000_000

/** A megabyte or so of what no honest page holds. Each once took time with the square of its length, or broke a stack. */
const pages: [string, string][] = [
  ['100,000 nested elements', `<html><body>${'<div>'.repeat(100_000)}${prose}${'</div>'.repeat(60_000)}`],
  ['20,000 nested elements, few enough to be looked at closely', `<html><body>${'<div>'.repeat(20_000)}${prose}`],
  ['many elements at a great depth', `<html><body>${'<div>'.repeat(190)}${'<div>a, b</div>'.repeat(9000)}${prose}`],
  ['19,000 empty paragraphs', `<html><body>${'<p>'.repeat(19_000)}${prose}`],
  ['300,000 open inline elements', `<html><body>${'<b>'.repeat(300_000)}${prose}`],
  ['open fonts between paragraphs', `<html><body>${of(MB / 2, `${prose}<font>`)}`],
  ['nested tables', `<html><body>${of(MB / 2, '<table><tr><td>')}${prose}`],
  ['nested lists', `<html><body>${of(MB / 2, '<ul><li>')}${prose}`],
  ['nested quotes', `<html><body>${of(MB / 2, '<blockquote>')}${prose}`],
  ['unclosed paragraphs', `<html><body>${of(MB, '<p>a word, or two')}`],
  ['one tag of 80,000 attributes', `<html><body><p ${of(MB / 2, 'a=1 b=2 ')}>${prose}`],
  ['nothing but <', `<html><body>${'<'.repeat(MB)}`],
  ['unclosed tags', `<html><body>${of(MB, '<a href="')}${prose}`],
  ['unclosed comments', `<html><body>${prose}${of(MB, '<!--')}`],
  ['unclosed scripts', `<html><body>${prose}${of(MB, '<script>')}`],
  [
    'entities declared in entities',
    `<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><html><body>${of(MB / 2, '&b;')}`,
  ],
  ['entities', `<html><body>${of(MB, '&amp;')}`],
  ['JSON-LD that nests', `<html><body><script type="application/ld+json">${'['.repeat(MB)}</script>${prose}`],
  [
    'JSON-LD of 20,000 articles',
    `<html><body><script type="application/ld+json">{"@graph":[${of(MB, '{"@type":"Article","@id":"a"},')}{}]}</script>${prose}`,
  ],
  [
    'JSON-LD of graphs in graphs',
    `<html><body><script type="application/ld+json">${'{"@graph":'.repeat(90_000)}1${'}'.repeat(90_000)}</script>${prose}`,
  ],
  ['furniture in furniture', `<html><body>${of(MB / 2, `<div class="ad">${prose}`)}`],
]

const texts: [string, string][] = [
  ['quotes in quotes', `${'>'.repeat(MB - 2)} a`],
  ['lines of quotes in quotes', of(MB / 2, `${'>'.repeat(30)} a\n`)],
  ['lists in lists', of(MB, '- ')],
  ['brackets', '['.repeat(MB)],
  ['links in links', of(MB / 2, '[a](')],
  ['emphasis', of(MB / 2, '*a_ ')],
  ['definitions', of(MB / 2, '[a]: /u\n')],
  [
    'aliases of aliases',
    `---\na: &a [x,x,x,x]\n${[...'bcdefghijklmnop'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghijklmno'[i]}`)}]`).join('\n')}\n---\nIt will rain.`,
  ],
  ['brackets in front matter', `---\na: ${'['.repeat(60_000)}\n---\nIt will rain.`],
  ['braces', '{'.repeat(MB)],
  ['bylines', of(MB, 'By Ann Roe March 3, 2026\n')],
  ['blanks', `${' '.repeat(MB - 1)}a`],
  ['line breaks', `${'\n'.repeat(MB - 1)}a`],
]

const readable = async (text: string, mediaType: string): Promise<string | Problem> => {
  try {
    return (await readDocument({ bytes: new TextEncoder().encode(text), mediaType, url: null })).text
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

describe('a hostile page is read, or refused by a problem', () => {
  it.each(pages)('%s', async (_, html) => {
    const text = await readable(html, 'text/html')
    if (html.includes(prose) && typeof text === 'string') expect(text).toContain('harbour')
  })

  it.each(texts)('%s', async (_, source) => {
    expect((await readable(source, 'text/plain')) === source).toBe(true)
    await readable(source, 'text/markdown')
  })

  it('of more than 5 MB is refused', async () => {
    expect(await readable(' '.repeat(5 * MB + 1), 'text/html')).toMatchObject({ code: 'body-too-large' })
  })
})

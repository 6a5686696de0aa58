import { beforeAll, describe, expect, it } from 'vitest'
import { ExtractedCandidate } from '../../../src/core/candidate.ts'
import { extract } from '../../../src/core/extraction/extract.ts'
import { readPage } from '../../../src/core/extraction/page/read-page.ts'
import { readSentences } from '../../../src/core/extraction/sentences/sentences.ts'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'
import type { Tagger } from '../../../src/core/extraction/sentences/token.ts'
import { Day } from '../../../src/core/time.ts'
import { countingTagger, type Work } from '../../support/counting-tagger.ts'

const publishedOn = Day.parse('2026-02-10')
let tagger: Tagger
beforeAll(async () => {
  tagger = await loadTagger()
})

const repeated = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
const numbered = (length: number, paragraph: (i: number) => string): string => {
  const paragraphs: string[] = []
  for (let size = 0; size < length; size += (paragraphs.at(-1) ?? '').length + 2)
    paragraphs.push(paragraph(paragraphs.length))
  return paragraphs.join('\n\n').slice(0, length)
}

/** Texts that no one writes but someone will send, as long as asked for. */
const texts: Readonly<Record<string, (length: number) => string>> = {
  'no full stop': (n) => repeated('the war will go on and ', n),
  'commas between clauses': (n) => repeated('the war will go on, and the port may close, ', n),
  'one deep clause': (n) => repeated('he said that she thinks that they believe that ', n),
  'coordinated clauses': (n) => repeated('and it will rise and it will fall ', n),
  'relative clauses': (n) => repeated('which will ', n),
  'nested quotation marks': (n) => '“'.repeat(n / 2) + '”'.repeat(n / 2),
  'nested quotations': (n) => repeated('“the war will go on and on ', n / 2) + repeated('now ” ', n / 2),
  'straight quotation marks': (n) => repeated('"a ', n),
  'quotations without a speaker': (n) => repeated('“the war will go on and on now” ', n),
  'quotations of pronouns': (n) => repeated('“The war will go on and on now,” he said. ', n),
  'one endless quotation': (n) => `“${repeated('The war will go on. ', n - 1)}`,
  'sayings of names': (n) => repeated('Jane Doe said that Ann Roe said it will fall. ', n),
  'names alone': (n) => repeated('Jane Doe ', n),
  'said, said, said': (n) => repeated('said ', n),
  'may, may, may': (n) => repeated('may ', n),
  'will, will, will': (n) => repeated('will ', n),
  'compound hedges': (n) => repeated('could possibly perhaps maybe ', n),
  'if, if, if': (n) => repeated('if ', n),
  conditions: (n) => repeated('it will fall if it rains, unless it snows, ', n),
  chances: (n) => repeated('a 30 percent chance of one in five chances that ', n),
  dates: (n) => repeated('by the end of next year on Monday 3 May 2027 in ', n),
  commas: (n) => repeated(',', n),
  'commas apart': (n) => repeated(', ', n),
  dashes: (n) => repeated('—', n),
  asides: (n) => repeated('the war — it says — will end — ', n),
  'line breaks': (n) => repeated('\n', n),
  'short lines': (n) => repeated('It will fall\n', n),
  'short paragraphs': (n) => repeated('It will fall.\n\n', n),
  'different paragraphs': (n) => numbered(n, (i) => `Port number ${i} will close by the end of the year.`),
  'pull quotes': (n) =>
    numbered(n, (i) => {
      const words = `port number ${i} will close and the town will lose its ferry`
      return `${words.repeat(6)}.\n\n${words}.`
    }),
  headings: (n) => repeated('Heading\n\n', n),
  blanks: (n) => repeated(' ', n),
  'one letter': (n) => repeated('a', n),
  'letters apart': (n) => repeated('a ', n),
  digits: (n) => repeated('1', n),
  numbers: (n) => repeated('$1 1,000. 5% 3rd 10:30 pm ', n),
  'combining marks': (n) => repeated('e\u0301', n),
  'marks alone': (n) => repeated('\u0301', n),
  'astral signs': (n) => repeated('😀 👩‍👩‍👧 𝔴𝔦𝔩𝔩 ', n),
  'half a sign': (n) => repeated('\ud83d ', n),
  abbreviations: (n) => repeated('A. B. C. Dr. U.S. e.g. ', n),
  'abbreviations in one': (n) => repeated('A.B.C.', n),
  brackets: (n) => '('.repeat(n / 2) + ')'.repeat(n / 2),
  'brackets apart': (n) => repeated('( [ { ', n),
  'front matter without end': (n) => repeated('{\n', n),
  addresses: (n) => repeated('https://example.org/a?b=c me@example.org ', n),
  hyphens: (n) => repeated('well-known-and-', n),
  capitals: (n) => repeated('THE PORT WILL CLOSE ', n),
  'another alphabet': (n) => repeated('Война продолжится. שלום 戦争 ', n),
  'letters that grow in lower case': (n) => repeated('İstanbul will fall. ', n),
}
const names = Object.keys(texts)
const textOf = (name: string, length: number): string => texts[name]?.(length) ?? ''

const workOn = (text: string): Work => {
  const counted = countingTagger(tagger)
  extract(text, { publishedOn }, counted.tagger)
  return counted.work
}

/** Longest sentence that the rules are given, and the most claims they take from one. */
const [MAX_TOKENS, MAX_CLAIMS] = [160, 24]

describe.each(names)('%s', (name) => {
  it('costs the rules twice the work at twice the length', () => {
    const [once, twice] = [workOn(textOf(name, 16_000)), workOn(textOf(name, 32_000))]
    // A few hundred reads are the first sentences of any text.
    expect(twice.reads).toBeLessThanOrEqual(2.15 * once.reads + 500)
    expect(twice.reads).toBeLessThanOrEqual(1_000 * twice.tokens)
    expect(twice.tagged).toBeLessThanOrEqual(32_000)
  })

  it('gives sentences of bounded length, and few claims for each', () => {
    const text = textOf(name, 16_000)
    const sentences = readSentences(text, readPage(text), tagger)
    for (const { tokens } of sentences) expect(tokens.length).toBeLessThanOrEqual(MAX_TOKENS)
    const found = extract(text, { publishedOn }, tagger)
    expect(found.length).toBeLessThanOrEqual(MAX_CLAIMS * sentences.length)
    for (const candidate of found) {
      expect(text.slice(candidate.start, candidate.end)).toBe(candidate.quote)
      expect(ExtractedCandidate.safeParse(candidate).success).toBe(true)
    }
  })
})

describe('a megabyte', () => {
  it.each([
    ['no full stop', /war will go on/],
    ['nested quotation marks', null],
    ['quotations of pronouns', /war will go on/],
    ['compound hedges', /could possibly/],
    ['if, if, if', null],
    ['line breaks', null],
    ['one letter', null],
    ['astral signs', null],
  ])('of %s is read to its end', (name, says) => {
    const text = textOf(name, 1_000_000)
    const found = extract(text, { publishedOn }, tagger)
    if (says === null) expect(found).toEqual([])
    else expect(text.slice(found.at(-1)?.start ?? 0)).toMatch(says)
    if (name === 'no full stop') expect(found.at(-1)?.end).toBeGreaterThan(990_000)
  })
})

describe('words that are also names of properties', () => {
  it.each([
    'The constructor will win.',
    'It is constructor that he will win.',
    'He remains constructor that a constructor in 5 will constructor.',
    '“The constructor will hasOwnProperty valueOf toString,” said __proto__ Constructor.',
    'The chances of the constructor are constructor by constructor 2027.',
  ])('%s', (text) => {
    for (const candidate of extract(text, { publishedOn }, tagger))
      expect(ExtractedCandidate.safeParse(candidate).success).toBe(true)
  })
})

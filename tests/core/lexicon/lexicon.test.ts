import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { betaOf } from '../../../src/core/lexicon/beta.ts'
import {
  Lexicon,
  lexiconIds,
  lexiconOf,
  ownLexicon,
  yardstickIds,
  yardstickLexicon,
} from '../../../src/core/lexicon/lexicon.ts'
import { lexiconPage } from '../../../src/core/lexicon/lexicon-page.ts'
import { type PhraseId, phrases } from '../../../src/core/lexicon/phrases.ts'

const entry = (phrase: PhraseId) => ownLexicon().entries.find((one) => one.phrase === phrase)

describe('the distribution of a phrase', () => {
  it('has its mean and spread', () => {
    for (const [id, phrase] of Object.entries(phrases)) {
      const { alpha, beta } = betaOf(phrase)
      const [sum, mean] = [alpha + beta, alpha / (alpha + beta)]
      expect(mean, id).toBeCloseTo(phrase.mid, 2)
      expect(Math.min(alpha, beta), id).toBeGreaterThan(0)
      const variance = (mean * (1 - mean)) / (sum + 1)
      // The cap only ever widens.
      expect(Math.sqrt(variance), id).toBeGreaterThanOrEqual(phrase.sd - 0.002)
    }
  })

  it('is worked out by moments', () => {
    expect(betaOf({ mid: 0.729, sd: 0.095 })).toEqual({ alpha: 15.229, beta: 5.661 })
    expect(betaOf({ mid: 0.5, sd: 0.014 })).toEqual({ alpha: 60, beta: 60 })
  })
})

describe('lexicons', () => {
  it.each([...lexiconIds])('%s is in its shape, its bands in order', (id) => {
    const lexicon = Lexicon.parse(lexiconOf(id))
    expect(lexicon.entries.length).toBeGreaterThan(4)
    for (const { low, high } of lexicon.entries) expect(low).toBeLessThan(high)
  })

  it('have means between the quantiles', () => {
    for (const { low, mid, high, phrase } of ownLexicon().entries) expect(low <= mid && mid <= high, phrase).toBe(true)
  })

  it('tell how a phrase is written', () => {
    expect(entry('long-shot')?.forms).toContain('a long shot')
    expect(entry('will')?.forms).toEqual([])
    expect(entry('unlikely')).toMatchObject({ low: 0.05, mid: 0.187, high: 0.4, n: 5150, weak: false })
  })

  it('refuse an id there is not', () => expect(() => lexiconOf('kent')).toThrow('there is no lexicon kent'))

  it('stand on their page', () => {
    expect(readFileSync(new URL('../../../docs/lexicon.md', import.meta.url), 'utf8')).toBe(lexiconPage())
  })
})

describe('the yardsticks', () => {
  it.each([
    [
      'icd-203',
      [
        'almost certain / nearly certain 95-99',
        'very likely / highly probable 80-95',
        'likely / probable 55-80',
        'roughly even chance / roughly even odds 45-55',
        'unlikely / improbable 20-45',
        'very unlikely / highly improbable 5-20',
        'almost no chance / remote 1-5',
      ],
    ],
    [
      'uk-phia',
      [
        'almost certain 95-100',
        'highly likely 80-90',
        'likely / probable 55-75',
        'realistic possibility 40-50',
        'unlikely 25-35',
        'highly unlikely 10-20',
        'remote chance 0-5',
      ],
    ],
    ['nato', ['highly likely 90-100', 'likely 60-90', 'even chance 40-60', 'unlikely 10-40', 'highly unlikely 0-10']],
    [
      'ipcc',
      [
        'virtually certain 99-100',
        'extremely likely 95-100',
        'very likely 90-100',
        'likely 66-100',
        'more likely than not 50-100',
        'about as likely as not 33-66',
        'unlikely 0-33',
        'very unlikely 0-10',
        'extremely unlikely 0-5',
        'exceptionally unlikely 0-1',
      ],
    ],
    [
      'efsa',
      [
        'almost certain 99-100',
        'extremely likely 95-99',
        'very likely 90-95',
        'likely 66-90',
        'more likely than not 50-100',
        'about as likely as not 33-66',
        'unlikely 10-33',
        'very unlikely 5-10',
        'extremely unlikely 1-5',
        'almost impossible 0-1',
      ],
    ],
  ] as const)('%s has the terms it defines, and no others', (id, lines) => {
    const expected = lines.flatMap((line) => {
      const [, terms = '', low, high] = /^(.+) (\d+)-(\d+)$/.exec(line) ?? []
      return terms.split(' / ').map((term) => ({ term, low: Number(low) / 100, high: Number(high) / 100 }))
    })
    expect(yardstickLexicon(id).entries).toEqual(expected)
  })

  it.each(yardstickIds)('%s: each phrase is said in a term of the standard, and ours stay ours', (id) => {
    const { entries, phrases: said } = yardstickLexicon(id)
    for (const { phrase, term } of said) {
      expect(entries.map((one) => one.term)).toContain(term)
      expect(Object.keys(phrases)).toContain(phrase)
    }
    for (const phrase of ['may', 'will', 'doomed']) expect(said.map((one) => one.phrase)).not.toContain(phrase)
    expect(JSON.stringify(yardstickLexicon(id))).not.toContain('quite likely')
  })

  it('read one word differently', () => {
    const unlikely = (id: (typeof yardstickIds)[number]) =>
      yardstickLexicon(id).entries.find(({ term }) => term === 'unlikely')
    expect(unlikely('icd-203')).toEqual({ term: 'unlikely', low: 0.2, high: 0.45 })
    expect(unlikely('ipcc')).toEqual({ term: 'unlikely', low: 0, high: 0.33 })
  })
})

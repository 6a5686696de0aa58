import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { betaOf } from '../../../src/core/lexicon/beta.ts'
import { Lexicon, lexiconIds, lexiconOf } from '../../../src/core/lexicon/lexicon.ts'
import { lexiconPage } from '../../../src/core/lexicon/lexicon-page.ts'
import { type PhraseId, phrases } from '../../../src/core/lexicon/phrases.ts'
import { yardsticks } from '../../../src/core/lexicon/yardsticks.ts'

const entry = (lexicon: string, phrase: PhraseId) => lexiconOf(lexicon).entries.find((one) => one.phrase === phrase)

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
    for (const { low, mid, high, phrase } of lexicon.entries) {
      expect(low <= (mid ?? low) && (mid ?? high) <= high, phrase).toBe(true)
      expect(low < high, phrase).toBe(true)
    }
  })

  it('tell how a phrase is written', () => {
    expect(entry('hindcast', 'long-shot')?.forms).toContain('a long shot')
    expect(entry('hindcast', 'will')?.forms).toEqual([])
  })

  it('read one word differently', () => {
    expect(entry('hindcast', 'unlikely')).toMatchObject({ low: 0.05, mid: 0.187, high: 0.4, n: 5150, weak: false })
    expect(entry('icd-203', 'unlikely')).toMatchObject({ low: 0.2, mid: null, high: 0.45, beta: null })
    expect(entry('ipcc', 'unlikely')).toMatchObject({ low: 0, high: 0.33 })
  })

  it('leave out what a standard does not define', () => {
    for (const id of ['may', 'will', 'doomed'] as const)
      for (const lexicon of Object.keys(yardsticks)) expect(entry(lexicon, id)).toBeUndefined()
  })

  it('refuse an id there is not', () => expect(() => lexiconOf('kent')).toThrow('there is no lexicon kent'))

  it('stand on their page', () => {
    expect(readFileSync(new URL('../../../docs/lexicon.md', import.meta.url), 'utf8')).toBe(lexiconPage())
  })
})

import { describe, expect, it } from 'vitest'
import { lexiconSources, phrases } from '../../../src/core/lexicon/phrases.ts'
import { isWeak, oriented, phraseRange, rangeOfForm, sourceOf } from '../../../src/core/lexicon/range.ts'

describe('the phrase table', () => {
  it.each(Object.entries(phrases))('%s is ordered, inside 0 to 1, and has a source', (id, entry) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(entry.low).toBeGreaterThanOrEqual(0)
    expect(entry.low).toBeLessThanOrEqual(entry.mid)
    expect(entry.mid).toBeLessThanOrEqual(entry.high)
    expect(entry.high).toBeLessThanOrEqual(1)
    expect(Object.keys(lexiconSources)).toContain(entry.source)
    expect(entry.n === 0).toBe(entry.source === 'judgement')
  })

  it('takes a phrase from the largest survey that asked it', () => {
    expect(sourceOf('likely')).toEqual({ source: 'capphrase2026', n: 5146 })
    expect(sourceOf('probably')).toEqual({ source: 'mauboussin2018', n: 1719 })
    expect(sourceOf('long-shot')).toEqual({ source: 'judgement', n: 0 })
  })
})

describe('reading the table', () => {
  it('gives 5 % quantile, mean and 95 % quantile', () => {
    expect(phraseRange('unlikely')).toEqual({ low: 0.05, mid: 0.187, high: 0.4 })
  })

  it.each(['may', 'might', 'could', 'possible'])('calls bare %s weak', (id) => expect(isWeak(id)).toBe(true))
  it.each(['will', 'likely', 'unlikely', 'may-well'])('does not call %s weak', (id) => expect(isWeak(id)).toBe(false))

  it.each([
    ['phrase:will:+', { low: 0.9, mid: 0.98, high: 1 }],
    ['phrase:will:-', { low: 0, mid: 0.02, high: 0.1 }],
    ['micro:300000', { low: 0.3, mid: 0.3, high: 0.3 }],
  ])('reads the form %s', (form, range) => expect(rangeOfForm(form)).toEqual(range))

  it.each(['', 'phrase:will', 'phrase:constructor:+', 'phrase:nonesuch:+', 'micro:1000001', 'micro:-1', 'will:+'])(
    'refuses the form %j',
    (form) => expect(() => rangeOfForm(form)).toThrow(RangeError),
  )

  it('orients by the polarity', () => {
    const range = { low: 0.1, mid: 0.2, high: 0.4 }
    expect(oriented(range, '+')).toEqual(range)
    expect(oriented(range, '-')).toEqual({ low: 0.6, mid: 0.8, high: 0.9 })
  })
})

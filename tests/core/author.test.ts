import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AuthorName, nameKey, slugOf } from '../../src/core/author.ts'

describe('slugOf', () => {
  it.each([
    ['Eric Ciaramella', 'eric-ciaramella'],
    ['  Zoë   O’Brien ', 'zoe-o-brien'],
    ['José María Álvarez', 'jose-maria-alvarez'],
    ['Łukasz Żółć', 'łukasz-zołc'],
    ['İstanbul', 'istanbul'],
    ['The Economist (unattributed)', 'the-economist-unattributed'],
    ['R2-D2', 'r2-d2'],
    ['GPT-4.1', 'gpt-4-1'],
    ['Ἀριστοτέλης', 'αριστοτελης'],
    ['毛泽东', '毛泽东'],
    ['محمد', 'محمد'],
    ['!!!', 'author'],
    ['', 'author'],
  ])('%j is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })

  it('is at most 80 long and never ends in a hyphen or in half a letter', () => {
    expect(slugOf('a'.repeat(300))).toBe('a'.repeat(80))
    expect(slugOf(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79))
    expect(slugOf(`${'a'.repeat(79)}𐐨`).isWellFormed()).toBe(true)
  })

  it('has only letters, digits and single hyphens, for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        expect(slugOf(name)).toMatch(/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u)
      }),
      { numRuns: 300 },
    )
  })
})

describe('nameKey', () => {
  it.each([
    ['Jane Doe', 'JANE  DOE'],
    ['Jane Doe', ' jane\tdoe\n'],
    // One e with an accent, or an e and an accent.
    ['Zo\u00eb', 'Zoe\u0308'],
    ['ﬁnance', 'finance'],
    ['Ａ Ｂ', 'a b'],
  ])('brings %j and %j together', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other))
  })

  it.each([
    ['Zoë', 'Zoe'],
    ['Jane Doe', 'Jane Dow'],
    ['Jean-Luc', 'Jean Luc'],
  ])('keeps %j and %j apart', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other))
  })

  it('is settled after one turn', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        expect(nameKey(nameKey(name))).toBe(nameKey(name))
      }),
      { numRuns: 300 },
    )
  })
})

describe('AuthorName', () => {
  it.each([
    [' Jane ', 'Jane'],
    ['毛泽东', '毛泽东'],
    ['50 Cent', '50 Cent'],
    ['x'.repeat(300), 'x'.repeat(300)],
  ])('takes %j', (given, name) => {
    expect(AuthorName.parse(given)).toBe(name)
  })
  it.each(['', '   ', '—', '???', 'x'.repeat(301)])('refuses %j', (given) => {
    expect(AuthorName.safeParse(given).success).toBe(false)
  })
})

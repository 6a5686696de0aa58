import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'
import { compare } from '../../../src/core/matching/compare.ts'
import type { Difference } from '../../../src/core/matching/match.ts'
import { readClaim } from '../../../src/core/matching/read-claim.ts'
import { searchTermsOf } from '../../../src/core/matching/search-terms.ts'

const tagger = await loadTagger()
const read = (text: string, hedge: string | null = null, condition: string | null = null) =>
  readClaim({ text, hedge, condition }, tagger)
const compared = (a: string, b: string) => compare(read(a), read(b), false)

describe('what parts two claims', () => {
  it.each<[a: string, b: string, differs: Difference[], verdict: string]>([
    ['Inflation will exceed 3 percent.', 'Inflation will exceed 4 percent.', ['figures'], 'family'],
    ['Sanctions on Iran will be lifted.', 'Sanctions on Cuba will be lifted.', ['names', 'words'], 'other'],
    ['Wheat prices will rise in Egypt.', 'Wheat prices will fall in Egypt.', ['direction'], 'other'],
    ['Arsenal will beat Chelsea.', 'Chelsea will beat Arsenal.', ['roles'], 'related'],
    ['The bank will cut its rate.', 'The bank will cut its rate again.', ['again'], 'related'],
    ['Scotland will hold a referendum.', 'Scotland will hold a second referendum.', ['again'], 'related'],
    ['He will win the Senate race.', 'He will win the Senate race.', ['reference'], 'related'],
    ['Prices will.', 'Prices will.', ['too-little'], 'related'],
    ['Boeing will shut its plant.', 'Boeing will sell its yacht.', ['words'], 'other'],
  ])('%s | %s', (a, b, differs, verdict) => {
    expect(compared(a, b)).toMatchObject({ differs, verdict })
  })

  it('is a condition that one has and the other has not, or another one', () => {
    const claim = (condition: string | null) =>
      read(`${condition ? `${condition}, ` : ''}gas prices will fall in Spain.`, null, condition)
    const differing = (a: string | null, b: string | null) => compare(claim(a), claim(b), false).differs
    expect(differing('if the winter is mild', null)).toEqual(['condition'])
    expect(differing('if the winter is mild', 'if the pipeline reopens')).toEqual(['condition'])
    expect(differing('if the winter is mild', 'if the winter is mild')).toEqual([])
  })

  it('is another horizon, within the family', () => {
    const [a, b] = [read('Kane will leave the club.'), read('Kane will leave the club.')]
    expect(compare(a, b, true)).toMatchObject({ verdict: 'family', differs: ['horizon'] })
  })
})

describe('what makes no difference', () => {
  it.each([
    ['a hedge', 'The treaty will be signed.', 'There is a 70 percent chance that the treaty will be signed.'],
    ['words of time', 'Tallow Bay will close by the end of June 2027.', 'Tallow Bay will close within two years.'],
    ['an acronym', 'The European Central Bank will raise rates.', 'The ECB will raise rates.'],
    ['a people for its country', 'American troops will leave Syria.', 'US troops will withdraw from Syria.'],
    ['a seat of government', 'Poland will leave the alliance.', 'Warsaw will leave the alliance.'],
    ['a name of two words', 'The United Kingdom will leave the alliance.', 'London will leave the alliance.'],
    ['a passive', 'Regulators will block the merger.', 'The merger will be blocked by regulators.'],
    ['what only one of them adds', 'Petrov will resign.', 'Ivan Petrov will resign from the board.'],
    ['a loss for a win', 'Arsenal will beat Chelsea.', 'Chelsea will lose to Arsenal.'],
  ])('%s', (_, a, b) => {
    expect(compared(a, b)).toMatchObject({ verdict: 'same', opposed: false })
  })
})

describe('a denial', () => {
  it.each<[a: string, b: string, opposed: boolean, flipped: boolean]>([
    ['The union will accept the offer.', 'The union will not accept the offer.', true, true],
    ['The union will accept the offer.', 'The union will refuse the offer.', true, true],
    ['The union will accept the offer.', 'The union is unlikely to accept the offer.', true, false],
    ['The union will not accept the offer.', 'The union is unlikely to accept the offer.', false, true],
    ['The war in Sudan will end.', 'The war in Sudan will go on.', true, true],
    ['The war in Sudan will not end.', 'The war in Sudan will go on.', false, false],
    ['Turnout will be above 60 percent.', 'Turnout will be below 60 percent.', true, true],
    ['Haas will fail to win the seat.', 'Haas will win the seat.', true, true],
  ])('%s | %s', (a, b, opposed, flipped) => {
    expect(compared(a, b)).toMatchObject({ verdict: 'same', opposed, flipped })
  })

  it('lowers the similarity', () => {
    expect(compared('Haas will win the seat.', 'Haas will not win the seat.').similarity).toBe(0.5)
  })
})

const words = [
  'bank',
  'Russia',
  'will',
  'not',
  'cut',
  'raise',
  'rates',
  '3',
  'percent',
  'again',
  'by',
  'June',
  'it',
  'war',
  'end',
]
const sentences = fc.array(fc.constantFrom(...words), { maxLength: 10 }).map((list) => list.join(' '))

describe('every pair of texts', () => {
  it('compares the same from either side, between 0 and 1, and with itself at 1', () => {
    fc.assert(
      fc.property(fc.oneof(sentences, fc.string()), fc.oneof(sentences, fc.string()), fc.boolean(), (a, b, apart) => {
        const [left, right] = [read(a), read(b)]
        const one = compare(left, right, apart)
        expect(compare(right, left, apart)).toEqual(one)
        expect(one.similarity).toBeGreaterThanOrEqual(0)
        expect(one.similarity).toBeLessThanOrEqual(1)
        expect(compare(left, left, false)).toMatchObject({ similarity: 1, opposed: false, flipped: false })
      }),
    )
  })

  it('in megabytes is read in one pass', () => {
    const long = 'the war will not end again by 3 percent '.repeat(20_000)
    expect(read(long).terms.size).toBeLessThan(10)
  })
})

describe('what a claim is looked up by', () => {
  it('is its weighty words, each with those that say the same; names weigh double', () => {
    const terms = searchTermsOf(read('Russia will probably sign a peace deal with Kyiv next year.'))
    expect(terms.map(({ weight }) => weight)).toEqual([1, 1, 1, 1, 2])
    expect(terms.map(({ words: alternatives }) => alternatives)).toEqual([
      expect.arrayContaining(['russia', 'russian', 'moscow']),
      expect.arrayContaining(['sign', 'signature']),
      ['peace'],
      expect.arrayContaining(['agreement', 'treaty']),
      expect.arrayContaining(['ukraine', 'ukrainian']),
    ])
  })
})

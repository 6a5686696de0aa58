import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Asked, askedKeys, askedOf } from '../../../src/core/evidence/asked.ts'
import { withoutEchoes } from '../../../src/core/evidence/echoes.ts'
import { findersAmong, keyWeights, rank, type Statistics } from '../../../src/core/evidence/rank.ts'
import { passagesOf, type ReadPassage } from '../../../src/core/evidence/read-passages.ts'
import { likeness } from '../../../src/core/evidence/trigrams.ts'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'

const tagger = await loadTagger()
const passage = (text: string, predictions: { start: number; end: number }[] = []): ReadPassage => {
  const [read] = passagesOf(text, predictions, tagger)
  if (!read) throw new Error('the text has no passage')
  return read
}
/** As among a thousand passages in which every key is rare alike. */
const rare = (asked: Asked): Statistics => ({
  passages: 1000,
  holding: new Map(askedKeys(asked).map((key) => [key, key.startsWith('#') ? 100 : 10])),
})
const order = (claim: string, ...texts: (string | ReadPassage)[]): string[] => {
  const asked = askedOf(claim, tagger)
  const passages = texts.map((text) => (typeof text === 'string' ? passage(text) : text))
  return rank(asked, passages, rare(asked), 2024).map(({ passage: { quote } }) => quote)
}

describe('what goes first', () => {
  it.each([
    ['the same before the same scene', 'The talks collapse.', 'The talks collapsed.', 'The envoys met at a summit.'],
    ['the scene before nothing', 'The negotiations go on.', 'The envoys met at a summit.', 'The bakery sold bread.'],
    ['other names of a country', 'The Kremlin yields.', 'Moscow yielded.', 'The mayor yielded.'],
    ['a name in another spelling', 'Zelensky resigns.', 'Zelenskyy resigned.', 'Markov resigned.'],
    ['what is reported before what is asked', 'Lund resigns.', 'Lund has resigned.', 'Has Lund really resigned?'],
    ['what is told before what should be', 'Lund resigns.', 'Lund resigned.', 'Lund should resign.'],
    ['what is of now before what is of then', 'The bridge closes.', 'The bridge closed.', 'The bridge closed in 1998.'],
    ['two things of the claim before one twice', 'Orrin bans hoses.', 'Orrin banned hoses.', 'Hoses, hoses, hoses.'],
  ])('%s', (_, claim, first, second) => {
    expect(order(claim, second, first)[0]).toBe(first)
  })

  it('puts a forecast behind a report of the same words', () => {
    const text = 'Lund resigned on Monday.'
    expect(order('Lund resigns.', passage(`${text}.`, [{ start: 0, end: 10 }]), passage(text))[0]).toBe(text)
  })

  it('leaves out what holds nothing of the claim', () => {
    expect(order('Lund resigns.', 'The bakery sold bread.')).toEqual([])
  })

  it('finds a name that is spelt alike', () => {
    expect(order('Lukashenko resigns.', 'Lukashenka spoke.')).toEqual(['Lukashenka spoke.'])
  })
})

test('a passage that holds all of a claim scores about 1, one that holds half less', () => {
  const asked = askedOf('The Orrin bridge opens.', tagger)
  const [whole, half] = rank(
    asked,
    [passage('The Orrin bridge opened.'), passage('The bridge leaks.')],
    rare(asked),
    2024,
  )
  expect(whole?.score).toBeGreaterThan(0.8)
  expect(whole?.score).toBeLessThan(1.5)
  expect(half?.score).toBeLessThan(0.6)
})

test('the order does not hang on the order in which passages come', () => {
  const texts = ['Lund resigned.', 'Lund has resigned as minister.', 'The minister slept.']
  const base = order('Lund resigns as minister.', ...texts)
  fc.assert(
    fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (shuffled) => {
      expect(order('Lund resigns as minister.', ...shuffled)).toEqual(base)
    }),
    { numRuns: 20 },
  )
})

test('the weights of the first choice put rare keys before common ones', () => {
  const asked = askedOf('The strike at Sabel ends.', tagger)
  const weights = keyWeights(asked, {
    passages: 100,
    holding: new Map([
      ['strike', 90],
      ['^sabel', 2],
    ]),
  })
  expect(weights.get('^sabel')).toBeGreaterThan(weights.get('strike') ?? 0)
})

test('a denial is no echo of what it denies, however long the rest', () => {
  const asked = askedOf('Lund resigns.', tagger)
  const sentence = (verb: string) =>
    `Petra Lund of the Civic Union ${verb} as finance minister after a long week in the capital.`
  const passages = [passage(sentence('resigned')), passage(sentence('never resigned'))]
  expect(withoutEchoes(rank(asked, passages, rare(asked), 2024), 5)).toHaveLength(2)
})

test('what another passage has said already is left out', () => {
  const asked = askedOf('Lund resigns.', tagger)
  const copy = 'Petra Lund resigned as finance minister after a long week.'
  const passages = [passage(copy), passage(`“${copy}”`), passage('Lund has resigned.')]
  const kept = withoutEchoes(rank(asked, passages, rare(asked), 2024), 5).map(({ passage: { quote } }) => quote)
  expect(kept).toHaveLength(2)
  expect(withoutEchoes(rank(asked, passages, rare(asked), 2024), 1)).toHaveLength(1)
  expect(withoutEchoes(rank(asked, passages, rare(asked), 2024), 5, ({ quote }) => quote === copy)).toHaveLength(3)
})

// As `select similarity(…)` of pg_trgm gives them.
it.each([
  ['word', 'word', 1],
  ['lukashenko', 'lukashenka', 9 / 13],
  ['putin', 'orban', 0],
])('likeness of %s and %s', (a, b, expected) => {
  expect(likeness(a, b)).toBeCloseTo(expected, 6)
})

describe('the keys that find passages', () => {
  const holding = new Map([
    ['war', 900],
    ['talk', 40],
    ['skerrow', 3],
  ])
  it.each([
    [1000, ['skerrow', 'talk', 'war']],
    [500, ['skerrow', 'talk']],
    [10, ['skerrow']],
    [1, ['skerrow']],
  ])('of those that stand in %i passages together are %j', (most, keys) =>
    expect(findersAmong([...holding.keys()], { passages: 2000, holding }, most)).toEqual(keys),
  )

  it('are those that no passage holds, too', () =>
    expect(findersAmong(['new', 'war'], { passages: 2000, holding }, 100)).toEqual(['new']))
})

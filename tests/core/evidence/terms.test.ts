import { describe, expect, it } from 'vitest'
import { askedKeys, askedOf } from '../../../src/core/evidence/asked.ts'
import { keysOf, termsOf } from '../../../src/core/evidence/terms.ts'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'

const tagger = await loadTagger()
const keys = (words: string): Set<string> => new Set(keysOf(termsOf(tagger(words).flat())))

describe('what a passage is known by', () => {
  it.each([
    ['The Kremlin refused.', ['@russia']],
    ['The White House and Downing Street agreed.', ['@united_states', '@united_kingdom']],
    ['President Zelenskyy met Kovacs.', ['^zelenski', '^kovaks']],
    ['Inflation rose to 3.5 percent.', ['inflat', '%3.5', '~up-or-down']],
    ['The mayor stepped down.', ['~leave', 'step']],
  ])('%s', (words, expected) => {
    expect([...keys(words)]).toEqual(expect.arrayContaining(expected))
  })

  it('leaves out words of grammar, likelihood and time', () => {
    expect(keys('It will probably be so in January.')).toEqual(new Set())
  })

  it.each([
    ['negotiations', 'summit'],
    ['sanctions', 'pressure'],
    ['relegation', 'league'],
    ['regulator', 'approval'],
    ['tram', 'tunnel'],
  ])('%s and %s belong to one scene', (one, other) => {
    const scenes = (word: string) => [...keys(`the ${word}`)].filter((key) => key.startsWith('#'))
    expect(scenes(one).some((scene) => scenes(other).includes(scene))).toBe(true)
  })

  it('meets a name in another transcription, and a noun that opens a sentence', () => {
    expect(keys('Volodymyr Zelenskiy spoke.').has('^zelenski')).toBe(true)
    const opening = keys('Footballers qualified.')
    expect([...keys('the footballers qualified')].filter((key) => opening.has(key))).toContain('footbal')
  })
})

describe('a claim', () => {
  it('is read without its likelihood and its times', () => {
    const asked = askedOf('The strike will probably end before the end of March.', tagger)
    expect(asked.terms.map(({ own }) => own)).toEqual(['strike', 'end'])
    expect(asked.doubted).toBe(false)
  })

  it('may say that a thing will rather not come', () => {
    expect(askedOf('Lund is unlikely to resign.', tagger).doubted).toBe(true)
  })

  it('asks for each key once', () => {
    const asked = askedKeys(askedOf('Russia and the Russians and Moscow.', tagger))
    expect(asked).toEqual(['@russia'])
  })
})

import { describe, expect, it } from 'vitest'
import { phrases } from '../../../src/core/lexicon/phrases.ts'
import { isPhraseId } from '../../../src/core/lexicon/range.ts'
import { numberStandsIn, phraseStandsIn, wordsFor } from '../../../src/core/lexicon/stands.ts'

const words = (text: string): string[] => text.split(' ')

describe('a phrase', () => {
  it.each(Object.keys(phrases).filter(isPhraseId))('%s stands in each of its own words', (phrase) => {
    expect(wordsFor(phrase).length).toBeGreaterThan(0)
    expect(wordsFor(phrase).some((form) => phraseStandsIn(phrase, words(`so ${form} it is`)))).toBe(true)
    expect(phraseStandsIn(phrase, words('the kettle sings'))).toBe(false)
  })

  it('that is longer hides the shorter one in it', () => {
    expect(phraseStandsIn('unlikely', words('it is highly unlikely'))).toBe(false)
    expect(phraseStandsIn('highly-unlikely', words('it is highly unlikely'))).toBe(true)
    expect(phraseStandsIn('likely', words('that is not likely'))).toBe(false)
  })
})

it.each<[string, number, boolean]>([
  ['a 30 percent chance', 0.3, true],
  ['a 30 percent chance', 0.7, true],
  ['a 30 percent chance', 0.31, false],
  ['i put it at two in three', 0.666667, true],
  ['the chance is one in five', 0.8, true],
  ['in thirty towns', 0.3, false],
])('in “%s” %d: %s', (text, probability, stands) => {
  expect(numberStandsIn(probability, words(text))).toBe(stands)
})

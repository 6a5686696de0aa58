import { describe, expect, it } from 'vitest'
import { formTable } from '../../../src/core/lexicon/forms.ts'
import { formAt, matchForms } from '../../../src/core/lexicon/match.ts'
import { numberAt } from '../../../src/core/lexicon/numbers.ts'
import { isPhraseId } from '../../../src/core/lexicon/range.ts'

const words = (text: string) => text.split(' ')

describe('surface forms', () => {
  it('all lead to a phrase of the table, and none to two phrases of one use', () => {
    const seen = new Set<string>()
    for (const [phrase, use, forms] of formTable)
      for (const form of forms) {
        expect(isPhraseId(phrase)).toBe(true)
        expect(form, form).toBe(form.toLowerCase())
        expect(seen.has(`${use}:${form}`), `${use}: ${form}`).toBe(false)
        seen.add(`${use}:${form}`)
      }
  })

  it.each([
    ['it is highly unlikely to pass', ['highly-unlikely']],
    ['it will most likely fail', ['most-likely']],
    ['it is not impossible', ['not-impossible']],
    ['virtually impossible', ['virtually-impossible']],
    ['that is not in the cards', ['not-in-the-cards']],
    ['there is no reason to believe that', ['no-reason-to-believe']],
    ['an unrealistic prospect', ['unrealistic']],
    ['a long - shot scenario', ['long-shot']],
    ['the cat sat on the mat', []],
  ])('%s', (text, phrases) => expect(matchForms(words(text)).map((match) => match.phrase)).toEqual(phrases))

  it('prefers the longest form at a place', () => {
    expect(formAt(words('almost no chance of'), 0, 'noun')).toMatchObject({ phrase: 'almost-no-chance', to: 3 })
  })
})

describe('stated numbers', () => {
  it.each([
    ['a 30 percent chance', 1, 300_000],
    ['a 30 per cent chance', 1, 300_000],
    ['a probability of 75 %', 3, 750_000],
    ['a one in five chance', 1, 200_000],
    ['a two - in - three chance', 1, 666_667],
    ['odds of 60 - 40', 2, 600_000],
    ['fifty - fifty', 0, 500_000],
    ['70 percent likely', 0, 700_000],
  ])('%s', (text, from, micro) => expect(numberAt(words(text), from)?.micro).toBe(micro))

  it.each([
    ['growth of 3 percent this year', 2],
    ['one in the morning', 0],
    ['one in five voters', 0],
    ['a 300 percent chance', 1],
    ['2024 - 25', 0],
  ])('%s is no likelihood', (text, from) => expect(numberAt(words(text), from)).toBeNull())
})

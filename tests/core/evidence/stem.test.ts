import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { stemOf } from '../../../src/core/evidence/stem.ts'

// From Porter's paper, and words of the trade.
it.each([
  ['caresses', 'caress'],
  ['ponies', 'poni'],
  ['agreed', 'agre'],
  ['plastered', 'plaster'],
  ['conflated', 'conflat'],
  ['hopping', 'hop'],
  ['falling', 'fall'],
  ['filing', 'file'],
  ['happy', 'happi'],
  ['sky', 'sky'],
  ['relational', 'relat'],
  ['triplicate', 'triplic'],
  ['goodness', 'good'],
  ['revival', 'reviv'],
  ['adoption', 'adopt'],
  ['probate', 'probat'],
  ['controll', 'control'],
  ['negotiations', 'negoti'],
  ['negotiate', 'negoti'],
  ['withdrawal', 'withdraw'],
  ['ratification', 'ratif'],
  ['up', 'up'],
])('%s → %s', (word, stem) => {
  expect(stemOf(word)).toBe(stem)
})

test('a stem is never longer than its word by more than a letter, and never empty', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,24}$/), (word) => {
      const stem = stemOf(word)
      expect(stem.length).toBeGreaterThan(0)
      expect(stem.length).toBeLessThanOrEqual(word.length + 1)
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, isVariant, spelling } from '../../../src/core/extraction/sentences/name-runs.ts'
import { roles } from './voices.ts'

describe('spellings of a surname', () => {
  it.each([
    ['Zelensky', 'Zelenskyy', true],
    ['Zelensky', 'Zelenskiy', true],
    ['Marchenko', 'Marčenko', true],
    ['Khodorov', 'Hodorov', false],
    ['Tymoshenko', 'Timoshenko', true],
    ['Hrytsenko', 'Hrycenko', true],
    ['Munoz', 'Muñoz', true],
    ['Łuk', 'Luk', true],
    ['Larsen', 'Larson', true],
    ['Martin', 'Marlin', false],
    ['Miller', 'Moller', false],
    ['Roe', 'Rae', false],
    ['Peters', 'Peterson', false],
  ])('%s and %s: %s', (one, other, same) => expect(isVariant(one, other)).toBe(same))

  it('is a relation both ways, and every name is a spelling of itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (one, other) => {
        expect(isVariant(one, one)).toBe(true)
        expect(isVariant(one, other)).toBe(isVariant(other, one))
        expect(fold(fold(one))).toBe(fold(one))
        expect(spelling(one).length).toBeLessThanOrEqual(fold(one).length)
      }),
    )
  })
})

describe('what the text says a speaker is', () => {
  it.each([
    ['Ann Roe, chief executive of the port, says that it will close.', 'chief executive of the port'],
    ['Ann Roe, a nurse who retired in May, says that it will close.', 'a nurse'],
    ['The economist Ann Roe says that it will close.', 'economist'],
    ['Governor Ann Roe says that it will close.', 'Governor'],
    ['The bank’s governor, Ann Roe, says that it will close.', 'The bank’s governor'],
    ['Ann Roe is the head of the union. She says that it will close.', 'the head of the union'],
    ['Ann Roe, the mayor, spoke first. “The port will close before May,” Roe said.', 'the mayor'],
    ['Ann Roe says that it will close.', null],
    ['Ms Roe says that it will close.', null],
    ['Ann Roe, who is ill, says that it will close.', null],
    ['Ann Roe, in Paris, says that it will close.', null],
    ['The mayor says that it will close.', null],
    ['It will close.', null],
  ])('%s', (text, role) => expect(roles(text)).toEqual([role]))
})

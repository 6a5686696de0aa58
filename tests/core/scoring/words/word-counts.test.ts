import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../../src/core/problem.ts'
import { total } from '../../../../src/core/scoring/counts.ts'
import {
  asserted,
  countsUnder,
  readAs,
  readingOf,
  type WordCount,
} from '../../../../src/core/scoring/words/word-counts.ts'
import { someStatements, turned } from './arbitrary.ts'

const said = (phrase: string, polarity: '+' | '-', n: number, hits: number): WordCount => ({
  phrase,
  polarity,
  n,
  hits,
})

describe('asserted', () => {
  it.each([
    { name: 'nothing', given: [], is: [] },
    {
      name: 'said of the opposite: what failed is what came true',
      given: [said('likely', '-', 5, 1)],
      is: [{ phrase: 'likely', n: 5, hits: 4 }],
    },
    {
      name: 'both polarities are one phrase, by name, empty rows gone',
      given: [
        said('unlikely', '+', 2, 1),
        said('likely', '-', 2, 0),
        said('likely', '+', 3, 2),
        said('may', '+', 0, 0),
      ],
      is: [
        { phrase: 'likely', n: 5, hits: 4 },
        { phrase: 'unlikely', n: 2, hits: 1 },
      ],
    },
  ])('$name', ({ given, is }) => {
    expect(asserted(given)).toEqual(is)
  })

  it.each([said('likely', '+', 2, 3), said('likely', '+', 1.5, 1), said('likely', '-', 2, -1)])('refuses %j', (row) => {
    expect(() => asserted([row])).toThrow(Problem)
  })

  it('does not change when questions are turned round', () => {
    fc.assert(
      fc.property(someStatements, (statements) => {
        expect(asserted(turned(statements).words)).toEqual(asserted(statements.words))
      }),
    )
  })
})

describe('countsUnder', () => {
  it('reads words said of the opposite as the complement, and pools them with equal numbers', () => {
    const numbers = [{ p: 0.25, n: 1, hits: 1 }]
    const words = [said('likely', '-', 2, 1), said('likely', '+', 3, 3)]
    expect(countsUnder({ numbers, words }, { likely: 0.75 })).toEqual([
      { p: 0.25, n: 3, hits: 2 },
      { p: 0.75, n: 3, hits: 3 },
    ])
  })

  it('drops nothing', () => {
    fc.assert(
      fc.property(someStatements, ({ numbers, words }) => {
        const read = countsUnder({ numbers, words }, { likely: 0.7, probable: 0.6, unlikely: 0.2, could: 0.4 })
        expect(total(read)).toEqual(total([...numbers, ...words]))
      }),
    )
  })
})

describe('readingOf', () => {
  it('finds the phrase', () => {
    expect(
      readingOf(
        readAs({ likely: { low: 0.5, high: 0.9 } }, ({ low }) => low),
        'likely',
      ),
    ).toBe(0.5)
  })

  it.each(['perhaps', 'constructor', ''])('refuses %j, which it lacks', (phrase) => {
    expect(() => readingOf({ likely: 0.7 }, phrase)).toThrow(/no reading of the phrase/)
  })
})

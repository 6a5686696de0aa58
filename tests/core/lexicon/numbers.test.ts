import { describe, expect, it } from 'vitest'
import { levelAt, numberAt } from '../../../src/core/lexicon/numbers.ts'

describe('a chance and its number', () => {
  it.each([
    ['60 percent', 600000, 2],
    ['sixty per cent', 600000, 3],
    ['two in three', 666667, 3],
    ['two out of three', 666667, 4],
    ['two thirds', 666667, 2],
    ['two - thirds', 666667, 3],
    ['a third', 333333, 2],
    ['fifty - fifty', 500000, 3],
  ])('%s', (text, micro, to) => expect(levelAt(text.split(' '), 0)).toEqual({ micro, from: 0, to }))

  it.each(['the port', 'three in two', '200 percent', ''])('is no number: %s', (text) =>
    expect(levelAt(text.split(' '), 0)).toBeNull(),
  )

  it('reads chances in a number', () => {
    expect(numberAt('there are two chances in three that'.split(' '), 2)).toEqual({ micro: 666667, from: 2, to: 6 })
    expect(numberAt('one chance out of ten'.split(' '), 0)).toEqual({ micro: 100000, from: 0, to: 5 })
  })
})

import { describe, expect, it } from 'vitest'
import { percent, plural, score } from '../../../../src/core/scoring/report/plain.ts'

describe('percent', () => {
  it.each([
    [0, '0 %'],
    [0.0001, 'less than 1 %'],
    [0.0049, 'less than 1 %'],
    [0.005, '1 %'],
    [0.296, '30 %'],
    [0.994, '99 %'],
    [0.995, 'more than 99 %'],
    [1, '100 %'],
  ])('%d is %s', (share, written) => {
    expect(percent(share)).toBe(written)
  })
})

describe('plural', () => {
  it.each([
    [0, '0 families'],
    [1, '1 family'],
    [2, '2 families'],
  ])('%d', (n, written) => {
    expect(plural(n, 'family', 'families')).toBe(written)
  })
})

describe('score', () => {
  it('gains a decimal at 1,000 statements', () => {
    expect([score(0.1666, 999), score(0.1666, 1000)]).toEqual(['0.17', '0.167'])
  })
})

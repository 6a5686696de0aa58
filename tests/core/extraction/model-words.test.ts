import { describe, expect, it } from 'vitest'
import { likelihoodIn, windowInWords } from '../../../src/core/extraction/model/model-words.ts'
import { day } from '../../support/embedded.ts'

describe('the likelihood of words that a model points at', () => {
  it.each([
    ['it is a foregone conclusion', 'a foregone conclusion', false, 'slam-dunk', '+', 0.904],
    ['it’s highly unlikely now', 'highly unlikely', true, 'highly-unlikely', '+', 0.077],
    ['no deal, in all likelihood', 'in all likelihood', true, 'in-all-likelihood', '-', 0.17],
    ['no deal, in all likelihood', 'in all likelihood', false, 'in-all-likelihood', '+', 0.83],
    ['a 30 percent chance of rain', '30 percent', false, 'micro:300000', '+', 0.3],
    ['not a 30 % chance of rain', '30 %', true, 'micro:300000', '-', 0.7],
  ])('%j, %j', (quote, hedge, denied, phrase, polarity, mid) => {
    expect(likelihoodIn(quote, hedge, denied)).toMatchObject({ phrase, polarity, probability: { mid } })
  })

  it.each([
    ['30 percent of the voters stay at home', '30 percent'],
    ['the mill is old', 'old'],
    ['the mill is old', ''],
  ])('%j, %j: none', (quote, hedge) => {
    expect(likelihoodIn(quote, hedge, false)).toBeNull()
  })
})

it.each([
  ['by March', '2026-03-31'],
  ['soon', '2026-05-10'],
  ['the mill', undefined],
  ['probability 1', undefined],
  ['', undefined],
])('the window of %j ends %s', (words, end) => {
  expect(windowInWords(words, day('2026-02-10'))?.end).toBe(end)
})

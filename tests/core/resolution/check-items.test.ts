import { describe, expect, it } from 'vitest'
import { itemsOff } from '../../../src/core/resolution/check-items.ts'
import type { ScoredItem } from '../../../src/core/scored-item.ts'

const ada: ScoredItem = {
  authorId: 'ada',
  questionId: 'rain',
  predictionId: 'first',
  familyId: 'weather',
  sets: ['all'],
  slice: {
    dueMonth: '2026-03',
    horizonClass: 'up-to-91-days',
    attribution: 'own',
    windowSource: 'stated',
    weakHedge: false,
    timing: 'prospective',
    origin: 'commentary',
  },
  form: 'phrase:likely:+',
  state: 'scored',
  hit: true,
}
const pending: ScoredItem = { ...ada, state: 'pending', hit: null }
const ben: ScoredItem = { ...ada, authorId: 'ben', predictionId: 'second', hit: false }

describe('standing items against those that a log makes', () => {
  it.each<[string, ScoredItem[], ScoredItem[], string[]]>([
    ['the same, in any order', [ada, ben], [ben, ada], []],
    [
      'another state',
      [pending],
      [ada],
      ['the item of ada is pending phrase:likely:+ of first, its log makes scored hit phrase:likely:+ of first'],
    ],
    ['one too many', [ben], [], ['the item of ben is scored miss phrase:likely:+ of second, its log makes none']],
    ['one too few', [], [pending], ['the item of ada is none, its log makes pending phrase:likely:+ of first']],
    [
      'of two authors, each by its own and in order of their ids',
      [{ ...ben, form: 'micro:1' }, pending],
      [ben, ada],
      [
        'the item of ada is pending phrase:likely:+ of first, its log makes scored hit phrase:likely:+ of first',
        'the item of ben is scored miss micro:1 of second, its log makes scored miss phrase:likely:+ of second',
      ],
    ],
    [
      'another slice',
      [ada],
      [{ ...ada, slice: { ...ada.slice, dueMonth: '2026-04' } }],
      [
        'the item of ada is scored hit phrase:likely:+ of first, its log makes scored hit phrase:likely:+ of first, counted elsewhere',
      ],
    ],
  ])('%s', (_, standing, holding, off) => {
    expect(itemsOff(standing, holding)).toEqual(off)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})

describe('where a clause begins and which verb is its own', () => {
  it.each([
    // A participle, a date or a free relative stands inside the subject.
    ['If the merger fails, every licence granted since 2019 would have to be renewed.', ['will+']],
    ['Bonds issued before 2021 will be repaid in full by June.', ['will+']],
    ['Those who ring the helpline will wait until spring for an answer.', ['will+']],
    ['Lawyers who bring the next suit will lose it.', ['will+']],
    ['The field held little gas, and what there is will never be sold.', ['never+']],
    // Of two modals alike the second goes with the first, whatever stands between.
    [
      'A split would hand the seat to Labour, whose candidate lives abroad, and would end the coalition.',
      ['will+', 'will+'],
    ],
  ])('%s', (text, claims) => expect(taken(text).map((claim) => claim.split(' ')[0])).toEqual(claims))

  it.each([
    ['The trust opened forty beds last year, an increase that will not clear the queue.', 'an increase that will not'],
    ['They will merge the two boards, a change that would save nobody a penny.', 'a change that would save nobody'],
    ['What the levy will not do, on any reading of the figures, is build a single house.', 'What the levy will not do'],
  ])('reads what takes up the clause before it, or stands for it: %s', (text, quote) =>
    expect(taken(text).some((claim) => claim.includes(quote))).toBe(true),
  )

  it.each([
    'The trust wants a ward that will hold forty beds.',
    'She asked what the levy will do.',
    'What the levy will do is unclear.',
    'Every morning she would walk to the mill.',
  ])('takes nothing from: %s', (text) => expect(taken(text)).toEqual([]))
})

describe('who says it, put in the middle', () => {
  it.each([
    ['The kiln will close, the manager said, by the end of June.', 'by the end of June'],
    ['It will come up, one can safely say, at every meeting before May.', 'at every meeting before May'],
  ])('leaves the quote whole: %s', (text, end) => expect(taken(text)[0]?.endsWith(end)).toBe(true))

  it.each(['Prices will fall, she said, as buyers stay away.', 'Prices will fall, she said.'])(
    'ends the quote before what is no part of it: %s',
    (text) => expect(taken(text)).toEqual(['will+ Prices will fall']),
  )
})

describe('questions beside claims', () => {
  it.each([
    ['The tenants will not pay it, and who can blame them?', ['will-']],
    ['They will cost half as much in, what, five years?', ['will+']],
    ['Will the tenants pay it, and what will they do?', []],
    ['Who will pay it, and when will they ask?', []],
    ['It will pass, will it?', []],
  ])('%s', (text, claims) => expect(taken(text).map((claim) => claim.split(' ')[0])).toEqual(claims))
})

describe('words that only look like small print, a clock or an ability', () => {
  it.each([
    'Freight rates, on past form, will halve by June.',
    'The exams will be back on paper within five years, I am sure of it.',
    'A hospital of that size can expect fewer births by 2030.',
  ])('%s', (text) => expect(taken(text)).toHaveLength(1))

  it.each([
    'Past form is no guide: your stake will be lost if the horse falls.',
    'The hearing will start at 10 am.',
    'One can expect too much of a bishop, my aunt used to say.',
  ])('takes nothing from: %s', (text) => expect(taken(text)).toEqual([]))
})

import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let signs: (text: string) => string[]
beforeAll(async () => {
  const taken = await loadReader()
  signs = (text) => taken(text).map((one) => one.split(' ')[0] ?? '')
})

describe('a subject that denies', () => {
  it.each([
    'None of the bridges being built in the north will open in time.',
    'None of the four parties that signed the pact is going to keep it.',
    'Not one of the nine ferries will sail before June.',
    'Not a single ward is going to be reopened this year.',
    'Nothing that the council sells this year is going to close the gap.',
    'No mayor with a seat to defend in the autumn is going to raise the tax.',
    'Neither of the two bidders will raise its offer.',
    'Nor, on current trends, will the schools.',
    'Not before June will the ward reopen.',
    'Not until spring will the road reopen.',
  ])('%s', (text) => expect(signs(text)).toEqual(['will-']))

  it.each([
    'No doubt the bank will cut in May.',
    'No matter who wins, the bank will cut in May.',
    'A minister with no allies will lose the vote.',
    'The towns that had nothing will get a station by 2030.',
  ])('%s', (text) => expect(signs(text).map((sign) => sign.slice(-1))).toEqual(['+']))
})

describe('an object that denies', () => {
  it.each([
    ['The talks will produce nothing of value.', 'will-'],
    ['The strike will come to nothing.', 'will-'],
    ['The scandal is going to have no winner in it.', 'will-'],
    ['The farm will be unable to pay its rent by May.', 'will-'],
    ['The firm will be in no position to bid before June.', 'will-'],
    ['The company stands to gain nothing from the sale.', 'poised-to-'],
    ['The union will do nothing but talk.', 'will+'],
    ['The farm will not be unable to pay.', 'will+'],
    ['The queue will be no shorter in May.', 'will-'],
    ['The rate will rise no later than May.', 'will+'],
  ])('%s', (text, sign) => expect(signs(text)).toEqual([sign]))
})

describe('a noun outside the clause that is denied', () => {
  it.each([
    'This is not a job that any minister will find it easy to finish.',
    'It is not something the bank will do lightly.',
    'I see no candidate who will beat her.',
  ])('%s', (text) => expect(signs(text)).toEqual(['will-']))

  it('bounds what is likely', () =>
    expect(signs('A draw is the most that the side is likely to get.')).toEqual(['likely-']))

  it.each([
    'It is no secret that prices will rise.',
    'It is not only the tenants who will pay.',
    'There is no doubt that prices will rise.',
  ])('%s', (text) => expect(signs(text).map((sign) => sign.slice(-1))).toEqual(['+']))
})

describe('two denials', () => {
  it.each([
    ["I'd be surprised if it didn't rain on Friday.", 'very-unlikely-'],
    ['I would be astonished if the bank did not cut in May.', 'highly-unlikely-'],
    ['I should be amazed if the bridge were not open by June.', 'highly-unlikely-'],
    ['I would be amazed if nobody resigned.', 'highly-unlikely-'],
    ['He would be surprised if the rate fell by May.', 'very-unlikely+'],
    ['It would be a surprise if the bank did not cut in May.', 'very-unlikely-'],
    ['It would be a miracle if the roof held.', 'highly-unlikely+'],
    ['It would be no surprise if the coach left.', 'fair-chance+'],
    ['I would be surprised if it took more than a week, which is no time at all.', 'very-unlikely+'],
    ['Nobody doubts that the law will pass.', 'we-doubt-'],
    ['Few doubt that the law will pass.', 'we-doubt-'],
    ['They doubt that the law will pass.', 'we-doubt+'],
    ['It is hard to see the board doing anything but wait.', 'hard-to-see-'],
    ['It is hard to see the board doing anything other than wait.', 'hard-to-see-'],
    ['It is hard to see the board doing anything before May.', 'hard-to-see+'],
  ])('%s', (text, sign) => expect(signs(text)).toEqual([sign]))
})

describe('not only', () => {
  it.each([
    ['A strike will not only delay the launch but also cost millions.', 'will+'],
    ['A strike will not just delay the launch.', 'will+'],
    ['The firm will not simply close but sell its name.', 'will+'],
    ['The ministers will not simply resign.', 'will-'],
    ['A strike will not delay the launch.', 'will-'],
  ])('%s', (text, sign) => expect(signs(text)).toEqual([sign]))
})

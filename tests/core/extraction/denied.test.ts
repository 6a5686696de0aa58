import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})
const phrases = (text: string) => taken(text).map((claim) => claim.split(' ')[0])

describe('views and prospects that are denied', () => {
  it.each([
    ['A downturn no longer looms.', 'imminent-'],
    ['The town no longer faces a hard winter.', 'expected-'],
    ['The ministry is hardly counting on a cut in May.', 'expected-'],
    ['Pundits no longer regard a win on Sunday as likely.', 'likely-'],
    ['The lender no longer sees a recession in 2027.', 'expected-'],
    ['No analyst foresees a recession in 2027.', 'expected-'],
    ['Not many economists expect rates to fall this year.', 'expected-'],
    ['No party can count on winning the seat in May.', 'expected-'],
    ['No tipster has Ghent winning the cup in May.', 'expected-'],
    ['Nobody rules out a cut in June.', 'cannot-rule-out+'],
    ['Expectations that the bank will not cut in June are growing.', 'optimistic-'],
    ['The house view is for no cut this year.', 'expected-'],
    ['The house view is not a hard landing this year.', 'expected-'],
    ['The odds against a June cut have risen to 70%.', 'micro:700000-'],
    ['A pound to a penny nobody resigns this year.', 'highly-likely-'],
    ['She is not confident that the bill will pass.', 'confident-'],
    ['There is no sign that the strike will end.', 'no-reason-to-believe+'],
    ['Little will change before the election in May.', 'will-'],
    ['Few will notice the change.', 'will-'],
    ['It looks less and less likely that the bill will pass.', 'not-likely+'],
  ])('%s', (text, phrase) => expect(phrases(text)).toEqual([phrase]))

  it.each([
    ['The lender sees a recession in 2027.', 'expected+'],
    ['A downturn looms.', 'imminent+'],
    ['Analysts expect rates to fall.', 'expected+'],
    ['No doubt analysts expect rates to fall.', 'expected+'],
  ])('leaves alone what is not: %s', (text, phrase) => expect(phrases(text)).toEqual([phrase]))

  it.each([
    'It is not true that prices will fall.',
    'There is no sign that the general feels compelled to yield.',
    'We see little sign that the ministry is willing to pay.',
    'He is not sure that the bank will cut in June.',
    'It is too soon to say the party will win in May.',
    'Doubts that the plant will reopen next year are not fading.',
    'Hopes of a deal by Friday have not faded.',
    'It would not be foolish to bet on a cut in June.',
    'You must, in the end, decide for yourself.',
  ])('takes nothing from: %s', (text) => expect(taken(text)).toEqual([]))

  it.each(['Guests can expect a warm welcome.', 'As things stand, the club sits third.'])(
    'takes no hint to readers and no present state: %s',
    (text) => expect(taken(text)).toEqual([]),
  )

  it.each([
    'A poor winter will push the utility into default.',
    'Investors can expect lower returns this year.',
    'Rates will rise this year, make no mistake.',
    'Rates will rise this year, trust me.',
    'Labour is likely to have ten seats in Wales.',
    'The plant will be closed on Thursday by strikers, the union warned.',
  ])('takes one claim from: %s', (text) => expect(taken(text)).toHaveLength(1))
})

import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})
const none = (text: string) => expect(taken(text)).toEqual([])

describe('figures and events that somebody looks for', () => {
  it.each([
    "The fund's model puts the deficit at 6 percent of output in 2028.",
    'Our own model puts inflation at between 25 and 35 percent over the next five years.',
    'Brokers peg the year at $4 billion.',
    'Kline has the film at 30 million dollars for its opening weekend.',
    'Analysts are calling for a fall of 4 percent.',
    'The Bank forecasts growth of 1.1 percent next year.',
    'The desk looks for 25bp at each of the next two meetings.',
    'Futures are pricing in two further reductions by December.',
    'Traders price in three cuts by Christmas.',
  ])('%s', (text) => expect(taken(text)).toEqual([`expected+ ${text.slice(0, -1)}`]))

  it.each([
    'She puts the number of dead at forty.',
    'The survey put turnout at 60 percent last year.',
    'He has his office at 10 Downing Street.',
    'Union leaders are calling for a strike.',
    'He looks for his keys.',
    'Shops price in dollars.',
  ])('%s', none)

  it('parts the first event from the second', () =>
    expect(taken('We now look for the first cut in June, with a second to follow in the autumn.')).toEqual([
      'expected+ We now look for the first cut in June',
      'expected+ a second to follow in the autumn',
    ]))
})

describe('who is given what chance', () => {
  it.each([
    ['Lawyers give the appeal little chance.', 'little-chance+'],
    ['Few give him any chance.', 'little-chance+'],
    ['The experts give it no hope.', 'no-chance+'],
    ['Insiders give the plan a good chance of passing.', 'good-chance+'],
    ['It has no chance.', 'no-chance+'],
    ['Its chances in the Senate are poor.', 'little-chance+'],
    ['The bookmakers make them 3-1 to go up.', 'micro:250000+'],
    ['The bookies have her at 5-2.', 'micro:285714+'],
    ['The bookmakers, who are no fools, make him 4–6 on.', 'micro:600000+'],
    ['I make them favourites.', 'likely+'],
    ['Doran is 5-2 to go up.', 'micro:285714+'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([`${said} ${text.slice(0, -1)}`]))

  it.each([
    'She gave him no chance to reply.',
    'They give him no chance to train.',
    'They won 3-1 to go up.',
    'They have a 3-1 lead.',
    'The bookmakers make 3-1 profits.',
  ])('%s', none)
})

describe('which outcome is held for the likeliest', () => {
  it.each([
    ['The consensus is for a modest thaw.', 'expected+'],
    ['The smart money is on a delay.', 'likely+'],
    ['The betting in Rome is on a Venetian.', 'likely+'],
    ['My pick is Hollis on points.', 'likely+'],
    ['The likeliest winner of the seat is the Green candidate.', 'most-likely+'],
    ['The side most likely to go down with them is Crane Vale.', 'most-likely+'],
    ['The most plausible forecast is 2.9 percent.', 'most-likely+'],
    ['The safest prediction is that nothing changes.', 'most-likely+'],
    ['The nearer prospect is of a fall.', 'likely+'],
    ['There is no scenario in which we finish by May.', 'no-chance+'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([`${said} ${text.slice(0, -1)}`]))

  it.each([
    'The money is on the table.',
    'The forecast is of some interest.',
    'The likeliest explanation is a fault in the pump.',
    'The people most likely to know are away.',
  ])('%s', none)
})

describe('what there is to come', () => {
  it.each([
    ["We're looking at 300 a year from 2027.", 'expected+'],
    ["You're looking at next summer at the earliest.", 'expected+'],
    ['We are looking at a verdict in late March.', 'expected+'],
    ['There are two more cuts to come before the year is out.', 'will+'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([`${said} ${text.slice(0, -1)}`]))

  it.each(['We are looking at the figures for May.', 'They are looking at each other.', 'There is a path to the sea.'])(
    '%s',
    none,
  )
})

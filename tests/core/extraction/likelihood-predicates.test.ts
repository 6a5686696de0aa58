import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let signs: (text: string) => string[]
beforeAll(async () => {
  const taken = await loadReader()
  signs = (text) => taken(text).map((one) => one.split(' ')[0] ?? '')
})

describe('idioms said of an event', () => {
  it.each([
    ['Promotion is nailed on.', 'slam-dunk+'],
    ['She is a shoo-in for the seat.', 'slam-dunk+'],
    ["It's a racing certainty that the mayor blames the contractors.", 'slam-dunk+'],
    ['A snap election is a live possibility.', 'real-possibility+'],
    ['A coalition with the Greens is a non-starter.', 'out-of-the-question+'],
    ['The vote in Ohio is a coin-toss.', 'about-even+'],
    ['A fourth rise appears to be baked in.', 'inevitable+'],
    ['A default is far from fanciful.', 'not-impossible+'],
    ['It is by no means inconceivable that Iceland joins first.', 'not-impossible+'],
    ['It seems a safe assumption that the firm opens a plant in Hungary.', 'most-likely+'],
    ['A heatwave in July is a better-than-even proposition.', 'better-than-even+'],
    ['A hung parliament is odds-against.', 'somewhat-unlikely+'],
    ['He is more unlikely still to say anything kind about the bank.', 'very-unlikely+'],
    ['The passage of the bill is anything but certain.', 'uncertain+'],
    ['The likeliest next governor of the bank is a woman from Leeds.', 'most-likely+'],
  ])('%s', (text, sign) => expect(signs(text)).toEqual([sign]))

  it.each([
    'The ham is baked in a tin.',
    'The cat is in the bag of a neighbour.',
    'The village is remote.',
    'She is a more unlikely heroine.',
  ])('%s', (text) => expect(signs(text)).toEqual([]))
})

describe('nouns of likelihood', () => {
  it.each([
    ['There is no earthly way the Lions win a series there.', 'no-chance+'],
    ['There is next to no prospect of the Senate confirming him.', 'almost-no-chance+'],
    ['The bill stands not the ghost of a chance of passing.', 'no-chance+'],
    ['There is an outside chance, no more, that the court takes the case.', 'chances-are-slight+'],
    ['The prospect is remote.', 'remote-chance+'],
    ['The odds against a recovery are prohibitive.', 'almost-no-chance+'],
    ['The odds are long.', 'long-shot+'],
    ['Odds of a cut in March have lengthened to about one in five.', 'micro:200000+'],
    ['The odds of a cut have shortened to 4-6.', 'micro:600000+'],
    ['With a probability of roughly two-thirds, the models now have a wet winter.', 'micro:666667+'],
  ])('%s', (text, sign) => expect(signs(text)).toEqual([sign]))

  it.each(['The odds are printed on the card.', 'Chances have come and gone.', 'The price has risen to 4-6 euros.'])(
    '%s',
    (text) => expect(signs(text)).toEqual([]),
  )
})

describe('words of likelihood that stand first', () => {
  it.each([
    ['Unlikeliest of all is an outright win in the first round.', 'very-unlikely+'],
    ['Unlikeliest of all the outcomes on offer on Sunday is a draw.', 'very-unlikely+'],
    ['Nigh on certain, too, is the closure of the unit at Workington.', 'almost-certain+'],
    ['Out of the question is a return to gold.', 'out-of-the-question+'],
    ['A pound to a penny the minister resigns.', 'highly-likely+'],
    ['Ten to one the minister resurfaces by June.', 'highly-likely+'],
  ])('%s', (text, sign) => expect(signs(text)).toEqual([sign]))

  it.each(['Ten to one is the score.', 'The score was ten to one.', 'Ready are the ships.', 'Uncertain is the word.'])(
    '%s',
    (text) => expect(signs(text)).toEqual([]),
  )
})

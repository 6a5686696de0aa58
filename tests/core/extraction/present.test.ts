import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})

describe('the present tense that foretells', () => {
  it.each([
    ['If she wins the first set, she wins the match.', 'will+'],
    ['If the talks fail, the minister resigns.', 'will+'],
    ['If the wind turns, the fire reaches the village by dawn.', 'will+'],
    ['Unless we get a bid, nobody leaves.', 'will-'],
    ['The euro weakens from here.', 'will+'],
    ['Rates peak next spring.', 'will+'],
    ['The mayor resigns by Easter.', 'will+'],
    ['Nobody opens the taps this winter.', 'will-'],
    ['He is not going back, this season or any other.', 'will-'],
    ['On current trends the glacier is gone by 2040.', 'will+'],
    ['At that rate she reaches the far side in the spring of 2034.', 'will+'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([`${said} ${text.slice(0, -1)}`]))

  it.each([
    ['My own view is that the line opens in 2031.', 'will+ the line opens in 2031'],
    ['That means nobody sees a cent until 2027.', 'will- nobody sees a cent until 2027'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([said]))

  it.each([
    'If you drop it, it breaks.',
    'If a bank fails, depositors lose money.',
    'If you ask me, she lies.',
    'If the theory is right, it explains the tides.',
    'The board votes on 12 March.',
    'The window closes on Monday.',
    'She is leaving next month.',
    'The office is in Geneva until Friday.',
    'Nobody knows before the vote.',
    'The team loses every winter.',
    'Prices double every ten years.',
    'He works until five.',
    'The dollar falls when rates fall.',
    'The show is over by ten.',
    'The party is over.',
    'She never leaves before noon.',
    'It took years; in 1989 the wall falls.',
  ])('%s', (text) => expect(taken(text)).toEqual([]))
})

describe('forecasts without a verb', () => {
  it.each([
    ['A recession? Probably not before 2027.', 'probably-not+ Probably not before 2027'],
    ['No deal before June, then.', 'will- No deal before June, then'],
    ['Will the bank cut? Almost certainly not.', 'almost-certainly- Almost certainly not'],
    ['Does he go to prison? Not any time soon.', 'will- Not any time soon'],
    ['A merger? A long shot.', 'long-shot+ A long shot'],
    ['Is she safe? I doubt it.', 'we-doubt+ I doubt it'],
    ['Will it last? I think so.', 'we-believe+ I think so'],
    ['Not before the summer.', 'will- Not before the summer'],
    ['ROE: Not any time soon.', 'will- Not any time soon'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([said]))

  it.each(['Perhaps the best of them.', 'No doubt about it.', 'No country for old men.', 'Unlikely.'])('%s', (text) =>
    expect(taken(text)).toEqual([]),
  )
})

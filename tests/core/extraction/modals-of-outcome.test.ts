import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})

describe('verb phrases under one modal', () => {
  it.each([
    [
      'The levy will raise £90m, empty the marinas, fill the courts and be repealed by 2029.',
      [
        'will+ The levy will raise £90m',
        'will+ empty the marinas',
        'will+ fill the courts',
        'will+ be repealed by 2029',
      ],
    ],
    [
      'The bank will probably cut in June, pause in July and cut again before Christmas.',
      [
        'probably+ The bank will probably cut in June',
        'probably+ pause in July',
        'probably+ cut again before Christmas',
      ],
    ],
    [
      'The club may lose its ground, and still be in the division next year.',
      ['may+ The club may lose its ground', 'may+ still be in the division next year'],
    ],
    [
      'There is no reason to believe that the bank will cut rates, buy bonds and lift the pound.',
      [
        'no-reason-to-believe+ There is no reason to believe that the bank will cut rates, buy bonds and lift the pound',
      ],
    ],
    ['A good waiter will take the coat, find the table and say nothing.', []],
    // One event told in two verbs, a list of nouns, a list of infinitives, and who says so are none.
    ['Prices will rise and stay high.', ['will+ Prices will rise and stay high']],
    ['The strike will hit freight, transport and travel.', ['will+ The strike will hit freight, transport and travel']],
    [
      'The party will try to win the north, hold the south and buy the rest.',
      ['will+ The party will try to win the north, hold the south and buy the rest'],
    ],
    ['Rates will fall, say analysts at three banks.', ['will+ Rates will fall, say analysts at three banks']],
  ])('%s', (text, found) => expect(taken(text)).toEqual(found))
})

describe('should of expectation', () => {
  it.each([
    'The comet should be visible by the ninth.',
    'Tomatoes should be in the shops a fortnight early.',
    'Core inflation ought, on a fair wind, to be under three by June.',
    'The swell should have dropped by Tuesday night.',
    'The new line should open in the coming weeks.',
    'Shoppers should see cheaper bread by May.',
    'The visitors should stroll it.',
    "It shouldn't be long before the bank lets the rupee slip again.",
  ])('foretells: %s', (text) => expect(taken(text)).toHaveLength(1))

  it.each([
    'The government should have acted by June.',
    'The council should open the files by May.',
    'You should see the film before it closes.',
    'The law should be clearer.',
    'The minister should be on the front bench by noon.',
    'The company should have closed the plant by now.',
  ])('asks: %s', (text) => expect(taken(text)).toEqual([]))
})

describe('what cannot but come about', () => {
  it.each([
    ['It cannot but end in court.', 'bound-to+'],
    ['The case cannot fail to reach the supreme court.', 'bound-to+'],
    ['The peg must, in the end, break.', 'bound-to+'],
    ['Sweden must end up importing power.', 'bound-to+'],
    ['It would take a brave man to bet against another cut.', 'likely+'],
    ['Few would bet on a deal before Easter.', 'unlikely+'],
    ['No one should bank on the council paying.', 'not-believe+'],
    ["I'd say Labour wins by twenty.", 'likely+'],
    ['The glut that everyone says cannot happen will happen.', 'will+'],
    ["The desk'll have forgotten it by June.", 'will+'],
    ['There may be one more cut before the bank calls it a day.', 'may+'],
    ['There might yet be a second vote this winter.', 'might+'],
    ['The firm would, on this view, have to be selling again by June.', 'will+'],
  ])('%s', (text, sign) => expect(taken(text).map((one) => one.split(' ')[0])).toEqual([sign]))

  it.each([
    'I cannot but recall the day it opened.',
    'The council must mend the road.',
    'The ministers must answer for it.',
    'There may be a reason for it.',
    "I'd say he is about forty.",
    'He can be relied upon.',
  ])('%s', (text) => expect(taken(text)).toEqual([]))
})

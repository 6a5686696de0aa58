import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})

describe('what somebody expects', () => {
  it.each([
    'She expects rents to double within five years.',
    'They expect the pipeline to open in spring.',
    'The two referees I spoke to both expect Doran to retire.',
    'My brother expects the shop to fail.',
    "Hartley, the club's chairman, expects crowds to halve by Christmas.",
    'He expects to lose his seat.',
    'Her team expects a fall.',
    'Investors are now expecting a cut in June.',
    'He expects “a modest but real effect”.',
  ])('%s', (text) => expect(taken(text)).toEqual([`expected+ ${text.slice(0, -1)}`]))

  it.each([
    'We expect our guests to dress for dinner.',
    'The teacher expects her pupils to read a book a week.',
    'He expects you to call.',
    'She expected prices to fall after the war, and they did.',
    'They expect me to apologise.',
  ])('%s', (text) => expect(taken(text)).toEqual([]))

  it('a second event under the same verb is a claim of its own', () => {
    expect(taken('She expects premiums to treble by 2030, and lenders to have left long before it.')).toEqual([
      'expected+ She expects premiums to treble by 2030',
      'expected+ lenders to have left long before it',
    ])
    expect(taken('Most analysts expect rents to rise and wages to fall.')).toEqual([
      'expected+ Most analysts expect rents to rise',
      'expected+ wages to fall',
    ])
    expect(taken('He expects the board to meet and to vote.')).toHaveLength(1)
  })

  it.each(['Hardly anyone on the panel expects rates to dip before 2027.', 'Almost nobody expects a strike.'])(
    '%s',
    (text) => expect(taken(text)).toEqual([`not-believe+ ${text.slice(0, -1)}`]),
  )
})

describe('what somebody thinks likely or not', () => {
  it.each([
    ['He thinks a default unlikely.', 'unlikely+'],
    ['Most of them consider a merger improbable so long as rates stay high.', 'improbable+'],
    ['She believes a strike inevitable.', 'inevitable+'],
    ['Officials deem a settlement out of reach.', 'out-of-the-question+'],
    ['I think him unlikely to stand again.', 'unlikely+'],
    ['Its press office called rolling cuts “very unlikely, barring a storm”.', 'very-unlikely+'],
    ['They regard a third term as all but certain.', 'almost-certain+'],
    ['Brokers see a recession as more likely than not.', 'better-than-even+'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([`${said} ${text.slice(0, -1)}`]))

  it.each([
    'He considers a likely winner.',
    'I find it hard to believe.',
    'She finds the sum impossible.',
    'Doctors think walking possible again.',
    'Tell me what you think likely.',
  ])('%s', (text) => expect(taken(text)).toEqual([]))

  it.each(['House prices are seen inching up by 2 percent.', 'The yen is seen at 150 by the end of the year.'])(
    '%s',
    (text) => expect(taken(text)).toEqual([`expected+ ${text.slice(0, -1)}`]),
  )

  it('He is seen leaving the building.', () => expect(taken('He is seen leaving the building.')).toEqual([]))
})

import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})

describe('numbers put on what is to come', () => {
  it.each([
    ['I would put that at one in ten, no higher.', 'micro:100000+'],
    ['She would put the chances of an interim supply at “six in ten”.', 'micro:600000+'],
    ['I give them 40 per cent.', 'micro:400000+'],
    ['The bookmakers make it 80 per cent that Roe wins.', 'micro:800000+'],
    ['The likelihood of its holding more than ten is, what, one in twenty.', 'micro:50000+'],
    ['I would say seventy per cent.', 'micro:700000+'],
    ['The odds of a strike are one in three.', 'micro:333333+'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([expect.stringContaining(`${said} ${text.slice(0, -2)}`)]))

  it('takes a second number under the first', () => {
    expect(taken('I see a 60 per cent chance of a glut by 2027, and one in five of a really ugly one.')[1]).toBe(
      'micro:200000+ one in five of a really ugly one',
    )
  })

  it.each(['They make 40 per cent of the cars.', 'He gave them 40 per cent of the shares.'])('%s', (text) =>
    expect(taken(text)).toEqual([]),
  )
})

describe('what others expect and see', () => {
  it.each([
    ['Nine of the eleven economists see no change before the autumn.', 'expected-'],
    ['Traders see the rate falling below two per cent by May.', 'expected+'],
    ['She sees inflation at 3 per cent by June.', 'expected+'],
    ['Most mayors see turnout falling below sixty per cent.', 'expected+'],
    ['Nobody in her own camp expects her to survive the first week.', 'not-believe+'],
    ['Neither the unions nor the ministry expects an annulment this term.', 'not-believe+'],
    ['Two colleagues at the university, who asked not to be named, expect a toll of eighty by June.', 'expected+'],
    ['One barrister who is not involved in the case expects the judges to send it back.', 'expected+'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([`${said} ${text.slice(0, -1)}`]))

  it('reads a cleft', () =>
    expect(taken('What I expect from Tuesday is a fudge.')).toEqual(['expected+ I expect from Tuesday is a fudge']))

  it.each([
    'She sees her mother at weekends.',
    'I see children playing in the street.',
    'We expect our guests to dress well.',
  ])('%s', (text) => expect(taken(text)).toEqual([]))
})

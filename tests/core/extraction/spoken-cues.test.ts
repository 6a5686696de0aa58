import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})
const none = (text: string) => expect(taken(text)).toEqual([])

describe('verb groups of speech', () => {
  it.each([
    ["The kid's gonna lose in six.", 'will+'],
    ["We're gonna look bad early.", 'will+'],
    ["An attack's coming, sooner or later.", 'will+'],
    ['Some will.', 'will+'],
    ["Most won't.", 'will-'],
    ['Many will not survive it.', 'will-'],
    ['They probably will.', 'probably+'],
    ['Their heirs will, we suspect, be kinder.', 'likely+'],
    ['The tax will, the ministry says, not be raised.', 'will-'],
    ['The strike will, if nothing changes, last until May.', 'will+'],
    ["If the jury believes him, it's over by lunch.", 'will+'],
    ['I do not think we are going back there.', 'not-believe+'],
    ['I do not expect it to.', 'not-believe+'],
    ['I reckon four, five at a push.', 'better-than-even+'],
    ["Don't look for the price to come back.", 'not-believe+'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([`${said} ${text.slice(0, -1)}`]))

  it.each([
    "I'm not gonna lie.",
    "The year's coming elections matter.",
    'He left some will behind.',
    'Nobody expected to.',
    'I guess ten people came.',
    "Don't look for trouble.",
  ])('%s', none)
})

describe('what things promise, show and are held to be', () => {
  it.each([
    ['These promise to be worse than usual.', 'expected+'],
    ['She sees the smaller states sharing premises.', 'expected+'],
    ['Polls suggest a hung council.', 'expected+'],
    ['Futures imply two cuts by June.', 'expected+'],
    ['An inquiry is, in her view, more likely than not.', 'better-than-even+'],
    ['Nor are the insurers likely to be hurried.', 'likely-'],
    ['On my arithmetic the curve doubles again.', 'will+'],
    ['In the bear case, margins shrink to 4 percent.', 'will+'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([`${said} ${text.slice(0, -1)}`]))

  it.each([
    'He promises to be good.',
    'He sees his wife crossing the road.',
    'Polls suggest that voters are tired.',
    'She suggests a walk.',
    'In the case of rabbits, ears shrink.',
  ])('%s', none)
})

describe('outcomes told in the present, and without a verb', () => {
  it.each([
    ['If the vote fails, the whole programme stops.', 'will+'],
    ['Unless the rain comes the river dries.', 'will+'],
    ['Down a third by 2028, give or take.', 'will+'],
    ['Up a fifth by next summer.', 'will+'],
    ['Most likely a draw.', 'most-likely+'],
    ['More likely a long strike.', 'likely+'],
    ['The consensus, such as it is, is for a thaw.', 'expected+'],
    ['A median of 3 percent in 2030 seems to us the most plausible forecast.', 'most-likely+'],
    ['The office projects between 200 and 300 cases by Christmas.', 'expected+'],
    ['That record points to a difficult month for the defence.', 'expected+'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([`${said} ${text.slice(0, -1)}`]))

  it('is held by who thinks it', () => {
    expect(taken('She thinks the party splits.')).toEqual(['we-believe+ the party splits'])
    expect(taken('He reckons they lose.')).toEqual(['we-believe+ they lose'])
  })

  it.each([
    'Let me say how I think this ends.',
    'They think it matters.',
    'Down the road a dog barked.',
    'Most likely a mistake was made.',
    'The office projects are late.',
  ])('%s', none)
})

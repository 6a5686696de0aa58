import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})

describe('what the speaker would stake or be surprised by', () => {
  it.each([
    ['I would bet a good deal on a first win in April.', 'likely+'],
    ["I'd bet against it.", 'unlikely+'],
    ["I wouldn't bet on a recovery.", 'unlikely+'],
    ['I would not put money on a third term.', 'unlikely+'],
    ['My money is on a draw.', 'likely+'],
    ['My guess, and it is no more, is a compromise.', 'better-than-even+'],
    ['Our base case is a soft landing by the autumn.', 'better-than-even+'],
    ['I would be astonished if they ducked it twice.', 'highly-unlikely+'],
    ["I'd be surprised to see a deal before June.", 'very-unlikely+'],
    ['I would not be surprised if the coach left.', 'fair-chance+'],
    ["Don't be surprised if the coach leaves.", 'fair-chance+'],
    ['I see no reason for prices to fall before the summer.', 'no-reason-to-believe+'],
    ['I can see the union accepting that.', 'fair-chance+'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([`${said} ${text.slice(0, -1)}`]))

  it.each(['I was surprised to see him.', 'I can see the sea from here.', 'I look forward to it.'])('%s', (text) =>
    expect(taken(text)).toEqual([]),
  )
})

describe('what the reader is told to expect', () => {
  it.each([
    ['Expect a cut in May.', 'expected+'],
    ['If it goes ahead, however, expect queues in the capital.', 'expected+'],
    ["Don't expect sixty chairs to be enough.", 'not-believe+'],
    ['No one should expect a miracle.', 'not-believe+'],
    ['We should not expect miracles from the new coach.', 'not-believe+'],
    ['Nor should anyone expect the senate to step in.', 'not-believe+'],
    ["Don't hold your breath.", 'highly-unlikely+'],
    ["Don't bet on it.", 'unlikely+'],
    ['Look for the Greens to gain.', 'expected+'],
    ['Brace for a cold winter.', 'expected+'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([`${said} ${text.slice(0, -1)}`]))

  it.each([
    'Watch for falling rocks.',
    "Don't forget your keys.",
    'They do not expect thanks.',
    'The owl looks for mice.',
  ])('%s', (text) => expect(taken(text)).toEqual([]))
})

describe('verbs and idioms that place their subject before the event', () => {
  it.each([
    ['Berlin stands to lose most from the tariff.', 'poised-to+'],
    ['A strike threatens to spread to the ports.', 'real-possibility+'],
    ['The harvest promises to be poor.', 'expected+'],
    ['He risks losing his seat.', 'risk+'],
    ['The party risks a split.', 'risk+'],
    ['The company faces bankruptcy.', 'expected+'],
    ['The deal is dead in the water.', 'doomed+'],
    ['A cut is only a matter of weeks.', 'set-to+'],
    ['The coup is a question of when, not if.', 'inevitable+'],
    ['A recession becomes hard to avoid.', 'very-likely+'],
    ['Oslo is not about to yield.', 'set-to-'],
    ['The party looks set for its worst night.', 'set-to+'],
    ['The firm is on course for record losses.', 'set-to+'],
    ['She is poised for a comeback.', 'poised-to+'],
    ['A verdict is expected in May.', 'expected+'],
    ['A verdict is not expected until May.', 'expected-'],
    ['The ferry is not expected to sail before June.', 'expected-'],
    ['The bank is not on track to meet its target.', 'on-track-'],
    ['Neither can be expected to hang on for long.', 'expected-'],
    ['No deal is likely before June.', 'likely-'],
    ['Nobody is expected to win.', 'expected-'],
    ['The regime is not doomed.', 'uncertain+'],
    ['A rebound is “improbable without a new deal”.', 'improbable+'],
    ['A hung council is by far the likeliest result.', 'most-likely+'],
    ['There is no way the Dutch get an exemption.', 'no-chance+'],
    ['A minister with no pride to swallow might see the sense of it.', 'might+'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([expect.stringContaining(`${said} ${text.slice(0, -2)}`)]))

  it.each([
    [
      'The mayor told me that the inspector was likely to approve the plan before Christmas.',
      'likely+ the inspector was likely to approve the plan before Christmas',
    ],
    [
      'Diplomats said that new money was out of the question until the company existed.',
      'out-of-the-question+ new money was out of the question until the company existed',
    ],
  ])('%s', (text, said) => expect(taken(text)).toEqual([said]))

  it.each([
    'The union threatens to strike.',
    'She faces a long walk home.',
    'He stands to attention.',
    'It stands to reason that he left.',
    'The inspector was likely to approve the plan.',
    'She was expected to win in 2010.',
    'The bus is due in ten minutes.',
    'He is due a pension.',
    'It is not set in stone.',
    'He is set in his ways.',
    'They are ready for bed.',
    'The regime is bound by treaty.',
    'There is no way to know.',
  ])('%s', (text) => expect(taken(text)).toEqual([]))
})

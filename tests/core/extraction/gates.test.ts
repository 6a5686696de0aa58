import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let signs: (text: string) => string[]
beforeAll(async () => {
  const taken = await loadReader()
  signs = (text) => taken(text).map((one) => one.split(' ')[0] ?? '')
})

describe('would that foretells', () => {
  it.each([
    ['In private they add that no parliament would ratify such a treaty.', 'will-'],
    ['Analysts say a ban would cost the firm a tenth of its sales.', 'will+'],
    ['She thinks the closure would drive patients to the city.', 'will+'],
    ['Prices would then climb to 90.', 'will+'],
    ['War would ruin the port.', 'will+'],
    ['Were she to raise fares, the council would have little choice but to step in.', 'will+'],
    ['Even after a truce it would take three to five years to clear the mines.', 'will+'],
    ["I'd expect the union to strike before May.", 'expected+'],
    ['I would not expect to see a cut this year.', 'not-believe+'],
    ["I wouldn't hold my breath for a deal.", 'highly-unlikely+'],
    ['I would not rule it out by 2040.', 'cannot-rule-out+'],
  ])('%s', (text, sign) => expect(signs(text)).toEqual([sign]))

  it.each([
    ['If the vote is lost, the cabinet would limp on; but its reforms would be dead.', ['will+', 'will+']],
    ['An appeal is likely, and would push the verdict into the autumn.', ['likely+', 'will+']],
  ])('%s', (text, found) => expect(signs(text)).toEqual(found))

  it.each([
    'No sane man would buy it.',
    'Ministers say the bill would cap rents.',
    'Critics say the plan would ban cars.',
    'He says he would like to stay.',
    'He says it would be a mistake.',
    'It would take a brave minister to say so.',
    'It would need some two hundred new pylons.',
    'A bolder mayor would long since have acted.',
    'A man of sense, he said, would have stopped in 2018.',
    'The fee would, ministers said at the time, pay for itself.',
    'In 2004 it would be running within the year.',
    "I'd expect you to say that.",
  ])('%s', (text) => expect(signs(text)).toEqual([]))
})

describe('may, could and can', () => {
  it.each([
    ['It may be years before they make peace.', 'may+'],
    ['Up to a million may be forfeited unless the law passes in time.', 'may+'],
    ["This can't go on for ever.", 'will-'],
    ['That cannot last much beyond the spring.', 'will-'],
    ['The mayor can hardly be relied upon to vote for it.', 'likely-'],
    ['A split can no longer be ruled out.', 'cannot-rule-out+'],
    ['The bank is no longer expected to cut.', 'expected-'],
    ['When that day comes it could be messy.', 'could+'],
    ['Our fear is that the roof will fall before spring.', 'real-possibility+'],
    ['They should have enough, provided that the keeper stays.', 'should-expected+'],
  ])('%s', (text, sign) => expect(signs(text)).toEqual([sign]))

  it.each([
    'Her estimate may err on the side of caution.',
    'He may be talking his own book, as traders do.',
    'I could be wrong about that.',
    'The two could both be right.',
    'He can be relied upon to vote for it.',
  ])('%s', (text) => expect(signs(text)).toEqual([]))
})

describe('what is believed, feared and not said', () => {
  it.each([
    'The town seems persuaded that the mine will reopen.',
    "What we'll get is a long decline.",
    'That is exactly what the bank will do.',
    "When they've heard that, they are going to send everyone home.",
    'Once other towns have opened their gates the toll will go.',
    'Most of them are firms that will have changed their name before the ink is dry.',
  ])('%s', (text) => expect(signs(text)).toEqual(['will+']))

  it.each([
    'The mayor persuaded the town that the mine would reopen.',
    'Parents fear that the school will close.',
    "I'm not saying they will all leave.",
    'None of this means that every winter will bring floods.',
    'It does not follow that rents will fall.',
    'The question is what the bank will do.',
    'What the bank will do is unclear.',
    'When the minister says it will rise, people laugh.',
  ])('%s', (text) => expect(signs(text)).toEqual([]))
})

describe('talk, appointments and the past', () => {
  it.each([
    '"We\'ll see," she said.',
    "We'll see what the court says.",
    '"I\'ll hold you to it," he said.',
    '"We will," said the mayor.',
    'Supporters of a certain age will know the tone.',
    'Those who were there will remember the rain.',
    "Hollis won't talk about it.",
    'Coffee will be provided.',
    'Ministers will vote on 26 March on the bill.',
    'The firm will hold its fair on November 4 in Oslo.',
    'Will it pass? Certainly.',
    'Last August the mayor told us that the club would be promoted.',
    'In 2004 he could have it all.',
    'They could absorb it because they had savings.',
  ])('%s', (text) => expect(signs(text)).toEqual([]))

  it.each([
    ['We will see a recession by the autumn.', 'will+'],
    ['They will.', 'will+'],
    ['Voters will know the result by Friday.', 'will+'],
    ['The two sides will not talk before June.', 'will-'],
    ['The senate will vote the bill down on Tuesday.', 'will+'],
    ['The bank will cut on October 23.', 'will+'],
    ['The leader, whoever he may be by then, will say so.', 'will+'],
    ['Last week the mayor told us that the club would be promoted.', 'will+'],
  ])('%s', (text, sign) => expect(signs(text)).toEqual([sign]))
})

import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})
const phrases = (text: string) => taken(text).map((claim) => claim.split(' ')[0])
const none = (text: string) => expect(taken(text)).toEqual([])

describe('how forecasters have it, and what is spoken of', () => {
  it.each([
    ['Our forecast has inflation peaking in May.', 'expected+'],
    ['Its model has the valley losing four thousand people by 2050.', 'expected+'],
    ['Most analysts have the party losing thirty seats.', 'expected+'],
    ['The union talks of two thousand jobs being lost.', 'expected+'],
    ['We raise our year-end forecast to $76.', 'expected+'],
    ['The bank has cut its forecast for next year to 1 per cent.', 'expected+'],
    ['We look for no change in March.', 'expected+'],
    ['The ruling makes a third election almost certain.', 'almost-certain+'],
    ['The drought has made a failed harvest likely.', 'likely+'],
  ])('%s', (text, phrase) => expect(phrases(text)).toEqual([phrase]))

  it.each([
    'She has a brother living in Leeds.',
    'The firm has branches closing on Sundays.',
    'The model has a dial showing the temperature.',
    'He speaks of his mother being kind.',
    'In 2019 the bank cut its forecast to 1.2 per cent.',
    'We keep our forecast on the website.',
    'The company cut its target to make room.',
    'The rain made a draw inevitable.',
    'This makes the likely winner nervous.',
    'It makes it possible to walk to work.',
  ])('%s is none', none)
})

describe('signs, and predicates before their subjects', () => {
  it.each([
    ['There is likely to be a second round.', 'likely+'],
    ['Nor is Lisbon likely to object.', 'likely-'],
    ['More likely is a slow retreat.', 'likely+'],
    ['Likely to be closed by the end of the year is the mill at Barrow.', 'likely+'],
    ['Among those expected to lose their seats is the mayor.', 'expected+'],
    ['She is favourite to win the nomination.', 'likely+'],
    ['He is likelier to be dropped than promoted.', 'likely+'],
    ['Nothing points to a rebound before spring.', 'expected-'],
    ['All the signs are that the talks are dead.', 'likely+'],
    ['There is no sign of a recovery before 2030.', 'expected-'],
    ['Nor is there any prospect of a truce.', 'no-chance+'],
    ['The race is shaping up to be the closest in decades.', 'on-track+'],
    ['Relief is not to be looked for before the rains.', 'expected-'],
    ['The court could scarcely rule before the autumn.', 'could-'],
    ['The odds cannot be better than one in ten.', 'will-'],
    ['The new field should add 1.4 million barrels next year.', 'should-expected+'],
  ])('%s', (text, phrase) => expect(phrases(text)).toContain(phrase))

  it.each([
    'The signpost points to a village.',
    'Everything points to the same door.',
    'There is no sign of the cat.',
    'The boy is shaping up well.',
    'He is the favourite of the crowd.',
    'Among those present is the mayor.',
    'There is likely confusion about the rules.',
    'The council should deliver 300 letters.',
    'He could scarcely sleep before the exam.',
  ])('%s is none', none)

  it('reads on behind the tag that breaks a quotation', () =>
    expect(taken('"It could," he said, "take ten years to rebuild."')[0]).toContain('take ten years to rebuild'))
})

describe('what stands inside a subject, clefts and grounds', () => {
  it.each([
    ['Those who sell now will regret it.', 'will+'],
    ['Courts that begin by ruling will end by paying.', 'will+'],
    ['In our base case (60%), the response stops short of war.', 'will+'],
    ["What probably doesn't happen is a clean break.", 'probably-not+'],
    ['What comes next is a long recession.', 'will+'],
    ['Provided he comes through training, he plays.', 'will+'],
    ['Private money is hardly going to save it.', 'will-'],
    ['She sees the first cut in November.', 'expected+'],
    ['Demographers see no rebound ahead.', 'expected-'],
    ['The odds favour a slide before the year is out.', 'likely+'],
    ['Ministers are braced for a defeat.', 'expected+'],
    ['Importers would be the first to feel it.', 'will+'],
    ['Even a small cut would close forty wards.', 'will+'],
    ['In the event of a second shock, the plan would have to be redrawn.', 'will+'],
  ])('%s', (text, phrase) => expect(phrases(text)).toEqual([phrase]))

  it.each([
    'The man who will lead the inquiry lives in Leeds.',
    'A tool that will cut glass costs ten pounds.',
    'What happens next is a matter for the court.',
    'He would be the first to admit it.',
    'Even a child would know that.',
    'She sees a doctor next week.',
    'In the old house (1960), the roof leaks.',
    'The nurse is braced for the jump.',
  ])('%s is none', none)
})

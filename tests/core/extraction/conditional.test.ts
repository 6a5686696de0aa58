import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})

describe('would, should and might that foretell', () => {
  it.each([
    ['If the lira slid again, importers would suffer first.', 'will+'],
    ['A third defeat would cost the coach his job.', 'will+'],
    ['Were the dam to fail, two villages would vanish.', 'will+'],
    ['Should the vote go against her, the chancellor would resign within days.', 'will+'],
    ['Without a loan the airline would be bankrupt by March.', 'will+'],
    ['Any further delay would push the opening into 2028.', 'will+'],
    ['Another frost would ruin the apricots.', 'will+'],
    ['In that case the union would walk out.', 'will+'],
    ['Such a merger would leave three carriers in the market.', 'will+'],
    ['The tunnel should be open by Easter.', 'should-expected+'],
    ['If the rains come, the wheat should recover.', 'should-expected+'],
    ['The vaccine ought to arrive before the winter.', 'should-expected+'],
    ['They ought to be there by Friday.', 'should-expected+'],
    ['The club may be sold by June.', 'may+'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([`${said} ${text.slice(0, -1)}`]))

  it.each([
    ['She told investors that the plant would reopen in the spring.', 'the plant would reopen in the spring'],
    [
      'The agency warned on Monday that the river would burst its banks by the weekend.',
      'the river would burst its banks by the weekend',
    ],
  ])('%s', (text, quote) => expect(taken(text)).toEqual([`will+ ${quote}`]))

  it.each([
    'If I were mayor, I would sell the bridge.',
    'I would love to see them win.',
    'It would be unwise to bet on that.',
    'The bill would ban smoking in parks.',
    'A tax that would raise two billion was rejected.',
    'In 1987 an analyst wrote that the index would never recover.',
    'Years later she would marry a banker.',
    'Every summer the lake would dry out.',
    'Had the frost come earlier, the vines would have died.',
    'If the keeper had held on, they would be champions now.',
    'They thought that the fog would lift by noon.',
    'Everyone was certain that the bridge would hold.',
    'He said at the time that it would be a short war.',
    'The minister promised that taxes would fall, and they rose.',
    "The mill's owners said that the strike would be over in days; it lasted a year.",
    'You told us last spring that the hawks would win.',
    'That would be Anna at the door.',
    'You would think that they had learned.',
    'A doctor would tell you to rest.',
    'A deal would be a triumph for both.',
    'He said that he would if he could.',
    'In 2008 nobody thought that the mayor could survive the riots.',
    'The minister should be ashamed.',
    'The two sides should meet in May.',
    'He ought to know better.',
    'They may be bluffing.',
    'The judge may be tired of it all, but she is patient.',
    'We may as well go home.',
    'As a father might scold a son, the judge scolded him.',
  ])('%s', (text) => expect(taken(text)).toEqual([]))
})

describe('a verb left to the sentence before', () => {
  it.each([
    ['The Senate won’t, of course.', ['will- The Senate won’t, of course']],
    ['Rome could, and Athens will.', ['could+ Rome could', 'will+ Athens will']],
    ['But they are not going to: they never do.', ['will- they are not going to']],
    ['Against his will, he stayed.', []],
  ])('%s', (text, quotes) => expect(taken(text)).toEqual(quotes))
})

describe('going', () => {
  it.each([
    'Nobody is going to pay for that.',
    'It is never going to happen.',
    'No amount of money is going to save it.',
    'She is going nowhere.',
  ])('%s', (text) => expect(taken(text)).toEqual([`will- ${text.slice(0, -1)}`]))
})

describe('programmes, sayings, small print', () => {
  it.each([
    "The session will open at ten o'clock on Monday.",
    'The chair will take questions at noon.',
    'Lawyers will be lawyers.',
    'The next issue will look at pensions.',
    'Results may differ from forward-looking statements.',
    'These views may change without notice.',
  ])('%s', (text) => expect(taken(text)).toEqual([]))

  it.each(['The museum will reopen at Easter.', 'Oil will open at seventy dollars on Monday.'])('%s', (text) =>
    expect(taken(text)).toEqual([`will+ ${text.slice(0, -1)}`]),
  )
})

describe('brackets and dashes inside a condition', () => {
  it.each([
    'If demand passes the limit — it came close last year — the operator will cut supply.',
    'Unless the builders blink (and they show no sign of it) the firm is on course to fail.',
  ])('%s', (text) => expect(taken(text)[0]).toContain(text.slice(0, -1)))
})

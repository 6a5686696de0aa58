import { beforeAll, describe, expect, it } from 'vitest'
import { extract } from '../../../src/core/extraction/extract.ts'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'
import type { Tagger } from '../../../src/core/extraction/sentences/token.ts'
import { Day } from '../../../src/core/time.ts'

// A Tuesday.
const publishedOn = Day.parse('2025-08-26')
let tagger: Tagger
beforeAll(async () => {
  tagger = await loadTagger()
})
/** The windows of the claims in a sentence: their words and ends, or null for the default. */
const windows = (sentence: string) =>
  extract(sentence, { publishedOn }, tagger).map(({ window }) =>
    window?.source === 'default' ? null : [window?.text, window?.end],
  )

describe('whose words of time they are', () => {
  it.each([
    [
      'He said on Monday that the plant would close by the end of the year.',
      [['by the end of the year', '2025-12-31']],
    ],
    ['In May, he said the plant would close.', [null]],
    ['The orchard, which flooded in March, will be sold.', [null]],
    ['The ferry launched in May will run at a loss.', [null]],
    ['The club, founded in 1987, will move in October.', [['in October', '2025-10-31']]],
    ['Rents will rise faster than they did in June.', [null]],
    ['If the spring is dry, the vines will fail.', [null]],
    ['The vines will fail if the spring is dry.', [null]],
    ['The election scheduled for May will be close.', [['for May', '2026-05-31']]],
    ['The vote expected in November will be lost.', [['in November', '2025-11-30']]],
    ['The court — it sat in July — will rule in December.', [['in December', '2025-12-31']]],
    ['It will be the worst harvest in twenty years.', [null]],
    ['Unless the pumps arrive by Friday, the mine will stay shut until March.', [['until March', '2026-03-31']]],
  ])('%s', (sentence, found) => expect(windows(sentence)).toEqual(found))
})

describe('words that leave a bound where it is, and halves of other things', () => {
  it.each([
    [
      'The canal will stay shut until at least the middle of next year.',
      [['until at least the middle of next year', '2026-06-30']],
    ],
    ['The lease will run until at least March 2027.', [['until at least March 2027', '2027-03-31']]],
    ['The fleet will be gone by perhaps 2030.', [['by perhaps 2030', '2030-12-31']]],
    ['Nothing will move before roughly October.', [['before roughly October', '2025-09-30']]],
    ['They will tire in the second half of the match.', [null]],
    ['Rates will fall in the second half of next year.', [['in the second half of next year', '2026-12-31']]],
  ])('%s', (sentence, found) => expect(windows(sentence)).toEqual(found))
})

describe('which of two times, and times that the text around gives', () => {
  it.each([
    ['The loss of the bridge on Sunday will be felt until October.', [['until October', '2025-10-31']]],
    ['By June we see rates at 3 per cent, half a point lower.', [['By June', '2026-06-30']]],
    ['Friday’s jobs figure will show the slowest growth since early 2021.', [['Friday', '2025-08-29']]],
    ['The left will win a majority in today’s vote.', [['in today', '2025-08-26']]],
    ['Rents are higher today than they will be.', [null]],
    ['Voters go to the polls on Sunday. The mayor will lose her majority.', [['on Sunday', '2025-08-31']]],
    ['Ghent host Bruges on Friday, and the visitors will win.', [['on Friday', '2025-08-29']]],
    ['Ghent host Bruges on Friday. The stadium will be sold.', [null]],
    [
      'The deadline is Monday, 8 September. The first crews will be home by then.',
      [['Monday, 8 September', '2025-09-08']],
    ],
    ['The deadline of 30 September looms. The two sides will settle before then.', [['of 30 September', '2025-09-30']]],
    ['The vote, due on 4 October, will be lost.', [['on 4 October', '2025-10-04']]],
    ['An autumn rate cut looks likely.', [['autumn', '2025-11-30']]],
    ['A summer election is likely.', [['summer', '2025-08-31']]],
    ['Expect an autumn of strikes.', [['autumn', '2025-11-30']]],
    ['A spring of fresh water will be found.', [null]],
    ['Three weeks from now, shippers say, the queue will have cleared.', [['Three weeks from now', '2025-09-16']]],
  ])('%s', (sentence, found) => expect(windows(sentence)).toEqual(found))
})

describe('time set in front of several claims', () => {
  it.each([
    [
      'By June, the bank will cut its rate and the euro will fall.',
      [
        ['By June', '2026-06-30'],
        ['By June', '2026-06-30'],
      ],
    ],
    [
      'Next year, rents will slow and vacancies will rise.',
      [
        ['Next year', '2026-12-31'],
        ['Next year', '2026-12-31'],
      ],
    ],
    [
      'The port will close by June and the town will lose its ferry.',
      [
        ['by June', '2026-06-30'],
        ['by June', '2026-06-30'],
      ],
    ],
    [
      'The vote will be held in two weeks, and the mayor will lose it in the end.',
      [
        ['in two weeks', '2025-09-09'],
        ['in the end', null],
      ],
    ],
  ])('%s', (sentence, found) => expect(windows(sentence)).toEqual(found))
})

describe('time hung on behind', () => {
  it.each([
    ['The sponsor will walk away — by Christmas, I think.', [['by Christmas', '2025-12-25']]],
    ['The sponsor will blink first, and before the month is out.', [['before the month is out', '2025-08-31']]],
    ['Fares will fall, but not before 2028.', [['not before 2028', '2029-01-01']]],
  ])('%s', (sentence, found) => expect(windows(sentence)).toEqual(found))

  it.each([
    'Fares will fall, as they did in 2023.',
    'Fares will fall; in May they rose.',
    'Last year it rained in June, and the roof will leak.',
  ])('takes no other: %s', (sentence) => expect(windows(sentence)).toEqual([null]))
})

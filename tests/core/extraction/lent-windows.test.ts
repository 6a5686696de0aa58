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
/** The end of the last claim's window, or `default`. */
const lastEnd = (text: string) => {
  const found = extract(text, { publishedOn }, tagger).at(-1)
  expect(found).toBeDefined()
  return found?.window?.source === 'default' ? 'default' : found?.window?.end
}

describe('time that stands outside the claim', () => {
  it.each([
    ['A strike in October? Almost certainly not.', '2025-10-31'],
    ['Will the port close by the end of March? Probably not.', '2026-03-31'],
    ['ROE: Could there be frost in November?\n\nDOE: It will probably come.', '2025-11-30'],
    ['The aim is to finish the bridge in 2026. Don’t bet on it.', '2026-12-31'],
    ['The governor has until 12 September to act on the bill. She will sign it.', '2025-09-12'],
    ['The committee votes on the levy on Wednesday. It should pass comfortably.', '2025-08-27'],
    ['There is talk of a summit before Christmas. I would be surprised if it took place.', '2025-12-24'],
    ['The board has until the end of September to agree, and nobody in the trade thinks that it will.', '2025-09-30'],
    ['The heirs have until 3 October to sell; they will miss that date.', '2025-10-03'],
    ['Nothing can show before 2028, by which time the founder is likely to have retired.', '2027-12-31'],
    ['The figure is published next Wednesday, and I should be astonished if it fell.', '2025-09-03'],
    ['She sees an even chance of a slump by June, and one in five of a bad one.', '2026-06-30'],
    ['I would be amazed if the price did not fall by 2028.', '2028-12-31'],
    ['What I expect from Thursday is a fudge.', '2025-08-28'],
  ])('%s', (text, end) => expect(lastEnd(text)).toBe(end))
})

describe('time that is not the claim’s', () => {
  it.each([
    ['The mill will close in May. It will not be sold.', 'default'],
    ['The mill will close in May. If wages rise, it could be sold.', 'default'],
    ['The mill was sold in May. It will probably close.', 'default'],
    ['The mill will close in May. The owners will be blamed.', 'default'],
    ['The mill, which is due to close in May, will be missed.', 'default'],
    ['The pact, dormant for two decades, could be ratified before the year ends.', '2025-12-31'],
    ['Costs will fall by two-fifths between the first ship and the fifth.', 'default'],
    ['If she wins the first round, she will get to the third.', 'default'],
    ['The firm will bury this summer’s losses in 2027.', '2027-12-31'],
    ['The council is not about to sell the park.', 'default'],
    ['The council is about to sell the park.', '2025-11-26'],
  ])('%s', (text, end) => expect(lastEnd(text)).toBe(end))
})

describe('events that the text dates', () => {
  const poll = 'The election is fixed for 3 October. '
  it.each([
    [`${poll}The cabinet will fall before the election.`, '2025-10-02'],
    [`${poll}The cabinet will probably be gone by polling day.`, '2025-10-03'],
    [`${poll}The document will be pushed through in the weeks before the vote.`, '2025-10-02'],
    [
      'The trial opens in Leeds on Monday 1 September. The case will collapse within a fortnight of opening.',
      '2025-09-15',
    ],
    ['The window closes on Monday. Analysts doubt that they will sell before the deadline.', '2025-09-01'],
    ['The window shuts on 1 September. The club will probably sell him before the close.', '2025-09-01'],
    ['The first vote is on 3 October, the second vote on 9 November. It will fall before the vote.', 'default'],
    ['The cabinet will fall before the election.', 'default'],
    ['The election was held on 3 May. The cabinet will fall before the election.', 'default'],
  ])('%s', (text, end) => expect(lastEnd(text)).toBe(end))
})

describe('names and lengths', () => {
  it.each([
    ['The army will launch a spring offensive.', '2026-05-31'],
    ['A quantum winter will follow.', 'default'],
    ['They will hardly get through the year without a strike.', '2025-12-31'],
    ['Give it eighteen months and the firm will be cutting prices.', '2027-02-26'],
    ['The courts will spend a decade fighting about it.', '2035-08-26'],
    ['The bank will cut in October and again in December.', '2025-12-31'],
    ['It will be a decade before the town recovers.', '2035-08-26'],
    ['The case will drag on for another year.', '2026-08-26'],
    ['Within the year, half of them will be gone.', '2025-12-31'],
    ['Not until the spring will the ice break.', '2026-02-28'],
    ['2027 will be a hard year.', '2027-12-31'],
    ['The gain will hold into the spring.', '2026-05-31'],
    ['The strike will drag on well into 2026.', '2026-12-31'],
    ['The mill will stay open until about 2040.', '2040-12-31'],
    ['He may well be sacked before the clocks go back.', '2025-10-25'],
    ['Two more firms will raise prices before the Super Bowl.', '2026-02-07'],
    ['The bill will be law before the midterms.', '2026-11-02'],
    ['The bridge will reopen by Remembrance Sunday.', '2025-11-09'],
    ['The bridge will reopen by Mothering Sunday.', '2026-03-15'],
    ['The shops will have a good Christmas.', 'default'],
    ['Once the ground dries in April they will come.', '2026-04-30'],
  ])('%s', (text, end) => expect(lastEnd(text)).toBe(end))
})

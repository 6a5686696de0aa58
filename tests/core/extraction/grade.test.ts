import { beforeAll, describe, expect, it } from 'vitest'
import type { ExtractedCandidate } from '../../../src/core/candidate.ts'
import { extract, possiblePassages } from '../../../src/core/extraction/extract.ts'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'
import type { Tagger } from '../../../src/core/extraction/sentences/token.ts'
import { Day } from '../../../src/core/time.ts'

const publishedOn = Day.parse('2026-02-10')
let tagger: Tagger
beforeAll(async () => {
  tagger = await loadTagger()
})

/** The last passage of a text as extraction reads it, whether or not a gate lists it. */
const read = (text: string): ExtractedCandidate => {
  const kept = extract(text, { publishedOn }, tagger)
  const found = (kept.length > 0 ? kept : possiblePassages(text, { publishedOn }, tagger)).at(-1)
  if (!found) throw new Error('nothing was found')
  return found
}

describe('kinds', () => {
  it.each([
    // Something happens.
    ['The orchestra will sell the hall.', 'event'],
    ['The union is likely to call a strike in May.', 'event'],
    ['Ann Roe will win the election.', 'event'],
    ['The party will lose nine of its seats.', 'event'],
    ['The firm will probably lose the appeal.', 'event'],
    ['The club could lose its licence.', 'event'],
    ['The motion will fail.', 'event'],
    ['The pilots will fail to reach a deal.', 'event'],
    ['We are going to see snow in June.', 'event'],
    ['There is a real danger that the dam breaks.', 'event'],
    ['It is only a matter of time before the roof collapses.', 'event'],
    ['If the team wins, the coach will retire.', 'event'],
    ['The coach will retire if the team loses.', 'event'],
    ['Should the project fail, the bank will sell the land.', 'event'],
    ['He will hold up the trophy.', 'event'],
    ['The parliament will hold a hearing.', 'event'],
    ['The mill will close before the important vote.', 'event'],
    ['Unemployment will improve by two points.', 'event'],
    ['Exports will rise.', 'event'],
    ['The mayor will resign.', 'event'],
    ['The tram will run on Sundays.', 'event'],
    ['The drought will end.', 'event'],
    ['The museum will no longer be free.', 'event'],
    ['The company may go bankrupt.', 'event'],
    ['Rents will probably double within a year.', 'event'],
    // Something goes on.
    ['The border will remain closed.', 'state'],
    ['Prices are expected to stay high.', 'state'],
    ['The coalition will survive the winter.', 'state'],
    ['The truce will probably not survive the autumn.', 'state'],
    ['There is every chance that the truce lasts into 2028.', 'state'],
    ['There is a danger that the drought continues.', 'state'],
    ['The siege will drag on for months.', 'state'],
    ['The party will retain its majority.', 'state'],
    ['The bank will maintain the peg.', 'state'],
    ['The general will hang on until the summer.', 'state'],
    ['The minister will cling to power.', 'state'],
    ['I doubt that the ceasefire will hold.', 'state'],
    ['Talks will still be going on at Christmas.', 'state'],
    ['The vaccine will continue to be free.', 'state'],
    ['The two firms will go on trading.', 'state'],
    ['The mine is likely to keep losing money.', 'state'],
    ['The patient will still be in hospital in May.', 'state'],
    ['The bridge will stay open.', 'state'],
    ['The law will stand.', 'state'],
    ['The boom will persist.', 'state'],
    // Nobody could say whether it came true.
    ['The reform will be a success.', 'vague'],
    ['The strategy will fail.', 'vague'],
    ['The speech will look foolish.', 'vague'],
    ['The town will struggle.', 'vague'],
    ['The new rules will hurt small shops.', 'vague'],
    ['The scandal will overshadow the games.', 'vague'],
    ['The country will be stronger.', 'vague'],
    ['Life in the valley will become harder.', 'vague'],
    ['The allies will lose patience.', 'vague'],
    ['The voters will love the plan.', 'vague'],
    ['The merger will transform the industry.', 'vague'],
    ['The treaty will bring lasting peace.', 'vague'],
    ['The team will play an important role.', 'vague'],
    ['The choice will matter.', 'vague'],
    ['The film will probably be terrible.', 'vague'],
    ['The farmers will suffer.', 'vague'],
    ['The club will overpay for him.', 'vague'],
    ['The senator will regret the vote.', 'vague'],
    // Not about what will happen.
    ['Had the pilot waited, the plane would have landed.', 'counterfactual'],
    ['If the bank had acted, prices would probably have fallen.', 'counterfactual'],
    ['The bridge would almost certainly have held.', 'counterfactual'],
    ['The council should sell the hall.', 'normative'],
    ['The mayor should resign.', 'normative'],
  ])('%s', (text, kind) => expect(read(text).kind).toBe(kind))
})

describe('what is listed but cannot be scored', () => {
  it.each([
    ['Had the pilot waited, the plane would have landed.', 'counterfactual'],
    ['The council should sell the hall.', 'normative'],
    ['The toll could be up to 400 francs.', 'sets only an upper bound'],
    ['As many as 300 jobs may go.', 'sets only an upper bound'],
    ['The voters will want a better deal.', 'nobody could say'],
  ])('%s', (text, reason) => {
    const { scorable, reasons } = read(text)
    expect(scorable).toBe(false)
    expect(reasons.join('; ')).toContain(reason)
  })

  it.each([
    'The toll will be 400 francs.',
    'The toll could rise to 400 francs.',
    'At least 300 jobs will go.',
    'It is up to the court, which will rule in May.',
    'The mayor will resign.',
    'The vote, up to now a formality, will be close.',
  ])('scores: %s', (text) => expect(read(text).scorable).toBe(true))
})

describe('how well strangers would agree', () => {
  it.each([
    ['Ann Roe will resign by May.', 'checkable'],
    ['The toll will rise to 400 francs.', 'checkable'],
    ['The mayor will resign.', 'arguable'],
    ['The reform will be a success.', 'arguable'],
    ['The voters will want a better deal.', 'unverifiable'],
  ])('%s', (text, verifiability) => expect(read(text).verifiability).toBe(verifiability))
})

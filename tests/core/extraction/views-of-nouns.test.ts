import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'
import { voices } from './voices.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})
const phrases = (text: string) => taken(text).map((claim) => claim.split(' ')[0])
const none = (text: string) => expect(taken(text)).toEqual([])

describe('nouns for a view, joined to what is to come', () => {
  it.each([
    ["Warsaw's working assumption is that the brigade is gone by 2028.", 'expected+'],
    ["The company's guidance, reiterated on Wednesday, is for revenue of between $14bn and $14.5bn.", 'expected+'],
    ['On the desk the joke has become the house view: parity by Bastille Day.', 'expected+'],
    ['The talk in the bazaar is of a devaluation.', 'expected+'],
    ["The bank's base case remains a hard landing.", 'better-than-even+'],
    ['The consensus among brokers is two cuts this year.', 'expected+'],
    ['Word is that the firm is sold by Easter.', 'expected+'],
    ['Fitch is standing by its view that Nairobi avoids a restructuring this side of the election.', 'expected+'],
    ['Corvo sticks to its forecast of a deep recession.', 'expected+'],
    ['The bank repeats its call for two cuts this year.', 'expected+'],
    ['JPMorgan pushed back its first cut from May to September.', 'expected+'],
    ['HSBC pared its gold number to $3,600 for 2028.', 'expected+'],
    ['I give the marriage of the two firms three years.', 'expected+'],
    [
      'Several members judged that inflation was more likely than not to be above target by the autumn.',
      'better-than-even+',
    ],
    ['The generals hold out little prospect of a breakthrough.', 'little-chance+'],
    ['Nobody sees a deal before June.', 'not-believe+'],
    ['The chancellor is confident of a deal.', 'confident+'],
  ])('%s', (text, phrase) => expect(phrases(text)).toEqual([phrase]))

  it.each([
    'The view is splendid.',
    'In his view is a castle.',
    'The estimate is wrong.',
    'The case is a matter for the court.',
    'The outlook is bleak.',
    'The word is of Greek origin.',
    'Its guidance is for staff to wear masks.',
    'The verdict: guilty.',
    'The union stands by its claim that he lied.',
    'The club put back its first game to Tuesday.',
    'The bank moved its headquarters to 2 King Street.',
    'He gives the class two weeks to finish.',
    'The carrier raised its own guidance for the third time this year.',
  ])('%s is none', none)
})

describe('what somebody can look forward to, or be relied on for', () => {
  it.each([
    ['Fans can look forward to a feast of football this summer.', 'expected+'],
    ['The general can count on losing at least two provinces.', 'expected+'],
    ['Its lawyers can be relied upon to make it a long business.', 'likely+'],
    ['One can safely predict that the honours list includes a donor.', 'confident+'],
    ['Change is coming to the high street.', 'set-to+'],
    ['The worst is yet to come.', 'set-to+'],
  ])('%s', (text, phrase) => expect(phrases(text)).toEqual([phrase]))

  it.each([
    'You can count on a friend.',
    'We can look forward to it.',
    'Models can predict rain.',
    'He is coming to the party.',
  ])('%s is none', none)
})

describe('who says it, by more verbs and grounds', () => {
  it.each([
    ['A downgrade, one of them hints broadly, is likely.', 'reported paraphrase one of them'],
    [
      'My source in the dressing room swears the captain will not sign.',
      'reported paraphrase My source in the dressing room',
    ],
    ['The seat is a toss-up, counters her campaign manager.', 'reported paraphrase her campaign manager'],
    ['The firm is bound to walk out, or so its own workers mutter.', 'reported paraphrase its own workers'],
    ["Roe's lawyers are confident the verdict will be quashed.", "reported paraphrase Roe's lawyers"],
    [
      'Outbreaks are all but inevitable this spring, the health service said.',
      'reported paraphrase the health service',
    ],
    [
      'The revolt, people who have counted the proxies contend, will fall short.',
      'reported paraphrase people who have counted the proxies',
    ],
    [
      "Generative AI, to hear Goldman's people tell it, will take a bite out of the trade.",
      "reported paraphrase Goldman's people",
    ],
    ['A veto is not out of the question, the French side lets it be known.', 'reported paraphrase the French side'],
    ["Rates will fall, on the bank's own projection, to 3 per cent.", 'reported paraphrase the bank'],
    [
      "El Niño will form by November, the agency's latest bulletin reads.",
      "reported paraphrase the agency's latest bulletin",
    ],
    ['The lawyers are working on the assumption that a request will be filed.', 'reported paraphrase The lawyers'],
    ['Analysts doubt that it can be done.', 'reported paraphrase Analysts'],
    ['They will have crossed the Rhine in numbers by the end of the decade.', 'own'],
    ['Ann Roe talks of a strike by May.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe has ruled out a cut this year.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe sees a pause in May.', 'reported paraphrase Ann Roe'],
    ['The firm guides to revenue of $65bn in the coming quarter.', 'reported paraphrase The firm'],
    ['By common consent the peso is doomed.', 'reported paraphrase unnamed'],
    ['Ann Roe ventured that the line could break within a month.', 'quoted paraphrase Ann Roe'],
  ])('%s', (text, voice) => expect(voices(text)).toEqual([voice]))

  it('what was said before "and, by their own reckoning," stays with the author', () =>
    expect(
      voices("The town would flood sooner and, by the engineers' own reckoning, would lose its bridge if it rains.")[0],
    ).not.toContain('quoted'))
})

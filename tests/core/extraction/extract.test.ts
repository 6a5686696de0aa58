import { beforeAll, describe, expect, it } from 'vitest'
import type { ExtractedCandidate } from '../../../src/core/candidate.ts'
import { ExtractedCandidate as Candidate } from '../../../src/core/candidate.ts'
import { extract } from '../../../src/core/extraction/extract.ts'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'
import type { Tagger } from '../../../src/core/extraction/sentences/token.ts'
import { Day } from '../../../src/core/time.ts'

const publishedOn = Day.parse('2026-02-10')
let tagger: Tagger
beforeAll(async () => {
  tagger = await loadTagger()
})

const all = (text: string): ExtractedCandidate[] => extract(text, { publishedOn }, tagger)
const only = (text: string): ExtractedCandidate => {
  const found = all(text)
  expect(found.map((candidate) => candidate.quote)).toHaveLength(1)
  const [first] = found
  if (!first) throw new Error('nothing was found')
  return first
}

describe('words of likelihood', () => {
  it.each([
    ['The port will close.', 'will', '+', 0.98],
    ["The port won't close.", 'will', '-', 0.02],
    ['No deal will be reached.', 'will', '-', 0.02],
    ['Neither side will back down.', 'will', '-', 0.02],
    ['Nor will the allies send troops.', 'will', '-', 0.02],
    ['Nobody will come.', 'will', '-', 0.02],
    ['The mayor is not going to run again.', 'will', '-', 0.02],
    ['The mayor will never agree.', 'never', '+', 0.024],
    ['The bill will most likely pass.', 'most-likely', '+', 0.82],
    ['The bill will almost certainly pass.', 'almost-certainly', '+', 0.9],
    ["The bill probably won't pass.", 'probably-not', '+', 0.247],
    ['The bill is highly unlikely to pass.', 'highly-unlikely', '+', 0.077],
    ['It is unlikely that the bill will pass.', 'unlikely', '+', 0.187],
    ['It is likely that the bill will not pass.', 'likely', '-', 0.271],
    ['The bill may well pass.', 'may-well', '+', 0.55],
    ['The bill may pass.', 'may', '+', 0.419],
    ['The bill might not pass.', 'might', '-', 0.6],
    ['A strike is inevitable.', 'inevitable', '+', 0.95],
    ['A strike is out of the question.', 'out-of-the-question', '+', 0.03],
    ['I should put the chance that the dam breaks at two in three.', 'micro:666667', '+', 0.666667],
    ['I would put the odds of a default this year at 60 percent.', 'micro:600000', '+', 0.6],
    ['We put the chance that the dam does not hold at one quarter.', 'micro:250000', '-', 0.75],
    ['There are two chances in three that the ferry sinks.', 'micro:666667', '+', 0.666667],
    ['A strike is unlikely any time soon.', 'unlikely', '+', 0.187],
    ['A verdict is likely today.', 'likely', '+', 0.729],
    ['They may take the castle.', 'may', '+', 0.419],
    ['It is hard to imagine the council selling the theatre.', 'hard-to-see', '+', 0.18],
    ['The weather office expects two storms by Friday.', 'expected', '+', 0.78],
    ['The ferry expects to sail again by June.', 'expected', '+', 0.78],
    ['Most critics expect a warm reception for the opera.', 'expected', '+', 0.78],
    ['Traders expect no move before the vote.', 'expected', '-', 0.22],
    ['The sequel is two months away.', 'set-to', '+', 0.88],
    ['A return to coal is not in the cards.', 'not-in-the-cards', '+', 0.07],
    ['That seems to be an unrealistic prospect.', 'unrealistic', '+', 0.13],
    ['Still, it’s a long-shot bet.', 'long-shot', '+', 0.1],
    ['There is no reason to believe the union will yield.', 'no-reason-to-believe', '+', 0.08],
    ['It is hard to see why the union would yield.', 'hard-to-see', '+', 0.18],
    ['It would be virtually impossible to stop them.', 'virtually-impossible', '+', 0.04],
    ['It is not impossible that the bill passes.', 'not-impossible', '+', 0.25],
    ['There is a 30 percent chance that the firm folds.', 'micro:300000', '+', 0.3],
    ['There is a one in five chance of a default.', 'micro:200000', '+', 0.2],
    ['The chances of success are slim.', 'chances-are-slight', '+', 0.124],
    ['The likeliest outcome is a stalemate.', 'most-likely', '+', 0.82],
    ['Few believe that the truce will hold.', 'not-believe', '+', 0.15],
    ['I doubt the target will be met.', 'we-doubt', '+', 0.224],
    ['Only then will the leaders meet.', 'will', '-', 0.02],
    ['Talks will resume only if both sides agree.', 'will', '-', 0.02],
    ['After such a fire there can be no return.', 'will', '-', 0.02],
    ['Membership is years away.', 'far-off', '+', 0.08],
  ])('%s', (text, phrase, polarity, mid) => {
    const found = only(text)
    expect([found.phrase, found.polarity]).toEqual([phrase, polarity])
    expect(found.probability.mid).toBeCloseTo(mid, 6)
    expect(found.orientation).toBe(polarity === '-' ? 'opposite' : 'as-worded')
  })

  it('keeps a claim that something goes on as worded', () => {
    expect(only('The war could continue for years.')).toMatchObject({
      phrase: 'could',
      polarity: '+',
      kind: 'state',
      weakHedge: true,
    })
  })

  it('quotes the hedge as it stands, over a line break', () => {
    expect(only('It will most\nlikely fail.').hedge).toBe('most\nlikely')
    expect(only('It will fail.').hedge).toBe('')
  })
})

describe('what is no prediction', () => {
  it.each([
    'Will the euro survive?',
    'But what if the envoys will yield?',
    'The question is how voters will react.',
    'It remains to be seen whether the plan will work.',
    'They discussed how a truce could work.',
    'He promised to end the strike within a day.',
    'The union long insisted that it would never yield.',
    'The board always stipulated that a vote would be essential.',
    'The law would have banned the practice.',
    'She drew up a budget that would mean some cuts.',
    'The draft suggests the zone could become a park.',
    'Under the plan, troops will leave the zone.',
    'The government should resign.',
    'The mayor must make clear that the talks will depend on trust.',
    'They hope that the rain will stop.',
    'There are fears that the strike will spread.',
    'The fear is that the strike will spread.',
    'The envoy tried to convince them that the board will yield.',
    'The army wants to make sure that the thieves will not return.',
    'It is naive to think that the board will yield.',
    'The board has entertained the possibility that the port could close.',
    'The square may feel like a stage set.',
    'The firm may have lied.',
    'He probably repeated his old line.',
    'He is likely the best man for the post.',
    'The political will to reform is missing.',
    'Time will tell.',
    'A deal will require patience.',
    'As I will argue below, the thesis is wrong.',
    'The bridge can carry ten trucks.',
    'He does not believe that the land has a right to exist.',
    'She has yet to visit the port.',
    'I did not see the storm coming.',
    'I see no reason to doubt the surgeon.',
    'I had expected the choir to stay.',
    'In 2011 I wrote that the theatre will never reopen.',
    'We predicted in 2020 that the theatre will reopen.',
    'You may laugh.',
    'I said that there would be a flood.',
    'If the mayor thinks that the choir will sing, he is mistaken.',
    'Nobody has said a thing that could be used against the surgeon.',
    'It is a road that could be shorter.',
    'You may keep the umbrella.',
    'I shall be at the concert, in a new hat.',
    'I am not going to apologise.',
    'The goalkeeper looks as though nobody has fed him.',
    'The bookmakers expect otherwise.',
    'Children expect to be fed.',
    'Strikes usually end when the money runs out.',
    'The clerk had to agree, lest the post be given to another.',
    'Der Hafen wird im Winter schließen.',
    'Порт закроется зимой.',
    '',
  ])('%s', (text) => expect(all(text)).toEqual([]))
})

describe('whose forecast it is', () => {
  it.each([
    ['The port will close.', 'own', 'verbatim', null],
    ['I think the port will close.', 'own', 'verbatim', null],
    ['The mayor understands that the port will close.', 'own', 'verbatim', null],
    ['“The port will close before the winter,” said Jane Doe, an economist.', 'quoted', 'verbatim', 'Jane Doe'],
    [
      '“The port will close before the winter,” Greg Roe, a fellow at the Institute, told reporters.',
      'quoted',
      'verbatim',
      'Greg Roe',
    ],
    ['Jane Doe said that the port will close.', 'quoted', 'paraphrase', 'Jane Doe'],
    ['Jane Doe said the port would close within a year.', 'quoted', 'paraphrase', 'Jane Doe'],
    ['According to Doe, the port will close.', 'quoted', 'paraphrase', 'Doe'],
    [
      'Minister Ann Roe explained again: first the board meets, and only then will the port close.',
      'quoted',
      'paraphrase',
      'Ann Roe',
    ],
    ['Many analysts remain skeptical that a deal will be reached.', 'reported', 'paraphrase', 'Many analysts'],
    ['The port will close, analysts say.', 'reported', 'paraphrase', 'analysts'],
    ['The port, analysts say, will close.', 'reported', 'paraphrase', 'analysts'],
    ['Moscow, backed by its allies, has made it clear that it will not yield.', 'reported', 'paraphrase', 'Moscow'],
    ['The ministry said that the port will close.', 'reported', 'paraphrase', 'The ministry'],
    ['Doe believes the port will close.', 'reported', 'paraphrase', 'Doe'],
    ['“The port will close before the winter,” said Ann Roe on the radio yesterday.', 'quoted', 'verbatim', 'Ann Roe'],
    ['“The port will close before the winter,” said Roe last week.', 'quoted', 'verbatim', 'Roe'],
    ['“The port will close before the winter,” said Roe at her first press call.', 'quoted', 'verbatim', 'Roe'],
    ['“The port will close before the winter,” said Ann Roe-Doe of the union.', 'quoted', 'verbatim', 'Ann Roe-Doe'],
    ['“The port will close before the winter,” said officials on Monday.', 'reported', 'verbatim', 'officials'],
    ["The crew's lawyer, Ann Roe, told me that the port will close.", 'quoted', 'paraphrase', 'Ann Roe'],
    ['According to the botanist Zoë Łuk, “the roses will bloom in March,” or so.', 'quoted', 'verbatim', 'Zoë Łuk'],
    [
      'Mayor Ann Roe of Genoa told a local station on Friday that the port will close.',
      'quoted',
      'paraphrase',
      'Ann Roe',
    ],
    ['Ann Roe and Bob Doe said the port will close.', 'quoted', 'paraphrase', 'Ann Roe and Bob Doe'],
    ['Ann Roe and aides close to her said the port will close.', 'quoted', 'paraphrase', 'Ann Roe and aides'],
    [
      'The bakers in Genoa, for their part, expect no rise before June.',
      'reported',
      'paraphrase',
      'The bakers in Genoa',
    ],
    ['Ann Roe puts the odds of a flood at one in four.', 'quoted', 'paraphrase', 'Ann Roe'],
    ['The consensus is that prices will fall.', 'reported', 'paraphrase', 'The consensus'],
    ['My view is that prices will fall.', 'own', 'verbatim', null],
    ['Forecasts for next year hover at around one percent.', 'reported', 'paraphrase', 'Forecasts for next year'],
  ])('%s', (text, attribution, directness, claimant) =>
    expect(only(text)).toMatchObject({ attribution, directness, claimant }),
  )

  it('gives a bare surname in full when one full name in the text has it', () => {
    const found = all('Ann Roe runs the port. Roe said that it will close. President Doe said that it will stay open.')
    expect(found.map((candidate) => candidate.claimant)).toEqual(['Ann Roe', 'Doe'])
    const two = all('Ann Roe and Bob Roe run the port. Roe said that it will close.')
    expect(two[0]?.claimant).toBe('Roe')
  })

  it('gives a reason to the one whose claim it supports', () => {
    const found = all('Common opinion is that prices will fall because the harvest will be good.')
    expect(found.map(({ claimant }) => claimant)).toEqual(['Common opinion'])
  })

  it('follows a pronoun to the person named before', () => {
    const found = all('Jane Doe runs the port. She said on Monday that it will close.')
    expect(found[0]).toMatchObject({ attribution: 'quoted', claimant: 'Jane Doe' })
  })

  it('gives a second quotation of a paragraph to the speaker of the first', () => {
    const found = all(
      '“The port will close before the winter,” Jane Doe said. “The town will be empty by the spring of next year.”',
    )
    expect(found.map((candidate) => candidate.claimant)).toEqual(['Jane Doe', 'Jane Doe'])
  })
})

describe('conditions', () => {
  it.each([
    ['If the strike goes on, the port will close.', 'If the strike goes on'],
    ['Unless the board yields, the port will close.', 'Unless the board yields'],
    ['The port will close unless the board yields.', 'unless the board yields'],
    ['No matter what the board says, the port will close.', 'No matter what the board says'],
    ['The port will close in the event of a new strike.', 'in the event of a new strike'],
    ['Even if a deal is found, the port will close.', 'Even if a deal is found'],
    ['The strike will only stop when the board yields.', 'when the board yields'],
    ['With a last push, the mayor may still win the vote.', 'With a last push'],
    ['The port will close, if at all, late.', null],
    ['With the board refusing to talk, the port will close.', null],
    ['The port will close once and for all.', null],
    ['The port will close without a subsidy.', 'without a subsidy'],
    ['The ferry will carry passengers without tickets.', null],
    ['The inspectors could find houses without a roof.', null],
    ['The port will stay open until the end of June.', null],
    ['The port will not reopen until the crane is repaired.', 'until the crane is repaired'],
    ['The choir will sing until midnight if it has to.', null],
    ['The choir will sing, if only to annoy the mayor.', null],
  ])('%s', (text, condition) => expect(only(text).condition).toBe(condition))
})

describe('kinds', () => {
  it.each([
    ['The town will hold an election in May.', 'event'],
    ['The parties will hold talks.', 'event'],
    ['The concert may not be held at all.', 'event'],
    ['The library will keep the fee.', 'event'],
    ['The crew will go on strike.', 'event'],
    ['The governor may stand for senator.', 'event'],
    ['The governor may stand down.', 'event'],
    ['The ruling will stand.', 'state'],
    ['The ceasefire will hold.', 'state'],
    ['The drought will last for years.', 'state'],
    ['The club will stay in the league.', 'state'],
    ['Doe will remain mayor.', 'state'],
    ['The drought will go on.', 'state'],
    ['Rents are likely to stay high.', 'state'],
    ['Rents will keep falling.', 'state'],
    ['Doe will still be mayor at Easter.', 'state'],
    ['Most economists expect rents to remain high.', 'state'],
  ])('%s', (text, kind) => expect(only(text).kind).toBe(kind))
})

describe('words of time and conditions', () => {
  it.each([
    ['If the winter is mild, the tunnel will open by Easter.', '2026-04-05'],
    ['If the drought lasts into July, the mill will close.', '2027-02-10'],
    ['The verdict may be announced on a Friday evening.', '2027-02-10'],
    ['The choir will sing until midsummer if it has to.', '2026-06-24'],
  ])('%s', (text, end) => expect(only(text).window?.end).toBe(end))
})

describe('quotes', () => {
  it('starts a sentence after a small word that looks like an abbreviation', () => {
    const found = all('They stay at home when the nights draw in. Ann Roe will sing. Then she may drop in.')
    expect(found.map(({ quote }) => quote)).toEqual(['Ann Roe will sing', 'Then she may drop in'])
  })

  it.each([
    ['Snow is likely, since the wind has turned.', ['Snow is likely']],
    [
      'Snow may fall, and the poor, who have no coats, will freeze.',
      ['Snow may fall', 'the poor, who have no coats, will freeze'],
    ],
    ['Snow is likely, though nobody has said how much.', ['Snow is likely']],
    ['The firm will refuse and will avoid all talks.', ['The firm will refuse', 'will avoid all talks']],
    ['Prices will rise; wages may fall.', ['Prices will rise', 'wages may fall']],
    ['A late spring—but a warm one—could save the crop.', ['A late spring—but a warm one—could save the crop']],
    [
      'He ignores that the town will starve, but that the port will live.',
      ['the town will starve', 'the port will live'],
    ],
    [
      'Doe knows that her board will yield before the union changes course — which is not in the cards.',
      [
        'her board will yield before the union changes course',
        'her board will yield before the union changes course — which is not in the cards',
      ],
    ],
    [
      'What was lost in the field will not be won at the table.',
      ['What was lost in the field will not be won at the table'],
    ],
  ])('%s', (text, quotes) => {
    const found = all(text)
    for (const candidate of found) expect(text.slice(candidate.start, candidate.end)).toBe(candidate.quote)
    expect(found.map((candidate) => candidate.quote)).toHaveLength(quotes.length)
    for (const quote of quotes.slice(0, 1)) expect(found[0]?.quote).toBe(quote)
  })

  it('leaves a rejected hope inside the claim that rejects it', () => {
    const found = only(
      'Despite hopes in the town that the board will yield, that seems to be an unrealistic prospect, at least for now.',
    )
    expect(found).toMatchObject({
      attribution: 'own',
      phrase: 'unrealistic',
      window: { end: '2026-05-10', source: 'rule' },
    })
  })

  it('gives the shape the rest of the house reads', () => {
    expect(Candidate.parse(only('The port will close by March.'))).toMatchObject({
      window: { source: 'stated', end: '2026-03-31' },
    })
  })
})

import { describe, expect, it } from 'vitest'
import { voices } from './voices.ts'

const table = (items: readonly (readonly [text: string, ...voices: string[]])[]): void => {
  it.each(items.map(([text, ...wanted]) => [text, wanted] as const))('%s', (text, wanted) =>
    expect(voices(text)).toEqual(wanted),
  )
}

// Written after the rules of who says what had been settled on other sentences, to see how far they carry.
describe('speech, in other words and orders', () =>
  table([
    [
      '“Solar will be cheaper than coal everywhere by 2030,” maintains Petra Novak of the grid operator.',
      'quoted verbatim Petra Novak',
    ],
    [
      '“My hunch is that the tiger will come back,” Arjun Mehta, a biologist who has tracked the animals since 1998, told me over tea.',
      'quoted verbatim Arjun Mehta',
    ],
    [
      'Petra Novak has long been the gloomiest voice on the board. “The pound will lose a fifth of its value,” she told colleagues in May.',
      'quoted verbatim Petra Novak',
    ],
    [
      '“It will rain,” the skipper said, “and the race will be called off.”',
      'reported verbatim the skipper',
      'reported verbatim the skipper',
    ],
    ['Novak, the coach, was in no mood for caution: “We will stay up.”', 'quoted verbatim Novak'],
    [
      '“Nothing will change,” sighs Marta Ruiz, 61, who has sold fish here since she was a girl.',
      'quoted verbatim Marta Ruiz',
    ],
    [
      'Writing in the journal’s spring issue, Arjun Mehta predicts that the reefs will recover.',
      'quoted paraphrase Arjun Mehta',
    ],
    [
      'Mehta’s co-author, Lena Braun, goes further, arguing that the reefs will double in size.',
      'quoted paraphrase Lena Braun',
    ],
    ['When I asked Lena Braun about the vote, she said that it will be lost.', 'quoted paraphrase Lena Braun'],
    ['Asked about the vote, Lena Braun said it will be lost.', 'quoted paraphrase Lena Braun'],
    ['Lena Braun, the finance minister, let slip on Tuesday that taxes will go up.', 'quoted paraphrase Lena Braun'],
    ['In a note to clients, Lena Braun wrote that the rally will fade by June.', 'quoted paraphrase Lena Braun'],
    [
      'In her memoir, published in March, Lena Braun says that the union will not survive.',
      'quoted paraphrase Lena Braun',
    ],
    ['The rally, reckons Lena Braun, will fade by June.', 'reported paraphrase Lena Braun'],
    ['The rally will fade by June, Lena Braun told Reuters in an interview.', 'quoted paraphrase Lena Braun'],
    ['The rally will fade, if Lena Braun is to be believed.', 'own'],
    ['Lena Braun’s message to investors is simple: the rally will fade.', 'quoted paraphrase Lena Braun'],
    ['Lena Braun gives the rally a 40 percent chance of lasting into June.', 'quoted paraphrase Lena Braun'],
    ['Nor does Lena Braun think that the rally will last.', 'reported paraphrase Lena Braun'],
    ['Lena Braun once told me that she hates forecasts. The rally will fade all the same.', 'own'],
    ['“Who says that the rally will fade?” Lena Braun asked.'],
  ]))

describe('groups and bodies, in other words', () =>
  table([
    ['Doctors warn that the wards will be full by January.', 'reported paraphrase Doctors'],
    ['Hardly any economist expects rates to rise this year.', 'reported paraphrase Hardly any economist'],
    [
      'A growing number of scientists think that the reef will die.',
      'reported paraphrase A growing number of scientists',
    ],
    ['Two-thirds of voters believe that the party will lose.', 'reported paraphrase Two-thirds of voters'],
    ['The opposition says the budget will fail.', 'reported paraphrase The opposition'],
    ['The Bank of Norway projects that prices will fall by May.', 'reported paraphrase The Bank of Norway'],
    ['In the Treasury’s view, prices will fall by May.', 'reported paraphrase the Treasury'],
    ['According to a leaked email, the mine will be shut by May.', 'reported paraphrase a leaked email'],
    [
      'According to people familiar with the matter, the mine will be shut.',
      'reported paraphrase people familiar with the matter',
    ],
    ['Odds-makers put the chance of an upset at 15 percent.', 'reported paraphrase Odds-makers'],
    ['The betting markets give the senator a 70 percent chance of winning.', 'reported paraphrase The betting markets'],
    ['Tokyo insists that the yen will recover.', 'reported paraphrase Tokyo'],
    ['The Lancet reports that malaria will spread north.', 'reported paraphrase The Lancet'],
    [
      'The authors of the study conclude that malaria will spread north.',
      'reported paraphrase The authors of the study',
    ],
    ['Insiders whisper that he will be sacked by Friday.', 'reported paraphrase Insiders'],
    ['Rumour has it that he will be sacked by Friday.', 'reported paraphrase Rumour'],
    ['The fear in Paris is that the euro will break.'],
    ['The talk in Paris is that the minister will resign.', 'reported paraphrase The talk in Paris'],
    ['There is a widespread belief that the minister will resign.', 'reported paraphrase unnamed'],
    ['It is widely believed that the minister will resign.', 'reported paraphrase unnamed'],
    ['It is widely expected that the minister will resign.', 'reported paraphrase unnamed'],
    ['The lira is forecast to fall by June.', 'reported paraphrase unnamed'],
    ['The rule gives smaller parties a 30 percent chance of a seat.', 'own'],
    ['The weather will give the sailors no chance.', 'own'],
  ]))

describe('names, in other shapes', () =>
  table([
    ['Dame Edith Shaw said that the theatre will close.', 'quoted paraphrase Edith Shaw'],
    ['Senator Edith Shaw (D-Ohio) said that the theatre will close.', 'quoted paraphrase Edith Shaw'],
    ['U.S. Trade Representative Edith Shaw said that the tariff will fall.', 'quoted paraphrase Edith Shaw'],
    [
      'Edith Shaw and her deputy, Tom Ford, say that the theatre will close.',
      'quoted paraphrase Edith Shaw and her deputy',
    ],
    ['Sean O’Brien says that the theatre will close.', 'quoted paraphrase Sean O’Brien'],
    ['Jean-Claude Petit says that the theatre will close.', 'quoted paraphrase Jean-Claude Petit'],
    ['Xi Wei, 34, a welder, says that the yard will close.', 'quoted paraphrase Xi Wei'],
    [
      'Volodymyr Hrytsenko visited in May. Hrycenko said that the yard will close.',
      'quoted paraphrase Volodymyr Hrytsenko',
    ],
    ['Ms Shaw runs the yard. Shaw thinks that it will close.', 'reported paraphrase Shaw'],
    ['Deloitte says that the yard will close.', 'reported paraphrase Deloitte'],
    ['Arcadia, a maker of toys, says that the yard will close.', 'reported paraphrase Arcadia'],
    ['Shares in Arcadia fell. Arcadia says that the yard will close.', 'reported paraphrase Arcadia'],
    ['Arcadia’s chief executive, Edith Shaw, says that the yard will close.', 'quoted paraphrase Edith Shaw'],
    ['Arcadia’s chief executive says that the yard will close.', 'reported paraphrase Arcadia’s chief executive'],
    [
      'Prime Minister Edith Shaw spoke. The prime minister said that the yard will close.',
      'quoted paraphrase Edith Shaw',
    ],
    [
      'Tom Ford, the union’s lawyer, spoke to me. The lawyer thinks the yard will close.',
      'reported paraphrase Tom Ford',
    ],
    [
      'Edith Shaw, who chairs the board, spoke to Tom Ford, its lawyer. The chair said the yard will close.',
      'reported paraphrase The chair',
    ],
    [
      'Edith Shaw was elected in 2019. Her opponents say the yard will close. She says it will grow.',
      'reported paraphrase Her opponents',
      'quoted paraphrase Edith Shaw',
    ],
  ]))

describe('the author among others', () =>
  table([
    ['Some say the peg will hold. I say it will break.', 'reported paraphrase Some', 'own'],
    ['Unlike most analysts, I expect the peg to break by June.', 'own'],
    ['Let analysts say what they like: the peg will break.', 'own'],
    ['Despite what officials say, the peg will break.', 'own'],
    ['Contrary to the ministry’s forecast, the peg will break.', 'own'],
    ['The ministry’s forecast is too rosy: growth will stall.', 'own'],
    ['The bank’s optimism will not survive the winter.', 'own'],
    ['Lena Braun is right that the peg will break.', 'own'],
    ['We at this magazine believe that the peg will break.', 'own'],
    ['This column has argued that the peg will break.', 'own'],
    ['To say that the peg will break is no exaggeration.', 'own'],
    ['What nobody says is that the peg will break.', 'own'],
    ['Mark my words: the peg will break.', 'own'],
    ['Lena Braun says the peg will hold. It will break.', 'quoted paraphrase Lena Braun', 'own'],
    ['Lena Braun says the peg will hold. She is wrong: it will break.', 'quoted paraphrase Lena Braun', 'own'],
    ['Lena Braun’s claim that the peg will hold is absurd.', 'quoted paraphrase Lena Braun'],
    ['Readers tell me that the peg will hold. They will be disappointed.', 'reported paraphrase Readers', 'own'],
  ]))

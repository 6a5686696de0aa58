import { describe, expect, it } from 'vitest'
import { voices } from './voices.ts'

const table = (items: readonly (readonly [text: string, ...voices: string[]])[]): void => {
  it.each(items.map(([text, ...wanted]) => [text, wanted] as const))('%s', (text, wanted) =>
    expect(voices(text)).toEqual(wanted),
  )
}

describe('the verb that holds a clause stands far from it', () =>
  table([
    ['Ministers insist in private that the dam will hold.', 'reported paraphrase Ministers'],
    ['Growers claim in public that the harvest will fail.', 'reported paraphrase Growers'],
    ['Villagers there insist that they will stay.', 'reported paraphrase Villagers there'],
    ['The rebels are telling anyone who will listen that they will win nine seats.', 'reported paraphrase The rebels'],
    ['Ann Roe told the newspaper Daily Ledger on Friday that the mill will close.', 'quoted paraphrase Ann Roe'],
    ['Farmers say that as many as a third of the wells dug since 2019 may run dry.', 'reported paraphrase Farmers'],
    [
      'A second trader, who asked for secrecy, said a default was improbable, and that the fund would probably pay.',
      'reported paraphrase A second trader',
      'reported paraphrase A second trader',
    ],
    [
      'Local officials believe the worst-hit farms are near ruin and that the herd will be sold.',
      'reported paraphrase Local officials',
    ],
    ['There is a school, strong among engineers, which holds that the peg will break.', 'reported paraphrase a school'],
    ['Another thinks the peg will break.', 'reported paraphrase Another'],
    ['Several believe the peg will break.', 'reported paraphrase Several'],
  ]))

describe('subjects with words of their own between', () =>
  table([
    ['Yusuf Adan of the Lagos-based Orwell Centre said the lake will shrink.', 'quoted paraphrase Yusuf Adan'],
    ['The mill’s lead negotiator, Ines Faro, has hinted that the strike will last.', 'quoted paraphrase Ines Faro'],
    ['The strike will last, a clerk briefed on the talks said.', 'reported paraphrase a clerk briefed on the talks'],
    ['The strike will last, or so says everyone whose job it is to know.', 'reported paraphrase everyone'],
    ['On the figures of every surveyor I met, the lake will shrink by a third.', 'reported paraphrase every surveyor'],
    ['By the miners’ own reckoning, the seam will last nine years.', 'reported paraphrase the miners'],
    ['One of them puts the odds of a strike at one in four.', 'reported paraphrase One of them'],
    ['Two thirds of you think the peg will break.', 'reported paraphrase Two thirds of you'],
    ['Most of us think the peg will break.', 'own'],
  ]))

describe('views without a verb', () =>
  table([
    ['The whisper from the boardroom is that the bid will fail.', 'reported paraphrase The whisper from the boardroom'],
    ['There is a growing suspicion among surveyors that the lake will shrink.', 'reported paraphrase surveyors'],
    ['The talk around the harbour is that the ferry will be sold.', 'reported paraphrase The talk around the harbour'],
  ]))

describe('what is no holder', () =>
  table([
    ['Until Ann Roe, who speaks for the miners, says which way she will vote, the shares will fall.', 'own'],
    ['The newspaper that employs her will be sold.', 'own'],
    ['It is in the public interest that the dam is bought, and it will be.', 'own'],
  ]))

describe('the pronoun of a person', () =>
  table([
    [
      'Ivo Lund was told. “The mayor will fall,” says Ivo Lund of the Harbour Society, “and she knows it.” He believes that the ferry will be sold.',
      'quoted verbatim Ivo Lund',
      'reported paraphrase Ivo Lund',
    ],
    [
      'The dam, said Ivo Lund, who has worked beside her, is old. “It will burst,” he said.',
      'quoted verbatim Ivo Lund',
    ],
  ]))

describe('passives that tell of no holder', () =>
  table([
    ['Ridership is projected to double by 2031.', 'reported paraphrase unnamed'],
    ['The minister is widely tipped to resign by June.', 'reported paraphrase unnamed'],
    ['The dam is thought unlikely to last the winter.', 'reported paraphrase unnamed'],
    ['The second line is not now expected to open before 2031.', 'reported paraphrase unnamed'],
    ['No more than a fifth is expected to be built.', 'reported paraphrase unnamed'],
    ['The yen is expected to fall, Ann Roe said.', 'quoted paraphrase Ann Roe'],
    ['Neither can be expected to last the winter.', 'own'],
    ['The dam is bound to fail.', 'own'],
  ]))

describe('a relative clause with the verb of saying in it', () =>
  table([
    ['It is a truce that diplomats in Cairo say will collapse within weeks.', 'reported paraphrase diplomats in Cairo'],
    ['It is a bridge which engineers warn could fall by spring.', 'reported paraphrase engineers'],
    [
      'It began a row that brokers and lenders say is likely to drag on and may end in court.',
      'reported paraphrase brokers and lenders',
      'reported paraphrase brokers and lenders',
    ],
  ]))

describe('what people reckon with', () =>
  table([
    [
      'Ann Roe runs the lab. Her model gives the dam a 30 percent chance of failing. It also finds that the lake will shrink.',
      'quoted paraphrase Ann Roe',
      'quoted paraphrase Ann Roe',
    ],
    ['Ann Roe’s own numbers suggest that the lake will shrink.', 'quoted paraphrase Ann Roe'],
    ['The numbers suggest that the lake will shrink.', 'own'],
    ['The bank’s model suggests that prices will fall by a tenth.', 'reported paraphrase The bank’s model'],
    [
      'The council’s risk report puts the odds of a flood at 40 percent.',
      'reported paraphrase The council’s risk report',
    ],
    ['The storm put the odds of a good harvest at one in ten.', 'own'],
    [
      'A loss would sink the firm, according to a memo last week from Corvo Securities.',
      'reported paraphrase Corvo Securities',
    ],
  ]))

describe('thoughts in the holder’s own words', () =>
  table([
    ['Ann Roe believes that the yen will fall “a good deal further than anyone thinks”.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe believes that the yen will fall.', 'reported paraphrase Ann Roe'],
    ['Ann Roe believes the yen will fall; “nobody is ready for it,” said Bob Doe.', 'reported paraphrase Ann Roe'],
    ['Ann Roe does not foresee a thaw before 2031.', 'reported paraphrase Ann Roe'],
  ]))

describe('whom a pronoun or an office means', () =>
  table([
    [
      'The conflict became a stalemate.\n\n“They clearly think they’re going to dictate the terms,” John Ruff told CNN.',
      'reported paraphrase They',
    ],
    ['The miners need six seats, and they say that they will get eight.', 'reported paraphrase The miners'],
    ['There are six seats. They say that the mill will close.', 'reported paraphrase They'],
    ['Ann Roe smiled. The boats at Cedar Bay will sink, she said.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe is calm. Bob Doe, she said, will lose by June.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe was calm. “We will win the league,” the manager said.', 'quoted verbatim Ann Roe'],
    ['Ann Roe met Bob Doe. “We will win the league,” the manager said.', 'reported verbatim the manager'],
    ['Ann Roe was calm. “We will win the league,” a manager said.', 'reported verbatim a manager'],
    ['Bob Doe is broke. His startup, Nimbus, has folded. “I will be back,” he said.', 'quoted verbatim Bob Doe'],
    ['Gus Oye, the producer, is unmoved. “The film will flop,” he said.', 'quoted verbatim Gus Oye'],
    [
      '“It will go,” says Ann Roe of the Tidal Lab, “and when it goes they will blame the bank.”',
      'quoted verbatim Ann Roe',
      'quoted verbatim Ann Roe',
    ],
    ['“It will fail,” as my friend and old rival Bob Doe of the Mill Society likes to say.', 'quoted verbatim Bob Doe'],
    ['The yard has let it be known that it will close in May.', 'reported paraphrase The yard'],
  ]))

describe('how far a view reaches', () =>
  table([
    [
      'In Ann Roe’s telling, the talks are dead, and the risk is plain: that the strike will spread by June.',
      'quoted paraphrase Ann Roe',
    ],
    [
      'The strike is likely to hit Edton, where wards are full and where one case could, on Ann Roe’s model, infect dozens.',
      'own',
      'quoted paraphrase Ann Roe',
    ],
  ]))

describe('signs and shared verbs', () =>
  table([
    [
      'Ann Roe left. She expects rents to treble within two years, and lenders to have stopped offering loans long before it, ‘probably by the early 2030s’.',
      'quoted paraphrase Ann Roe',
      'quoted paraphrase Ann Roe',
    ],
    ['That record points to a hard winter, said Ann Roe.', 'quoted paraphrase Ann Roe'],
    ['I would not rule it out by 2050.', 'own'],
    ['A rise of 3 percent seems to us the most plausible forecast.', 'own'],
    [
      'Bob Doe left. A competition lawyer in Oslo is gloomier: a sale is, in her view, “more likely than not”.',
      'reported paraphrase A competition lawyer in Oslo',
    ],
  ]))

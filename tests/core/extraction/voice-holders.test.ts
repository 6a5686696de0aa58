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

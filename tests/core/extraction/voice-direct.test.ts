import { describe, expect, it } from 'vitest'
import { voices } from './voices.ts'

const table = (items: readonly (readonly [text: string, ...voices: string[]])[]): void => {
  it.each(items.map(([text, ...wanted]) => [text, wanted] as const))('%s', (text, wanted) =>
    expect(voices(text)).toEqual(wanted),
  )
}

describe('a tag after the quotation', () =>
  table([
    ['“The glacier will lose a third of its ice by 2040,” Ann Roe said.', 'quoted verbatim Ann Roe'],
    ['"The glacier will lose a third of its ice by 2040," Ann Roe wrote in March.', 'quoted verbatim Ann Roe'],
    ['“The court will strike down the levy,” predicts Bob Doe.', 'quoted verbatim Bob Doe'],
    [
      '“The court will strike down the levy,” said Bob Doe, a professor of tax law at Leiden.',
      'quoted verbatim Bob Doe',
    ],
    [
      '“The new chips will reach the shops by June,” says Mei Lin, who runs the Taipei office of the consultancy.',
      'quoted verbatim Mei Lin',
    ],
    [
      '“The orchard will not survive another frost,” farm adviser Tom Kerr told this newspaper.',
      'quoted verbatim Tom Kerr',
    ],
    ['“We will win the cup this season,” the club’s captain, Ida Holm, told reporters.', 'quoted verbatim Ida Holm'],
    ['“Wheat prices will double by autumn,” warned one trader.', 'reported verbatim one trader'],
    ['“Wheat prices will double by autumn,” the ministry warned.', 'reported verbatim the ministry'],
  ]))

describe('a tag before the quotation', () =>
  table([
    ['Ann Roe put it plainly: “The opera house will close within two years.”', 'quoted verbatim Ann Roe'],
    ['Ann Roe said, “The opera house will close within two years.”', 'quoted verbatim Ann Roe'],
    ['As Ann Roe puts it, “the opera house will close within two years.”', 'quoted verbatim Ann Roe'],
    ['Asked about the ferry, Bob Doe replied: “It will sail again by Easter.”', 'quoted verbatim Bob Doe'],
    ['Ann Roe was blunt. “The opera house will close within two years.”', 'quoted verbatim Ann Roe'],
    ['In a letter to shareholders, Bob Doe wrote: “Margins will shrink again next year.”', 'quoted verbatim Bob Doe'],
    ['Mayor Ida Holm tweeted on Sunday: “The tram will run by May, whatever they say.”', 'quoted verbatim Ida Holm'],
    ['The report concludes: “Sea levels will rise by a metre before 2100.”', 'reported verbatim The report'],
    ['According to Ann Roe, “the opera house will close within two years.”', 'quoted verbatim Ann Roe'],
  ]))

describe('a tag in the middle', () =>
  table([
    ['“The opera house,” Ann Roe said, “will close within two years.”', 'quoted verbatim Ann Roe'],
    [
      '“The senate will pass the bill,” said Bob Doe, a lobbyist. “The house will probably kill it before Christmas.”',
      'quoted verbatim Bob Doe',
      'quoted verbatim Bob Doe',
    ],
    [
      '“Turnout will fall,” said Bob Doe, a pollster. “Turnout has fallen since 1992. The young will stay at home again.”',
      'quoted verbatim Bob Doe',
      'quoted verbatim Bob Doe',
    ],
    ['“I expect,” Ann Roe told the panel, “that the reef will be gone by 2050.”', 'quoted verbatim Ann Roe'],
  ]))

describe('a quotation of several sentences or paragraphs', () =>
  table([
    [
      'Ann Roe did not hesitate. “The vines are old. The cellar is empty. The estate will be sold by the autumn,” she said.',
      'quoted verbatim Ann Roe',
    ],
    [
      '“The vines are old and the cellar is empty,” said Ann Roe, the steward.\n\n“The estate will be sold by the autumn of this year.”',
      'quoted verbatim Ann Roe',
    ],
    [
      'Ann Roe, the steward, wrote to the tenants:\n\n“The vines are old and the cellar has been empty for years.\n\n“The estate will be sold by the autumn.\n\n“The new owner will keep the staff,” she added.',
      'quoted verbatim Ann Roe',
      'quoted verbatim Ann Roe',
    ],
    [
      '“The vines are old and the cellar has been empty for years.\n\n“The estate will be sold by the autumn,” said Ann Roe. The village will miss it.',
      'quoted verbatim Ann Roe',
      'own',
    ],
    [
      '“The vines are old and the cellar is empty,” said Ann Roe.\n\nThe estate will be sold by the autumn. So much is plain.',
      'own',
    ],
    [
      '“The bill will pass in the spring,” said Ann Roe, a whip.\n\n“The bill will die in the spring,” said Bob Doe, her rival.',
      'quoted verbatim Ann Roe',
      'quoted verbatim Bob Doe',
    ],
    [
      '“The bill will pass in the spring,” Ann Roe told me. Bob Doe disagreed. “The bill will die in committee,” he said.',
      'quoted verbatim Ann Roe',
      'quoted verbatim Bob Doe',
    ],
  ]))

describe('the first person inside a quotation is the speaker', () =>
  table([
    ['“I think the strike will end this week,” said Ann Roe.', 'quoted verbatim Ann Roe'],
    ['“I doubt that the strike will end this week,” said Ann Roe.', 'quoted verbatim Ann Roe'],
    ['“My guess is that the strike will end this week,” said Ann Roe.', 'quoted verbatim Ann Roe'],
    ['“We expect to open the mine by March,” Bob Doe, its manager, said.', 'quoted verbatim Bob Doe'],
  ]))

describe('a voice inside a voice', () =>
  table([
    ['“Most traders believe that the price will fall,” said Ann Roe.', 'reported paraphrase Most traders'],
    ['“Bob Doe told me that the price will fall,” said Ann Roe.', 'quoted paraphrase Bob Doe'],
    ['Ann Roe said that Bob Doe believes the price will fall.', 'reported paraphrase Bob Doe'],
    ['Ann Roe told me that the ministry predicts that the price will fall.', 'reported paraphrase the ministry'],
    ['I am told by friends that Ann Roe thinks the price will fall.', 'reported paraphrase Ann Roe'],
  ]))

describe('words in quotation marks that are the author’s', () =>
  table([
    ['The so-called “reform” will fail.', 'own'],
    ['What the party calls “a new deal for the north” will cost it the election.', 'own'],
    ['The minister’s “fair and simple tax for all” will be gone within a year.', 'own'],
    ['The “strategic and historic partnership between equals” will not outlive him.', 'own'],
    ['Nobody calls him “the man who can fix anything” now, and he will lose his seat.', 'own'],
  ]))

describe('a fragment in quotation marks inside a tagged sentence', () =>
  table([
    ['Ann Roe said that the dam “will certainly not hold” another spring.', 'quoted verbatim Ann Roe'],
    ['Ann Roe said that the “old lady of the valley” will not hold another spring.', 'quoted paraphrase Ann Roe'],
    ['Officials said the outbreak was “very likely” and that the schools will close.', 'reported paraphrase Officials'],
  ]))

describe('single quotation marks and apostrophes', () =>
  table([
    ['‘The ferry will be late all winter,’ said Ann Roe.', 'quoted verbatim Ann Roe'],
    ["'The ferry will be late all winter,' said Ann Roe.", 'quoted verbatim Ann Roe'],
    [
      '‘The ferry’s crew won’t sail until it’s paid, and that’ll take months,’ said Ann Roe.',
      'quoted verbatim Ann Roe',
      'quoted verbatim Ann Roe',
    ],
    ["The farmers' union and the growers' lobby won't agree, and the ministers' plan will fail.", 'own', 'own'],
    ['The players’ strike will end by May. It’s the owners’ turn, and the fans’ patience won’t last.', 'own', 'own'],
    ['‘The judge told them “the appeal will fail”,’ said Ann Roe.', 'reported paraphrase The judge'],
  ]))

describe('a block quotation', () =>
  table([
    [
      'Ann Roe wrote in her diary that year:\n\n> The harbour will silt up before my children are old.\n\nThe town will prove her wrong.',
      'quoted verbatim Ann Roe',
      'own',
    ],
    [
      'The committee was unanimous. Its report says:\n\n> The harbour will silt up within forty years.\n\nThat was news.',
      'reported verbatim Its report',
    ],
  ]))

describe('a transcript', () =>
  table([
    [
      'Q: Will the merger go through?\n\nA: It will be approved by the summer.\n\nQ: And then?\n\nA: The brand will disappear.',
      'quoted verbatim unnamed',
      'quoted verbatim unnamed',
    ],
    [
      'Ann Roe runs the port of Varna.\n\nQ: Will the merger go through?\n\nRoe: It will be approved by the summer. The brand will disappear.',
      'quoted verbatim Ann Roe',
      'quoted verbatim Ann Roe',
    ],
    [
      'INTERVIEWER: Will the merger go through?\n\nANN ROE: It will be approved by the summer.\n\nINTERVIEWER: Are you sure?',
      'quoted verbatim ANN ROE',
    ],
    [
      'Bob Doe: The market will fall this year.\n\nMei Lin: I disagree. The market will rise.',
      'quoted verbatim Bob Doe',
      'quoted verbatim Mei Lin',
    ],
    ['One thing is certain: the market will fall.\n\nMy advice: the market will punish the hasty.', 'own', 'own'],
    ['The lesson of 1990: debts will be paid, by someone, within a decade.', 'own'],
  ]))

import { describe, expect, it } from 'vitest'
import { voices } from './voices.ts'

const table = (items: readonly (readonly [text: string, ...voices: string[]])[]): void => {
  it.each(items.map(([text, ...wanted]) => [text, wanted] as const))('%s', (text, wanted) =>
    expect(voices(text)).toEqual(wanted),
  )
}

describe('verbs of saying with a clause', () =>
  table([
    ['Ann Roe says the reactor will start in May.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe told parliament that the reactor would start in May.', 'quoted paraphrase Ann Roe'],
    ['Bob Doe, who coached the side for ten years, says the striker will leave.', 'quoted paraphrase Bob Doe'],
    [
      'Bob Doe, the head of the growers’ lobby, argues that the quota will ruin the valley.',
      'quoted paraphrase Bob Doe',
    ],
    ['Bob Doe of the growers’ lobby concedes that the quota will pass.', 'quoted paraphrase Bob Doe'],
    ['Her deputy, Ida Holm, has warned that the levee will break.', 'quoted paraphrase Ida Holm'],
    ['Speaking in Lyon on Monday, Ann Roe predicted that turnout would fall.', 'quoted paraphrase Ann Roe'],
    ['In an interview with this newspaper, Ann Roe insisted that the levee will hold.', 'quoted paraphrase Ann Roe'],
    ['It was Ann Roe who said that the levee will break.', 'quoted paraphrase Ann Roe'],
    ['I was told by Ann Roe that the levee will break.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe put the chance of a flood this year at 20 percent.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe forecasts a flood by June.', 'quoted paraphrase Ann Roe'],
    [
      'Ann Roe predicts that prices will fall and that rents will rise.',
      'quoted paraphrase Ann Roe',
      'quoted paraphrase Ann Roe',
    ],
    [
      'Ann Roe predicts that prices will fall, and she adds that rents will rise.',
      'quoted paraphrase Ann Roe',
      'quoted paraphrase Ann Roe',
    ],
  ]))

describe('a tag set into or after indirect speech', () =>
  table([
    ['The levee, Ann Roe says, will break.', 'quoted paraphrase Ann Roe'],
    ['The levee, says Ann Roe, will break.', 'quoted paraphrase Ann Roe'],
    ['The levee will break this spring, says Ann Roe, an engineer.', 'quoted paraphrase Ann Roe'],
    ['The levee will break this spring, Ann Roe, an engineer, told the council.', 'quoted paraphrase Ann Roe'],
    ['The levee will break, Ann Roe believes.', 'reported paraphrase Ann Roe'],
    ['The levee, Ann Roe thinks, will break.', 'reported paraphrase Ann Roe'],
    ['The levee will break, or so Ann Roe says.', 'quoted paraphrase Ann Roe'],
    ['In the words of Ann Roe, the levee will break like a twig.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe was blunter: the levee will break.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe’s warning was plain: the levee will break.', 'quoted paraphrase Ann Roe'],
    ['The levee will break, one engineer admits.', 'reported paraphrase one engineer'],
  ]))

describe('according to, in the view of, for', () =>
  table([
    ['According to Ann Roe, an engineer at the works, the levee will break.', 'quoted paraphrase Ann Roe'],
    ['The levee will break, according to Ann Roe.', 'quoted paraphrase Ann Roe'],
    ['The levee, according to engineers, will break.', 'reported paraphrase engineers'],
    [
      'According to a study by Delft University, the levee will break.',
      'reported paraphrase a study by Delft University',
    ],
    ['In Ann Roe’s view, the levee will break.', 'quoted paraphrase Ann Roe'],
    ['In the opinion of Ann Roe, the levee will break.', 'quoted paraphrase Ann Roe'],
    ['In my view, the levee will break.', 'own'],
    ['To Ann Roe’s mind, the levee will break.', 'quoted paraphrase Ann Roe'],
    ['For Ann Roe, the levee will always be a stopgap.', 'quoted paraphrase Ann Roe'],
    ['For most critics, the levee will always be a stopgap.', 'reported paraphrase most critics'],
    ['For farmers downstream, the flood will be ruinous.', 'own'],
    ['For Ann Roe, the vote will be the last of her career.', 'own'],
  ]))

describe('nouns of saying and believing', () =>
  table([
    ['Ann Roe’s prediction is that the rocket will fly in June.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe’s forecast that the rocket will fly in June has raised eyebrows.', 'quoted paraphrase Ann Roe'],
    ['The prediction by Ann Roe that the rocket will fly in June is bold.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe has issued a warning that the rocket will explode.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe’s view is that the rocket will fly in June.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe’s bet is that the rocket will fly in June.', 'quoted paraphrase Ann Roe'],
    ['It is Ann Roe’s firm belief that the rocket will fly.', 'reported paraphrase Ann Roe'],
    ['Ann Roe takes the view that the rocket will fly.', 'quoted paraphrase Ann Roe'],
    ['My bet is that the rocket will fly in June.', 'own'],
    ['The best bet is that the rocket will fly in June.', 'own'],
  ]))

describe('indirect speech that goes on', () =>
  table([
    [
      'Ann Roe told the committee that sales would fall. The shops would close by the spring, she said.',
      'quoted paraphrase Ann Roe',
      'quoted paraphrase Ann Roe',
    ],
    [
      'Ann Roe told the committee that sales would fall. She added that the shops would close.',
      'quoted paraphrase Ann Roe',
      'quoted paraphrase Ann Roe',
    ],
    [
      'Ann Roe told the committee that sales would fall. The shops would close by the spring, and the staff would go.',
      'quoted paraphrase Ann Roe',
      'quoted paraphrase Ann Roe',
      'quoted paraphrase Ann Roe',
    ],
    [
      'Ann Roe told the committee that sales would fall. The shops will close by the spring.',
      'quoted paraphrase Ann Roe',
      'own',
    ],
    ['Ann Roe told the committee that sales would fall. I would not buy the shares.', 'quoted paraphrase Ann Roe'],
    [
      'Ann Roe told the committee that sales would fall. If she were right, the shares would be cheap.',
      'quoted paraphrase Ann Roe',
    ],
  ]))

describe('what is no longer the other’s voice', () =>
  table([
    ['Ann Roe says rates will fall, but they will rise.', 'quoted paraphrase Ann Roe', 'own'],
    ['Ann Roe says rates will fall, but I doubt it.', 'quoted paraphrase Ann Roe', 'own'],
    ['Contrary to what Ann Roe predicts, rates will rise.', 'own'],
    ['Whatever Ann Roe says, rates will rise.', 'own'],
    ['Unlike Ann Roe, I think rates will rise.', 'own'],
    ['Ann Roe, who said last week that she is tired, will resign by June.', 'own'],
    ['Ann Roe is wrong: rates will rise.', 'own'],
    ['Ann Roe’s speech will move the markets.', 'own'],
    ['What Ann Roe said on Monday will haunt her party in May.', 'own'],
    ['The firm, said to be near collapse, will be sold by May.', 'own'],
    ['Needless to say, rates will rise.', 'own'],
    ['That said, rates will rise.', 'own'],
    ['It goes without saying that rates will rise.', 'own'],
    ['I said it before and I say it again: rates will rise.', 'own'],
    ['Let us say it clearly: rates will rise.', 'own'],
    ['Ann Roe knows that rates will rise.', 'own'],
    ['The figures show that rates will rise.', 'own'],
    ['This suggests that rates will rise.', 'own'],
    ['All this indicates that rates will rise.', 'own'],
  ]))

describe('reports that leave nobody forecasting', () =>
  table([
    ['Ann Roe denies that the plant will close.'],
    ['Ann Roe denied on Monday that the plant would close.'],
    ['Ann Roe refused to say whether the plant will close.'],
    ['Ann Roe was asked whether the plant will close.'],
    ['Ann Roe hopes that the plant will close.'],
    ['Ann Roe wants to know if the plant will close.'],
    ['Ann Roe demands that nobody say the plant will close.'],
  ]))

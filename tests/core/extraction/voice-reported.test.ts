import { describe, expect, it } from 'vitest'
import { voices } from './voices.ts'

const table = (items: readonly (readonly [text: string, ...voices: string[]])[]): void => {
  it.each(items.map(([text, ...wanted]) => [text, wanted] as const))('%s', (text, wanted) =>
    expect(voices(text)).toEqual(wanted),
  )
}

describe('groups', () =>
  table([
    ['Most virologists think the wave will pass by April.', 'reported paraphrase Most virologists'],
    ['Critics of the plan warn that the dam will silt up.', 'reported paraphrase Critics of the plan'],
    ['Polls suggest that the greens will lose their seats.', 'reported paraphrase Polls'],
    ['Bookmakers give the visitors a one in five chance of winning.', 'reported paraphrase Bookmakers'],
    ['The markets are betting that the peg will break.', 'reported paraphrase The markets'],
    ['Some say the peg will break by June.', 'reported paraphrase Some'],
    ['Many in the party say privately that the peg will hold.', 'reported paraphrase Many in the party'],
    ['Estimates suggest that a third of the herd will die.', 'reported paraphrase Estimates'],
    ['Everyone I spoke to said that the herd will die.', 'reported paraphrase Everyone'],
    ['The smart money says the striker will stay.', 'reported paraphrase The smart money'],
    ['Conventional wisdom holds that the striker will stay.', 'reported paraphrase Conventional wisdom'],
    ['They say the striker will stay.', 'reported paraphrase They'],
  ]))

describe('bodies', () =>
  table([
    ['Goldman Sachs expects oil to reach 90 dollars by June.', 'reported paraphrase Goldman Sachs'],
    ['Goldman Sachs said that oil will reach 90 dollars.', 'reported paraphrase Goldman Sachs'],
    ['The energy ministry forecasts that demand will fall.', 'reported paraphrase The energy ministry'],
    ['The IMF warns that growth will slow.', 'reported paraphrase The IMF'],
    ['NASA says the probe will reach Titan in 2034.', 'reported paraphrase NASA'],
    ['Lumenar, which makes lenses, says the plant will reopen in May.', 'reported paraphrase Lumenar'],
    [
      'Lumenar makes lenses in Jena. Its shares have halved. Lumenar says the plant will reopen in May.',
      'reported paraphrase Lumenar',
    ],
    ['Lumenar Inc makes lenses in Jena. Lumenar says the plant will reopen in May.', 'reported paraphrase Lumenar'],
    [
      'Ann Roe, chief executive of Lumenar, is new. Lumenar says the plant will reopen in May.',
      'reported paraphrase Lumenar',
    ],
    ['Lumenar have told the league that they will appeal by Friday.', 'reported paraphrase Lumenar'],
    ['The company said it would cut 300 jobs by June.', 'reported paraphrase The company'],
    ['The company is struggling. It said that it will cut 300 jobs by June.', 'reported paraphrase The company'],
    ['Brussels says the fund will be ready by May.', 'reported paraphrase Brussels'],
    ['The White House expects the bill to pass in March.', 'reported paraphrase The White House'],
    ['A leaked memo says that the fund will be closed by May.', 'reported paraphrase A leaked memo'],
    ['The club’s accounts predict that the debt will double.', 'reported paraphrase The club’s accounts'],
    ['Reuters reported that the merger will be called off.', 'reported paraphrase Reuters'],
  ]))

describe('the unnamed', () =>
  table([
    ['One banker told me that the fund will fold.', 'reported paraphrase One banker'],
    ['A minister conceded that the fund will fold.', 'reported paraphrase A minister'],
    ['“The fund will fold before the year is out,” says a former partner.', 'reported verbatim a former partner'],
    ['The governor says the fund will fold.', 'reported paraphrase The governor'],
    ['A spokeswoman for Lumenar said the plant will reopen.', 'reported paraphrase A spokeswoman for Lumenar'],
    ['Someone close to Ann Roe says the fund will fold.', 'reported paraphrase Someone close to Ann Roe'],
    ['Friends of Ann Roe say that she will resign.', 'reported paraphrase Friends of Ann Roe'],
    ['Her lawyer said that Ann Roe will appeal by May.', 'reported paraphrase Her lawyer'],
    ['We are told that the fund will fold.', 'reported paraphrase unnamed'],
    ['It is said that the fund will fold.', 'reported paraphrase unnamed'],
    ['The fund will reportedly fold by May.', 'reported paraphrase unnamed'],
  ]))

describe('beliefs ascribed', () =>
  table([
    ['Ann Roe believes that the jury will acquit.', 'reported paraphrase Ann Roe'],
    ['Ann Roe is convinced that the jury will acquit.', 'reported paraphrase Ann Roe'],
    ['Ann Roe seems confident that the jury will acquit.', 'reported paraphrase Ann Roe'],
    ['Ann Roe is betting that the jury will acquit.', 'reported paraphrase Ann Roe'],
    ['Ann Roe expects the jury to acquit in May.', 'reported paraphrase Ann Roe'],
    ['Ann Roe doubts that the jury will acquit.', 'reported paraphrase Ann Roe'],
    ['Ann Roe does not believe that the jury will acquit.', 'reported paraphrase Ann Roe'],
    ['Ann Roe has told friends she is convinced that the jury will acquit.', 'quoted paraphrase Ann Roe'],
    ['Few lawyers believe that the jury will acquit.', 'reported paraphrase Few lawyers'],
    ['Nobody believes that the jury will acquit.', 'reported paraphrase Nobody'],
    ['I believe that the jury will acquit.', 'own'],
    ['I have come to believe that the jury will acquit.', 'own'],
  ]))

describe('passives', () =>
  table([
    ['Demand is expected to fall by June.', 'reported paraphrase unnamed'],
    ['Demand is expected by the ministry to fall in June.', 'reported paraphrase the ministry'],
    ['Demand is predicted by Ann Roe to fall in June.', 'quoted paraphrase Ann Roe'],
    ['It is predicted by most analysts that demand will fall.', 'reported paraphrase most analysts'],
    ['Demand is forecast by the IMF to fall by June.', 'reported paraphrase the IMF'],
    ['It is likely that demand will fall by June.', 'own'],
  ]))

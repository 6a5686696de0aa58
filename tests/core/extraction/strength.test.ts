import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let signs: (text: string) => string[]
beforeAll(async () => {
  const taken = await loadReader()
  signs = (text) => taken(text).map((one) => one.split(' ')[0] ?? '')
})

describe('what softens a will from afar', () => {
  it.each([
    ['The bridge will open late, probably in May.', 'probably+'],
    ['The firm will be sold this year, most likely.', 'most-likely+'],
    ['The strike will end, perhaps before Easter.', 'perhaps+'],
    ['The mayor will resign, in all probability, before the vote.', 'in-all-likelihood+'],
    ['They will, I suspect, be kinder to him than we are.', 'likely+'],
    ['They will, we believe, lose the vote.', 'we-believe+'],
    ['Voters, polls suggest, will punish the party in May.', 'probably+'],
    ['It will be over by Friday, I imagine.', 'we-believe+'],
    ["The talks won't succeed, I suspect.", 'likely-'],
    ['I suspect she will lose the vote.', 'likely+'],
    ['I think the bank will cut in June.', 'we-believe+'],
    ['Most traders reckon that the bank will cut in June.', 'we-believe+'],
    ['He expects that the fund will close.', 'expected+'],
    ['There is a growing suspicion that no bid will come.', 'likely-'],
    ['It is a fair bet that the peg will break.', 'likely+'],
    ["He probably isn't going to win.", 'probably-'],
    ['The plan lists forty sites, but perhaps six of them will be built.', 'perhaps+'],
    ['The team will be in danger of the drop by Easter.', 'risk+'],
  ])('%s', (text, sign) => expect(signs(text)).toEqual([sign]))

  it.each([
    'The strike will cost the firm perhaps half a million.',
    'The mayor will resign in May, or possibly June.',
    'The talks will fail, as I think everyone knows.',
    'The reform will pass, the minister says.',
    'The mayor will resign over the loan, possibly the silliest in the history of the town.',
    'He said that the fund will close.',
  ])('%s', (text) => expect(signs(text)).toEqual(['will+']))
})

describe('what stands between a will and its verb', () => {
  it.each(['It will — she says — be late.', 'The league will, if I am not mistaken, be won in May.'])('%s', (text) =>
    expect(signs(text)).toEqual(['will+']),
  )
})

import { describe, expect, it } from 'vitest'
import { voices } from './voices.ts'

const table = (items: readonly (readonly [text: string, ...voices: string[]])[]): void => {
  it.each(items.map(([text, ...wanted]) => [text, wanted] as const))('%s', (text, wanted) =>
    expect(voices(text)).toEqual(wanted),
  )
}

describe('full names', () =>
  table([
    ['Ann Roe runs the mine. Roe says it will flood.', 'quoted paraphrase Ann Roe'],
    ['Roe says the mine will flood. Ann Roe has run it since 2001.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe runs the mine. Ms Roe says it will flood.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe runs the mine. Ann says it will flood.', 'quoted paraphrase Ann Roe'],
    ['Dr Ann Roe says the mine will flood.', 'quoted paraphrase Ann Roe'],
    ['J. R. Roe says the mine will flood.', 'quoted paraphrase J. R. Roe'],
    ['The Reverend Bob Doe Jr. says the mine will flood.', 'quoted paraphrase Bob Doe Jr.'],
    ['Ursula van der Doe says the mine will flood.', 'quoted paraphrase Ursula van der Doe'],
    ['Sir Bob Doe chairs the board. Sir Bob said that the mine will flood.', 'quoted paraphrase Bob Doe'],
    ['Engineer Ann Roe and her brother Tom Roe own the mine. Tom Roe says it will flood.', 'quoted paraphrase Tom Roe'],
  ]))

describe('one person, several spellings', () =>
  table([
    ['Olena Marchenko runs the port. Marčenko said that it will freeze.', 'quoted paraphrase Olena Marchenko'],
    ['Dmytro Zelensky runs the port. Zelenskyy said that it will freeze.', 'quoted paraphrase Dmytro Zelensky'],
    ['Dmytro Zelenskiy runs the port. Zelensky said that it will freeze.', 'quoted paraphrase Dmytro Zelenskiy'],
    ['José Muñoz runs the port. Munoz said that it will freeze.', 'quoted paraphrase José Muñoz'],
    ['Ann Roe runs the port, Bob Ray the mine. Ray said that it will freeze.', 'quoted paraphrase Bob Ray'],
    ['Peter Larsen runs the port. Larson said that it will freeze.', 'quoted paraphrase Peter Larsen'],
    [
      'Peter Larsen runs the port, Eva Larson the mine. Larson said that it will freeze.',
      'quoted paraphrase Eva Larson',
    ],
    ['Ann Martin runs the port. Marlin said that it will freeze.', 'quoted paraphrase Marlin'],
  ]))

describe('months, modals and common words as names', () =>
  table([
    ['Theresa May said that the ferry will sail.', 'quoted paraphrase Theresa May'],
    ['Mrs May said that the ferry will sail.', 'quoted paraphrase May'],
    ['Will Smith said that the ferry will sail.', 'quoted paraphrase Will Smith'],
    ['Mark Poe said that the ferry will sail.', 'quoted paraphrase Mark Poe'],
    ['April Poe told me that the ferry will sail.', 'quoted paraphrase April Poe'],
    ['Grace Hope says that the ferry will sail.', 'quoted paraphrase Grace Hope'],
    ['In May the ferry said it would sail.', 'reported paraphrase the ferry'],
  ]))

describe('several speakers', () =>
  table([
    ['Ann Roe and Bob Doe both say that the vote will be close.', 'quoted paraphrase Ann Roe and Bob Doe'],
    ['Ann Roe, Bob Doe and others say that the vote will be close.', 'quoted paraphrase Ann Roe, Bob Doe and others'],
    [
      'Both Ann Roe and her advisers have said that the vote will be close.',
      'quoted paraphrase Ann Roe and her advisers',
    ],
    ['Economists such as Ann Roe say that the vote will be close.', 'quoted paraphrase Ann Roe'],
    ['Roe and Doe, two old friends, predict that the vote will be close.', 'quoted paraphrase Roe and Doe'],
  ]))

describe('a role for a name', () =>
  table([
    [
      'Ann Roe, the governor of the bank, spoke on Monday. The governor said that rates will fall.',
      'quoted paraphrase Ann Roe',
    ],
    [
      'The bank’s governor, Ann Roe, spoke on Monday. The governor said that rates will fall.',
      'quoted paraphrase Ann Roe',
    ],
    ['Governor Ann Roe spoke on Monday. The governor said that rates will fall.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe is the governor of the bank. The governor said that rates will fall.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe, a nurse, spoke on Monday. The governor said that rates will fall.', 'reported paraphrase The governor'],
    [
      'Ann Roe, the governor, spoke after Bob Doe, the governor of a rival bank. The governor said that rates will fall.',
      'reported paraphrase The governor',
    ],
    [
      'Ann Roe, a former governor, spoke on Monday. The governor said that rates will fall.',
      'reported paraphrase The governor',
    ],
    ['“Rates will fall before the summer,” the governor, Ann Roe, said.', 'quoted verbatim Ann Roe'],
    [
      'Ann Roe, a veteran trader, is worried. “The price will halve by the summer,” the trader said.',
      'quoted verbatim Ann Roe',
    ],
  ]))

describe('pronouns', () =>
  table([
    ['Ann Roe runs the mine. She says it will flood.', 'quoted paraphrase Ann Roe'],
    ['Ann Roe runs the mine. She believes it will flood.', 'reported paraphrase Ann Roe'],
    ['Mr Doe met Mrs Roe on Monday. She said that the mine will flood.', 'quoted paraphrase Roe'],
    ['Mrs Roe met Mr Doe on Monday. He said that the mine will flood.', 'quoted paraphrase Doe'],
    ['Ann Roe met Bob Doe on Monday. She said that the mine will flood.', 'quoted paraphrase Ann Roe'],
    [
      'Ann Roe lost her job. Then she met Bob Doe in Paris. He said that the mine will flood.',
      'quoted paraphrase Bob Doe',
    ],
    ['Ann Roe runs a mine in Chile. Goldman Sachs owns it. She says it will flood.', 'quoted paraphrase Ann Roe'],
    ['Miners are worried. They say the mine will flood.', 'reported paraphrase Miners'],
    ['The union is worried. It says the mine will flood.', 'reported paraphrase The union'],
    ['If she wins, Ann Roe says, she will close the mine.', 'quoted paraphrase Ann Roe'],
    ['When he spoke in Oslo, Bob Doe said that the mine will flood.', 'quoted paraphrase Bob Doe'],
  ]))

import { describe, expect, it } from 'vitest'
import {
  accuracySentence,
  discriminationSentence,
  leanSentence,
  oneBarSentence,
  oneClassSentence,
  openSentence,
  phraseSentence,
} from '../../../../src/core/scoring/report/sentences.ts'

const ends = (low: number, high: number) => ({ low, high })

describe('accuracySentence', () => {
  it.each([
    [
      { brier: 0.1712, interval: ends(0.151, 0.189), n: 187, references: [{ name: 'the crowd', brier: 0.148 }] },
      'Average penalty 0.17 (0.15–0.19) over 187 statements. On the same questions, saying 50–50 every time would score 0.25 and the crowd 0.15.',
    ],
    [
      {
        brier: 0.1712,
        interval: ends(0.1651, 0.1777),
        n: 1000,
        references: [
          { name: 'the base rate', brier: 0.21 },
          { name: 'the market', brier: 0.14 },
        ],
      },
      'Average penalty 0.171 (0.165–0.178) over 1000 statements. On the same questions, saying 50–50 every time would score 0.250, the base rate 0.210 and the market 0.140.',
    ],
    [
      { brier: 0.04, interval: null, n: 1, references: [] },
      'Average penalty 0.04 over 1 statement. On the same questions, saying 50–50 every time would score 0.25.',
    ],
  ])('%j', (given, sentence) => {
    expect(accuracySentence(given)).toBe(sentence)
  })
})

describe('leanSentence', () => {
  it.each([
    [
      { claimed: 0.81, right: 0.7, interval: ends(0.64, 0.76) },
      'When these statements leaned one way they claimed 81 % on average and were right 70 % of the time (64–76 %), 11 points less.',
    ],
    [
      { claimed: 0.81, right: 0.82, interval: null },
      'When these statements leaned one way they claimed 81 % on average and were right 82 % of the time, 1 point more.',
    ],
    [
      { claimed: 0.8051, right: 0.8149, interval: null },
      'When these statements leaned one way they claimed 81 % on average and were right 81 % of the time, as claimed.',
    ],
    [
      { claimed: 0.7, right: 0.998, interval: null },
      'When these statements leaned one way they claimed 70 % on average and were right more than 99 % of the time, 30 points more.',
    ],
  ])('%j', (given, sentence) => {
    expect(leanSentence(given)).toBe(sentence)
  })
})

describe('discriminationSentence', () => {
  const figure = (auc: string) => `a random hit got a higher number than a random miss ${auc}`
  it.each([
    [
      { auc: 0.78, interval: ends(0.7, 0.85) },
      `Things that were called likelier did happen more often: ${figure('78 % of the time (70–85 %)')}.`,
    ],
    [
      { auc: 0.4, interval: ends(0.33, 0.47) },
      `Things that were called likelier happened less often: ${figure('40 % of the time (33–47 %)')}.`,
    ],
    // A sample that parts wholly gives no interval, and says which way it parts.
    [
      { auc: 1, interval: null },
      `All that happened had been called likelier than all that did not: ${figure('100 % of the time')}.`,
    ],
    [
      { auc: 0, interval: null },
      `All that happened had been called less likely than all that did not: ${figure('0 % of the time')}.`,
    ],
    [
      { auc: 0.55, interval: ends(0.47, 0.63) },
      `Whether things that were called likelier happened more often cannot be told: ${figure('55 % of the time (47–63 %)')}, where 50 % is chance.`,
    ],
    [
      { auc: 0.78, interval: null },
      `Whether things that were called likelier happened more often cannot be told: ${figure('78 % of the time')}, where 50 % is chance.`,
    ],
  ])('%j', (given, sentence) => {
    expect(discriminationSentence(given)).toBe(sentence)
  })
})

describe('oneBarSentence', () => {
  it('names each part', () => {
    expect(oneBarSentence({ brier: 0.17, mcb: 0.02, dsc: 0.09, unc: 0.24, byLuck: 0.0162, n: 187 })).toBe(
      'The penalty of 0.17 is 0.24 for the difficulty of the questions, less 0.09 for insight, plus 0.02 for miscalibration, where luck alone makes about 0.02.',
    )
  })
})

describe('oneClassSentence', () => {
  const rest =
    'calibration cannot be told from easy questions here, and at the stated probabilities this had a chance of'
  it.each([
    [{ n: 12, cameTrue: true, chance: 0.282 }, `Every one of these 12 events happened; ${rest} 28 %.`],
    [{ n: 1, cameTrue: false, chance: 0.001 }, `The one event failed to happen; ${rest} less than 1 %.`],
  ])('%j', (given, sentence) => {
    expect(oneClassSentence(given)).toBe(sentence)
  })
})

describe('openSentence', () => {
  const [brier, right] = [
    { lowest: 0.12, highest: 0.21 },
    { lowest: 0.6, highest: 0.75 },
  ]
  it.each([
    { open: 1, brier: null, right: null, said: '1 more statement is due and not settled.' },
    {
      open: 3,
      brier,
      right: null,
      said: '3 more statements are due and not settled: the average penalty will end between 0.12 and 0.21.',
    },
    {
      open: 3,
      brier,
      right,
      said: '3 more statements are due and not settled: the average penalty will end between 0.12 and 0.21 and the share of right leans between 60 % and 75 %.',
    },
    {
      open: 2,
      brier: null,
      right,
      said: '2 more statements are due and not settled: the share of right leans will end between 60 % and 75 %.',
    },
  ])('$said', ({ said, ...of }) => expect(openSentence({ ...of, n: 40 })).toBe(said))
})

describe('phraseSentence', () => {
  const given = { phrase: 'likely', n: 37, hits: 22, interval: ends(0.432, 0.739), lexiconMean: 0.7 }
  it.each([
    [
      {
        ...given,
        standards: [
          { name: 'ICD 203', low: 0.55, high: 0.8 },
          { name: 'NATO', low: 0.6, high: 0.9 },
        ],
      },
      'Of 37 things called "likely", 22 happened (59 %; 43–74 %). Readers hear 70 %; ICD 203 means 55–80 %; NATO means 60–90 %.',
    ],
    [
      { ...given, n: 1, hits: 0, interval: ends(0, 0.853), standards: [] },
      'Of 1 thing called "likely", 0 happened (0 %; 0–85 %). Readers hear 70 %.',
    ],
  ])('%j', (row, sentence) => {
    expect(phraseSentence(row)).toBe(sentence)
  })
})

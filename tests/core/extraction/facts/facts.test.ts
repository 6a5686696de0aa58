import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsOf } from '../../../../src/core/extraction/facts/facts.ts'
import { pageOf } from '../../../../src/core/extraction/page-of.ts'
import { loadTagger } from '../../../../src/core/extraction/sentences/tagger.ts'
import type { Day } from '../../../../src/core/time.ts'

const tagger = await loadTagger()
/** A Wednesday. */
const PUBLISHED = '2026-02-11' as Day
const facts = (text: string) => factsOf(pageOf(text, tagger), PUBLISHED)
const dated = (text: string) => facts(text).filter(({ dateSource }) => dateSource !== 'undated')

describe('the same words', () => {
  it.each([
    'Okoro took the post after Lindqvist sacked the head of the Mint, Ana Ruiz, over the affair.',
    'Even as the strike dragged on, Okoro quietly struck deals with Lindqvist for the port.',
    'A new plan has emerged, including loans for Norway backed up by the European Union.',
    'Okoro left when Lindqvist came.',
  ])('are told once: %s', (text) => {
    const spans = facts(text).map(({ start, end }) => `${start}-${end}`)
    expect(spans.length).toBeGreaterThan(0)
    expect(new Set(spans).size).toBe(spans.length)
  })
})

describe('what a text tells as having happened', () => {
  it.each<[text: string, quote: string, earliest: string | null, latest: string]>([
    // Politics
    ['The two presidents met in Geneva on February 4 and 5.', 'met in Geneva', '2026-02-04', '2026-02-05'],
    [
      'On Tuesday the Senate approved the treaty by 61 votes to 38.',
      'the Senate approved the treaty',
      '2026-02-10',
      '2026-02-10',
    ],
    [
      'The Senate passed the bill last week, ending months of delay.',
      'The Senate passed the bill',
      '2026-02-02',
      '2026-02-08',
    ],
    ['Parliament was dissolved on 12 January.', 'Parliament was dissolved', '2026-01-12', '2026-01-12'],
    [
      'The defence minister, who took office in 2024, resigned on Monday.',
      'resigned on Monday',
      '2026-02-09',
      '2026-02-09',
    ],
    ['Norway has expelled two diplomats this week.', 'Norway has expelled two diplomats', '2026-02-09', '2026-02-11'],
    [
      'In October, the ruling party lost its majority.',
      'the ruling party lost its majority',
      '2025-10-01',
      '2025-10-31',
    ],
    ['Officials said that the bridge collapsed on Saturday.', 'the bridge collapsed', '2026-02-07', '2026-02-07'],
    [
      'The ceasefire collapsed yesterday, according to aid workers.',
      'The ceasefire collapsed',
      '2026-02-10',
      '2026-02-10',
    ],
    [
      'The coalition, formed after months of talks, broke apart in December.',
      'broke apart',
      '2025-12-01',
      '2025-12-31',
    ],
    // Economy
    [
      'The central bank cut its key rate to 3.5 per cent on 29 January.',
      'cut its key rate',
      '2026-01-29',
      '2026-01-29',
    ],
    ['Inflation fell to 2.1 per cent in December.', 'Inflation fell', '2025-12-01', '2025-12-31'],
    ['Inflation was 3.1 per cent in January.', 'Inflation was 3.1', '2026-01-01', '2026-01-31'],
    ['The company filed for bankruptcy earlier this month.', 'filed for bankruptcy', '2026-02-01', '2026-02-11'],
    ['Unemployment rose in the third quarter of 2025.', 'Unemployment rose', '2025-07-01', '2025-09-30'],
    ['Exports have fallen by a tenth since November.', 'Exports have fallen', '2025-11-01', '2026-02-11'],
    ['Shares in the lender dropped 9% on Friday and recovered on Monday.', 'dropped 9%', '2026-02-06', '2026-02-06'],
    ['Over the past year rents have doubled in the capital.', 'rents have doubled', '2025-02-11', '2026-02-11'],
    // Sport
    ['Ardvale beat Kirrin 24-17 last Saturday.', 'Ardvale beat Kirrin', '2026-02-07', '2026-02-07'],
    ['The club sacked its manager three weeks ago.', 'sacked its manager', '2026-01-18', '2026-01-24'],
    ['She won the title in 2019.', 'She won the title', '2019-01-01', '2019-12-31'],
    // Science
    ['The probe landed on 3 March 2024.', 'The probe landed', '2024-03-03', '2024-03-03'],
    [
      'A team in Lund published the first map of the reef in Nature last month.',
      'published the first map',
      '2026-01-01',
      '2026-01-31',
    ],
    ['The vaccine was approved in the spring of 2025.', 'The vaccine was approved', '2025-03-01', '2025-05-31'],
    // Courts
    ['In January a jury convicted the mayor of fraud.', 'a jury convicted the mayor', '2026-01-01', '2026-01-31'],
    ['The appeals court upheld the verdict on Thursday.', 'upheld the verdict', '2026-02-05', '2026-02-05'],
    ['Two suits were dismissed in late 2025.', 'Two suits were dismissed', '2025-09-01', '2025-12-31'],
    [
      'The judge, Ana Roe, ruled on 2 February that the levy was unlawful.',
      'ruled on 2 February',
      '2026-02-02',
      '2026-02-02',
    ],
    // Counted from the fact before
    [
      'The talks opened on 4 February. Two days later both sides signed a truce.',
      'both sides signed a truce',
      '2026-02-06',
      '2026-02-06',
    ],
    [
      'The plant closed on 2 February. The next day 400 workers were laid off.',
      '400 workers were laid off',
      '2026-02-03',
      '2026-02-03',
    ],
    [
      'The levy was introduced in 2019. It was abolished the following year.',
      'It was abolished',
      '2020-01-01',
      '2020-12-31',
    ],
  ])('%s', (text, quote, earliest, latest) => {
    const found = dated(text).find((fact) => fact.quote.includes(quote))
    expect(found, JSON.stringify(facts(text))).toBeDefined()
    expect([found?.earliest, found?.latest, found?.occurred]).toEqual([earliest, latest, true])
    expect(text.slice(found?.start, found?.end)).toBe(found?.quote)
  })

  it.each([
    // To come
    'The bank will cut rates in March.',
    'The Senate is likely to approve the treaty next week.',
    'The talks are due to resume on Friday.',
    // Once to come
    'The two leaders were to meet on Tuesday.',
    'The verdict was expected on Monday.',
    'The launch was scheduled for 4 February.',
    'The minister was supposed to resign last week.',
    'The bank was expected to cut rates in January.',
    'The union had planned to strike on Friday.',
    'In January analysts predicted that rates would fall by June.',
    // Wished, supposed, unreal
    'If the bank cut rates last week, nobody noticed.',
    'Had the Senate passed the bill in January, the plant would be open.',
    'The deal would have collapsed in October without Norway.',
    'The dam might have burst on Sunday.',
    'He wishes that they had signed in 2019.',
    'The two sides nearly signed a truce on Friday.',
    'Investors hoped last week that the bank had finished.',
    'Few believe that the army withdrew on Monday.',
    // Denied by whoever tells it
    'The ministry denied that troops crossed the border on Sunday.',
    // Asked
    'Did the minister resign on Monday?',
    'What happened in October?',
    'Nobody knows whether the two met on Friday.',
    // Habits and states
    'In 2014 the two families used to meet on Sundays.',
    'The board always met in the first week of January.',
    'The mayor knew about the plan in October.',
    'She wanted a deal last year.',
    'He was mayor in 2014.',
    // Of the author or the reader
    'I sold my house in 2021.',
    // A date of something else
    'The agreement signed in March 2024 remains in force.',
    'It is the worst drought since 2011.',
  ])('nothing: %s', (text) => {
    expect(dated(text)).toEqual([])
  })

  it.each([
    ['No deal was reached on Friday.', '2026-02-06'],
    ['The committee did not meet last week.', '2026-02-02'],
    ['Negotiators failed to reach an agreement on Sunday.', '2026-02-08'],
    ['The inspectors found no weapons in January.', '2026-01-01'],
    ['Neither side opened fire on Monday.', '2026-02-09'],
  ])('an absence: %s', (text, earliest) => {
    const [fact] = dated(text)
    expect([fact?.occurred, fact?.earliest]).toEqual([false, earliest])
  })
})

describe('a reported fact', () => {
  it('says who tells it, and bounds it by when that was', () => {
    expect(facts('The ministry said on Tuesday that troops had withdrawn from Orsin.')).toMatchObject([
      {
        attribution: 'reported',
        claimant: 'The ministry',
        dateSource: 'undated',
        earliest: null,
        latest: '2026-02-10',
      },
    ])
    expect(facts('“We signed the contract on Friday,” said Ann Roe, chief executive of Lumenar.')).toMatchObject([
      { attribution: 'quoted', claimant: 'Ann Roe', directness: 'verbatim', earliest: '2026-02-06' },
    ])
    expect(facts('The firm said on Thursday it had fired its chief executive.')).toMatchObject([
      {
        quote: 'it had fired its chief executive',
        title: 'The firm had fired its chief executive',
        latest: '2026-02-05',
      },
    ])
  })

  it('names its subject where another verb has it, and takes a time set in front of both', () => {
    const [met, sacked] = facts('On Monday the board of Lumenar met and sacked its chairman.')
    expect(met).toMatchObject({ quote: 'On Monday the board of Lumenar met', earliest: '2026-02-09' })
    expect(sacked).toMatchObject({ quote: 'sacked its chairman', earliest: '2026-02-09', entities: ['Lumenar'] })
    expect(sacked?.title).toBe('The board of Lumenar sacked its chairman')
    const taken = facts('The army took the town of Orsin in March 2025, lost it in June and retook it last week.')
    expect(taken.map(({ verb, earliest }) => [verb, earliest])).toEqual([
      ['take', '2025-03-01'],
      ['lose', '2025-06-01'],
      [expect.any(String), '2026-02-02'],
    ])
  })

  it('has the names in full', () => {
    const text = 'Ann Roe, the governor of Skarrow, fell ill in May. Roe signed the port bill on Monday.'
    expect(dated(text).map(({ entities }) => entities)).toEqual([['Ann Roe', 'Skarrow'], ['Ann Roe']])
  })

  it('is read from any text in one pass, with its own words, and never after publication', () => {
    const words = fc.constantFrom(
      ...'on Monday the board Roe was signed has met and , . had did not in March said that fell it which if “ ” 2014 plan to cut no deal : ; — who'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (list) => {
        const text = list.join(' ')
        for (const { quote, start, end, earliest, latest, title } of facts(text)) {
          expect(text.slice(start, end)).toBe(quote)
          expect(latest <= PUBLISHED && (earliest === null || earliest <= latest)).toBe(true)
          expect(title.length).toBeLessThanOrEqual(300)
        }
      }),
      { numRuns: 300 },
    )
  })
})

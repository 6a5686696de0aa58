import { describe, expect, it } from 'vitest'
import { type Row, RowRefused } from '../../../src/core/importing/cells.ts'
import { mappingOf, readColumnMap } from '../../../src/core/importing/column-map.ts'
import { ImportForecast } from '../../../src/core/importing/import-item.ts'
import { type Mapping, mustKnowColumns } from '../../../src/core/importing/mapping.ts'
import { fatebook } from '../../../src/core/importing/presets/fatebook.ts'
import { manifold } from '../../../src/core/importing/presets/manifold.ts'
import { metaculus } from '../../../src/core/importing/presets/metaculus.ts'
import { predictionBook, rowsOfPredictionBook } from '../../../src/core/importing/presets/predictionbook.ts'
import { Problem } from '../../../src/core/problem.ts'

/** What a row says, held against the shape of an import. */
const said = (mapping: Mapping, row: Row) => {
  const mapped = mapping.map(row)
  if ('passedOver' in mapped) return mapped
  return { forecast: ImportForecast.parse(mapped.forecast), outcome: mapped.outcome }
}
const whyRefused = (mapping: Mapping, row: Row): string => {
  try {
    mapping.map(row)
    return 'taken'
  } catch (error) {
    if (error instanceof RowRefused) return error.message
    throw error
  }
}

describe('PredictionBook', () => {
  const response = { id: 7, created_at: '2012-03-02T10:00:00.000Z', confidence: 65, user_label: 'ada', comment: null }
  const prediction = {
    id: 42,
    description: 'The mill closes by June',
    deadline: '2012-06-01T00:00:00.000Z',
    created_at: '2012-03-01T09:30:00.000Z',
    updated_at: '2012-06-05T08:00:00.000Z',
    outcome: true,
    withdrawn: false,
    responses: [response, { ...response, id: 8, confidence: null, comment: 'hm' }],
  }
  const rows = rowsOfPredictionBook({ user: { name: 'Ada' }, predictions: [prediction] })

  it('gives a row a response, with what it answers', () => {
    expect(rows).toHaveLength(2)
    expect(said(predictionBook, rows[0] ?? {})).toEqual({
      forecast: {
        question: '42',
        forecast: '7',
        wording: 'The mill closes by June',
        url: 'https://predictionbook.com/predictions/42',
        askedAt: '2012-03-01T09:30:00.000Z',
        windowEnd: '2012-06-01',
        author: 'ada',
        probability: 0.65,
        said: { earliest: '2012-03-02T10:00:00.000Z', latest: '2012-03-02T10:00:00.000Z' },
      },
      outcome: {
        question: '42',
        outcome: 'yes',
        resolvedAt: '2012-06-05T08:00:00.000Z',
        url: 'https://predictionbook.com/predictions/42',
      },
    })
    expect(said(predictionBook, rows[1] ?? {})).toEqual({ passedOver: 'a comment without a forecast' })
  })

  it.each([
    [{ outcome: 'false' }, 'no'],
    [{ outcome: '' }, undefined],
    [{ outcome: null }, undefined],
    [{ outcome: 'true', withdrawn: 'true' }, 'void'],
  ])('reads %j as %s, as a CSV writes it', (cells, outcome) => {
    const told = said(predictionBook, { ...rows[0], ...cells })
    expect('outcome' in told ? told.outcome?.outcome : 'passed over').toBe(outcome)
  })

  it.each([
    [{ confidence: '101' }, 'confidence is no number from 0 to 100: 101'],
    [{ created_at: 'last May' }, 'created_at is no date: last May'],
    [{ description: ' ' }, 'description is empty'],
    [{ outcome: 'maybe' }, 'outcome is neither true nor false: maybe'],
  ])('refuses %j: %s', (cells, why) => expect(whyRefused(predictionBook, { ...rows[0], ...cells })).toBe(why))
})

describe('Fatebook', () => {
  const row = {
    'Question title': 'Will the bridge open?',
    'Multiple choice option': 'undefined',
    'Forecast created by': 'Ada Quill',
    'Forecast (scale = 0-1)': '0.35',
    'Forecast created at': '2024-05-02 10:11:12',
    'Question created by': 'Ada Quill',
    'Question created at': '2024-05-01 09:00:00',
    'Question resolve by': '2024-07-01 00:00:00',
    Resolution: 'NO',
    'Resolved at': '2024-07-02 12:00:00',
  }

  it('tells a question apart by its title and its making', () => {
    expect(said(fatebook, row)).toMatchObject({
      forecast: {
        question: '2024-05-01T09:00:00.000Z Will the bridge open?',
        forecast: '2024-05-02T10:11:12.000Z Ada Quill',
        windowEnd: '2024-07-01',
        probability: 0.35,
      },
      outcome: { outcome: 'no', resolvedAt: '2024-07-02T12:00:00.000Z' },
    })
    expect(said(fatebook, { ...row, 'Multiple choice option': 'Red' })).toHaveProperty('passedOver')
    expect(said(fatebook, { ...row, Resolution: 'AMBIGUOUS' })).toMatchObject({ outcome: { outcome: 'void' } })
    expect(said(fatebook, { ...row, Resolution: 'undefined' })).toMatchObject({ outcome: null })
  })
})

describe('Metaculus', () => {
  const asked = {
    'Question ID': '11',
    'Question URL': 'https://www.metaculus.com/questions/9/',
    'Question Title': 'Will the mill close?',
    'Question Type': 'Binary',
    'Open Time': '2024-01-01 00:00:00+00:00',
    'Scheduled Close Time': '2024-12-01 06:00:00+00:00',
    Resolution: 'yes',
    'Resolution Known Time': '2024-08-01 10:00:00.123456+02:00',
  }
  const numeric = { ...asked, 'Question ID': '12', 'Question Type': 'Numeric' }
  const mapping = metaculus(
    new Map([
      ['11', asked],
      ['12', numeric],
    ]),
  )
  const row = {
    'Question ID': '11',
    'Forecaster ID': '5',
    'Forecaster Username': 'ada',
    'Start Time': '2024-02-01T10:00:00.500Z',
    'Probability Yes': '0.42',
  }

  it('joins forecasts with their questions', () => {
    expect(said(mapping, row)).toMatchObject({
      forecast: {
        wording: 'Will the mill close?',
        author: 'ada (Metaculus)',
        windowEnd: '2024-12-01',
        probability: 0.42,
      },
      outcome: { outcome: 'yes', resolvedAt: '2024-08-01T08:00:00.123Z' },
    })
    expect(said(mapping, { ...row, 'Question ID': '12' })).toEqual({ passedOver: 'not of a binary question' })
    expect(whyRefused(mapping, { ...row, 'Question ID': '13' })).toMatch(/13 does not stand in the file of questions/)
  })
})

describe('Manifold', () => {
  const market = {
    id: 'mkt',
    question: 'Will the mill close?',
    url: 'https://manifold.markets/ada/mill',
    createdTime: 1704067200000,
    closeTime: 1719792000000,
    outcomeType: 'BINARY',
    resolution: 'MKT',
    resolutionTime: 1719878400000,
  }
  const mapping = manifold(new Map([['mkt', market]]))
  const bet = { id: 'bet', userId: 'u1', contractId: 'mkt', createdTime: 1706745600000, probAfter: 0.61, amount: 20 }

  it('takes the price that a bet left, and a price as no outcome', () => {
    expect(said(mapping, bet)).toMatchObject({
      forecast: {
        question: 'mkt',
        forecast: 'bet',
        author: 'u1 (Manifold)',
        probability: 0.61,
        windowEnd: '2024-07-01',
      },
      outcome: { outcome: 'void', resolvedAt: '2024-07-02T00:00:00.000Z' },
    })
    expect(said(mapping, { ...bet, amount: 0 })).toEqual({ passedOver: 'an order that bought nothing' })
    expect(said(mapping, { ...bet, isRedemption: true })).toHaveProperty('passedOver')
    expect(whyRefused(mapping, { ...bet, createdTime: '2024-01-01' })).toMatch(/no time in milliseconds/)
  })
})

describe('columns that are mapped', () => {
  const columns = readColumnMap(
    'question=Title, probability=P (yes),said=Date,window-end=Due,outcome=Came true,resolved-at=Known',
  )
  const mapping = mappingOf({ columns, source: 'My notes', author: 'Ada Quill', percent: true })
  const row = {
    Title: 'The mill closes',
    'P (yes)': '70 %',
    Date: '2024-02-01',
    Due: '2024-06-30',
    'Came true': 'No',
    Known: '2024-07-01',
  }

  it('say what they are mapped to', () => {
    expect(said(mapping, row)).toMatchObject({
      forecast: {
        question: 'The mill closes',
        author: 'Ada Quill',
        probability: 0.7,
        askedAt: '2024-02-01T23:59:59.999Z',
        said: { earliest: '2024-02-01T00:00:00.000Z', latest: '2024-02-01T23:59:59.999Z' },
      },
      outcome: { outcome: 'no', resolvedAt: '2024-07-01T23:59:59.999Z' },
    })
    expect(said(mapping, { ...row, 'Came true': '' })).toMatchObject({ outcome: null })
  })

  const refused = (make: () => unknown): string => {
    try {
      make()
      return 'taken'
    } catch (error) {
      return error instanceof Problem ? `${error.message} | ${error.remedy}` : String(error)
    }
  }

  it.each([
    [() => readColumnMap('title=Title'), /title=Title maps nothing \| .*question, probability/],
    [() => readColumnMap('question=A,question=B'), /question is mapped twice/],
    [
      () => mappingOf({ columns: { question: 'A' }, source: 's', author: 'a', percent: false }),
      /probability, said, window-end/,
    ],
    [
      () =>
        mappingOf({ columns: { ...columns, author: undefined } as never, source: 's', author: null, percent: false }),
      /nobody is named/,
    ],
  ])('are refused where they say too little (%#)', (make, why) => expect(refused(make)).toMatch(why))

  it('must be there, and none besides', () => {
    const names = ['Title', 'P (yes)', 'Date', 'Due', 'Came true', 'Known']
    expect(refused(() => mustKnowColumns(mapping, names))).toBe('taken')
    expect(refused(() => mustKnowColumns(mapping, names.slice(1)))).toMatch(
      /not those of My notes \| expected are Title, P/,
    )
    expect(refused(() => mustKnowColumns(mapping, [...names, 'Mood']))).toMatch(/--ignore Mood/)
    expect(refused(() => mustKnowColumns(mapping, [...names, 'Mood'], ['Mood']))).toBe('taken')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../../src/core/problem.ts'
import { report } from '../../../../src/core/scoring/report/report.ts'
import {
  type Forecast,
  MOST_COUNTED,
  scoreCounts,
  scoreForecasts,
} from '../../../../src/core/scoring/report/score-forecasts.ts'
import { tally } from '../../../../src/core/scoring/tally.ts'

const forecast = (given: Partial<Forecast>): Forecast => ({
  author: 'Ada',
  question: 'q',
  family: given.question ?? 'q',
  p: 0.5,
  outcome: 1,
  saidOn: null,
  weakHedge: false,
  references: {},
  ...given,
})
const OPTIONS = { draws: 20 }
const sheetOf = (forecasts: Forecast[]) => {
  const [sheet] = scoreForecasts(forecasts, OPTIONS).authors
  if (!sheet) throw new Error('no author')
  return sheet
}

describe('which forecasts count', () => {
  it.each<[string, Partial<Forecast>[], number]>([
    ['the first by day', [{ p: 0.9, saidOn: '2024-02-01' }, { p: 0.6, saidOn: '2024-01-01' }, { p: 0.1 }], 0.6],
    ['the first given where there are no days', [{ p: 0.9 }, { p: 0.6 }], 0.9],
    ['a dated one before those without a day', [{ p: 0.9 }, { p: 0.6, saidOn: '2024-01-01' }], 0.6],
    ['never a weak hedge, though it came first', [{ p: 0.4, weakHedge: true }, { p: 0.6 }], 0.6],
  ])('%s', (_, said, expectedHits) => {
    expect(sheetOf(said.map(forecast)).report).toMatchObject({ n: 1, expectedHits })
  })

  it('counts apart what is not scored', () => {
    const sheet = sheetOf([
      forecast({ question: 'a', outcome: 'void' }),
      forecast({ question: 'a', outcome: 'void', p: 0.2 }),
      forecast({ question: 'b', outcome: 'open', p: 0.3 }),
      forecast({ question: 'c', weakHedge: true }),
      forecast({ question: 'd', p: 0.8 }),
    ])
    expect(sheet).toMatchObject({ void: 1, restatements: 1, weakHedges: 1, counts: [{ p: 0.8, n: 1, hits: 1 }] })
    expect(sheet.report).toMatchObject({ n: 1, unsettled: 1 })
    // .8 true loses .04; .3 open loses .09 or .49.
    expect(sheet.report.bounds?.brier).toEqual({
      lowest: expect.closeTo(0.065, 12),
      highest: expect.closeTo(0.265, 12),
    })
  })

  it('keeps an author who said nothing but weak hedges', () => {
    expect(sheetOf([forecast({ weakHedge: true })])).toMatchObject({ weakHedges: 1, report: { n: 0, brier: null } })
  })
})

describe('references', () => {
  it('stand beside the own score on just the questions that they answered', () => {
    const { references, told } = sheetOf([
      forecast({ question: 'a', p: 0.8, references: { market: 0.6, crowd: 0.9 } }),
      forecast({ question: 'b', p: 0.8, references: { market: 0.6 } }),
      forecast({ question: 'c', p: 0.1, outcome: 'void', references: { market: 1 } }),
    ])
    expect(references).toEqual([
      expect.objectContaining({ name: 'crowd', n: 1, brier: expect.closeTo(0.01), ownBrier: expect.closeTo(0.04) }),
      expect.objectContaining({ name: 'market', n: 2, brier: expect.closeTo(0.16), ownBrier: expect.closeTo(0.04) }),
    ])
    expect(references[0]?.difference).toMatchObject({ meanDifference: expect.closeTo(-0.03), low: null })
    expect(references[1]?.difference).toMatchObject({ meanDifference: expect.closeTo(0.12), families: 2 })
    // The crowd left one question out, and is not said to have answered the same.
    expect(told.accuracy).toContain('saying 50–50 every time would score 0.25 and market 0.16')
    expect(told.accuracy).not.toContain('crowd')
  })
})

describe('the sheet', () => {
  it('has a reason for every null of its report, and for nothing else', () => {
    const nulls = (value: unknown, path: string[]): string[] => {
      if (value === null) return [path.join('.')]
      return typeof value === 'object'
        ? Object.entries(value).flatMap(([name, part]) => nulls(part, [...path, name]))
        : []
    }
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            p: fc.constantFrom(0, 0.2, 0.5, 0.7, 1),
            outcome: fc.constantFrom<Forecast['outcome']>(0, 1, 'void', 'open'),
            question: fc.constantFrom('a', 'b', 'c', 'd'),
          }),
          { minLength: 1 },
        ),
        (said) => {
          const { report: full, missing } = sheetOf(said.map(forecast))
          expect(missing.map(({ field }) => field)).toEqual(nulls(full, []))
          expect(missing.filter(({ reason }) => reason === 'not defined on this sample')).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('has the same figures as the report of its tally', () => {
    const said = Array.from({ length: 12 }, (_, at) =>
      forecast({ question: `q${at}`, family: `f${at % 5}`, p: (at % 10) / 10, outcome: at % 3 === 0 ? 1 : 0 }),
    )
    const items = said.map(({ family, p, outcome }) => ({ family, p, outcome: outcome as 0 | 1 }))
    expect(sheetOf(said).report).toEqual(report({ ...tally(items), unsettled: [] }, OPTIONS))
  })
})

describe('the board', () => {
  const of = (author: string, p: number) =>
    Array.from({ length: 10 }, (_, at) => forecast({ author, question: `q${at}`, p }))

  it('compares several authors on common questions', () => {
    expect(scoreForecasts([...of('Ada', 0.8), ...of('Ben', 0.6)], OPTIONS).board?.placed).toMatchObject([
      { id: 'Ada', rank: 1, meanDifference: expect.closeTo(0.12, 12), commonQuestions: 10 },
      { id: 'Ben', rank: 2, meanDifference: expect.closeTo(-0.12, 12) },
    ])
  })

  it('is null for one author alone', () => {
    expect(scoreForecasts(of('Ada', 0.8), OPTIONS).board).toBeNull()
  })
})

describe('counts alone', () => {
  it('give what single forecasts of as many families give', () => {
    const rows = [
      { p: 0.2, n: 3, hits: 1 },
      { p: 0.7, n: 2, hits: 2 },
    ]
    const said = rows.flatMap(({ p, n, hits }) =>
      Array.from({ length: n }, (_, at) => forecast({ question: `${p} ${at}`, p, outcome: at < hits ? 1 : 0 })),
    )
    expect(scoreCounts(rows, OPTIONS).report).toEqual(sheetOf(said).report)
  })

  it('are refused where they are too many', () => {
    expect(() => scoreCounts([{ p: 0.5, n: MOST_COUNTED + 1, hits: 0 }])).toThrow(Problem)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../../src/core/problem.ts'
import type { Forecast } from '../../../../src/core/scoring/report/forecast-entrant.ts'
import { report } from '../../../../src/core/scoring/report/report.ts'
import { MOST_COUNTED, scoreCounts, scoreForecasts } from '../../../../src/core/scoring/report/score-forecasts.ts'
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
    const { references, sentences } = sheetOf([
      forecast({ question: 'a', p: 0.8, references: { market: 0.6, crowd: 0.9 } }),
      forecast({ question: 'b', p: 0.8, references: { market: 0.6 } }),
      forecast({ question: 'c', p: 0.1, outcome: 'void', references: { market: 1 } }),
    ])
    expect(references.map(({ reference, n }) => [reference, n])).toEqual([
      ['half', 2],
      ['crowd', 1],
      ['market', 2],
      ['in-sample-base-rate', 2],
    ])
    const [, crowd, market] = references
    expect(crowd).toMatchObject({ brier: expect.closeTo(0.01), own: expect.closeTo(0.04) })
    expect(crowd?.difference).toMatchObject({ mean: expect.closeTo(-0.03), interval: null })
    expect(market).toMatchObject({ brier: expect.closeTo(0.16), own: expect.closeTo(0.04) })
    expect(market?.difference).toMatchObject({ mean: expect.closeTo(0.12), families: 2 })
    // The crowd left one question out, and is not said to have answered the same.
    expect(sentences.accuracy).toContain('saying 50–50 every time would score 0.25, the market 0.16')
    expect(sentences.accuracy).not.toContain('crowd')
  })

  it('hold the mean of the others against an author, their own left out', () => {
    const said = ['Ada', 'Ben', 'Cy'].map((author, at) => forecast({ author, p: [0.8, 0.6, 0.4][at] ?? 0 }))
    const [ada] = scoreForecasts(said, OPTIONS).authors
    expect(ada?.references.find(({ reference }) => reference === 'others')).toMatchObject({
      n: 1,
      brier: expect.closeTo(0.25, 12),
    })
  })

  it('must not go by the name of one that is computed', () => {
    expect(() => sheetOf([forecast({ references: { others: 0.5 } })])).toThrow(Problem)
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
          const { report: full, missing, canonicalOrientation: _, drawn: __, ...sheet } = sheetOf(said.map(forecast))
          const { author: ___, first: _1, hedged: _2, scored: _3, counts: _4, withheldOnPages: _5, ...parts } = sheet
          expect(missing.map(({ field }) => field).sort()).toEqual([...nulls(full, []), ...nulls(parts, [])].sort())
          expect(missing.filter(({ reason }) => reason === 'not defined on this sample')).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('says of open questions where figures may still end, and nothing that would pass for final', () => {
    const said = Array.from({ length: 12 }, (_, at) =>
      forecast({ question: `q${at}`, p: 0.7, outcome: at < 11 ? 1 : 'open' }),
    )
    const { sentences, caption, withheldOnPages } = sheetOf(said)
    expect(sentences).toMatchObject({ accuracy: null, leaning: null, discrimination: null, bar: null, phrases: [] })
    expect(sentences.bounds).toMatch(
      /^1 more statement is due and not settled: the average penalty will end between 0\.\d\d/,
    )
    expect(caption).toBeNull()
    expect(withheldOnPages.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['sentences', 'caption', 'verdict']),
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

describe('what is judged of single forecasts', () => {
  const DAY = 86_400_000
  const day = (at: number): string => new Date(at * DAY).toISOString().slice(0, 10)
  /** .9 said in so many families, half of them true. */
  const overconfident = (author: string, families: number): Forecast[] =>
    Array.from({ length: families }, (_, at) =>
      forecast({
        author,
        question: `q${at}`,
        p: 0.9,
        outcome: at % 2 === 0 ? 1 : 0,
        saidOn: day(at),
        settledOn: day(at + 1),
      }),
    )

  it('has a verdict by the rules of a board, over everybody that was given', () => {
    const { authors } = scoreForecasts([...overconfident('Ada', 40), ...overconfident('Ben', 29)], OPTIONS)
    const [ada, ben] = authors.map(({ verdict, withheldOnPages }) => ({ verdict, withheldOnPages }))
    expect(ada?.verdict?.code).toMatch(/^miscalibrated:/)
    expect(ada?.verdict?.evidence).toMatchObject({ families: 40, survivesEBH: true, later: 0 })
    expect(ada?.withheldOnPages.map(({ field }) => field)).not.toContain('verdict')
    expect(ben?.verdict?.code).toBe('too-few-to-judge')
    expect(ben?.verdict?.evidence.survivesEBH).toBe(false)
    expect(ben?.withheldOnPages).toContainEqual({
      field: 'verdict',
      rule: 'a verdict on calibration needs 30 families; this author has 29',
    })
  })

  it('names the direction of a gap only where orientation is said to be by rule', () => {
    const said = Array.from({ length: 40 }, (_, at) =>
      forecast({ question: `q${at}`, p: 0.9, outcome: at % 2 === 0 ? 1 : 0 }),
    )
    const codeOf = (canonicalOrientation: boolean) =>
      scoreForecasts(said, { ...OPTIONS, canonicalOrientation }).authors[0]?.verdict?.code
    expect(codeOf(true)).toContain('says-too-much')
    expect(codeOf(false)).not.toContain('says-too-much')
  })

  it('corrects what was said by what was known before, as the worked example of recalibrated', () => {
    const said = Array.from({ length: 20 }, (_, at) =>
      forecast({
        question: `q${at}`,
        p: 0.9,
        outcome: at % 2 === 0 ? 1 : 0,
        saidOn: day(2 * at),
        settledOn: day(2 * at + 1),
      }),
    )
    expect(sheetOf(said).recalibrated).toMatchObject({ stated: expect.closeTo(0.41, 12), moved: 19 })
    const { recalibrated, missing } = sheetOf([...said, forecast({ question: 'undated' })])
    expect(recalibrated).toBeNull()
    expect(missing).toContainEqual({
      field: 'recalibrated',
      reason: expect.stringContaining('the day that it was said on'),
    })
  })

  it('computes the headline again in other ways, and says which of them say nothing', () => {
    const twice = [
      ...overconfident('Ada', 12),
      forecast({ question: 'q0', p: 0.1, outcome: 1, saidOn: day(30) }),
      forecast({ question: 'q0', p: 0.2, outcome: 1, saidOn: day(20) }),
    ]
    const box = sheetOf(twice).robustness
    expect(box?.checks.map(({ check }) => check)).toEqual([
      'without-largest',
      'one-per-family',
      'first-forecast',
      'final-forecast',
    ])
    // The last of the three said .1 of what came true: .81 instead of .01.
    const final = box?.checks.at(-1)
    expect((final?.brier ?? 0) - (box?.headline.brier ?? 0)).toBeCloseTo(0.8 / 12, 12)
    expect(box?.notApplicable.map(({ check }) => check)).toEqual(['due-cohorts', 'coder', 'lexicon'])
    expect(sheetOf(overconfident('Ada', 12)).robustness?.notApplicable.map(({ check }) => check)).toContain(
      'final-forecast',
    )
  })

  it('reads words in other ways where a lexicon is given', () => {
    const readings = { lexicon: { likely: { alpha: 3, beta: 1 } }, yardsticks: [] }
    const said = [forecast({ p: 0.75, words: { phrase: 'likely', polarity: '+' } })]
    const [sheet] = scoreForecasts(said, { ...OPTIONS, readings }).authors
    expect(sheet?.words).toMatchObject({ statements: 1, pointBrier: 0.0625, expectedBrier: expect.closeTo(0.1, 12) })
    expect(sheetOf(said).words).toBeNull()
    expect(() => scoreForecasts(said, { ...OPTIONS, readings: { ...readings, lexicon: {} } })).toThrow(Problem)
  })

  it('draws families anew beside the intervals by formula', () => {
    const { bootstrap, drawn } = sheetOf(overconfident('Ada', 12))
    expect(bootstrap.brier).toMatchObject({ estimate: expect.closeTo(0.41, 12), draws: 20 })
    expect(drawn).toEqual({ bootstrap: 20, chance: 20, power: 20, worlds: 20, capped: false })
    expect(scoreForecasts(overconfident('Ada', 12)).authors[0]?.drawn.bootstrap).toBe(2000)
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
    const {
      author: _,
      first: __,
      hedged: ___,
      scored: ____,
      void: _1,
      restatements: _2,
      weakHedges: _3,
      ...sheet
    } = sheetOf(said)
    expect(scoreCounts(rows, OPTIONS)).toEqual(sheet)
  })

  it('are refused where they are too many', () => {
    expect(() => scoreCounts([{ p: 0.5, n: MOST_COUNTED + 1, hits: 0 }])).toThrow(Problem)
  })
})

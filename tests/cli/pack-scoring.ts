import { expect, test } from 'vitest'
import { SCORING_RULES } from '../../src/core/scoring/report/report.ts'
import { compile, type Installed, node } from './pack-door.ts'

const PLAIN = `
import { countsOf, brier, scoreForecasts, SCORING_RULES } from 'hindcast/scoring'
const said = [[0.2, 1], [0.2, 0]].map(([p, outcome], at) => ({
  author: 'Ada', question: 'q' + at, family: 'f', p, outcome, saidOn: null, weakHedge: false, references: {},
}))
const { authors } = scoreForecasts(said)
console.log(JSON.stringify([brier(countsOf(said)), authors[0].report.hitTest.twoSided, SCORING_RULES]))
`

/** One function of each subject that the door names, on the worked examples of their comments. */
const SUBJECTS = `
import { expectedScores, meanOverTime, power, questionOverTime, rankedProbability, scoreFamily, shrink, verdict } from 'hindcast/scoring'
const likely = { numbers: [], words: [{ phrase: 'likely', polarity: '+', n: 2, hits: 1 }] }
const both = shrink([{ value: 0.1, error: 0.1 }, { value: -0.1, error: 0.1 }])
console.log(JSON.stringify([
  rankedProbability([0.1, 0.2, 0.4, 0.3], 0),
  both.authors[0].value,
  expectedScores(likely, { likely: { alpha: 3, beta: 1 } }).expectedBrier,
  [scoreFamily, questionOverTime, meanOverTime].map((one) => typeof one),
  verdict({ statements: 40, families: 40, eValue: 1, mcbWithinChance: true, survivesEBH: false, slope: null, gap: null, canonicalOrientation: false, power: power([{ p: 0.5, n: 40, hits: 20 }], { seed: 's' }) }).code,
]))
`

/** The module in a context that has the language and nothing of Node or of a browser. */
const BARE = `
import { readFileSync } from 'node:fs'
import { createContext, SourceTextModule } from 'node:vm'
const context = createContext({})
const source = readFileSync(new URL('node_modules/hindcast/dist/scoring.js', import.meta.url), 'utf8')
const linked = (specifier) => { throw new Error('it imports ' + specifier) }
const module = new SourceTextModule(source, { context })
await module.link(linked)
await module.evaluate()
const ask = new SourceTextModule(
  "import { scoreCounts } from 'scoring'\\nexport const sheet = scoreCounts([{ p: 0.2, n: 20, hits: 5 }, { p: 0.7, n: 10, hits: 6 }])\\nexport const globals = Object.getOwnPropertyNames(globalThis)",
  { context },
)
await ask.link(() => module)
await ask.evaluate()
const { sheet, globals } = ask.namespace
console.log(JSON.stringify({ brier: sheet.report.brier.mean, band: sheet.report.curve.bands.consistency.resampled.length, node: globals.filter((name) => ['process', 'Buffer', 'require', 'fetch', 'URL', 'crypto'].includes(name)) }))
`

const CONSUMER = `
import { type Counts, type Report, brier, pool, scoreCounts } from 'hindcast/scoring'
const counts: Counts = pool([{ p: 0.2, n: 2, hits: 1 }])
const mean: number | null = brier(counts)
const report: Report = scoreCounts(counts).report
const interval: { low: number; high: number } | null | undefined = report.brier?.interval
export const all = [mean, interval]
// @ts-expect-error a score is a number, or null for no forecasts
export const wrong: string = brier(counts)
`

/** The package of pure scoring: for a plain script, for a place without Node, and for a compiler. */
export const scoringPackage = (installed: () => Installed): void => {
  test('hindcast/scoring scores in a plain script', () => {
    expect(node(installed(), 'plain.mjs', PLAIN)).toEqual([
      expect.closeTo(0.34, 14),
      expect.closeTo(0.72, 14),
      SCORING_RULES,
    ])
  })

  test('hindcast/scoring scores categories, words and time too, and sets forecasters beside one another', () => {
    expect(node(installed(), 'subjects.mjs', SUBJECTS)).toEqual([
      expect.closeTo(1.39, 14),
      expect.closeTo(0.05, 14),
      expect.closeTo(0.35, 14),
      ['function', 'function', 'function'],
      'no-sign',
    ])
  })

  test('hindcast/scoring needs nothing but the language', () => {
    expect(node(installed(), 'bare.mjs', BARE, '--experimental-vm-modules')).toEqual({
      brier: expect.closeTo((5 * 0.64 + 15 * 0.04 + 6 * 0.09 + 4 * 0.49) / 30, 14),
      band: 2,
      node: [],
    })
  })

  test.each([
    ['esnext', 'bundler'],
    ['nodenext', 'nodenext'],
  ])('the types of hindcast/scoring are found and hold: module %s, resolution %s', (module, resolution) => {
    expect(compile(installed(), CONSUMER, module, resolution)).toBe('')
  })
}

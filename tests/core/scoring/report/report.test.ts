import { describe, expect, it } from 'vitest'
import { fewestFamilies, minimumFamilies, shown } from '../../../../src/core/scoring/report/minimum.ts'
import { missingShown } from '../../../../src/core/scoring/report/missing.ts'
import { report, summary } from '../../../../src/core/scoring/report/report.ts'
import { withhold } from '../../../../src/core/scoring/report/withhold.ts'
import { tally } from '../../../../src/core/scoring/tally.ts'

const visibleWith = (families: number, outcomes?: { hits: number; misses: number }): string[] => {
  const fields = shown(families, outcomes)
  return minimumFamilies.flatMap(({ field }) => (fields[field].shown ? [field] : []))
}

describe('shown', () => {
  const averages = [
    'baseRate',
    'hitTest',
    'familyHitTest',
    'brier',
    'gap',
    'logScore',
    'baselineScore',
    'skill',
    'references',
    'overTime',
    'bounds',
  ]
  const early = [
    ...['bounds.right', 'bounds.overconfidence', 'bounds.groups', 'bounds.curve'],
    ...['leaning', 'groups', 'curve', 'spiegelhalter', 'eValue', 'verdict', 'provisionalRank', 'adjusted'],
  ]
  const calls = ['calls', 'hits', 'expectedHits']

  it.each([
    { families: 0, fields: [] },
    { families: 1, fields: calls },
    { families: 9, fields: calls },
    { families: 10, fields: [...calls, ...averages] },
    { families: 29, fields: [...calls, ...averages] },
    { families: 30, fields: [...calls, ...averages, ...early] },
  ])('$families families', ({ families, fields }) => {
    expect(visibleWith(families)).toEqual(fields)
  })

  it('adds the decomposition, ranks and comparisons at 100, the rest at 300', () => {
    expect(visibleWith(99)).not.toContain('decomposition')
    expect(visibleWith(100)).toEqual(expect.arrayContaining(['decomposition', 'rank', 'comparisons']))
    expect(visibleWith(299)).not.toContain('topics')
    expect(visibleWith(300, { hits: 10, misses: 10 })).toHaveLength(minimumFamilies.length)
  })

  it('asks for ten hits and ten misses where both are needed', () => {
    expect(shown(300, { hits: 290, misses: 9 }).auc).toEqual({
      shown: false,
      rule: 'the AUC needs 10 hits and 10 misses; this author has 290 and 9',
    })
  })

  it('states the rule as a sentence', () => {
    expect(shown(4).brier).toEqual({ shown: false, rule: 'mean Brier needs 10 families; this author has 4' })
    expect(shown(0).hits).toEqual({ shown: false, rule: 'the number of hits needs 1 family; this author has 0' })
  })
})

const families = (count: number) =>
  tally(Array.from({ length: count }, (_, i) => ({ family: `f${i}`, p: 0.7, outcome: i % 10 < 7 ? 1 : 0 })))

describe('report', () => {
  it('assembles the worked example', () => {
    const input = tally([1, 0].map((outcome) => ({ family: 'a', p: 0.2, outcome: outcome === 1 ? 1 : 0 })))
    expect(report({ ...input, unsettled: [] })).toMatchObject({
      n: 2,
      families: 1,
      unsettled: 0,
      hits: 1,
      expectedHits: 0.4,
      baseRate: 0.5,
      hitTest: { twoSided: expect.closeTo(0.72, 14) },
      brier: { mean: expect.closeTo(0.34, 14), interval: null },
      decomposition: { mcb: expect.closeTo(0.09, 14), dsc: 0, unc: 0.25 },
    })
  })

  it('has only a denominator without forecasts', () => {
    const empty = report({ counts: [], families: [], unsettled: [{ p: 0.5, n: 3 }] })
    expect(empty).toMatchObject({ n: 0, families: 0, unsettled: 3, hits: 0, brier: null, logScore: null, curve: null })
    expect(withhold(empty)).toMatchObject({ n: 0, unsettled: 3, hits: null, expectedHits: null, bounds: null })
  })

  it('survives JSON: an infinite log score is a string', () => {
    const input = tally([{ family: 'a', p: 1, outcome: 0 }])
    const full = report({ ...input, unsettled: [] })
    expect(full.logScore?.raw).toBe('Infinity')
    expect(JSON.parse(JSON.stringify(full))).toEqual(full)
  })

  it('has the figures of its summary', () => {
    const input = { ...families(40), unsettled: [{ p: 0.5, n: 3 }] }
    const { brierBounds, ...short } = summary(input)
    expect(brierBounds).toEqual(report(input).bounds?.brier ?? null)
    expect(report(input)).toMatchObject(short)
    const { hits, expectedHits, baseRate, brier } = withhold(report(input))
    expect(withhold(short)).toMatchObject({ hits, expectedHits, baseRate, brier, withheld: [] })
    expect(withhold(summary({ ...families(9), unsettled: [] })).withheld.map(({ field }) => field)).toEqual([
      'baseRate',
      'brier',
    ])
  })

  it('resamples by the counts themselves: the same twice, other for another seed', () => {
    const input = { ...families(40), unsettled: [] }
    expect(report(input)).toEqual(report(input))
    expect(report(input, { seed: 'another' }).curve?.bands.consistency.resampled).not.toEqual(
      report(input).curve?.bands.consistency.resampled,
    )
    expect(report(input).curve?.points).toEqual(report(input, { seed: 'another' }).curve?.points)
  })

  it('refuses counts and families that disagree', () => {
    expect(() => report({ counts: [{ p: 0.5, n: 2, hits: 1 }], families: [], unsettled: [] })).toThrow('the families 0')
  })
})

/** What stands at a path of a report. */
const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce((of, name) => (of as Record<string, unknown>)[name], value)

describe('withhold', () => {
  const fromTen = [
    'baseRate',
    'hitTest',
    'familyHitTest',
    'gap',
    'brier',
    'logScore',
    'baselineScore',
    'skill',
    'bounds',
  ]
  const boundsFromThirty = ['bounds.right', 'bounds.overconfidence', 'bounds.groups', 'bounds.curve']
  const fromThirty = ['leaning', 'groups', 'curve', 'spiegelhalter', 'slope', 'eValue']
  const fromHundred = ['decomposition', 'auc', 'murphy']
  const last = ['calibrationError']

  it.each([
    { count: 9, withheld: [...fromTen, ...fromThirty, ...fromHundred, ...last] },
    { count: 10, withheld: [...boundsFromThirty, ...fromThirty, ...fromHundred, ...last] },
    { count: 29, withheld: [...boundsFromThirty, ...fromThirty, ...fromHundred, ...last] },
    // 21 hits and 9 misses.
    { count: 30, withheld: ['slope', ...fromHundred, ...last] },
    { count: 100, withheld: last },
    { count: 300, withheld: [] },
  ])('$count families', ({ count, withheld }) => {
    const full = report({ ...families(count), unsettled: [] })
    const seen = withhold(full)
    expect(seen.withheld.map(({ field }) => field)).toEqual(withheld)
    for (const { field, rule } of seen.withheld) {
      expect(at(seen, field)).toBeNull()
      expect(rule).toContain(`this author has ${field === 'slope' && count === 30 ? '21 and 9' : count}`)
    }
    expect(seen.hits).toBe(full.hits)
    expect(seen.brier).toEqual(count < 10 ? null : full.brier)
  })

  it('withholds each bound by the rule of what it bounds, which it is once nothing is open', () => {
    const bounded = { right: 'leaning', overconfidence: 'leaning', groups: 'groups', curve: 'curve' } as const
    for (const [part, field] of Object.entries(bounded) as [keyof typeof bounded, 'leaning' | 'groups' | 'curve'][])
      expect(fewestFamilies(`bounds.${part}`), part).toBe(fewestFamilies(field))
    const full = report({ ...families(29), unsettled: [] })
    expect(full.bounds?.curve.map(({ lowest }) => lowest)).toEqual(full.curve?.points.map((one) => one.recalibrated))
    const { bounds } = withhold(full)
    expect(bounds).toEqual({ ...full.bounds, right: null, overconfidence: null, groups: null, curve: null })
    expect(withhold(report({ ...families(30), unsettled: [] })).bounds?.curve).toHaveLength(
      full.curve?.points.length ?? 0,
    )
    // What is withheld is named there, and not in `missing`, whatever inside it has no value.
    expect(missingShown(full, withhold(full)).filter(({ field }) => field.startsWith('bounds'))).toEqual([])
  })

  it('shows only what has bounds while questions are open, unless their cohort has entered', () => {
    const full = report({ ...families(300), unsettled: [{ p: 0.7, n: 2 }] })
    const open = withhold(full)
    expect(open.withheld.map(({ field }) => field)).toEqual([
      'familyHitTest',
      'baselineScore',
      'skill',
      'spiegelhalter',
      'slope',
      'eValue',
      ...fromHundred,
      ...last,
    ])
    expect(open.withheld[4]?.rule).toBe(
      'the calibration slope waits for 2 questions that are due and not settled: it has no bounds, and no cohort of 200 questions, 95 % of them settled, holds these',
    )
    expect(open.curve).toEqual(full.curve)
    expect(withhold(full, { entered: true }).withheld).toEqual([])
  })
})

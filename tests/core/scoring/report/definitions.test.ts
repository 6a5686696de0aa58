import { describe, expect, it } from 'vitest'
import { overTimeMeasures } from '../../../../src/core/scoring/over-time/author-over-time.ts'
import { definitions } from '../../../../src/core/scoring/report/definitions.ts'
import { minimumFamilies } from '../../../../src/core/scoring/report/minimum.ts'
import { report } from '../../../../src/core/scoring/report/report.ts'
import { withhold } from '../../../../src/core/scoring/report/withhold.ts'
import { tally } from '../../../../src/core/scoring/tally.ts'

const ids = definitions.map(({ id }) => id)
const of = (id: string) => definitions.find((one) => one.id === id)

// Fields that gather several measures are defined by their parts, or under the name the field uses.
const parts: Readonly<Record<string, readonly string[]>> = {
  overTime: overTimeMeasures.filter((measure) => !['peerScore', 'spotScore'].includes(measure)),
  skill: ['brierSkillHalf', 'brierSkillBaseRate'],
  references: ['referenceDifference'],
  leaning: ['claimedConfidence', 'leanRight', 'overconfidence'],
  decomposition: ['mcb', 'mcbChance', 'mcbChanceMost', 'dsc', 'unc', 'decompositionLog'],
  murphy: ['rel', 'res', 'relDebiased', 'resDebiased'],
  adjusted: ['difficultyAdjustedBrier'],
  comparisons: ['pairedDifference'],
  calibrationError: ['ece', 'mce', 'eceChance', 'eceChanceMost'],
  unsettled: ['pending'],
  'bounds.right': ['rightBounds'],
  'bounds.overconfidence': ['overconfidenceBounds'],
  'bounds.groups': ['groupBounds'],
  'bounds.curve': ['curveBounds'],
}

describe('definitions', () => {
  it('have ids of their own, and names too', () => {
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    const names = definitions.map(({ name }) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    expect(ids.filter((id) => !/^[a-z][a-zA-Z]*$/.test(id))).toEqual([])
  })

  it('cover every field of a report, and every row of the table of minimums', () => {
    const sample = tally([{ family: 'a', p: 0.2, outcome: 1 }])
    const { withheld: _, ...fields } = withhold(report({ ...sample, unsettled: [] }))
    const named = [...Object.keys(fields), ...minimumFamilies.map(({ field }) => field)]
    expect(named.length).toBeGreaterThan(20)
    const missing = named.flatMap((field) => parts[field] ?? [field]).filter((id) => !ids.includes(id))
    expect(missing).toEqual([])
  })

  it.each(definitions.map((one) => [one.id, one] as const))('%s is sane', (_, one) => {
    const [low, high] = one.range
    if (low !== null && high !== null) expect(low).toBeLessThan(high)
    expect(one.direction === 'target').toBe(one.target !== null)
    if (one.target !== null) {
      expect(one.target).toBeGreaterThanOrEqual(low ?? -Infinity)
      expect(one.target).toBeLessThanOrEqual(high ?? Infinity)
    }
    expect(one.sentence).toMatch(/^[A-Z].*\.$/)
    expect(one.sentence).not.toMatch(/\. /)
    for (const text of [one.name, one.unit, one.formula, one.source]) expect(text.trim().length).toBeGreaterThan(2)
    if (one.minimumFamilies !== null) expect([1, 10, 30, 100, 300]).toContain(one.minimumFamilies)
  })

  it('take the minimum from the one table', () => {
    for (const { field, families } of minimumFamilies)
      for (const id of parts[field] ?? [field]) expect(of(id)?.minimumFamilies, id).toBe(families)
  })

  it.each([
    ['brier', 'lower', null],
    ['auc', 'higher', null],
    ['slope', 'target', 1],
    ['gap', 'target', 0],
    ['lexiconVariance', 'none', null],
  ])('%s: %s', (id, direction, target) => {
    expect(of(id)).toMatchObject({ direction, target })
  })
})

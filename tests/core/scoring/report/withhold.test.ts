import { describe, expect, it } from 'vitest'
import { minimumFamilies } from '../../../../src/core/scoring/report/minimum.ts'
import { whyWithheld } from '../../../../src/core/scoring/report/withhold.ts'

const of = (families: number, unsettled = 0) => ({ families, n: 40 + families, hits: 20, unsettled })

describe('whyWithheld', () => {
  it.each(minimumFamilies)('$field: nothing below $families families, and by the table from there on', (row) => {
    expect(whyWithheld(row.field, of(row.families - 1))).toMatch(/ needs? .* famil/)
    expect(whyWithheld(row.field, of(row.families))).toBeNull()
  })

  it('lets what has no bounds wait while questions are open outside entered cohorts', () => {
    expect(whyWithheld('references', of(10, 2))).toContain('waits for 2 questions that are due and not settled')
    expect(whyWithheld('references', of(10, 2), { entered: true })).toBeNull()
    expect(whyWithheld('brier', of(10, 2))).toBeNull()
    expect(whyWithheld('overTime', of(10, 2))).toMatch(/^scores over time wait for 2 questions .*: they have no bounds/)
    expect(whyWithheld('auc', of(100, 1))).toMatch(/^the AUC waits for a question .*: it has no bounds/)
  })
})

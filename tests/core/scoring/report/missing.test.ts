import { describe, expect, it } from 'vitest'
import { missingFigures, missingShown } from '../../../../src/core/scoring/report/missing.ts'
import { report } from '../../../../src/core/scoring/report/report.ts'
import { withhold } from '../../../../src/core/scoring/report/withhold.ts'
import { tally } from '../../../../src/core/scoring/tally.ts'

const alike = (n: number) =>
  report({ ...tally(Array.from({ length: n }, (_, at) => ({ family: `${at}`, p: 0.7, outcome: 1 }))), unsettled: [] })

/** Paths of nulls, but for those below a withheld field. */
const nullsIn = (value: unknown, path: string[] = []): string[] => {
  if (value === null) return [path.join('.')]
  if (typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, part]) => nullsIn(part, [...path, name]))
}

describe('missingShown', () => {
  it.each([0, 1, 4, 12, 40, 120, 320])('names with `withheld` every null of %i forecasts that all came true', (n) => {
    const full = alike(n)
    const { withheld, ...figures } = withhold(full)
    const missing = missingShown(full, { withheld })
    const named = [...withheld.map(({ field }) => field), ...missing.map(({ field }) => field)]
    expect(named.toSorted()).toEqual(nullsIn(figures).toSorted())
    expect(missing.every(({ reason }) => reason.length > 5)).toBe(true)
  })

  it('says of what no rule withholds why it cannot be', () => {
    const full = alike(12)
    const { withheld } = withhold(full)
    expect(missingShown(full, { withheld })).toContainEqual({
      field: 'skill.baseRate',
      reason: 'all outcomes are alike',
    })
    expect(missingShown(full, { withheld }).length).toBeLessThan(missingFigures(full).length)
  })
})

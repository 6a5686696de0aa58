import { expect, it } from 'vitest'
import { report } from '../../../src/core/scoring/report/report.ts'
import { withhold } from '../../../src/core/scoring/report/withhold.ts'
import { tally } from '../../../src/core/scoring/tally.ts'
import { definitionOf } from '../../../src/queries/report/definitions.ts'
import { scoreMeasures } from '../../../src/queries/report/score-measures.ts'

const rows = Array.from({ length: 300 }, (_, at) => ({
  family: `family ${at}`,
  p: [0.1, 0.3, 0.6, 0.9][at % 4] ?? 0.5,
  outcome: (at % 10 < ([1, 4, 5, 8][at % 4] ?? 5) ? 1 : 0) as 0 | 1,
}))
const shown = withhold(report({ ...tally(rows), unsettled: [] }))
const measured = (id: string) => scoreMeasures.find((one) => one.id === id)?.of(shown)

it('shows what luck alone gives as two measures, neither with an interval', () => {
  const { decomposition, calibrationError } = shown
  expect(decomposition?.chance.most).toBeGreaterThan(decomposition?.chance.mean ?? 1)
  expect(measured('mcbChance')).toEqual({ value: decomposition?.chance.mean })
  expect(measured('mcbChanceMost')).toEqual({ value: decomposition?.chance.most })
  expect(calibrationError?.chance.most).toBeGreaterThan(calibrationError?.chance.mean ?? 1)
  expect(measured('eceChance')).toEqual({ value: calibrationError?.chance.mean })
  expect(measured('eceChanceMost')).toEqual({ value: calibrationError?.chance.most })
})

it('names a definition of the same field for every measure', () => {
  for (const { id, field } of scoreMeasures) expect(definitionOf(id).field, id).toBe(field)
})

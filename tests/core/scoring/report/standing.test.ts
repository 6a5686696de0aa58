import { describe, expect, it } from 'vitest'
import { entrantOf } from '../../../../src/core/scoring/report/entrant.ts'
import { standingOf } from '../../../../src/core/scoring/report/standing.ts'
import { settledSince } from '../../../../src/core/scoring/restart.ts'
import { toInstant } from '../../../../src/core/time.ts'
import { author, item, judged, MONTH } from './board-of.ts'

const OVERTURNED = 1_750_000_000_000
const overturned = toInstant(new Date(OVERTURNED))

describe('settledSince', () => {
  const items = [
    { family: 'a', settled: 3 },
    { family: 'a', settled: 7 },
    { family: 'b', settled: 6 },
    { family: 'c', settled: null },
    { family: 'd', settled: 5 },
  ]

  it('leaves families of which nothing was known before, and what was settled at that very instant', () => {
    expect(settledSince(items, 5).map(({ family }) => family)).toEqual(['b', 'c', 'd'])
    expect(settledSince(items, null)).toEqual(items)
  })
})

describe('what evidence waits for', () => {
  const open = (family: string, p: number, dueMonth = MONTH) => ({ family, p, said: 0, dueMonth })
  const whole = author(
    'a',
    [item(0, 0.7, 1), item(1, 0.7, 1, { dueMonth: '2025-02', family: 'f0' }), item(2, 0.4, 0, { dueMonth: '2025-02' })],
    {
      pending: [open('f0', 0.2), open('f8', 0.3), open('f9', 0.4, '2025-02')],
      later: [{ ...open('f0', 0.6, '2026-01'), settled: null }],
    },
  )

  it('is all that families of the board said, pending, of other months and not yet due', () => {
    const {
      said: { waiting },
      unsettled,
    } = entrantOf(whole, [MONTH])
    expect(waiting.map(({ family, p }) => [family, p])).toEqual([
      ['f0', 0.2],
      ['f0', 0.6],
      ['f0', 0.7],
      ['f8', 0.3],
    ])
    expect(unsettled.map(({ p }) => p)).toEqual([0.2, 0.3])
  })

  it('leaves out families of which something was settled elsewhere before an outcome was overturned', () => {
    const early = {
      ...whole,
      overturned,
      items: whole.items.map((one, at) => ({ ...one, settled: OVERTURNED + 1 - at * 2 })),
    }
    const { items, waiting, since } = standingOf(entrantOf(early, [MONTH]))
    expect([items, waiting.map(({ family }) => family), since]).toEqual([[], ['f8'], overturned])
  })
})

describe('a verdict after an outcome was overturned', () => {
  // .9 said of 80 families, half of them true; the first half settled before.
  const wrong = (fresh: number) =>
    author(
      'a',
      Array.from({ length: 80 }, (_, at) =>
        item(at, 0.9, at % 2 === 0 ? 1 : 0, { settled: OVERTURNED + (at < fresh ? 1 : -1) }),
      ),
      { overturned },
    )
  const rowOf = (one: ReturnType<typeof author>) => judged([one]).rows[0]

  it('rests on what was settled since, and says since when', () => {
    const { verdict, families } = rowOf(wrong(40)) ?? {}
    expect(families).toBe(80)
    expect(verdict?.evidence).toMatchObject({ families: 40, statements: 40, since: overturned })
    const before = rowOf({ ...wrong(40), overturned: null })?.verdict
    expect(before?.evidence).toMatchObject({ families: 80, since: null })
    expect(verdict?.evidence.eValue).toBeLessThan(before?.evidence.eValue ?? 0)
  })

  it('waits for 30 families since, and says why', () => {
    const row = rowOf(wrong(29))
    expect(row?.verdict).toBeNull()
    expect(row?.withheld).toContainEqual({
      field: 'verdict',
      rule: 'a verdict needs 30 families; evidence started again on 2025-06-15, when an outcome was overturned, and the first statement of 29 was settled since',
    })
  })

  it('counts what is open against the evidence', () => {
    const told = rowOf(wrong(80))
    const pending = Array.from({ length: 4 }, (_, at) => ({ family: `open${at}`, p: 0.9, said: 0, dueMonth: MONTH }))
    const waits = rowOf({ ...wrong(80), pending })
    expect(waits?.verdict?.evidence.eValue).toBeLessThan(told?.verdict?.evidence.eValue ?? 0)
    expect(waits?.verdict?.evidence.families).toBe(80)
  })
})

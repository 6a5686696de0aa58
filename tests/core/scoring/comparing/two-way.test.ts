import { describe, expect, it } from 'vitest'
import { type Cell, componentsOf, rowEffects } from '../../../../src/core/scoring/comparing/two-way.ts'
import { randomFrom } from '../../../../src/core/scoring/numbers/random.ts'

const cells = (...triples: [number, number, number][]): Cell[] =>
  triples.map(([row, column, value]) => ({ row, column, value }))

describe('componentsOf', () => {
  it('numbers the groups of linked columns', () => {
    const linked = cells([0, 0, 1], [0, 2, 1], [1, 1, 1], [1, 3, 1], [2, 4, 1])
    expect(componentsOf(linked, 3, 5)).toEqual([0, 1, 0, 1, 2])
    expect(componentsOf([...linked, ...cells([2, 0, 1], [2, 1, 1])], 3, 5)).toEqual([0, 0, 0, 0, 0])
  })
})

describe('rowEffects', () => {
  it('leaves residuals that sum to 0 in every row and column', () => {
    const table = cells([0, 0, 0.3], [0, 1, 0.9], [1, 0, 0.1], [1, 2, 0.5], [2, 1, 0.2], [2, 2, 0.8], [2, 0, 0.4])
    const a = rowEffects(table, 3, 3)
    const inColumn = [0, 1, 2].map((column) => table.filter((cell) => cell.column === column))
    const b = inColumn.map((own) => own.reduce((so, { row, value }) => so + value - (a[row] ?? 0), 0) / own.length)
    for (const at of [0, 1, 2]) {
      const own = table.filter(({ row }) => row === at)
      const left = own.reduce((so, { column, value }) => so + value - (a[at] ?? 0) - (b[column] ?? 0), 0)
      expect(left).toBeCloseTo(0, 12)
    }
  })

  it('is 0 where rows do not differ', () => {
    expect([...rowEffects(cells([0, 0, 0.2], [1, 0, 0.2], [1, 1, 0.7]), 2, 2)]).toEqual([
      expect.closeTo(0, 12),
      expect.closeTo(0, 12),
    ])
  })

  // Complete tables are solved in a few steps; what rounding leaves then must not be followed.
  it.each([
    ['complete', () => 1, () => 0.04],
    ['with gaps', (at: number) => (at % 10) / 10, (at: number) => at / 7],
  ] as const)('settles in 400 tables that are %s, on effects no larger than what they are of', (_, density, low) => {
    for (let at = 0; at < 400; at++) {
      const random = randomFrom(`table ${at}`)
      const [rows, columns] = [2 + Math.floor(random() * 8), 1 + Math.floor(random() * 150)]
      const table = Array.from({ length: rows * columns }, (_, cell): Cell[] => {
        const value = random() < 0.5 ? low(random()) : 0.64
        return random() < density(at) ? [{ row: cell % rows, column: Math.floor(cell / rows), value }] : []
      }).flat()
      for (const effect of rowEffects(table, rows, columns)) expect(Math.abs(effect)).toBeLessThan(2)
    }
  })
})

import { describe, expect, it } from 'vitest'
import { type Cell, componentsOf, rowEffects } from '../../../../src/core/scoring/comparing/two-way.ts'

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
})

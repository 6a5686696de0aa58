import { refusal } from '../refusal.ts'

/** One value at a row and a column of a table with gaps; both count from 0. */
export type Cell = { row: number; column: number; value: number }

/**
 * Which columns are linked: the number of its group for every column, from 0, columns being in one group where rows lead
 * from one to the other.
 */
export const componentsOf = (cells: readonly Cell[], rows: number, columns: number): number[] => {
  const parent = Array.from({ length: rows + columns }, (_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] ?? root] ?? root
      root = parent[root] ?? root
    }
    return root
  }
  for (const { row, column } of cells) parent[rootOf(row)] = rootOf(rows + column)
  const numbers = new Map<number, number>()
  return Array.from({ length: columns }, (_, column) => {
    const root = rootOf(rows + column)
    const known = numbers.get(root) ?? numbers.size
    numbers.set(root, known)
    return known
  })
}

type Vector = Float64Array<ArrayBuffer>
const dot = (a: Vector, b: Vector): number => a.reduce((so, value, at) => so + value * (b[at] ?? 0), 0)
const plus = (a: Vector, factor: number, b: Vector): Vector => a.map((value, at) => value + factor * (b[at] ?? 0))

// Of the size of the values; far below what the tenth digit of an effect shows, and about what rounding leaves.
const NEAR = 1e-15
/** What the normal equations may be off by in the end, per cell. */
const SETTLED = 1e-10

/**
 * Takes from each row the mean of its group. Residuals sum to 0 in every group but for rounding, and what rounding leaves of a
 * constant is a direction in which nothing changes: followed, it would carry the effects away without end.
 */
const levelledBy = (cells: readonly Cell[], rows: number, columns: number): ((residual: Vector) => Vector) => {
  const ofColumn = componentsOf(cells, rows, columns)
  const groupOf = new Map(cells.map(({ row, column }) => [row, ofColumn[column] ?? 0]))
  return (residual) => {
    const sums = new Map<number, { n: number; total: number }>()
    for (const [row, group] of groupOf) {
      const { n, total } = sums.get(group) ?? { n: 0, total: 0 }
      sums.set(group, { n: n + 1, total: total + (residual[row] ?? 0) })
    }
    return residual.map((value, row) => {
      const { n, total } = sums.get(groupOf.get(row) ?? -1) ?? { n: 1, total: 0 }
      return value - total / n
    })
  }
}

/**
 * Row effects a of the least squares fit value = a_row + b_column, up to a constant a group: the column effects are taken
 * out, b = mean(value − a), and the normal equations that are left are solved by conjugate gradients with the number of
 * cells a row for preconditioner. O(cells) a step, and as many steps as rows at most in exact arithmetic.
 * Hestenes & Stiefel 1952, J Res Natl Bur Stand 49:409.
 */
export const rowEffects = (cells: readonly Cell[], rows: number, columns: number): Vector => {
  const [inRow, inColumn] = [new Float64Array(rows), new Float64Array(columns)]
  for (const { row, column } of cells) {
    inRow[row] = (inRow[row] ?? 0) + 1
    inColumn[column] = (inColumn[column] ?? 0) + 1
  }
  /** Per row, the sum over its cells of their value less the mean of their column. */
  const centred = (of: (cell: Cell) => number): Vector => {
    const means = new Float64Array(columns)
    for (const cell of cells) {
      means[cell.column] = (means[cell.column] ?? 0) + of(cell) / (inColumn[cell.column] ?? 1)
    }
    const result = new Float64Array(rows)
    for (const cell of cells) {
      result[cell.row] = (result[cell.row] ?? 0) + of(cell) - (means[cell.column] ?? 0)
    }
    return result
  }
  const eased = (residual: Vector): Vector => residual.map((value, at) => value / Math.max(1, inRow[at] ?? 1))
  let effects = new Float64Array(rows)
  const levelled = levelledBy(cells, rows, columns)
  let residual = levelled(centred(({ value }) => value))
  let direction = eased(residual)
  let size = dot(residual, direction)
  const values = cells.reduce((so, { value }) => so + value * value, 0)
  for (let step = 0; size > values * NEAR * NEAR && step < 10 * rows + 100; step++) {
    const applied = centred(({ row }) => direction[row] ?? 0)
    const along = dot(direction, applied)
    if (!(along > 0)) break
    effects = plus(effects, size / along, direction)
    residual = levelled(plus(residual, -size / along, applied))
    const next = eased(residual)
    const nextSize = dot(residual, next)
    direction = plus(next, nextSize / size, direction)
    size = nextSize
  }
  const left = eased(
    plus(
      centred(({ value }) => value),
      -1,
      centred(({ row }) => effects[row] ?? 0),
    ),
  )
  // Guards against a design so thinly linked that rounding decides about it.
  if (left.some((value) => Math.abs(value) > SETTLED))
    throw refusal('the fit of difficulties does not settle', 'leave out forecasters who share next to no question')
  return effects
}

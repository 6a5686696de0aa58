/**
 * Isotonic regression of the same rows again and again, with other numbers of forecasts and hits each time: what
 * `poolAdjacentViolators` does, without an object a block. After `fit`, block b begins at row `starts[b]` and holds `hits[b]`
 * of `n[b]`; `count` of them, frequencies strictly ascending. Rows without forecasts belong to no block.
 */
export type Isotonic = {
  fit: (said: ArrayLike<number>, came: ArrayLike<number>) => void
  /** The frequency of each row into `values[from + row × step]`; a row without forecasts takes its lower neighbour's, else its upper's. */
  heights: (values: Float64Array, from: number, step: number) => void
  /** Σ of the least squared errors that a non-decreasing curve can leave: Σ h(n − h)/n over blocks. */
  squares: () => number
}

/**
 * For `rows` rows in ascending p. Source: Ayer et al. 1955, Ann Math Stat 26:641. Example: `fit([1, 1], [1, 0])` makes one block
 * of 1/2, and `squares()` is ½.
 */
export const isotonic = (rows: number): Isotonic => {
  const [starts, n, hits] = [new Int32Array(rows), new Float64Array(rows), new Float64Array(rows)]
  let count = 0
  return {
    fit: (said, came) => {
      count = 0
      for (let row = 0; row < rows; row++) {
        let [start, all, held] = [row, said[row] ?? 0, came[row] ?? 0]
        if (all === 0) continue
        // As fractions, which is exact for whole numbers.
        while (count > 0 && (hits[count - 1] ?? 0) * all >= held * (n[count - 1] ?? 0)) {
          count--
          start = starts[count] ?? 0
          all += n[count] ?? 0
          held += hits[count] ?? 0
        }
        starts[count] = start
        n[count] = all
        hits[count] = held
        count++
      }
    },
    heights: (values, from, step) => {
      let block = 0
      for (let row = 0; row < rows; row++) {
        while (block + 1 < count && row >= (starts[block + 1] ?? 0)) block++
        values[from + row * step] = (hits[block] ?? Number.NaN) / (n[block] ?? Number.NaN)
      }
    },
    squares: () => {
      let so = 0
      for (let block = 0; block < count; block++) {
        const [all, held] = [n[block] ?? 1, hits[block] ?? 0]
        so += (held * (all - held)) / all
      }
      return so
    },
  }
}

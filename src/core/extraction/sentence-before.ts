import type { Reading } from './cue.ts'

/** The sentence before in the same paragraph, or null. `readings` stand in the order of the text. */
export const sentenceBefore = (readings: readonly Reading[], reading: Reading): Reading | null => {
  let [low, high] = [0, readings.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((readings[middle]?.start ?? 0) < reading.start) low = middle + 1
    else high = middle
  }
  const before = readings[low - 1]
  return before && before.block === reading.block ? before : null
}

import type { Reading } from '../cues/cue.ts'

/** The sentence that stands before in the text, or null. `readings` stand in its order. */
const readingBefore = (readings: readonly Reading[], reading: Reading): Reading | null => {
  let [low, high] = [0, readings.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((readings[middle]?.start ?? 0) < reading.start) low = middle + 1
    else high = middle
  }
  return readings[low - 1] ?? null
}

/** The sentence before in the same paragraph, or null. */
export const sentenceBefore = (readings: readonly Reading[], reading: Reading): Reading | null => {
  const before = readingBefore(readings, reading)
  return before && before.block === reading.block ? before : null
}

/** The question right before a sentence, in its paragraph or the one before: an interviewer's, or one's own. Null when there is none. */
export const questionBefore = (readings: readonly Reading[], reading: Reading): Reading | null => {
  const before = readingBefore(readings, reading)
  return before?.words.slice(-2).includes('?') && reading.block - before.block <= 1 ? before : null
}

import type { Named } from './named.ts'
import { pastDayReaders } from './past-days.ts'
import { pastPart, pastPeriodReaders } from './past-periods.ts'
import type { Prose } from './time-tokens.ts'

/** Any stretch that the words at `i` name, the longest reading. */
const plainAt = (prose: Prose, i: number): Named | null => {
  let best: Named | null = null
  for (const read of [...pastDayReaders, ...pastPeriodReaders]) {
    const one = read(prose, i)
    if (one && one.start <= prose.today && (best === null || one.to > best.to)) best = one
  }
  return best
}
export const pastSpanAt = (prose: Prose, i: number): Named | null => pastPart(prose, i, plainAt) ?? plainAt(prose, i)

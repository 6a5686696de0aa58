import { sum } from '../numbers/sum.ts'
import type { Coded } from './coded-verdict.ts'
import type { Entrant } from './entrant.ts'
import { type Readings, type ReadWords, readingWords } from './reading-words.ts'
import { type Recalibrated, recalibrated, type TimedItem } from './recalibrated.ts'
import { type AuthorReference, authorReferences } from './references.ts'
import { type NotApplicable, type RobustnessBox, robustnessBox } from './robustness-box.ts'
import type { VerdictCode } from './verdict.ts'

/** What of a report is made from single items, beyond counts. */
export type JudgedParts = {
  references: AuthorReference[]
  recalibrated: (Omit<Recalibrated, 'items'> & { moved: number }) | null
  words: ReadWords | null
  robustness: RobustnessBox<VerdictCode | null> | null
}

/**
 * `timed`: the items with when they were said and settled, null where that is not known; `coded`: the verdict, and what makes it anew of
 * others; `against`: the reference whose side the robustness box tells; `reasons`: why checks of it say nothing, where its own do not fit.
 */
export type PartsOptions = {
  timed: readonly TimedItem[] | null
  coded: Coded | null
  readings: Readings
  seed: string
  worlds: number
  against: string
  recorded: readonly string[]
  others: Parameters<typeof authorReferences<Entrant['items'][number]>>[1]
  reasons?: NotApplicable
}

/** Null where nothing was settled before anything was said: then nothing was learnt. */
const recalibratedOf = (timed: readonly TimedItem[]): JudgedParts['recalibrated'] => {
  const read = recalibrated(timed)
  if (read === null) return null
  const { items: each, ...means } = read
  const moved = sum(each.map(({ learntFrom }) => (learntFrom > 0 ? 1 : 0)))
  return moved === 0 ? null : { ...means, moved }
}

/**
 * What of a report hangs on its single items: references on the same questions, as stated beside recalibrated, what hangs on the
 * meaning of words, the robustness box. Nothing is withheld; null where there is nothing to make it from. The same for the same seed.
 */
export const judgedParts = (entrant: Entrant, options: PartsOptions): JudgedParts => {
  const { items } = entrant
  const { timed, coded, readings, seed, worlds, against, recorded, others, reasons } = options
  const words = readingWords(items, { readings, seed, worlds, verdict: coded })
  return {
    references: authorReferences(items, others, recorded),
    recalibrated: timed && recalibratedOf(timed),
    words,
    robustness:
      items.length === 0
        ? null
        : robustnessBox<VerdictCode | null>(entrant, {
            against,
            yardsticks: readings.yardsticks,
            under: words?.yardsticks ?? [],
            verdictOf: (some) => coded?.of(some) ?? null,
            ...(reasons && { reasons }),
          }),
  }
}

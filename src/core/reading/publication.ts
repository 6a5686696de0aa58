import { type Day, plusDays, plusMonths } from '../time.ts'
import type { DateClue } from './clues.ts'
import { readDate, type WrittenDate } from './dates.ts'
import type { StatedPublication } from './document.ts'

/** How long before its last change a piece may have been published, where nothing else is known. */
const DAYS_BEFORE_CHANGE = 365

type Dated = DateClue & WrittenDate

/**
 * When a document was published, from its date clues in order of trust, or null: no day is made up.
 * - A stated date of publication is that day, as the publisher's calendar has it; a time with its zone widens the bounds to
 *   the day in UTC.
 * - A dateline is when it was filed: that day or the next. A day in the address: one day either way.
 * - A month alone: all its days, the 15th as the best estimate.
 * - A change alone: the words stood then, and may be up to a year older.
 * A change in the midst of such a range ends it.
 */
export const publicationOf = (clues: readonly DateClue[]): StatedPublication | null => {
  const dated = clues.flatMap((clue): Dated[] => {
    const date = readDate(clue.value)
    return date ? [{ ...clue, ...date }] : []
  })
  const best = order
    .map(({ says, whole }) => dated.find((date) => date.says === says && date.whole === whole))
    .find(Boolean)
  if (!best) return null
  const changed =
    best.says === 'modified' ? undefined : dated.find(({ says, whole }) => says === 'modified' && whole === 'day')
  return narrowed(boundsOf(best), changed)
}

const order: readonly Pick<Dated, 'says' | 'whole'>[] = [
  { says: 'published', whole: 'day' },
  { says: 'dateline', whole: 'day' },
  { says: 'address', whole: 'day' },
  { says: 'published', whole: 'month' },
  { says: 'address', whole: 'month' },
  { says: 'modified', whole: 'day' },
]

const boundsOf = ({ says, day, utcDay, whole, value, from }: Dated): StatedPublication => {
  const words = `${value.trim()} (${from})`
  if (whole === 'month') {
    const latest = plusDays(plusMonths(day, 1), -1)
    return { on: plusDays(day, 14), earliest: day, latest, evidence: `${words}: the month alone` }
  }
  if (says === 'published') {
    const [earliest, latest] = [day, utcDay ?? day].sort() as [Day, Day]
    return { on: day, earliest, latest, evidence: words }
  }
  if (says === 'dateline') return { on: day, earliest: day, latest: plusDays(day, 1), evidence: words }
  if (says === 'address') return { on: day, earliest: plusDays(day, -1), latest: plusDays(day, 1), evidence: words }
  const earliest = plusDays(day, -DAYS_BEFORE_CHANGE)
  return { on: day, earliest, latest: day, evidence: `${words}: the last change alone` }
}

const narrowed = (stated: StatedPublication, changed: Dated | undefined): StatedPublication => {
  if (!changed || changed.day === stated.on) return stated
  const evidence = `${stated.evidence}; changed ${changed.value.trim()} (${changed.from})`
  const within = changed.day >= stated.earliest && changed.day < stated.latest
  if (!within) return changed.day > stated.on ? { ...stated, evidence } : stated
  return { ...stated, latest: changed.day, on: stated.on < changed.day ? stated.on : changed.day, evidence }
}

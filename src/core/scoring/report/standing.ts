import type { Instant } from '../../time.ts'
import { settledSince } from '../restart.ts'
import { saidFirst } from '../said-first.ts'
import type { JudgedAuthor, JudgedItem } from './entrant.ts'

/** What evidence waits for of a family: open, or, where `settled` says when, settled in months that do not count yet. */
export type Waiting = Pick<JudgedItem, 'family' | 'p' | 'said' | 'words' | 'settled'> & { n: 1 }

/** Nobody knows when: before anything was overturned. */
const UNKNOWN = Number.NEGATIVE_INFINITY

const momentsOf = ({ family, said }: Pick<JudgedItem, 'family' | 'said'>) => ({ family, said })

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** All that the families of these items and pending ones hold besides the items. */
export const waitingOf = (
  author: JudgedAuthor,
  { items, pending }: Pick<JudgedAuthor, 'items' | 'pending'>,
): Waiting[] => {
  const counted = new Set(items)
  const families = new Set([...items, ...pending].map(({ family }) => family))
  const elsewhere = author.items
    .filter((item) => !counted.has(item))
    .map((item) => ({ ...item, settled: item.settled ?? UNKNOWN }))
  const open = author.pending.map((one) => ({ ...one, settled: null }))
  return [...elsewhere, ...open, ...author.later]
    .filter(({ family }) => families.has(family))
    .map(({ family, p, said, words, settled }) => ({
      family,
      p,
      said,
      n: 1 as const,
      settled,
      ...(words && { words }),
    }))
    .sort((a, b) => compare(a.family, b.family) || a.p - b.p)
}

/**
 * What the evidence on an author rests on, and since when, where an outcome was overturned; `later`: how many statements are left out,
 * settled or open, since they were made after the first of their family.
 */
export type Standing = { items: JudgedItem[]; waiting: Waiting[]; since: Instant | null; later: number }

/** What was said first of each family (`saidFirst`), of all or of what `settledSince` leaves after the latest outcome that was overturned. */
export const standingOf = ({
  items,
  waiting,
  overturned,
}: {
  items: readonly JudgedItem[]
  waiting: readonly Waiting[]
  overturned: Instant | null
}): Standing => {
  const timed = [
    ...items.map((item) => ({ ...momentsOf(item), settled: item.settled ?? UNKNOWN, item, one: null })),
    ...waiting.map((one) => ({ ...momentsOf(one), settled: one.settled, item: null, one })),
  ]
  const { first, later } = saidFirst(settledSince(timed, overturned === null ? null : Date.parse(overturned)))
  return {
    items: first.flatMap(({ item }) => item ?? []),
    waiting: first.flatMap(({ one }) => one ?? []),
    since: overturned,
    later: later.length,
  }
}

import type { Instant } from '../../time.ts'
import { settledSince } from '../restart.ts'
import { saidFirst } from '../said-first.ts'
import type { Entrant, JudgedAuthor, JudgedItem, JudgedStatements } from './entrant.ts'

/** What evidence waits for of a family: open, or void, or, where `settled` says when, settled in months that do not count yet. */
export type Waiting = Pick<JudgedItem, 'family' | 'p' | 'said' | 'words' | 'settled'> & { n: 1; void?: true }

/** Nobody knows when: before anything was overturned. */
const UNKNOWN = Number.NEGATIVE_INFINITY

const momentsOf = ({ family, said }: Pick<JudgedItem, 'family' | 'said'>) => ({ family, said })

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

type IsIn = (one: { dueMonth: string }) => boolean

/** All that these families hold besides what is settled in a part. */
const waitingOf = (said: JudgedStatements, families: ReadonlySet<string>, isIn: IsIn): Waiting[] => {
  const elsewhere = said.items
    .filter((item) => !isIn(item))
    .map((item) => ({ ...item, settled: item.settled ?? UNKNOWN }))
  const open = said.pending.map((one) => ({ ...one, settled: null }))
  const off = said.void.map((one) => ({ ...one, settled: null, void: true as const }))
  const all: readonly (Omit<Waiting, 'n'> & { void?: true })[] = [...elsewhere, ...open, ...off, ...said.later]
  return all
    .filter(({ family }) => families.has(family))
    .map(({ family, p, said, words, settled, void: isVoid }) => ({
      family,
      p,
      said,
      n: 1 as const,
      settled,
      ...(words && { words }),
      ...(isVoid && { void: isVoid }),
    }))
    .sort((a, b) => compare(a.family, b.family) || a.p - b.p)
}

/** What was said first on each question: what of it is settled, and what it waits for; `restated`: how much else is scored in its place. */
export type SaidFirst = { items: JudgedItem[]; waiting: Waiting[]; restated: number }

const NOTHING: JudgedStatements = { items: [], pending: [], later: [], void: [] }
const stays = ({ restated = false }: { restated?: boolean | undefined }): boolean => !restated

/** What an author said first on each question of a part. */
export const saidOf = (author: JudgedAuthor, isIn: IsIn): SaidFirst => {
  const { items, pending, later, void: off } = author.begun ?? NOTHING
  const said = {
    items: [...author.items.filter(stays), ...items],
    pending: [...author.pending.filter(stays), ...pending],
    later: [...author.later.filter(stays), ...later],
    void: [...author.void.filter(stays), ...off],
  }
  const inPart = [...author.items, ...author.pending, ...items, ...pending].filter(isIn)
  const families = new Set(inPart.map(({ family }) => family))
  const replaced = [...author.items, ...author.pending, ...author.later, ...author.void].filter((one) => !stays(one))
  return {
    items: said.items.filter(isIn).sort((a, b) => compare(a.question, b.question) || a.said - b.said),
    waiting: waitingOf(said, families, isIn),
    restated: replaced.filter(({ family }) => families.has(family)).length,
  }
}

/**
 * What the evidence on an author rests on, and since when, where an outcome was overturned; `later`: how many statements are left out,
 * settled or open, since they were made after the first of their question or family.
 */
export type Standing = { items: JudgedItem[]; waiting: Waiting[]; since: Instant | null; later: number }

/**
 * What was said first of each family (`saidFirst`), of what was said first on each question, all or what `settledSince` leaves after the
 * latest outcome that was overturned.
 */
export const standingOf = ({ said, overturned }: Pick<Entrant, 'said' | 'overturned'>): Standing => {
  const timed = [
    ...said.items.map((item) => ({ ...momentsOf(item), settled: item.settled ?? UNKNOWN, item, one: null })),
    ...said.waiting.map((one) => ({ ...momentsOf(one), settled: one.settled, item: null, one })),
  ]
  const { first, later } = saidFirst(settledSince(timed, overturned === null ? null : Date.parse(overturned)))
  return {
    items: first.flatMap(({ item }) => item ?? []),
    waiting: first.flatMap(({ one }) => one ?? []),
    since: overturned,
    later: later.length + said.restated,
  }
}

import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { Problem } from '../core/problem.ts'
import { Instant } from '../core/time.ts'

/** One page of a list, newest first; `next` is null on the last. */
export type Page<T> = { items: T[]; next: string | null }
export type PageRequest = { limit: number; cursor: string | null }

type Position = { at: Instant; id: string }

const encode = ({ at, id }: Position): string =>
  btoa(`${at}~${id}`).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const decode = (cursor: string): Position => {
  let text = ''
  try {
    text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    // Falls through to the refusal below.
  }
  const [at, id] = text.split('~')
  const instant = Instant.safeParse(at)
  if (!instant.success || id === undefined || !/^[a-z0-9_]{1,64}$/.test(id)) {
    const detail = 'this cursor was not given out by this list'
    throw new Problem('invalid-input', detail, 'use the next value of a page, or leave cursor out', [
      { field: 'cursor', detail },
    ])
  }
  return { at: instant.data, id }
}

/** Rows after the cursor in the order (at, id) descending; read one more than asked to see whether a page follows. */
export const afterCursor = ({ cursor }: PageRequest, at: AnyColumn, id: AnyColumn): SQL | undefined => {
  if (cursor === null) return undefined
  const position = decode(cursor)
  return sql`(${at}, ${id}) < (${position.at}::timestamptz, ${position.id})`
}

export const newestFirst = (at: AnyColumn, id: AnyColumn): SQL[] => [sql`${at} desc`, sql`${id} desc`]

/** Cuts the extra row off and names the next page by the last row kept. */
export const pageOf = <T extends { id: string; recordedAt: Instant }>(rows: T[], { limit }: PageRequest): Page<T> => {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? encode({ at: last.recordedAt, id: last.id }) : null }
}

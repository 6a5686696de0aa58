import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Problem } from '../core/problem.ts'
import { Day, Instant } from '../core/time.ts'

/** One page of a list, newest first or in the order of a text; `next` is null on the last. */
export type Page<T> = { items: T[]; next: string | null }
export type PageRequest = { limit: number; cursor: string | null }

/** Where a page ends: a value of the column that orders the list, and an id. */
type Position<T> = { at: T; id: string }
type At = string | number | null
/** How a cursor writes that there is no day. */
const NO_DAY = 'none'

const encode = ({ at, id }: Position<At>): string =>
  btoa(`${at ?? NO_DAY}~${id}`)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** The position that a cursor names. Throws `invalid-input` where the list never gave it out. */
const decode = <T>(cursor: string, schema: z.ZodType<T>): Position<T> => {
  let text = ''
  try {
    text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    // Falls through to the refusal below.
  }
  const [at, id] = text.split('~')
  const read = schema.safeParse(at)
  if (!read.success || id === undefined || !/^[a-z0-9_]{1,64}$/.test(id)) {
    const detail = 'this cursor was not given out by this list'
    throw new Problem('invalid-input', detail, 'use the next value of a page, or leave cursor out', [
      { field: 'cursor', detail },
    ])
  }
  return { at: read.data, id }
}

/** The cursor of what comes after a thing in a list, newest first. */
export const cursorAt = ({ recordedAt, id }: { recordedAt: Instant; id: string }): string =>
  encode({ at: recordedAt, id })

/** Rows after the cursor in the order (at, id) descending; read one more than asked to see whether a page follows. */
export const afterCursor = ({ cursor }: PageRequest, at: AnyColumn, id: AnyColumn): SQL | undefined => {
  if (cursor === null) return undefined
  const position = decode(cursor, Instant)
  return sql`(${at}, ${id}) < (${position.at}::timestamptz, ${position.id})`
}

export const newestFirst = (at: AnyColumn, id: AnyColumn): SQL[] => [sql`${at} desc`, sql`${id} desc`]

/** Rows after the cursor in the order (at, id) ascending; `at` is an expression of an instant. */
export const afterMoment = ({ cursor }: PageRequest, at: SQL, id: AnyColumn): SQL | undefined => {
  if (cursor === null) return undefined
  const position = decode(cursor, Instant)
  return sql`(${at}, ${id}) > (${position.at}::timestamptz, ${position.id})`
}

/** An offset into a text, as a cursor writes it. */
const Offset = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

/** Rows after the cursor in the order of a text, (start, id) ascending. */
export const afterPlace = ({ cursor }: PageRequest, start: AnyColumn, id: AnyColumn): SQL | undefined => {
  if (cursor === null) return undefined
  const position = decode(cursor, Offset)
  return sql`(${start}, ${id}) > (${position.at}::integer, ${position.id})`
}

export const inTextOrder = (start: AnyColumn, id: AnyColumn): SQL[] => [sql`${start} asc`, sql`${id} asc`]

/** Rows after the cursor in the order (rank, id) descending; `rank` is an integer. */
export const afterRank = ({ cursor }: PageRequest, rank: SQL, id: SQL): SQL | undefined => {
  if (cursor === null) return undefined
  const position = decode(cursor, Offset)
  return sql`(${rank}, ${id}) < (${position.at}::integer, ${position.id})`
}

/** A page in that order. */
export const pageByRank = <T extends { id: string; rank: number }>(rows: T[], page: PageRequest): Page<T> =>
  pageBy(rows, page, ({ rank }) => rank)

const distance = (form: RegExp) =>
  z
    .string()
    .regex(form)
    .transform((text) => Number(text.slice(text.indexOf('.') + 1)))

/** A distance as a cursor writes it, with the order it was walked in: a cursor of the other order is refused. */
const missIn = { best: distance(/^best\.\d{1,9}$/), worst: distance(/^worst\.\d{1,9}$/) } as const

/** A page in that order. */
export const pageByMiss = <T extends { id: string; miss: number }>(
  rows: T[],
  page: PageRequest,
  order: 'best' | 'worst',
): Page<T> => pageBy(rows, page, ({ miss }) => `${order}.${miss}`)

/** Rows after the cursor in the order of how far a forecast was from what happened, in millionths, the best or the worst first. */
export const afterMiss = (
  { cursor }: PageRequest,
  miss: SQL,
  id: AnyColumn,
  order: 'best' | 'worst',
): SQL | undefined => {
  if (cursor === null) return undefined
  const { at, id: last } = decode(cursor, missIn[order])
  const after = order === 'best' ? sql`>` : sql`<`
  return sql`(${miss} ${after} ${at}::integer or (${miss} = ${at}::integer and ${id} > ${last}))`
}

export const byMiss = (miss: SQL, id: AnyColumn, order: 'best' | 'worst'): SQL[] => [
  order === 'best' ? sql`${miss} asc` : sql`${miss} desc`,
  sql`${id} asc`,
]

/** A day as a cursor writes it, or null for none. */
const DayOrNone = z.union([Day, z.literal(NO_DAY).transform(() => null)])

/** Rows after the cursor in the order (day, id) ascending, those without a day last. */
export const afterDay = ({ cursor }: PageRequest, day: AnyColumn, id: AnyColumn): SQL | undefined => {
  if (cursor === null) return undefined
  const position = decode(cursor, DayOrNone)
  if (position.at === null) return sql`(${day} is null and ${id} > ${position.id})`
  return sql`((${day}, ${id}) > (${position.at}::date, ${position.id}) or ${day} is null)`
}

export const inDayOrder = (day: AnyColumn, id: AnyColumn): SQL[] => [sql`${day} asc nulls last`, sql`${id} asc`]

/** An outcome as a cursor writes it. */
/** An outcome of a version of a question, `2 yes`. */
const VersionOutcome = z.string().regex(/^[1-9][0-9]{0,8} (yes|no)$/)
type OutcomeColumns = { questionId: AnyColumn; version: AnyColumn; outcome: AnyColumn }

/** Rows after the cursor in the order (question id, version, outcome) ascending. */
export const afterQuestion = (
  { cursor }: PageRequest,
  { questionId, version, outcome }: OutcomeColumns,
): SQL | undefined => {
  if (cursor === null) return undefined
  const { at, id } = decode(cursor, VersionOutcome)
  const [number, came] = at.split(' ')
  return sql`(${questionId}, ${version}, ${outcome}) > (${id}, ${Number(number)}, ${came})`
}

export const byQuestion = ({ questionId, version, outcome }: OutcomeColumns): SQL[] => [
  sql`${questionId} asc`,
  sql`${version} asc`,
  sql`${outcome} asc`,
]

/** A page of what is told of questions by versions and outcomes. */
export const pageOfQuestions = <T extends { questionId: string; version: number; outcome: 'yes' | 'no' }>(
  rows: T[],
  { limit }: PageRequest,
): Page<T> => {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    next: rows.length > limit && last ? encode({ at: `${last.version} ${last.outcome}`, id: last.questionId }) : null,
  }
}

/** A name as a cursor writes it: what orders the list, and is its own key. */
const Name = z.string().regex(/^[a-z0-9-]{1,100}$/)

/** Rows after the cursor in the order of a name. */
export const afterName = ({ cursor }: PageRequest, name: AnyColumn): SQL | undefined => {
  if (cursor === null) return undefined
  return sql`${name} collate "C" > ${decode(cursor, Name).at}`
}

/** A page in the order of names that differ. */
export const pageOfNames = <T>(rows: T[], { limit }: PageRequest, nameOf: (row: T) => string): Page<T> => {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? encode({ at: nameOf(last), id: 'name' }) : null }
}

/** Cuts the extra row off and names the next page by the last row kept: by its id and what orders the list. */
export const pageBy = <T extends { id: string }>(rows: T[], { limit }: PageRequest, at: (row: T) => At): Page<T> => {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? encode({ at: at(last), id: last.id }) : null }
}

export const pageOf = <T extends { id: string; recordedAt: Instant }>(rows: T[], page: PageRequest): Page<T> =>
  pageBy(rows, page, ({ recordedAt }) => recordedAt)

/** A page in the order of a text. */
export const pageOfText = <T extends { id: string; start: number }>(rows: T[], page: PageRequest): Page<T> =>
  pageBy(rows, page, ({ start }) => start)

/** A page in the order of moments, soonest first. */
export const pageOfMoments = <T extends { id: string; at: Instant }>(rows: T[], page: PageRequest): Page<T> =>
  pageBy(rows, page, ({ at }) => at)

/** The place of a row that is known by its id alone. */
const IN_ORDER = z.literal('row')

/**
 * A page of rows that stand in memory in an order of their own, after the row that the cursor names. Throws `invalid-input` where that is
 * no longer among them: its place is then unknown, and guessing would skip rows or show some twice.
 */
export const pageInOrder = <T>(
  rows: readonly T[],
  { limit, cursor }: PageRequest,
  idOf: (row: T) => string,
): Page<T> => {
  const last = cursor === null ? null : decode(cursor, IN_ORDER).id
  const at = last === null ? -1 : rows.findIndex((row) => idOf(row) === last)
  if (last !== null && at < 0) {
    const detail = `${last}, which this cursor ends at, is not on this list`
    throw new Problem('invalid-input', detail, 'begin again, and give each page the snapshot or as_of of the first', [
      { field: 'cursor', detail },
    ])
  }
  const items = rows.slice(at + 1, at + 1 + limit)
  const end = items.at(-1)
  const more = end !== undefined && at + 1 + limit < rows.length
  return { items, next: more ? encode({ at: 'row', id: idOf(end) }) : null }
}

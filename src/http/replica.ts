import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { MINUTE, plusMs } from '../core/fetching/pace.ts'
import { timesOfIds } from '../core/id.ts'
import { SESSION_COOKIE } from '../core/session.ts'
import type { Instant } from '../core/time.ts'
import type { Env } from './env.ts'

/** What anybody may read, and what nobody writes without a key, by the first parts of the address. */
const OPEN = {
  api: [
    ...['archives', 'author-links', 'authors', 'baselines', 'candidates', 'changes', 'collections', 'commentaries'],
    ...['definitions', 'erasures', 'event-candidates', 'events', 'exports', 'leaderboard', 'ledger', 'lexicons'],
    ...['predictions', 'proposals', 'questions', 'redactions', 'resolutions', 'reviews', 'score-changes', 'scores'],
    ...['search', 'snapshots', 'sources', 'topics', 'window-rules'],
  ],
  pages: ['', 'authors', 'commentaries', 'corrections', 'embed', 'questions'],
} as const

/** Whether an address is read by anybody, and by a standby as well. */
export const isOpen = (path: string): boolean => {
  const [, first = '', second = '', third] = path.split('/')
  const isOf = (names: readonly string[], name: string) => names.includes(name)
  // What is kept in files is held against redactions as they are now.
  if (first === 'v1') return isOf(OPEN.api, second) && !(second === 'exports' && third === 'snapshots')
  return isOf(OPEN.pages, first)
}

/** What a cursor says, which is written so that no address needs escapes; nothing where it is none. */
const spelled = (cursor: string): string => {
  try {
    return atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return ''
  }
}

/** How a tag names the position that it was made at: ../http/as-of.ts. */
const TAG = /^(?:W\/)?"p(\d{1,15})-[0-9a-f]+"$/
export const tagAt = (position: number, content: string): string => `W/"p${position}-${content}"`

/** The highest position that tags were made at; null where one of them does not say. */
const positionOfTags = (header: string | undefined): number | null => {
  const named = (header ?? '').split(',').filter((tag) => tag.trim() !== '')
  const positions = named.map((tag) => Number(TAG.exec(tag.trim())?.[1] ?? Number.NaN))
  return positions.some(Number.isNaN) ? null : Math.max(0, ...positions)
}

const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g

/** How long a thing is asked of the primary after it was made, and what was known at an instant after that instant. */
const FRESH_MS = MINUTE

/**
 * The position that an answer must hold for who asks not to be taken back to before what they saw; null: only the primary surely holds
 * it. Any number in the address counts as a position; a tag that names none, and what names a thing or an instant of the last minute,
 * is for the primary.
 */
export const positionSeen = (url: URL, ifNoneMatch: string | undefined, now: Instant): number | null => {
  const { pathname, searchParams } = url
  const values = [...pathname.split('/'), ...searchParams.values()]
  const text = [...values, ...searchParams.getAll('cursor').map(spelled)].join(' ')
  const since = plusMs(now, -FRESH_MS)
  if ([...timesOfIds(text), ...(text.match(INSTANT) ?? [])].some((time) => time > since)) return null
  const ofTags = positionOfTags(ifNoneMatch)
  if (ofTags === null) return null
  return Math.max(ofTags, ...values.filter((value) => /^\d{1,15}$/.test(value)).map(Number))
}

/** Whether a request may be answered from what the primary held a moment ago: who asks without a key or a session, and does not wait. */
const isForAnybody = (c: Context<Env>): boolean =>
  ['GET', 'HEAD'].includes(c.req.method) &&
  c.req.header('authorization') === undefined &&
  !(c.req.header('cookie') ?? '').includes(SESSION_COOKIE) &&
  c.req.query('wait') === undefined &&
  isOpen(c.req.path)

/** Lets a public read go to the replica, where there is one that holds what who asks has seen. */
export const readsReplica = createMiddleware<Env>(async (c, next) => {
  const { services } = c.var
  const { database, clock } = services
  if (database.replica === undefined || !isForAnybody(c)) return next()
  const position = positionSeen(new URL(c.req.url), c.req.header('if-none-match'), clock())
  const reader = position === null ? null : await database.replica.readerAt(position)
  if (reader) c.set('services', { ...services, database: { ...database, reader } })
  return next()
})

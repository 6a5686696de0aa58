import { createMiddleware } from 'hono/factory'
import { sha256 } from '../core/ledger/digest.ts'
import type { Env } from './env.ts'

/** Whether a client holds what a tag names: If-None-Match compares weakly. */
const isHeld = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((one) => [tag, '*'].includes(one.trim().replace(/^W\//, '')))

/** What a tag is made of the whole text of. */
const TAGGED = /^application\/(json|atom\+xml|feed\+json)\b/

/**
 * Gives a JSON answer, or a feed, to a read its tag, by what it says (and before that the revision of the thing, where it has one), and
 * answers 304 where the client holds just that. A read that has a tag of its own, or none on purpose since it is as of a
 * position, or that nobody may keep, is left alone: what is streamed stays so.
 */
export const tagsAnswers = createMiddleware<Env>(async (c, next) => {
  await next()
  const { res } = c
  const { reading, revision } = c.var
  const isTagged = TAGGED.test(res.headers.get('content-type') ?? '')
  const isRead =
    ['GET', 'HEAD'].includes(c.req.method) && res.status === 200 && (reading === undefined || revision !== undefined)
  const isUnkept = res.headers.get('cache-control') === 'no-store'
  if (!isRead || isUnkept || res.headers.has('etag') || !isTagged) return
  const body = new TextEncoder().encode(await res.text())
  const content = (await sha256(body)).slice(0, 32)
  const tag = `"${revision === undefined ? content : `${revision}.${content}`}"`
  const headers = new Headers(res.headers)
  headers.set('etag', tag)
  headers.set('cache-control', 'no-cache')
  // With a key or a session a read may show more.
  headers.append('vary', 'authorization, cookie')
  const held = isHeld(c.req.header('if-none-match'), tag)
  if (!held) headers.set('content-length', String(body.byteLength))
  // What was read is gone; a new answer in the place of another would take up its headers, and a stream for its body.
  c.res = undefined
  c.res = held ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
})

/** What a tag says of the thing's revision: all before the last point. That stands in a tag that compression made weak (`W/`) as well. */
const revisionIn = (tag: string): string => /^(?:W\/)?"([\da-f.]+)\.[0-9a-f]{32}"$/.exec(tag)?.[1] ?? ''

/** Lets a change of a thing through only while it is as the If-Match of its client says; the change itself holds it to that. */
export const takesIfMatch = createMiddleware<Env>(async (c, next) => {
  const header = c.req.header('if-match')
  if (header !== undefined && header !== '*') c.set('matching', revisionIn(header.trim()))
  return next()
})

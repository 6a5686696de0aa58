import { guardedUrl } from '../core/fetching/address.ts'
import { SECOND } from '../core/fetching/pace.ts'
import { Problem } from '../core/problem.ts'
import { type CallWatch, watchedCall } from './watched-call.ts'

/** What is asked for. `overflow`: whether a longer body is refused or cut at the limit. */
export type Ask = {
  accept: string
  maxBytes: number
  overflow?: 'refuse' | 'cut'
  headers?: Readonly<Record<string, string>>
}

/** What is sent, how long it may take in all, and how much of the answer is read. */
export type Sent = { body: string; headers: Readonly<Record<string, string>>; totalMs: number; maxBytes: number }

/** One answer, redirects not followed. Header names are in lower case; `get` leaves the body of any other status than 2xx unread. */
export type Answer = {
  url: string
  status: number
  headers: Readonly<Record<string, string>>
  /** Where a redirect points, absolute. */
  location: string | null
  bytes: Uint8Array<ArrayBuffer>
}

/** The one way out. */
export type Fetcher = {
  /** Throws `address-refused` for an address that is not fetched, as far as its own words tell. Sends nothing. */
  check: (url: string) => void
  /**
   * One GET. Throws `address-refused` as above and when the name leads into a private network, `fetch-failed` when no
   * whole answer comes in time and size.
   */
  get: (url: string, ask: Ask) => Promise<Answer>
  /** One POST of a text. Throws as `get` does; the body of an answer is read up to a limit, whatever its status. */
  post: (url: string, sent: Sent) => Promise<Answer>
}

/** A runtime's own fetch, told never to follow. */
export type RawFetch = (
  url: URL,
  init: {
    method: 'GET' | 'POST'
    redirect: 'manual'
    headers: Record<string, string>
    signal: AbortSignal
    body?: string
  },
) => Promise<Response>

export type Patience = { totalMs: number; idleMs: number }
const PATIENCE: Patience = { totalMs: 30 * SECOND, idleMs: 10 * SECOND }

/** `watch` is told of each request. */
export type FetcherOptions = {
  userAgent: string
  allow: readonly string[]
  patience?: Patience
  watch?: CallWatch | undefined
}

const failed = (detail: string): Problem =>
  new Problem('fetch-failed', detail, 'check the address in a browser; try again later, or send the text yourself', [
    { field: 'url', detail },
  ])

/** Why a request broke, in words that hold no address of this network. A refusal on the way out passes as it is. */
const problemOf = (error: unknown, host: string): Problem => {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof Problem) return at
    if (at.name === 'TimeoutError') return failed(`${host} took too long`)
    const code = 'code' in at ? String(at.code) : ''
    if (/^[A-Z][A-Z0-9_]{2,40}$/.test(code)) return failed(`${host} could not be reached (${code})`)
  }
  return failed(`${host} could not be reached`)
}

const joined = (parts: Uint8Array[], length: number): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    const kept = part.subarray(0, length - at)
    whole.set(kept, at)
    at += kept.length
  }
  return whole
}

/** The next part of a body, or a timeout when nothing comes. */
const nextPart = async (reader: ReadableStreamDefaultReader<Uint8Array>, idleMs: number) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('the body fell silent', 'TimeoutError')), idleMs)
  })
  try {
    return await Promise.race([reader.read(), silence])
  } finally {
    clearTimeout(timer)
  }
}

type Limit = Pick<Ask, 'maxBytes' | 'overflow'>

/** Reads a body as it comes, unpacked, and stops at the limit: what a packed body claims to be is never believed. */
const readBody = async (response: Response, ask: Limit, idleMs: number): Promise<Uint8Array<ArrayBuffer>> => {
  if (!response.body) return new Uint8Array()
  const reader = response.body.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await nextPart(reader, idleMs)
      if (done) return joined(parts, length)
      parts.push(value)
      length += value.length
      if (length > ask.maxBytes) {
        if (ask.overflow === 'cut') return joined(parts, ask.maxBytes)
        throw failed(`the answer is larger than ${ask.maxBytes / 1_000_000} MB`)
      }
    }
  } finally {
    // Whatever is left is not wanted; the connection may already be gone.
    await reader.cancel().catch(() => undefined)
  }
}

const locationOf = (response: Response, url: URL): string | null => {
  const location = response.headers.get('location')
  if (location === null) return null
  if (!URL.canParse(location, url)) throw failed(`${url.hostname} redirects to nowhere`)
  return new URL(location, url).href
}

/** The guarded fetcher over a runtime's own fetch. Sends no cookies and no referrer. */
export const fetcherOf = (raw: RawFetch, options: FetcherOptions): Fetcher => {
  const { userAgent, allow, patience = PATIENCE, watch } = options
  const guarded = (text: string): URL => {
    const url = guardedUrl(text, allow)
    url.hash = ''
    return url
  }
  const answered = (url: URL, response: Response, bytes: Uint8Array<ArrayBuffer>): Omit<Answer, 'location'> => ({
    url: url.href,
    status: response.status,
    headers: Object.fromEntries(response.headers),
    bytes,
  })
  const read = async (url: URL, ask: Ask): Promise<Answer> => {
    const headers = { 'user-agent': userAgent, accept: ask.accept, ...ask.headers }
    const signal = AbortSignal.timeout(patience.totalMs)
    try {
      const response = await raw(url, { method: 'GET', redirect: 'manual', headers, signal })
      const whole = response.status >= 200 && response.status < 300
      const bytes = whole ? await readBody(response, ask, patience.idleMs) : new Uint8Array()
      if (!whole) await response.body?.cancel().catch(() => undefined)
      return { ...answered(url, response, bytes), location: locationOf(response, url) }
    } catch (error) {
      throw problemOf(error, url.hostname)
    }
  }
  const send = async (url: URL, { body, totalMs, maxBytes, ...sent }: Sent): Promise<Answer> => {
    const headers = { 'user-agent': userAgent, ...sent.headers }
    const signal = AbortSignal.timeout(totalMs)
    try {
      const response = await raw(url, { method: 'POST', redirect: 'manual', headers, body, signal })
      // What was taken is taken, whatever becomes of the rest of its answer.
      const bytes = await readBody(response, { maxBytes, overflow: 'cut' }, totalMs).catch(() => new Uint8Array())
      return { ...answered(url, response, bytes), location: null }
    } catch (error) {
      throw problemOf(error, url.hostname)
    }
  }
  // A trace is never carried on: who receives a webhook, or serves a page, learns nothing of what else goes on here.
  return {
    check: (text) => void guarded(text),
    get: async (text, ask) => {
      const url = guarded(text)
      return watchedCall(watch, { method: 'GET', host: url.host, for: 'page' }, () => read(url, ask))
    },
    post: async (text, sent) => {
      const url = guarded(text)
      return watchedCall(watch, { method: 'POST', host: url.host, for: 'webhook' }, () => send(url, sent))
    },
  }
}

/** The fetcher of an installation whose settings are wrong: says so instead of asking anybody. */
export const brokenFetcher = (problem: Problem): Fetcher => ({
  check: () => {
    throw problem
  },
  get: () => Promise.reject(problem),
  post: () => Promise.reject(problem),
})

/** The hops from the address asked for to the one that answered. */
export type Hop = { status: number; to: string }
export type Followed = Answer & { hops: Hop[] }

const MAX_REDIRECTS = 5

/**
 * Asks and follows redirects, at most five; every hop passes the guard like the first. `before` is called ahead of each
 * request with its address, checked, and may throw. Throws `fetch-failed` where they lead on and on.
 */
export const follow = async (
  fetcher: Fetcher,
  url: string,
  ask: Ask,
  before: (url: string) => Promise<void> = async () => undefined,
): Promise<Followed> => {
  const hops: Hop[] = []
  for (let at = url; ; ) {
    fetcher.check(at)
    await before(at)
    const answer = await fetcher.get(at, ask)
    if (![301, 302, 303, 307, 308].includes(answer.status) || answer.location === null) return { ...answer, hops }
    if (hops.length === MAX_REDIRECTS) throw failed(`the address redirects more than ${MAX_REDIRECTS} times`)
    hops.push({ status: answer.status, to: answer.location })
    at = answer.location
  }
}

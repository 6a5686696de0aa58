/** How often a request is sent again, and how long one wait may be. */
export type Patience = {
  /** Times that it is sent again after the first: 0 for never. */
  retries: number
  /** A server that asks for a longer wait is not waited for: its answer stands. */
  longestWaitMs: number
}

export type Send = (request: Request) => Promise<Response>

const FIRST_WAIT_MS = 500

/**
 * The milliseconds that an answer asks to wait: `Retry-After` in seconds, or as a date held against the server's own `Date`,
 * so that clocks need not agree. Null where it does not say, or its `Date` is not shown.
 */
const askedWait = ({ headers }: Response): number | null => {
  const said = headers.get('retry-after')
  if (said === null) return null
  if (/^\d{1,9}$/.test(said)) return Number(said) * 1000
  const wait = Date.parse(said) - Date.parse(headers.get('date') ?? '')
  return Number.isNaN(wait) ? null : Math.max(0, wait)
}

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })

/** Whether sending it twice does no more than sending it once. */
const isRepeatable = ({ method, headers }: Request): boolean => method !== 'POST' || headers.has('idempotency-key')

/** Whether an answer is one that a later one may differ from: too much at once, not for now, or the first is still running. */
const isForNow = ({ status, headers }: Response, repeatable: boolean): boolean =>
  status === 429 || (repeatable && (status === 503 || (status === 409 && headers.has('retry-after'))))

/**
 * Sends a request, and again where that may help: after 429, which nothing was done for; after 503 and a lost connection only
 * what may be repeated. Waits as `Retry-After` asks, else half a second, doubled each time. The last answer stands as it is.
 */
export const sendPatiently =
  (send: Send, { retries, longestWaitMs }: Patience): Send =>
  async (request) => {
    const repeatable = isRepeatable(request)
    for (let sent = 0; ; sent++) {
      const last = sent >= retries
      const response = await send(last ? request : request.clone()).catch((error: unknown) => {
        if (last || !repeatable || request.signal.aborted) throw error
        return null
      })
      if (response !== null && (last || !isForNow(response, repeatable))) return response
      const wait = (response && askedWait(response)) ?? FIRST_WAIT_MS * 2 ** sent
      if (response !== null && wait > longestWaitMs) return response
      await response?.body?.cancel()
      await sleep(Math.min(wait, longestWaitMs), request.signal)
    }
  }

import type { Context } from 'hono'
import { SECOND } from '../core/fetching/pace.ts'
import { Problem } from '../core/problem.ts'
import type { Env } from './env.ts'

/** How long a body that is read whole may take to come, in ms, and how long each further part of one that is streamed. */
const PATIENCE_MS = 30 * SECOND
/** What is a part of a body that is streamed, in bytes: less in that time is too slow. */
export const LEAST = 1000

export const patienceOf = (c: Context<Env>): number => c.var.services.patienceMs ?? PATIENCE_MS

const tooSlow = (ms: number): Problem => {
  const detail = `the body came too slowly: it was waited for ${ms / SECOND} s`
  return new Problem('body-too-slow', detail, 'send it over a faster connection, or in smaller parts', [
    { field: 'body', detail: 'too slow' },
  ])
}

/** Settles as the work does, unless that takes longer. Throws `body-too-slow`. */
export const within = <T>(ms: number, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(tooSlow(ms)), ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })

/** A body that is read in parts: `read` gives the next, nothing at the end. Throws `body-too-slow`. */
type Steady = {
  read: () => Promise<Uint8Array | undefined>
  /** Begins the time for the next part: what was done with those before takes none of it. */
  begin: () => void
  /** Lets go of what has not come. */
  end: () => void
}

/** Reads a body of which each `LEAST` bytes come within so many ms. */
export const steadily = (body: ReadableStream<Uint8Array>, ms: number): Steady => {
  const reader = body.getReader()
  let came = 0
  let giveUp = (): void => undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const begin = (): void => {
    clearTimeout(timer)
    came = 0
    timer = setTimeout(() => giveUp(), ms)
  }
  begin()
  return {
    begin,
    read: async () => {
      const { value } = await new Promise<{ value?: Uint8Array | undefined }>((resolve, reject) => {
        giveUp = () => reject(tooSlow(ms))
        reader.read().then(resolve, reject)
      })
      came += value?.byteLength ?? 0
      if (came >= LEAST) begin()
      return value
    },
    end: () => {
      clearTimeout(timer)
      // One that broke cannot be let go.
      reader.cancel().catch(() => undefined)
    },
  }
}

import type { Context } from 'hono'
import { SECOND } from '../core/fetching/pace.ts'
import type { Env } from './env.ts'

/** So much is handed on at a time: a client that reads slowly and steadily takes it well before it would be given up. */
const SLICE = 65_536
/** How long a client may take nothing of an answer that waits for it, in ms. */
const UNTAKEN_MS = 120 * SECOND

/**
 * Bytes as the body of an answer: the next are made when the client took those before. One that fails breaks the answer off, and so
 * does a client that takes nothing any more. It has a place until it is done. Throws `overloaded`.
 */
export const streamOf = (c: Context<Env>, bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> => {
  // Nobody reads the body of such an answer, nor lets it go.
  if (c.req.method === 'HEAD') return new ReadableStream({ start: (controller) => controller.close() })
  const leave = c.var.place?.stream() ?? (() => undefined)
  let rest = new Uint8Array()
  let untaken: ReturnType<typeof setTimeout> | undefined
  const letGo = async (): Promise<void> => {
    clearTimeout(untaken)
    await bytes.return(undefined).finally(leave)
  }
  return new ReadableStream({
    pull: async (controller) => {
      clearTimeout(untaken)
      while (rest.byteLength === 0) {
        const { value, done } = await c.var
          .within(() => bytes.next())
          .catch((error: unknown) => {
            leave()
            throw error
          })
        if (done) {
          leave()
          return controller.close()
        }
        rest = value as Uint8Array<ArrayBuffer>
      }
      controller.enqueue(rest.subarray(0, SLICE))
      rest = rest.subarray(SLICE)
      untaken = setTimeout(() => {
        controller.error(new Error('a client took nothing of its answer any more'))
        letGo().catch(() => undefined)
      }, c.var.services.patienceMs ?? UNTAKEN_MS)
    },
    cancel: letGo,
  })
}

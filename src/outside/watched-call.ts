import { Problem } from '../core/problem.ts'
import type { CallBegun, Watch } from '../core/watch.ts'

/** Told of each request of ours to another server. */
export type CallWatch = Pick<Watch, 'call'>

/** Asks another server while somebody watches. */
export const watchedCall = async <T extends { status: number }>(
  watch: CallWatch | undefined,
  what: CallBegun,
  send: () => Promise<T>,
): Promise<T> => {
  if (!watch) return send()
  const piece = watch.call(what)
  try {
    const answer = await piece.within(send)
    piece.end({ status: answer.status, problem: null })
    return answer
  } catch (error) {
    piece.end({ status: null, problem: error instanceof Problem ? error.code : 'internal' })
    throw error
  }
}

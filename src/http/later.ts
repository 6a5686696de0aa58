import type { Context } from 'hono'
import { errorText } from '../storage/violations.ts'
import type { Env } from './env.ts'

/**
 * Lets work go on after the answer: the edge is told to wait for it, a process of Node runs on anyway. That it failed stands in
 * the log and is nobody's answer.
 */
export const later = (c: Context<Env>, work: Promise<void>): void => {
  const settled = work.catch((error: unknown) =>
    c.var.watch.log('error', 'work after an answer failed', { error: errorText(error) }),
  )
  try {
    c.executionCtx.waitUntil(settled)
  } catch {
    // There is none on Node.
  }
}

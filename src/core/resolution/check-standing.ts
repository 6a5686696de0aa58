import { Problem } from '../problem.ts'
import { type LogEntry, replay, type Standing } from './lifecycle.ts'

const wordsOf = ({ status, outcome, voidReason }: Standing): string =>
  [status, outcome ?? voidReason].filter((part) => part !== null).join(' ')

/**
 * What is wrong with a cached standing; null when it is what its log says. A log with a step that cannot follow is wrong
 * too. Example: cached resolved yes, log settle no → `stands as resolved yes, its log says resolved no`.
 */
export const standingOff = (cached: Standing, log: readonly LogEntry[]): string | null => {
  try {
    const { status, outcome, voidReason } = replay(log)
    const same = cached.status === status && cached.outcome === outcome && cached.voidReason === voidReason
    return same ? null : `stands as ${wordsOf(cached)}, its log says ${wordsOf({ status, outcome, voidReason })}`
  } catch (error) {
    if (error instanceof Problem && error.code === 'illegal-step') return `has a log that cannot be: ${error.message}`
    throw error
  }
}

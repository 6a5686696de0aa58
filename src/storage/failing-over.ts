import type { Link } from './link.ts'
import type { LinkPool } from './link-pool.ts'
import { isUnavailable, transientCode } from './violations.ts'

/**
 * What a standby does to a read that has nothing to do with what was asked: it does not answer, or it stopped the read since that stood
 * in the way of what it replays (40001, and 40P01, "conflict with recovery").
 */
const isOfTheStandby = (error: unknown): boolean => isUnavailable(error) || transientCode(error) !== null

/** What the later statements of a transaction rest on: what was set in it, and its savepoints. */
const isGround = (statement: string): boolean =>
  /^\s*(set|savepoint)\b/i.test(statement) || statement.includes('set_config(')

type Both = {
  standby: LinkPool
  primary: LinkPool
  /** Told once, when the standby failed a read. */
  onFailed: (error: unknown) => void
}

/** Where a reader stands: on the standby until that fails it, then on the primary for good, so that it never goes back in time. */
type Course = Both & { isOver: boolean }

const goOver = (course: Course, error: unknown): void => {
  if (!isOfTheStandby(error)) throw error
  if (!course.isOver) course.onFailed(error)
  course.isOver = true
}

/**
 * A link for one transaction that only reads: begun on the standby, and where that fails it, on the primary, from the statement on that
 * failed. Each statement sees what is committed when it is sent, so a transaction that goes on elsewhere, on a database that holds as
 * much and more, reads as it would have; what was set in it is set again first.
 */
const linkOver = (course: Course, begin: string, first: Link): { link: Link; giveBack: () => void } => {
  const { standby, primary } = course
  const ground: (readonly [statement: string, params: unknown[]])[] = []
  let current = first
  let moved: Promise<Link> | undefined
  const move = async (): Promise<Link> => {
    // Ended before another takes the link.
    if (first.isAlive()) await first.send('rollback').catch(() => first.close())
    standby.giveBack(first)
    current = await primary.begin(begin)
    for (const [statement, params] of ground) await current.send(statement, params)
    return current
  }
  const send: Link['send'] = async (statement, params = [], sending = {}) => {
    if (course.isOver) moved ??= move()
    if (moved) return (await moved).send(statement, params, sending)
    try {
      const rows = await first.send(statement, params, sending)
      if (isGround(statement)) ground.push([statement, params])
      return rows
    } catch (error) {
      // What was sent together with the statement that failed fails with it.
      if (!moved) goOver(course, error)
      moved ??= move()
      return (await moved).send(statement, params, sending)
    }
  }
  const link: Link = {
    isConnected: () => current.isConnected(),
    isAlive: () => current.isAlive(),
    send,
    abandon: () => current.abandon(),
    close: () => current.close(),
  }
  return { link, giveBack: () => (current === first ? standby : primary).giveBack(current) }
}

/** The links of one reader: those of a standby, and those of the primary once the standby failed it. For reads alone. */
export const overBoth = (both: Both): LinkPool => {
  const course: Course = { ...both, isOver: false }
  const { standby, primary } = both
  const begun = new Map<Link, () => void>()
  const onStandby = async <T>(ask: () => Promise<T>): Promise<{ answer: T } | null> => {
    if (course.isOver) return null
    try {
      return { answer: await ask() }
    } catch (error) {
      goOver(course, error)
      return null
    }
  }
  return {
    ask: async (...asked) => {
      const read = await onStandby(() => standby.ask(...asked))
      return read ? read.answer : primary.ask(...asked)
    },
    begin: async (statement) => {
      const first = await onStandby(() => standby.begin(statement))
      if (!first) return primary.begin(statement)
      const { link, giveBack } = linkOver(course, statement, first.answer)
      begun.set(link, giveBack)
      return link
    },
    giveBack: (link) => {
      const giveBack = begun.get(link) ?? (() => primary.giveBack(link))
      begun.delete(link)
      giveBack()
    },
    abandon: () => standby.abandon(),
    close: async () => undefined,
  }
}

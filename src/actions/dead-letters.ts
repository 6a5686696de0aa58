import { DEAD_LETTERS_KEPT, type DeadLetter, Deferred, nameOf, subjectOf } from '../core/deferred.ts'
import { DAY, plusMs } from '../core/fetching/pace.ts'
import { missing, Problem } from '../core/problem.ts'
import type { Dead, WorkQueue } from '../outside/queues/queue.ts'
import { deleteDeadLetters, findDeadLetter, keepDeadLetter, markReplayed } from '../storage/dead-letters.ts'
import { failRequest, reviveRequest } from '../storage/deferred-requests.ts'
import { action, unheldAction } from './context.ts'

/** Keeps what died where it can be seen and put back; the same again changes nothing. Who sent a request that died is told so. */
export const bury = unheldAction<Dead, void>(async ({ tx, now, newId }, { written, tries, failure }) => {
  const { data } = Deferred.safeParse(written)
  const known = data ? { subject: subjectOf(data), name: nameOf(data) } : { subject: 'unreadable', name: now }
  const { errorCode, error } = failure ?? { errorCode: null, error: null }
  await keepDeadLetter(tx, { id: newId('deadLetter'), ...known, written, tries, errorCode, error, at: now })
  if (data?.work === 'answer') await failRequest(tx, data.requestId, now)
})

const OVER = new Problem(
  'illegal-step',
  'the request was answered meanwhile, or what it said is not kept any more',
  'let whoever sent it send it again',
)

/**
 * Puts a dead letter back into the queue, once: of two who ask at the same time one waits for the other, and asked again it answers what
 * stands, `created: false`. Throws `not-found`, `illegal-step` for what nobody can read or do any more, and `conflict` where there is no queue.
 */
export const replayDeadLetter = action<{ id: string; queue: WorkQueue }, { letter: DeadLetter; created: boolean }>(
  async ({ tx, now, actor }, { id, queue }) => {
    const marked = await markReplayed(tx, { id, at: now, by: actor.name })
    if (marked === null) {
      const standing = await findDeadLetter(tx, id)
      if (!standing) throw missing('dead-letter', id)
      return { letter: standing, created: false }
    }
    if (marked.work === null)
      throw new Problem(
        'illegal-step',
        'this version of the server can do nothing with it',
        'ask again once the version that wrote it is served',
      )
    if (marked.work.work === 'answer' && !(await reviveRequest(tx, marked.work.requestId, now))) throw OVER
    await queue.putBack(tx, id, marked.work)
    return { letter: marked, created: true }
  },
)

/** Letters deleted in one transaction. */
const BATCH = 2_000

/** Deletes dead letters that have been kept long enough, one batch; `done` when none was left by the limit. */
export const forgetDeadLetters = action<{ limit?: number }, { forgotten: number; done: boolean }>(
  async ({ tx, now }, { limit = BATCH }) => {
    const before = {
      replayed: plusMs(now, -DEAD_LETTERS_KEPT.replayed * DAY),
      other: plusMs(now, -DEAD_LETTERS_KEPT.other * DAY),
    }
    const forgotten = await deleteDeadLetters(tx, before, limit)
    return { forgotten, done: forgotten < limit }
  },
)

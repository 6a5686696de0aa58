import { Problem } from '../../core/problem.ts'
import type { Do, WorkQueue } from './queue.ts'

/** No queue: work is done at once, one after the other; that some fails keeps none from its turn, and the first failure is thrown. */
export const noQueue = (lacking: string, doWork: Do): WorkQueue => ({
  kind: 'none',
  lacking,
  put: async (work) => {
    const failures: unknown[] = []
    for (const one of work) await doWork(one, false).catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  },
  putBack: () => Promise.reject(new Problem('conflict', `there is no queue to put it back into: ${lacking}`, REMEDY)),
  look: () => undefined,
})

const REMEDY = 'give the server its queue, as docs/runtimes.md tells, and ask again'

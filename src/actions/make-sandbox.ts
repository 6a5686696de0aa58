import { Problem } from '../core/problem.ts'
import { holdsAnything, isSandbox, markSandbox } from '../storage/installation.ts'
import { action } from './context.ts'

/**
 * Makes an empty database one for practice, for good; one that is already stays. Throws `already-exists` for one that holds anything:
 * what is real must never be taken for practice, nor practice for what is real.
 */
export const makeSandbox = action<void, void>(async ({ tx, now }) => {
  if (await isSandbox(tx)) return
  if (await holdsAnything(tx))
    throw new Problem(
      'already-exists',
      'this database is no sandbox and is not empty',
      'give another folder with --data',
    )
  await markSandbox(tx, now)
})

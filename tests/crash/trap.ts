import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import type { Database } from '../../src/storage/database.ts'

/** Where a process may be made to die: at the end of a transaction, at a write of the embedded database, or in the middle of one. */
export const trapKinds = ['before-commit', 'after-commit', 'before-write', 'torn-write'] as const
/** The `after`-th time from now on that this happens. */
export type Trap = { kind: (typeof trapKinds)[number]; after: number }

let armed: Trap | null = null

export const arm = (trap: Trap): void => {
  armed = { ...trap }
}

/** As a power switch would: nothing is told, nothing is tidied up. */
const die = (): void => {
  process.kill(process.pid, 'SIGKILL')
}

const comes = (kind: Trap['kind']): boolean => {
  if (armed?.kind !== kind) return false
  armed.after -= 1
  return armed.after <= 0
}

/** Lets a process die at the writes of whoever writes files by `fs.writeSync`: the embedded database does. */
export const trapWrites = (): void => {
  const { writeSync } = fs
  const trapped = (
    fd: number,
    data: Uint8Array,
    offset?: number,
    length?: number,
    position?: number | null,
  ): number => {
    if (comes('before-write')) die()
    if (comes('torn-write')) {
      writeSync(fd, data, offset ?? 0, Math.floor((length ?? data.byteLength) / 2), position ?? null)
      die()
    }
    return writeSync(fd, data, offset, length, position)
  }
  fs.writeSync = trapped as typeof fs.writeSync
  syncBuiltinESMExports()
}

/** The database, whose process may die just before a transaction is committed, or just after, before anybody is told. */
export const trapped = <T extends Database>(database: T): T => ({
  ...database,
  transaction: async (work) => {
    const result = await database.transaction(async (tx) => {
      const done = await work(tx)
      if (comes('before-commit')) die()
      return done
    })
    if (comes('after-commit')) die()
    return result
  },
})

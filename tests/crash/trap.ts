import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import type { Database } from '../../src/storage/database.ts'

/** Where a process may be made to die: at the end of a transaction, at a write of the embedded database, or in the middle of one. */
export const trapKinds = ['before-commit', 'after-commit', 'before-write', 'torn-write'] as const
/** And while the file of the secret is made, of which there are so many steps. */
export const SECRET_STEPS = 7
/** The `after`-th time from now on that this happens. */
export type Trap = { kind: (typeof trapKinds)[number] | 'secret-step'; after: number }

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

const ASIDE = /\bsecret(?:\.new)?$/

/** Lets a process die while it makes its secret: once the file is open, half of it written, all of it, synced, renamed, and so on. */
export const trapSecret = (): void => {
  const { openSync, writeFileSync, fsyncSync, renameSync } = fs
  const own = new Set<number>()
  const step = (): void => {
    if (comes('secret-step')) die()
  }
  fs.openSync = (path, ...rest) => {
    const fd = openSync(path, ...rest)
    if (ASIDE.test(String(path)) && rest[0] !== 'r') {
      own.add(fd)
      step()
    } else own.delete(fd)
    return fd
  }
  fs.writeFileSync = (file, data, options) => {
    if (typeof file !== 'number' || !own.has(file)) return writeFileSync(file, data, options)
    const text = String(data)
    writeFileSync(file, text.slice(0, text.length / 2))
    step()
    writeFileSync(file, text.slice(text.length / 2))
    step()
  }
  fs.fsyncSync = (fd) => {
    if (own.has(fd)) step()
    fsyncSync(fd)
    if (own.has(fd)) step()
  }
  fs.renameSync = (from, to) => {
    const isOwn = ASIDE.test(String(from))
    if (isOwn) step()
    renameSync(from, to)
    if (isOwn) step()
  }
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

import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { Problem } from '../core/problem.ts'
import { newSecret } from '../outside/random.ts'
import { type Holder, holderIn, holderOf, isAlive, isOfHere, isSame, namespaceHere, textOf } from './lock-holder.ts'
import { codeOf } from './violations.ts'

/** So often a holder touches its lock, and so long after the last time one of another machine or container is taken for dead. */
const [TOUCH_MS, SILENT_MS] = [10_000, 120_000]
/** So many touches in a row may fail: half of the time after which others take it for dead. */
const FAILURES = SILENT_MS / 2 / TOUCH_MS
/** Others may take a lock away, or over, while we judge it: so often we look again, after so long. */
const [ATTEMPTS, AGAIN_MS] = [100, 10]

/** The holds of this process by name, each with its release: a lock with our own number and no such name was left by a crash. */
const held = new Map<string, () => void>()

/** A process that ends by itself leaves no lock, whatever it ends by. */
const releaseAll = (): void => {
  for (const release of held.values()) release()
}

/** Whether the holder of a lock lives. Numbers of processes tell nothing of another machine or container: the touch of its lock does. */
const isHeld = (lock: string, mine: string, holder: Holder): boolean => {
  if (isOfHere(holder)) return held.has(holder.name) || (holder.pid !== process.pid && isAlive(holder.pid))
  const touched = statSync(lock, { throwIfNoEntry: false })
  return touched !== undefined && statSync(mine).mtimeMs - touched.mtimeMs < SILENT_MS
}

/** Makes our file the lock, whole or not at all: nobody ever reads a lock without its holder. False where there is one. */
const linked = (mine: string, lock: string): boolean => {
  try {
    linkSync(mine, lock)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Removes a lock where it is still this holder's: it is moved aside and read there, so that of two at once nobody removes a third's. */
const removeLock = (lock: string, holder: Holder): void => {
  if (!isSame(holderIn(lock), holder)) return
  const aside = `${lock}.${newSecret()}`
  try {
    renameSync(lock, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  if (!isSame(holderIn(aside), holder)) linked(aside, lock)
  rmSync(aside, { force: true })
}

/**
 * Removes the lock of a holder that is gone: one process at a time, or the second would move away what the first took meanwhile, and
 * a third could take that place. `mine` is who does it, by its own file.
 */
const clear = (lock: string, file: string, mine: Holder): void => {
  const clearing = `${lock}.clearing`
  if (!linked(file, clearing)) {
    const other = holderIn(clearing)
    if (other !== null && !isHeld(clearing, file, other)) removeLock(clearing, other)
    return
  }
  try {
    const holder = holderIn(lock)
    if (holder !== null && !isHeld(lock, file, holder)) removeLock(lock, holder)
  } finally {
    removeLock(clearing, mine)
  }
}

/** Ends this process: whatever it wrote now could destroy what another writes. */
const giveUp = (lock: string, why: string): never => {
  console.error(
    `hindcast: ${why}: the data folder of ${resolve(lock)}. This process ends here; what was acknowledged is on the disk.`,
  )
  process.exit(1)
}

const tookOver = (lock: string, { pid, host, command }: Holder): never =>
  giveUp(
    lock,
    `this process was silent for two minutes or its lock was removed, and process ${pid} on ${host} (${command}) took the data folder over`,
  )

const openLock = (lock: string): number | null => {
  try {
    return openSync(lock, 'r+')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Touches a lock while it is ours, puts it back where somebody removed it, and ends the process where it is another's. */
const touch = (lock: string, mine: Holder): void => {
  const file = openLock(lock)
  if (file === null) {
    putBack(lock, mine)
    return
  }
  try {
    const holder = holderOf(file)
    if (!isSame(holder, mine)) tookOver(lock, holder)
    // The same byte again, of the file that was read: whoever reads meanwhile reads the same.
    writeSync(file, textOf(mine).slice(0, 1), 0)
  } finally {
    closeSync(file)
  }
}

const putBack = (lock: string, mine: Holder): void => {
  const file = `${lock}.${mine.name}`
  writeFileSync(file, textOf(mine))
  const isBack = linked(file, lock)
  rmSync(file, { force: true })
  const other = isBack ? null : holderIn(lock)
  if (other !== null) tookOver(lock, other)
}

const keepTouching = (lock: string, mine: Holder, touchMs: number): (() => void) => {
  let failures = 0
  const timer = setInterval(() => {
    try {
      touch(lock, mine)
      failures = 0
    } catch (error) {
      // A disk that is full or a folder that is gone: others see only that this one is silent.
      console.error(`the lock ${lock} cannot be touched`, error)
      failures += 1
      if (failures === FAILURES)
        giveUp(lock, 'the lock could not be touched for a minute, and another may soon take over')
    }
  }, touchMs)
  timer.unref()
  return () => clearInterval(timer)
}

/** A folder that a process of another machine or container has: whether that lives is not to be seen from here before two minutes. */
export class HeldElsewhere extends Problem {}

const inUse = (folder: string, lock: string, holder: Holder): Problem => {
  const { pid, command, host } = holder
  const isHere = isOfHere(holder)
  const where = host === '' || host === hostname() ? (isHere ? '' : ' of another container') : ` on ${host}`
  const detail = `the data folder ${resolve(folder)} is in use by process ${pid}${where} (${command})`
  const remedy = 'stop that process, or give another folder with --data'
  return isHere
    ? new Problem('folder-in-use', detail, `${remedy}; if ${pid} is not Hindcast, delete ${resolve(lock)}`)
    : new HeldElsewhere('folder-in-use', detail, `${remedy}; one that was killed there is forgotten after two minutes`)
}

/** A folder that is held. `touch`: asks before something is written whether it still is, and throws where that cannot be told. */
export type Hold = { touch: () => void; release: () => void }

const holdBy = (lock: string, mine: Holder, touchMs: number): Hold => {
  const endTouching = keepTouching(lock, mine, touchMs)
  const release = (): void => {
    endTouching()
    if (!held.delete(mine.name)) return
    if (held.size === 0) process.off('exit', releaseAll)
    removeLock(lock, mine)
  }
  if (held.size === 0) process.on('exit', releaseAll)
  held.set(mine.name, release)
  const ask = (): void => {
    try {
      // What comes after the release finds the database closed.
      if (held.has(mine.name)) touch(lock, mine)
    } catch (error) {
      const remedy = `look at ${resolve(lock)}: this process must be able to write it`
      throw new Problem(
        'database-unavailable',
        `the lock of the data folder cannot be touched: ${codeOf(error)}`,
        remedy,
      )
    }
  }
  return { touch: ask, release }
}

/**
 * Takes a data folder for this process, since the embedded database has one session and two processes would destroy
 * it. Throws `folder-in-use` naming the holder, as `HeldElsewhere` where that may be dead; a lock whose process is gone is taken over.
 * The process ends where another took the folder over from it, and lets it go however it ends.
 */
export const holdFolder = (folder: string, touchMs = TOUCH_MS): Hold => {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'hindcast.lock')
  const command = process.argv.slice(1, 4).join(' ').replaceAll('\n', ' ')
  const mine = { pid: process.pid, command, host: hostname(), namespace: namespaceHere(), name: newSecret() }
  const file = `${lock}.${mine.name}`
  try {
    writeFileSync(file, textOf(mine))
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (linked(file, lock)) return holdBy(lock, mine, touchMs)
      const holder = holderIn(lock)
      if (holder !== null && isHeld(lock, file, holder)) throw inUse(folder, lock, holder)
      if (holder !== null) clear(lock, file, mine)
      if (attempt > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, AGAIN_MS)
    }
    throw new Problem('folder-in-use', `the lock of ${resolve(folder)} keeps changing hands`, 'try again in a moment')
  } finally {
    rmSync(file, { force: true })
  }
}

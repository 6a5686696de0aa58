import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
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
import { codeOf } from './violations.ts'

/** Who holds a folder. `namespace` is the one that its number means something in; `name` is of this hold alone, empty in old locks. */
type Holder = { pid: number; command: string; host: string; namespace: string; name: string }

/** So often a holder touches its lock, and so long after the last time one of another machine or container is taken for dead. */
const [TOUCH_MS, SILENT_MS] = [10_000, 120_000]
/** Others may take a lock away while we judge it: so often we look again. */
const ATTEMPTS = 5

/** Two containers may have one host name: what tells their processes apart is not there outside of Linux. */
const namespaceHere = (): string => {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

const textOf = ({ pid, command, host, namespace, name }: Holder): string =>
  `${[pid, command, host, namespace, name].join('\n')}\n`

/** The holder that a lock names; null where there is no lock. */
const holderIn = (lock: string): Holder | null => {
  try {
    const [pid = '', command = '', host = '', namespace = '', name = ''] = readFileSync(lock, 'utf8').split('\n')
    return { pid: Number(pid), command, host, namespace, name }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

const isSame = (one: Holder | null, other: Holder): boolean => one !== null && textOf(one) === textOf(other)

const isAlive = (pid: number): boolean => {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** The holds of this process by name: a lock with our own number and no such name was left by a crash. */
const held = new Set<string>()

/** Whether a number of a process means here what it meant to the holder. An old lock says nothing of where it is from. */
const isOfHere = ({ host, namespace }: Holder): boolean =>
  (host === '' || host === hostname()) && (namespace === '' || namespace === namespaceHere())

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

/** Ends this process: whatever it wrote now would destroy what another writes. */
const giveUp = (lock: string, by: Holder): never => {
  console.error(
    `hindcast: process ${by.pid} on ${by.host} (${by.command}) took the data folder of ${resolve(lock)} over, as this process was silent ` +
      'for two minutes or its lock was removed. It ends here; what was acknowledged is on the disk.',
  )
  process.exit(1)
}

/** Touches a lock while it is ours, puts it back where somebody removed it, and ends the process where it is another's. */
const touch = (lock: string, mine: Holder): void => {
  const holder = holderIn(lock)
  if (holder === null) {
    putBack(lock, mine)
    return
  }
  if (!isSame(holder, mine)) giveUp(lock, holder)
  const file = openSync(lock, 'r+')
  // The same byte again: whoever reads meanwhile reads the same.
  writeSync(file, textOf(mine).slice(0, 1), 0)
  closeSync(file)
}

const putBack = (lock: string, mine: Holder): void => {
  const file = `${lock}.${mine.name}`
  writeFileSync(file, textOf(mine))
  const isBack = linked(file, lock)
  rmSync(file, { force: true })
  const other = isBack ? null : holderIn(lock)
  if (other !== null) giveUp(lock, other)
}

const keepTouching = (lock: string, mine: Holder, touchMs: number): (() => void) => {
  const timer = setInterval(() => {
    try {
      touch(lock, mine)
    } catch (error) {
      // A disk that is full or a folder that is gone: others see only that this one is silent.
      console.error(`the lock ${lock} cannot be touched`, error)
    }
  }, touchMs)
  timer.unref()
  return () => clearInterval(timer)
}

const inUse = (folder: string, lock: string, holder: Holder): Problem => {
  const { pid, command, host } = holder
  const where = host === '' || host === hostname() ? (isOfHere(holder) ? '' : ' of another container') : ` on ${host}`
  return new Problem(
    'folder-in-use',
    `the data folder ${resolve(folder)} is in use by process ${pid}${where} (${command})`,
    where === ''
      ? `stop that process, or give another folder with --data; if ${pid} is not Hindcast, delete ${resolve(lock)}`
      : 'stop that process, or give another folder with --data; one that was killed there is forgotten after two minutes',
  )
}

/**
 * Takes a data folder for this process, since the embedded database has one session and two processes would destroy
 * it. Throws `folder-in-use` naming the holder; a lock whose process is gone is taken over. The process ends where another took the
 * folder over from it. Returns the release.
 */
export const holdFolder = (folder: string, touchMs = TOUCH_MS): (() => void) => {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'hindcast.lock')
  const command = process.argv.slice(1, 4).join(' ').replaceAll('\n', ' ')
  const mine = { pid: process.pid, command, host: hostname(), namespace: namespaceHere(), name: newSecret() }
  const file = `${lock}.${mine.name}`
  writeFileSync(file, textOf(mine))
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (linked(file, lock)) {
        held.add(mine.name)
        const endTouching = keepTouching(lock, mine, touchMs)
        return () => {
          endTouching()
          held.delete(mine.name)
          removeLock(lock, mine)
        }
      }
      const holder = holderIn(lock)
      if (holder !== null && isHeld(lock, file, holder)) throw inUse(folder, lock, holder)
      if (holder !== null) removeLock(lock, holder)
    }
    throw new Problem('folder-in-use', `the lock of ${resolve(folder)} keeps changing hands`, 'try again in a moment')
  } finally {
    rmSync(file, { force: true })
  }
}

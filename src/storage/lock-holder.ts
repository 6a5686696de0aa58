import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { codeOf } from './violations.ts'

/** Who holds a folder. `namespace` is the one that its number means something in; `name` is of this hold alone, empty in old locks. */
export type Holder = { pid: number; command: string; host: string; namespace: string; name: string }

/** Two containers may have one host name, and numbers begin anew with each boot: what tells these apart is not there outside of Linux. */
export const namespaceHere = (): string => {
  try {
    return `${readlinkSync('/proc/self/ns/pid')} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`
  } catch {
    return ''
  }
}

/** The text of a lock. */
export const textOf = ({ pid, command, host, namespace, name }: Holder): string =>
  `${[pid, command, host, namespace, name].join('\n')}\n`

/** The holder that the text of a file names, which is given by its path or, where it is open, by its number. */
export const holderOf = (file: string | number): Holder => {
  const [pid = '', command = '', host = '', namespace = '', name = ''] = readFileSync(file, 'utf8').split('\n')
  return { pid: Number(pid), command, host, namespace, name }
}

/** The holder that a lock names; null where there is no lock. */
export const holderIn = (lock: string): Holder | null => {
  try {
    return holderOf(lock)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Whether both are one hold. */
export const isSame = (one: Holder | null, other: Holder): boolean => one !== null && textOf(one) === textOf(other)

/** Whether a process of this machine and container lives. */
export const isAlive = (pid: number): boolean => {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Whether a number of a process means here what it meant to the holder. An old lock says nothing of where it is from. */
export const isOfHere = ({ host, namespace }: Holder): boolean =>
  (host === '' || host === hostname()) && (namespace === '' || namespace === namespaceHere())

import { fsyncSync, statfsSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { codeOf } from './violations.ts'

/** What stands of the file system of the database that is told here of the disk; the package types none of it. */
type Module = {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number }; tryFSOperation: <T>(work: () => T) => T }
}

/** A disk that is full or over its quota, or that fails. */
const FAILURES: readonly string[] = ['ENOSPC', 'EDQUOT', 'EIO']

/** What must stay free, in bytes: some files of the log of writes, of 16 MB each, and what a checkpoint writes. */
const RESERVE = 64 * 1024 * 1024

/** Whether so many bytes more leave what must stay free where a folder lies. A file system that tells no size has room. */
export const hasRoomFor = (folder: string, bytes: number): boolean => {
  const { bavail, blocks, bsize } = statfsSync(folder)
  return blocks === 0 || bavail * bsize >= RESERVE + bytes
}

/** Whether so little is free where a folder lies that nothing new should be written into it. */
export const isDiskFull = (folder: string): boolean => !hasRoomFor(folder, 0)

/**
 * Ends this process. The database cannot go on after a write that failed: what it holds in memory and what the disk holds are not the
 * same then, and asking the disk again may be answered well though the bytes are gone. A start recovers what was committed.
 */
const giveUp = (error: unknown): never => {
  console.error(
    `hindcast: the disk of the embedded database fails (${codeOf(error)}). The process ends before anything of this is acknowledged; ` +
      'what was acknowledged is on the disk. Make room or mend the disk, and start it again.',
  )
  process.exit(1)
}

/**
 * The files of the embedded database in a folder. The package leaves it to the operating system when they reach the disk: what was
 * committed would outlive the process and not a power cut. Here they are there before a commit returns, or the process ends.
 */
export class DurableFiles extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...given)
    const toDisk = (module: unknown): void => {
      const { NODEFS } = module as Module
      const { tryFSOperation } = NODEFS
      NODEFS.tryFSOperation = (work) =>
        tryFSOperation(() => {
          try {
            return work()
          } catch (error) {
            if (FAILURES.includes(codeOf(error))) giveUp(error)
            throw error
          }
        })
      NODEFS.stream_ops.fsync = ({ nfd }) =>
        NODEFS.tryFSOperation(() => {
          fsyncSync(nfd)
          return 0
        })
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), toDisk] } }
  }
}

/** How the database is started that keeps its files so: not with `-F`, and by the call that the files above answer. */
export const DURABLY: string[] = [
  ...PGlite.defaultStartParams.filter((one) => one !== '-F'),
  '-c',
  'wal_sync_method=fsync',
]

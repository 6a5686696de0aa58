import { fsyncSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** What stands of the file system of the database that is told here of the disk; the package types none of it. */
type Module = {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number }; tryFSOperation: <T>(work: () => T) => T }
}

/**
 * The files of the embedded database in a folder. The package leaves it to the operating system when they reach the disk: what was
 * committed would outlive the process and not a power cut. Here they are there before a commit returns.
 */
export class DurableFiles extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...given)
    const toDisk = (module: unknown): void => {
      const { NODEFS } = module as Module
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

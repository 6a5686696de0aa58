import { licenceOf, MANIFEST, type Manifest } from '../core/snapshot-files.ts'
import { dayOf } from '../core/time.ts'
import { exportBytes, walkOf } from '../queries/exporting/export.ts'
import { formats } from '../queries/exporting/formats.ts'
import { resourceNames } from '../queries/exporting/resources.ts'
import { VERSIONS } from '../queries/report/versions.ts'
import { type Job, runJob } from './run-job.ts'

/** So many nights are kept. */
const KEPT = 7

async function* jsonBytes(value: unknown): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)
}

/**
 * Writes everything that anyone may read as one full snapshot: each resource in each format, all of one position, with a manifest of
 * their hashes. It is shown once it is whole, under the name of the day; a night that has one is left alone (`files: 0`). A process
 * without a place that keeps snapshots leaves the night to one that has it.
 */
export const writeExports: Job = async (services, _, scheduledAt, stopping = null) => {
  const { snapshotFiles, database, clock } = services
  if (!snapshotFiles) return null
  return runJob(services, { job: 'write-exports', scheduledAt }, async () => {
    const name = dayOf(scheduledAt)
    if ((await snapshotFiles.list()).includes(name)) return { files: 0, rows: 0, removed: 0 }
    const now = clock()
    const walk = await walkOf(database.reader, {}, now > scheduledAt ? now : scheduledAt)
    const files: Manifest['files'] = []
    await snapshotFiles.write(name, async (write) => {
      for (const resource of resourceNames) {
        for (const format of formats) {
          stopping?.throwIfAborted()
          const counted = { rows: 0 }
          const file = `${resource}.${format}`
          const written = await write(file, exportBytes(walk, resource, format, counted))
          files.push({ name: file, ...counted, ...written })
        }
      }
      const { position, now: asOf } = walk.through
      const licence = licenceOf(services.dataLicence)
      const manifest: Manifest = { name, position, asOf, writtenAt: clock(), versions: VERSIONS, licence, files }
      await write(MANIFEST, jsonBytes(manifest))
    })
    const removed = await snapshotFiles.keepNewest(KEPT)
    return { files: files.length, rows: files.reduce((sum, { rows }) => sum + rows, 0), removed }
  })
}

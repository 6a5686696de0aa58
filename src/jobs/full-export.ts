import { type Actor, contextOf, type Services } from '../actions/context.ts'
import { signCheckpoint } from '../actions/sign-checkpoint.ts'
import { sha256 } from '../core/ledger/digest.ts'
import {
  licenceOf,
  MANIFEST,
  MANIFEST_NOTE,
  type Manifest,
  manifestText,
  type SnapshotFiles,
} from '../core/snapshot-files.ts'
import type { Instant } from '../core/time.ts'
import { exportBytes, walkOf } from '../queries/exporting/export.ts'
import { formats } from '../queries/exporting/formats.ts'
import { resourceNames } from '../queries/exporting/resources.ts'
import { VERSIONS } from '../queries/report/versions.ts'

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

/**
 * Writes everything that anyone may read, as it is at an instant: each resource in each format, all of one position of the ledger, with
 * a manifest of their hashes that holds the checkpoint of that position, and is signed too. Stops between two files when it is told.
 */
export const writeFullExport = async (
  services: Services,
  actor: Actor,
  { name, now, into }: { name: string; now: Instant; into: Pick<SnapshotFiles, 'write'> },
  stopping: AbortSignal | null = null,
): Promise<Manifest> => {
  const { database, clock } = services
  const walk = await walkOf(database.reader, {}, now)
  const { position, now: asOf } = walk.through
  const signer = await services.ledgerSigner()
  const checkpoint =
    signer && position > 0 ? await signCheckpoint(contextOf(services, actor), { signer, size: position }) : null
  const files: Manifest['files'] = []
  const about = {
    name,
    position,
    asOf,
    versions: VERSIONS,
    licence: licenceOf(services.dataLicence),
    checkpoint,
    files,
  }
  let manifest: Manifest = { ...about, writtenAt: now }
  await into.write(name, async (write) => {
    for (const resource of resourceNames) {
      for (const format of formats) {
        stopping?.throwIfAborted()
        const counted = { rows: 0 }
        const file = `${resource}.${format}`
        const written = await write(file, exportBytes(walk, resource, format, counted))
        files.push({ name: file, ...counted, ...written })
      }
    }
    manifest = { ...about, writtenAt: clock() }
    const text = `${JSON.stringify(manifest, null, 2)}\n`
    await write(MANIFEST, bytesOf(text))
    if (signer)
      await write(MANIFEST_NOTE, bytesOf(await signer.sign(manifestText(signer.name, name, await sha256(text)))))
  })
  return manifest
}

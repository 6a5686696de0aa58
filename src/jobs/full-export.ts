import { type Actor, contextOf, type Services } from '../actions/context.ts'
import { signCheckpoint } from '../actions/sign-checkpoint.ts'
import { type Hash, sha256 } from '../core/ledger/digest.ts'
import { rootAt } from '../core/ledger/merkle.ts'
import { ledgerVerifier } from '../core/ledger/verify.ts'
import { Problem } from '../core/problem.ts'
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
import { ledgerPages } from '../queries/exporting/ledger-pages.ts'
import type { Walk } from '../queries/exporting/pages.ts'
import { resourceNames } from '../queries/exporting/resources.ts'
import { VERSIONS } from '../queries/report/versions.ts'
import { readNodes } from '../storage/ledger-tree.ts'

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

/**
 * Makes the digest of every fact again from the rows as they are now, and the root over all. Throws `internal` where they are not those
 * of the ledger: a fact was changed by other ways than these, and what says so must not be taken for an export.
 */
const mustBeWhole = async (walk: Walk, hash: Hash): Promise<void> => {
  const ledger = ledgerVerifier(hash)
  for await (const rows of ledgerPages(walk)) for (const row of rows) ledger.add(row)
  ledger.end()
  const [fault] = ledger.faults
  const root = await rootAt(hash, readNodes(walk.reader, hash), walk.through.position)
  if (!fault && ledger.root() === root) return
  const what = fault ? `position ${fault.position}: ${fault.detail}` : `its root is ${ledger.root()} and not ${root}`
  throw new Problem('internal', `the facts are not those of the ledger: ${what}`, 'restore the database from a backup')
}

/**
 * Writes everything that anyone may read, as it is at an instant: each resource in each format, all of one position of the ledger, with
 * a manifest of their hashes that holds the checkpoint of that position, and is signed too. Stops between two files when it is told. Throws
 * `internal`, with nothing written, where the facts are no longer those of the ledger.
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
  await mustBeWhole(walk, services.hash)
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

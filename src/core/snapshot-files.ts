import { z } from 'zod'
import { Checkpoint } from './ledger/checkpoint.ts'
import { Sha256 } from './ledger/sha256.ts'
import { Instant } from './time.ts'

/** Whose the data is, as it is told beside it. */
export const DataLicence = z
  .object({ data: z.string().meta({ description: 'an SPDX identifier, or words' }), quotes: z.string() })
  .meta({ id: 'DataLicence' })
export type DataLicence = z.infer<typeof DataLicence>

/** What the data is under where who runs the server states nothing else; see LICENSE-DATA.md. */
export const DATA_LICENCE = 'CC-BY-4.0'
export const licenceOf = (data: string | null | undefined): DataLicence => ({
  data: data || DATA_LICENCE,
  quotes: 'quotes belong to their authors: they are short, attributed, and can be redacted',
})

/** The name of the file that says what the others are, and of the one that signs it. */
export const MANIFEST = 'manifest.json'
export const MANIFEST_NOTE = 'manifest.note'

/** What is signed of a manifest: whose it is, which night it is of, and its hash. */
export const manifestText = (origin: string, name: string, sha256: string): string =>
  `${origin} export\n${name}\n${sha256}\n`

/** What a full snapshot is, and the hash of each of its files. */
export const Manifest = z
  .object({
    name: z.string().meta({ description: 'the night it is of' }),
    position: z.int().min(0).meta({ description: 'of the ledger: everything in it is of this position' }),
    asOf: Instant,
    writtenAt: Instant,
    versions: z.object({ scoring: z.string(), lexicon: z.string(), resolution: z.string() }),
    licence: DataLicence,
    checkpoint: Checkpoint.nullable().meta({
      description: 'of that position; null where the server has no secret to sign with',
    }),
    files: z.array(
      z.object({
        name: z.string(),
        rows: z.int().min(0),
        bytes: z.int().min(0),
        sha256: Sha256,
      }),
    ),
  })
  .meta({ id: 'SnapshotManifest' })
export type Manifest = z.infer<typeof Manifest>

/** What was written of a file. */
export type Written = { bytes: number; sha256: string }

/** A place that keeps full snapshots as folders of files. */
export type SnapshotFiles = {
  /** The names of those that are kept, newest first. */
  list: () => Promise<string[]>
  /** The bytes of a file as a stream and how many they are; null where there is none. */
  read: (snapshot: string, file: string) => Promise<{ bytes: number; stream: ReadableStream<Uint8Array> } | null>
  /** Lets files be written, and shows them under the name once all are: whoever reads sees all of a snapshot or nothing. */
  write: (
    snapshot: string,
    work: (file: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<Written>) => Promise<void>,
  ) => Promise<void>
  /** Removes all but the newest so many; says how many went. */
  keepNewest: (count: number) => Promise<number>
}

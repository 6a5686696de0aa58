import { openCheckpoint, type TreeHead } from '../../core/ledger/checkpoint.ts'
import { sha256 } from '../../core/ledger/digest.ts'
import type { SealedKind } from '../../core/ledger/fact-kinds.ts'
import type { LedgerRow } from '../../core/ledger/ledger-row.ts'
import { openNote } from '../../core/ledger/note.ts'
import { disagreement, type Fault, factFiles, LEDGER_FILE, ledgerVerifier } from '../../core/ledger/verify.ts'
import { MANIFEST, MANIFEST_NOTE, Manifest, manifestText } from '../../core/snapshot-files.ts'
import { hash } from '../../outside/hash.ts'
import type { ExportFolder } from './export-folder.ts'

/** What an export is checked by besides itself: a checkpoint that somebody kept, and the key that is known. */
export type Known = { against: string | null; key: string | null }

export type Report = {
  /** How many facts the ledger of the export has, and how many of them are for reviewers. */
  facts: number
  withheld: number
  /** Texts that were redacted, and verify as that. */
  redacted: number
  root: string
  /** The key that signed it; null where nothing signs it. */
  key: string | null
  /** The checkpoint that it was held against, where one was given and agrees. */
  against: TreeHead | null
  faults: Fault[]
}

const fault = (file: string, detail: string): Fault => ({ file, position: null, detail })

const readManifest = (text: string): Manifest | null => {
  try {
    return Manifest.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Whether every file is the one that was signed: hashes by the manifest, the manifest by its note. */
const filesAgainst = async (folder: ExportFolder, text: string, manifest: Manifest, key: string | null) => {
  const faults: Fault[] = []
  const note = await folder.text(MANIFEST_NOTE)
  const opened = key !== null && note !== null ? await openNote(note, key) : null
  const [origin = ''] = key?.split('+') ?? []
  if (opened !== manifestText(origin, manifest.name, await sha256(text)))
    faults.push(fault(MANIFEST_NOTE, 'it does not sign this manifest by this key'))
  for (const { name, bytes, sha256: kept } of manifest.files) {
    const found = folder.names.includes(name) ? await folder.hashed(name) : null
    if (!found) faults.push(fault(name, 'it is missing'))
    else if (found.sha256 !== kept || found.bytes !== bytes)
      faults.push(fault(name, 'its bytes are not those of the manifest'))
  }
  const known = new Set([MANIFEST, MANIFEST_NOTE, ...manifest.files.map(({ name }) => name)])
  for (const name of folder.names) if (!known.has(name)) faults.push(fault(name, 'the manifest does not name it'))
  return faults
}

type FactFile = keyof typeof factFiles
const fileOfKind = new Map<SealedKind, FactFile>(
  Object.entries(factFiles).flatMap(([file, kinds]) => kinds.map((kind) => [kind, file as FactFile] as const)),
)

/** Walks the files that hold one row a fact beside the ledger: each row must say what its fact says, and none may be over or missing. */
const walkBeside = (folder: ExportFolder) => {
  const faults: Fault[] = []
  const walks = new Map(
    (Object.keys(factFiles) as FactFile[])
      .map((file) => [file, `${file}.ndjson`] as const)
      .filter(([, name]) => folder.names.includes(name))
      .map(([file, name]) => [file, { name, rows: folder.rows(name) }] as const),
  )
  return {
    faults,
    follow: async (row: LedgerRow): Promise<void> => {
      const file = fileOfKind.get(row.kind)
      const walk = file && walks.get(file)
      if (!walk || row.id === null) return
      const { done, value } = await walk.rows.next()
      const detail = done ? 'a row is missing' : disagreement(value, row)
      if (detail) faults.push({ file: walk.name, position: row.position, detail })
    },
    end: async (): Promise<void> => {
      for (const { name, rows } of walks.values())
        if (!(await rows.next()).done) faults.push(fault(name, 'it has rows that the ledger does not know'))
    },
  }
}

/** The ledger of an export made again: what it has, the roots at these sizes, and what is not right. */
const walkLedger = async (folder: ExportFolder, sizes: readonly number[]) => {
  const ledger = ledgerVerifier(hash)
  const beside = walkBeside(folder)
  const roots = new Map<number, string>([[0, ledger.state().root]])
  const redactions: LedgerRow[] = []
  for await (const raw of folder.rows(LEDGER_FILE)) {
    const row = ledger.add(raw)
    if (row) await beside.follow(row)
    if (row?.kind === 'redaction') redactions.push(row)
    if (sizes.includes(ledger.state().facts)) roots.set(ledger.state().facts, ledger.state().root)
  }
  ledger.end()
  await beside.end()
  return { ...ledger.state(), roots, redacted: redactions.length, faults: [...ledger.faults, ...beside.faults] }
}

/**
 * Checks an export offline: its files against its manifest, its facts against their digests, the ledger against the checkpoint of the
 * export and one that somebody kept. Nothing but faults says that something is wrong.
 */
export const verifyExport = async (folder: ExportFolder, known: Known): Promise<Report> => {
  const faults: Fault[] = []
  const text = await folder.text(MANIFEST)
  const manifest = text === null ? null : readManifest(text)
  if (text !== null && !manifest) faults.push(fault(MANIFEST, 'it cannot be read'))
  const checkpoint = manifest?.checkpoint ?? null
  const key = known.key ?? checkpoint?.key ?? null

  const head = checkpoint && key ? await openCheckpoint(checkpoint.note, key) : null
  const kept = known.against === null || key === null ? null : await openCheckpoint(known.against, key)
  const ledger = await walkLedger(
    folder,
    [head?.size, kept?.size].flatMap((size) => size ?? []),
  )
  if (text !== null && manifest && checkpoint) faults.push(...(await filesAgainst(folder, text, manifest, key)))
  faults.push(...ledger.faults)

  if (checkpoint && !head) faults.push(fault(MANIFEST, 'its checkpoint is not signed by this key'))
  if (!checkpoint && known.against === null)
    faults.push(fault(MANIFEST, 'nothing signs this export: hold it against a checkpoint that you kept, by --against'))
  if (head && (head.size !== ledger.facts || head.root !== ledger.root))
    faults.push(
      fault(
        LEDGER_FILE,
        `it has ${ledger.facts} facts of root ${ledger.root}; ${head.size} of ${head.root} were signed`,
      ),
    )
  if (known.against !== null && !kept) {
    const detail = key ? `it is not signed by ${key}` : 'give the key that signed it, by --key'
    faults.push(fault('the checkpoint that you kept', detail))
  }
  if (kept && ledger.roots.get(kept.size) !== kept.root)
    faults.push(fault(LEDGER_FILE, `its first ${kept.size} facts are not those of the checkpoint that you kept`))
  const { facts, withheld, redacted, root } = ledger
  return { facts, withheld, redacted, root, key: head ? key : null, against: kept, faults }
}

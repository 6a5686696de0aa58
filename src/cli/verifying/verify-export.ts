import { type Checkpoint, openCheckpoint, type TreeHead } from '../../core/ledger/checkpoint.ts'
import { sha256 } from '../../core/ledger/digest.ts'
import { keyName, openNote } from '../../core/ledger/note.ts'
import { type Fault, LEDGER_FILE, ledgerVerifier } from '../../core/ledger/verify.ts'
import { MANIFEST, MANIFEST_NOTE, Manifest, manifestText } from '../../core/snapshot-files.ts'
import { hash } from '../../outside/hash.ts'
import type { ExportFolder } from './export-folder.ts'
import { type PartlyChecked, walkBeside } from './walk-beside.ts'

/** What an export is checked by besides itself: the key that is known, a checkpoint that somebody kept, and the key of that, where it is another. */
export type Known = { key: string | null; against: string | null; againstKey: string | null }

/**
 * Whose the key is that signed an export. `named`: one that was named, or that signed the checkpoint that was kept. `unknown`: none was
 * named, and who signed may be anybody. `stranger`: another than those that were named, so that its signature says nothing.
 */
export type Signer = 'named' | 'unknown' | 'stranger'

export type Report = {
  /** How many facts the ledger of the export has, and how many of them are for reviewers. */
  facts: number
  withheld: number
  /** Texts that were redacted, and verify as that. */
  redacted: number
  root: string
  /** Files that nothing here says anything of. */
  unchecked: string[]
  /** Files whose rows say what the ledger says, and show more, which nothing here says anything of. */
  uncheckedInPart: PartlyChecked[]
  /** The key that signed it, and whose that is; both null where nothing signs it. */
  key: string | null
  signer: Signer | null
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

/** Whether every file that a manifest names has the bytes that it names. */
const filesAgainst = async (folder: ExportFolder, manifest: Manifest): Promise<Fault[]> => {
  const faults: Fault[] = []
  for (const { name, bytes, sha256: kept } of manifest.files) {
    const found = folder.names.includes(name) ? await folder.hashed(name) : null
    if (!found) faults.push(fault(name, 'it is missing'))
    else if (found.sha256 !== kept || found.bytes !== bytes)
      faults.push(fault(name, 'its bytes are not those of the manifest'))
  }
  return faults
}

/** Whether a manifest is the one that its note signs by this key. */
const isSigned = async (folder: ExportFolder, text: string, { name }: Manifest, key: string): Promise<boolean> => {
  const note = await folder.text(MANIFEST_NOTE)
  const signed = note === null ? null : await openNote(note, key)
  return signed === manifestText(keyName(key) ?? '', name, await sha256(text))
}

/** The ledger of an export made again: what it has, the roots at these sizes, and what is not right. */
const walkLedger = async (folder: ExportFolder, sizes: ReadonlySet<number>, signed: ReadonlySet<string>) => {
  const ledger = ledgerVerifier(hash)
  const beside = walkBeside(folder, signed)
  const roots = new Map([[0, ledger.root()]])
  let redacted = 0
  for await (const raw of folder.rows(LEDGER_FILE)) {
    const row = ledger.add(raw)
    if (row) await beside.follow(row)
    if (row?.kind === 'redaction') redacted++
    const { facts } = ledger.state()
    if (sizes.has(facts)) roots.set(facts, ledger.root())
  }
  ledger.end()
  await beside.end()
  return {
    ...ledger.state(),
    root: ledger.root(),
    roots,
    redacted,
    walked: beside.names,
    partly: beside.partly(),
    faults: [...ledger.faults, ...beside.faults],
  }
}

type Walked = Awaited<ReturnType<typeof walkLedger>>

/** Whether the ledger is the one that the export has a signed checkpoint of. */
const againstOwn = ({ facts, root }: Walked, checkpoint: Checkpoint | null, head: TreeHead | null): Fault[] => {
  if (checkpoint && !head) return [fault(MANIFEST, 'its checkpoint is not signed by this key')]
  if (!head || (head.size === facts && head.root === root)) return []
  return [fault(LEDGER_FILE, `it has ${facts} facts of root ${root}; ${head.size} of ${head.root} were signed`)]
}

/** Whether the ledger continues the checkpoint that somebody kept. `signed`: whether a key that is known signs all of it. */
const againstKept = ({ facts, roots }: Walked, kept: TreeHead | null, by: string | null, signed: boolean): Fault[] => {
  if (!kept) {
    const detail = by ? `it is not signed by ${by}` : 'give the key that signed it, by --against-key'
    return [fault('the checkpoint that you kept', detail)]
  }
  if (roots.get(kept.size) !== kept.root)
    return [fault(LEDGER_FILE, `its first ${kept.size} facts are not those of the checkpoint that you kept`)]
  if (signed || facts === kept.size) return []
  const after = `the ${facts - kept.size} facts after those of the checkpoint that you kept`
  const detail = `no key that you know signs ${after}: take one of ${facts}, or give the key of the export, by --key`
  return [fault(LEDGER_FILE, detail)]
}

/** Whose a key is; see `Signer`. `kept`: whether the checkpoint that somebody kept is by it. */
const signerOf = (key: string, known: Known, kept: boolean): Signer => {
  if (key === known.key || key === known.againstKey || kept) return 'named'
  return known.key === null && known.againstKey === null ? 'unknown' : 'stranger'
}

/**
 * Checks an export offline: its files against its manifest, its facts against their digests, the ledger against the checkpoint of the
 * export and one that somebody kept. Nothing but faults says that something is wrong.
 */
export const verifyExport = async (folder: ExportFolder, known: Known): Promise<Report> => {
  const text = await folder.text(MANIFEST)
  const manifest = text === null ? null : readManifest(text)
  const checkpoint = manifest?.checkpoint ?? null
  const key = known.key ?? checkpoint?.key ?? null
  const keptKey = known.againstKey ?? key

  const head = checkpoint && key ? await openCheckpoint(checkpoint.note, key) : null
  const kept = known.against === null || keptKey === null ? null : await openCheckpoint(known.against, keptKey)
  const signer = head && key ? signerOf(key, known, kept !== null && keptKey === key) : null
  const signs = text !== null && manifest && checkpoint && key && (await isSigned(folder, text, manifest, key))
  // A manifest that nobody signs, or a stranger, says what whoever changed the files wants it to.
  const vouched = signs && signer !== null && signer !== 'stranger' ? manifest.files.map(({ name }) => name) : null
  const ledger = await walkLedger(folder, new Set(kept ? [kept.size] : []), new Set(vouched))

  const faults: Fault[] = []
  if (text !== null && !manifest) faults.push(fault(MANIFEST, 'it cannot be read'))
  if (checkpoint && !signs) faults.push(fault(MANIFEST_NOTE, 'it does not sign this manifest by this key'))
  if (manifest) faults.push(...(await filesAgainst(folder, manifest)))
  faults.push(...ledger.faults, ...againstOwn(ledger, checkpoint, head))
  const signed = signer !== null && signer !== 'stranger'
  if (known.against !== null) faults.push(...againstKept(ledger, kept, keptKey, signed))
  else if (!checkpoint)
    faults.push(fault(MANIFEST, 'nothing signs this export: hold it against a checkpoint that you kept, by --against'))
  else if (signer === 'stranger')
    faults.push(fault(MANIFEST, 'no key that you know signs this export: give the key of it, by --key'))

  const checked = new Set([LEDGER_FILE, ...(vouched ? [MANIFEST, MANIFEST_NOTE, ...vouched] : []), ...ledger.walked])
  const unchecked = folder.names.filter((name) => !checked.has(name)).sort()
  const { facts, withheld, redacted, root, partly: uncheckedInPart } = ledger
  return {
    ...{ facts, withheld, redacted, root, unchecked, uncheckedInPart },
    ...{ key: signer ? key : null, signer, against: kept, faults },
  }
}

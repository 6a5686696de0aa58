import { factDigestBy } from '../../src/core/ledger/digest.ts'
import type { LedgerRow } from '../../src/core/ledger/ledger-row.ts'
import { LEDGER_FILE } from '../../src/core/ledger/verify.ts'
import { MANIFEST, type Manifest } from '../../src/core/snapshot-files.ts'
import { hash } from '../../src/outside/hash.ts'
import { type Files, linesOf, textOf } from './exported.ts'

/** Whole numbers from 0 up to one, by a seed. */
export type Dice = (below: number) => number

const pick = <T>(dice: Dice, from: readonly T[]): T => from[dice(from.length)] as T

/** Another value than this one, of its kind where it has one. */
export const another = (dice: Dice, value: unknown): unknown => {
  if (typeof value === 'number') return value + pick(dice, [1, -1, 0.5, 1e6])
  if (typeof value === 'boolean') return !value
  if (value === null) return pick<unknown>(dice, ['', 'x', 0, false, []])
  if (Array.isArray(value)) return value.length > 1 && dice(2) === 0 ? value.toReversed() : [...value, 'x']
  if (typeof value === 'object') return { ...value, x: 1 }
  const text = String(value)
  const date = new Date(text)
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return new Date(date.getTime() - 86_400_000 * (1 + dice(400))).toISOString()
  if (/^[0-9a-f]{64}$/.test(text)) return hash(text)
  const at = dice(text.length + 1)
  return pick(dice, [`${text.slice(0, at)}x${text.slice(at)}`, text.slice(0, -1) || 'y', `${text.toUpperCase()} `])
}

const put = (files: Files, name: string, text: string): void => void files.set(name, new TextEncoder().encode(text))
const putLines = (files: Files, name: string, lines: readonly string[]): void =>
  put(files, name, lines.map((line) => `${line}\n`).join(''))

type Part = 'fields' | 'salts' | 'digests'
const withField = (dice: Dice, row: LedgerRow, part: Part): LedgerRow => {
  const names = Object.keys(row[part])
  if (names.length === 0) return { ...row, position: row.position + 1 }
  const name = pick(dice, names)
  return { ...row, [part]: { ...row[part], [name]: another(dice, row[part][name]) } }
}

/** Ways to change one row of the ledger: a value, a salt, a digest, when it was sealed, what it is, whether it was redacted. */
const rowChanges: ((dice: Dice, row: LedgerRow) => LedgerRow)[] = [
  (dice, row) => withField(dice, row, 'fields'),
  (dice, row) => withField(dice, row, 'salts'),
  (dice, row) => withField(dice, row, 'digests'),
  (dice, row) => ({ ...row, sealedAt: another(dice, row.sealedAt) as LedgerRow['sealedAt'] }),
  (_, row) => ({ ...row, ends: !row.ends }),
  (_, row) => ({ ...row, kind: row.kind === 'event' ? 'evidence' : 'event' }),
  (dice, row) => ({ ...row, digest: another(dice, row.digest) as string }),
  (dice, row) => ({ ...row, position: row.position + 1 + dice(5) }),
  (_, row) => ({ ...row, id: row.id === null ? 'prd_x' : null }),
  (dice, row) => {
    // A field goes as if it had been redacted, or comes where none was.
    const names = Object.keys(row.fields)
    if (names.length === 0) return { ...row, fields: { id: 'prd_x' }, salts: { id: 'x' } }
    const { [pick(dice, names)]: _, ...fields } = row.fields
    return { ...row, fields }
  },
]

/** Whoever tampers may make the digest fit again: what the tree is made of gives them away then. */
const fitting = (row: LedgerRow): LedgerRow => ({
  ...row,
  digest: factDigestBy(hash, row.kind, row.fields, row.salts, row.digests),
})

/** Ways to change which rows there are, and in what order. */
const orderChanges: ((dice: Dice, lines: readonly string[]) => string[])[] = [
  (dice, lines) => lines.toSpliced(dice(lines.length), 1),
  (dice, lines) => lines.slice(0, dice(lines.length)),
  (dice, lines) => {
    const at = dice(lines.length)
    return lines.toSpliced(at, 0, pick(dice, lines))
  },
  (dice, lines) => {
    const at = dice(lines.length - 1)
    return lines.toSpliced(at, 2, lines[at + 1] as string, lines[at] as string)
  },
  (_, lines) => lines.toReversed(),
]

const renumbered = (lines: readonly string[]): string[] =>
  lines.map((line, at) => JSON.stringify({ ...JSON.parse(line), position: at + 1 }))

const ofLedger = (dice: Dice, files: Files): string => {
  const lines = linesOf(files, LEDGER_FILE)
  if (dice(2) === 0) {
    const changed = pick(dice, orderChanges)(dice, lines)
    putLines(files, LEDGER_FILE, dice(2) === 0 ? changed : renumbered(changed))
    return 'the rows of the ledger'
  }
  const at = dice(lines.length)
  const row = JSON.parse(lines[at] as string) as LedgerRow
  const changed = pick(dice, rowChanges)(dice, row)
  putLines(files, LEDGER_FILE, lines.with(at, JSON.stringify(dice(2) === 0 ? fitting(changed) : changed)))
  return `row ${at + 1} of the ledger`
}

/** Changes another file: a value, which rows there are, or a byte. */
const ofAnother = (dice: Dice, files: Files): string => {
  const names = [...files.keys()].filter((name) => name !== LEDGER_FILE && (files.get(name)?.length ?? 0) > 1)
  const name = pick(dice, names)
  const lines = linesOf(files, name)
  if (name.endsWith('.ndjson') && lines.length > 1 && dice(2) === 0) {
    putLines(files, name, pick(dice, orderChanges)(dice, lines))
  } else if (name.endsWith('.ndjson') && dice(2) === 0) {
    const at = dice(lines.length)
    const row = JSON.parse(lines[at] as string) as Record<string, unknown>
    const field = pick(dice, Object.keys(row))
    putLines(files, name, lines.with(at, JSON.stringify({ ...row, [field]: another(dice, row[field]) })))
  } else {
    const bytes = Uint8Array.from(files.get(name) ?? [])
    const at = dice(bytes.length)
    bytes[at] = ((bytes[at] ?? 0) + 1 + dice(255)) % 256
    files.set(name, bytes)
  }
  return name
}

/** Makes the manifest name what the files are now, as far as one without the key can: its note and its checkpoint are signed. */
const cover = (files: Files): void => {
  const manifest = JSON.parse(textOf(files, MANIFEST)) as Manifest
  for (const file of manifest.files) {
    const bytes = files.get(file.name) ?? new Uint8Array()
    Object.assign(file, { bytes: bytes.length, sha256: hash(bytes) })
  }
  put(files, MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Changes something of an export at random, and covers it up or not. Says where. */
export const tamper = (dice: Dice, whole: Files): { files: Files; where: string } => {
  const files = new Map(whole)
  const where = dice(3) === 0 ? ofAnother(dice, files) : ofLedger(dice, files)
  if (dice(2) === 0 && where !== MANIFEST) cover(files)
  return { files, where }
}

/** Changes a value that one row of a file shows, or takes it out: anything of that row may be meant. */
const ofRow = (dice: Dice, files: Files): { file: string; field: string } => {
  const file = pick(
    dice,
    [...files.keys()].filter((name) => name !== LEDGER_FILE && linesOf(files, name).length > 0),
  )
  const lines = linesOf(files, file)
  const at = dice(lines.length)
  const row = JSON.parse(lines[at] as string) as Record<string, unknown>
  const field = pick(dice, Object.keys(row))
  const { [field]: value, ...rest } = row
  const changed = dice(4) === 0 ? rest : { ...row, [field]: another(dice, value) }
  putLines(files, file, lines.with(at, JSON.stringify(changed)))
  return { file, field }
}

/** Changes something of files that came one by one, with nothing that signs them. `at`: which field of which file, where it is one. */
export const tamperLoose = (
  dice: Dice,
  loose: Files,
): { files: Files; where: string; at: { file: string; field: string } | null } => {
  const files = new Map(loose)
  if (dice(4) === 0) return { files, where: ofLedger(dice, files), at: null }
  const at = ofRow(dice, files)
  return { files, where: `${at.field} in ${at.file}`, at }
}

/** Whether two exports are the same, byte for byte. */
export const isSame = (one: Files, other: Files): boolean =>
  one.size === other.size &&
  [...one].every(([name, bytes]) => Buffer.from(bytes).equals(other.get(name) ?? Buffer.of(1)))

import { type FactFile, type FactFileName, factFiles } from '../../core/ledger/fact-files.ts'
import type { SealedKind } from '../../core/ledger/fact-kinds.ts'
import type { LedgerRow } from '../../core/ledger/ledger-row.ts'
import { heldAgainst } from '../../core/ledger/shown-row.ts'
import type { Fault } from '../../core/ledger/verify.ts'
import type { ExportFolder } from './export-folder.ts'
import { reckoned } from './reckoned.ts'

/** A file that is checked but for some of what its rows show. */
export type PartlyChecked = { file: string; fields: string[] }

const files = Object.entries(factFiles) as [FactFileName, FactFile][]
const fileOfKind = new Map<SealedKind, FactFileName>(
  files.flatMap(([file, { kinds }]) => kinds.map((kind) => [kind, file] as const)),
)

/** What is wrong with a row; null where nothing is. In a file that is signed a row may lack what files show since. */
const faultOf = ({ fault, wrong, missing }: ReturnType<typeof heldAgainst>, signed: boolean): string | null => {
  if (fault) return fault
  const parts = [
    ...(wrong.length > 0 ? [`${wrong.join(', ')}: not what the ledger says`] : []),
    ...(missing.length > 0 && !signed ? [`${missing.join(', ')}: missing`] : []),
  ]
  return parts.length === 0 ? null : parts.join('; ')
}

/**
 * Walks the files that hold one row a fact beside the ledger: each row must say what its fact says, and none may be over or missing.
 * `signed`: the names of files whose bytes a signature covers. Of the others it notes what the ledger says nothing of.
 */
export const walkBeside = (folder: ExportFolder, signed: ReadonlySet<string>) => {
  const faults: Fault[] = []
  const walks = new Map(
    files
      .map(([file, shown]) => ({ file, shown, name: `${file}.ndjson` }))
      .filter(({ name }) => folder.names.includes(name))
      .map(({ file, shown, name }) => [
        file,
        { name, shown, rows: folder.rows(name), signed: signed.has(name), uncovered: new Set<string>() },
      ]),
  )
  return {
    faults,
    follow: async (fact: LedgerRow): Promise<void> => {
      const file = fileOfKind.get(fact.kind)
      const walk = file && walks.get(file)
      if (!walk || fact.id === null) return
      const { done, value } = await walk.rows.next()
      const held = done ? null : heldAgainst(value, fact, walk.shown, reckoned)
      const detail = held ? faultOf(held, walk.signed) : 'a row is missing'
      if (detail) faults.push({ file: walk.name, position: fact.position, detail })
      if (!walk.signed) for (const name of held?.uncovered ?? []) walk.uncovered.add(name)
    },
    end: async (): Promise<void> => {
      for (const { name, rows } of walks.values())
        if (!(await rows.next()).done)
          faults.push({ file: name, position: null, detail: 'it has rows that the ledger does not know' })
    },
    /** The files that were walked. */
    names: [...walks.values()].map(({ name }) => name),
    /** Of files that nothing signs: what their rows show beside what the ledger says. */
    partly: (): PartlyChecked[] =>
      [...walks.values()]
        .filter(({ uncovered }) => uncovered.size > 0)
        .map(({ name, uncovered }) => ({ file: name, fields: [...uncovered].sort() }))
        .sort((a, b) => (a.file < b.file ? -1 : 1)),
  }
}

import { canonical } from './digest.ts'
import type { FactFile } from './fact-files.ts'
import type { SealedKind } from './fact-kinds.ts'
import type { LedgerRow } from './ledger-row.ts'
import { publishedFields } from './published-fields.ts'

type Said = Readonly<Record<string, unknown>>

/**
 * What a file shows of a fact by other names than the fact has, or reckoned from it, by the names in the file; nothing where the fact does
 * not tell. `row` may say by which rules, and is no more than what the file says.
 */
export type Reckon = (fact: LedgerRow, row: Said) => Said

/**
 * A row held against its fact. `wrong`: what it says otherwise than the fact; `missing`: what its file shows and it lacks; `uncovered`:
 * what it shows and the ledger says nothing of, `a.b` for a part of what it shows. `fault`: it is no row of this fact at all.
 */
export type HeldRow = { fault: string | null; wrong: string[]; missing: string[]; uncovered: string[] }

/** What is told of a statement as it stands, and is no part of the fact: a ruling may change it. */
const asItStands: Partial<Record<SealedKind, readonly string[]>> = { prediction: ['scoreable', 'unscoredReason'] }

/** Lists whose order is not part of the fact. */
const unordered: Partial<Record<SealedKind, readonly string[]>> = { resolution: ['evidence'] }

/** What tells a row which fact it is of, as far as its file shows it. */
const keysOf = (kind: SealedKind, names: readonly string[]): readonly string[] => {
  if (kind === 'collection-commentary') return ['collectionId', 'commentaryId']
  if (kind === 'collection-question') return ['collectionId', 'questionId']
  return names.includes('id') ? ['id'] : []
}

/** What the ledger says of a fact, by the names that a row of its file has: a span `{earliest, latest}` is two fields of the fact. */
const toldBy = (fact: LedgerRow, row: Said, { kinds, names }: FactFile, reckon: Reckon): Map<string, unknown> => {
  const { kind, fields, digest } = fact
  const told = new Map<string, unknown>([...Object.entries(fields), ['digest', digest]])
  for (const name of names) {
    const [earliest, latest] = [`${name}Earliest`, `${name}Latest`]
    if (!told.has(name) && told.has(earliest) && told.has(latest))
      told.set(name, { earliest: told.get(earliest), latest: told.get(latest) })
  }
  // Where a file holds several kinds, what another kind has is nothing in this one.
  for (const other of kinds)
    for (const name of publishedFields[other]) if (!publishedFields[kind].includes(name)) told.set(name, null)
  for (const [name, value] of Object.entries(reckon(fact, row))) told.set(name, value)
  for (const name of asItStands[kind] ?? []) told.delete(name)
  return told
}

/** Things that a fact names by their ids alone, as a row shows them; null where the value is no list of such. */
const thingsIn = (value: unknown): (Said & { id: unknown })[] | null =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && Object.hasOwn(one, 'id'))
    ? value
    : null

const sameAs = (one: unknown, other: unknown, anyOrder: boolean): boolean => {
  const text = (value: unknown): string =>
    canonical(anyOrder && Array.isArray(value) ? value.map(canonical).sort() : value)
  return text(one) === text(other)
}

/** Holds what a row of a file shows against the fact that it is of. */
export const heldAgainst = (row: unknown, fact: LedgerRow, file: FactFile, reckon: Reckon): HeldRow => {
  const held: HeldRow = { fault: null, wrong: [], missing: [], uncovered: [] }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return { ...held, fault: 'it is no object' }
  const shown = new Map(Object.entries(row))
  if (keysOf(fact.kind, file.names).some((key) => shown.get(key) !== fact.fields[key]))
    return { ...held, fault: 'it has another id than its fact' }
  const told = toldBy(fact, row as Said, file, reckon)
  for (const name of new Set([...file.names, ...shown.keys()])) {
    if (!told.has(name)) held.uncovered.push(name)
    else if (!shown.has(name)) held.missing.push(name)
    else {
      const [is, due, anyOrder] = [shown.get(name), told.get(name), unordered[fact.kind]?.includes(name) ?? false]
      if (sameAs(is, due, anyOrder)) continue
      const things = thingsIn(is)
      if (
        things &&
        sameAs(
          things.map(({ id }) => id),
          due,
          anyOrder,
        )
      ) {
        const parts = new Set(things.flatMap((one) => Object.keys(one)))
        held.uncovered.push(...[...parts].filter((part) => part !== 'id').map((part) => `${name}.${part}`))
      } else held.wrong.push(name)
    }
  }
  return held
}

import { factDigestBy, type Hash } from './digest.ts'
import { memberId } from './fact-kinds.ts'
import { hashOfLeaf } from './leaf.ts'
import { LedgerRow } from './ledger-row.ts'
import { merkleTree } from './merkle.ts'

/** Something in an export that is not as the ledger has it; `position` where it is of one fact. */
export type Fault = { file: string; position: number | null; detail: string }

export const LEDGER_FILE = 'ledger.ndjson'

/** The id that the fields of a fact say it has; null where they say none. */
const idInFields = ({ fields, kind }: LedgerRow): string | null => {
  const { id, collectionId, commentaryId, questionId } = fields
  if (kind === 'collection-commentary') return memberId(String(collectionId), String(commentaryId))
  if (kind === 'collection-question') return memberId(String(collectionId), String(questionId))
  return typeof id === 'string' ? id : null
}

const isMember = ({ kind }: LedgerRow): boolean => kind === 'collection-commentary' || kind === 'collection-question'

/** What of one row does not fit together; null where all does. */
const faultIn = (hash: Hash, row: LedgerRow): string | null => {
  const { fields, salts, digests, kind, digest } = row
  const names = Object.keys(fields)
  if (names.some((name) => Object.hasOwn(digests, name))) return 'a field has both its value and a digest in its place'
  const salted = isMember(row) ? [] : names
  if (Object.keys(salts).length !== salted.length || salted.some((name) => !Object.hasOwn(salts, name)))
    return 'its salts are not those of its fields'
  if (row.id !== (names.length === 0 ? null : idInFields(row))) return 'its id is not that of its fields'
  return factDigestBy(hash, kind, fields, salts, digests) === digest
    ? null
    : 'its fields do not make the digest: a value, a salt or a digest was changed'
}

/**
 * Makes the ledger again, a row at a time. Each fact must make its digest, positions must follow one another from 1, and no instant of
 * sealing may lie before the one before it. What holds says the root of the tree, which a checkpoint must have.
 */
export const ledgerVerifier = (hash: Hash) => {
  const tree = merkleTree(hash)
  const faults: Fault[] = []
  let [facts, withheld] = [0, 0]
  let last: LedgerRow | null = null

  const add = (raw: unknown): LedgerRow | null => {
    const position = facts + 1
    const fault = (detail: string) => faults.push({ file: LEDGER_FILE, position, detail })
    const read = LedgerRow.safeParse(raw)
    facts = position
    if (!read.success) {
      fault(
        `it is no row of a ledger: ${read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
      )
      return null
    }
    const row = read.data
    if (row.position !== position) fault(`here stands position ${row.position}: a row was removed, added or moved`)
    if (last && row.sealedAt < last.sealedAt)
      fault(`it was sealed ${row.sealedAt}, before the fact that stands before it`)
    const detail = faultIn(hash, row)
    if (detail) fault(detail)
    if (Object.keys(row.fields).length === 0) withheld++
    tree.add(hashOfLeaf(hash, row))
    last = row
    return row
  }

  /** How many facts there were so far, and of how many no field can be read. */
  const state = () => ({ facts, withheld })
  /** The root over them, made when it is asked for. */
  const root = () => tree.root()

  const end = (): void => {
    if (last && !last.ends) {
      const detail = 'the ledger ends within what was recorded together: its end was cut off'
      faults.push({ file: LEDGER_FILE, position: facts, detail })
    }
  }
  return { add, end, state, root, faults }
}

import { canonical, factDigestBy, type Hash } from './digest.ts'
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

/** The files of an export that hold one row for each public fact of some kinds, in the order of the ledger. */
export const factFiles = {
  'author-links': ['author-link'],
  memberships: ['collection-commentary', 'collection-question'],
  commentaries: ['commentary'],
  versions: ['version'],
  options: ['option'],
  topics: ['topic'],
  predictions: ['prediction'],
  baselines: ['baseline'],
  events: ['event'],
  evidence: ['evidence'],
  coverage: ['coverage'],
  resolutions: ['resolution'],
  'score-changes': ['score-change'],
  exclusions: ['exclusion'],
  redactions: ['redaction'],
  erasures: ['erasure'],
} as const satisfies Readonly<Record<string, readonly LedgerRow['kind'][]>>

/** What a file shows of things that a fact names by their ids alone. */
const asIds = (value: unknown): unknown =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'id' in one)
    ? value.map(({ id }) => id as unknown)
    : value

/** The order of what an outcome stands on is not part of the fact. */
const inOrder = (value: unknown): unknown => (Array.isArray(value) ? value.map(canonical).sort() : value)

/** What a row says by the names that its fact has: a span `{earliest, latest}` is two fields there. */
const named = (row: object): [string, unknown][] =>
  Object.entries(row).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && 'earliest' in value && 'latest' in value
      ? [
          [`${name}Earliest`, value.earliest],
          [`${name}Latest`, value.latest],
        ]
      : [[name, asIds(value)]],
  )

/** What is told of a statement as it stands, and is no part of the fact: a ruling may change it. */
const asItStands: Partial<Record<LedgerRow['kind'], readonly string[]>> = {
  prediction: ['scoreable', 'unscoredReason'],
}

/** What tells a row which fact it is of. */
const keysOf = (kind: LedgerRow['kind']): readonly string[] => {
  if (kind === 'collection-commentary') return ['collectionId', 'commentaryId']
  return kind === 'collection-question' ? ['collectionId', 'questionId'] : ['id']
}

/** What a row of another file says otherwise than the fact it is of; null where it has its id and they agree in all that both name. */
export const disagreement = (row: unknown, { kind, fields }: LedgerRow): string | null => {
  if (typeof row !== 'object' || row === null) return 'it is no object'
  if (keysOf(kind).some((key) => (row as Record<string, unknown>)[key] !== fields[key]))
    return 'it has another id than its fact'
  const names = named(row).filter(
    ([name, value]) =>
      Object.hasOwn(fields, name) &&
      !asItStands[kind]?.includes(name) &&
      canonical(inOrder(value)) !== canonical(inOrder(fields[name])),
  )
  return names.length === 0 ? null : `${names.map(([name]) => name).join(', ')}: not what the ledger says`
}

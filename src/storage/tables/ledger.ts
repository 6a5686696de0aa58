import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, pgTable, primaryKey, smallint, text, unique } from 'drizzle-orm/pg-core'
import { sealedKinds } from '../../core/ledger/fact-kinds.ts'
import { SHA256_FORM } from '../../core/ledger/sha256.ts'
import { instant, matches, oneOf } from '../columns.ts'

const factKey = () => ({
  kind: text({ enum: sealedKinds }).notNull(),
  factId: text().notNull(),
  digest: text().notNull(),
})

/** Facts that wait for their position: triggers write a row in the transaction of the fact, the sealer takes it. */
export const unsealedFacts = pgTable(
  'unsealed_facts',
  {
    /** Orders the facts of a transaction, and transactions by their last one. It has gaps, and commits do not follow it. */
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    ...factKey(),
    /** The transaction that appended it, which is sealed whole. */
    xact: text().notNull(),
  },
  (t) => [
    oneOf('unsealed_facts_kind_check', t.kind, sealedKinds),
    matches('unsealed_facts_digest_check', t.digest, SHA256_FORM.source),
  ],
)

/** The ledger: each committed fact at its position, from 1, without gaps. */
export const ledgerLeaves = pgTable(
  'ledger_leaves',
  {
    position: bigint({ mode: 'number' }).primaryKey(),
    ...factKey(),
    /** Never before that of an earlier position, whatever the clocks of two sealers say. */
    sealedAt: instant().notNull(),
    /** The last fact of its transaction: nothing is shown as of a position inside one. */
    ends: boolean().notNull(),
  },
  (t) => [
    unique('ledger_leaves_fact_unique').on(t.factId),
    check('ledger_leaves_position_check', sql`${t.position} >= 1`),
    oneOf('ledger_leaves_kind_check', t.kind, sealedKinds),
    matches('ledger_leaves_digest_check', t.digest, SHA256_FORM.source),
    index('ledger_leaves_sealed_at_index').on(t.sealedAt, t.position),
    index('ledger_leaves_kind_index').on(t.kind, t.position),
  ],
)

/**
 * Roots of whole subtrees of 256^level leaves of the Merkle tree, level 1 and up: what a proof would else have to hash anew. They
 * follow from the leaves and are written once.
 */
export const ledgerSubtrees = pgTable(
  'ledger_subtrees',
  {
    level: smallint().notNull(),
    index: bigint({ mode: 'number' }).notNull(),
    root: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.level, t.index] }),
    check('ledger_subtrees_level_check', sql`${t.level} between 1 and 6`),
    check('ledger_subtrees_index_check', sql`${t.index} >= 0`),
    matches('ledger_subtrees_root_check', t.root, SHA256_FORM.source),
  ],
)

/** What the ledger was at a moment, signed, for others to keep; of one size by each key that signed it. */
export const ledgerCheckpoints = pgTable(
  'ledger_checkpoints',
  {
    size: bigint({ mode: 'number' }).notNull(),
    root: text().notNull(),
    note: text().notNull(),
    key: text().notNull(),
    signedAt: instant().notNull(),
  },
  (t) => [
    unique('ledger_checkpoints_unique').on(t.size, t.key),
    check('ledger_checkpoints_size_check', sql`${t.size} >= 1`),
    matches('ledger_checkpoints_root_check', t.root, SHA256_FORM.source),
  ],
)

import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { sealedKinds } from '../../core/ledger/fact-kinds.ts'
import { instant, oneOf } from '../columns.ts'

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
  (t) => [oneOf('unsealed_facts_kind_check', t.kind, sealedKinds)],
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
    index('ledger_leaves_sealed_at_index').on(t.sealedAt, t.position),
    index('ledger_leaves_kind_index').on(t.kind, t.position),
  ],
)

import { expect, it } from 'vitest'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { factDigest } from '../../src/core/ledger/digest.ts'
import { type SealedKind, sealedKinds } from '../../src/core/ledger/fact-kinds.ts'
import { storedFacts } from '../../src/storage/facts.ts'
import { sealedLeavesAfter } from '../../src/storage/ledger.ts'
import { recordEveryFact } from '../actions/every-fact.ts'
import { inWorld } from '../support/embedded.ts'

it('every digest can be made again from the rows as they are read, with what belongs to the fact', () =>
  inWorld(async (world) => {
    await recordEveryFact(world)
    const { position } = await sealFacts(world.at('2026-06-03'), {})
    const leaves = await sealedLeavesAfter(world.tx, { after: 0, through: position, limit: 1000 })
    const kinds = new Set<SealedKind>(leaves.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual([...sealedKinds].sort())
    for (const kind of kinds) {
      const ids = leaves.filter((leaf) => leaf.kind === kind).map(({ factId }) => factId)
      const facts = await storedFacts(world.tx, kind, ids)
      for (const { factId, digest } of leaves.filter((leaf) => leaf.kind === kind)) {
        const { fields = {}, salts = {}, redacted = {} } = facts.get(factId) ?? {}
        const all = { ...fields, ...Object.fromEntries(Object.keys(redacted).map((field) => [field, null])) }
        expect([kind, await factDigest(kind, all, salts, redacted)]).toEqual([kind, digest])
      }
    }
  }))

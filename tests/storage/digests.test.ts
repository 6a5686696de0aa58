import { expect, it } from 'vitest'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { factDigest, fieldDigest } from '../../src/core/ledger/digest.ts'
import { factOf } from '../../src/core/ledger/fact.ts'
import { type SealedKind, sealedKinds } from '../../src/core/ledger/fact-kinds.ts'
import { publishedFields } from '../../src/core/ledger/published-fields.ts'
import { storedFacts } from '../../src/storage/facts.ts'
import { sealedLeavesAfter } from '../../src/storage/ledger.ts'
import { insertRedaction } from '../../src/storage/redactions.ts'
import { disputes } from '../../src/storage/tables/disputes.ts'
import { recordEveryFact } from '../actions/every-fact.ts'
import { instant, inWorld } from '../support/embedded.ts'

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

it('publishes of every kind of fact only fields that it has', () =>
  inWorld(async (world) => {
    await recordEveryFact(world)
    const { position } = await sealFacts(world.at('2026-06-03'), {})
    const leaves = await sealedLeavesAfter(world.tx, { after: 0, through: position, limit: 1000 })
    const strange: string[] = []
    for (const kind of sealedKinds) {
      const ids = leaves.filter((leaf) => leaf.kind === kind).map(({ factId }) => factId)
      const facts = [...(await storedFacts(world.tx, kind, ids)).values()]
      const names = new Set(facts.flatMap(({ fields, redacted }) => Object.keys({ ...fields, ...redacted })))
      for (const name of publishedFields[kind]) if (!names.has(name)) strange.push(`${kind} ${name}`)
    }
    expect(strange).toEqual([])
  }))

it('shows a text no more whose redaction comes between the row and what is left of it', () =>
  inWorld(async (world) => {
    await recordEveryFact(world)
    const [dispute] = (await world.tx.select().from(disputes)).filter(({ grounds }) => grounds !== null)
    if (!dispute) throw new Error('no dispute')
    const left = await fieldDigest(dispute.grounds, dispute.salts['grounds'])
    const about = { kind: 'dispute' as const, factId: dispute.id, field: 'grounds' as const, fieldDigest: left }
    const told = { reason: 'a name', redactedBy: 'reviewer', recordedAt: instant('2026-06-03T00:00:00.000Z') }
    const row = { id: world.newId('redaction'), ...about, ...told }
    await insertRedaction(world.tx, await factOf('redaction', row, world.newSalt))
    const fact = (await storedFacts(world.tx, 'dispute', [dispute.id])).get(dispute.id)
    expect(fact?.redacted).toEqual({ grounds: left })
    expect(fact?.fields).not.toHaveProperty('grounds')
    expect(fact?.salts).not.toHaveProperty('grounds')
  }))

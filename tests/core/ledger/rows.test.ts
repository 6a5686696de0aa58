import { describe, expect, it } from 'vitest'
import { factDigestBy, fieldDigest } from '../../../src/core/ledger/digest.ts'
import { hashOfLeaf } from '../../../src/core/ledger/leaf.ts'
import type { LedgerRow } from '../../../src/core/ledger/ledger-row.ts'
import { merkleTree } from '../../../src/core/ledger/merkle.ts'
import { publishedFact } from '../../../src/core/ledger/published-fact.ts'
import { disagreement, ledgerVerifier } from '../../../src/core/ledger/verify.ts'
import { toInstant } from '../../../src/core/time.ts'
import { hash } from '../../../src/outside/hash.ts'

const instant = (text: string) => toInstant(new Date(text))

const saltsOf = (fields: object) => Object.fromEntries(Object.keys(fields).map((name) => [name, 'x'.repeat(22)]))

const event = (position: number, more: Partial<LedgerRow> = {}): LedgerRow => {
  const fields = { id: `evt_${position}`, title: `It rained ${position} times` }
  const salts = saltsOf(fields)
  return {
    ...{ position, kind: 'event', id: fields.id, sealedAt: '2026-02-01T00:00:00.000Z', ends: true },
    ...{ digest: factDigestBy(hash, 'event', fields, salts), fields, salts, digests: {} },
    ...more,
  } as LedgerRow
}

const member = (position: number, kind: 'collection-commentary' | 'collection-question'): LedgerRow => {
  const of = kind === 'collection-commentary' ? { commentaryId: 'com_1' } : { questionId: 'qst_1' }
  const fields = { collectionId: 'col_1', ...of }
  const id = `col_1/${Object.values(of)[0]}`
  return event(position, { kind, id, fields, salts: {}, digest: factDigestBy(hash, kind, fields, {}) })
}

/** What is wrong with a ledger of these rows, and where. */
const read = (rows: readonly unknown[]) => {
  const ledger = ledgerVerifier(hash)
  const given = rows.map((row) => ledger.add(row))
  ledger.end()
  return { ...ledger.state(), root: ledger.root(), given, faults: ledger.faults }
}
const faultsIn = (rows: readonly unknown[]) => read(rows).faults.map(({ position, detail }) => [position, detail])

describe('a ledger that is made again', () => {
  it('has the facts, their root and nothing wrong, by its rows in their order', () => {
    const rows = [event(1), member(2, 'collection-commentary'), member(3, 'collection-question'), event(4)]
    const tree = merkleTree(hash)
    for (const row of rows) tree.add(hashOfLeaf(hash, row))
    const { given, ...made } = read(rows)
    expect(made).toEqual({ facts: 4, withheld: 0, root: tree.root(), faults: [] })
    expect(given).toEqual(rows)
  })

  it('counts facts of which nothing can be read, and knows no id of them', () => {
    const digests = { id: 'a'.repeat(64), title: 'b'.repeat(64) }
    const digest = factDigestBy(hash, 'event', {}, {}, digests)
    const hidden = event(1, { id: null, fields: {}, salts: {}, digests, digest })
    expect(read([hidden, event(2)])).toMatchObject({ facts: 2, withheld: 1, faults: [] })
    expect(faultsIn([{ ...hidden, id: 'evt_1' }])).toEqual([[1, 'its id is not that of its fields']])
  })

  it('takes a field by its digest alone, as redacted', async () => {
    const whole = event(1)
    const { title, id } = whole.fields as { title: string; id: string }
    const digests = { title: await fieldDigest(title, whole.salts['title']) }
    const redacted = { ...whole, fields: { id }, salts: { id: whole.salts['id'] }, digests }
    expect(read([redacted])).toMatchObject({ faults: [], withheld: 0, root: read([whole]).root })
  })

  it.each([
    [
      'a row that was taken out',
      [event(1), event(3)],
      [[2, 'here stands position 3: a row was removed, added or moved']],
    ],
    [
      'rows that changed places',
      [event(2), event(1)],
      [
        [1, 'here stands position 2: a row was removed, added or moved'],
        [2, 'here stands position 1: a row was removed, added or moved'],
      ],
    ],
    [
      'an instant before the one before',
      [event(1), event(2, { sealedAt: instant('2026-01-31T23:59:59.999Z') })],
      [[2, 'it was sealed 2026-01-31T23:59:59.999Z, before the fact that stands before it']],
    ],
    [
      'an end that was cut off',
      [event(1), event(2, { ends: false })],
      [[2, 'the ledger ends within what was recorded together: its end was cut off']],
    ],
    [
      'a value that was changed',
      [event(1, { fields: { id: 'evt_1', title: 'It snowed' } })],
      [[1, 'its fields do not make the digest: a value, a salt or a digest was changed']],
    ],
    [
      'a kind that was changed',
      [event(1, { kind: 'baseline' })],
      [[1, 'its fields do not make the digest: a value, a salt or a digest was changed']],
    ],
    ['an id that was changed', [event(1, { id: 'evt_2' })], [[1, 'its id is not that of its fields']]],
    [
      'a member of another collection',
      [{ ...member(1, 'collection-question'), id: 'col_2/qst_1' }],
      [[1, 'its id is not that of its fields']],
    ],
    [
      'a salt of nothing',
      [event(1, { salts: { ...event(1).salts, url: 'y'.repeat(22) } })],
      [[1, 'its salts are not those of its fields']],
    ],
    [
      'a salt by another name',
      [event(1, { salts: { id: 'x'.repeat(22), url: 'x'.repeat(22) } })],
      [[1, 'its salts are not those of its fields']],
    ],
    [
      'a salt of a member, which has none',
      [{ ...member(1, 'collection-question'), salts: { questionId: 'x'.repeat(22) } }],
      [[1, 'its salts are not those of its fields']],
    ],
    [
      'a field with a value and a digest',
      [event(1, { digests: { title: 'a'.repeat(64) } })],
      [[1, 'a field has both its value and a digest in its place']],
    ],
  ] as const)('names %s', (_, rows, faults) => {
    expect(faultsIn(rows)).toEqual(faults)
    expect(read(rows).faults.every(({ file }) => file === 'ledger.ndjson')).toBe(true)
  })

  it('takes what was sealed at one instant, in any transaction', () => {
    expect(faultsIn([event(1, { ends: false }), event(2)])).toEqual([])
  })

  it('says what a row lacks, and goes on with the next', () => {
    const { faults, given } = read([{ ...event(1), kind: 'rumour', ends: 1 }, 'no row', event(3)])
    expect(given.map((row) => row?.position ?? null)).toEqual([null, null, 3])
    expect(faults.map(({ position }) => position)).toEqual([1, 2])
    expect(faults[0]?.detail).toMatch(/^it is no row of a ledger: kind .+; ends .+/)
  })

  it('of nothing has nothing wrong', () => {
    expect(read([])).toMatchObject({ facts: 0, withheld: 0, faults: [] })
  })
})

describe('a row of another file', () => {
  const fields = {
    id: 'res_1',
    outcome: 'yes',
    evidence: ['evd_1', 'evd_2'],
    saidEarliest: 1,
    saidLatest: 2,
    none: null,
  }
  const fact = { ...event(1), kind: 'resolution', fields } as LedgerRow
  const good = {
    id: 'res_1',
    outcome: 'yes',
    evidence: [{ id: 'evd_2' }, { id: 'evd_1' }],
    said: { earliest: 1, latest: 2 },
  }

  it('agrees with its fact where it says the same, in any order, of things by their ids and of spans by their ends', () => {
    expect(disagreement(good, fact)).toBeNull()
    expect(disagreement({ ...good, evidence: ['evd_1', 'evd_2'], added: 'of its own' }, fact)).toBeNull()
    expect(disagreement({ id: 'res_1', none: null }, fact)).toBeNull()
  })

  it.each([
    ['no row', 'it is no object'],
    [null, 'it is no object'],
    [{}, 'it has another id than its fact'],
    [{ ...good, id: 'res_2' }, 'it has another id than its fact'],
    [{ ...good, outcome: 'no' }, 'outcome: not what the ledger says'],
    [{ ...good, none: 0 }, 'none: not what the ledger says'],
    [{ ...good, said: { earliest: 1, latest: 3 } }, 'saidLatest: not what the ledger says'],
    [{ ...good, said: { earliest: 0, latest: 3 } }, 'saidEarliest, saidLatest: not what the ledger says'],
    [{ ...good, evidence: [{ id: 'evd_1' }] }, 'evidence: not what the ledger says'],
    [{ ...good, evidence: [{ id: 'evd_1' }, { id: 'evd_3' }] }, 'evidence: not what the ledger says'],
    [{ ...good, evidence: [{ id: 'evd_1' }, null] }, 'evidence: not what the ledger says'],
    [{ ...good, evidence: [{ id: 'evd_1' }, { of: 'evd_2' }] }, 'evidence: not what the ledger says'],
    [{ ...good, outcome: { earliest: 'yes' } }, 'outcome: not what the ledger says'],
    [{ ...good, outcome: { latest: 'yes' } }, 'outcome: not what the ledger says'],
  ])('that is %j', (row, why) => {
    expect(disagreement(row, fact)).toBe(why)
  })

  it('of a statement may tell another standing, which a ruling changes', () => {
    const statement = { id: 'pre_1', scoreable: true, unscoredReason: null, quote: 'It will rain.' }
    const said = { ...event(1), kind: 'prediction', fields: statement } as LedgerRow
    expect(disagreement({ ...statement, scoreable: false, unscoredReason: 'withdrawn' }, said)).toBeNull()
    expect(disagreement({ ...statement, quote: 'It may rain.' }, said)).toBe('quote: not what the ledger says')
    const other = { ...said, kind: 'event' } as LedgerRow
    expect(disagreement({ ...statement, scoreable: false }, other)).toBe('scoreable: not what the ledger says')
  })

  it('of a member has the ids of both', () => {
    const piece = member(1, 'collection-commentary')
    expect(disagreement({ collectionId: 'col_1', commentaryId: 'com_1' }, piece)).toBeNull()
    expect(disagreement({ collectionId: 'col_1', commentaryId: 'com_2' }, piece)).toBe(
      'it has another id than its fact',
    )
    expect(disagreement({ collectionId: 'col_2', commentaryId: 'com_1' }, piece)).toBe(
      'it has another id than its fact',
    )
    const question = member(1, 'collection-question')
    expect(disagreement({ collectionId: 'col_1', questionId: 'qst_1' }, question)).toBeNull()
    expect(disagreement({ collectionId: 'col_1', questionId: 'qst_2' }, question)).toBe(
      'it has another id than its fact',
    )
  })
})

describe('a fact as it is published', () => {
  const fields = { id: 'evt_1', title: 'It rained', note: null, valueOf: 'a name of every object' }
  const salts = saltsOf(fields)

  it('has fields in the clear with their salts, and of others their digests', async () => {
    const shown = (field: string, value: unknown) => field === 'id' || value === null
    const published = await publishedFact({ fields, salts, redacted: {} }, shown)
    const digestOf = (field: 'title' | 'valueOf') => fieldDigest(fields[field], salts[field])
    expect(published).toEqual({
      fields: { id: 'evt_1', note: null },
      salts: { id: salts['id'], note: salts['note'] },
      digests: { title: await digestOf('title'), valueOf: await digestOf('valueOf') },
    })
    expect(factDigestBy(hash, 'event', published.fields, published.salts, published.digests)).toBe(
      factDigestBy(hash, 'event', fields, salts),
    )
  })

  it('keeps the digest of what was redacted, and gives no salt for what has none', async () => {
    const redacted = { quote: 'c'.repeat(64) }
    const published = await publishedFact({ fields: { id: 'evt_1' }, salts: {}, redacted }, () => true)
    expect(published).toEqual({ fields: { id: 'evt_1' }, salts: {}, digests: redacted })
  })
})

import { describe, expect, it } from 'vitest'
import { factDigestBy, fieldDigest } from '../../../src/core/ledger/digest.ts'
import { type FactFile, factFiles } from '../../../src/core/ledger/fact-files.ts'
import { hashOfLeaf } from '../../../src/core/ledger/leaf.ts'
import type { LedgerRow } from '../../../src/core/ledger/ledger-row.ts'
import { merkleTree } from '../../../src/core/ledger/merkle.ts'
import { publishedFact } from '../../../src/core/ledger/published-fact.ts'
import { publishedFields } from '../../../src/core/ledger/published-fields.ts'
import { heldAgainst } from '../../../src/core/ledger/shown-row.ts'
import { ledgerVerifier } from '../../../src/core/ledger/verify.ts'
import { toInstant } from '../../../src/core/time.ts'
import { hash } from '../../../src/outside/hash.ts'
import { resourceNames, resources } from '../../../src/queries/exporting/resources.ts'

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
  const names = ['id', 'outcome', 'evidence', 'said', 'none', 'digest', 'shown']
  const file = { kinds: ['resolution'], names } as const
  const good = {
    id: 'res_1',
    outcome: 'yes',
    evidence: ['evd_2', 'evd_1'],
    said: { earliest: 1, latest: 2 },
    none: null,
    digest: fact.digest,
    shown: 'of its own',
  }
  const agreeing = { fault: null, wrong: [], missing: [], uncovered: ['shown'] }
  const heldTo = (row: unknown, of = fact, by: FactFile = file) => heldAgainst(row, of, by, () => ({}))

  it('agrees with its fact where it says the same, of spans by their ends, in any order where that is none of the fact', () => {
    expect(heldTo(good)).toEqual(agreeing)
    const version = { ...fact, kind: 'version' } as LedgerRow
    const ofVersions = { ...file, kinds: ['version'] } as const
    expect(heldTo(good, version, ofVersions)).toMatchObject({ wrong: ['evidence'] })
    expect(heldTo({ ...good, evidence: fields.evidence }, version, ofVersions)).toEqual(agreeing)
  })

  it('names what it shows and the fact does not tell: more names, parts of things, what is withheld', () => {
    const things = [
      { id: 'evd_1', quote: 'It rained.' },
      { id: 'evd_2', url: null },
    ]
    expect(heldTo({ ...good, evidence: things, added: 1 })).toEqual({
      ...agreeing,
      uncovered: ['evidence.quote', 'evidence.url', 'shown', 'added'],
    })
    const { outcome: _, ...rest } = fields
    const withheld = { ...fact, fields: rest, digests: { outcome: 'a'.repeat(64) } } as LedgerRow
    expect(heldTo(good, withheld)).toEqual({ ...agreeing, uncovered: ['outcome', 'shown'] })
    const { shown: __, ...less } = good
    expect(heldTo(less)).toEqual(agreeing)
  })

  it.each([
    ['no row', 'it is no object'],
    [null, 'it is no object'],
    [[], 'it is no object'],
    [{}, 'it has another id than its fact'],
    [{ ...good, id: 'res_2' }, 'it has another id than its fact'],
  ])('that is %j is of no fact', (row, fault) => {
    expect(heldTo(row)).toEqual({ fault, wrong: [], missing: [], uncovered: [] })
  })

  it.each([
    [{ outcome: 'no' }, 'outcome'],
    [{ none: 0 }, 'none'],
    [{ digest: 'f'.repeat(64) }, 'digest'],
    [{ said: { earliest: 1, latest: 3 } }, 'said'],
    [{ said: { earliest: 1, latest: 2, by: 1 } }, 'said'],
    [{ said: null }, 'said'],
    [{ evidence: [{ id: 'evd_1' }] }, 'evidence'],
    [{ evidence: [{ id: 'evd_1' }, { id: 'evd_3' }] }, 'evidence'],
    [{ evidence: [{ id: 'evd_1' }, null] }, 'evidence'],
    [{ evidence: [{ id: 'evd_1' }, { of: 'evd_2' }] }, 'evidence'],
    [{ outcome: { earliest: 'yes' } }, 'outcome'],
    [{ saidLatest: 3 }, 'saidLatest'],
  ])('that says %j says otherwise', (said, name) => {
    expect(heldTo({ ...good, ...said })).toMatchObject({ fault: null, wrong: [name], missing: [] })
  })

  it.each(names.slice(1, -1))('that lacks %s lacks what its file shows', (name) => {
    const row = Object.fromEntries(Object.entries(good).filter(([one]) => one !== name))
    expect(heldTo(row)).toEqual({ ...agreeing, missing: [name] })
  })

  it('says what is reckoned from its fact', () => {
    const reckon = ({ fields: said }: LedgerRow) => ({ shown: `${said['outcome']} twice` })
    expect(heldAgainst(good, fact, file, reckon)).toMatchObject({ wrong: ['shown'], uncovered: [] })
    expect(heldAgainst({ ...good, shown: 'yes twice' }, fact, file, reckon)).toEqual({ ...agreeing, uncovered: [] })
  })

  it('of a statement may tell another standing, which a ruling changes', () => {
    const statement = { id: 'pre_1', scoreable: true, unscoredReason: null, quote: 'It will rain.' }
    const said = { ...event(1), kind: 'prediction', fields: statement } as LedgerRow
    const by = { kinds: ['prediction'], names: Object.keys(statement) } as const
    const uncovered = ['scoreable', 'unscoredReason']
    const ruled = { ...statement, scoreable: false, unscoredReason: 'withdrawn' }
    expect(heldTo(ruled, said, by)).toEqual({ ...agreeing, uncovered })
    expect(heldTo({ ...statement, quote: 'It may rain.' }, said, by)).toMatchObject({ wrong: ['quote'] })
    const other = { ...said, kind: 'event' } as LedgerRow
    expect(heldTo(ruled, other, by)).toMatchObject({ wrong: uncovered, uncovered: [] })
  })

  it('of a member has the ids of both, and nothing of another kind', () => {
    const by = factFiles.memberships
    const whole = { ...agreeing, uncovered: [] }
    const piece = member(1, 'collection-commentary')
    const row = { collectionId: 'col_1', commentaryId: 'com_1', questionId: null }
    expect(heldTo(row, piece, by)).toEqual(whole)
    expect(heldTo({ ...row, questionId: 'qst_1' }, piece, by)).toEqual({ ...whole, wrong: ['questionId'] })
    const fault = 'it has another id than its fact'
    expect(heldTo({ ...row, commentaryId: 'com_2' }, piece, by)).toMatchObject({ fault })
    expect(heldTo({ ...row, collectionId: 'col_2' }, piece, by)).toMatchObject({ fault })
    const question = member(1, 'collection-question')
    expect(heldTo({ collectionId: 'col_1', commentaryId: null, questionId: 'qst_1' }, question, by)).toEqual(whole)
    expect(heldTo({ collectionId: 'col_1', questionId: 'qst_2' }, question, by)).toMatchObject({ fault })
  })
})

describe('the files that are held against the ledger', () => {
  const entries = Object.entries(factFiles) as [keyof typeof factFiles, FactFile][]

  it.each(entries)('show of %s what the export shows', (name, { names }) => {
    expect([...names].sort()).toEqual(Object.keys(resources[name].schema.shape).sort())
  })

  it('are all that hold one row for each fact', () => {
    const others = resourceNames.filter((name) => !Object.hasOwn(factFiles, name))
    expect(others).toEqual([
      ...['authors', 'sources', 'collections', 'candidates', 'event-candidates', 'questions', 'disputes', 'ledger'],
    ])
    for (const [, { kinds }] of entries) for (const kind of kinds) expect(publishedFields[kind]).not.toEqual([])
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

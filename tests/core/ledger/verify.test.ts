import { expect, it } from 'vitest'
import { factDigestBy, fieldDigest } from '../../../src/core/ledger/digest.ts'
import { LedgerRow } from '../../../src/core/ledger/ledger-row.ts'
import { ledgerVerifier } from '../../../src/core/ledger/verify.ts'
import { hash } from '../../../src/outside/hash.ts'

const salt = (letter: string): string => letter.repeat(22)
const salts = { id: salt('a'), happened: salt('b'), micro: salt('c'), url: salt('d') }
const fields = { id: 'bas_1', happened: '2026-01-01', micro: 415_000, url: null }
const row = {
  position: 1,
  kind: 'baseline',
  id: 'bas_1',
  sealedAt: '2026-02-01T00:00:00.000Z',
  ends: true,
  digest: factDigestBy(hash, 'baseline', fields, salts),
  fields,
  salts,
  digests: {},
}

const faultsOf = (given: unknown): string[] => {
  const ledger = ledgerVerifier(hash)
  ledger.add(given)
  ledger.end()
  return ledger.faults.map(({ detail }) => detail)
}

it('takes a row whose fields make its digest', () => {
  expect(faultsOf(row)).toEqual([])
})

it('refuses a digit that moved from a value to its salt, though the hash over both is the same', async () => {
  const moved = { ...row, fields: { ...fields, micro: 15_000 }, salts: { ...salts, micro: `${salts.micro}4` } }
  expect(factDigestBy(hash, 'baseline', moved.fields, moved.salts)).toBe(row.digest)
  expect(faultsOf(moved)).toEqual([expect.stringContaining('salts.micro a salt has 22 characters')])
})

it('refuses a digest that brings another in, though the hash over all is the same', async () => {
  const [micro, url] = await Promise.all(
    (['micro', 'url'] as const).map((name) => fieldDigest(fields[name], salts[name])),
  )
  const hidden = {
    ...row,
    fields: { id: fields.id, happened: fields.happened },
    salts: { id: salts.id, happened: salts.happened },
    digests: { micro: `${micro}","url":"${url}` },
  }
  expect(factDigestBy(hash, 'baseline', hidden.fields, hidden.salts, hidden.digests)).toBe(row.digest)
  expect(faultsOf(hidden)).toEqual([expect.stringContaining('digests.micro write a SHA-256')])
})

it('takes salts and digests in one writing alone', () => {
  const reads = (change: object): boolean => LedgerRow.safeParse({ ...row, ...change }).success
  for (const other of [
    '',
    'a'.repeat(21),
    'a'.repeat(23),
    `${'a'.repeat(21)}=`,
    `${'a'.repeat(21)}+`,
    'a'.repeat(21).concat('\n'),
  ])
    expect([other, reads({ salts: { ...salts, id: other } })]).toEqual([other, false])
  for (const other of ['', 'A'.repeat(64), 'a'.repeat(63), 'a'.repeat(65), `${'a'.repeat(64)}\n`]) {
    expect([other, reads({ digest: other })]).toEqual([other, false])
    expect([other, reads({ digests: { url: other } })]).toEqual([other, false])
  }
})

it('makes a root when it is asked for one, and hashes no more than the tree has nodes else', () => {
  let hashed = 0
  const ledger = ledgerVerifier((data) => {
    hashed += 1
    return hash(data)
  })
  for (let position = 1; position <= 100; position++) {
    ledger.add({ ...row, position })
    ledger.state()
  }
  const [ofRow, leaves, inner] = [Object.keys(fields).length + 1, 100, 97]
  expect(hashed).toBe(ofRow * 100 + leaves + inner)
  ledger.root()
  expect(hashed).toBe(ofRow * 100 + leaves + 99)
})

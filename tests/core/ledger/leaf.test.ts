import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bytesOfHex, fromBase64, hexOfBytes, toBase64 } from '../../../src/core/ledger/bytes.ts'
import { memberTables, sealedKinds } from '../../../src/core/ledger/fact-kinds.ts'
import { hashOfLeaf } from '../../../src/core/ledger/leaf.ts'
import { AsOf } from '../../../src/core/ledger/position.ts'
import { InclusionProof } from '../../../src/core/ledger/proofs.ts'
import { publishedFields } from '../../../src/core/ledger/published-fields.ts'
import { toInstant } from '../../../src/core/time.ts'
import { hash } from '../../../src/outside/hash.ts'

const sealedAt = toInstant(new Date('2026-02-01T00:00:00.000Z'))
const leaf = { kind: 'event', digest: 'ab'.repeat(32), sealedAt, ends: true } as const

describe('the leaf of a fact', () => {
  it('is SHA-256 over a zero byte and the JSON of what the ledger says of it, names in order', () => {
    const text = `{"digest":"${'ab'.repeat(32)}","ends":true,"kind":"event","sealedAt":"2026-02-01T00:00:00.000Z"}`
    const made = createHash('sha256')
      .update(Buffer.from([0]))
      .update(text)
      .digest('hex')
    expect(hashOfLeaf(hash, leaf)).toBe(made)
    expect(hashOfLeaf(hash, { ...leaf, position: 7, id: 'evt_1' } as typeof leaf)).toBe(made)
  })

  it('is another where one of these is', () => {
    const later = toInstant(new Date('2026-02-01T00:00:00.001Z'))
    const others = [{ digest: 'ac'.repeat(32) }, { ends: false }, { kind: 'evidence' as const }, { sealedAt: later }]
    const made = [leaf, ...others.map((other) => ({ ...leaf, ...other }))].map((one) => hashOfLeaf(hash, one))
    expect(new Set(made).size).toBe(5)
  })

  it('is in a proof as it is hashed', () => {
    expect(Object.keys(InclusionProof.shape.leaf.shape).sort()).toEqual(Object.keys(leaf).sort())
  })
})

describe('bytes as text', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)

  it('are hexadecimal and base64 there and back', () => {
    expect(hexOfBytes(bytes)).toBe(Buffer.from(bytes).toString('hex'))
    expect(bytesOfHex(hexOfBytes(bytes))).toEqual(bytes)
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
    expect(fromBase64(toBase64(bytes))).toEqual(bytes)
    expect([bytesOfHex('').length, fromBase64('')?.length]).toEqual([0, 0])
  })

  it('are refused where the text is of something else', () => {
    for (const text of ['a', 'abc', 'AB', 'zz', ' ab', 'ab ', '0x', 'ab\n', 'zzab', 'abzz'])
      expect(() => bytesOfHex(text), text).toThrow(`not hexadecimal: ${text}`)
    expect(() => bytesOfHex('z'.repeat(200))).toThrow(new SyntaxError(`not hexadecimal: ${'z'.repeat(80)}`))
    for (const text of ['!', 'q', 'ä']) expect(fromBase64(text)).toBeNull()
  })
})

describe('a state of knowledge', () => {
  it('is a position or an instant', () => {
    expect(AsOf.parse('1234')).toBe(1234)
    expect(AsOf.parse('0')).toBe(0)
    expect(AsOf.parse('999999999999999')).toBe(999_999_999_999_999)
    expect(AsOf.parse(sealedAt)).toBe(sealedAt)
  })

  it('is nothing else', () => {
    for (const text of ['', '-1', '1.5', '1e3', ' 1', '1 ', '1000000000000000', '2026-02-01', 'now', 1234, null])
      expect(AsOf.safeParse(text).success, String(text)).toBe(false)
  })
})

describe('what is published of facts', () => {
  it('is said of every kind, each field once, and of none who recorded it', () => {
    expect(Object.keys(publishedFields).sort()).toEqual([...sealedKinds].sort())
    for (const [kind, fields] of Object.entries(publishedFields)) {
      expect(new Set(fields).size, kind).toBe(fields.length)
      expect(fields.filter((field) => /^(recorded|reviewed|decided|made)By$|email|^actor/i.test(field))).toEqual(
        kind === 'match' ? ['decidedBy'] : [],
      )
    }
  })

  it('is told of whole members, and begins with the id where something is told of others', () => {
    for (const [kind, fields] of Object.entries(publishedFields))
      if (!(kind in memberTables) && fields.length > 0) expect(fields[0], kind).toBe('id')
  })
})

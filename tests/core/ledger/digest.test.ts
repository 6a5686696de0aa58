import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, type FactFields, factDigest, factDigestBy, sha256 } from '../../../src/core/ledger/digest.ts'
import { factAtOnce, factOf } from '../../../src/core/ledger/fact.ts'

const hash = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')

describe('sha256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('of %j is that of FIPS 180', async (text, digest) => {
    expect(await sha256(text)).toBe(digest)
  })

  it('reads text as UTF-8, and bytes as they are', async () => {
    expect(await sha256('€ ö 😀')).toBe(hash('€ ö 😀'))
    expect(await sha256(new Uint8Array([97, 98, 99]))).toBe(hash('abc'))
  })
})

describe('canonical JSON', () => {
  it('writes the example of RFC 8785, section 3.2.2', () => {
    const given = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`)
    expect(canonical(given)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  it('sorts names by UTF-16 code units, as in section 3.2.3', () => {
    const given = JSON.parse(String.raw`{
      "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"
    }`)
    const order = [...canonical(given).matchAll(/:"([^"]+)"/g)].map(([, value]) => value)
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  it.each([
    [0, '0'],
    [-0, '0'],
    [1e21, '1e+21'],
    [1e-7, '1e-7'],
    [2 ** 53, '9007199254740992'],
    [[], '[]'],
    [{}, '{}'],
    [{ b: [3, { d: 1, c: 2 }], a: null }, '{"a":null,"b":[3,{"c":2,"d":1}]}'],
  ])('%j is %s', (value, text) => {
    expect(canonical(value)).toBe(text)
  })

  it('says the same of the same value, whatever the order of its names', () => {
    const json = fc.dictionary(fc.string(), fc.jsonValue())
    fc.assert(
      fc.property(json, (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonical(turned)).toBe(canonical(value))
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { numRuns: 300 },
    )
  })
})

describe('the digest of a fact', () => {
  const fields: FactFields = { id: 'prd_1', quote: 'It will rain.', said: '2026-01-01', url: null }
  const salts = { id: 's1', quote: 's2', said: 's3', url: 's4' }

  it('is the hash over the salted digests of its fields', async () => {
    const digests = {
      id: hash('s1"prd_1"'),
      quote: hash('s2"It will rain."'),
      said: hash('s3"2026-01-01"'),
      url: hash('s4null'),
    }
    expect(await factDigest('prediction', fields, salts)).toBe(hash(canonical({ kind: 'prediction', fields: digests })))
  })

  it('reproduces when a field and its salt are gone and only the digest of the field is kept', async () => {
    const kept = hash('s2"It will rain."')
    const digests = await Promise.all(
      (['id', 'said', 'url'] as const).map(async (name) => [
        name,
        await sha256(`${salts[name]}${canonical(fields[name])}`),
      ]),
    )
    const rebuilt = { kind: 'prediction', fields: { ...Object.fromEntries(digests), quote: kept } }
    expect(await sha256(canonical(rebuilt))).toBe(await factDigest('prediction', fields, salts))
  })

  it.each<[string, string, FactFields, Record<string, string>]>([
    ['the kind', 'event', fields, salts],
    ['a value', 'prediction', { ...fields, quote: 'It will not rain.' }, salts],
    ['a null in place of a value', 'prediction', { ...fields, quote: null }, salts],
    ['a salt', 'prediction', fields, { ...salts, quote: 'other' }],
    ['a field more', 'prediction', { ...fields, more: null }, salts],
    ['a name', 'prediction', { id: 'prd_1', words: 'It will rain.', said: '2026-01-01', url: null }, salts],
  ])('changes with %s', async (_, kind, other, otherSalts) => {
    expect(await factDigest(kind, other, otherSalts)).not.toBe(await factDigest('prediction', fields, salts))
  })

  it('takes what is missing for null', async () => {
    expect(await factDigest('prediction', { ...fields, url: undefined }, salts)).toBe(
      await factDigest('prediction', fields, salts),
    )
  })

  it('does not depend on the order of the fields', async () => {
    const facts = fc.dictionary(fc.string(), fc.tuple(fc.jsonValue(), fc.base64String({ minLength: 4, maxLength: 8 })))
    await fc.assert(
      fc.asyncProperty(facts, async (fact) => {
        const digestOf = (entries: [string, [unknown, string]][]) =>
          factDigest(
            'event',
            Object.fromEntries(entries.map(([name, [value]]) => [name, value])),
            Object.fromEntries(entries.map(([name, [, salt]]) => [name, salt])),
          )
        expect(await digestOf(Object.entries(fact).reverse())).toBe(await digestOf(Object.entries(fact)))
      }),
    )
  })
})

describe('factDigestBy', () => {
  it('is the same digest, by a hash that does not wait', async () => {
    const facts = fc.dictionary(fc.string(), fc.tuple(fc.jsonValue(), fc.base64String({ minLength: 4, maxLength: 8 })))
    await fc.assert(
      fc.asyncProperty(facts, async (fact) => {
        const values = Object.fromEntries(Object.entries(fact).map(([name, [value]]) => [name, value]))
        const own = Object.fromEntries(Object.entries(fact).map(([name, [, salt]]) => [name, salt]))
        expect(factDigestBy(hash, 'event', values, own)).toBe(await factDigest('event', values, own))
      }),
    )
  })

  it('is that of a fact made at once', async () => {
    let made = 0
    const row = { id: 'prd_1', form: 'micro:1', quote: null, weakHedge: false }
    const fact = factAtOnce('prediction', row, { newSalt: () => `salt-${++made}`, hash })
    expect(fact).toMatchObject({
      ...row,
      salts: { id: 'salt-1', form: 'salt-2', quote: 'salt-3', weakHedge: 'salt-4' },
    })
    expect(fact.digest).toBe(await factDigest('prediction', row, fact.salts))
  })
})

describe('factOf', () => {
  it('salts each field for itself and hashes over all of them', async () => {
    let made = 0
    const newSalt = () => `salt-${++made}`
    const row = { id: 'evt_1', title: 'Rain', url: null }
    const fact = await factOf('event', row, newSalt)
    expect(fact).toMatchObject(row)
    expect(fact.salts).toEqual({ id: 'salt-1', title: 'salt-2', url: 'salt-3' })
    expect(fact.digest).toBe(await factDigest('event', row, fact.salts))
  })
})

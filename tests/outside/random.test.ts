import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { hash } from '../../src/outside/hash.ts'
import { newSalt } from '../../src/outside/random.ts'

it('a salt is 128 bits in base64url, and no two are alike', () => {
  const salts = Array.from({ length: 1000 }, newSalt)
  for (const salt of salts) {
    const bytes = Buffer.from(salt, 'base64url')
    expect([bytes.length, bytes.toString('base64url')]).toEqual([16, salt])
  }
  expect(new Set(salts).size).toBe(1000)
  // Every bit is 0 in some and 1 in others.
  const all = salts.map((salt) => Buffer.from(salt, 'base64url'))
  for (let bit = 0; bit < 128; bit++) {
    expect(new Set(all.map((bytes) => ((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1)).size).toBe(2)
  }
})

it('the hash that does not wait is SHA-256 of UTF-8', () => {
  for (const text of ['', 'abc', 'Ærø 😀', 'x'.repeat(100)])
    expect(hash(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
})

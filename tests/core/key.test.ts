import { describe, expect, it } from 'vitest'
import { allows, scopes } from '../../src/core/key.ts'

describe('allows', () => {
  it.each(scopes)('admin allows %s', (needed) => {
    expect(allows(['admin'], needed)).toBe(true)
  })
  it.each(scopes)('%s allows itself and no other', (held) => {
    const allowed = scopes.filter((needed) => allows([held], needed))
    expect(allowed).toEqual(held === 'admin' ? [...scopes] : [held])
  })
  it('holds nothing by default', () => {
    expect(scopes.some((needed) => allows([], needed))).toBe(false)
  })
})

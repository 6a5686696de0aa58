import { describe, expect, it } from 'vitest'
import { capQuote, PUBLIC_QUOTE_CAP } from '../../src/core/commentary.ts'

describe('capQuote', () => {
  it.each([0, 1, PUBLIC_QUOTE_CAP - 1, PUBLIC_QUOTE_CAP])('leaves %i characters alone', (length) => {
    expect(capQuote('q'.repeat(length))).toBe('q'.repeat(length))
  })

  it('cuts a longer quote and marks the cut', () => {
    expect(capQuote('q'.repeat(PUBLIC_QUOTE_CAP + 1))).toBe(`${'q'.repeat(PUBLIC_QUOTE_CAP - 1)}…`)
  })

  it('counts characters, as the index of quotes does, and not the units they are stored in', () => {
    expect(capQuote('😀'.repeat(PUBLIC_QUOTE_CAP))).toBe('😀'.repeat(PUBLIC_QUOTE_CAP))
    expect(capQuote('😀'.repeat(PUBLIC_QUOTE_CAP + 1))).toBe(`${'😀'.repeat(PUBLIC_QUOTE_CAP - 1)}…`)
  })

  it('does not cut a character in half', () => {
    const capped = capQuote(`${'q'.repeat(PUBLIC_QUOTE_CAP - 2)}😀${'q'.repeat(10)}`)
    expect(capped).toBe(`${'q'.repeat(PUBLIC_QUOTE_CAP - 2)}😀…`)
    expect(capped.isWellFormed()).toBe(true)
  })
})

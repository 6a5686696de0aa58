import { describe, expect, it } from 'vitest'
import { Problem } from '../../../src/core/problem.ts'
import { decodeText, MAX_TEXT_BYTES } from '../../../src/core/reading/decode.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const problemOf = (input: Uint8Array): Problem => {
  try {
    decodeText(input)
  } catch (error) {
    if (error instanceof Problem) return error
  }
  throw new Error('no Problem was thrown')
}

describe('decodeText', () => {
  it.each(['It will rain.', 'שלום 👋 “curly”', `\ufeffwith a mark`, 'x'.repeat(MAX_TEXT_BYTES)])(
    'gives text back unit by unit',
    (text) => expect(decodeText(bytes(text))).toBe(text),
  )

  it.each([
    ['too long', bytes('x'.repeat(MAX_TEXT_BYTES + 1)), 'body-too-large'],
    ['Latin-1', Uint8Array.from([0x63, 0x61, 0x66, 0xe9]), 'not-text'],
    ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), 'not-text'],
    ['NUL', bytes('a\u0000b'), 'not-text'],
    ['nothing', bytes(''), 'invalid-input'],
    ['blanks', bytes(' \n\t '), 'invalid-input'],
  ])('refuses %s, naming the field and the remedy', (_, input, code) => {
    const problem = problemOf(input)
    expect(problem.code).toBe(code)
    expect(problem.remedy).not.toBe('')
    expect(problem.fields[0]?.field).toBe('text')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsIn, SplitCandidate } from '../../src/core/split.ts'

const text = 'So: it rains 🌧 soon, and snow will fall. Ends.'
const whole = { start: 4, end: text.indexOf('. Ends') }
const problem = (field: string) =>
  expect.objectContaining({ code: 'invalid-input', fields: [expect.objectContaining({ field })] })

describe('the parts of a candidate', () => {
  it('meet where it is split, without the blanks between them', () => {
    const at = text.indexOf(' and')
    expect(partsIn(text, whole, { at }).map(({ quote }) => quote)).toEqual(['it rains 🌧 soon,', 'and snow will fall'])
  })

  it('may share words, come in the order of the text, and say their claims in other words', () => {
    const snow = { start: text.indexOf('snow'), end: whole.end, claim: 'Snow falls.' }
    const all = { start: whole.start, end: whole.end }
    expect(partsIn(text, whole, { parts: [snow, all] })).toEqual([
      { ...all, quote: text.slice(all.start, all.end), claim: text.slice(all.start, all.end) },
      { ...snow, quote: 'snow will fall' },
    ])
  })

  it.each<[string, Parameters<typeof partsIn>[2], string]>([
    ['outside the quote', { at: whole.end }, 'at'],
    ['at its start', { at: whole.start }, 'at'],
    ['inside a character', { at: text.indexOf('🌧') + 1 }, 'at'],
    ['past the text', { parts: [whole, { start: 5, end: text.length + 1 }] }, 'parts.1'],
    ['backwards', { parts: [{ start: 9, end: 8 }, whole] }, 'parts.0'],
    ['of blanks alone', { parts: [whole, { start: 6, end: 7 }] }, 'parts.1'],
    ['of other words', { parts: [whole, { start: whole.end + 1, end: text.length }] }, 'parts.1'],
    ['twice the same', { parts: [whole, { ...whole, claim: 'Snow falls.' }] }, 'parts.1'],
  ])('are refused %s', (_, split, field) => {
    expect(() => partsIn(text, whole, split)).toThrow(problem(field))
  })

  it.each([
    ['at', { at: 1001 }],
    [
      'parts.1',
      {
        parts: [
          { start: 0, end: 1000 },
          { start: 1, end: 1002 },
        ],
      },
    ],
  ])('are refused longer than a quote may be, with the remedy, in %s', (field, split) => {
    const long = { start: 0, end: 1500 }
    expect(() => partsIn('w'.repeat(1500), long, split)).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        message: 'a part of 1001 characters is too long',
        remedy: 'give parts of at most 1000 characters each',
        fields: [expect.objectContaining({ field })],
      }),
    )
    expect(partsIn('w'.repeat(1500), long, { at: 1000 }).map(({ quote }) => quote.length)).toEqual([1000, 500])
  })

  it('quote the text letter by letter, whatever it is, and never half a character', () => {
    const anyText = fc.string({ unit: 'grapheme', minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(anyText, fc.nat(60), (words, at) => {
        let parts: ReturnType<typeof partsIn>
        try {
          parts = partsIn(words, { start: 0, end: words.length }, { at })
        } catch (error) {
          expect(error).toEqual(problem('at'))
          return
        }
        expect(parts).toHaveLength(2)
        for (const { start, end, quote } of parts) {
          expect(quote).toBe(words.slice(start, end))
          expect(quote.isWellFormed()).toBe(true)
        }
      }),
    )
  })

  it('are told in one way', () => {
    const reason = 'two claims'
    for (const body of [{ reason }, { reason, at: 3, parts: [whole, whole] }, { reason, parts: [whole] }]) {
      expect(SplitCandidate.safeParse(body).success).toBe(false)
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunksOf, halve, wordsOfChunk } from '../../../src/core/extraction/model/chunks.ts'
import type { Block } from '../../../src/core/extraction/page/page-paragraphs.ts'

const paragraphsIn = (text: string): Block[] =>
  [...text.matchAll(/[^\n]+/g)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }))
const chunked = (text: string, tokens: number, overlap = 0) =>
  chunksOf(text, paragraphsIn(text), { tokens, overlap }).map((chunk) => wordsOfChunk(text, chunk))

describe('chunks', () => {
  it.each([
    ['nothing', '', 10, 0, []],
    ['what fits', 'One.\nTwo.', 10, 0, ['One.\n\nTwo.']],
    ['what does not', 'One one one one.\nTwo two two two.', 5, 0, ['One one one one.', 'Two two two two.']],
    ['an overlap', 'Aaaa.\nBbbb.\nCccc.', 4, 2, ['Aaaa.\n\nBbbb.', 'Bbbb.\n\nCccc.']],
    ['a paragraph longer than a chunk', 'One two. Three four five.', 4, 0, ['One two. ', 'Three four five.']],
    ['a word longer than a chunk', 'aaaaaaaaaa', 2, 0, ['aaaaaaaa', 'aa']],
  ])('of %s', (_, text, tokens, overlap, expected) => {
    expect(chunked(text, tokens, overlap)).toEqual(expected)
  })

  it('hold every sign once and keep to their size; only an overlap repeats', () => {
    const texts = fc.array(fc.constantFrom('a', 'word ', 'end. ', '\n', '😀', 'x'.repeat(50)), { maxLength: 80 })
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 30 }), fc.nat({ max: 10 }), (parts, tokens, overlap) => {
        const text = parts.join('')
        const paragraphs = paragraphsIn(text)
        const chunks = chunksOf(text, paragraphs, { tokens, overlap })
        let reached = 0
        let joined = ''
        for (const { blocks } of chunks) {
          expect(blocks.reduce((sum, { start, end }) => sum + Math.ceil((end - start) / 4), 0)).toBeLessThanOrEqual(
            tokens,
          )
          for (const { start, end } of blocks) {
            expect(text.slice(start, end)).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/)
            if (start >= reached) joined += text.slice(start, end)
            reached = Math.max(reached, end)
          }
        }
        expect(joined).toBe(paragraphs.map(({ start, end }) => text.slice(start, end)).join(''))
      }),
    )
  })
})

describe('halves', () => {
  const halvesOf = (text: string) => {
    const halves = halve(text, { blocks: paragraphsIn(text) })
    return halves?.map((chunk) => wordsOfChunk(text, chunk))
  }
  it.each([
    ['part between paragraphs', 'a\nb\nc', ['a\n\nb', 'c']],
    [
      'part a paragraph at the end of a sentence',
      `${'a'.repeat(240)}. ${'b'.repeat(300)}`,
      [`${'a'.repeat(240)}. `, 'b'.repeat(300)],
    ],
    ['end where a part is small', 'a short one', null],
    ['end at nothing', '', null],
  ])('%s', (_, text, expected) => {
    expect(halvesOf(text) ?? null).toEqual(expected)
  })
})

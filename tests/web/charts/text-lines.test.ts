import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textLines, widthOf } from '../../../src/web/charts/text-lines.ts'

describe('textLines', () => {
  it.each([
    ['said and happened', 6, ['said and', 'happened']],
    ['said', 6, ['said']],
    ['', 6, []],
    ['  said \n and  ', 6, ['said and']],
    ['given 16\u00a0% to', 4.6, ['given', '16\u00a0% to']],
    ['東京経済研究所', 3, ['東京経', '済研究', '所']],
    ['aaaaaaaaaaaa b', 3, ['aaaaa', 'aaaaa', 'aa b']],
    ['👩‍👩‍👧👩‍👩‍👧', 1, ['👩‍👩‍👧', '👩‍👩‍👧']],
  ])('%j in %d', (text, width, lines) => expect(textLines(text, width)).toEqual(lines))

  it('loses no letter, and no line is wider than it may be', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.double({ min: 1, max: 40, noNaN: true }),
        (text, width) => {
          const lines = textLines(text, width)
          const bare = (words: string): string => words.replace(/[ \t\n\r]+/g, '')
          expect(bare(lines.join(''))).toBe(bare(text))
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(Math.max(width, 1))
        },
      ),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPage } from '../../../src/core/extraction/page/read-page.ts'
import { quotationAt, quotationsOf } from '../../../src/core/extraction/voice/quotation.ts'

const quoted = (text: string): string[] =>
  quotationsOf(text, readPage(text)).map(({ start, end }) => text.slice(start, end))

describe('what stands in quotation marks', () => {
  it.each([
    ['“It will rain,” she said.', ['It will rain,']],
    ['"It will rain," she said. "And soon."', ['It will rain,', 'And soon.']],
    ['‘It’ll rain, won’t it?’ she said.', ['It’ll rain, won’t it?']],
    ["'It'll rain, won't it?' she said.", ["It'll rain, won't it?"]],
    ['The farmers’ and the growers’ lobby won’t agree.', []],
    ["The '90s are over, 'tis said, and the players' strike too.", []],
    ['‘He called it “a farce”,’ she said.', ['He called it “a farce”,']],
    ['She called it ‘a farce’ and left.', ['a farce']],
    ['“It never ends.\n\nIt does.', ['It never ends.']],
    ['She wrote in May:\n\n> It will rain.\n\nIt did.', [' It will rain.']],
  ])('%s', (text, found) => expect(quoted(text)).toEqual(found))

  it('runs on over paragraphs that begin with a mark', () => {
    const text = '“It is late.\n\n“It will rain,” she said.\n\n“So there,” he said.'
    expect(quotationsOf(text, readPage(text)).map(({ continues }) => continues)).toEqual([false, true, false])
  })

  it('gives stretches of the text in order that do not overlap, and finds each by an offset in it', () => {
    const marks = fc.array(fc.constantFrom('“', '”', '"', "'", '‘', '’', ' ', 'a', 's', '.', ',', '\n\n', '> '), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(marks, (signs) => {
        const text = signs.join('')
        const found = quotationsOf(text, [{ start: 0, end: text.length }])
        let last = 0
        for (const quotation of found) {
          expect(quotation.start).toBeGreaterThanOrEqual(last)
          expect(quotation.end).toBeGreaterThanOrEqual(quotation.start)
          expect(quotation.end).toBeLessThanOrEqual(text.length)
          if (quotation.end > quotation.start) expect(quotationAt(found, quotation.start)).toBe(quotation)
          last = quotation.end
        }
      }),
    )
  })
})

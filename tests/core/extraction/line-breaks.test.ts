import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { extract } from '../../../src/core/extraction/extract.ts'
import { mendBreaks, unmended } from '../../../src/core/extraction/page/line-breaks.ts'
import { shadowOf } from '../../../src/core/extraction/sentences/sentences.ts'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'
import type { Tagger } from '../../../src/core/extraction/sentences/token.ts'
import { day } from '../../support/embedded.ts'

describe('mendBreaks', () => {
  it.each([
    ['the negoti-\nation failed', 'the negotiation   failed'],
    ['the negoti-\n   ation.', 'the negotiation.     '],
    ['a long-\nterm deal', 'a long-term  deal'],
    ['a deal-\nmaker, a deal-maker', 'a deal-maker,  a deal-maker'],
    ['a co-\nalition, the coalition', 'a coalition,   the coalition'],
    ['soft\u00ADly', 'softly '],
    ['1990-\n95 and A-\nB', '1990- 95 and A- B'],
    ['nothing at all', 'nothing at all'],
  ])('%j', (text, twin) => expect(mendBreaks(text, shadowOf(text)).twin).toBe(twin))

  it('keeps the length, and gives each letter its place back', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('negoti', '-\n', 'ation', ' ', '\u00AD', 'long', '. ', 'A', '-\r\n  ')),
        (parts) => {
          const text = parts.join('')
          const { twin, mends } = mendBreaks(text, shadowOf(text))
          expect(twin.length).toBe(text.length)
          for (let i = 0; i < twin.length; i++) {
            if (/\p{L}/u.test(twin[i] ?? '')) expect(text[unmended(mends, i, 'start')]).toBe(twin[i])
          }
        },
      ),
    ))
})

describe('a claim over line ends', () => {
  let tagger: Tagger
  beforeAll(async () => {
    tagger = await loadTagger()
  })
  const quotesOf = (text: string): string[] =>
    extract(text, { publishedOn: day('2026-02-10') }, tagger).map(({ quote, start, end }) => {
      expect(text.slice(start, end)).toBe(quote)
      return quote
    })

  it.each([
    ['The war will con-\ntinue for years.', 'The war will con-\ntinue for years'],
    ['The talks will fail this nego-\ntiation.', 'The talks will fail this nego-\ntiation'],
    ['The war will\ncontinue for years.', 'The war will\ncontinue for years'],
    ['The govern\u00ADment will fall in May.', 'The govern\u00ADment will fall in May'],
    [
      'The talks will fail before\n\nPage 3 of 9\n\nthe end of the year.',
      'The talks will fail before\n\nPage 3 of 9\n\nthe end of the year',
    ],
  ])('%j', (text, quote) => expect(quotesOf(text)).toEqual([quote]))
})

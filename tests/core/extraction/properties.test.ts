import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { ExtractedCandidate } from '../../../src/core/candidate.ts'
import { extract } from '../../../src/core/extraction/extract.ts'
import { readPage } from '../../../src/core/extraction/page/read-page.ts'
import { shadowOf } from '../../../src/core/extraction/sentences/sentences.ts'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'
import type { Tagger } from '../../../src/core/extraction/sentences/token.ts'
import { Day } from '../../../src/core/time.ts'

const publishedOn = Day.parse('2026-02-10')
let tagger: Tagger
beforeAll(async () => {
  tagger = await loadTagger()
})

/** Prose made of words the rules speak of, strewn with signs that break offsets. */
const prose = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'the',
        'port',
        'will',
        'not',
        'may',
        'that',
        'said',
        'Jane',
        'Doe',
        'if',
        'unless',
        'likely',
        'is',
        'close',
        'by',
        'March',
        'who',
        'and',
        'but',
        'only',
        'when',
        'no',
        'chance',
        'of',
        'in',
        '30',
        'percent',
        'would',
        'never',
        'soon',
      ),
      fc.constantFrom(
        '“',
        '”',
        '"',
        '’',
        '—',
        ',',
        '.',
        '?',
        ':',
        ';',
        '\n',
        '\n\n',
        '(',
        ')',
        '{',
        '}',
        '👩‍👩‍👧',
        'שלום',
        'e\u0301',
        '\u200f',
        '\ud83d',
        '\u00a0',
        '…',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 80 },
  )
  .map((pieces) => pieces.join(' '))

describe('extraction of anything', () => {
  it('never throws, quotes exactly, and gives valid candidates in order', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const found = extract(text, { publishedOn }, tagger)
        found.forEach((candidate, i) => {
          expect(text.slice(candidate.start, candidate.end)).toBe(candidate.quote)
          expect(ExtractedCandidate.safeParse(candidate).success).toBe(true)
          expect(candidate.start).toBeGreaterThanOrEqual(found[i - 1]?.start ?? 0)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(extract(text, { publishedOn }, tagger)).toEqual(extract(text, { publishedOn }, tagger))
      }),
      { numRuns: 50 },
    )
  })

  it('reads a twin of the same length', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => shadowOf(text).length === text.length))
  })

  it('cuts a page into paragraphs that do not overlap', () => {
    fc.assert(
      fc.property(prose, (text) => {
        let last = 0
        for (const { start, end } of readPage(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThanOrEqual(start)
          last = end
        }
      }),
    )
  })

  it.each([
    ['no full stop', 'the war will go on and '.repeat(4000)],
    ['one long word', 'x'.repeat(200_000)],
    ['quotations without end', '“the war will go on and on now” '.repeat(3000)],
    ['open braces', '{\n'.repeat(20_000)],
  ])('gets through a long text: %s', (_, text) => {
    for (const candidate of extract(text, { publishedOn }, tagger).slice(0, 5))
      expect(text.slice(candidate.start, candidate.end)).toBe(candidate.quote)
  })
})

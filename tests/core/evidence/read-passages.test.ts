import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { LONGEST_PASSAGE } from '../../../src/core/evidence/passage.ts'
import { passagesOf } from '../../../src/core/evidence/read-passages.ts'
import { extract } from '../../../src/core/extraction/extract.ts'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'
import { day } from '../../support/embedded.ts'

const tagger = await loadTagger()
const read = (text: string) => passagesOf(text, extract(text, { publishedOn: day('2024-05-01') }, tagger), tagger)

describe('standings', () => {
  it.each([
    ['The talks have collapsed.', 'reported'],
    ['Ministers have so far not been told.', 'reported'],
    ['The talks collapsed in March.', 'told'],
    ['Moscow shows no interest.', 'told'],
    ['Prices fell by a tenth in May.', 'told'],
    ['Brussels should lift the tariffs.', 'supposed'],
    ['If the talks fail, what then?', 'asked'],
    ['What the city needs is more tenants.', 'supposed'],
    ['The bank will cut its rate in June.', 'foretold'],
  ])('%s: %s', (sentence, standing) => {
    expect(read(`${sentence} Nobody in town was surprised by any of it.`)[0]?.sentences[0]?.standing).toBe(standing)
  })

  it('knows the latest year that a sentence names', () => {
    const [passage] = read('The line opened in 1998 and closed in 2003. Nobody wept.')
    expect(passage?.sentences.map(({ year }) => year)).toEqual([2003, null])
  })
})

test('a passage keeps to its paragraph, and a paragraph that is too long makes several', () => {
  const sentence = 'The harbour council met on the quay and agreed with the pilots about the dredging of the channel. '
  const text = `${sentence.repeat(12).trim()}\n\n${sentence.replace('quay', 'pier').repeat(2).trim()}`
  const passages = read(text)
  expect(passages).toHaveLength(3)
  expect(passages.every(({ quote }) => quote.length <= LONGEST_PASSAGE && quote.endsWith('.'))).toBe(true)
})

test('passages are exact, short, in order and apart, whatever the text', () => {
  const words = fc.constantFrom(
    'Kyiv',
    'talks',
    'have',
    'not',
    'ended',
    '.',
    '?',
    '\n\n',
    '—',
    'é',
    '😀',
    '3.5',
    '"',
    ',',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 400 }), (parts) => {
      const text = parts.join(' ')
      let last = 0
      for (const { start, end, quote, sentences } of read(text)) {
        expect(quote).toBe(text.slice(start, end))
        expect(quote.length).toBeLessThanOrEqual(LONGEST_PASSAGE)
        expect(start).toBeGreaterThanOrEqual(last)
        expect(sentences[0]?.start).toBe(start)
        expect(sentences.at(-1)?.end).toBe(end)
        last = end
      }
    }),
    { numRuns: 60 },
  )
})

test('a sentence longer than a passage is cut between words', () => {
  const text = `The council ${'debated and '.repeat(100)}slept.`
  const passages = read(text)
  expect(passages.length).toBeGreaterThan(1)
  for (const { quote } of passages) expect(quote.length).toBeLessThanOrEqual(LONGEST_PASSAGE)
})

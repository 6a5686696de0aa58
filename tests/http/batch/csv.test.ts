import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvReader } from '../../../src/http/batch/csv.ts'
import { type Item, LONGEST_LINE, ndjsonReader } from '../../../src/http/batch/items.ts'
import { lineReader } from '../../../src/http/batch/lines.ts'

const columns = { author: 'text', probability: 'json', rationale: 'text' } as const
const encoder = new TextEncoder()

/** Reads a body in pieces of so many bytes. */
const readIn = (reader: ReturnType<typeof csvReader>, text: string | Uint8Array, size: number): Item[] => {
  const bytes = typeof text === 'string' ? encoder.encode(text) : text
  const lines = lineReader(LONGEST_LINE)
  const items: Item[] = []
  for (let at = 0; at < bytes.length; at += size) items.push(...reader.take(lines.take(bytes.slice(at, at + size))))
  return [...items, ...reader.take(lines.end()), ...reader.end()]
}
const rows = (text: string, size = 1000) =>
  readIn(csvReader(columns), text, size).map(({ line, through, value, problem }) => [
    line,
    through,
    problem?.code ?? value,
  ])

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

describe('a CSV', () => {
  it('gives rows as items by the columns that its first line names, whatever their order', () => {
    expect(rows('\uFEFFrationale, probability,author\r\n"a, b",0.5,ada\r\n,0.25,bob')).toEqual([
      [2, 2, { rationale: 'a, b', probability: 0.5, author: 'ada' }],
      [3, 3, { probability: 0.25, author: 'bob' }],
    ])
  })

  it('is read alike in pieces of any size, and gives back any text that is quoted as it must be', () => {
    const unit = fc.constantFrom('a', 'ß', '"', ',', '\n', '\r', '\r\n', ' ', '😀')
    const some = fc.array(fc.string({ unit, minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 })
    const ending = fc.constantFrom('\n', '\r\n')
    fc.assert(
      fc.property(some, ending, fc.integer({ min: 1, max: 40 }), (texts, end, size) => {
        const body = ['author,rationale', ...texts.map((one) => `ada,${cell(one)}`)].join(end)
        const items = readIn(csvReader(columns), body, size)
        expect(items.map(({ value }) => value)).toEqual(texts.map((rationale) => ({ author: 'ada', rationale })))
        const ends = items.map(({ through }) => through)
        expect(ends).toEqual([...ends].sort((a, b) => a - b))
        expect(ends.at(-1)).toBe(body.split('\n').length)
      }),
    )
  })

  it.each([
    ['a quote that is never closed spoils its own row', 'author\n"ada\nbob\ncy', ['malformed-csv', 'bob', 'cy']],
    [
      'a quote that a later row closes as well',
      'author\n"ada\nbob\n"cy\ndot',
      ['malformed-csv', 'bob', 'malformed-csv', 'dot'],
    ],
    ['a quote inside a cell', 'author\nad"a\nbob', ['malformed-csv', 'bob']],
    ['words after a quote', 'author\n"ada" x\nbob', ['malformed-csv', 'bob']],
    [
      'a return in the middle of a line, which ends no row',
      'author,rationale\nada,x\rq,y\nbob,',
      ['malformed-csv', 'bob'],
    ],
    ['a cell too many', 'author\nada,bob\nbob', ['malformed-csv', 'bob']],
    ['a cell too few', 'author,rationale\nada\nbob,', ['malformed-csv', 'bob']],
    ['a number that is none', 'author,probability\nada,1e\nbob,0.1', ['malformed-json', 'bob']],
    ['a NUL', 'author\na\u0000da\nbob', ['not-text', 'bob']],
  ])('refuses by its line, and goes on: %s', (_, body, expected) => {
    for (const size of [1, 7, 1000]) {
      const said = readIn(csvReader(columns), body, size).map(
        ({ value, problem }) => problem?.code ?? (value as { author: string }).author,
      )
      expect(said).toEqual(expected)
    }
  })

  it('answers each line once, whatever is written on it', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '"', ',', ' '), minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.integer({ min: 1, max: 40 }), (lines, size) => {
        const items = readIn(csvReader(columns), ['author,rationale', ...lines].join('\n'), size)
        const covered = items.flatMap(({ line, through }) =>
          Array.from({ length: through - line + 1 }, (_, at) => line + at),
        )
        const written = lines.flatMap((text, at) => (text.trim() === '' ? [] : [at + 2]))
        // A blank line inside a quoted text belongs to it.
        expect(covered.filter((at) => written.includes(at))).toEqual(written)
        expect(new Set(covered).size).toBe(covered.length)
      }),
    )
  })

  it('refuses a line that is too long by itself, and holds no more of it than the limit', () => {
    const long = 'x'.repeat(LONGEST_LINE + 1)
    expect(rows(`author\nada\n${long}\nbob`, 65_536)).toEqual([
      [2, 2, { author: 'ada' }],
      [3, 3, 'body-too-large'],
      [4, 4, { author: 'bob' }],
    ])
    const quoted = `"${`${'x'.repeat(99)}\n`.repeat(LONGEST_LINE / 100)}`
    const [first] = rows(`author\n${quoted}bob`, 65_536)
    expect(first).toEqual([2, 2, 'malformed-csv'])
  })

  it('is refused whole where its first line names what is no column', () => {
    expect(() => rows('autor\nada')).toThrow('autor')
    expect(() => rows('author,author\nada,bob')).toThrow('author')
  })
})

describe('NDJSON', () => {
  it('gives a value a line, and refuses what is none or no text by its line', () => {
    const body = new Uint8Array([...encoder.encode('{"a":1}\r\n\n \n[\n"x'), 0xff, ...encoder.encode('"\n2')])
    for (const size of [1, 3, 100]) {
      const items = readIn(ndjsonReader(), body, size)
      expect(items.map(({ line, value, problem }) => [line, problem?.code ?? value])).toEqual([
        [1, { a: 1 }],
        [4, 'malformed-json'],
        [5, 'not-text'],
        [6, 2],
      ])
    }
  })
})

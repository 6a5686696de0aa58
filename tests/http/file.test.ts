import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText } from '../../src/core/csv-text.ts'
import { inlineFile } from '../../src/http/file.ts'

describe('inlineFile', () => {
  it.each([
    ['ada-say.svg', `inline; filename="ada-say.svg"; filename*=UTF-8''ada-say.svg`],
    ['åsa-東.csv', `inline; filename="_sa-_.csv"; filename*=UTF-8''%C3%A5sa-%E6%9D%B1.csv`],
    [`a"b'(c)*\r\n.svg`, `inline; filename="a_b__c____.svg"; filename*=UTF-8''a%22b%27%28c%29%2A%0D%0A.svg`],
  ])('%j', (name, header) => {
    expect(inlineFile(name)['content-disposition']).toBe(header)
  })
})

describe('csvText', () => {
  it('has a header, empty cells for null, and quotes where they are needed', () => {
    expect(
      csvText(
        ['a', 'b'],
        [
          [1, null],
          ['x, y', 'say "z"'],
        ],
      ),
    ).toBe('a,b\r\n1,\r\n"x, y","say ""z"""\r\n')
  })

  it('is read back as it was', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(',', '"', '\r', '\n', 'a') }))
    const rows = fc.array(fc.tuple(cell, cell), { maxLength: 8 })
    fc.assert(
      fc.property(rows, (cells) => {
        const read = parse(csvText(['a', 'b'], cells), { record_delimiter: '\r\n' })
        expect(read).toEqual([['a', 'b'], ...cells])
      }),
    )
  })
})

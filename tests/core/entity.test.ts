import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distinctEntities, EntityName, entityKey } from '../../src/core/entity.ts'

describe('entityKey', () => {
  it.each([
    ['Bank of Canada', 'bank of canada'],
    ['  the BANK  of Canada ', 'bank of canada'],
    ['São Paulo', 'sao paulo'],
    ['Søren Kierkegaard', 'soren kierkegaard'],
    ['Łódź', 'lodz'],
    ['O’Brien', 'obrien'],
    ["O'Brien", 'obrien'],
    ['U.S.', 'us'],
    ['Rhine-Ruhr', 'rhine ruhr'],
    ['A Coruña', 'coruna'],
    ['The The', 'the'],
    ['The', 'the'],
    ['毛泽东', '毛泽东'],
    ['ＡＢＣ', 'abc'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['Ισραήλ Κατς', 'ισραηλ κατσ'],
    ['ΙΣΡΑΗΛ ΚΑΤΣ', 'ισραηλ κατσ'],
    ['Iğdır', 'igdir'],
  ])('%j is %j', (name, key) => {
    expect(entityKey(name)).toBe(key)
  })

  it('is never empty for a name, and the same in any case with any spaces around', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
        const name = EntityName.safeParse(text)
        if (!name.success) return
        expect(entityKey(name.data)).not.toBe('')
        expect(entityKey(`  ${name.data.toUpperCase().toLowerCase()} `)).toBe(entityKey(name.data.toUpperCase()))
      }),
    )
  })

  it('is the same in capitals and in small letters, for every letter at any place of a word', () => {
    const letter = /[\p{L}\p{N}]/u
    const unlike: string[] = []
    for (let point = 0; point <= 0x10ffff; point++) {
      const character = String.fromCodePoint(point)
      if (!letter.test(character)) continue
      for (const name of [character, `x${character}`, `${character}x`, `x${character} y`]) {
        const keys = new Set([name, name.toUpperCase(), name.toLowerCase()].map(entityKey))
        if (keys.size > 1) unlike.push(name)
      }
    }
    expect(unlike).toEqual([])
  })
})

it('distinctEntities keeps the first spelling of each', () => {
  expect(distinctEntities(['The Mill', 'mill', 'Orrin', 'MILL'])).toEqual(['The Mill', 'Orrin'])
})

import { describe, expect, it } from 'vitest'
import { idOf, prefixes, type Thing } from '../../src/core/id.ts'
import { idMaker } from '../../src/outside/random.ts'

const things = Object.keys(prefixes) as Thing[]

describe('ids', () => {
  it('have a prefix of their own for each kind of thing', () => {
    expect(new Set(Object.values(prefixes)).size).toBe(things.length)
  })

  it.each(things)('of a %s are made as its schema takes them', (thing) => {
    const id = idMaker()(thing)
    expect(idOf(thing).parse(id)).toBe(id)
    const other = thing === 'author' ? 'question' : 'author'
    expect(idOf(other).safeParse(id).success).toBe(false)
  })

  it('sort by the order in which they were made, also within a millisecond', () => {
    const newId = idMaker()
    const made = Array.from({ length: 500 }, () => newId('prediction'))
    expect(made.toSorted()).toEqual(made)
    expect(new Set(made).size).toBe(made.length)
  })

  it.each([
    ['another prefix', `qst_${'0'.repeat(26)}`],
    ['no prefix', '0'.repeat(26)],
    ['too short', `prd_${'0'.repeat(25)}`],
    ['too long', `prd_${'0'.repeat(27)}`],
    ['capitals', `prd_${'A'.repeat(26)}`],
    ['a letter that ULIDs leave out', `prd_${'0'.repeat(25)}l`],
    ['a line end', `prd_${'0'.repeat(26)}\n`],
  ])('are refused with %s', (_, id) => {
    expect(idOf('prediction').safeParse(id).success).toBe(false)
  })
})

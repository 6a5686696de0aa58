import { describe, expect, it } from 'vitest'
import { keptStatements } from '../../src/storage/kept-statements.ts'

const ask = (statement: string, times: number, kept = keptStatements()) =>
  Array.from({ length: times }, () => kept.isKept(statement, [1]))

describe('the statements that a connection has Postgres keep', () => {
  it('are those that are asked for the second time, and from then on', () =>
    expect(ask('select $1', 4)).toEqual([false, true, true, true]))

  it('are none without parameters: several may stand in one message', () => {
    const { isKept } = keptStatements()
    for (let at = 0; at < 5; at++) expect(isKept('begin; set local lock_timeout = 1', [])).toBe(false)
  })

  it('are so many at most, however many others come', () => {
    const kept = keptStatements()
    const all = Array.from({ length: 400 }, (_, at) => `select ${at} + $1`)
    expect(all.filter((one) => ask(one, 3, kept).at(-1))).toEqual(all.slice(0, 300))
    expect(kept.isKept('select 0 + $1', [1])).toBe(true)
  })

  it('are found among statements that are asked once each, which are not counted for ever', () => {
    const kept = keptStatements()
    const often = () => kept.isKept('select $1', [1])
    for (let round = 0; round < 3; round++)
      for (let at = 0; at < 1_500; at++) expect(kept.isKept(`select ${round} ${at} + $1`, [1])).toBe(false)
    expect([often(), often()]).toEqual([false, true])
  })
})

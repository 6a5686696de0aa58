import { describe, expect, it } from 'vitest'
import { type Answer, linkedOf } from '../../../../src/core/scoring/comparing/linked.ts'

const answers = (forecaster: string, from: number, until: number): Answer[] =>
  Array.from({ length: until - from + 1 }, (_, at) => ({ forecaster, question: `q${from + at}` }))
const who = (rows: readonly Answer[]) => [...new Set(rows.map(({ forecaster }) => forecaster))]

describe('linkedOf', () => {
  it('is the worked example', () => {
    const rows = [...answers('a', 1, 12), ...answers('b', 1, 12), ...answers('c', 13, 22), ...answers('d', 13, 22)]
    expect(linkedOf(rows)).toEqual({ rows: rows.slice(0, 24), apart: new Set(['c', 'd']) })
  })

  it('leaves out questions that one alone answered, and who shares nine', () => {
    const { rows, apart } = linkedOf([...answers('a', 1, 20), ...answers('b', 11, 30), ...answers('c', 22, 30)])
    expect(who(rows)).toEqual(['a', 'b'])
    expect(rows.map(({ question }) => question)).toEqual(
      [...answers('', 11, 20), ...answers('', 11, 20)].map((one) => one.question),
    )
    expect(apart).toEqual(new Set())
  })

  it('begins again until nothing goes: who hangs on somebody who left leaves too', () => {
    // c shares nine with b; d shares nine with c and one with b, which is ten until c has gone.
    const chain = [...answers('a', 1, 10), ...answers('b', 1, 11), ...answers('c', 12, 20), ...answers('d', 11, 20)]
    expect(who(linkedOf(chain).rows)).toEqual(['a', 'b'])
    expect(linkedOf([...answers('a', 1, 9), ...answers('b', 1, 9)])).toEqual({ rows: [], apart: new Set() })
    expect(linkedOf([])).toEqual({ rows: [], apart: new Set() })
  })

  it('links those who share no question through others who do', () => {
    const rows = [...answers('a', 1, 10), ...answers('b', 1, 20), ...answers('c', 11, 20)]
    expect(linkedOf(rows)).toEqual({ rows, apart: new Set() })
  })
})

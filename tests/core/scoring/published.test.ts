import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { fromMicro, toMicro } from '../../../src/core/probability.ts'
import { brier } from '../../../src/core/scoring/binary/proper-scores.ts'
import { countsOf, total } from '../../../src/core/scoring/counts.ts'

// FiveThirtyEight's forecasts of the 2018 midterm elections.
const file = new URL('../../../examples/fivethirtyeight_2018.csv', import.meta.url)

type Row = { version: string; race: string; Republican_WinProbability: string; Republican_Won: string }
const rows: Row[] = parse(readFileSync(file), { columns: true, bom: true })

const scoreOf = (races: Row[]) => {
  const counts = countsOf(
    races.map((row) => ({
      p: fromMicro(toMicro(Number(row.Republican_WinProbability))),
      outcome: row.Republican_Won === '1' ? 1 : 0,
    })),
  )
  return { n: total(counts).n, brier: brier(counts) ?? Number.NaN }
}

describe('FiveThirtyEight 2018, Republican wins', () => {
  // NC-9 is marked uncalled in the file, which still counts it as a Republican win.
  it.each([
    { version: 'classic', all: 0.031739, withoutNc9: 0.031353 },
    { version: 'deluxe', all: 0.028399, withoutNc9: 0.027857 },
    { version: 'lite', all: 0.036108, withoutNc9: 0.03572 },
  ])('$version: $all', ({ version, all, withoutNc9 }) => {
    const races = rows.filter((row) => row.version === version)
    expect(scoreOf(races)).toEqual({ n: 506, brier: expect.closeTo(all, 6) })
    expect(scoreOf(races.filter(({ race }) => race !== 'NC-9'))).toEqual({
      n: 505,
      brier: expect.closeTo(withoutNc9, 6),
    })
  })
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { binary } from './oracles/binary.ts'
import { continuous } from './oracles/continuous.ts'
import { metaculus } from './oracles/metaculus.ts'
import { misc } from './oracles/misc.ts'
import { answers, type Oracle, type OracleCase, type Tally } from './oracles/oracle.ts'

// Values computed by independent software (scikit-learn, scipy, R and others); they stand beside the project, not in it.
const folder = process.env['HINDCAST_ORACLES'] ?? new URL('../../shared/oracles', import.meta.url).pathname
const oracles: Readonly<Record<string, Oracle>> = { binary, continuous, metaculus, misc }

const files = existsSync(folder)
  ? readdirSync(folder).flatMap((name) => {
      const kind = /-(binary|continuous|misc|metaculus)\.json$/.exec(name)?.[1]
      const oracle = kind === undefined ? undefined : oracles[kind]
      return oracle ? [{ name, oracle }] : []
    })
  : []
if (files.length === 0) console.warn(`oracles.test.ts: no expected values in ${folder}; nothing compared`)

describe.skipIf(files.length === 0)('values computed by independent software', () => {
  const tally: Tally = { compared: 0, leftOut: new Map() }

  describe.each(files)('$name', ({ name, oracle }) => {
    const { cases }: { cases: OracleCase[] } = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    it.each(cases.map((one) => [one.id, one] as const))('%s', (_, one) => {
      expect(answers(oracle, one, tally)).toEqual([])
    })
  })

  it('compared every case, and says what it left out', () => {
    const left = [...tally.leftOut].map(([what, times]) => `${times} × ${what}`)
    console.info(`oracles.test.ts: ${tally.compared} values compared; left out:\n${left.join('\n') || 'nothing'}`)
    expect(tally.compared).toBeGreaterThan(0)
  })
})

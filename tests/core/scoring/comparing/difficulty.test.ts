import { describe, expect, it } from 'vitest'
import {
  adjust,
  brierIndex,
  type DifficultyRow,
  fitDifficulty,
} from '../../../../src/core/scoring/comparing/difficulty.ts'
import { randomFrom } from '../../../../src/core/scoring/numbers/random.ts'
import { refused } from '../refused.ts'

const row = (forecaster: string, question: string, brier: number): DifficultyRow => ({ forecaster, question, brier })
const scores = (found: ReturnType<typeof adjust>) => Object.fromEntries(found.map((one) => [one.forecaster, one]))

describe('fitDifficulty', () => {
  it('is the example worked by hand', () => {
    const rows = [row('a', 'q', 0.1), row('a', 'r', 0.3), row('b', 'q', 0.2), row('b', 'r', 0.4)]
    const fit = fitDifficulty(rows)
    expect(fit).toEqual({
      version: 'two-way-fixed-effects/1',
      groups: 1,
      effects: [
        { question: 'q', harder: expect.closeTo(-0.1, 12), group: 0 },
        { question: 'r', harder: expect.closeTo(0.1, 12), group: 0 },
      ],
    })
    const found = scores(adjust(fit, rows))
    expect(found['a']).toMatchObject({ raw: 0.2, adjusted: expect.closeTo(0.2, 12), index: expect.closeTo(55.28, 2) })
    expect(found['b']).toMatchObject({ adjusted: expect.closeTo(0.3, 12), group: 0, rule: null })
  })

  it('recovers skill and difficulty from a thin design, whatever questions each picked', () => {
    const random = randomFrom('thin')
    const [skill, hard] = [Array.from({ length: 60 }, random), Array.from({ length: 400 }, random)]
    const rows = skill.flatMap((a, f) =>
      hard.flatMap((b, q) => (random() < 0.04 ? [row(`f${f}`, `q${q}`, a + b)] : [])),
    )
    const fit = fitDifficulty(rows)
    expect(fit.groups).toBe(1)
    const found = scores(adjust(fit, rows))
    for (const f of skill.keys()) {
      const gap = (found[`f${f}`]?.adjusted ?? Number.NaN) - (found['f0']?.adjusted ?? 0)
      expect(gap).toBeCloseTo((skill[f] ?? 0) - (skill[0] ?? 0), 10)
    }
  })

  it('leaves reference forecasters out of the fit and anchors at 50 %', () => {
    const rows = [row('a', 'q', 0.01), row('b', 'q', 0.09), row('a', 'r', 0.36), row('Always 0.5', 'r', 0.25)]
    const fit = fitDifficulty(rows, ['Always 0.5'])
    expect(fit.effects.map(({ harder }) => harder)).toEqual([expect.closeTo(-0.175, 12), expect.closeTo(0.175, 12)])
    const found = scores(adjust(fit, rows))
    // It answered the harder question only, so the others are moved up by what that one is harder.
    expect(found['Always 0.5']?.adjusted).toBeCloseTo(0.25, 12)
    expect(found['a']?.adjusted).toBeCloseTo(0.185 + 0.175, 12)
    expect(found['b']?.adjusted).toBeCloseTo(0.09 + 0.175 + 0.175, 12)
  })

  it('says when forecasters share no question: their scores have different groups', () => {
    const rows = [
      row('a', 'q', 0.1),
      row('b', 'q', 0.2),
      row('c', 'r', 0.3),
      row('d', 'r', 0.1),
      row('Always 0.5', 'q', 0.25),
    ]
    const fit = fitDifficulty(rows, ['Always 0.5'])
    expect(fit.groups).toBe(2)
    const straddling = [...rows, row('e', 'q', 0.1), row('e', 'r', 0.1), row('late', 'new', 0.1)]
    const found = scores(adjust(fit, straddling))
    expect([found['a']?.group, found['b']?.group, found['c']?.group]).toEqual([0, 0, 1])
    expect(found['e']).toMatchObject({ group: null, adjusted: null, index: null })
    expect(found['e']?.rule).toMatch(/2 groups that nobody links/)
    expect(found['late']).toMatchObject({ adjusted: null, rule: 'none of the questions has a known difficulty' })
  })

  it('can be stored and applied later', () => {
    const rows = [row('a', 'q', 0.1), row('a', 'r', 0.3), row('b', 'q', 0.2), row('b', 'r', 0.4)]
    const stored = JSON.parse(JSON.stringify(fitDifficulty(rows)))
    expect(adjust(stored, [row('new', 'r', 0.3)])).toMatchObject([
      { forecaster: 'new', adjusted: expect.closeTo(0.2, 12) },
    ])
  })

  it('refuses an empty fit and what is no number', () => {
    refused(() => fitDifficulty([row('a', 'q', 0.1)], ['a']), /no forecaster is left/)
    refused(() => fitDifficulty([row('a', 'q', Number.NaN)]), /no number/)
  })
})

describe('brierIndex', () => {
  it.each([
    [0, 100],
    [0.25, 50],
    [1, 0],
    [-0.04, 100],
  ])('of %f is %f', (brier, index) => expect(brierIndex(brier)).toBeCloseTo(index, 12))
})

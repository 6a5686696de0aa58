import { describe, expect, it } from 'vitest'
import { crowdDifferences, meanCrowdDifferences } from '../../../../src/core/scoring/comparing/crowd-difference.ts'

const row = (forecaster: string, question: string, loss: number) => ({ forecaster, question, loss })

describe('crowdDifferences', () => {
  it('compares with the others, oneself left out, and leaves out who had none', () => {
    const rows = [row('a', 'q', 0.04), row('b', 'q', 0.16), row('c', 'q', 0.1), row('a', 'alone', 0.2)]
    expect(crowdDifferences(rows)).toEqual([
      { forecaster: 'a', question: 'q', difference: expect.closeTo(0.13 - 0.04, 12), others: 2 },
      { forecaster: 'b', question: 'q', difference: expect.closeTo(0.07 - 0.16, 12), others: 2 },
      { forecaster: 'c', question: 'q', difference: expect.closeTo(0, 12), others: 2 },
    ])
  })

  it('averages by forecaster, with an error where there are two', () => {
    const rows = [row('a', 'q', 0.04), row('b', 'q', 0.16), row('a', 'r', 0.1), row('b', 'r', 0.1), row('c', 'r', 0.1)]
    const found = meanCrowdDifferences(crowdDifferences(rows))
    expect(found.get('a')).toEqual({ questions: 2, mean: expect.closeTo(0.06, 12), error: expect.closeTo(0.06, 12) })
    expect(found.get('c')).toEqual({ questions: 1, mean: expect.closeTo(0, 12), error: null })
  })
})

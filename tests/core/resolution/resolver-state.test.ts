import { describe, expect, it } from 'vitest'
import { ResolverState } from '../../../src/core/resolution/resolver-state.ts'

const state = {
  versionId: `qsv_${'0'.repeat(26)}`,
  position: 0,
  rule: { kind: 'judge', settles: false },
  attempts: 0,
  failures: 0,
  lastAttemptAt: null,
  nextAttemptAt: null,
  lastReason: null,
  lastError: null,
}

describe('the state of a rule', () => {
  it.each<[string, object]>([
    ['before it was tried, or when there is nothing more to try', {}],
    [
      'while it waits',
      { attempts: 3, lastAttemptAt: '2027-01-01T00:00:00.000Z', nextAttemptAt: '2027-01-01T06:00:00.000Z' },
    ],
    [
      'when it failed',
      { position: 19, attempts: 9, failures: 9, lastError: { code: 'fetch-failed', detail: 'late', remedy: 'wait' } },
    ],
  ])('is told %s', (_, more) => {
    expect(ResolverState.parse({ ...state, ...more })).toEqual({ ...state, ...more })
  })

  it.each<[string, object]>([
    ['a version of another kind', { versionId: `qst_${'0'.repeat(26)}` }],
    ['a place before the first', { position: -1 }],
    ['less than no attempt', { attempts: -1 }],
    ['less than no failure', { failures: -1 }],
    ['half an attempt', { attempts: 0.5 }],
    ['a day as an instant', { nextAttemptAt: '2027-01-01' }],
    ['an error of no known code', { lastError: { code: 'oops', detail: 'late', remedy: 'wait' } }],
    ['no rule', { rule: { kind: 'oracle' } }],
  ])('never has %s', (_, wrong) => {
    expect(ResolverState.safeParse({ ...state, ...wrong }).success).toBe(false)
  })
})

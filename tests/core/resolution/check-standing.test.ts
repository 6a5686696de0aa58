import { describe, expect, it } from 'vitest'
import { Problem } from '../../../src/core/problem.ts'
import { standingOff } from '../../../src/core/resolution/check-standing.ts'
import type { LogEntry, Standing } from '../../../src/core/resolution/lifecycle.ts'

const yes: LogEntry = { step: 'settle', outcome: 'yes', voidReason: null }
const no: LogEntry = { step: 'settle', outcome: 'no', voidReason: null }
const annul: LogEntry = { step: 'void', outcome: null, voidReason: 'annulled' }
const reopen: LogEntry = { step: 'reopen', outcome: null, voidReason: null }
const open: Standing = { status: 'open', outcome: null, voidReason: null }
const resolvedYes: Standing = { status: 'resolved', outcome: 'yes', voidReason: null }
const annulled: Standing = { status: 'void', outcome: null, voidReason: 'annulled' }

describe('a cached standing against its log', () => {
  it.each<[Standing, LogEntry[], string | null]>([
    [open, [], null],
    [resolvedYes, [yes], null],
    [resolvedYes, [annul, reopen, yes], null],
    [annulled, [yes, reopen, annul], null],
    [open, [yes], 'stands as open, its log says resolved yes'],
    [resolvedYes, [no], 'stands as resolved yes, its log says resolved no'],
    [{ ...annulled, voidReason: 'ambiguous' }, [annul], 'stands as void ambiguous, its log says void annulled'],
    [resolvedYes, [yes, reopen], 'stands as resolved yes, its log says due'],
    [{ ...open, voidReason: 'annulled' }, [], 'stands as open annulled, its log says open'],
    [{ ...open, outcome: 'no' }, [], 'stands as open no, its log says open'],
    [resolvedYes, [no, yes], 'has a log that cannot be: a question that is resolved cannot settle'],
  ])('%j after %j: %s', (cached, log, off) => {
    expect(standingOff(cached, log)).toBe(off)
  })

  it('lets what went wrong otherwise through', () => {
    const wrong = (error: Error) => () =>
      standingOff(open, [
        {
          ...yes,
          get step(): LogEntry['step'] {
            throw error
          },
        },
      ])
    expect(wrong(new RangeError('broken'))).toThrow(RangeError)
    expect(wrong(new Problem('not-found', 'gone', 'look elsewhere'))).toThrow('gone')
    expect(wrong(new Problem('illegal-step', 'no', 'none'))()).toBe('has a log that cannot be: no')
  })
})

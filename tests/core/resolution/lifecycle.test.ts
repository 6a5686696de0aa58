import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterStep,
  type LogEntry,
  type LogStep,
  lastStep,
  lifecycle,
  Outcome,
  ofVersion,
  outcomes,
  replay,
  type Status,
  type Step,
  statusAfter,
  statuses,
  steps,
  versionSteps,
  voidReasons,
} from '../../../src/core/resolution/lifecycle.ts'

const legal: Record<string, Status> = {
  'open close': 'due',
  'open settle': 'resolved',
  'open void': 'void',
  'due settle': 'resolved',
  'due void': 'void',
  'resolved reopen': 'due',
  'void reopen': 'due',
}
const every = statuses.flatMap((status) => steps.map((step) => ({ status, step })))

const versionLegal: Record<(typeof versionSteps)[number], readonly Status[]> = {
  'close-version': ['open'],
  'settle-version': ['open', 'due', 'resolved'],
  'reopen-version': ['open', 'due', 'resolved'],
}

describe('a step of an older version', () => {
  it.each(statuses.flatMap((status) => versionSteps.map((step) => ({ status, step }))))(
    '$status, $step: stays, or cannot be',
    ({ status, step }) => {
      if (versionLegal[step].includes(status)) expect(afterStep(status, step)).toBe(status)
      else expect(() => afterStep(status, step)).toThrow(expect.objectContaining({ code: 'illegal-step' }))
    },
  )

  it('moves no question, and the last one of a version stands', () => {
    const of = (step: LogStep, versionId: string | null, outcome: 'yes' | 'no' | null = null) => {
      return { step, versionId, outcome, voidReason: null }
    }
    const log = [
      of('close-version', 'a'),
      of('settle', 'c', 'no'),
      of('settle-version', 'a', 'yes'),
      of('settle-version', 'b', 'yes'),
      of('reopen-version', 'b'),
    ]
    expect(replay(log)).toEqual({ status: 'resolved', outcome: 'no', voidReason: null })
    expect(lastStep(log)).toBe(log[1])
    expect(ofVersion(log, 'a')).toEqual({ closed: true, last: log[2], settled: log[2] })
    expect(ofVersion(log, 'b')).toEqual({ closed: true, last: log[4], settled: null })
    expect(ofVersion(log, 'c')).toEqual({ closed: false, last: null, settled: null })
    const [settled, closed] = [of('settle-version', 'a', 'yes'), of('close-version', 'a')]
    expect(ofVersion([settled, closed], 'a'), 'the end of a window undoes nothing').toMatchObject({
      last: settled,
      settled,
    })
    expect(ofVersion([closed], 'a')).toEqual({ closed: true, last: null, settled: null })
  })
})

describe('the table of steps', () => {
  it('has an answer for each status and step, and no other', () => {
    expect(Object.keys(lifecycle).sort()).toEqual([...statuses].sort())
    for (const row of Object.values(lifecycle)) expect(Object.keys(row).sort()).toEqual([...steps].sort())
    expect(every).toHaveLength(16)
  })

  it.each(every)('$status, $step', ({ status, step }) => {
    const next = legal[`${status} ${step}`]
    if (next) expect(afterStep(status, step)).toBe(next)
    else expect(() => afterStep(status, step)).toThrow(expect.objectContaining({ code: 'illegal-step' }))
  })

  it('says how to go on from a decided question', () => {
    expect(() => afterStep('resolved', 'settle')).toThrow(
      expect.objectContaining({
        message: 'a question that is resolved cannot settle',
        remedy: expect.stringContaining('correct: true'),
      }),
    )
  })
})

const entry = (step: Step, which: number): LogEntry & { step: Step } => ({
  step,
  outcome: step === 'settle' ? (outcomes[which % outcomes.length] ?? null) : null,
  voidReason: step === 'void' ? (voidReasons[which % voidReasons.length] ?? null) : null,
})

/** Histories that the table allows: each choice picks one of the steps that may follow. */
const histories = fc.array(fc.nat({ max: 60 }), { maxLength: 30 }).map((choices) => {
  let status: Status = 'open'
  return choices.map((choice) => {
    const allowed = steps.filter((step) => lifecycle[status][step] !== null)
    const step = allowed[choice % allowed.length] ?? 'close'
    status = afterStep(status, step)
    return entry(step, choice)
  })
})

describe('replay', () => {
  it('starts open', () => {
    expect(replay([])).toEqual({ status: 'open', outcome: null, voidReason: null })
  })

  it.each([
    [['close'], 'due', null],
    [['settle'], 'resolved', 'yes'],
    [['close', 'settle'], 'resolved', 'yes'],
    [['settle', 'reopen'], 'due', null],
    [['void', 'reopen', 'settle'], 'resolved', 'yes'],
    [['close', 'void'], 'void', null],
  ] as const)('%j is %s', (log, status, outcome) => {
    expect(replay(log.map((step) => entry(step, 0)))).toMatchObject({ status, outcome })
  })

  it.each([
    [['reopen']],
    [['close', 'close']],
    [['settle', 'settle']],
    [['settle', 'close']],
    [['void', 'void']],
  ] as const)('%j cannot have happened', (log) => {
    expect(() => replay(log.map((step) => entry(step, 0)))).toThrow(expect.objectContaining({ code: 'illegal-step' }))
  })

  it('stands where its last entry says, with an outcome only when resolved and a void reason only when void', () => {
    fc.assert(
      fc.property(histories, (log) => {
        const { status, outcome, voidReason } = replay(log)
        expect(outcome !== null).toBe(status === 'resolved')
        expect(voidReason !== null).toBe(status === 'void')
        const last = log.at(-1)
        if (last) expect({ outcome, voidReason }).toEqual({ outcome: last.outcome, voidReason: last.voidReason })
        expect(status === 'open').toBe(log.length === 0)
      }),
      { numRuns: 300 },
    )
  })

  it('stands where its last entry leads, after any part of it', () => {
    fc.assert(
      fc.property(histories, (log) => {
        for (const [at, { step, outcome, voidReason }] of log.entries()) {
          expect(replay(log.slice(0, at + 1))).toEqual({ status: statusAfter(step), outcome, voidReason })
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('goes on from where a part of the log ended', () => {
    fc.assert(
      fc.property(histories, (log) => {
        let status: Status = 'open'
        for (const [at, { step }] of log.entries()) {
          status = afterStep(status, step)
          expect(replay(log.slice(0, at + 1)).status).toBe(status)
        }
      }),
    )
  })
})

it.each(['maybe', 'YES', 'opt_1', ''])('says what an outcome is to whoever sends %j', (sent) => {
  const { error } = Outcome.safeParse(sent)
  expect(error?.issues[0]?.message).toBe('an outcome is "yes", "no" or the id of an option, opt_…')
})

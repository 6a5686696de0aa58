import { describe, expect, it } from 'vitest'
import type { JudgedEvidence, Verdict } from '../../../src/core/resolution/judge.ts'
import { type Status, statuses } from '../../../src/core/resolution/lifecycle.ts'
import {
  countedAfter,
  type Following,
  following,
  gateOf,
  heldBack,
  passes,
  type Trigger,
  type TriggerDecision,
  type TriggerState,
  tooEarly,
  triggerState,
} from '../../../src/core/resolution/trigger.ts'
import { wholeDay } from '../../../src/core/time.ts'
import { day, instant } from '../../support/embedded.ts'

const MAY_4 = wholeDay(day('2026-05-04'))
const settled: TriggerDecision = { status: 'resolved', outcome: 'yes', happened: MAY_4, windowEnd: day('2026-06-30') }

describe('the state of a trigger', () => {
  it.each<[string, Partial<TriggerDecision>, TriggerState]>([
    ['settled as wanted, by an event', {}, { state: 'came', at: MAY_4.latest }],
    ['settled as wanted, by silence', { happened: null }, { state: 'came', at: instant('2026-06-30T23:59:59.999Z') }],
    ['settled the other way', { outcome: 'no' }, { state: 'failed' }],
    ['void', { status: 'void', outcome: null, happened: null }, { state: 'failed' }],
    ['due', { status: 'due', outcome: null, happened: null }, { state: 'open' }],
    ['open', { status: 'open', outcome: null, happened: null }, { state: 'open' }],
    ['settled on another version, which says nothing of this', { outcome: null, happened: null }, { state: 'open' }],
  ])('%s', (_, decision, expected) => {
    expect(triggerState('yes', { ...settled, ...decision })).toEqual(expected)
  })

  it('is of the outcome that is wanted', () => {
    expect(triggerState('no', settled)).toEqual({ state: 'failed' })
    expect(triggerState('no', { ...settled, outcome: 'no' })).toMatchObject({ state: 'came' })
  })
})

const came: TriggerState = { state: 'came', at: MAY_4.latest }
/** What becomes of a question that is open, due, resolved, void by hand, or void by its trigger. */
const table: Record<string, { state: TriggerState; gates: boolean; steps: [Status, boolean, Following][] }> = {
  open: {
    state: { state: 'open' },
    gates: false,
    steps: [
      ['open', false, 'nothing'],
      ['due', false, 'nothing'],
      ['resolved', false, 'reopen'],
      ['void', false, 'nothing'],
      ['void', true, 'reopen'],
    ],
  },
  came: {
    state: came,
    gates: false,
    steps: [
      ['open', false, 'nothing'],
      ['due', false, 'nothing'],
      ['resolved', false, 'nothing'],
      ['void', false, 'nothing'],
      ['void', true, 'reopen'],
    ],
  },
  'came, which gates': {
    state: came,
    gates: true,
    steps: [
      ['open', false, 'nothing'],
      ['due', false, 'nothing'],
      ['resolved', false, 'reopen'],
      ['void', false, 'nothing'],
      ['void', true, 'reopen'],
    ],
  },
  failed: {
    state: { state: 'failed' },
    gates: true,
    steps: [
      ['open', false, 'void'],
      ['due', false, 'void'],
      ['resolved', false, 'void-anew'],
      ['void', false, 'nothing'],
      ['void', true, 'nothing'],
    ],
  },
}
const cases = Object.entries(table).flatMap(([name, { state, gates, steps }]) =>
  steps.map(([status, byTrigger, step]) => ({ name, state, gates, status, byTrigger, step })),
)

describe('following a trigger', () => {
  it.each(cases)('that is $name: a question that is $status (by its trigger: $byTrigger): $step', (one) => {
    expect(following(one.state, one)).toBe(one.step)
  })

  it('has an answer for each status', () => {
    for (const { steps } of Object.values(table))
      expect(new Set(steps.map(([status]) => status))).toEqual(new Set(statuses))
  })
})

const report = (bearing: JudgedEvidence['bearing'], on: string): JudgedEvidence => ({
  kind: 'report',
  bearing,
  happened: wholeDay(day(on)),
  readThrough: null,
  reportingLagDays: 0,
})

describe('what counts after a trigger', () => {
  it.each<[string, JudgedEvidence, JudgedEvidence['bearing']]>([
    ['an event before shows nothing', report('shows', '2026-05-03'), 'none'],
    ['nor does one of the same day, which may have been before', report('shows', '2026-05-04'), 'none'],
    ['one of the day after shows it', report('shows', '2026-05-05'), 'shows'],
    ['one before may rule it out', report('excludes', '2026-05-03'), 'excludes'],
  ])('%s', (_, evidence, bearing) => {
    expect(countedAfter([evidence], MAY_4.latest)).toEqual([{ ...evidence, bearing }])
    expect(countedAfter([evidence], null)).toEqual([evidence])
  })

  const trigger: Trigger = { questionId: 'qst_a', versionId: 'ver_a', outcome: 'yes', gates: true }
  const refused: Verdict = { settles: false, code: 'insufficient-evidence', reason: 'no event', remedy: 'give one' }

  it('is told in refusals', () => {
    expect(heldBack(trigger, came)).toBeNull()
    expect(heldBack(trigger, { state: 'open' })).toMatchObject({
      settles: false,
      code: 'trigger-open',
      remedy: expect.stringContaining('settle qst_a first'),
    })
    expect(heldBack(trigger, { state: 'failed' })).toMatchObject({
      code: 'trigger-open',
      remedy: expect.stringContaining('void it'),
    })
    expect(tooEarly(refused, MAY_4.latest)).toMatchObject({
      reason: expect.stringContaining(
        'by 2026-05-04T23:59:59.999Z, when its trigger came true, shows nothing: no event',
      ),
    })
    const other: Verdict = { ...refused, code: 'window-open' }
    expect(tooEarly(other, MAY_4.latest)).toBe(other)
    const settles: Verdict = { settles: true, deciding: 0, reason: 'it did' }
    expect(tooEarly(settles, MAY_4.latest)).toBe(settles)
  })
})

describe('a gate', () => {
  const gating: Trigger = { questionId: 'qst_a', versionId: 'ver_a', outcome: 'yes', gates: true }

  it.each<[string, Trigger | null, TriggerState | null, ReturnType<typeof gateOf>]>([
    ['there is none without a trigger', null, null, null],
    ['nor by one that does not gate, wherever that stands', { ...gating, gates: false }, came, null],
    ['it is when the trigger came true', gating, came, MAY_4.latest],
    ['it is open while that is not settled', gating, { state: 'open' }, 'open'],
    ['it is open where that failed', gating, { state: 'failed' }, 'open'],
    ['it is open where nobody knows of it', gating, null, 'open'],
  ])('%s', (_, trigger, state, gate) => expect(gateOf(trigger, state)).toBe(gate))

  it.each<[string, ReturnType<typeof gateOf>, string, boolean]>([
    ['what began a millisecond after it passes', MAY_4.latest, '2026-05-05T00:00:00.000Z', true],
    ['what may have begun at that very instant does not', MAY_4.latest, MAY_4.latest, false],
    ['nor what began before', MAY_4.latest, '2026-05-04T12:00:00.000Z', false],
    ['all passes where there is none', null, '1999-01-01T00:00:00.000Z', true],
    ['nothing passes while it is open', 'open', '2199-01-01T00:00:00.000Z', false],
  ])('%s', (_, gate, earliest, through) => expect(passes(gate, { earliest: instant(earliest) })).toBe(through))
})

it('came true by nothing that happened only at the end of a window, so one without end cannot have', () => {
  expect(() => triggerState('no', { ...settled, outcome: 'no', happened: null, windowEnd: null })).toThrow(RangeError)
  expect(triggerState('yes', { ...settled, windowEnd: null })).toEqual({ state: 'came', at: MAY_4.latest })
})

it('what is of no event shows after a trigger what it showed before', () => {
  const wordless: JudgedEvidence = { ...report('shows', '2026-05-03'), happened: null }
  expect(countedAfter([wordless], MAY_4.latest)).toEqual([wordless])
})

import { describe, expect, it } from 'vitest'
import type { JudgedEvidence, Verdict } from '../../../src/core/resolution/judge.ts'
import { type Status, statuses } from '../../../src/core/resolution/lifecycle.ts'
import {
  countedAfter,
  type Following,
  following,
  heldBack,
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

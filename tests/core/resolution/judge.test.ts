import { describe, expect, it } from 'vitest'
import { type JudgedEvidence, judge, mustSettle } from '../../../src/core/resolution/judge.ts'
import type { BinaryOutcome } from '../../../src/core/resolution/lifecycle.ts'
import { Day, Instant, Moment, wholeDay } from '../../../src/core/time.ts'

const day = (text: string): Day => Day.parse(text)
const march = {
  windowStart: day('2026-03-01'),
  windowEnd: day('2026-03-31'),
  criteriaFixedAt: Instant.parse('2026-02-01T09:00:00.000Z'),
}
const endless = { ...march, windowEnd: null }

const nothing: JudgedEvidence = {
  kind: 'report',
  bearing: 'none',
  happened: null,
  readThrough: null,
  reportingLagDays: 0,
}
const report = (bearing: 'shows' | 'excludes' | 'none', happened: Moment | null): JudgedEvidence => ({
  ...nothing,
  bearing,
  happened,
})
const on = (text: string): Moment => wholeDay(day(text))
const between = (from: string, to: string): Moment =>
  Moment.parse({ earliest: on(from).earliest, latest: on(to).latest })
const coverage = (through: string, reportingLagDays: number | null = 0): JudgedEvidence => ({
  ...nothing,
  kind: 'coverage',
  readThrough: day(through),
  reportingLagDays,
})
const search = (through: string): JudgedEvidence => ({ ...coverage(through), kind: 'search-statement' })

type Case = {
  name: string
  window?: typeof march | typeof endless
  evidence: JudgedEvidence[]
  today?: string
  expected: number | 'insufficient-evidence' | 'window-open'
}
const check = (outcome: BinaryOutcome, { window = march, evidence, today = '2026-05-01', expected }: Case) => {
  const verdict = judge(window, outcome, evidence, day(today))
  if (typeof expected === 'number') expect(verdict).toMatchObject({ settles: true, deciding: expected })
  else expect(verdict).toMatchObject({ settles: false, code: expected })
}

describe('yes', () => {
  it.each<Case>([
    { name: 'an event inside the window', evidence: [report('shows', on('2026-03-10'))], expected: 0 },
    { name: 'on its first day', evidence: [report('shows', on('2026-03-01'))], expected: 0 },
    { name: 'on its last day', evidence: [report('shows', on('2026-03-31'))], expected: 0 },
    {
      name: 'while the window is open',
      evidence: [report('shows', on('2026-03-10'))],
      today: '2026-03-11',
      expected: 0,
    },
    {
      name: 'a figure does as well as a report',
      evidence: [{ ...report('shows', on('2026-03-10')), kind: 'figure' }],
      expected: 0,
    },
    {
      name: 'the piece that decides is named, though others stand before it',
      evidence: [coverage('2026-04-10'), report('shows', on('2026-02-10')), report('shows', on('2026-03-10'))],
      expected: 2,
    },
    { name: 'the day before', evidence: [report('shows', on('2026-02-28'))], expected: 'insufficient-evidence' },
    { name: 'the day after', evidence: [report('shows', on('2026-04-01'))], expected: 'insufficient-evidence' },
    {
      name: 'a range over the start',
      evidence: [report('shows', between('2026-02-20', '2026-03-05'))],
      expected: 'insufficient-evidence',
    },
    {
      name: 'a range over the end',
      evidence: [report('shows', between('2026-03-20', '2026-04-05'))],
      expected: 'insufficient-evidence',
    },
    {
      name: 'an event that excludes it',
      evidence: [report('excludes', on('2026-03-10'))],
      expected: 'insufficient-evidence',
    },
    {
      name: 'one event that shows it beside one that excludes it',
      evidence: [report('shows', on('2026-03-10')), report('excludes', on('2026-03-12'))],
      expected: 'insufficient-evidence',
    },
    {
      name: 'beside an exclusion from before the question',
      evidence: [report('excludes', on('2026-01-31')), report('shows', on('2026-03-10'))],
      expected: 1,
    },
    {
      name: 'beside sources that reported nothing',
      evidence: [coverage('2026-04-10'), report('shows', on('2026-03-10'))],
      expected: 1,
    },
    {
      name: 'an event without bearing',
      evidence: [report('none', on('2026-03-10'))],
      expected: 'insufficient-evidence',
    },
    { name: 'a report of no event', evidence: [report('shows', null)], expected: 'insufficient-evidence' },
    {
      name: 'coverage said to show it',
      evidence: [{ ...coverage('2026-04-10'), bearing: 'shows', happened: on('2026-03-10') }],
      expected: 'insufficient-evidence',
    },
    { name: 'nothing', evidence: [], expected: 'insufficient-evidence' },
    {
      name: 'a window without end',
      window: endless,
      evidence: [report('shows', on('2031-01-01'))],
      today: '2031-01-02',
      expected: 0,
    },
    {
      name: 'a window without end that had not begun',
      window: endless,
      evidence: [report('shows', on('2026-02-01'))],
      expected: 'insufficient-evidence',
    },
  ])('$name: $expected', (given) => check('yes', given))
})

describe('no', () => {
  it.each<Case>([
    { name: 'coverage to the last day', evidence: [coverage('2026-03-31')], expected: 0 },
    { name: 'coverage one day short', evidence: [coverage('2026-03-30')], expected: 'insufficient-evidence' },
    { name: 'coverage of a lag unstated', evidence: [coverage('2026-04-10', null)], expected: 'insufficient-evidence' },
    { name: 'coverage that reaches the lag', evidence: [coverage('2026-04-07', 7)], expected: 0 },
    {
      name: 'coverage one day short of the lag',
      evidence: [coverage('2026-04-06', 7)],
      expected: 'insufficient-evidence',
    },
    { name: 'a search statement to the last day', evidence: [search('2026-03-31')], expected: 0 },
    { name: 'a search statement one day short', evidence: [search('2026-03-30')], expected: 'insufficient-evidence' },
    {
      name: 'the first that reaches far enough decides',
      evidence: [coverage('2026-04-02', 30), search('2026-04-02')],
      expected: 1,
    },
    {
      name: 'on the last day the window is still open',
      evidence: [coverage('2026-03-31')],
      today: '2026-03-31',
      expected: 'window-open',
    },
    { name: 'on the day after it is not', evidence: [coverage('2026-03-31')], today: '2026-04-01', expected: 0 },
    {
      name: 'an event that excludes it, while the window is open',
      evidence: [report('excludes', on('2026-03-05'))],
      today: '2026-03-06',
      expected: 0,
    },
    {
      name: 'an event that excludes it, before the window but after the question',
      evidence: [report('excludes', on('2026-02-10'))],
      today: '2026-02-11',
      expected: 0,
    },
    {
      name: 'an event that excludes it, on the day of the question',
      evidence: [report('excludes', on('2026-02-01'))],
      today: '2026-02-11',
      expected: 0,
    },
    {
      name: 'an event that was known before the question',
      evidence: [report('excludes', on('2026-01-31'))],
      expected: 'insufficient-evidence',
    },
    {
      name: 'old news beside coverage that reaches far enough',
      evidence: [report('excludes', on('2026-01-31')), coverage('2026-03-31')],
      expected: 1,
    },
    {
      name: 'an event that excludes it, without end',
      window: endless,
      evidence: [report('excludes', on('2027-03-05'))],
      expected: 0,
    },
    { name: 'coverage, without end', window: endless, evidence: [coverage('2026-12-31')], expected: 'window-open' },
    { name: 'a passed deadline alone', evidence: [], expected: 'insufficient-evidence' },
    {
      name: 'an event that shows it',
      evidence: [report('shows', on('2026-03-10'))],
      expected: 'insufficient-evidence',
    },
    {
      name: 'an event that shows it beside a reading past the end',
      evidence: [report('shows', on('2026-03-10')), search('2026-04-01')],
      expected: 'insufficient-evidence',
    },
    {
      name: 'an event that shows it beside one that excludes it',
      evidence: [report('excludes', on('2026-03-05')), report('shows', on('2026-03-10'))],
      expected: 'insufficient-evidence',
    },
    {
      name: 'an event after the window beside a reading past its end',
      evidence: [report('shows', on('2026-04-02')), search('2026-04-03')],
      expected: 1,
    },
    {
      name: 'an exclusion without an event',
      evidence: [report('excludes', null)],
      expected: 'insufficient-evidence',
    },
    // Only coverage and search statements say that nothing was found.
    {
      name: 'a report that claims to have been read through',
      evidence: [{ ...report('none', null), readThrough: day('2026-12-31') }],
      expected: 'insufficient-evidence',
    },
    {
      name: 'a figure that claims to have been read through',
      evidence: [{ ...report('none', on('2026-03-10')), kind: 'figure', readThrough: day('2026-12-31') }],
      expected: 'insufficient-evidence',
    },
  ])('$name: $expected', (given) => check('no', given))

  it('of a question asked in its window or after, counts from the start of the window', () => {
    const late = { ...march, criteriaFixedAt: Instant.parse('2026-06-01T09:00:00.000Z') }
    for (const outcome of ['yes', 'no'] as const) {
      const verdict = judge(
        late,
        outcome,
        [report(outcome === 'yes' ? 'shows' : 'excludes', on('2026-02-28'))],
        day('2026-07-01'),
      )
      expect(verdict).toMatchObject({
        code: 'insufficient-evidence',
        reason: expect.stringContaining('before the question, whose window starts on 2026-03-01'),
      })
    }
    expect(judge(late, 'no', [report('excludes', on('2026-03-01'))], day('2026-07-01'))).toMatchObject({
      settles: true,
    })
  })

  it('says how far the sources were read and what is missing', () => {
    const verdict = judge(march, 'no', [coverage('2026-03-20'), coverage('2026-03-25')], day('2026-05-01'))
    expect(verdict).toMatchObject({
      reason: expect.stringMatching(/read through 2026-03-25.*2026-03-31/),
      remedy: expect.stringContaining('a passed deadline is not evidence'),
    })
  })
})

describe('mustSettle', () => {
  it('turns a refusal into a problem and lets a verdict through', () => {
    const refused = judge(march, 'no', [], day('2026-03-31'))
    expect(() => mustSettle(refused)).toThrow(expect.objectContaining({ code: 'window-open' }))
    const settled = judge(march, 'yes', [report('shows', on('2026-03-10'))], day('2026-03-31'))
    expect(mustSettle(settled)).toBe(settled)
  })
})

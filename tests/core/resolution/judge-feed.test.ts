import { describe, expect, it } from 'vitest'
import { FeedRule } from '../../../src/core/resolution/feed-rule.ts'
import { holds, judgeFeed } from '../../../src/core/resolution/judge-feed.ts'
import type { Window } from '../../../src/core/resolution/window.ts'
import { Day, endOf, type Instant, type Moment, startOf } from '../../../src/core/time.ts'

const day = (text: string): Day => Day.parse(text)
const days = (from: string, to = from): Moment => ({ earliest: startOf(day(from)), latest: endOf(day(to)) })
/** Whether a lake is below 12 m in October. */
const october: Window = { windowStart: day('2027-10-01'), windowEnd: day('2027-10-31') }
const endless: Window = { ...october, windowEnd: null }
const ruleOf = (more: object): FeedRule =>
  FeedRule.parse({
    kind: 'feed',
    url: 'https://lakes.example/level.json',
    select: { format: 'json', value: '/level', asOf: '/day' },
    operator: '<',
    threshold: 12,
    when: 'within',
    ...more,
  })
const exists = { operator: 'exists', threshold: undefined }

describe('a value is compared', () => {
  it.each([
    ['<', true, false, false],
    ['<=', true, true, false],
    ['=', false, true, false],
    ['>=', false, true, true],
    ['>', false, false, true],
  ])('by %s: less %s, the same %s, more %s', (operator, less, same, more) => {
    const rule = ruleOf({ operator })
    expect([11.99, 12, 12.01].map((value) => holds(rule, value))).toEqual([less, same, more])
    expect(['11.99', '12.0', '+1.201e1'].map((value) => holds(rule, value))).toEqual([less, same, more])
  })

  it('as a text letter by letter, whatever it is', () => {
    const rule = ruleOf({ operator: '=', threshold: 'closed' })
    expect(['closed', 'Closed', 'closed ', '', null].map((value) => holds(rule, value))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
    expect(holds(ruleOf({ operator: '=', threshold: 'true' }), true)).toBe(true)
    expect(holds(ruleOf({ operator: '=', threshold: '12' }), 12)).toBe(true)
  })

  it('by exists with nothing: there is one unless it is null or empty', () => {
    const rule = ruleOf(exists)
    expect([null, '', 'x', '0', 0, false].map((value) => holds(rule, value))).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
    ])
  })

  it.each([true, false, null, '', ' 12', '12 m', '0x1f', '1e999', 'Infinity', 'NaN'])(
    'not as a number: %j',
    (value) => {
      expect(() => holds(ruleOf({}), value)).toThrow(expect.objectContaining({ code: 'fetch-failed' }))
    },
  )
})

describe('a reading says "yes"', () => {
  it.each<[name: string, more: object, asOf: Moment, today: string, window: Window, yes: boolean]>([
    ['of the first day', {}, days('2027-10-01'), '2027-10-01', october, true],
    ['of the last day', {}, days('2027-10-31'), '2027-10-31', october, true],
    ['not of the day before', {}, days('2027-09-30'), '2027-10-05', october, false],
    ['not of the day after', {}, days('2027-11-01'), '2027-11-05', october, false],
    ['not of days over the start', {}, days('2027-09-30', '2027-10-01'), '2027-10-05', october, false],
    ['not of days over the end', {}, days('2027-10-31', '2027-11-01'), '2027-11-05', october, false],
    ['not of days that are to come', {}, days('2027-10-06'), '2027-10-05', october, false],
    ['in a window without end', {}, days('2031-05-05'), '2031-05-05', endless, true],
    ['by a deadline that there is not', { when: 'by-deadline' }, days('2031-05-05'), '2031-05-05', endless, true],
    ['at a deadline, on the day after', { when: 'at-deadline' }, days('2027-10-31'), '2027-11-01', october, true],
    ['at a deadline, not on it', { when: 'at-deadline' }, days('2027-10-31'), '2027-10-31', october, false],
  ])('%s', (_, more, asOf, today, window, yes) => {
    const found = judgeFeed(ruleOf(more), window, { value: 11, asOf }, day(today))
    expect(found.finds === 'outcome' ? found.outcome : null).toBe(yes ? 'yes' : null)
  })
})

describe('a reading that does not hold', () => {
  it.each<[name: string, more: object, asOf: Moment, today: string, says: 'no' | 'last' | 'waits', window?: Window]>([
    ['within: never no, but the last', {}, days('2027-10-31'), '2027-11-01', 'last'],
    ['within, on that last day: it is not over', {}, days('2027-10-31'), '2027-10-31', 'waits'],
    [
      'within, of a day past the lag that is not over',
      { reportingLagDays: 2 },
      days('2027-11-02'),
      '2027-11-02',
      'waits',
    ],
    ['within, of that day once it is over', { reportingLagDays: 2 }, days('2027-11-02'), '2027-11-03', 'last'],
    ['within, a day short of the lag', { reportingLagDays: 2 }, days('2027-11-01'), '2027-11-30', 'waits'],
    ['within a window without end', {}, days('2031-05-05'), '2031-06-01', 'waits', endless],
    ['by the deadline, of the last day', { when: 'by-deadline' }, days('2027-10-31'), '2027-11-01', 'no'],
    ['by the deadline, of a day before', { when: 'by-deadline' }, days('2027-10-30'), '2027-11-01', 'waits'],
    [
      'by the deadline, of the last day that is not over',
      { when: 'by-deadline' },
      days('2027-10-31'),
      '2027-10-31',
      'waits',
    ],
    ['by a deadline that there is not', { when: 'by-deadline' }, days('2031-05-05'), '2031-06-01', 'waits', endless],
    ['at the deadline', { when: 'at-deadline' }, days('2027-10-31'), '2027-11-01', 'no'],
    [
      'at the deadline, of days from before the window',
      { when: 'at-deadline' },
      days('2027-09-30', '2027-10-31'),
      '2027-11-01',
      'waits',
    ],
    ['at the deadline, of another day', { when: 'at-deadline' }, days('2027-11-01'), '2027-12-01', 'waits'],
    ['at a deadline that there is not', { when: 'at-deadline' }, days('2031-05-05'), '2031-06-01', 'waits', endless],
  ])('%s: %s', (_, more, asOf, today, says, window = october) => {
    const found = judgeFeed(ruleOf(more), window, { value: 13, asOf }, day(today))
    if (says === 'no') expect(found).toMatchObject({ finds: 'outcome', outcome: 'no' })
    else expect(found).toMatchObject({ finds: 'nothing', final: says === 'last' })
  })

  it.each<[name: string, more: object, asOf: Moment, final: boolean]>([
    ['within', {}, days('2027-10-31'), true],
    ['by the deadline', { when: 'by-deadline' }, days('2027-10-31'), true],
    ['at the deadline', { when: 'at-deadline' }, days('2027-10-31'), true],
    ['at the deadline, after the lag', { when: 'at-deadline', reportingLagDays: 5 }, days('2027-10-31'), true],
    ['at the deadline, of days from before', { when: 'at-deadline' }, days('2027-09-01', '2027-10-31'), false],
  ])('of what does not exist never says no, and is the last %s: %s', (_, more, asOf, final) => {
    const found = judgeFeed(ruleOf({ ...exists, ...more }), october, { value: null, asOf }, day('2027-11-20'))
    expect(found).toMatchObject({ finds: 'nothing', final })
  })
})

describe('what waits says for what, and until when', () => {
  const reasonOf = (more: object, asOf: Moment, today = '2027-11-20', window = october): string =>
    judgeFeed(ruleOf(more), window, { value: 13, asOf }, day(today)).reason

  it('of the one day or of all', () => {
    expect(reasonOf({}, days('2027-10-04'))).toContain('for 2027-10-04,')
    expect(reasonOf({}, days('2027-10-04', '2027-10-10'))).toContain('for 2027-10-04 to 2027-10-10,')
  })

  it('stale is what ended before the window, or before its last day where that is asked for', () => {
    const touching: Moment = { earliest: startOf(day('2027-09-30')), latest: startOf(day('2027-10-01')) as Instant }
    expect(reasonOf({}, days('2027-09-30'))).toMatch(/^stale/)
    expect(reasonOf({}, touching)).not.toMatch(/^stale/)
    expect(reasonOf({ when: 'at-deadline' }, days('2027-10-30'))).toMatch(/^stale/)
    expect(reasonOf({ when: 'at-deadline' }, days('2027-11-01'))).toMatch(/^the feed gives 13 for 2027-11-01/)
    expect(reasonOf({ when: 'at-deadline' }, days('2027-11-01'), '2027-11-20', endless)).toMatch(/no end/)
  })

  it('is tried on the first day that can tell, else on the next', () => {
    const again = (more: object, today: string) =>
      judgeFeed(ruleOf(more), october, { value: 13, asOf: days('2027-09-20') }, day(today))
    expect(again({}, '2027-09-30')).toMatchObject({ again: '2027-10-01', final: false })
    expect(again({}, '2027-10-01')).toMatchObject({ again: '2027-10-02', final: false })
    expect(again({ when: 'at-deadline', reportingLagDays: 3 }, '2027-11-03')).toMatchObject({ again: '2027-11-04' })
    expect(again({ when: 'at-deadline', reportingLagDays: 3 }, '2027-11-04')).toMatchObject({ again: '2027-11-05' })
  })
})

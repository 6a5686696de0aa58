import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysOf, readDocument } from '../../../src/core/resolution/feed-document.ts'
import { FeedRule, type Selection } from '../../../src/core/resolution/feed-rule.ts'
import { judgeFeed } from '../../../src/core/resolution/judge-feed.ts'
import type { Window } from '../../../src/core/resolution/window.ts'
import { Day, dayOf, plusDays, wholeDay } from '../../../src/core/time.ts'

const day = (text: string): Day => Day.parse(text)
const march = { windowStart: day('2026-03-01'), windowEnd: day('2026-03-31') }
const json: Selection = { format: 'json', value: '/data/0/rate', asOf: '/data/0/day' }
const plain = {
  kind: 'feed',
  url: 'https://example.org/rate',
  select: json,
  operator: '>=',
  threshold: 4,
  when: 'within',
}
const ruleOf = (more: object): FeedRule => FeedRule.parse({ ...plain, ...more })

describe('a feed rule', () => {
  it.each([
    ['exists with a threshold', { operator: 'exists' }],
    ['no threshold', { threshold: undefined }],
    ['a text that is to be more than another', { threshold: 'four' }],
    ['a pointer that is none', { select: { ...json, value: 'data.rate' } }],
    ['an address that is no page', { url: 'file:///etc/passwd' }],
    ['no day', { select: { format: 'json', value: '/rate' } }],
    ['a number that is reached for good', { operator: '=', when: 'by-deadline' }],
  ])('refuses %s', (_, more) => {
    expect(FeedRule.safeParse({ ...plain, ...more }).success).toBe(false)
  })
})

it('takes a number that is to be met exactly at a deadline, and a text that stays', () => {
  expect(FeedRule.safeParse({ ...plain, operator: '=', when: 'at-deadline' }).success).toBe(true)
  expect(FeedRule.safeParse({ ...plain, operator: '=', threshold: 'closed', when: 'by-deadline' }).success).toBe(true)
})

describe('daysOf', () => {
  it.each([
    ['2026-03-09', '2026-03-09', '2026-03-09'],
    ['20260309', '2026-03-09', '2026-03-09'],
    ['2026-03-09T23:30:00-05:00', '2026-03-10', '2026-03-10'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2026', '2026-01-01', '2026-12-31'],
  ])('%s', (text, first, last) => {
    const days = daysOf(text)
    expect(days && [dayOf(days.earliest), dayOf(days.latest)]).toEqual([first, last])
  })
  it.each(['', 'yesterday', '2026-13-01', '2026-02-30', '03/09/2026', '1', '99999999'])('%j is no date', (text) => {
    expect(daysOf(text)).toBeNull()
  })
})

describe('readDocument', () => {
  const csv = { format: 'csv', value: 'rate', asOf: 'day', row: 'last' } as const
  const table = 'day,rate,series\n2026-03-01,3.9,a\n2026-03-02,4.1,b\n'
  it.each<[string, string, Selection, unknown, string]>([
    ['a number', '{"data":[{"rate":4.25,"day":"2026-03-09"}]}', json, 4.25, '2026-03-09'],
    [
      'names with slashes',
      '{"a/b":"x","~":"2026-03-09"}',
      { format: 'json', value: '/a~1b', asOf: '/~0' },
      'x',
      '2026-03-09',
    ],
    ['null', '{"data":[{"rate":null,"day":"2026-03-09"}]}', json, null, '2026-03-09'],
    ['the last row', table, csv, '4.1', '2026-03-02'],
    ['the first row', table, { ...csv, row: 'first' }, '3.9', '2026-03-01'],
    ['the row of a name', table, { ...csv, row: { column: 'series', equals: 'a' } }, '3.9', '2026-03-01'],
  ])('reads %s', (_, text, select, value, on) => {
    expect(readDocument(text, 'text/plain', select)).toEqual({ value, asOf: wholeDay(day(on)) })
  })

  it.each<[string, string, string, Selection, RegExp]>([
    ['a page by its type', '{}', 'text/html', json, /HTML, not JSON/],
    ['a page by its beginning', '\n<!DOCTYPE html><p>4.25</p>', 'application/json', json, /HTML, not JSON/],
    ['a page for a table', '<html><table/></html>', 'text/csv', csv, /HTML, not CSV/],
    ['half a document', '{"data":[{"rate"', 'application/json', json, /no JSON/],
    ['no value', '{"data":[{"day":"2026-03-09"}]}', 'application/json', json, /no value where/],
    ['an object', '{"data":[{"rate":{},"day":"2026-03-09"}]}', 'application/json', json, /no value where/],
    ['no day', '{"data":[{"rate":4}]}', 'application/json', json, /for which day/],
    ['what every object has', '{}', 'application/json', { ...json, value: '/constructor' }, /for which day/],
    ['no such row', table, 'text/csv', { ...csv, row: { column: 'series', equals: 'z' } }, /for which day/],
    ['no such column', table, 'text/csv', { ...csv, value: 'yield' }, /no value where/],
    ['no table', 'day,rate\n"2026', 'text/csv', csv, /no CSV/],
  ])('says of %s that it cannot be used', (_, text, type, select, detail) => {
    expect(() => readDocument(text, type, select)).toThrow(
      expect.objectContaining({ code: 'fetch-failed', message: expect.stringMatching(detail) }),
    )
  })
})

type Case = [
  name: string,
  rule: object,
  value: number | string | null,
  asOf: string,
  today: string,
  expected: 'yes' | 'no' | RegExp,
  window?: Window,
]
/** A window that begins in the middle of its month. */
const days15 = { ...march, windowStart: day('2026-03-15') }

describe('judgeFeed', () => {
  it.each([
    ['for the last day', {}, 3.9, '2026-03-31', true],
    ['short of the lag', { reportingLagDays: 7 }, 3.9, '2026-04-06', false],
    ['past the lag', { reportingLagDays: 7 }, 3.9, '2026-04-07', true],
    ['that holds, but not in the window', {}, 4.25, '2026-04-01', false],
    ['for a day of the window', {}, 3.9, '2026-03-30', false],
    ['for another day than the last', { when: 'at-deadline' }, 3.9, '2026-04-01', false],
  ])('a reading %s that decides nothing leaves nothing to wait for: %s', (_, more, value, asOf, final) => {
    const found = judgeFeed(ruleOf(more), march, { value, asOf: wholeDay(day(asOf)) }, day('2026-06-01'))
    expect(found).toMatchObject({ finds: 'nothing', final })
  })

  it.each<Case>([
    ['inside and holding', {}, 4.25, '2026-03-09', '2026-03-10', 'yes'],
    ['a number in a text', {}, ' 4.25'.trim(), '2026-03-09', '2026-03-10', 'yes'],
    ['inside and not holding', {}, 3.9, '2026-03-09', '2026-03-10', /does not hold so far/],
    ['within never says no', {}, 3.9, '2026-12-31', '2027-01-10', /does not hold so far/],
    ['as of before the window', {}, 4.25, '2026-02-28', '2026-03-10', /^stale/],
    ['as of after the window', {}, 4.25, '2026-04-01', '2026-04-10', /not surely in the window/],
    ['a month that is not over', {}, 4.25, '2026-03', '2026-03-20', /not over/],
    ['a month that fills the window', {}, 4.25, '2026-03', '2026-04-01', 'yes'],
    ['before the window begins', {}, 4.25, '2026-02-20', '2026-02-20', /too early.*2026-03-01/],
    [
      'by the deadline, not at the end yet',
      { when: 'by-deadline' },
      3.9,
      '2026-03-30',
      '2026-04-02',
      /does not hold so far/,
    ],
    ['by the deadline, past the end', { when: 'by-deadline' }, 3.9, '2026-04-02', '2026-04-03', 'no'],
    [
      'by the deadline, short of the lag',
      { when: 'by-deadline', reportingLagDays: 7 },
      3.9,
      '2026-04-06',
      '2026-04-09',
      /so far/,
    ],
    [
      'by the deadline, past the lag',
      { when: 'by-deadline', reportingLagDays: 7 },
      3.9,
      '2026-04-07',
      '2026-04-09',
      'no',
    ],
    [
      'at the deadline, too early',
      { when: 'at-deadline', reportingLagDays: 3 },
      4.25,
      '2026-03-31',
      '2026-04-03',
      /too early.*2026-04-04/,
    ],
    ['at the deadline, holding', { when: 'at-deadline', reportingLagDays: 3 }, 4.25, '2026-03-31', '2026-04-04', 'yes'],
    ['at the deadline, not holding', { when: 'at-deadline' }, 3.9, '2026-03-31', '2026-04-01', 'no'],
    ['at the deadline, of days that end with it', { when: 'at-deadline' }, 3.9, '2026-03', '2026-04-01', 'no'],
    ['at the deadline, of days before it too', { when: 'at-deadline' }, 3.9, '2026-03', '2026-04-01', /so far/, days15],
    ['by the deadline, on its last day', { when: 'by-deadline' }, 3.9, '2026-03-31', '2026-03-31', /so far/],
    ['at the deadline, stale', { when: 'at-deadline' }, 3.9, '2026-03-30', '2026-04-02', /^stale.*not for 2026-03-31/],
    ['at the deadline, of a later day', { when: 'at-deadline' }, 3.9, '2026-04-01', '2026-04-02', /not for 2026-03-31/],
    ['a text that is the same', { operator: '=', threshold: 'open' }, 'open', '2026-03-09', '2026-03-10', 'yes'],
    ['a value that exists', { operator: 'exists', threshold: undefined }, 'x', '2026-03-09', '2026-03-10', 'yes'],
    [
      'one that does not, never no',
      { operator: 'exists', threshold: undefined, when: 'by-deadline' },
      null,
      '2026-04-09',
      '2026-05-10',
      /so far/,
    ],
  ])('%s', (_, more, value, asOf, today, expected, window = march) => {
    const days = daysOf(asOf)
    if (!days) throw new Error('no days')
    const found = judgeFeed(ruleOf(more), window, { value, asOf: days }, day(today))
    if (typeof expected === 'string') expect(found).toMatchObject({ finds: 'outcome', outcome: expected })
    else expect(found).toMatchObject({ finds: 'nothing', reason: expect.stringMatching(expected) })
  })

  it.each(['n/a', '4,25', '4.25 %', '', true, null])('says of %j that it is no number', (value) => {
    const reading = { value, asOf: wholeDay(day('2026-03-09')) }
    expect(() => judgeFeed(ruleOf({}), march, reading, day('2026-03-10'))).toThrow(/no number/)
  })

  it('never says "no" while the window is open, and "yes" only of days in it', () => {
    const days = fc.integer({ min: -50, max: 50 }).map((n) => plusDays(march.windowEnd, n))
    const when = fc.constantFrom('within', 'by-deadline', 'at-deadline')
    fc.assert(
      fc.property(days, days, when, fc.nat(20), fc.integer({ min: 0, max: 8 }), (asOf, today, moment, lag, value) => {
        const rule = ruleOf({ when: moment, reportingLagDays: lag })
        const found = judgeFeed(rule, march, { value, asOf: wholeDay(asOf) }, today)
        if (found.finds === 'nothing') return
        if (found.outcome === 'no') expect(today > march.windowEnd && asOf >= march.windowEnd && value < 4).toBe(true)
        else expect(asOf >= march.windowStart && asOf <= march.windowEnd && value >= 4).toBe(true)
      }),
    )
  })
})

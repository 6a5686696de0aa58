import { describe, expect, it } from 'vitest'
import { dateIn, readDate } from '../../../src/core/reading/dates.ts'

describe('readDate', () => {
  it.each([
    ['2026-02-10', '2026-02-10', null, 'day'],
    ['2026-02-10T09:30:00Z', '2026-02-10', '2026-02-10', 'day'],
    ['2026-02-10T23:30:00-05:00', '2026-02-10', '2026-02-11', 'day'],
    ['2026-02-10T05:00:00+1100', '2026-02-10', '2026-02-09', 'day'],
    ['2026-02-10 09:30:00', '2026-02-10', null, 'day'],
    ['2026-02-10T09:30:00.123Z', '2026-02-10', '2026-02-10', 'day'],
    ['2026/02/10', '2026-02-10', null, 'day'],
    ['2026/2/9', '2026-02-09', null, 'day'],
    ['20260210', '2026-02-10', null, 'day'],
    ['2026-02', '2026-02-01', null, 'month'],
    ['10.02.2026', '2026-02-10', null, 'day'],
    ['28/02/2026', '2026-02-28', null, 'day'],
    ['02/28/2026', '2026-02-28', null, 'day'],
    ['March 3, 2026', '2026-03-03', null, 'day'],
    ['Mar. 3, 2026', '2026-03-03', null, 'day'],
    ['3rd March 2026', '2026-03-03', null, 'day'],
    ['3 Mar 2026 09:30', '2026-03-03', null, 'day'],
    ['Tue, 03 Mar 2026 23:30:00 GMT', '2026-03-03', '2026-03-03', 'day'],
    ['March 2026', '2026-03-01', null, 'month'],
  ])('%s', (written, day, utcDay, whole) => expect(readDate(written)).toEqual({ day, utcDay, whole }))

  // A day that two countries read differently, a placeholder, half a date, and dates that are none.
  it.each([
    '03/04/2026',
    '1970-01-01',
    '0001-01-01T00:00:00Z',
    '2026-02-30',
    '2026-13-01',
    'March 3',
    'yesterday',
    '2026',
    'next Tuesday',
    '',
    'March 3, 2026 and March 5, 2026',
    'x'.repeat(5000),
  ])('%j is none', (written) => expect(readDate(written)).toBeNull())
})

describe('dateIn', () => {
  it.each([
    ['Published on March 3, 2026 at 9:30 am', '2026-03-03'],
    ['Ann Roe | 3 March 2026 | 5 min read', '2026-03-03'],
    ['Posted 2026-03-03', '2026-03-03'],
    ['Posted 03/04/2026', undefined],
    ['In March we said so', undefined],
    ['It sold 3000 copies in 2026', undefined],
  ])('%s', (line, day) => expect(dateIn(line)?.day).toBe(day))
})

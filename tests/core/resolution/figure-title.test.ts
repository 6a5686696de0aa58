import { describe, expect, it } from 'vitest'
import type { Selection } from '../../../src/core/resolution/feed-rule.ts'
import { figureTitle } from '../../../src/core/resolution/figure-title.ts'
import { endOf, startOf } from '../../../src/core/time.ts'
import { day } from '../../support/embedded.ts'

const json = (value: string): Selection => ({ format: 'json', value, asOf: '/asOf' })
const title = (
  select: Selection,
  value: string | number | boolean | null = 4.25,
  [from, to]: [string, string] = ['2026-03-09', '2026-03-09'],
) => {
  const asOf = { earliest: startOf(day(from)), latest: endOf(day(to)) }
  return figureTitle({ url: 'https://www.bank.example/v2/series?id=7', select }, { value, asOf })
}

describe('the title of a figure of a feed', () => {
  it.each<[Selection, string]>([
    [json('/policyRate'), 'Policy rate was 4.25 on 9 March 2026, bank.example reports'],
    [json('/data/0/policy_rate'), 'Policy rate (data 0) was 4.25 on 9 March 2026, bank.example reports'],
    [json('/observations/CPI'), 'CPI (observations) was 4.25 on 9 March 2026, bank.example reports'],
    [json('/a~1b'), 'A/b was 4.25 on 9 March 2026, bank.example reports'],
    [json('/exchange-rate  USD'), 'Exchange rate USD was 4.25 on 9 March 2026, bank.example reports'],
    [json('/a~0b'), 'A~b was 4.25 on 9 March 2026, bank.example reports'],
    [json('/rate/12'), 'Rate (12) was 4.25 on 9 March 2026, bank.example reports'],
    [json('/0'), 'Value (0) was 4.25 on 9 March 2026, bank.example reports'],
    [
      { format: 'csv', value: 'Jobless rate', asOf: 'day', row: 'last' },
      'Jobless rate was 4.25 on 9 March 2026, bank.example reports',
    ],
    [
      { format: 'csv', value: 'rate', asOf: 'day', row: { column: 'country', equals: 'NL' } },
      'Rate (country NL) was 4.25 on 9 March 2026, bank.example reports',
    ],
  ])('names what %j reads', (select, expected) => expect(title(select)).toBe(expected))

  it.each<[string | number | boolean | null, string]>([
    ['4.25 %', 'Status was 4.25 % on'],
    ['approved', 'Status was “approved” on'],
    ['-1,024.5', 'Status was -1,024.5 on'],
    ['+3%', 'Status was +3% on'],
    ['7', 'Status was 7 on'],
    ['about 7', 'Status was “about 7” on'],
    ['7 of 9', 'Status was “7 of 9” on'],
    ['x7', 'Status was “x7” on'],
    [null, 'Status was null on'],
    ['y'.repeat(60), `Status was “${'y'.repeat(60)}” on`],
    ['y'.repeat(61), `Status was “${'y'.repeat(59)}…” on`],
    [true, 'Status was true on'],
    ['x'.repeat(100), `Status was “${'x'.repeat(59)}…” on`],
  ])('tells the value %j', (value, begins) => expect(title(json('/status'), value).startsWith(begins)).toBe(true))

  it.each<[string, string, string]>([
    ['2026-03-01', '2026-03-31', 'in March 2026'],
    ['2026-01-01', '2026-12-31', 'in 2026'],
    ['2026-03-02', '2026-03-08', 'from 2 March 2026 to 8 March 2026'],
    ['2028-02-01', '2028-02-29', 'in February 2028'],
    ['2026-12-01', '2026-12-31', 'in December 2026'],
    ['2026-02-01', '2026-02-27', 'from 1 February 2026 to 27 February 2026'],
    ['2026-02-02', '2026-02-28', 'from 2 February 2026 to 28 February 2026'],
    ['2026-02-01', '2026-12-31', 'from 1 February 2026 to 31 December 2026'],
    ['2026-01-02', '2026-12-31', 'from 2 January 2026 to 31 December 2026'],
    ['2026-01-01', '2027-12-31', 'from 1 January 2026 to 31 December 2027'],
    ['2026-01-01', '2026-03-31', 'from 1 January 2026 to 31 March 2026'],
  ])('tells the days %s to %s', (from, to, words) =>
    expect(title(json('/rate'), 4, [from, to])).toContain(` ${words},`),
  )
})

it('keeps a long name of a field short, and the host as it is but for a leading www', () => {
  const asOf = { earliest: startOf(day('2026-03-09')), latest: endOf(day('2026-03-09')) }
  const of = (url: string, name: string) => figureTitle({ url, select: json(`/${name}`) }, { value: 1, asOf })
  expect(of('https://data.www.example:8443/x', 'rate')).toBe(
    'Rate was 1 on 9 March 2026, data.www.example:8443 reports',
  )
  expect(of('https://bank.example/', 'r'.repeat(201))).toMatch(/^Rr{199} was 1 on/)
})

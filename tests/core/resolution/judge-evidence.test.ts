import { describe, expect, it } from 'vitest'
import { plusMs } from '../../../src/core/fetching/pace.ts'
import { type JudgedEvidence, judge, mayDecide } from '../../../src/core/resolution/judge.ts'
import { STATE_LAG, UNSTATED_LAG } from '../../../src/core/source.ts'
import { Day, endOf, Instant, Moment, startOf, wholeDay } from '../../../src/core/time.ts'

const day = (text: string): Day => Day.parse(text)
/** Asked in April, of all of June. */
const june = {
  windowStart: day('2027-06-01'),
  windowEnd: day('2027-06-30'),
  criteriaFixedAt: Instant.parse('2027-04-10T08:00:00.000Z'),
}
const TODAY = day('2027-09-01')

const piece = (rest: Partial<JudgedEvidence>): JudgedEvidence => ({
  kind: 'report',
  bearing: 'none',
  happened: null,
  readThrough: null,
  reportingLagDays: 0,
  ...rest,
})
const moment = (earliest: Instant, latest: Instant = earliest): Moment => Moment.parse({ earliest, latest })
const days = (from: string, to = from): Moment => moment(startOf(day(from)), endOf(day(to)))
const shows = (happened: Moment | null): JudgedEvidence => piece({ bearing: 'shows', happened })
const excludes = (happened: Moment | null): JudgedEvidence => piece({ bearing: 'excludes', happened })
const read = (readThrough: string | null, reportingLagDays: number | null = 0): JudgedEvidence =>
  piece({ kind: 'coverage', readThrough: readThrough === null ? null : day(readThrough), reportingLagDays })

describe('of several events the first in time decides', () => {
  const [second, ninth, twentieth] = [days('2027-06-02'), days('2027-06-09'), days('2027-06-20')]

  it.each<[name: string, happened: Moment[], deciding: number]>([
    ['sent first', [second, ninth, twentieth], 0],
    ['sent last', [twentieth, ninth, second], 2],
    ['sent between', [ninth, second, twentieth], 1],
    ['which began first, though it ended later', [ninth, days('2027-06-02', '2027-06-25')], 1],
    ['of two that begin together the one that ended first', [days('2027-06-02', '2027-06-25'), second], 1],
    ['whichever of the two is sent first', [second, days('2027-06-02', '2027-06-25')], 0],
    ['of two at the very same moment the one sent first', [second, second], 0],
    ['whatever lay before the window', [days('2027-05-31'), ninth], 1],
    ['whatever may lie after it', [days('2027-06-01', '2027-07-01'), ninth], 1],
  ])('%s', (_, happened, deciding) => {
    expect(judge(june, 'yes', happened.map(shows), TODAY)).toMatchObject({ settles: true, deciding })
  })

  it('of those that exclude it too', () => {
    const evidence = [read('2027-08-01'), excludes(twentieth), excludes(days('2027-05-02')), excludes(second)]
    expect(judge(june, 'no', evidence, TODAY)).toMatchObject({ settles: true, deciding: 2 })
  })
})

describe('an event may decide', () => {
  const [start, end, asked] = [startOf(june.windowStart), endOf(june.windowEnd), june.criteriaFixedAt]

  it.each<[name: string, event: Pick<JudgedEvidence, 'bearing' | 'happened'>, may: boolean]>([
    ['that shows it at the first millisecond', shows(moment(start)), true],
    ['that shows it a millisecond before', shows(moment(plusMs(start, -1))), false],
    ['that shows it at the last millisecond', shows(moment(end)), true],
    ['that shows it a millisecond later', shows(moment(plusMs(end, 1))), false],
    ['that excludes it from the instant it was asked on', excludes(moment(asked)), true],
    ['that excludes it a millisecond before that', excludes(moment(plusMs(asked, -1))), false],
    ['that excludes it over that instant', excludes(moment(plusMs(asked, -1), asked)), true],
    ['that excludes it long after', excludes(days('2027-12-01')), true],
    ['that bears on nothing, wherever it lies', piece({ happened: days('2027-06-09') }), false],
    ['that shows it and is none', shows(null), false],
    ['that excludes it and is none', excludes(null), false],
  ])('%s: %s', (_, event, may) => expect(mayDecide(june, event)).toBe(may))

  it('of a question whose criteria came later, from the start of its window on', () => {
    const late = { ...june, criteriaFixedAt: plusMs(start, 1) }
    expect(mayDecide(late, excludes(moment(start)))).toBe(true)
    expect(mayDecide(late, excludes(moment(plusMs(start, -1))))).toBe(false)
  })
})

describe('what all happened before the question settles nothing', () => {
  const old = moment(plusMs(june.criteriaFixedAt, -1))
  const reasonOf = (evidence: JudgedEvidence[]): string => judge(june, 'no', evidence, TODAY).reason

  it('up to the instant on which it was asked', () => {
    expect(reasonOf([excludes(old)])).toMatch(/before the question/)
    expect(reasonOf([piece({ happened: old }), excludes(old)])).toMatch(/before the question/)
    expect(reasonOf([excludes(moment(june.criteriaFixedAt))])).not.toMatch(/before the question/)
  })

  it('and is not what is wrong where one piece is newer, or none of an event, or there is none', () => {
    expect(reasonOf([excludes(old), piece({ happened: days('2027-06-09') })])).not.toMatch(/before the question/)
    expect(reasonOf([excludes(old), read('2027-06-29')])).toMatch(/read through 2027-06-29/)
    expect(reasonOf([])).toMatch(/no source is said to have been read/)
  })
})

describe('a refusal says what is missing', () => {
  it.each<[name: string, evidence: JudgedEvidence[], reason: RegExp]>([
    ['an event at all', [read('2027-08-01')], /needs a report or figure/],
    ['an event of the report', [shows(null)], /needs a report or figure/],
    ['an event that bears on it', [piece({ happened: days('2027-06-09') })], /needs a report or figure/],
    ['one that shows it', [excludes(days('2027-06-09'))], /needs a report or figure/],
    ['a report, not a reading', [{ ...read('2027-08-01'), bearing: 'shows', happened: days('2027-06-09') }], /needs a/],
    ['an event in the window', [shows(days('2027-07-01'))], /window, 2027-06-01 to 2027-06-30/],
    ['the same beside others', [read('2027-08-01'), shows(days('2027-07-01'))], /window, 2027-06-01 to 2027-06-30/],
  ])('of yes: %s', (_, evidence, reason) => {
    expect(judge(june, 'yes', evidence, TODAY)).toMatchObject({ settles: false, reason: expect.stringMatching(reason) })
  })

  it('of yes in a window without end: from when on', () => {
    const verdict = judge({ ...june, windowEnd: null }, 'yes', [shows(days('2027-05-01'))], TODAY)
    expect(verdict.reason).toContain('2027-06-01 to no end')
  })

  it.each<[name: string, evidence: JudgedEvidence[], reason: string]>([
    [
      'a lag that nobody has stated, of any of the sources',
      [read('2027-06-29'), read('2027-08-01', null)],
      UNSTATED_LAG,
    ],
    ['how far they were read, by the furthest', [read('2027-06-29'), read('2027-06-12')], 'read through 2027-06-29'],
    ['that one was not read at all', [read(null), read('2027-06-12')], 'read through 2027-06-12'],
    ['that none was read', [read(null)], 'no source is said to have been read'],
    ['that a report is no reading', [piece({ readThrough: day('2027-08-01') })], 'no source is said to have been read'],
    ['whatever lag a report has', [piece({ reportingLagDays: null })], 'no source is said to have been read'],
  ])('of no: %s', (_, evidence, reason) => {
    const verdict = judge(june, 'no', evidence, TODAY)
    expect(verdict).toMatchObject({ settles: false, reason: expect.stringContaining(reason) })
    if (!verdict.settles && reason === UNSTATED_LAG) expect(verdict.remedy).toBe(STATE_LAG)
  })
})

it('a source whose lag nobody has stated does not stand against one that was read far enough', () => {
  const evidence = [read('2027-08-01', null), read('2027-07-04', 4)]
  expect(judge(june, 'no', evidence, TODAY)).toMatchObject({ settles: true, deciding: 1 })
  expect(judge(june, 'no', [wholeDay(day('2027-06-09'))].map(shows), TODAY).settles).toBe(false)
})

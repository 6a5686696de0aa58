import { describe, expect, it } from 'vitest'
import type { OptionEvidence } from '../../../src/core/resolution/judge-options.ts'
import {
  type JudgedVersion,
  mayDecideIn,
  ownOutcome,
  sameWindow,
  turned,
} from '../../../src/core/resolution/own-outcome.ts'
import { Day, type Moment, startOf, wholeDay } from '../../../src/core/time.ts'

const day = (text: string): Day => Day.parse(`2027-${text}`)
const on = (text: string): Moment => wholeDay(day(text))
const window = (from: string, to: string | null): JudgedVersion => ({
  wording: 'The pass is closed by snow.',
  criteria: 'As the road office says.',
  condition: null,
  trigger: null,
  orientation: 'as-worded',
  criteriaFixedAt: startOf(day('01-01')),
  windowStart: day(from),
  windowEnd: to === null ? null : day(to),
})
/** The window that was judged. */
const summer = window('04-01', '09-30')
const piece: OptionEvidence = {
  kind: 'report',
  bearing: 'none',
  optionId: null,
  happened: null,
  readThrough: null,
  reportingLagDays: 0,
}
const event = (bearing: OptionEvidence['bearing'], happened: Moment | null): OptionEvidence => ({
  ...piece,
  bearing,
  happened,
})
const read = (through: string): OptionEvidence => ({ ...piece, kind: 'coverage', readThrough: day(through) })

describe('what was said of the window judged counts in another that lies within it', () => {
  const inside: [name: string, judged: JudgedVersion, other: JudgedVersion, within: boolean][] = [
    ['that begins and ends a day sooner', summer, window('04-02', '09-29'), true],
    ['with its start', summer, window('04-01', '06-30'), true],
    ['with its end', summer, window('05-01', '09-30'), true],
    ['not that begins a day before', summer, window('03-31', '06-30'), false],
    ['not that ends a day later', summer, window('05-01', '10-01'), false],
    ['not without end', summer, window('05-01', null), false],
    ['of one without end', window('04-01', null), window('05-01', '06-30'), true],
    ['not from before one without end', window('04-01', null), window('03-31', '06-30'), false],
  ]

  it.each(inside)('a reading, %s', (_, judged, other, within) => {
    const settlement = { version: judged, outcome: 'no' as const, options: [], deciding: 0, asOf: day('12-31') }
    expect(ownOutcome(other, { ...settlement, evidence: [read('12-01')] })).toEqual(
      within ? { outcome: 'no', deciding: 0 } : null,
    )
  })

  it.each(inside)('an event that excludes it, %s', (_, judged, other, within) => {
    const excludes = event('excludes', on('06-15'))
    expect(mayDecideIn(other, judged, excludes)).toBe(within)
    const settlement = { version: judged, outcome: 'no' as const, options: [], deciding: 0, asOf: day('06-20') }
    expect(ownOutcome(other, { ...settlement, evidence: [excludes] })).toEqual(
      within ? { outcome: 'no', deciding: 0 } : null,
    )
  })

  it('one without end in another without end', () => {
    const [all, later] = [window('04-01', null), window('05-01', null)]
    expect(mayDecideIn(later, all, event('excludes', on('06-15')))).toBe(true)
    expect(mayDecideIn(all, later, event('excludes', on('06-15')))).toBe(false)
  })
})

describe('an event may decide in another window', () => {
  const june = window('06-01', '06-30')
  it.each<
    [name: string, other: JudgedVersion, bearing: OptionEvidence['bearing'], happened: Moment | null, may: boolean]
  >([
    ['that shows it there', june, 'shows', on('06-30'), true],
    ['that shows it there, though that reaches further', window('01-01', null), 'shows', on('11-01'), true],
    ['not that shows it elsewhere', june, 'shows', on('07-01'), false],
    ['that excludes it there', june, 'excludes', on('06-01'), true],
    ['not that excludes it before its days', june, 'excludes', on('05-31'), false],
    ['not that excludes it after its days', june, 'excludes', on('07-01'), false],
    ['in the window judged that excludes it after', summer, 'excludes', on('10-05'), true],
    ['in the window judged that excludes it before', summer, 'excludes', on('02-05'), true],
    ['in the window judged not that bears on nothing', summer, 'none', on('05-05'), false],
    ['not that is none', june, 'excludes', null, false],
  ])('%s', (_, other, bearing, happened, may) => {
    expect(mayDecideIn(other, summer, event(bearing, happened))).toBe(may)
  })

  it('and an exclusion without an event says nothing of it', () => {
    const evidence = [event('excludes', null), read('12-01')]
    const settlement = { version: summer, outcome: 'no' as const, options: [], deciding: 1, asOf: day('12-31') }
    expect(ownOutcome(june, { ...settlement, evidence })).toEqual({ outcome: 'no', deciding: 1 })
  })
})

it('windows are the same by their days alone', () => {
  expect(sameWindow(summer, { ...summer, criteriaFixedAt: startOf(day('03-03')) })).toBe(true)
  expect(sameWindow(summer, window('04-01', '09-29'))).toBe(false)
  expect(sameWindow(summer, window('04-02', '09-30'))).toBe(false)
  expect(sameWindow(summer, window('04-01', null))).toBe(false)
})

it('an option is the same whichever way the question is turned', () => {
  expect([turned('yes'), turned('no'), turned('opt_x')]).toEqual(['no', 'yes', 'opt_x'])
})

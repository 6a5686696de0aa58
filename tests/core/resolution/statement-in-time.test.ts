import { describe, expect, it } from 'vitest'
import { plusMs } from '../../../src/core/fetching/pace.ts'
import type { Act, Origin } from '../../../src/core/prediction.ts'
import {
  firstStatement,
  isInTime,
  type SayingFrame,
  type ScoringFrame,
  type Statement,
  scoredStatement,
  whyNotScored,
} from '../../../src/core/resolution/scored-statement.ts'
import { Day, endOf, Instant } from '../../../src/core/time.ts'

type One = Statement & { unscoredReason: string | null }
const instant = (text: string): Instant => Instant.parse(`2027-05-${text}.000Z`)
const said = (id: string, at: Instant, rest: Partial<One> = {}): One => ({
  id,
  act: 'state',
  form: 'micro:200000',
  said: { earliest: at, latest: at },
  expiresAt: null,
  refersTo: null,
  origin: 'submitted',
  scoreable: true,
  unscoredReason: null,
  ...rest,
})
const act = (id: string, what: Act, at: Instant, refersTo: string, rest: Partial<One> = {}): One =>
  said(id, at, { act: what, form: null, refersTo, scoreable: false, ...rest })

const END = Day.parse('2027-05-31')
const LAST = endOf(END)
const REFERENCE = instant('20T12:00:00')
const frame = (rest: Partial<ScoringFrame> = {}): ScoringFrame => ({
  windowEnd: END,
  referenceAt: REFERENCE,
  decidedAt: null,
  ...rest,
})
const written = { origin: 'commentary' as Origin }

describe('a statement is in time', () => {
  const EVENT = instant('18T09:00:00')
  it.each<[name: string, latest: Instant, frame: Partial<ScoringFrame>, inTime: boolean]>([
    ['in the last millisecond of the window', LAST, {}, true],
    ['not in the millisecond after', plusMs(LAST, 1), {}, false],
    ['whenever there is no end', plusMs(LAST, 1), { windowEnd: null }, true],
    ['a millisecond before the event', plusMs(EVENT, -1), { decidedAt: EVENT }, true],
    ['not at the instant of the event', EVENT, { decidedAt: EVENT }, false],
    ['not after the window, though before an event', plusMs(LAST, 1), { decidedAt: plusMs(LAST, 9) }, false],
    ['not after the event, though there is no end', plusMs(EVENT, 1), { windowEnd: null, decidedAt: EVENT }, false],
  ])('%s', (_, latest, rest, inTime) => {
    const spanning = { earliest: instant('01T00:00:00'), latest }
    expect(isInTime(frame(rest), said('a', latest))).toBe(inTime)
    expect(isInTime(frame(rest), said('a', latest, { said: spanning })), 'judged by its latest bound').toBe(inTime)
  })
})

describe('of two acts at the reference time', () => {
  const scored = (...all: One[]): string | null => scoredStatement(all, () => frame())?.id ?? null

  it('the one said at that very instant stands', () => {
    expect(scored(said('a', instant('02T00:00:00')), said('b', REFERENCE))).toBe('b')
    expect(scored(said('a', instant('02T00:00:00')), said('b', plusMs(REFERENCE, 1)))).toBe('a')
  })

  it('a withdrawal at that very instant leaves none, one after it changes nothing', () => {
    expect(scored(said('a', instant('02T00:00:00')), act('b', 'withdraw', REFERENCE, 'a'))).toBeNull()
    expect(scored(said('a', instant('02T00:00:00')), act('b', 'withdraw', plusMs(REFERENCE, 1), 'a'))).toBe('a')
  })

  it('what is only listed, or was written, ends none that was submitted', () => {
    const first = said('a', instant('02T00:00:00'))
    expect(scored(first, said('b', instant('03T00:00:00'), { scoreable: false }))).toBe('a')
    expect(scored(first, act('b', 'withdraw', instant('03T00:00:00'), 'x', written))).toBe('a')
  })
})

describe('why a statement does not count', () => {
  const first = said('a', instant('02T00:00:00'))
  const later = said('z', instant('09T00:00:00'))
  const why = (asked: One, among: One[], rest: Partial<ScoringFrame> = {}): string | null =>
    whyNotScored(asked, [asked, ...among], () => frame(rest))

  it.each<[name: string, among: One[], rest: Partial<ScoringFrame>, reason: RegExp]>([
    [
      'another that was a mistake is no reason',
      [act('m', 'mistake', instant('10T00:00:00'), 'x'), later],
      {},
      /restated/,
    ],
    [
      'nor is an act that names it and is no mistake',
      [said('r', instant('09T00:00:00'), { act: 'reaffirm', refersTo: 'a' })],
      {},
      /restated at 2027-05-09/,
    ],
    [
      'nor a mistake that was marked after the event',
      [later, act('m', 'mistake', instant('12T00:00:00'), 'a')],
      { decidedAt: instant('11T00:00:00') },
      /restated at 2027-05-09/,
    ],
    ['before the event, what came between', [later], { decidedAt: instant('11T00:00:00') }, /restated at 2027-05-09/],
    ['without an end, what came between', [later], { windowEnd: null }, /restated at 2027-05-09/],
    [
      'it is the next that counts which took its place, not what was only listed',
      [said('l', instant('05T00:00:00'), { scoreable: false }), later],
      {},
      /restated at 2027-05-09/,
    ],
    [
      'nor what was written and only listed',
      [said('w', instant('05T00:00:00'), { ...written, scoreable: false }), later],
      {},
      /restated at 2027-05-09/,
    ],
    [
      'nor a slip',
      [said('s', instant('05T00:00:00')), act('m', 'mistake', instant('05T00:01:00'), 's'), later],
      {},
      /restated at 2027-05-09/,
    ],
    [
      'it is its own end, not that of one before',
      [said('0', instant('01T00:00:00')), later],
      {},
      /restated at 2027-05-09/,
    ],
  ])('%s', (_, among, rest, reason) => expect(why(first, among, rest)).toMatch(reason))

  it('at the last millisecond of the window it is not that it came after it', () => {
    const last = { referenceAt: LAST }
    expect(why(said('a', LAST), [said('b', LAST)], last)).toMatch(
      /^it did not stand.*restated at 2027-05-31T23:59:59.999Z/,
    )
    expect(why(said('a', plusMs(LAST, 1)), [], last)).toMatch(/after the window, which ended on 2027-05-31/)
  })

  it('at the very instant of the event it was not surely said before', () => {
    const event = { decidedAt: instant('11T00:00:00') }
    expect(why(said('a', instant('11T00:00:00')), [], event)).toMatch(/not surely said before/)
    expect(why(said('a', plusMs(instant('11T00:00:00'), -1)), [], event)).toBeNull()
  })

  it('at the very reference time it is not that it came after it', () => {
    expect(why(said('a', REFERENCE), [said('b', REFERENCE)])).toMatch(
      /^it did not stand at the reference time.*restated at/,
    )
    expect(why(said('a', plusMs(REFERENCE, 1)), [])).toMatch(/after the reference time/)
  })
})

describe('evidence rests on what was said', () => {
  const first = (all: One[], rest: Partial<SayingFrame> = {}): string | null =>
    firstStatement(all, () => ({ windowEnd: END, referenceAt: REFERENCE, reportedAt: null, ...rest }))?.id ?? null

  it.each<[name: string, one: One, rest: Partial<SayingFrame>, taken: boolean]>([
    ['in the last millisecond of the window', said('a', LAST, written), {}, true],
    ['not in the millisecond after', said('a', plusMs(LAST, 1), written), {}, false],
    ['whenever there is no end', said('a', plusMs(LAST, 1), written), { windowEnd: null }, true],
    ['a millisecond before a report', said('a', REFERENCE), { reportedAt: plusMs(REFERENCE, 1) }, true],
    ['not at the instant of a report', said('a', REFERENCE), { reportedAt: REFERENCE }, false],
    ['not after one where there is no end', said('a', REFERENCE), { windowEnd: null, reportedAt: REFERENCE }, false],
    ['submitted at the very reference time', said('a', REFERENCE), {}, true],
    ['not submitted a millisecond later', said('a', plusMs(REFERENCE, 1)), {}, false],
    ['written after it', said('a', plusMs(REFERENCE, 1), written), {}, true],
    ['written where there is none', said('a', REFERENCE, written), { referenceAt: null }, true],
    ['not where it says no forecast', said('a', REFERENCE, { form: null }), {}, false],
  ])('%s', (_, one, rest, taken) => expect(first([one], rest)).toBe(taken ? 'a' : null))

  it('of several at one instant first on what was written', () => {
    expect(first([said('a', REFERENCE), said('b', REFERENCE, written), said('c', REFERENCE)])).toBe('b')
    expect(first([said('a', plusMs(REFERENCE, -1)), said('b', REFERENCE, written)])).toBe('a')
  })
})

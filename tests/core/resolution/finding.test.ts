import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventFor, type Happening, listen, spanOf } from '../../../src/core/resolution/finding.ts'
import type { ByEvent, Silence } from '../../../src/core/resolution/resolver.ts'
import { maybeIn } from '../../../src/core/resolution/window.ts'
import { Day, Instant, Moment, plusDays, wholeDay } from '../../../src/core/time.ts'

const day = (text: string): Day => Day.parse(text)
const march = { windowStart: day('2026-03-01'), windowEnd: day('2026-03-31') }
const rule: ByEvent = {
  kind: 'by-event',
  entities: ['Orrin'],
  eventKind: 'opening',
  bearing: 'shows',
  when: 'in-window',
  settles: false,
}
const between = (from: string, to: string): Moment =>
  Moment.parse({ earliest: wholeDay(day(from)).earliest, latest: wholeDay(day(to)).latest })
const event = (id: string, from: string, to = from): Happening => ({
  id,
  kind: 'opening',
  entities: ['Orrin'],
  happened: between(from, to),
})

describe('eventFor', () => {
  it.each<[string, Happening[], string | null, boolean]>([
    ['inside', [event('a', '2026-03-10')], 'a', true],
    ['on the first and last day', [event('a', '2026-03-01', '2026-03-31')], 'a', true],
    ['over the start', [event('a', '2026-02-27', '2026-03-02')], 'a', false],
    ['over the end', [event('a', '2026-03-30', '2026-04-01')], 'a', false],
    ['before', [event('a', '2026-02-28')], null, false],
    ['after', [event('a', '2026-04-01')], null, false],
    ['the first of two, however they come', [event('b', '2026-03-12'), event('c', '2026-03-11')], 'c', true],
    ['by id on one day', [event('b', '2026-03-12'), event('a', '2026-03-12')], 'a', true],
    [
      'a sure one before an earlier that may lie inside',
      [event('a', '2026-02-27', '2026-03-02'), event('b', '2026-03-20')],
      'b',
      true,
    ],
    ['of another kind', [{ ...event('a', '2026-03-10'), kind: 'closing' }], null, false],
    ['about others', [{ ...event('a', '2026-03-10'), entities: ['Velmark'] }], null, false],
    ['none', [], null, false],
  ])('%s', (_, events, id, surely) => {
    expect(eventFor(rule, march, events)).toEqual(
      id === null ? null : { event: expect.objectContaining({ id }), surely },
    )
  })

  it('takes the first in time, by id of those that begin at one instant, in whatever order they come', () => {
    const events = [
      event('d', '2026-03-12'),
      event('b', '2026-03-12', '2026-03-14'),
      event('c', '2026-03-12'),
      event('a', '2026-03-13'),
    ]
    for (const given of [events, events.toReversed(), [...events.slice(2), ...events.slice(0, 2)]]) {
      expect(eventFor(rule, march, given)).toMatchObject({ event: { id: 'b' }, surely: true })
    }
  })

  it('counts by the millisecond what lies after the window', () => {
    const late: ByEvent = { ...rule, bearing: 'excludes', when: 'after-window' }
    const last = Instant.parse('2026-03-31T23:59:59.999Z')
    const first = Instant.parse('2026-04-01T00:00:00.000Z')
    const at = (earliest: Instant) => ({ ...event('a', '2026-04-01'), happened: { earliest, latest: first } })
    expect(eventFor(late, march, [at(first)])).toMatchObject({ surely: true })
    expect(eventFor(late, march, [at(last)])).toMatchObject({ surely: false })
    expect(spanOf(late, march)).toEqual({ from: last, until: null })
    expect(spanOf(late, { ...march, windowEnd: null })).toBeNull()
    expect(spanOf(rule, march)).toEqual({ from: '2026-03-01T00:00:00.000Z', until: last })
    expect(spanOf(rule, { ...march, windowEnd: null })).toEqual({ from: '2026-03-01T00:00:00.000Z', until: null })
  })

  it('after the window, takes what surely comes after its last day', () => {
    const late: ByEvent = { ...rule, bearing: 'excludes', when: 'after-window' }
    expect(eventFor(late, march, [event('a', '2026-04-01')])).toMatchObject({ surely: true })
    expect(eventFor(late, march, [event('a', '2026-03-31', '2026-04-01')])).toMatchObject({ surely: false })
    expect(eventFor(late, { ...march, windowEnd: null }, [event('a', '2030-04-01')])).toMatchObject({ surely: false })
    expect(eventFor(late, march, [event('a', '2026-02-28')])).toBeNull()
  })

  it('takes only what the span of its rule holds, so that no other event need be read', () => {
    const days = fc.integer({ min: -60, max: 60 }).map((n) => plusDays(march.windowEnd, n))
    fc.assert(
      fc.property(days, fc.nat(20), fc.boolean(), fc.boolean(), (from, length, after, endless) => {
        const asked: ByEvent = { ...rule, bearing: 'excludes', when: after ? 'after-window' : 'in-window' }
        const window = endless ? { ...march, windowEnd: null } : march
        const one = event('a', from, plusDays(from, length))
        const span = spanOf(asked, window)
        const held =
          span !== null &&
          one.happened.latest >= span.from &&
          (span.until === null || one.happened.earliest <= span.until)
        if (eventFor(asked, window, [one])?.surely) expect(held).toBe(true)
      }),
    )
  })
})

const silence: Silence = { kind: 'silence', sourceIds: ['a', 'b'], settles: false }
const read = (a: string | null, b: string | null, lag: number | null = 0) => [
  { sourceId: 'a', readThrough: a === null ? null : day(a), reportingLagDays: 0 },
  { sourceId: 'b', readThrough: b === null ? null : day(b), reportingLagDays: lag },
]
const today = day('2026-06-01')

describe('listen', () => {
  it('hears nothing when all sources are read past the window and their lag, and stands on no more than that', () => {
    expect(listen(silence, march, read('2026-05-01', '2026-04-07', 7), today)).toEqual({
      silent: true,
      windowEnd: '2026-03-31',
      coverage: [
        { sourceId: 'a', readThrough: '2026-03-31', reportingLagDays: 0 },
        { sourceId: 'b', readThrough: '2026-04-07', reportingLagDays: 7 },
      ],
    })
  })

  it.each([
    ['a window without end', { ...march, windowEnd: null }, read('2026-05-01', '2026-05-01'), today, /no end/],
    ['an open window', march, read('2026-03-31', '2026-03-31'), day('2026-03-31'), /open until 2026-03-31/],
    [
      'one source short of its lag',
      march,
      read('2026-05-01', '2026-04-06', 7),
      today,
      /b was read through 2026-04-06, not 2026-04-07/,
    ],
    [
      'a lag that nobody has stated',
      march,
      read('2026-05-01', '2026-05-01', null),
      today,
      /^b: .* is not stated; state the source’s reporting lag/,
    ],
    ['one source not read at all', march, read(null, '2026-05-01'), today, /a was read through no day/],
  ])('waits for %s', (_, window, readings, asOf, reason) => {
    const listened = listen(silence, window, readings, asOf)
    expect(listened).toMatchObject({ silent: false, reason: expect.stringMatching(reason) })
    if (!listened.silent) expect(listened.again > asOf).toBe(true)
  })

  it('never says "no" before every source is read through the end', () => {
    const days = fc.integer({ min: -60, max: 60 }).map((n) => plusDays(march.windowEnd, n))
    fc.assert(
      fc.property(fc.array(days, { minLength: 2, maxLength: 2 }), fc.nat(30), days, ([a, b], lag, asOf) => {
        const listened = listen(silence, march, read(a ?? null, b ?? null, lag), asOf)
        const enough =
          asOf > march.windowEnd && (a ?? '') >= march.windowEnd && (b ?? '') >= plusDays(march.windowEnd, lag)
        expect(listened.silent).toBe(enough)
      }),
    )
  })
})

it('maybeIn is false only for what surely lies outside', () => {
  expect(maybeIn(march, between('2026-03-31', '2026-04-02'))).toBe(true)
  expect(maybeIn(march, between('2026-04-01', '2026-04-02'))).toBe(false)
  expect(maybeIn(march, between('2026-02-01', '2026-02-28'))).toBe(false)
  expect(maybeIn({ ...march, windowEnd: null }, between('2030-01-01', '2030-01-01'))).toBe(true)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Act, Origin } from '../../../src/core/prediction.ts'
import {
  firstStatement,
  type SayingFrame,
  type ScoringFrame,
  type Statement,
  scoredStatement,
  timingOf,
  whyNotScored,
} from '../../../src/core/resolution/scored-statement.ts'
import { Day, Instant, Moment, wholeDay } from '../../../src/core/time.ts'

const plain = { act: 'state' as Act, form: 'micro:500000', expiresAt: null, refersTo: null, scoreable: true }
const said = (id: string, on: string, rest: Partial<Statement> = {}): Statement => ({
  id,
  ...plain,
  said: wholeDay(Day.parse(on)),
  origin: 'commentary',
  ...rest,
})
const at = (id: string, instant: string, origin: Origin): Statement => ({
  id,
  ...plain,
  said: Moment.parse({ earliest: instant, latest: instant }),
  origin,
})
const frame = (rest: Partial<ScoringFrame> = {}): ScoringFrame => ({
  windowEnd: Day.parse('2026-03-31'),
  referenceAt: null,
  decidedAt: null,
  ...rest,
})
const instant = (text: string): Instant => Instant.parse(text)

describe('of commentary', () => {
  const spanning = {
    said: Moment.parse({ earliest: '2026-02-01T00:00:00.000Z', latest: '2026-02-20T23:59:59.999Z' }),
  }
  const event = frame({ decidedAt: instant('2026-02-10T00:00:00.000Z') })

  it.each<{ name: string; given: Statement[]; in?: ScoringFrame; counts: string | null }>([
    { name: 'nothing said', given: [], counts: null },
    { name: 'the first counts', given: [said('b', '2026-02-02'), said('a', '2026-02-01')], counts: 'a' },
    {
      name: 'a restatement changes nothing',
      given: [said('first', '2026-01-05'), said('again', '2026-01-20')],
      counts: 'first',
    },
    {
      name: 'the first that may be scored',
      given: [said('paraphrase', '2026-01-05', { scoreable: false }), said('verbatim', '2026-01-20')],
      counts: 'verbatim',
    },
    { name: 'on the last day of the window', given: [said('a', '2026-03-31')], counts: 'a' },
    { name: 'after the window', given: [said('a', '2026-04-01')], counts: null },
    { name: 'no end to be after', given: [said('a', '2030-04-01')], in: frame({ windowEnd: null }), counts: 'a' },
    { name: 'the day before the event', given: [said('a', '2026-02-09')], in: event, counts: 'a' },
    { name: 'the day of the event', given: [said('a', '2026-02-10')], in: event, counts: null },
    { name: 'a range that spans the event', given: [said('a', '2026-02-01', spanning)], in: event, counts: null },
    {
      name: 'the next after a range that spans it is judged by itself',
      given: [said('spans', '2026-02-01', spanning), said('before', '2026-02-05')],
      in: event,
      counts: 'before',
    },
    {
      name: 'the same range where nothing happened',
      given: [said('a', '2026-02-01', spanning)],
      in: frame(),
      counts: 'a',
    },
    {
      name: 'a millisecond before the event',
      given: [at('a', '2026-02-09T23:59:59.999Z', 'commentary')],
      in: event,
      counts: 'a',
    },
    {
      name: 'at the very instant of the event',
      given: [at('a', '2026-02-10T00:00:00.000Z', 'commentary')],
      in: event,
      counts: null,
    },
  ])('$name', ({ given, in: scoring = frame(), counts }) => {
    expect(scoredStatement(given, () => scoring)?.id ?? null).toBe(counts)
  })
})

describe('of submitted and imported forecasts', () => {
  const reference = frame({ referenceAt: instant('2026-02-15T12:00:00.000Z') })
  const early = at('early', '2026-02-01T00:00:00.000Z', 'submitted')
  const late = at('late', '2026-02-15T12:00:00.000Z', 'submitted')
  const withdrawal = (on: string): Statement => ({
    ...at('w', `${on}T00:00:00.000Z`, 'submitted'),
    act: 'withdraw',
    form: null,
    refersTo: 'early',
    scoreable: false,
  })
  const slipOf = (slip: string, on: string): Statement => ({ ...withdrawal(on), act: 'mistake', refersTo: slip })
  const after = at('after', '2026-02-15T12:00:00.001Z', 'submitted')

  it.each<{ name: string; given: Statement[]; in?: ScoringFrame; counts: string | null }>([
    { name: 'the one standing at the reference time', given: [late, early, after], counts: 'late' },
    { name: 'an early one still stands', given: [early, after], counts: 'early' },
    { name: 'none stood yet', given: [after], counts: null },
    { name: 'no reference time', given: [early], in: frame(), counts: null },
    {
      name: 'a statement in commentary goes before it',
      given: [early, said('written', '2026-03-01')],
      counts: 'written',
    },
    {
      name: 'but not one that may not be scored',
      given: [early, said('written', '2026-01-01', { scoreable: false })],
      counts: 'early',
    },
    {
      name: 'one made after the event does not supersede',
      given: [early, late],
      in: { ...reference, decidedAt: instant('2026-02-10T00:00:00.000Z') },
      counts: 'early',
    },
    { name: 'what was withdrawn before the reference time', given: [early, withdrawal('2026-02-10')], counts: null },
    {
      name: 'a withdrawal after the event takes nothing back',
      given: [early, withdrawal('2026-02-10')],
      in: { ...reference, decidedAt: instant('2026-02-05T00:00:00.000Z') },
      counts: 'early',
    },
    { name: 'what had expired', given: [{ ...early, expiresAt: instant('2026-02-15T12:00:00.000Z') }], counts: null },
    {
      name: 'what expires a millisecond later',
      given: [{ ...early, expiresAt: instant('2026-02-15T12:00:00.001Z') }],
      counts: 'early',
    },
    { name: 'what a slip had replaced', given: [early, late, slipOf('late', '2026-02-15')], counts: 'early' },
    {
      name: 'a slip that is marked after the event stays said',
      given: [early, late, slipOf('late', '2026-03-01')],
      in: { ...reference, decidedAt: instant('2026-02-20T00:00:00.000Z') },
      counts: 'late',
    },
    { name: 'an imported one', given: [at('i', '2026-02-15T12:00:00.000Z', 'imported')], counts: 'i' },
    {
      name: 'of two at one instant the one recorded last',
      given: [at('one', '2026-02-01T00:00:00.000Z', 'submitted'), at('two', '2026-02-01T00:00:00.000Z', 'submitted')],
      counts: 'two',
    },
  ])('$name', ({ given, in: scoring = reference, counts }) => {
    expect(scoredStatement(given, () => scoring)?.id ?? null).toBe(counts)
  })
})

describe('on two versions', () => {
  const old = frame({ windowEnd: Day.parse('2026-01-31'), referenceAt: instant('2026-01-20T00:00:00.000Z') })
  const newer = frame({ referenceAt: instant('2026-02-20T00:00:00.000Z') })
  const frameOf = ({ id }: Statement) => (id.startsWith('old') ? old : newer)

  it.each<{ name: string; given: Statement[]; counts: string | null }>([
    {
      name: 'each statement is in time by its own window',
      given: [said('old', '2026-02-01'), said('new', '2026-02-02')],
      counts: 'new',
    },
    {
      name: 'a forecast that stood at its own reference time counts',
      given: [at('old', '2026-01-10T00:00:00.000Z', 'submitted')],
      counts: 'old',
    },
    {
      name: 'and one that came after it does not, though the newer version has a later one',
      given: [at('old', '2026-01-25T00:00:00.000Z', 'submitted')],
      counts: null,
    },
    {
      name: 'of two that stood at theirs the later counts',
      given: [at('old', '2026-01-10T00:00:00.000Z', 'submitted'), at('new', '2026-02-10T00:00:00.000Z', 'submitted')],
      counts: 'new',
    },
  ])('$name', ({ given, counts }) => {
    expect(scoredStatement(given, frameOf)?.id ?? null).toBe(counts)
  })
})

describe('whyNotScored', () => {
  const reference = frame({ referenceAt: instant('2026-02-15T12:00:00.000Z') })
  const one: Statement & { unscoredReason: string | null } = {
    ...at('one', '2026-02-01T00:00:00.000Z', 'submitted'),
    unscoredReason: null,
  }
  const more = (id: string, when: string, rest: Partial<Statement> = {}) => ({
    ...at(id, when, 'submitted'),
    ...rest,
    unscoredReason: null,
  })

  it.each<{ name: string; asked?: typeof one; among?: Statement[]; in?: ScoringFrame; reason: RegExp | null }>([
    { name: 'it counts', reason: null },
    {
      name: 'it is only listed',
      asked: { ...one, scoreable: false, unscoredReason: 'a paraphrase' },
      reason: /paraphrase/,
    },
    {
      name: 'it was a slip',
      among: [more('m', '2026-02-01T00:05:00.000Z', { act: 'mistake', refersTo: 'one' })],
      reason: /marked as a mistake/,
    },
    {
      name: 'another took its place',
      among: [more('two', '2026-02-03T00:00:00.000Z')],
      reason: /restated at 2026-02-03/,
    },
    {
      name: 'it expired',
      asked: { ...one, expiresAt: instant('2026-02-02T00:00:00.000Z') },
      reason: /expired at 2026-02-02/,
    },
    {
      name: 'it was withdrawn',
      among: [more('w', '2026-02-04T00:00:00.000Z', { act: 'withdraw', form: null, scoreable: false })],
      reason: /withdrawn at 2026-02-04/,
    },
    { name: 'it was written too', among: [said('c', '2026-02-03')], reason: /the statement in commentary counts: c/ },
    {
      name: 'the window had ended',
      asked: { ...one, said: wholeDay(Day.parse('2026-04-02')) },
      reason: /ended on 2026-03-31/,
    },
    {
      name: 'the event was known',
      in: { ...reference, decidedAt: instant('2026-01-31T00:00:00.000Z') },
      reason: /had happened or been reported/,
    },
    {
      name: 'it came after the reference time',
      asked: { ...one, said: wholeDay(Day.parse('2026-02-16')) },
      reason: /after the reference time/,
    },
    { name: 'there is no reference time', in: frame(), reason: /no reference time/ },
  ])('$name', ({ asked = one, among = [], in: scoring = reference, reason }) => {
    const listed = [asked, ...among.map((other) => ({ unscoredReason: null, ...other }))]
    const why = whyNotScored(asked, listed, () => scoring)
    if (reason === null) expect(why).toBeNull()
    else expect(why).toMatch(reason)
  })
})

describe('firstStatement', () => {
  const reference = frame({ referenceAt: instant('2026-03-01T00:00:00.000Z') })
  const on = (id: string, day: string, rest: Partial<Statement> = {}): Statement => ({
    ...at(id, `2026-02-${day}T10:00:00.000Z`, 'submitted'),
    ...rest,
  })
  const after = { act: 'withdraw' as Act, form: null }
  const expiresAt = instant('2026-02-02T00:00:00.000Z')

  it.each<{ name: string; given: Statement[]; in?: Partial<SayingFrame>; first: string | null }>([
    { name: 'nothing said', given: [], first: null },
    { name: 'what was restated', given: [on('a', '01'), on('b', '05')], first: 'a' },
    { name: 'what was withdrawn', given: [on('a', '01'), on('b', '05', after)], first: 'a' },
    { name: 'what has expired', given: [on('a', '01', { expiresAt }), on('b', '05')], first: 'a' },
    { name: 'of several at once the last', given: [on('a', '01'), on('b', '01'), on('c', '05')], first: 'b' },
    {
      name: 'never what was marked as a mistake',
      given: [on('a', '01'), on('b', '02', { act: 'mistake', form: null, refersTo: 'a' }), on('c', '05')],
      first: 'c',
    },
    { name: 'never what is only listed', given: [on('a', '01', { scoreable: false }), on('b', '05')], first: 'b' },
    {
      name: 'what was submitted before it was said in commentary',
      given: [on('a', '01'), said('b', '2026-02-05')],
      first: 'a',
    },
    {
      name: 'never what came after the reference time',
      given: [at('a', '2026-03-02T00:00:00.000Z', 'submitted')],
      first: null,
    },
    { name: 'nothing submitted where there is none', given: [on('a', '01')], in: { referenceAt: null }, first: null },
    {
      name: 'never what was said after a report',
      given: [on('a', '05')],
      in: { reportedAt: instant('2026-02-05T00:00:00.000Z') },
      first: null,
    },
    {
      name: 'what may have been said before a report',
      given: [said('a', '2026-02-05')],
      in: { reportedAt: instant('2026-02-05T12:00:00.000Z') },
      first: 'a',
    },
    {
      name: 'of commentary at one moment the first, as is scored',
      given: [said('a', '2026-02-05'), said('b', '2026-02-05')],
      first: 'a',
    },
  ])('$name', ({ given, in: scoring = {}, first }) => {
    expect(firstStatement(given, () => ({ ...reference, reportedAt: null, ...scoring }))?.id ?? null).toBe(first)
  })

  it('does not hang on when the event comes, once it was said', () => {
    const given = [on('a', '01'), on('b', '05'), on('c', '09', after)]
    for (const day of ['03', '07', '12']) {
      const reportedAt = instant(`2026-02-${day}T00:00:00.000Z`)
      expect(firstStatement(given, () => ({ ...reference, reportedAt }))?.id, day).toBe('a')
    }
  })
})

describe('any statements', () => {
  const anyDay = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`)
  const statement = fc.record({
    said: fc.tuple(anyDay, anyDay).map(([a, b]) => ({
      earliest: instant(`${a < b ? a : b}T00:00:00.000Z`),
      latest: instant(`${a < b ? b : a}T23:59:59.999Z`),
    })),
    origin: fc.constantFrom<Origin>('commentary', 'submitted', 'imported'),
    scoreable: fc.boolean(),
  })
  const statements = fc
    .array(statement, { maxLength: 8 })
    .map((all) => all.map((one, at) => ({ ...plain, ...one, id: `${at}` })))

  it('never score what was said after the event, after the window, or may not be scored', () => {
    fc.assert(
      fc.property(statements, anyDay, (all, happened) => {
        const decidedAt = instant(`${happened}T00:00:00.000Z`)
        const referenceAt = instant('2026-02-14T00:00:00.000Z')
        const windowEnd = Day.parse('2026-02-20')
        const chosen = scoredStatement(all, () => ({ windowEnd, referenceAt, decidedAt }))
        if (!chosen) return
        expect(chosen.scoreable).toBe(true)
        expect(chosen.said.latest < decidedAt).toBe(true)
        expect(chosen.said.latest <= '2026-02-20T23:59:59.999Z').toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('timingOf', () => {
  it.each([
    ['fixed in the window, nothing reported', '2026-03-01T00:00:00.000Z', '2026-03-31', null, 'prospective'],
    ['fixed in its last millisecond', '2026-03-31T23:59:59.999Z', '2026-03-31', null, 'prospective'],
    ['fixed after the window', '2026-04-01T00:00:00.000Z', '2026-03-31', null, 'retrospective'],
    ['before the report', '2026-03-01T00:00:00.000Z', '2026-03-31', '2026-03-02T00:00:00.000Z', 'prospective'],
    [
      'at the instant of the report',
      '2026-03-02T00:00:00.000Z',
      '2026-03-31',
      '2026-03-02T00:00:00.000Z',
      'retrospective',
    ],
    ['after the report', '2026-03-03T00:00:00.000Z', '2026-03-31', '2026-03-02T00:00:00.000Z', 'retrospective'],
    ['no end, nothing reported', '2036-03-03T00:00:00.000Z', null, null, 'prospective'],
    ['no end, after the report', '2036-03-03T00:00:00.000Z', null, '2026-03-02T00:00:00.000Z', 'retrospective'],
  ])('%s', (_, fixedAt, windowEnd, reportedAt, timing) => {
    expect(
      timingOf(
        instant(fixedAt),
        windowEnd === null ? null : Day.parse(windowEnd),
        reportedAt === null ? null : instant(reportedAt),
      ),
    ).toBe(timing)
  })
})

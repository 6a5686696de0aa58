import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Act } from '../../../src/core/prediction.ts'
import { type HistoricAct, historyOf, standingAt, withoutMistakes } from '../../../src/core/resolution/history.ts'
import { Instant } from '../../../src/core/time.ts'

/** Minutes after midnight of one day. */
const at = (minute: number): Instant => Instant.parse(new Date(Date.UTC(2026, 1, 1, 0, minute)).toISOString())

type Told = { act?: Act; at: number; form?: string; expires?: number; of?: string }
const told = (id: string, { act = 'state', at: minute, form = `micro:${id}`, expires, of }: Told): HistoricAct => ({
  id,
  act,
  said: { earliest: at(minute), latest: at(minute) },
  form: act === 'withdraw' || act === 'mistake' ? null : form,
  expiresAt: expires === undefined ? null : at(expires),
  refersTo: of ?? null,
})

const shape = (acts: HistoricAct[], closesAt: number | null = null) =>
  historyOf(acts, closesAt === null ? null : at(closesAt)).map(({ from, to, predictionId, endedBy }) => [
    predictionId,
    Number(from.slice(14, 16)),
    to && Number(to.slice(14, 16)),
    endedBy,
  ])

describe('historyOf', () => {
  it.each<{ name: string; acts: HistoricAct[]; closes?: number; is: unknown[] }>([
    { name: 'nothing said', acts: [], is: [] },
    { name: 'one that stands', acts: [told('1', { at: 1 })], is: [['1', 1, null, null]] },
    { name: 'until the question closes', acts: [told('1', { at: 1 })], closes: 9, is: [['1', 1, 9, 'closed']] },
    {
      name: 'until another is said',
      acts: [told('1', { at: 1 }), told('2', { at: 5 })],
      is: [
        ['1', 1, 5, 'restated'],
        ['2', 5, null, null],
      ],
    },
    {
      name: 'until it is taken back',
      acts: [told('1', { at: 1 }), told('w', { at: 5, act: 'withdraw', of: '1' })],
      is: [['1', 1, 5, 'withdrawn']],
    },
    {
      name: 'until it expires, with nothing until the next',
      acts: [told('1', { at: 1, expires: 3 }), told('2', { at: 5 })],
      is: [
        ['1', 1, 3, 'expired'],
        ['2', 5, null, null],
      ],
    },
    {
      name: 'not until it expires when another comes first',
      acts: [told('1', { at: 1, expires: 30 }), told('2', { at: 5 })],
      is: [
        ['1', 1, 5, 'restated'],
        ['2', 5, null, null],
      ],
    },
    {
      name: 'said again',
      acts: [told('1', { at: 1 }), told('2', { at: 4, act: 'reaffirm', form: 'micro:1', of: '1' })],
      is: [
        ['1', 1, 4, 'restated'],
        ['2', 4, null, null],
      ],
    },
    {
      name: 'a slip was never said',
      acts: [told('1', { at: 1 }), told('2', { at: 5 }), told('m', { at: 6, act: 'mistake', of: '2' })],
      is: [['1', 1, null, null]],
    },
    {
      name: 'nor was a withdrawal by mistake',
      acts: [
        told('1', { at: 1 }),
        told('w', { at: 5, act: 'withdraw', of: '1' }),
        told('m', { at: 6, act: 'mistake', of: 'w' }),
      ],
      is: [['1', 1, null, null]],
    },
    {
      name: 'of two at one instant the later id stands',
      acts: [told('2', { at: 1 }), told('1', { at: 1 })],
      is: [['2', 1, null, null]],
    },
    {
      name: 'of three at one instant the last id stands, in whatever order they come',
      acts: [told('3', { at: 1 }), told('1', { at: 1 }), told('2', { at: 1 })],
      is: [['3', 1, null, null]],
    },
    {
      name: 'an act that ends it at the instant of its expiry ended it',
      acts: [told('1', { at: 1, expires: 5 }), told('w', { at: 5, act: 'withdraw', of: '1' })],
      is: [['1', 1, 5, 'withdrawn']],
    },
    {
      name: 'and so did the close at that instant',
      acts: [told('1', { at: 1, expires: 5 })],
      closes: 5,
      is: [['1', 1, 5, 'closed']],
    },
    {
      name: 'an expiry before the close',
      acts: [told('1', { at: 1, expires: 4 })],
      closes: 5,
      is: [['1', 1, 4, 'expired']],
    },
    {
      name: 'what is said after the close ends nothing in it',
      acts: [told('1', { at: 1 }), told('w', { at: 9, act: 'withdraw', of: '1' })],
      closes: 8,
      is: [['1', 1, 8, 'closed']],
    },
    {
      name: 'nor what is said at its very instant',
      acts: [told('1', { at: 1 }), told('w', { at: 8, act: 'withdraw', of: '1' })],
      closes: 8,
      is: [['1', 1, 8, 'closed']],
    },
    { name: 'what expired when it was said never stood', acts: [told('1', { at: 3, expires: 3 })], is: [] },
    { name: 'what is said after the close is not in it', acts: [told('1', { at: 9 })], closes: 9, is: [] },
  ])('$name', ({ acts, closes, is }) => {
    expect(shape(acts, closes ?? null)).toEqual(is)
  })
})

it('stands from the instant it is said, and no more at the instant it ends', () => {
  const history = historyOf([told('1', { at: 2 }), told('2', { at: 5 })], at(9))
  const standing = [1, 2, 4, 5, 8, 9].map((when) => standingAt(history, at(when))?.predictionId ?? null)
  expect(standing).toEqual([null, '1', '1', '2', '2', null])
})

it('has acts in order by when they were said, then by id, without slips and their marks', () => {
  const acts = [
    told('4', { at: 3 }),
    told('2', { at: 3 }),
    told('1', { at: 7 }),
    told('3', { at: 1 }),
    told('5', { at: 2 }),
    told('6', { at: 8, act: 'mistake', of: '5' }),
    told('7', { at: 9, act: 'reaffirm', of: '3' }),
  ]
  for (const told of [acts, acts.toReversed()]) {
    expect(withoutMistakes(told).map(({ id }) => id)).toEqual(['3', '2', '4', '1', '7'])
  }
})

const minute = fc.integer({ min: 0, max: 40 })
const anyActs = fc
  .array(
    fc.record({
      act: fc.constantFrom<Act>('state', 'reaffirm', 'withdraw', 'mistake'),
      at: minute,
      expires: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
      of: fc.nat({ max: 9 }),
    }),
    { maxLength: 10 },
  )
  .map((all) =>
    all.map(({ act, at: when, expires, of }, n) =>
      told(String(n), {
        act,
        at: when,
        of: act === 'mistake' && of !== n ? String(of) : String(Math.max(0, n - 1)),
        ...(expires === undefined || act === 'withdraw' || act === 'mistake' ? {} : { expires: when + expires }),
      }),
    ),
  )

/** What stands at an instant, read the long way: the last act up to then, if it says something that has not expired. */
const naive = (acts: readonly HistoricAct[], when: Instant): string | null => {
  const last = withoutMistakes(acts)
    .filter(({ said }) => said.latest <= when)
    .at(-1)
  if (!last || last.form === null) return null
  return last.expiresAt !== null && last.expiresAt <= when ? null : last.id
}

describe('any acts', () => {
  it('give intervals in order that do not overlap and are not empty', () => {
    fc.assert(
      fc.property(anyActs, fc.option(minute), (acts, closes) => {
        const history = historyOf(acts, closes === null ? null : at(closes))
        for (const [n, { from, to }] of history.entries()) {
          expect(to === null || from < to).toBe(true)
          const next = history[n + 1]
          if (next) expect(to !== null && to <= next.from).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('stand where reading them one by one says so', () => {
    fc.assert(
      fc.property(anyActs, minute, (acts, when) => {
        expect(standingAt(historyOf(acts, null), at(when))?.predictionId ?? null).toBe(naive(acts, at(when)))
      }),
      { numRuns: 500 },
    )
  })

  it('are the same without a slip and its mark', () => {
    fc.assert(
      fc.property(anyActs, minute, minute, (acts, said, marked) => {
        const slip = told('98', { at: said })
        const mark = told('99', { at: Math.max(said, marked), act: 'mistake', of: '98' })
        expect(historyOf([...acts, slip, mark], null)).toEqual(historyOf(acts, null))
      }),
      { numRuns: 500 },
    )
  })
})

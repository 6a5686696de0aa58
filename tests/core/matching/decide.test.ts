import { describe, expect, it } from 'vitest'
import type { Window } from '../../../src/core/candidate.ts'
import { decide, type Earlier, type Statement } from '../../../src/core/matching/decide.ts'
import { horizonOf } from '../../../src/core/matching/horizon.ts'
import { type Day, wholeDay } from '../../../src/core/time.ts'
import { day } from '../../support/embedded.ts'

const window = (end: string | null, more: Partial<Window> = {}): Window => ({
  text: 'by then',
  start: day('2026-02-01'),
  end: end === null ? null : day(end),
  source: 'stated',
  ...more,
})
const statement = (on: string, more: Partial<Statement> = {}): Statement => ({
  publishedOn: day(on),
  said: wholeDay(day(on)),
  window: window('2026-06-30'),
  commentaryId: 'cmt_2',
  ...more,
})
const compared = { similarity: 0.9, verdict: 'same', opposed: false, flipped: false, differs: [] } as const
const earlier = (more: Partial<Earlier> = {}): Earlier => ({
  questionId: 'qst_1',
  familyId: 'fam_1',
  status: 'open',
  windowStart: day('2026-01-05'),
  windowEnd: day('2026-06-30'),
  compared: { ...compared, differs: [] },
  commentaryIds: ['cmt_1'],
  sameSide: true,
  ...more,
})
const differing = (...differs: Earlier['compared']['differs']): Earlier['compared'] => ({
  ...compared,
  verdict: 'family',
  differs,
})
const did = (said: Statement, ...claims: Earlier[]): string | null => decide(said, claims)?.did ?? null

describe('how far the words of a statement reach', () => {
  const frame = { windowStart: day('2026-01-05'), windowEnd: day('2026-06-30') as Day | null }
  it.each<[name: string, Window | null, string]>([
    ['nothing said', null, 'silent'],
    ['the default', window('2027-02-01', { source: 'default' }), 'silent'],
    ['the same day', window('2026-06-30'), 'same'],
    ['some days of five months off', window('2026-06-20'), 'same'],
    ['as many days of one week off', window('2026-07-10', { start: day('2026-07-01') }), 'apart'],
    ['sooner', window('2026-04-30'), 'shorter'],
    ['later', window('2026-12-31'), 'further'],
    ['no end', window(null), 'further'],
    ['beginning afterwards', window('2026-12-31', { start: day('2026-09-01') }), 'apart'],
  ])('%s', (_, said, horizon) => {
    expect(horizonOf(said, frame)).toBe(horizon)
  })

  it('against a question without an end', () => {
    expect(horizonOf(window('2026-06-30'), { ...frame, windowEnd: null })).toBe('shorter')
    expect(horizonOf(window(null), { ...frame, windowEnd: null })).toBe('same')
  })
})

describe('a claim said again', () => {
  it.each<[name: string, Statement, Earlier, string]>([
    ['inside the window', statement('2026-02-01'), earlier(), 'joined'],
    ['on the last day', statement('2026-06-30'), earlier(), 'joined'],
    ['on the first day', statement('2026-01-05'), earlier(), 'joined'],
    ['the day after', statement('2026-07-01'), earlier(), 'family'],
    ['the day before', statement('2026-01-04'), earlier(), 'family'],
    [
      'on a day that may lie after',
      statement('2026-06-30', { said: wholeDay(day('2026-07-01')) }),
      earlier(),
      'family',
    ],
    ['once it is due', statement('2026-02-01'), earlier({ status: 'due' }), 'family'],
    ['once it is resolved', statement('2026-02-01'), earlier({ status: 'resolved' }), 'family'],
    ['once it is void', statement('2026-02-01'), earlier({ status: 'void' }), 'family'],
    ['without words of time', statement('2026-02-01', { window: null }), earlier(), 'joined'],
    ['where nothing ends', statement('2026-02-01', { window: window(null) }), earlier({ windowEnd: null }), 'joined'],
  ])('%s', (_, said, claim, deed) => {
    expect(did(said, claim)).toBe(deed)
  })

  it.each<[name: string, Window, Partial<Earlier>, string]>([
    ['reaches further', window('2026-12-31'), {}, 'joined'],
    ['reaches less far', window('2026-03-31'), {}, 'family'],
    ['begins after it', window('2026-12-31', { start: day('2026-09-01') }), {}, 'family'],
    ['moves the date and changes sides', window('2026-12-31'), { sameSide: false }, 'family'],
    ['says vaguely the other side', window('2026-12-31', { source: 'rule' }), { sameSide: false }, 'joined'],
    ['has another date in one piece', window('2026-12-31'), { commentaryIds: ['cmt_2'] }, 'family'],
    ['is vaguer in one piece', window('2026-12-31', { source: 'rule' }), { commentaryIds: ['cmt_2'] }, 'joined'],
  ])('whose own window %s', (_, said, more, deed) => {
    const claim = earlier({ compared: differing('horizon'), ...more })
    expect(did(statement('2026-02-01', { window: said }), claim)).toBe(deed)
  })
})

describe('a claim that is near', () => {
  it.each<[name: string, Earlier['compared'], string | null]>([
    ['another figure', differing('figures'), 'family'],
    ['another condition', differing('condition'), 'family'],
    ['merely related', { ...compared, verdict: 'related', differs: ['words'] }, null],
    ['something else', { ...compared, verdict: 'other', differs: [] }, null],
  ])('%s', (_, how, deed) => {
    expect(did(statement('2026-02-01'), earlier({ compared: how }))).toBe(deed)
  })

  it('is nothing where nothing was said', () => {
    expect(decide(statement('2026-02-01'), [])).toBeNull()
  })
})

describe('of several', () => {
  const chosen = (...claims: Earlier[]) => decide(statement('2026-02-01'), claims)?.earlier.questionId
  const alike = (similarity: number) => ({ ...compared, differs: [], similarity })

  it('the one that may be joined is taken', () => {
    const closed = earlier({ questionId: 'qst_1', status: 'resolved', compared: alike(1) })
    expect(chosen(closed, earlier({ questionId: 'qst_2', compared: alike(0.8) }))).toBe('qst_2')
  })

  it('then the one of the same horizon', () => {
    const further = earlier({ questionId: 'qst_1', windowEnd: day('2026-04-30'), compared: alike(1) })
    expect(chosen(further, earlier({ questionId: 'qst_2', compared: alike(0.8) }))).toBe('qst_2')
  })

  it('then the most similar, then the oldest, in whatever order they come', () => {
    const [a, b, c] = [
      earlier({ questionId: 'qst_1', compared: alike(0.8) }),
      earlier({ questionId: 'qst_2', compared: alike(0.9) }),
      earlier({ questionId: 'qst_3', compared: alike(0.9) }),
    ]
    expect([chosen(a, b, c), chosen(c, b, a)]).toEqual(['qst_2', 'qst_2'])
  })
})

import { describe, expect, it } from 'vitest'
import { Problem } from '../../../src/core/problem.ts'
import { type NextAct, nextAct, type OwnAct, type Wish } from '../../../src/core/resolution/next-act.ts'
import { Day, Instant } from '../../../src/core/time.ts'

const at = (text: string): Instant => Instant.parse(`2026-02-${text}:00.000Z`)
const END = Day.parse('2026-03-31')
const NOW = at('10T12:00')

const own = (id: string, said: string, rest: Partial<OwnAct> = {}): OwnAct => ({
  id,
  versionId: 'qsv_2',
  act: 'state',
  said: { earliest: at(said), latest: at(said) },
  form: 'micro:300000',
  expiresAt: null,
  refersTo: null,
  origin: 'submitted',
  recordedAt: at(said),
  ...rest,
})
const says = (form: string, expiresAt: Instant | null = null): Wish => ({ act: 'state', form, expiresAt })
const standing = own('prd_1', '09T12:00')
const earlier = own('prd_1', '09T12:00', { versionId: 'qsv_1' })
const withdrawn = own('prd_2', '09T13:00', { act: 'withdraw', form: null, refersTo: 'prd_1' })

const row = (wish: Wish, acts: OwnAct[], now = NOW): NextAct =>
  nextAct(wish, acts, now, { id: 'qsv_2', windowEnd: END })

describe('nextAct', () => {
  it.each<{ name: string; wish: Wish; acts: OwnAct[]; next: Partial<NextAct> }>([
    { name: 'a first forecast', wish: says('micro:1'), acts: [], next: { act: 'state', form: 'micro:1', said: NOW } },
    { name: 'another one', wish: says('micro:1'), acts: [standing], next: { act: 'state', refersTo: null } },
    { name: 'the one that stands', wish: says('micro:300000'), acts: [standing], next: { stands: 'prd_1' } },
    { name: 'the same of an earlier version', wish: says('micro:300000'), acts: [earlier], next: { act: 'state' } },
    { name: 'a withdrawal of that', wish: { act: 'withdraw' }, acts: [earlier], next: { refersTo: 'prd_1' } },
    {
      name: 'the same until another moment',
      wish: says('micro:300000', at('20T00:00')),
      acts: [standing],
      next: { act: 'state', expiresAt: at('20T00:00') },
    },
    {
      name: 'the same again after it was withdrawn',
      wish: says('micro:300000'),
      acts: [standing, withdrawn],
      next: { act: 'state' },
    },
    {
      name: 'a reaffirmation',
      wish: { act: 'reaffirm', expiresAt: null },
      acts: [standing],
      next: { act: 'reaffirm', form: 'micro:300000', refersTo: 'prd_1' },
    },
    { name: 'a withdrawal', wish: { act: 'withdraw' }, acts: [standing], next: { form: null, refersTo: 'prd_1' } },
    { name: 'it twice', wish: { act: 'withdraw' }, acts: [standing, withdrawn], next: { stands: 'prd_2' } },
    {
      name: 'a slip of nine minutes ago',
      wish: { act: 'mistake', corrects: 'prd_1' },
      acts: [own('prd_1', '10T11:51')],
      next: { act: 'mistake', form: null, refersTo: 'prd_1' },
    },
    {
      name: 'a slip of ten minutes ago to the millisecond',
      wish: { act: 'mistake', corrects: 'prd_1' },
      acts: [own('prd_1', '10T11:50')],
      next: { act: 'mistake' },
    },
    {
      name: 'a slip that was said again, which is no mark of it',
      wish: { act: 'mistake', corrects: 'prd_1' },
      acts: [own('prd_1', '10T11:55'), own('prd_2', '10T11:56', { act: 'reaffirm', refersTo: 'prd_1' })],
      next: { stands: null, act: 'mistake', refersTo: 'prd_1' },
    },
    {
      name: 'a slip beside the mark of another',
      wish: { act: 'mistake', corrects: 'prd_1' },
      acts: [own('prd_1', '10T11:55'), own('prd_2', '10T11:56', { act: 'mistake', form: null, refersTo: 'prd_0' })],
      next: { stands: null, act: 'mistake', refersTo: 'prd_1' },
    },
    {
      name: 'a withdrawal twice, though what was said between was a slip',
      wish: { act: 'withdraw' },
      acts: [
        standing,
        withdrawn,
        own('prd_3', '09T14:00'),
        own('prd_4', '09T14:01', { act: 'mistake', form: null, refersTo: 'prd_3' }),
      ],
      next: { stands: 'prd_2' },
    },
    {
      name: 'it twice, in whatever order the acts come',
      wish: { act: 'withdraw' },
      acts: [withdrawn, standing],
      next: { stands: 'prd_2' },
    },
    {
      name: 'the same slip twice, however late',
      wish: { act: 'mistake', corrects: 'prd_1' },
      acts: [standing, own('prd_3', '09T12:05', { act: 'mistake', form: null, refersTo: 'prd_1' })],
      next: { stands: 'prd_3' },
    },
  ])('records $name', ({ wish, acts, next }) => {
    expect(row(wish, acts)).toMatchObject(next)
  })

  it.each<{ name: string; wish: Wish; acts: OwnAct[]; message: RegExp }>([
    {
      name: 'a withdrawal of nothing',
      wish: { act: 'withdraw' },
      acts: [],
      message: /no forecast of this author stands/,
    },
    {
      name: 'a withdrawal of what was said after an earlier one and has expired',
      wish: { act: 'withdraw' },
      acts: [standing, withdrawn, own('prd_3', '09T14:00', { expiresAt: at('09T15:00') })],
      message: /no forecast of this author stands/,
    },
    {
      name: 'a withdrawal where the one before was a slip and what it ended has expired',
      wish: { act: 'withdraw' },
      acts: [
        own('prd_1', '09T12:00', { expiresAt: at('09T15:00') }),
        withdrawn,
        own('prd_3', '09T13:01', { act: 'mistake', form: null, refersTo: 'prd_2' }),
      ],
      message: /no forecast of this author stands/,
    },
    {
      name: 'a reaffirmation of what expired',
      wish: { act: 'reaffirm', expiresAt: null },
      acts: [own('prd_1', '09T12:00', { expiresAt: at('10T11:00') })],
      message: /no forecast of this author stands/,
    },
    {
      name: 'a reaffirmation of what was said of an earlier version',
      wish: { act: 'reaffirm', expiresAt: null },
      acts: [earlier],
      message: /earlier version/,
    },
    {
      name: 'a reaffirmation of what was withdrawn',
      wish: { act: 'reaffirm', expiresAt: null },
      acts: [standing, withdrawn],
      message: /no forecast/,
    },
    {
      name: 'a slip of more than ten minutes ago',
      wish: { act: 'mistake', corrects: 'prd_1' },
      acts: [standing],
      message: /ten minutes/,
    },
    {
      name: 'a mistaken mistake',
      wish: { act: 'mistake', corrects: 'prd_3' },
      acts: [standing, own('prd_3', '10T11:59', { act: 'mistake', form: null, refersTo: 'prd_1' })],
      message: /cannot be one/,
    },
    {
      name: 'a slip in a text',
      wish: { act: 'mistake', corrects: 'prd_1' },
      acts: [own('prd_1', '10T11:59', { origin: 'commentary' })],
      message: /only what was submitted/,
    },
    {
      name: 'a slip of somebody else',
      wish: { act: 'mistake', corrects: 'prd_9' },
      acts: [],
      message: /no act of the author/,
    },
    { name: 'an expiry in the past', wish: says('micro:1', at('10T11:00')), acts: [], message: /expires before/ },
    {
      name: 'an expiry after the window',
      wish: says('micro:1', Instant.parse('2026-04-01T00:00:00.000Z')),
      acts: [],
      message: /after the window's end/,
    },
  ])('refuses $name', ({ wish, acts, message }) => {
    expect(() => row(wish, acts)).toThrow(message)
    expect(() => row(wish, acts)).toThrow(Problem)
  })

  it('keeps the order of the acts where a clock lags behind', () => {
    const ahead = own('prd_1', '10T12:30')
    expect(row(says('micro:1'), [ahead])).toMatchObject({ said: '2026-02-10T12:30:00.001Z' })
    expect(row({ act: 'withdraw' }, [ahead])).toMatchObject({ said: '2026-02-10T12:30:00.001Z' })
    expect(row({ act: 'mistake', corrects: 'prd_1' }, [ahead])).toMatchObject({ act: 'mistake' })
  })

  it('is said after the last of all acts, in whatever order they come, and after one of the same instant', () => {
    const [ahead, further] = [own('prd_1', '10T12:30'), own('prd_2', '10T12:45')]
    for (const acts of [
      [ahead, further],
      [further, ahead],
    ]) {
      expect(row(says('micro:1'), acts)).toMatchObject({ said: '2026-02-10T12:45:00.001Z' })
    }
    expect(row(says('micro:1'), [own('prd_1', '10T12:00')])).toMatchObject({ said: '2026-02-10T12:00:00.001Z' })
    expect(row(says('micro:1'), [own('prd_1', '10T11:59')])).toMatchObject({ said: NOW })
  })

  it('is not held back by what the author wrote elsewhere', () => {
    const written = own('prd_1', '20T00:00', { origin: 'commentary' })
    expect(row(says('micro:1'), [written])).toMatchObject({ said: NOW })
  })
})

describe('an expiry lies after what is said, and in the window to its last millisecond', () => {
  const stated =
    (expiresAt: string, windowEnd: Day | null = END) =>
    () =>
      nextAct(says('micro:1', Instant.parse(expiresAt)), [], NOW, { id: 'qsv_2', windowEnd })
  const said =
    (expiresAt: string, windowEnd: Day | null = END) =>
    () =>
      nextAct({ act: 'reaffirm', expiresAt: Instant.parse(expiresAt) }, [standing], NOW, { id: 'qsv_2', windowEnd })

  it.each([
    ['stated', stated],
    ['said again', said],
  ])('%s', (_, speak) => {
    expect(speak('2026-02-10T12:00:00.001Z')()).toMatchObject({ expiresAt: '2026-02-10T12:00:00.001Z' })
    expect(speak('2026-03-31T23:59:59.999Z')()).toMatchObject({ expiresAt: '2026-03-31T23:59:59.999Z' })
    expect(speak('2031-01-01T00:00:00.000Z', null)()).toMatchObject({ expiresAt: '2031-01-01T00:00:00.000Z' })
    for (const wrong of ['2026-02-10T12:00:00.000Z', '2026-04-01T00:00:00.000Z']) {
      expect(speak(wrong)).toThrow(
        expect.objectContaining({ code: 'invalid-input', fields: [expect.objectContaining({ field: 'expiresAt' })] }),
      )
    }
  })

  it('what cannot follow is no fault of a field', () => {
    expect(() => row({ act: 'withdraw' }, [])).toThrow(expect.objectContaining({ code: 'illegal-step', fields: [] }))
    expect(() => row({ act: 'mistake', corrects: 'prd_9' }, [])).toThrow(
      expect.objectContaining({ code: 'invalid-input', fields: [expect.objectContaining({ field: 'corrects' })] }),
    )
  })

  it('a slip is one for ten minutes and no millisecond more', () => {
    const recordedAt = Instant.parse('2026-02-10T11:49:59.999Z')
    const slip = own('prd_1', '10T11:00', { recordedAt })
    expect(() => row({ act: 'mistake', corrects: 'prd_1' }, [slip])).toThrow(/ten minutes/)
    expect(row({ act: 'mistake', corrects: 'prd_1' }, [{ ...slip, recordedAt: at('10T11:50') }])).toMatchObject({
      act: 'mistake',
      expiresAt: null,
    })
  })
})

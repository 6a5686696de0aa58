import { describe, expect, it } from 'vitest'
import { metAs, mustBeOutcome } from '../../../src/core/option.ts'
import { judgeOption, judgeOutcome, type OptionEvidence } from '../../../src/core/resolution/judge-options.ts'
import { ownOutcome } from '../../../src/core/resolution/own-outcome.ts'
import { Day, startOf, wholeDay } from '../../../src/core/time.ts'

const day = (text: string): Day => Day.parse(text)
const [ada, ben, other] = ['opt_ada', 'opt_ben', 'opt_other'] as const
const options = [
  { id: ada, label: 'Ada', isOther: false },
  { id: ben, label: 'Ben', isOther: false },
  { id: other, label: 'somebody else', isOther: true },
]
const window = (from: string, to: string) => ({
  windowStart: day(from),
  windowEnd: day(to),
  criteriaFixedAt: startOf(day('2025-01-01')),
  orientation: 'as-worded' as const,
})
const spring = window('2026-01-01', '2026-03-31')
const TODAY = day('2026-05-01')

const event = (optionId: string, on: string, bearing: 'shows' | 'excludes' = 'shows'): OptionEvidence => ({
  kind: 'report',
  bearing,
  optionId,
  happened: wholeDay(day(on)),
  readThrough: null,
  reportingLagDays: 0,
})
const read = (through: string): OptionEvidence => ({
  kind: 'search-statement',
  bearing: 'none',
  optionId: null,
  happened: null,
  readThrough: day(through),
  reportingLagDays: 0,
})

describe('an option', () => {
  it.each<{ name: string; outcome: `opt_${string}`; given: OptionEvidence[]; deciding: number | string }>([
    { name: 'is shown by an event inside the window', outcome: ada, given: [event(ada, '2026-02-01')], deciding: 0 },
    {
      name: 'is not shown by an event of another',
      outcome: ada,
      given: [event(ben, '2026-02-01')],
      deciding: 'needs a report',
    },
    {
      name: 'is not shown by an event after the window',
      outcome: ada,
      given: [event(ada, '2026-04-02')],
      deciding: 'window',
    },
    {
      name: 'is not shown by the exclusion of another',
      outcome: ada,
      given: [event(ben, '2026-02-01', 'excludes')],
      deciding: 'needs a report',
    },
    { name: 'is not shown by a reading', outcome: ada, given: [read('2026-04-30')], deciding: 'needs a report' },
    { name: 'other is shown by an event of its own', outcome: other, given: [event(other, '2026-02-01')], deciding: 0 },
    { name: 'other is what came where nothing was reported', outcome: other, given: [read('2026-04-30')], deciding: 0 },
    {
      name: 'other waits until sources are read past the end',
      outcome: other,
      given: [read('2026-03-30')],
      deciding: 'read through 2026-03-30',
    },
    {
      name: 'other came where all the named are excluded; the last decides',
      outcome: other,
      given: [event(ben, '2026-02-20', 'excludes'), event(ada, '2026-02-10', 'excludes')],
      deciding: 0,
    },
    {
      name: 'whichever of them was sent first',
      outcome: other,
      given: [event(ada, '2026-02-10', 'excludes'), event(ben, '2026-02-20', 'excludes')],
      deciding: 1,
    },
    {
      name: 'of each the first exclusion counts, and of those the last',
      outcome: other,
      given: [
        event(ada, '2026-03-01', 'excludes'),
        event(ben, '2026-02-20', 'excludes'),
        event(ada, '2026-02-10', 'excludes'),
      ],
      deciding: 1,
    },
    {
      name: 'of two at one moment that of the first option',
      outcome: other,
      given: [event(ben, '2026-02-10', 'excludes'), event(ada, '2026-02-10', 'excludes')],
      deciding: 1,
    },
    {
      name: 'that all are excluded needs no reading, and is not one',
      outcome: other,
      given: [read('2026-04-30'), event(ada, '2026-02-10', 'excludes'), event(ben, '2026-02-20', 'excludes')],
      deciding: 2,
    },
    {
      name: 'other is what a reading says where only one is excluded',
      outcome: other,
      given: [event(ben, '2026-02-20', 'excludes'), read('2026-04-30')],
      deciding: 1,
    },
    {
      name: 'other is shown by an event of its own though all are excluded',
      outcome: other,
      given: [event(ben, '2026-02-20', 'excludes'), event(ada, '2026-02-10', 'excludes'), event(other, '2026-03-31')],
      deciding: 2,
    },
    {
      name: 'what bears on no option shows none',
      outcome: ada,
      given: [{ ...event(ada, '2026-02-01'), optionId: null }],
      deciding: 'needs a report',
    },
    {
      name: 'other is not excluded by what bears on no option',
      outcome: other,
      given: [{ ...event(ada, '2026-02-01', 'excludes'), optionId: null }],
      deciding: 'no source',
    },
    {
      name: 'other did not surely come where one is left',
      outcome: other,
      given: [event(ben, '2026-02-20', 'excludes')],
      deciding: 'no source',
    },
    {
      name: 'other did not come where a named one did',
      outcome: other,
      given: [read('2026-04-30'), event(ben, '2026-02-20')],
      deciding: 'shows “Ben”',
    },
    {
      name: 'is not what came where another is shown too',
      outcome: ben,
      given: [event(ada, '2026-02-10'), event(ben, '2026-02-20')],
      deciding: 'shows “Ada”',
    },
    {
      name: 'is not what came where the catch-all is shown too',
      outcome: ada,
      given: [event(ada, '2026-02-10'), event(other, '2026-02-20')],
      deciding: 'shows “somebody else”',
    },
    {
      name: 'other is not what came where a named one is shown too',
      outcome: other,
      given: [event(other, '2026-02-10'), event(ben, '2026-02-20')],
      deciding: 'shows “Ben”',
    },
    {
      name: 'is what came though another is shown after the window',
      outcome: ada,
      given: [event(ben, '2026-04-10'), event(ada, '2026-02-20')],
      deciding: 1,
    },
    {
      name: 'is not both shown and excluded',
      outcome: ada,
      given: [event(ada, '2026-02-10'), event(ada, '2026-02-20', 'excludes')],
      deciding: 'one shows it and another excludes it',
    },
    {
      name: 'news from before the question settles nothing',
      outcome: ada,
      given: [event(ada, '2024-02-01')],
      deciding: 'before the question',
    },
  ])('$name', ({ outcome, given, deciding }) => {
    const verdict = judgeOption(spring, outcome, options, given, TODAY)
    if (typeof deciding === 'number') expect(verdict).toMatchObject({ settles: true, deciding })
    else expect(verdict).toMatchObject({ settles: false, reason: expect.stringContaining(deciding) })
  })

  it('must be one of the question', () => {
    for (const { id } of options) expect(() => mustBeOutcome(options, id)).not.toThrow()
    for (const outcome of ['yes', 'no', 'opt_cyd'] as const) {
      expect(() => mustBeOutcome(options, outcome)).toThrow(
        expect.objectContaining({ code: 'invalid-input', remedy: expect.stringContaining('opt_ben (Ben)') }),
      )
    }
    expect(() => mustBeOutcome([], 'yes')).not.toThrow()
    expect(() => mustBeOutcome([], ada)).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ field: 'outcome' })] }),
    )
  })

  it('is judged for another version on the same evidence', () => {
    const terms = { wording: 'Who wins?', criteria: 'As counted.', condition: null, trigger: null }
    const first = { ...spring, ...terms }
    const settled = (outcome: `opt_${string}`, evidence: OptionEvidence[]) => ({
      version: first,
      outcome,
      options,
      evidence,
      deciding: 0,
      asOf: TODAY,
    })
    const winter = { ...window('2026-01-01', '2026-01-31'), ...terms }
    expect(ownOutcome(first, settled(ada, [event(ada, '2026-02-01')]))).toEqual({ outcome: ada, deciding: 0 })
    expect(ownOutcome(winter, settled(ada, [event(ada, '2026-02-01')]))).toBeNull()
    expect(ownOutcome(winter, settled(ada, [event(ada, '2026-01-20')]))).toEqual({ outcome: ada, deciding: 0 })
    expect(ownOutcome(winter, settled(ada, [event(ada, '2026-02-01'), read('2026-04-01')]))).toEqual({
      outcome: other,
      deciding: 1,
    })
  })
})

describe('an outcome is judged by the kind of the question', () => {
  const shown = { ...event(ada, '2026-02-01'), optionId: null }

  it('of options as one of them, and of no other', () => {
    expect(judgeOutcome(spring, ada, options, [event(ada, '2026-02-01')], TODAY)).toMatchObject({
      settles: true,
      reason: expect.stringMatching(/^“Ada”: /),
    })
    for (const outcome of ['yes', 'no', 'opt_cyd'] as const)
      expect(() => judgeOutcome(spring, outcome, options, [shown], TODAY)).toThrow(RangeError)
  })

  it('of none as yes or no, and as no option', () => {
    expect(judgeOutcome(spring, 'yes', [], [shown], TODAY)).toMatchObject({ settles: true, deciding: 0 })
    expect(judgeOutcome(spring, 'no', [], [read('2026-03-31')], TODAY)).toMatchObject({ settles: true, deciding: 0 })
    expect(judgeOutcome(spring, 'no', [], [shown], TODAY).settles).toBe(false)
    expect(() => judgeOutcome(spring, ada, [], [shown], TODAY)).toThrow(RangeError)
  })
})

describe('a forecast meets an outcome', () => {
  const added = { id: 'opt_cyd' as const, label: 'Cyd', isOther: false }
  it.each([
    ['as the option itself', [ada, ben, other], ada, ada],
    ['that was added later as the catch-all of then', [ada, ben, other], 'opt_cyd', other],
    ['that was added before as itself', [ada, ben, other, 'opt_cyd'], 'opt_cyd', 'opt_cyd'],
    ['not at all where it had no catch-all', [ada, ben], 'opt_cyd', null],
  ] as const)('%s', (_, standing, outcome, met) => {
    expect(metAs(standing, outcome, [...options, added])).toBe(met)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orientations } from '../../../src/core/question.ts'
import { judge } from '../../../src/core/resolution/judge.ts'
import { judgeOutcome, type OptionEvidence } from '../../../src/core/resolution/judge-options.ts'
import { type Outcome, outcomes } from '../../../src/core/resolution/lifecycle.ts'
import {
  type JudgedVersion,
  ownOutcome,
  type Settlement,
  type Terms,
  turned,
} from '../../../src/core/resolution/own-outcome.ts'
import { Day, plusDays, startOf, wholeDay } from '../../../src/core/time.ts'

const day = (text: string): Day => Day.parse(text)
const nothing = { optionId: null, happened: null, readThrough: null, reportingLagDays: 0 }
const event = (bearing: OptionEvidence['bearing'], on: string): OptionEvidence => ({
  ...nothing,
  kind: 'report',
  bearing,
  happened: wholeDay(day(on)),
})
const read = (through: string): OptionEvidence => ({
  ...nothing,
  kind: 'search-statement',
  bearing: 'none',
  readThrough: day(through),
})
const criteriaFixedAt = startOf(day('2025-01-01'))
const terms: Terms = { wording: 'It rains.', criteria: 'Yes if it rains.', condition: null, trigger: null }
const version = (from: string, to: string | null, orientation: JudgedVersion['orientation'] = 'as-worded') => ({
  ...terms,
  criteriaFixedAt,
  windowStart: day(from),
  windowEnd: to === null ? null : day(to),
  orientation,
})
const settled = (of: JudgedVersion, outcome: 'yes' | 'no', evidence: OptionEvidence[], deciding = 0): Settlement => ({
  version: of,
  outcome,
  options: [],
  evidence,
  deciding,
  asOf: day('2026-12-31'),
})

const spring = version('2026-01-01', '2026-03-31')
const summer = version('2026-01-01', '2026-06-30')
const opposed = (of: JudgedVersion): JudgedVersion => ({ ...of, orientation: 'opposite' })

describe('what a settlement says of another version', () => {
  it.each<{ name: string; own: JudgedVersion; of: Settlement; outcome: 'yes' | 'no' | null; deciding?: number }>([
    {
      name: 'the same window: the same outcome',
      own: spring,
      of: settled(spring, 'yes', [event('shows', '2026-02-01')]),
      outcome: 'yes',
    },
    {
      name: 'the other orientation: the outcome turned',
      own: opposed(spring),
      of: settled(spring, 'no', [read('2026-04-30')]),
      outcome: 'yes',
    },
    {
      name: 'a longer window that holds the event',
      own: summer,
      of: settled(spring, 'yes', [event('shows', '2026-02-01')]),
      outcome: 'yes',
    },
    {
      name: 'a longer window after a "no": nobody has read so far',
      own: summer,
      of: settled(spring, 'no', [read('2026-04-30')]),
      outcome: null,
    },
    {
      name: 'a longer window after a "no" on a reading past its end: it was of the shorter one, and nobody looked at May',
      own: summer,
      of: settled(spring, 'no', [read('2026-08-31')]),
      outcome: null,
    },
    {
      name: 'a window that began earlier: who searched from March on did not look at February',
      own: spring,
      of: settled(version('2026-03-01', '2026-03-31'), 'no', [read('2026-04-30')]),
      outcome: null,
    },
    {
      name: 'coverage is no different from a search',
      own: spring,
      of: settled(version('2026-03-01', '2026-03-31'), 'no', [{ ...read('2026-04-30'), kind: 'coverage' }]),
      outcome: null,
    },
    {
      name: 'a part of a window that was read to its end',
      own: spring,
      of: settled(summer, 'no', [read('2026-07-15')]),
      outcome: 'no',
    },
    {
      name: 'a shorter window that had ended before the event: a passed deadline is not evidence',
      own: spring,
      of: settled(summer, 'yes', [event('shows', '2026-05-01')]),
      outcome: null,
    },
    {
      name: 'a shorter window that had ended before the event, and was read to its end',
      own: spring,
      of: settled(summer, 'yes', [event('shows', '2026-05-01'), read('2026-04-01')]),
      outcome: 'no',
      deciding: 1,
    },
    {
      name: 'that the war ended in May does not show that it went on until March',
      own: opposed(spring),
      of: settled(summer, 'yes', [event('shows', '2026-05-01')]),
      outcome: null,
    },
    {
      name: 'unless somebody had read until then',
      own: opposed(spring),
      of: settled(summer, 'yes', [event('shows', '2026-05-01'), read('2026-04-01')]),
      outcome: 'yes',
      deciding: 1,
    },
    {
      name: 'what excludes it in a window excludes it in the part of that in which it happened',
      own: spring,
      of: settled(summer, 'no', [event('excludes', '2026-02-01')]),
      outcome: 'no',
    },
    {
      name: 'rain in May excludes a dry spring, and not a dry March',
      own: spring,
      of: settled(summer, 'no', [event('excludes', '2026-05-01')]),
      outcome: null,
    },
    {
      name: 'what excludes it until March, as a first opening in May, says nothing of June',
      own: summer,
      of: settled(spring, 'no', [event('excludes', '2026-05-01')]),
      outcome: null,
    },
    {
      name: 'evidence that carries both outcomes carries none',
      own: spring,
      of: settled(summer, 'no', [event('excludes', '2026-02-01'), event('shows', '2026-02-02')]),
      outcome: null,
    },
    {
      name: 'an event shown inside outweighs a reading that found none',
      own: version('2025-10-01', '2026-03-31'),
      of: settled(spring, 'no', [read('2026-04-30'), event('shows', '2025-12-01')]),
      outcome: 'yes',
      deciding: 1,
    },
    {
      name: 'a window without end, where it happened',
      own: version('2026-01-01', null),
      of: settled(spring, 'yes', [event('shows', '2026-02-01')]),
      outcome: 'yes',
    },
  ])('$name', ({ own, of, outcome, deciding = 0 }) => {
    expect(ownOutcome(own, of)).toEqual(outcome === null ? null : { outcome, deciding })
  })
})

const trigger = {
  questionId: 'qst_00000000000000000000000001',
  versionId: 'qsv_00000000000000000000000001',
  outcome: 'yes' as const,
  gates: false,
}

describe('a version on other terms', () => {
  it.each<[string, Partial<Terms>]>([
    ['wording', { wording: 'It pours.' }],
    ['criteria', { criteria: 'Yes if 10 mm fall.' }],
    ['condition', { condition: 'if the wind turns' }],
    ['trigger', { trigger }],
  ])('has no outcome by what was found on another %s', (_, other) => {
    const own = { ...spring, ...other }
    const shown = [event('shows', '2026-02-01')]
    expect(ownOutcome(own, settled(spring, 'yes', shown))).toBeNull()
    expect(ownOutcome(spring, settled(own, 'yes', shown))).toBeNull()
    expect(ownOutcome(own, settled({ ...summer, ...other }, 'yes', shown))).toEqual({ outcome: 'yes', deciding: 0 })
  })

  it('has none either where only another trigger, or whether it gates, tells them apart', () => {
    const of = settled({ ...spring, trigger: { ...trigger, gates: true } }, 'yes', [event('shows', '2026-02-01')])
    expect(ownOutcome({ ...spring, trigger }, of)).toBeNull()
    expect(ownOutcome({ ...spring, trigger: { ...trigger, gates: true } }, of)).not.toBeNull()
  })
})

const days = fc.integer({ min: 0, max: 200 }).map((n) => plusDays(day('2026-01-01'), n))
const versions = fc.tuple(days, fc.option(fc.nat({ max: 120 })), fc.constantFrom(...orientations)).map(
  ([windowStart, length, orientation]): JudgedVersion => ({
    ...terms,
    criteriaFixedAt,
    windowStart,
    windowEnd: length === null ? null : plusDays(windowStart, length),
    orientation,
  }),
)
const evidence = fc.array(
  fc.oneof(
    fc
      .tuple(fc.constantFrom('shows' as const, 'excludes' as const, 'none' as const), days)
      .map(([b, on]) => event(b, on)),
    days.map(read),
  ),
  { minLength: 1, maxLength: 4 },
)
/** Settlements that the judge lets pass. */
const settlements = fc
  .tuple(versions, evidence, fc.constantFrom(...outcomes))
  .map(([of, given, outcome]) => ({ of, given, outcome, verdict: judge(of, outcome, given, day('2026-12-31')) }))
  .filter(({ verdict }) => verdict.settles)
  .map(({ of, given, outcome, verdict }) => settled(of, outcome, given, verdict.settles ? verdict.deciding : 0))
const turn = (of: JudgedVersion): JudgedVersion => ({
  ...of,
  orientation: of.orientation === 'opposite' ? 'as-worded' : 'opposite',
})

/** What excluded the event in the window judged may say nothing of another, and then does not stand against "yes" there. */
const bearingOn = (told: Outcome, { evidence: all }: Settlement): OptionEvidence[] =>
  all.map((one) => (told === 'yes' && one.bearing === 'excludes' ? { ...one, bearing: 'none' as const } : one))

describe('for every settlement', () => {
  it('the version judged has its own outcome, and turning a version turns the outcome, twice not at all', () => {
    fc.assert(
      fc.property(settlements, (settlement) => {
        const { version: own, outcome, deciding } = settlement
        expect(ownOutcome(own, settlement)).toEqual({ outcome, deciding })
        expect(ownOutcome(turn(own), settlement)).toEqual({ outcome: turned(outcome), deciding })
        expect(ownOutcome(turn(turn(own)), settlement)).toEqual({ outcome, deciding })
      }),
    )
  })

  it('any other version has an outcome that the evidence carries there, or none; turned, the same evidence decides', () => {
    fc.assert(
      fc.property(settlements, versions, (settlement, own) => {
        const found = ownOutcome(own, settlement)
        const opposite = ownOutcome(turn(own), settlement)
        expect(opposite).toEqual(found && { ...found, outcome: turned(found.outcome) })
        if (found === null) return
        const told = own.orientation === settlement.version.orientation ? found.outcome : turned(found.outcome)
        const sameWindow =
          own.windowStart === settlement.version.windowStart && own.windowEnd === settlement.version.windowEnd
        if (sameWindow) expect(told).toBe(settlement.outcome)
        else expect(judgeOutcome(own, told, [], bearingOn(told, settlement), settlement.asOf).settles).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

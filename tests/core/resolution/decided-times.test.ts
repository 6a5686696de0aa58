import { describe, expect, it } from 'vitest'
import { decidedTimes } from '../../../src/core/resolution/decided-times.ts'
import type { LogStep, Outcome } from '../../../src/core/resolution/lifecycle.ts'
import type { Settlement } from '../../../src/core/resolution/own-outcome.ts'
import { wholeDay } from '../../../src/core/time.ts'
import { day, instant } from '../../support/embedded.ts'

const terms = {
  wording: 'It rains.',
  criteria: 'Rain.',
  condition: null,
  trigger: null,
  orientation: 'as-worded' as const,
  criteriaFixedAt: instant('2025-01-01T00:00:00.000Z'),
  windowStart: day('2025-01-01'),
  windowEnd: day('2025-12-31'),
}
const first = { ...terms, id: 'ver_1', version: 1 }
const heavy = { ...terms, id: 'ver_2', version: 2, criteria: 'At least 10 mm.' }
const opposite = { ...terms, id: 'ver_3', version: 3, orientation: 'opposite' as const }
type Version = Parameters<typeof decidedTimes>[0]
const versions: Version[] = [opposite, heavy, first]

/** `settle ver_2 yes` on the first day of the month after the one before. */
const logOf = (...entries: string[]) =>
  entries.map((text, at) => {
    const [step, versionId, outcome] = text.split(' ')
    return {
      step: step as LogStep,
      versionId: versionId === 'none' || versionId === undefined ? null : versionId,
      outcome: (outcome ?? null) as Outcome | null,
      recordedAt: instant(`2026-0${at + 1}-01T00:00:00.000Z`),
      settlement: null,
    }
  })
const monthOf = (at: string | null): number | null => (at === null ? null : Number(at.slice(5, 7)))

describe('decidedTimes', () => {
  it.each<[string, readonly string[], Version, [number | null, number | null]]>([
    ['nothing', [], first, [null, null]],
    ['its window only ended', ['close none'], first, [null, null]],
    ['the question settled on the same terms', ['settle ver_1 yes'], first, [1, null]],
    ['an entry without a version is of the first', ['settle none yes'], first, [1, null]],
    ['the question settled on other terms', ['settle ver_2 yes'], first, [null, null]],
    [
      'its own settlement before a later one of others',
      ['settle-version ver_1 yes', 'settle ver_2 no'],
      first,
      [1, null],
    ],
    ['a later settlement of another version', ['settle ver_2 no', 'settle-version ver_1 yes'], heavy, [1, null]],
    ['taken back and settled anew', ['settle ver_1 yes', 'reopen ver_1', 'settle ver_1 no'], first, [3, 2]],
    [
      'another version taken back',
      ['settle ver_2 no', 'settle-version ver_1 yes', 'reopen-version ver_1'],
      heavy,
      [1, null],
    ],
    [
      'its own taken back, and the question says it',
      ['settle ver_1 yes', 'settle-version ver_1 yes', 'reopen-version ver_1'],
      first,
      [1, 3],
    ],
    [
      'the question taken back under its own',
      ['settle ver_1 yes', 'settle-version ver_1 yes', 'reopen ver_1'],
      first,
      [2, null],
    ],
    ['its own terms say otherwise', ['settle ver_1 yes', 'settle-version ver_1 no'], first, [2, 2]],
    ['its own terms say the same, turned', ['settle ver_1 yes', 'settle-version ver_3 no'], opposite, [2, null]],
    [
      'taken back, and the same found again',
      ['settle ver_1 yes', 'reopen ver_1', 'settle ver_1 yes'],
      first,
      [3, null],
    ],
    ['the same found again, turned', ['settle ver_1 yes', 'reopen ver_1', 'settle ver_3 no'], first, [3, null]],
    [
      'the same found again on its own terms',
      ['settle ver_1 yes', 'reopen', 'settle-version ver_1 yes'],
      first,
      [3, null],
    ],
    ['taken back, and nothing found since', ['settle ver_1 yes', 'reopen ver_1'], first, [null, 2]],
    [
      'taken back, and only other terms settled since',
      ['settle ver_1 yes', 'reopen ver_1', 'settle ver_2 yes'],
      first,
      [null, 2],
    ],
    [
      'found again after it was void and other terms were settled',
      ['settle ver_1 yes', 'reopen', 'void', 'reopen', 'settle ver_2 no', 'reopen', 'settle ver_1 yes'],
      first,
      [7, null],
    ],
    [
      'its own taken back and found again',
      ['settle-version ver_1 yes', 'reopen-version ver_1', 'settle-version ver_1 yes'],
      first,
      [3, null],
    ],
    [
      'its own taken back and found otherwise',
      ['settle-version ver_1 yes', 'reopen-version ver_1', 'settle-version ver_1 no'],
      first,
      [3, 2],
    ],
    [
      'overturned, then only corrected',
      ['settle ver_1 yes', 'reopen', 'settle ver_1 no', 'reopen', 'settle ver_1 no'],
      first,
      [5, 2],
    ],
    [
      'overturned and then back to what it was',
      ['settle ver_1 yes', 'reopen', 'settle ver_1 no', 'reopen', 'settle ver_1 yes'],
      first,
      [5, 4],
    ],
    [
      'the entry without a version says what the first asks, not what another does',
      ['settle none yes', 'settle-version ver_1 yes'],
      first,
      [2, null],
    ],
    ['its own before its window closed', ['settle-version ver_1 yes', 'close-version ver_1'], first, [1, null]],
    ['its own before the question closed', ['settle-version ver_1 yes', 'close none'], first, [1, null]],
    ['its own while another is taken back', ['settle-version ver_1 yes', 'reopen-version ver_2'], first, [1, null]],
    ['what was never settled on its own terms', ['settle ver_1 yes', 'reopen-version ver_1'], first, [1, null]],
    [
      'its own while the question is settled and taken back',
      ['settle-version ver_1 yes', 'settle ver_1 no', 'reopen none'],
      first,
      [1, null],
    ],
    [
      'its own taken back while the question says otherwise',
      ['settle ver_1 no', 'settle-version ver_1 yes', 'reopen-version ver_1'],
      first,
      [1, 3],
    ],
    ['what overturned other terms', ['settle ver_2 yes', 'reopen ver_2', 'settle ver_2 no'], first, [null, null]],
  ])('%s', (_, log, version, expected) => {
    const { settledAt, overturnedAt } = decidedTimes(version, versions, logOf(...log))
    expect([monthOf(settledAt), monthOf(overturnedAt)]).toEqual(expected)
  })

  describe('of a version with another window', () => {
    const spring = { ...terms, id: 'ver_4', version: 4, windowEnd: day('2025-03-31') }
    const event = { kind: 'report', optionId: null, readThrough: null, reportingLagDays: 0 } as const
    const stoodOn = (version: Version, outcome: Outcome, evidence: Settlement['evidence']): Settlement => ({
      version,
      outcome,
      options: [],
      evidence,
      deciding: 0,
      asOf: day('2026-01-01'),
    })
    const rainOn = (on: string) => stoodOn(first, 'yes', [{ ...event, bearing: 'shows', happened: wholeDay(day(on)) }])
    const dry = stoodOn(first, 'no', [
      { ...event, kind: 'search-statement', bearing: 'none', happened: null, readThrough: day('2025-12-31') },
    ])

    it.each<[string, (Settlement | null)[], [number | null, number | null]]>([
      ['what its own days hold', [rainOn('2025-02-01')], [1, null]],
      ['what lies after its days', [rainOn('2025-05-01')], [null, null]],
      ['what lies after its days, taken back', [rainOn('2025-05-01'), null], [null, null]],
      ['what its own days hold, taken back', [rainOn('2025-02-01'), null], [null, 2]],
      ['what its days hold, then found otherwise', [rainOn('2025-02-01'), null, dry], [3, 2]],
      ['of the question another outcome, of it none before', [rainOn('2025-05-01'), null, dry], [3, null]],
      ['another day in its days', [rainOn('2025-02-01'), null, rainOn('2025-03-01')], [3, null]],
    ])('%s', (_, settlements, expected) => {
      const log = logOf(...settlements.map((one) => (one ? 'settle ver_1' : 'reopen ver_1'))).map((entry, at) => {
        const settlement = settlements[at] ?? null
        return { ...entry, outcome: settlement?.outcome ?? null, settlement }
      })
      const { settledAt, overturnedAt } = decidedTimes(spring, [first, spring], log)
      expect([monthOf(settledAt), monthOf(overturnedAt)]).toEqual(expected)
    })

    it('nothing where what it stands on is not known', () => {
      expect(decidedTimes(spring, [first, spring], logOf('settle ver_1 yes', 'reopen ver_1'))).toEqual({
        settledAt: null,
        overturnedAt: null,
      })
    })
  })
})

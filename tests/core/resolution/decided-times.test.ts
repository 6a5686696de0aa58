import { describe, expect, it } from 'vitest'
import { decidedTimes } from '../../../src/core/resolution/decided-times.ts'
import type { LogStep, Outcome } from '../../../src/core/resolution/lifecycle.ts'
import { instant } from '../../support/embedded.ts'

const terms = {
  wording: 'It rains.',
  criteria: 'Rain.',
  condition: null,
  trigger: null,
  orientation: 'as-worded' as const,
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
    ['what overturned other terms', ['settle ver_2 yes', 'reopen ver_2', 'settle ver_2 no'], first, [null, null]],
  ])('%s', (_, log, version, expected) => {
    const { settledAt, overturnedAt } = decidedTimes(version, versions, logOf(...log))
    expect([monthOf(settledAt), monthOf(overturnedAt)]).toEqual(expected)
  })
})

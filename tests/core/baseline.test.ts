import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Baseline, baselinesAt, noBaselineSentence, whyNoBaseline } from '../../src/core/baseline.ts'
import type { QuestionVersion } from '../../src/core/question.ts'
import { instant } from '../support/embedded.ts'

const VERSION = `qsv_${'0'.repeat(26)}`
const OTHER = `qsv_${'1'.repeat(26)}`
const noon = (day: string) => instant(`${day}T12:00:00.000Z`)

const at = (day: string, probability: number, more: Partial<Baseline> = {}): Baseline => ({
  id: `bsl_${day}_${probability}`,
  questionId: `qst_${'0'.repeat(26)}`,
  versionId: VERSION,
  kind: 'market',
  probability,
  at: { earliest: noon(day), latest: noon(day) },
  source: 'the exchange',
  url: null,
  archiveSha256: null,
  corrects: null,
  reason: null,
  correctedBy: null,
  digest: '',
  recordedAt: noon('2026-06-01'),
  ...more,
})
const version = (id: string, more: Partial<QuestionVersion>): [string, QuestionVersion] => [
  id,
  {
    ...({ wording: 'It rains.', criteria: 'Rain.', condition: null, trigger: null } as QuestionVersion),
    ...({ windowStart: '2026-01-01', windowEnd: '2026-12-31', orientation: 'as-worded' } as QuestionVersion),
    id,
    ...more,
  },
]
const OPPOSITE = `qsv_${'2'.repeat(26)}`
const LATER = `qsv_${'3'.repeat(26)}`
const versions = new Map([
  version(VERSION, {}),
  version(OTHER, { criteria: 'Snow.' }),
  version(OPPOSITE, { orientation: 'opposite' }),
  version(LATER, { windowEnd: '2027-12-31' as QuestionVersion['windowEnd'] }),
])
const prices = [at('2026-03-01', 0.4), at('2026-05-01', 0.7)]
const point = (day: string, versionId = VERSION) => ({ versionId, said: noon(day) })

describe('baselinesAt', () => {
  it.each<[string, Baseline[], string, number | undefined]>([
    ['the last before', prices, '2026-04-15', 0.4],
    ['one of that very instant', prices, '2026-05-01', 0.7],
    ['none of later', prices, '2026-02-01', undefined],
    ['none that was corrected', [at('2026-03-01', 0.4, { correctedBy: 'bsl_x' })], '2026-04-15', undefined],
    ['none that asks for something else', [at('2026-03-01', 0.4, { versionId: OTHER })], '2026-04-15', undefined],
    ['none of other days', [at('2026-03-01', 0.4, { versionId: LATER })], '2026-04-15', undefined],
    [
      'the complement of what asks for the opposite',
      [at('2026-03-01', 0.4, { versionId: OPPOSITE })],
      '2026-04-15',
      0.6,
    ],
    [
      'the later of two that ask the same',
      [at('2026-03-01', 0.4), at('2026-04-01', 0.3, { versionId: OPPOSITE })],
      '2026-04-15',
      0.7,
    ],
    [
      'by the latest bound of its date',
      [at('2026-03-01', 0.4, { at: { earliest: noon('2026-03-01'), latest: noon('2026-04-16') } })],
      '2026-04-15',
      undefined,
    ],
    [
      'of one date the one recorded last',
      [at('2026-03-01', 0.4), at('2026-03-01', 0.5, { recordedAt: noon('2026-06-02') })],
      '2026-04-15',
      0.5,
    ],
    ['nothing of nothing', [], '2026-04-15', undefined],
  ])('takes %s', (_, recorded, said, expected) => {
    for (const order of [recorded, recorded.toReversed()]) {
      expect(baselinesAt(order, point(said), versions).get('market')?.probability).toBe(expected)
    }
  })

  it('takes one of each kind', () => {
    const both = [...prices, at('2026-01-01', 0.2, { kind: 'base-rate' })]
    const counting = baselinesAt(both, point('2026-04-15'), versions)
    expect([...counting.values()].map(({ baseline: { kind }, probability }) => [kind, probability]).sort()).toEqual([
      ['base-rate', 0.2],
      ['market', 0.4],
    ])
  })

  it('never takes what is of later than the forecast, and otherwise always something', () => {
    const days = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    const dayOf = (date: Date) => date.toISOString().slice(0, 10)
    fc.assert(
      fc.property(fc.array(days, { maxLength: 6 }), days, (dates, said) => {
        const recorded = dates.map((date) => at(dayOf(date), 0.5))
        const before = recorded.map((one) => one.at.latest).filter((moment) => moment <= noon(dayOf(said)))
        const found = baselinesAt(recorded, point(dayOf(said)), versions).get('market')
        expect(found?.baseline.at.latest).toBe(before.sort().at(-1))
      }),
    )
  })
})

describe('whyNoBaseline', () => {
  it.each<[string, Baseline[], string | null]>([
    ['2026-04-15', prices, null],
    ['2026-02-01', prices, 'the first market baseline of its version is of later than it was said'],
    ['2026-04-15', [], 'no market baseline is recorded on this question'],
    [
      '2026-04-15',
      [at('2026-03-01', 0.4, { versionId: OTHER })],
      'its market baselines are of versions that ask for something else',
    ],
    [
      '2026-04-15',
      [at('2026-03-01', 0.4, { versionId: LATER })],
      'its market baselines are of versions that ask for other days',
    ],
    [
      '2026-04-15',
      [at('2026-03-01', 0.4, { correctedBy: 'bsl_x' })],
      'no market baseline is recorded on this question',
    ],
  ])('said on %s', (said, recorded, why) => {
    const reason = whyNoBaseline(recorded, 'market', point(said), versions)
    expect(reason && noBaselineSentence(reason, 'market')).toBe(why)
  })
})

import { describe, expect, it } from 'vitest'
import { figuresOf } from '../../../src/core/evaluation/figures.ts'
import { GoldNegative, GoldPrediction, type MeasuredCandidate } from '../../../src/core/evaluation/gold.ts'
import { type LabelledDocument, measureDocument } from '../../../src/core/evaluation/measure.ts'
import { sumTallies } from '../../../src/core/evaluation/tally.ts'
import { Day } from '../../../src/core/time.ts'

const text =
  'The mill will close by June if orders fall. Ann Roe said the bank may cut rates. Would anyone mind? The law may be dull, but it works.'

const label = (id: string, quote: string, rest: Partial<GoldPrediction> = {}): GoldPrediction =>
  GoldPrediction.parse({
    id,
    doc: 'mill.txt',
    quote,
    attribution: 'own',
    probability: { low: 0.8, mid: 0.9, high: 0.99 },
    strength: 'core',
    ...rest,
  })
const mill = label('mill', 'The mill will close by June if orders fall', {
  horizon_text: 'by June',
  horizon_end: Day.parse('2026-06-30'),
  conditional: 'if orders fall',
})
const bank = label('bank', 'the bank may cut rates', {
  attribution: 'quoted',
  probability: { low: 0.2, mid: 0.42, high: 0.6 },
})
const dull = GoldNegative.parse({
  doc: 'mill.txt',
  quote: 'The law may be dull',
  class: 'concession',
  severity: 'hard',
})
const document: LabelledDocument = {
  name: 'mill.txt',
  text,
  publishedAt: Day.parse('2026-01-01'),
  predictions: [mill, bank],
  negatives: [dull],
}

const candidate = (quote: string, rest: Partial<MeasuredCandidate> = {}): MeasuredCandidate => {
  const start = text.indexOf(quote)
  return { quote, start, end: start + quote.length, attribution: 'own', probability: { mid: 0.9 }, ...rest }
}
const perfect = [
  candidate(mill.quote, {
    window: { end: Day.parse('2026-06-30'), source: 'stated' },
    condition: 'orders fall',
  }),
  candidate(bank.quote, { attribution: 'quoted', probability: { mid: 0.4 } }),
]
const classesOf = (candidates: readonly MeasuredCandidate[]) =>
  measureDocument(document, candidates).errors.map((error) => `${error.class}: ${error.id ?? error.detail}`)

describe('measureDocument', () => {
  it('finds nothing wrong with the labels themselves', () => {
    const { tally, errors } = measureDocument(document, perfect)
    expect(errors).toEqual([])
    expect(tally).toMatchObject({ core: 2, found: 2, candidates: 2, alarms: 0, quotedRight: 1, windowsRight: 1 })
  })

  it.each([
    ['nothing found', [], ['miss: mill', 'miss: bank']],
    ['a negative taken', [...perfect, candidate('The law may be dull')], ['false alarm: concession']],
    ['a question taken', [...perfect, candidate('Would anyone mind?')], ['false alarm: unlabelled']],
    ['a quote from elsewhere', [...perfect, { quote: 'Made up', start: 0, end: 7 }], ['quote not in text: ']],
    ['the wrong voice', [perfect[0], candidate(bank.quote, { probability: { mid: 0.4 } })], ['attribution: bank']],
    [
      'the wrong side',
      [perfect[0], candidate(bank.quote, { attribution: 'quoted', probability: { mid: 0.95 } })],
      ['side: bank', 'near: bank'],
    ],
    [
      'a default end for a stated one',
      [{ ...perfect[0], window: { end: Day.parse('2026-06-30'), source: 'default' } }, perfect[1]],
      ['window: mill'],
    ],
    [
      'an end and a condition out of nowhere',
      [
        perfect[0],
        { ...perfect[1], window: { end: Day.parse('2026-03-01'), source: 'rule' }, condition: 'if it rains' },
      ],
      ['invented end: bank', 'false condition: bank'],
    ],
  ] as [string, MeasuredCandidate[], string[]][])('%s', (_, candidates, errors) => {
    expect(classesOf(candidates)).toEqual(errors)
  })

  it('counts no hard negative for what is listed as unscorable', () => {
    const taken = (scorable: boolean) =>
      measureDocument(document, [candidate('The law may be dull', { scorable })]).tally.negativesTaken
    expect([taken(true), taken(false)]).toEqual([1, 0])
  })

  it('does not let one long candidate find two labels', () => {
    const { tally } = measureDocument(document, [candidate(text.slice(0, 82))])
    expect(tally.found).toBeLessThan(2)
  })

  it('neither rewards nor punishes borderline labels', () => {
    const borderline = { ...document, predictions: [mill, { ...bank, strength: 'borderline' as const }] }
    for (const candidates of [perfect, perfect.slice(0, 1)]) {
      const { tally } = measureDocument(borderline, candidates)
      expect(tally).toMatchObject({ core: 1, found: 1, alarms: 0 })
    }
  })
})

describe('figuresOf', () => {
  const good = measureDocument(document, perfect).tally
  const poor = measureDocument(document, [candidate('Would anyone mind?')]).tally
  const figure = (name: string, tallies = [good, poor]) =>
    figuresOf(tallies, { resamples: 500, seed: 7 }).find((one) => one.name === name)

  it('pools counts over documents', () => {
    expect(sumTallies([good, poor]).core).toBe(4)
    expect(figure('recall of core')?.value).toBe(0.5)
    expect(figure('precision')?.value).toBeCloseTo(2 / 3, 12)
    expect(figure('F1')?.value).toBeCloseTo(4 / 7, 12)
  })

  it('bounds them by resampling documents, alike for the same seed', () => {
    expect(figure('recall of core')).toMatchObject({ low: 0, high: 1 })
    expect(figure('F1')).toEqual(figure('F1'))
    expect(figure('recall of core', [good, good])).toMatchObject({ low: 1, high: 1 })
  })

  it('has no interval for one document and no value where nothing was counted', () => {
    expect(figure('F1', [good])).toMatchObject({ value: 1, low: null, high: null })
    expect(figure('window end right', [])).toMatchObject({ value: null })
  })

  it('averages attribution over the classes that occur', () => {
    const always = measureDocument(document, [perfect[0], candidate(bank.quote)] as MeasuredCandidate[]).tally
    expect(figure('attribution right', [always])?.value).toBe(0.5)
    expect(figure('attribution, class average', [always])?.value).toBe(0.5)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Author } from '../../../src/core/author.ts'
import { phrases } from '../../../src/core/lexicon/phrases.ts'
import { AuthorLexicon, authorLexicon, lexiconFrom } from '../../../src/queries/report/author-lexicon.ts'
import { calibration } from '../../../src/queries/report/calibration.ts'
import { findAuthor } from '../../../src/storage/authors.ts'
import type { MonthlyCounts } from '../../../src/storage/report-counts.ts'
import { accepted, type Said, settleNo, settleYes } from '../../actions/story.ts'
import { instant, inWorld } from '../../support/embedded.ts'

const now = instant('2026-06-01T00:00:00.000Z')
const part = { collection: null, timing: 'prospective', voice: 'own', now } as const
const author = Author.parse({
  id: `aut_${'0'.repeat(26)}`,
  name: 'Ada',
  slug: 'ada',
  kind: 'person',
  bot: false,
  recordedAt: now,
})

type Row = { form: string; n: number; hits: number; pending?: number; weak?: boolean }
/** Counts of these forms, each statement in a family of its own. */
const countsOf = (rows: readonly Row[]): MonthlyCounts => ({
  forms: rows.map(({ form, n, hits, pending = 0, weak = false }) => ({
    form,
    n,
    hits,
    pending,
    void: 0,
    weakHedge: weak,
    dueMonth: '2026-03',
  })),
  families: rows
    .filter(({ weak }) => !weak)
    .flatMap(({ form, n, hits }) =>
      Array.from({ length: n }, (_, at) => ({
        familyId: `${form} ${at}`,
        dueMonth: '2026-03',
        form,
        n: 1,
        hits: at < hits ? 1 : 0,
      })),
    ),
  weakFamilies: [],
})
const read = (rows: readonly Row[], entered = false) =>
  AuthorLexicon.strict().parse(lexiconFrom(author, part, { entered }, countsOf(rows)))

describe('the own lexicon', () => {
  it('tells of each phrase how often what was asserted happened, beside what readers and standards say', () => {
    // Of the opposite 10, of which the positive event came 3 times: 7 came as asserted.
    const { phrases: rows, n } = read([
      { form: 'phrase:likely:+', n: 27, hits: 15 },
      { form: 'phrase:likely:-', n: 10, hits: 3 },
      { form: 'micro:900000', n: 2, hits: 2 },
    ])
    expect(n).toBe(39)
    expect(rows).toHaveLength(1)
    const [likely] = rows
    expect(likely).toMatchObject({
      phrase: 'likely',
      weak: false,
      n: 37,
      hits: 22,
      frequency: 22 / 37,
      jeffreys: { mean: 22.5 / 38, level: 0.95 },
      readers: {
        mean: phrases.likely.mid,
        low: phrases.likely.low,
        high: phrases.likely.high,
        asked: phrases.likely.n,
      },
    })
    expect(likely?.standards.find(({ yardstick }) => yardstick === 'icd-203')).toEqual({
      yardstick: 'icd-203',
      name: 'ICD 203',
      term: 'likely',
      low: 0.55,
      high: 0.8,
      inBand: { within: true, belowBand: expect.closeTo(0.759, 1), aboveBand: expect.closeTo(0.999, 2) },
    })
    expect(likely?.independentUses).toBeCloseTo(37, 10)
    expect(likely?.sentence).toMatch(
      /^Of 37 things called "likely", 22 happened \(59 %; 4\d–7\d %\)\. Readers hear \d+ %; /,
    )
    expect(likely?.sentence).toContain('ICD 203 means 55–80 %')
  })

  it('shows what waits without a frequency, and weak hedges in a slice of their own', () => {
    const {
      phrases: rows,
      weak,
      hedges,
    } = read([
      { form: 'phrase:likely:+', n: 0, hits: 0, pending: 2 },
      { form: 'phrase:may:+', n: 3, hits: 1, weak: true },
    ])
    expect(rows).toMatchObject([{ phrase: 'likely', n: 0, pending: 2, frequency: null, sentence: null }])
    expect(weak).toMatchObject([{ phrase: 'may', weak: true, n: 3, hits: 1, frequency: null }])
    expect(hedges).toMatchObject({
      statements: 5,
      committed: 2,
      hedged: 3,
      share: 0.6,
      byPhrase: [{ phrase: 'may', n: 3 }],
    })
  })

  it('has a frequency, an interval and a sentence from ten settled uses on, within bounds while any are open', () => {
    const rowOf = (n: number, pending = 0) => read([{ form: 'phrase:likely:+', n, hits: 6, pending }]).phrases[0]
    const few = { jeffreys: null, aboveReaders: null, pooled: null, sentence: null, bounds: null }
    expect(rowOf(9)).toMatchObject({ n: 9, hits: 6, frequency: null, ...few })
    const named = rowOf(9)?.withheld ?? []
    expect(named.map(({ field }) => field)).toEqual(
      expect.arrayContaining([
        'frequency',
        'independentUses',
        ...Object.keys(few),
        'readers.inBand',
        'standards.0.inBand',
      ]),
    )
    for (const { rule } of named) expect(rule).toBe('"likely" needs 10 settled uses; this author has 9')
    expect(rowOf(10)?.withheld).toEqual([])
    expect(rowOf(10)).toMatchObject({ n: 10, frequency: 0.6, bounds: { lowest: 0.6, highest: 0.6 } })
    expect(rowOf(10)?.sentence).toMatch(/^Of 10 things called "likely", 6 happened/)
    expect(rowOf(10, 5)).toMatchObject({ pending: 5, bounds: { lowest: 6 / 15, highest: 11 / 15 } })
    expect(rowOf(9, 20)).toMatchObject({ n: 9, pending: 20, frequency: null, bounds: null })
  })

  it('names why an order or a score is not there, where no rule withholds it', () => {
    const fieldsOf = (rows: readonly Row[]) => read(rows).missing.filter(({ field }) => !field.includes('yardsticks'))
    expect(fieldsOf([{ form: 'phrase:likely:+', n: 40, hits: 30 }])).toEqual([
      { field: 'order.tau', reason: 'an order needs two phrases' },
      { field: 'order.weightedTau', reason: 'an order needs two phrases' },
    ])
    expect(fieldsOf([{ form: 'micro:900000', n: 40, hits: 30 }])).toEqual([
      { field: 'order.tau', reason: 'nothing was said in words' },
      { field: 'order.weightedTau', reason: 'nothing was said in words' },
      { field: 'scores.ownWords', reason: 'nothing was said in words' },
    ])
    const { scores, missing } = read([{ form: 'phrase:likely:+', n: 40, hits: 30 }])
    const nulls = (scores?.yardsticks ?? []).flatMap(({ free, shared, midpoint, expectedUniform }) =>
      [free, shared, midpoint, expectedUniform].filter((one) => one === null),
    )
    expect(missing.filter(({ field }) => field.includes('yardsticks'))).toHaveLength(nulls.length)
  })

  it.each([
    { n: 9, withheld: ['order', 'scores'] },
    { n: 10, withheld: ['order'] },
    { n: 30, withheld: [] },
  ])('withholds order and scores by the families: $n', ({ n, withheld }) => {
    const lexicon = read([{ form: 'phrase:likely:+', n, hits: 3 }])
    expect(lexicon.withheld.map(({ field }) => field)).toEqual(withheld)
    expect(lexicon.scores === null).toBe(withheld.includes('scores'))
    expect(lexicon.order === null).toBe(withheld.includes('order'))
    expect(lexicon.phrases[0]?.n).toBe(n)
    for (const { rule } of lexicon.withheld)
      expect(rule).toMatch(/^the (order of words|score under every reading) needs \d+ famil/)
  })

  it('lets order and scores wait for what is open, but not in entered cohorts', () => {
    const rows = [{ form: 'phrase:likely:+', n: 40, hits: 30, pending: 1 }]
    expect(read(rows).withheld.map(({ rule }) => rule)).toEqual([
      expect.stringMatching(/^the order of words waits for a question/),
      expect.stringMatching(/^the score under every reading waits for a question/),
    ])
    expect(read(rows, true).withheld).toEqual([])
  })

  it('finds words that came true against their order', () => {
    const { order } = read([
      { form: 'phrase:likely:+', n: 20, hits: 15 },
      { form: 'phrase:very-likely:+', n: 10, hits: 5 },
      { form: 'phrase:unlikely:+', n: 10, hits: 1 },
    ])
    expect(order).toMatchObject({
      tau: expect.closeTo(1 / 3, 12),
      violations: [{ lower: 'likely', higher: 'very-likely' }],
    })
  })
})

const word = fc.record({
  phrase: fc.constantFrom('likely', 'unlikely', 'very-likely', 'probably', 'about-even'),
  polarity: fc.constantFrom('+', '-'),
  n: fc.integer({ min: 1, max: 20 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
})

describe('scores under every reading', () => {
  it('hold the headline: expected = at the mean + variance, and every bound holds what is inside it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 3, maxLength: 8, selector: (w) => w.phrase + w.polarity }),
        (words) => {
          const rows = words.map(({ phrase, polarity, n, share }) => ({
            form: `phrase:${phrase}:${polarity}`,
            n: n + 5,
            hits: Math.round(share * (n + 5)),
          }))
          const { scores, phrases: own } = read(rows)
          expect(scores?.expectedBrier).toBeCloseTo((scores?.atMean ?? 0) + (scores?.lexiconVariance ?? 0), 12)
          expect(scores?.bounds.free.lowest).toBeLessThanOrEqual((scores?.bounds.shared.lowest ?? 0) + 1e-12)
          expect(scores?.bounds.free.highest).toBeGreaterThanOrEqual((scores?.bounds.shared.highest ?? 1) - 1e-12)
          expect(scores?.inWords).toBe(own.reduce((so, { n }) => so + n, 0))
          for (const { shared, free, covered, midpoint } of scores?.yardsticks ?? []) {
            if (!shared || !free) expect(covered).toBe(0)
            else if (midpoint !== null) {
              expect(midpoint).toBeGreaterThanOrEqual(shared.lowest - 1e-12)
              expect(midpoint).toBeLessThanOrEqual(shared.highest + 1e-12)
            }
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})

it('reads the words of an author as they were settled, the same as the report', () =>
  inWorld(async (world) => {
    const said = (quote: string, more: Partial<Said> = {}): Said => ({
      on: '2026-01-05',
      quote,
      end: '2026-03-31',
      ...more,
    })
    const first = await accepted(world, said('It will likely rain.'))
    await settleYes(world, { question: first.question.id, now: '2026-04-10', on: '2026-02-01' })
    const second = await accepted(world, said('It may snow.', { found: { weakHedge: true, phrase: 'may' } }))
    await settleNo(world, { question: second.question.id, now: '2026-04-10' })
    const ada = await findAuthor(world.tx, 'ada')
    if (!ada) throw new Error('no author')
    const lexicon = await authorLexicon(world.tx, ada, part)
    const report = await calibration(world.tx, { author: ada, ...part })
    expect({ n: lexicon.n, families: lexicon.families }).toEqual({ n: report.n, families: report.families })
    expect(lexicon.phrases).toMatchObject([{ phrase: 'likely', n: 1, hits: 1 }])
    expect(lexicon.weak).toMatchObject([{ phrase: 'may', n: 1, hits: 0 }])
  }))

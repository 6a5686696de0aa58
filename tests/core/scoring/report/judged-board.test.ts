import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { author, item, judged, MONTH, months, type Skilled, sampled, skilled } from './board-of.ts'

const rowsOf = (board: ReturnType<typeof judged>) => Object.fromEntries(board.rows.map((row) => [row.id, row]))
const two = (n: number) => [
  author(
    'a',
    Array.from({ length: n }, (_, at) => item(at, 0.8, 1)),
  ),
  author(
    'b',
    Array.from({ length: n }, (_, at) => item(at, 0.6, 1)),
  ),
]

describe('judgedBoard', () => {
  it('is the worked example', () => {
    const { against, method, rows } = judged(two(40))
    expect([against, method]).toEqual(['others', 'head-to-head'])
    const rule = 'differences are shrunk where 20 authors can be compared; below, they are ordered head to head'
    for (const { rank, withheld } of rows.filter((row) => row.rank !== null)) {
      expect(rank).toBeGreaterThan(0)
      for (const field of ['shrunk', 'rankInterval', 'topTen']) expect(withheld).toContainEqual({ field, rule })
    }
    expect(rows).toMatchObject([
      { id: 'a', rank: 1, provisional: true, difference: { mean: expect.closeTo(0.12, 12) }, notRanked: null },
      { id: 'b', rank: 2, provisional: true, difference: { mean: expect.closeTo(-0.12, 12) }, notRanked: null },
    ])
  })

  it.each([
    ['too few families', two(29), months, 'a provisional rank needs 30 families; this author has 29'],
    [
      'no cohort that has entered',
      two(40),
      [{ month: '2025-01', due: 199, settled: 199 }],
      'the collection has not yet 200 questions due in past months with 95 % of them settled',
    ],
    ['no collection', two(40), null, 'the collection has not yet 200 questions due'],
    [
      'a cohort of other months',
      two(40),
      [{ month: '2024-12', due: 300, settled: 300 }],
      'none of their questions is in a cohort that has entered',
    ],
    ['a bar', two(40).map((one) => ({ ...one, barred: 'listed, never ranked' })), months, 'listed, never ranked'],
    ['nobody to compare with', two(40).slice(0, 1), months, 'a rank needs 10 questions in common'],
  ] as const)('ranks nobody for %s, and says so', (_, authors, of, rule) => {
    for (const row of judged(authors, {}, { months: of }).rows) {
      expect(row).toMatchObject({ rank: null, shrunk: null, rankInterval: null, topTen: null, tiedWith: [] })
      expect(row.notRanked).toContain(rule)
    }
  })

  it.each([
    [99, true],
    [100, false],
  ])('of %d families: provisional %s', (n, provisional) => {
    for (const row of judged(two(n)).rows) expect(row).toMatchObject({ provisional, rank: expect.any(Number) })
  })

  it.each([
    [29, 'a provisional rank needs 30 families in the difference from the others; this one rests on 29'],
    [30, null],
    [99, null],
  ])('of 120 families with %d behind the difference', (common, notRanked) => {
    // The rest of each is on questions of their own.
    const apart = two(120).map((one, who) => ({
      ...one,
      items: one.items.map((each, at) => {
        const own = `${who} ${at}`
        return at < common ? each : { ...each, question: own, family: own }
      }),
    }))
    for (const row of judged(apart).rows) {
      expect(row).toMatchObject({ families: 120, difference: { families: common }, provisional: true, notRanked })
      expect(row.rank === null).toBe(notRanked !== null)
    }
  })

  it('counts what is void in the months of the rest', () => {
    const voided = [MONTH, MONTH, '2025-02'].map((dueMonth, at) => ({ dueMonth, family: `v${at}`, p: 0.5, said: 0 }))
    const authors = two(40).map((one) => ({ ...one, void: voided }))
    expect(judged(authors).rows.map((row) => row.void)).toEqual([2, 2])
    expect(judged(authors, {}, { months: null }).rows.map((row) => row.void)).toEqual([3, 3])
  })

  it('gives a part differences with intervals, and neither ranks nor verdicts', () => {
    const [whole, part] = [judged(two(40)), judged(two(40), { part: true })]
    expect(part.method).toBeNull()
    expect(part.rows.map(({ id, difference }) => [id, difference])).toEqual(
      whole.rows.map(({ id, difference }) => [id, difference]),
    )
    for (const { rank, verdict, notRanked, withheld } of part.rows) {
      expect([rank, verdict]).toEqual([null, null])
      expect(notRanked).toBe('a rank is given on whole boards: parts could be cut until one shows')
      expect(withheld).toContainEqual({
        field: 'verdict',
        rule: 'a verdict is given on whole boards: parts could be cut until one shows',
      })
    }
  })

  it('withholds by the table of minimum families and names what', () => {
    const [row] = judged(two(9)).rows
    expect(row).toMatchObject({ n: 9, hits: 9, brier: null, bounds: null, verdict: null })
    expect(row?.withheld.map(({ field }) => field)).toEqual([
      ...['brier', 'bounds', 'shrunk', 'rankInterval', 'topTen', 'verdict'],
    ])
  })

  it('holds against a baseline where it stands beside ten forecasts of everybody', () => {
    const priced = two(40).map((one) => ({
      ...one,
      items: one.items.map((each) => ({ ...each, references: { market: 0.7 } })),
    }))
    const { against, rows, references } = judged(priced)
    expect(against).toBe('market')
    expect(rows.map(({ difference }) => difference?.mean)).toEqual([
      expect.closeTo(0.09 - 0.04, 12),
      expect.closeTo(0.09 - 0.16, 12),
    ])
    expect(references.find(({ reference }) => reference === 'market')).toMatchObject({
      n: 40,
      brier: { mean: expect.closeTo(0.09, 12) },
      difference: { against: 'market', mean: expect.closeTo(0, 12) },
    })
  })
})

describe('reference forecasters', () => {
  it('stand apart with n, score and difference, and never with a rank', () => {
    const { references, rows } = judged(two(40))
    expect(references).toMatchObject([
      { reference: 'half', n: 40, brier: { mean: 0.25 }, difference: { mean: expect.closeTo(0.1 - 0.25, 12) } },
      { reference: 'others', n: 40, brier: { mean: expect.closeTo(0.09, 12) } },
      { reference: 'in-sample-base-rate', inSample: true, brier: { mean: 0 } },
    ])
    for (const one of references) expect(Object.keys(one)).not.toContain('rank')
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('show no figure below ten families, and none while what is due waits outside entered cohorts', () => {
    const open = { family: 'open', p: 0.8, said: 0, dueMonth: MONTH }
    const waiting = two(40).map((one) => ({ ...one, pending: [open] }))
    const outside = [{ month: MONTH, due: 41, settled: 40 }]
    const hidden = { brier: null, difference: null }
    for (const [board, rule] of [
      [judged(two(9)), 'a mean needs 10 families; these are 9'],
      [judged(waiting, {}, { months: outside }), 'the score of a reference waits for 2 statements that are due'],
      [judged(waiting, {}, { months: null }), 'the score of a reference waits for 2 statements that are due'],
    ] as const) {
      expect(board.references.map(({ reference }) => reference)).toEqual(['half', 'others', 'in-sample-base-rate'])
      for (const one of board.references)
        expect(one).toMatchObject({
          ...hidden,
          ...(one.reference === 'half' && { brier: { mean: 0.25, low: 0.25, high: 0.25 } }),
          withheld: expect.stringContaining(rule),
        })
    }
    // Settled or in a cohort that has entered they are shown.
    for (const board of [judged(two(40), {}, { months: outside }), judged(waiting)])
      for (const one of board.references) expect(one).toMatchObject({ brier: expect.any(Object), withheld: null })
  })

  it('take a recorded base rate for the one of the sample, and none of an empty board', () => {
    const rated = two(40).map((one) => ({
      ...one,
      items: one.items.map((each, at) => ({ ...each, references: at < 12 ? { 'base-rate': 0.9 } : {} })),
    }))
    const names = judged(rated).references.map(({ reference, n }) => [reference, n])
    expect(names).toEqual([
      ['half', 40],
      ['base-rate', 12],
      ['others', 40],
    ])
    expect(judged([]).references).toEqual([])
  })
})

describe('verdicts', () => {
  const overconfident = sampled('bold', 200, { truth: (p) => 0.5 + (p - 0.5) * 0.2 })
  const calibrated = sampled('calm', 200)

  it('come with their evidence, over everybody at once', () => {
    const { bold, calm } = rowsOf(judged([overconfident, calibrated]))
    expect(bold?.verdict?.code).toMatch(/^miscalibrated:over-confident/)
    expect(bold?.verdict?.evidence).toMatchObject({ statements: 200, families: 200, survivesEBH: true })
    expect(calm?.verdict?.code).toMatch(/^no-sign/)
    expect(calm?.verdict?.sentence).toMatch(/it would have shown a slope of 0\.6 with/)
  })

  it('take back a finding that does not stand once many are tested', () => {
    const hardly = sampled('hardly', 60, { truth: (p) => 0.5 + (p - 0.5) * 0.45, seed: 'three' })
    const alone = rowsOf(judged([hardly]))['hardly']?.verdict
    const crowd = Array.from({ length: 60 }, (_, at) => sampled(`c${at}`, 30))
    const among = rowsOf(judged([hardly, ...crowd], { draws: 20 }))['hardly']?.verdict
    const e = alone?.evidence.eValue ?? 0
    expect(among?.evidence.eValue).toBe(e)
    expect(e).toBeGreaterThanOrEqual(20)
    expect(e).toBeLessThan(610)
    expect(alone?.code).toMatch(/^miscalibrated/)
    expect(among?.code).toBe('strong-alone')
  })

  it.each([
    ['outside entered cohorts', [{ month: '2025-01', due: 10, settled: 10 }], true],
    ['on a part of a board', months, false],
  ] as const)('are not given %s', (_, of, words) => {
    const { rows } = judged([overconfident, calibrated], { words }, { months: of })
    for (const { verdict, withheld } of rows) {
      expect(verdict).toBeNull()
      expect(withheld).toContainEqual({ field: 'verdict', rule: expect.any(String) })
    }
  })

  it('have a lean only where every question was worded by rule', () => {
    const shifted = sampled('high', 300, { truth: (p) => p * 0.5 })
    const found = { ...shifted, items: shifted.items.map((one, at) => ({ ...one, canonical: at > 0 })) }
    expect(rowsOf(judged([shifted]))['high']?.verdict?.code).toContain('says-too-much')
    expect(rowsOf(judged([found]))['high']?.verdict?.code).not.toContain('says-too-much')
  })
})

describe('what plays no part', () => {
  const field = skilled(24, { skill: 0.05, fewest: 30, most: 80, stock: 120, seed: 'field' })

  it('is the order of authors and of their items', () => {
    const board = judged(field)
    expect(board.method).toBe('shrunk')
    fc.assert(
      fc.property(fc.shuffledSubarray(field, { minLength: field.length }), fc.nat(), (shuffled, by) => {
        const turned = shuffled.map((one) => ({
          ...one,
          items: [...one.items.slice(by % one.items.length), ...one.items.slice(0, by % one.items.length)],
        }))
        expect(judged(turned)).toEqual(board)
      }),
      { numRuns: 5 },
    )
  })

  it('is an author who answers nothing in common', () => {
    const ranks = (board: ReturnType<typeof judged>) => board.rows.map(({ id, rank, shrunk }) => [id, rank, shrunk])
    const apart = author(
      'zz',
      Array.from({ length: 60 }, (_, at) => item(900 + at, 0.9, at % 2 ? 1 : 0)),
    )
    const [without, having] = [judged(field), judged([...field, apart])]
    expect(ranks(having).filter(([id]) => id !== 'zz')).toEqual(ranks(without))
    expect(rowsOf(having)['zz']).toMatchObject({ rank: null, notRanked: expect.stringContaining('in common') })
  })
})

const mean = (values: readonly number[]): number => values.reduce((so, value) => so + value, 0) / values.length

describe('a board of 200 whose true skill has sd .03', () => {
  const BOARDS = 12
  const rounds = Array.from({ length: BOARDS }, (_, at) => {
    const authors = skilled(200, { skill: 0.03, fewest: 30, most: 150, stock: 400, seed: `board ${at}` })
    return { authors, board: judged(authors, { words: false }) }
  })
  const truthOf = (authors: readonly Skilled[], id: string): number => {
    // A crowd of about 200 has the mean skill, which the effect is measured from.
    const level = mean(authors.map(({ truth }) => truth))
    return (authors.find((one) => one.id === id)?.truth ?? Number.NaN) - level
  }
  const firsts = rounds.map(({ authors, board }) => {
    const [first] = board.rows
    const raw = board.rows.reduce((so, row) => ((row.difference?.mean ?? -1) > (so.difference?.mean ?? -1) ? row : so))
    return {
      shrunk: { shown: first?.shrunk?.value ?? Number.NaN, truth: truthOf(authors, first?.id ?? '') },
      raw: { shown: raw.difference?.mean ?? Number.NaN, truth: truthOf(authors, raw.id) },
    }
  })
  const bias = (which: 'raw' | 'shrunk') => mean(firsts.map((one) => one[which].shown - one[which].truth))
  console.info(
    `judged-board.test.ts: over ${BOARDS} boards the first place shows ${mean(firsts.map(({ shrunk }) => shrunk.shown)).toFixed(3)} and is worth ${mean(firsts.map(({ shrunk }) => shrunk.truth)).toFixed(3)}; by the raw difference it would show ${mean(firsts.map(({ raw }) => raw.shown)).toFixed(3)} and be worth ${mean(firsts.map(({ raw }) => raw.truth)).toFixed(3)}`,
  )

  it('is ordered by what is left after shrinking, never by the raw difference', () => {
    for (const { board } of rounds) {
      expect(board.method).toBe('shrunk')
      const values = board.rows.map(({ shrunk }) => shrunk?.value ?? Number.NaN)
      expect(values).toHaveLength(200)
      expect(values).toEqual(values.toSorted((a, b) => b - a))
      const ranks = board.rows.map(({ rank }) => rank ?? 0)
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    }
    const orders = rounds.map(({ board }) => board.rows.map(({ difference }) => difference?.mean ?? 0))
    expect(orders.some((raw) => raw.some((value, at) => value < (raw[at + 1] ?? -1)))).toBe(true)
  })

  it('shows the first what it is worth, where the raw difference would promise more', () => {
    expect(Math.abs(bias('shrunk'))).toBeLessThan(0.02)
    expect(bias('raw')).toBeGreaterThan(2 * Math.abs(bias('shrunk')))
  })

  it('has rank intervals that hold the true rank about nine times in ten', () => {
    const held = rounds.flatMap(({ authors, board }) => {
      const order = authors.toSorted((a, b) => b.truth - a.truth).map(({ id }) => id)
      return board.rows.map(({ id, rankInterval }) => {
        const truly = order.indexOf(id) + 1
        return rankInterval !== null && truly >= rankInterval.low && truly <= rankInterval.high ? 1 : 0
      })
    })
    expect(mean(held)).toBeGreaterThan(0.84)
    expect(mean(held)).toBeLessThan(0.96)
  })
})

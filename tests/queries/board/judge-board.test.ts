import { describe, expect, it } from 'vitest'
import { phraseRange } from '../../../src/core/lexicon/range.ts'
import { formOfPhrase, formOfProbability } from '../../../src/core/prediction.ts'
import { randomFrom } from '../../../src/core/scoring/numbers/random.ts'
import type { BoardAuthor, BoardInput, BoardItem } from '../../../src/core/snapshot.ts'
import { judgeBoard, judgedBoardOf } from '../../../src/queries/board/judge-board.ts'
import { StoredBoard, storedBoard } from '../../../src/queries/board/stored-board.ts'
import { StoredReport, storedReport } from '../../../src/queries/report/stored-report.ts'
import { instant } from '../../support/embedded.ts'

const months = [{ month: '2025-01', due: 300, settled: 300 }]

/** Half numbers, half words, of chance `right` to lean the right way. */
const author = (id: string, n: number, right: number, more: Partial<BoardItem> = {}): BoardAuthor => {
  const random = randomFrom(id)
  const items = Array.from({ length: n }, (_, at): BoardItem => {
    const outcome = randomFrom(`q${at}`)() < 0.5 ? 1 : 0
    const yes = random() < right === (outcome === 1)
    const [said, opposite] = [phraseRange('likely').mid, at % 2 === 0]
    const words = { form: formOfPhrase('likely', yes ? '+' : '-'), p: yes ? said : 1 - said }
    const number = { form: formOfProbability(yes ? 0.8 : 0.2), p: yes ? 0.8 : 0.2 }
    return {
      question: `q${at}`,
      asked: 1,
      turned: false,
      family: `f${at}`,
      ...(opposite ? words : number),
      outcome,
      saidAt: instant(`2025-01-${String(1 + (at % 20)).padStart(2, '0')}T10:00:00.000Z`),
      settledAt: instant('2024-12-31T10:00:00.000Z'),
      dueMonth: '2025-01',
      origin: 'commentary',
      restated: false,
      baselines: {},
      noBaselines: {},
      stood: null,
      ...more,
    }
  })
  const nothing = { items: [], pending: [], later: [], void: [] }
  return {
    id,
    kind: 'person',
    ...nothing,
    items,
    begun: nothing,
    overturnedAt: null,
    void: items.slice(0, 2),
    words: [],
  }
}

const boardOf = (authors: BoardAuthor[], more: Partial<BoardInput> = {}) =>
  judgeBoard({ seed: 'snp_seed', months, authors, ...more })
const three = [author('aut_a', 120, 0.8), author('aut_b', 120, 0.6), author('aut_c', 120, 0.4)]

describe('judgeBoard', () => {
  const { board, reports, difficulty } = boardOf(three)
  const report = (id: string) => StoredReport.parse(reports.get(id))

  it('makes a board and reports that are read back strictly, to the last digit', () => {
    expect(StoredBoard.strict().parse(board)).toEqual(board)
    expect([...reports.keys()]).toEqual(['aut_a', 'aut_b', 'aut_c'])
    for (const body of reports.values()) expect(StoredReport.strict().parse(body)).toEqual(body)
    expect(JSON.parse(JSON.stringify(board))).toEqual(board)
    expect(storedBoard({ months: [], placed: [], unplaced: [] })).toBeNull()
    expect(storedReport({ n: 3, brier: null })).toBeNull()
  })

  it('reads what was kept before evidence could start again: then it never had', () => {
    const { rows, missingReferences, ...rest } = StoredBoard.parse(board)
    expect(missingReferences).toEqual(
      ['market', 'crowd', 'base-rate', 'status-quo'].map((reference) => ({
        reference,
        reason: 'none-recorded',
        n: 120,
      })),
    )
    const earlier = <Kept extends { verdict: StoredReport['verdict'] }>({ verdict, ...kept }: Kept) => {
      const { since, ...evidence } = verdict?.evidence ?? { since: 'no verdict' }
      expect(since).toBeNull()
      return { ...kept, verdict: { ...verdict, evidence } }
    }
    expect(storedBoard({ ...rest, rows: rows.map(earlier) })).toEqual({
      ...StoredBoard.parse(board),
      missingReferences: [],
    })
    expect(storedReport(earlier(report('aut_a')))).toEqual(report('aut_a'))
  })

  it('reads what was kept before scores were adjusted, and says that it was', () => {
    const earlier = <Kept extends { adjusted: unknown; notAdjusted: unknown }>({ adjusted, ...kept }: Kept) => {
      const { notAdjusted: _, ...rest } = kept
      return rest
    }
    const { rows, difficulty: _, ...rest } = StoredBoard.parse(board)
    const notAdjusted = 'it was kept before scores were adjusted for difficulty'
    const read = storedBoard({ ...rest, rows: rows.map(earlier) })
    expect(read).toEqual({
      ...rest,
      difficulty: null,
      rows: rows.map((row) => ({ ...row, adjusted: null, notAdjusted })),
    })
    const { board: place, ...body } = report('aut_a')
    expect(storedReport({ ...body, board: earlier(place) })?.board).toEqual({ ...place, adjusted: null, notAdjusted })
  })

  it('says the same again, another seed the same place and figures', () => {
    expect(boardOf(three)).toEqual({ board, reports, difficulty })
    const other = StoredReport.parse(boardOf(three, { seed: 'snp_other' }).reports.get('aut_a'))
    expect(other.drawn.seed).toBe('snp_other')
    expect(other.bootstrap.brier?.percentile).not.toEqual(report('aut_a').bootstrap.brier?.percentile)
    expect(other.brier).toEqual(report('aut_a').brier)
    expect(other.board).toEqual(report('aut_a').board)
  })

  it('reads a place that was kept before it said when the others had spoken', () => {
    const { rows, ...rest } = StoredBoard.parse(board)
    const unsaid = rows.map(({ saidBefore, ...row }) => row)
    expect(storedBoard({ ...rest, rows: unsaid })?.rows.map(({ saidBefore }) => saidBefore)).toEqual([null, null, null])
    const { saidBefore, ...place } = report('aut_a').board
    expect(saidBefore).toBe(1)
    expect(storedReport({ ...report('aut_a'), board: place })?.board).toEqual({ ...place, saidBefore: null })
  })

  it('takes no question for common whose versions ask different things, and says where baselines are missing', () => {
    const apart = three.map((one, at) => ({
      ...one,
      items: one.items.map((item) => ({ ...item, asked: at + 1 })),
    }))
    const { rows } = StoredBoard.parse(boardOf(apart).board)
    expect(rows.map(({ difference, notRanked }) => [difference, notRanked])).toEqual(
      rows.map(() => [null, 'a rank needs 10 questions in common with another ranked author']),
    )
    expect(rows.map(({ brier }) => brier)).not.toContain(null)
    const without = author('aut_a', 120, 0.8, { noBaselines: { market: 'other-window' } })
    expect(StoredBoard.parse(boardOf([without, ...three.slice(1)]).board).missingReferences).toContainEqual({
      reference: 'market',
      reason: 'other-window',
      n: 120,
    })
  })

  it('keeps the place and the verdict of the board in each report', () => {
    const { rows } = StoredBoard.parse(board)
    for (const row of rows) {
      expect(report(row.id).verdict).toEqual(row.verdict)
      const { rank, tiedWith, difference, adjusted, notAdjusted } = row
      expect(report(row.id).board).toMatchObject({ rank, tiedWith, difference, adjusted, notAdjusted })
      expect(adjusted).toMatchObject({ n: 120, families: 120 })
    }
    expect(rows.map(({ id, rank }) => [id, rank])).toEqual([
      ['aut_a', 1],
      ['aut_b', 2],
      ['aut_c', 3],
    ])
  })

  it('sets bootstraps beside the intervals, of 2,000 draws and near them', () => {
    const { bootstrap, brier, leaning, drawn } = report('aut_a')
    expect(drawn).toMatchObject({ bootstrap: 2000, capped: false })
    expect(bootstrap.brier).toMatchObject({ draws: 2000, estimate: expect.closeTo(brier?.mean ?? -1, 12) })
    expect(bootstrap.brier?.percentile.low).toBeCloseTo(brier?.interval?.low ?? -1, 1)
    expect(bootstrap.overconfidence?.estimate).toBeCloseTo(leaning?.overconfidence.value ?? -1, 12)
    expect(bootstrap.slope).not.toBeNull()
    expect(bootstrap.auc).not.toBeNull()
  })

  it('holds an author against references on the same questions, the author left out of the crowd', () => {
    const { references, brier } = report('aut_a')
    expect(references.map(({ reference, n }) => [reference, n])).toEqual([
      ['half', 120],
      ['others', 120],
      ['in-sample-base-rate', 120],
    ])
    for (const one of references) {
      expect(one.own).toBeCloseTo(brier?.mean ?? -1, 12)
      expect(one.difference.mean).toBeCloseTo(one.brier - one.own, 12)
    }
    expect(references[0]?.brier).toBeCloseTo(0.25, 12)
    expect(references[2]?.inSample).toBe(true)
  })

  it('says how much hangs on words: worlds, yardsticks and the verdicts in them', () => {
    const { words, brier, robustness } = report('aut_a')
    expect(words).toMatchObject({ statements: 60, pointBrier: expect.closeTo(brier?.mean ?? -1, 3) })
    expect(words?.worlds.brier?.low).toBeLessThan(brier?.mean ?? -1)
    expect(words?.worlds.brier?.high).toBeGreaterThan(brier?.mean ?? 2)
    expect(words?.nested?.high ?? 0).toBeGreaterThan(words?.worlds.brier?.high ?? 1)
    expect(words?.worlds.verdictHolds).toBeGreaterThan(0)
    expect(words?.worlds.verdictHolds).toBeLessThanOrEqual(1)
    expect(robustness?.checks.map(({ check, by }) => by ?? check)).toEqual([
      'without-largest',
      'one-per-family',
      'icd-203',
      'uk-phia',
      'nato',
      'ipcc',
      'efsa',
    ])
    expect(robustness?.headline).toMatchObject({ n: 120, verdict: report('aut_a').verdict?.code })
    expect(robustness?.notApplicable.map(({ check }) => check)).toEqual([
      'first-forecast',
      'final-forecast',
      'due-cohorts',
      'coder',
    ])
  })

  it('computes the headline from first and last forecasts where several stood', () => {
    const plain = author('aut_n', 60, 0.7, { form: formOfProbability(0.8), p: 0.8 })
    const again = plain.items.map((item, at) =>
      at < 20 ? { ...item, stood: { first: 0.8, last: item.outcome } } : item,
    )
    const { robustness } = StoredReport.parse(boardOf([{ ...plain, items: again }]).reports.get('aut_n'))
    const of = (name: string) => robustness?.checks.find(({ check }) => check === name)
    const headline = robustness?.headline.brier ?? Number.NaN
    expect(of('first-forecast')).toMatchObject({ n: 60, affected: 0, brier: headline })
    // Twenty of sixty were right in the end.
    const gained = again.slice(0, 20).reduce((so, { outcome }) => so + (0.8 - outcome) ** 2, 0)
    expect(of('final-forecast')).toMatchObject({ n: 60, affected: 20 })
    expect(of('final-forecast')?.brier).toBeCloseTo(headline - gained / 60, 12)
    expect(robustness?.notApplicable.map(({ check }) => check)).not.toContain('final-forecast')
  })

  it('has nothing to say of words where there are only numbers', () => {
    const plain = author('aut_n', 60, 0.7, { form: formOfProbability(0.8), p: 0.8 })
    const body = StoredReport.parse(boardOf([plain]).reports.get('aut_n'))
    expect(body.words).toBeNull()
    expect(body.robustness?.notApplicable).toContainEqual({ check: 'lexicon', reason: 'all was said in numbers' })
  })

  it('learns only from months that were over when something was said', () => {
    const nothing = { field: 'recalibrated', reason: expect.stringContaining('nothing was learnt') }
    expect(report('aut_a').recalibrated).toBeNull()
    expect(report('aut_a').missing).toContainEqual(nothing)
    const late = author('aut_l', 60, 0.9)
    const [early, after] = [late.items.slice(0, 30), late.items.slice(30)]
    const items = [
      ...early.map((item) => ({ ...item, dueMonth: '2024-12', saidAt: instant('2024-11-01T00:00:00.000Z') })),
      ...after,
    ]
    const both = [{ month: '2024-12', due: 200, settled: 200 }, ...months]
    const body = StoredReport.parse(boardOf([{ ...late, items }], { months: both }).reports.get('aut_l'))
    expect(body.recalibrated?.moved).toBe(30)
    expect(body.recalibrated?.recalibrated).not.toBe(body.recalibrated?.stated)
    // Due as before, but settled only after everything was said: nothing was known of it by then.
    const unknown = items.map((item, at) =>
      at < 30 ? { ...item, settledAt: instant('2025-06-01T00:00:00.000Z') } : item,
    )
    const later = StoredReport.parse(boardOf([{ ...late, items: unknown }], { months: both }).reports.get('aut_l'))
    expect(later.recalibrated).toBeNull()
    expect(later.missing).toContainEqual(nothing)
  })

  it('writes sentences about the sample and a caption', () => {
    const { sentences, caption } = report('aut_a')
    expect(sentences.accuracy).toMatch(/^Average penalty 0\.\d\d .* over 120 statements\./)
    expect(sentences.accuracy).toContain('the mean of the other authors')
    expect(sentences.leaning).toMatch(/^When these statements leaned one way/)
    expect(sentences.discrimination).toMatch(/a random hit got a higher number/)
    expect(sentences.bar).toMatch(/luck alone/)
    expect([sentences.oneClass, sentences.bounds]).toEqual([null, null])
    const others = report('aut_a').missing.filter(({ field }) => field !== 'recalibrated')
    expect(new Set(others.map(({ reason }) => reason))).toEqual(new Set(['no forecasts in this range']))
    expect(sentences.phrases).toEqual([expect.stringMatching(/^Of 60 things called "likely", .*ICD 203 means 55–80 %/)])
    expect(caption).toMatch(/^Reliability of 120 statements/)
  })

  it('takes questions for worded by rule where a commentary said them, not where they were imported', () => {
    const imported = author('aut_i', 60, 0.7, { origin: 'imported' })
    const bodies = boardOf([author('aut_a', 60, 0.7), imported]).reports
    expect(StoredReport.parse(bodies.get('aut_a')).canonicalOrientation).toBe(true)
    expect(StoredReport.parse(bodies.get('aut_i')).canonicalOrientation).toBe(false)
  })

  it('outside entered cohorts keeps bounds and no words, and names what waits', () => {
    const [first] = three
    const item = first?.items[0]
    if (!first || !item) throw new Error('an author of items')
    const { outcome: _, settledAt: __, ...open } = item
    const waiting = { ...first, pending: [{ ...open, question: 'q900' }] }
    const body = StoredReport.parse(boardOf([waiting], { months: null }).reports.get('aut_a'))
    expect(body).toMatchObject({ entered: false, verdict: null, robustness: null, recalibrated: null, references: [] })
    expect(body.bounds).not.toBeNull()
    expect(body.board.notRanked).toBeTruthy()
    const fields = body.withheld.map(({ field }) => field)
    expect(fields).toEqual(
      expect.arrayContaining(['slope', 'references', 'recalibrated', 'words', 'robustness', 'verdict']),
    )
    expect(fields).toEqual(expect.arrayContaining(['bootstrap', 'sentences', 'caption']))
    const { bounds, phrases, ...rest } = body.sentences
    expect(bounds).toMatch(/^1 more statement is due and not settled: the average penalty will end between/)
    expect([phrases, Object.values(rest), body.caption]).toEqual([[], [null, null, null, null, null], null])
    expect(Object.values(body.bootstrap)).toEqual([null, null, null, null])
  })

  it('names an infinite e-value in a word', () => {
    const sure = author('aut_s', 40, 0.5, { form: formOfProbability(1), p: 1 })
    const { rows } = StoredBoard.parse(boardOf([sure]).board)
    expect(rows[0]?.verdict).toMatchObject({ code: 'certainty-failed', evidence: { eValue: 'Infinity' } })
  })
})

describe('judgedBoardOf', () => {
  it('places everybody as the kept board does, and leaves verdicts to it; a part has no ranks either', () => {
    const input = { seed: 'live', months, authors: three }
    const adjusting = { difficulty: boardOf(three).difficulty, none: null }
    const [live, kept] = [judgedBoardOf(input, { part: false, adjusting }), StoredBoard.parse(boardOf(three).board)]
    const placesOf = (board: StoredBoard) => board.rows.map(({ verdict: _, withheld: __, ...row }) => row)
    expect(placesOf(live)).toEqual(placesOf(kept))
    for (const { verdict, withheld } of live.rows) {
      expect(verdict).toBeNull()
      expect(withheld).toContainEqual({ field: 'verdict', rule: 'verdicts are made with each kept board' })
    }
    const part = judgedBoardOf(input, { part: true, adjusting })
    expect(part.method).toBeNull()
    expect(part.rows.map(({ id, difference }) => [id, difference])).toEqual(
      kept.rows.map(({ id, difference }) => [id, difference]),
    )
    for (const row of part.rows) {
      const rule = 'a rank is given on whole boards: parts could be cut until one shows'
      expect(row).toMatchObject({ rank: null, rankInterval: null, shrunk: null, tiedWith: [], notRanked: rule })
    }
  })
})

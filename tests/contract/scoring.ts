import { describe, expect, it } from 'vitest'
import { SCORING_RULES } from '../../src/core/scoring/report/report.ts'
import { MOST_AUTHORS, MOST_COUNTED, MOST_FORECASTS } from '../../src/queries/calculator/score-input.ts'
import { ComputedReport, ComputedScores } from '../../src/queries/calculator/scores.ts'
import { type Api, bodyOf, expectProblem } from './api.ts'

const path = '/v1/scores'
/** Ten questions; Ada says .8 and Ben .6 of each, and all come true. */
const duel = ['Ada', 'Ben'].flatMap((author) =>
  Array.from({ length: 10 }, (_, at) => ({
    author,
    question: `q${at}`,
    probability: author === 'Ada' ? 0.8 : 0.6,
    outcome: 'yes',
  })),
)

/** Both shapes of an answer are closed: a field that is new is a change of the contract. */
const StrictScores = ComputedScores.extend({ authors: ComputedReport.strict().array() }).strict()
const scored = async (api: Api, body: unknown) => bodyOf(await api.post(path, null, body), 200, StrictScores)

const answerContract = (api: Api): void => {
  it('scores forecasts without a key, and keeps nothing', async () => {
    const { authors, board, versions, seed, notes } = await scored(api, { forecasts: duel })
    expect(authors).toMatchObject([
      { author: 'Ada', n: 10, families: 10, brier: { mean: expect.closeTo(0.04, 12) }, hits: 10, auc: null },
      { author: 'Ben', n: 10, families: 10, brier: { mean: expect.closeTo(0.16, 12) } },
    ])
    expect(authors[0]?.missing).toContainEqual({ field: 'auc', reason: 'all outcomes are alike' })
    expect(authors[0]?.withheldOnPages).toContainEqual({
      field: 'curve',
      rule: 'the reliability curve needs 30 families; this author has 10',
    })
    expect(authors[0]?.curve?.points).toEqual([{ p: 0.8, n: 10, hits: 10, recalibrated: 1 }])
    expect(authors[0]?.sentences.accuracy).toMatch(/^Average penalty 0\.04 /)
    expect(board?.placed).toMatchObject([
      { author: 'Ada', rank: 1, tiedWith: [], difference: { value: expect.closeTo(0.12, 12), n: 10 } },
      { author: 'Ben', rank: 2 },
    ])
    expect(versions.scoring).toBe(SCORING_RULES)
    expect(seed).toBeNull()
    expect(notes).toHaveLength(1)
    expect((await api.get('/v1/authors/ada')).status).toBe(404)
  })

  it('scores counts, and its own counts again to the same figures', async () => {
    const forecasts = duel.slice(0, 10).map((one, at) => ({ ...one, probability: at / 10, outcome: at % 2 }))
    const once = await scored(api, { forecasts })
    const again = await scored(api, { counts: once.authors[0]?.counts })
    expect({ ...again.authors[0], author: 'Ada' }).toEqual(once.authors[0])
    expect(again.board).toBeNull()
  })

  it('reads words by the lexicon, and leaves bare hedges out', async () => {
    const { authors, notes } = await scored(api, {
      forecasts: [
        { question: 'mill', phrase: 'likely', polarity: '-', outcome: 'no' },
        { question: 'bridge', phrase: 'may', outcome: 'yes' },
        { question: 'dam', phrase: 'Very likely', outcome: 'open' },
      ],
    })
    expect(authors).toMatchObject([
      { author: 'unnamed', n: 1, inWords: 1, weakHedges: 1, open: 1, expectedHits: expect.closeTo(1 - 0.729, 12) },
    ])
    expect(notes.join(' ')).toContain('mean of lexicon')
  })

  it('writes what is infinite as a word, and draws the same for the same seed', async () => {
    const body = { forecasts: [{ probability: 1, outcome: 0 }, ...duel], seed: 'one' }
    const [first, second] = [await scored(api, body), await scored(api, body)]
    expect(first.authors[0]).toMatchObject({ logScore: { raw: 'Infinity' }, eValue: { e: 'Infinity' } })
    expect(second).toEqual(first)
    expect(first.seed).toBe('one')
  })

  it('holds references against an author on the same questions', async () => {
    const forecasts = duel.slice(0, 10).map((one) => ({ ...one, references: { market: 0.6 } }))
    const [author] = (await scored(api, { forecasts })).authors
    expect(author?.references.map(({ name }) => name)).toEqual(['half', 'market', 'in-sample-base-rate'])
    expect(author?.references[1]).toEqual({
      name: 'market',
      inSample: false,
      n: 10,
      brier: expect.closeTo(0.16, 12),
      ownBrier: expect.closeTo(0.04, 12),
      difference: {
        value: expect.closeTo(0.12, 12),
        interval: expect.objectContaining({ level: 0.95 }),
        n: 10,
        families: 10,
      },
      skill: expect.objectContaining({ skill: expect.closeTo(0.75, 12) }),
    })
  })

  it('judges as a kept report does: verdict, bootstrap, robustness, recalibration, words, and names every null', async () => {
    const day = (at: number): string => new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10)
    const forecasts = Array.from({ length: 40 }, (_, at) => ({
      author: 'Ada',
      question: `q${at}`,
      ...(at < 12 ? { phrase: 'likely' } : { probability: 0.9 }),
      outcome: at % 2,
      said_on: day(2 * at),
      settled_on: day(2 * at + 1),
    }))
    const hedge = { author: 'Ada', question: 'hedged', phrase: 'could', outcome: 'yes' }
    const [author] = (await scored(api, { forecasts: [...forecasts, hedge] })).authors
    if (!author) throw new Error('nobody was scored')
    expect(author.verdict?.code).toMatch(/^miscalibrated:/)
    expect(author.verdict?.evidence).toMatchObject({ families: 40, survivesEBH: true, canonicalOrientation: false })
    expect(author.bootstrap.brier?.draws).toBe(author.drawn.bootstrap)
    expect(author.recalibrated?.moved).toBe(39)
    expect(author.recalibrated?.difference.mean).toBeGreaterThan(0)
    expect(author.robustness?.checks.filter(({ check }) => check === 'lexicon').length).toBeGreaterThan(2)
    expect(author.words).toMatchObject({ statements: 12 })
    expect(author.lexicon.phrases).toMatchObject([{ phrase: 'likely', n: 12, hits: 6, frequency: 0.5 }])
    expect(author.lexicon.weak).toMatchObject([{ phrase: 'could', weak: true, n: 1 }])
    expect(author.lexicon.hedges).toMatchObject({ statements: 41, committed: 40, hedged: 1 })
    expect(author.lexicon.scores).toMatchObject({ statements: 40, inWords: 12 })
    expect(author.sentences.phrases[0]).toMatch(/^Of 12 things called "likely", 6 happened/)
    const nulls = (value: unknown, path: string[]): string[] => {
      if (value === null) return [path.join('.')]
      return typeof value === 'object'
        ? Object.entries(value).flatMap(([name, part]) => nulls(part, [...path, name]))
        : []
    }
    expect(author.missing.map(({ field }) => field).sort()).toEqual(nulls(author, []).sort())
  })

  it('says of open questions where figures may end, and no sentence that would pass for final', async () => {
    const [author] = (
      await scored(api, { forecasts: [...duel.slice(0, 10), { ...duel[0], question: 'open', outcome: 'open' }] })
    ).authors
    expect(author?.sentences).toMatchObject({
      accuracy: null,
      bounds: expect.stringMatching(/^1 more statement is due/),
    })
    expect(author?.withheldOnPages.map(({ field }) => field)).toEqual(expect.arrayContaining(['sentences', 'verdict']))
  })

  it('takes orientation for given only where the sender says so', async () => {
    const forecasts = Array.from({ length: 40 }, (_, at) => ({ probability: 0.9, outcome: at % 2 }))
    const told = await scored(api, { forecasts, canonical_orientation: true })
    expect(told.authors[0]?.verdict?.code).toContain('says-too-much')
    expect((await scored(api, { forecasts })).authors[0]?.verdict?.code).not.toContain('says-too-much')
  })
}

const refusalsContract = (api: Api): void => {
  const one = { probability: 0.5, outcome: 1 }

  it.each<[string, unknown, string[]]>([
    ['no list', {}, ['forecasts']],
    ['a list instead of an object', [one], ['body']],
    ['no forecasts', { forecasts: [] }, ['forecasts']],
    ['both lists', { forecasts: [one], counts: [] }, ['counts']],
    ['what is not known', { forecasts: [{ ...one, probabilty: 1 }] }, ['forecasts.0.probabilty']],
    ['a percentage', { forecasts: [one, { ...one, probability: 70 }] }, ['forecasts.1.probability']],
    ['a number as text', { forecasts: [{ ...one, probability: '0.5' }] }, ['forecasts.0.probability']],
    ['neither number nor words', { forecasts: [{ outcome: 1 }] }, ['forecasts.0.probability']],
    ['number and words', { forecasts: [{ ...one, phrase: 'likely' }] }, ['forecasts.0.phrase']],
    ['a polarity of a number', { forecasts: [{ ...one, polarity: '-' }] }, ['forecasts.0.polarity']],
    ['an unknown phrase', { forecasts: [{ phrase: 'toString', outcome: 1 }] }, ['forecasts.0.phrase']],
    ['an unknown outcome', { forecasts: [{ ...one, outcome: true }] }, ['forecasts.0.outcome']],
    ['a day that is none', { forecasts: [{ ...one, said_on: '2024-02-30' }] }, ['forecasts.0.said_on']],
    [
      'a day of settling that is none',
      { forecasts: [{ ...one, settled_on: '2024-02-30' }] },
      ['forecasts.0.settled_on'],
    ],
    [
      'an outcome that was known before it was forecast',
      { forecasts: [{ ...one, said_on: '2024-03-01', settled_on: '2024-02-01' }] },
      ['forecasts.0.settled_on'],
    ],
    [
      'a day of settling of what is open',
      { forecasts: [{ ...one, outcome: 'open', settled_on: '2024-02-01' }] },
      ['forecasts.0.settled_on'],
    ],
    [
      'a reference of a computed name',
      { forecasts: [{ ...one, references: { others: 0.5 } }] },
      ['forecasts.0.references'],
    ],
    [
      'more references than are resampled in an answer',
      { forecasts: [{ ...one, references: { a: 0.1, b: 0.2, c: 0.3, d: 0.4, e: 0.5, f: 0.6 } }] },
      ['forecasts.0.references'],
    ],
    ['a reference beyond 1', { forecasts: [{ ...one, references: { a: 2 } }] }, ['forecasts.0.references.a']],
    [
      'two outcomes',
      {
        forecasts: [
          { ...one, question: 'q' },
          { ...one, question: 'q', outcome: 0 },
        ],
      },
      ['forecasts.1.outcome'],
    ],
    [
      'two families',
      {
        forecasts: [
          { ...one, question: 'q', family: 'f' },
          { ...one, author: 'B', question: 'q', family: 'g' },
        ],
      },
      ['forecasts.1.family'],
    ],
    ['more hits than forecasts', { counts: [{ p: 0.5, n: 1, hits: 2 }] }, ['counts.0.hits']],
    ['half a forecast', { counts: [{ p: 0.5, n: 1.5, hits: 1 }] }, ['counts.0.n']],
    [
      'too many authors',
      { forecasts: Array.from({ length: MOST_AUTHORS + 1 }, (_, at) => ({ ...one, author: `a${at}` })) },
      ['forecasts'],
    ],
    [
      'too many forecasts in counts',
      { counts: [0.2, 0.4].map((p) => ({ p, n: MOST_COUNTED / 2 + 1, hits: 0 })) },
      ['counts'],
    ],
    ['too many forecasts', { forecasts: Array.from({ length: MOST_FORECASTS + 1 }, () => one) }, ['forecasts']],
  ])('refuses %s, naming it', async (_, body, fields) => {
    expectProblem(await api.post(path, null, body), 422, 'invalid-input', fields)
  })

  it('names every item that cannot be used, but lists the first twenty', async () => {
    const forecasts = Array.from({ length: 30 }, () => ({ probability: 2, outcome: 'maybe' }))
    const answer = await api.post(path, null, { forecasts })
    const { detail, fields } = JSON.parse(answer.text)
    expect(detail).toBe('30 of 30 items cannot be used (the first 20 are listed); nothing was scored')
    expect(fields).toHaveLength(40)
    expect(fields[0]).toEqual({
      field: 'forecasts.0.probability',
      detail: 'is 2; give a number from 0 to 1, such as 0.7',
    })
  })

  it('refuses a body that is too large, is no JSON, or is not marked as JSON', async () => {
    const long = { forecasts: [{ ...one, question: 'q'.repeat(1_600_000) }] }
    expectProblem(await api.post(path, null, long), 413, 'body-too-large', ['body'])
    expectProblem(await api.sendRaw(path, null, '{'), 400, 'malformed-json', ['body'])
    expectProblem(await api.sendRaw(path, null, '{}', 'text/plain'), 415, 'unsupported-media-type')
  })
}

/** The calculator: forecasts in, reports out, nothing stored. */
export const scoringContract = (api: Api): void => {
  describe('scores of what is sent along', () => answerContract(api))
  describe('forecasts that cannot be scored', () => refusalsContract(api))
}

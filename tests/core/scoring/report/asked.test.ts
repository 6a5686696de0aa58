import { describe, expect, it } from 'vitest'
import { boardDifficulty } from '../../../../src/core/scoring/report/board-difficulty.ts'
import { asAsked, askedOf, type JudgedAuthor, type JudgedItem } from '../../../../src/core/scoring/report/entrant.ts'
import { author, item, judged } from './board-of.ts'

/** The same forecast made of a version that is worded the other way round. */
const otherWay = (one: JudgedItem): JudgedItem => ({
  ...one,
  p: 1 - one.p,
  outcome: one.outcome === 1 ? 0 : 1,
  references: Object.fromEntries(Object.entries(one.references).map(([name, p]) => [name, 1 - p])),
  turned: true,
})
const ofVersion = (one: JudgedItem, version: number): JudgedItem => ({ ...one, asked: `${one.question} ${version}` })

const outcomeOf = (at: number): 0 | 1 => (at % 3 === 0 ? 1 : 0)
const by = (id: string, p: (at: number) => number, of = (one: JudgedItem, _at: number) => one): JudgedAuthor =>
  author(
    id,
    Array.from({ length: 40 }, (_, at) =>
      of(item(at, p(at), outcomeOf(at), { references: { 'base-rate': 0.3 + at / 200 } }), at),
    ),
  )
const even = (one: JudgedItem, at: number): JudgedItem => (at % 2 ? one : otherWay(one))
const three = (of?: (one: JudgedItem, at: number) => JudgedItem): JudgedAuthor[] => [
  by('a', (at) => (outcomeOf(at) ? 0.8 : 0.1)),
  by('b', (at) => 0.2 + (at % 5) / 10, of),
  by('c', (at) => 0.6 - (at % 4) / 10),
]
const adjusting = (authors: readonly JudgedAuthor[]) => ({
  difficulty: boardDifficulty(authors.map(asAsked)),
  none: null,
})
const boardOf = (authors: readonly JudgedAuthor[], recorded: string[] = []) =>
  judged(authors, { recorded, adjusting: adjusting(authors) })

/** What of a board must not hang on which way versions are worded, to twelve digits. */
const comparedIn = ({ rows, references, against, missingReferences }: ReturnType<typeof boardOf>) => {
  const shown = {
    against,
    missingReferences,
    references,
    rows: rows.map(({ id, rank, tiedWith, difference, saidBefore, adjusted, notAdjusted, brier }) => ({
      ...{ id, rank, tiedWith, difference, saidBefore, adjusted, notAdjusted, brier },
    })),
  }
  return JSON.parse(JSON.stringify(shown, (_, one) => (typeof one === 'number' ? Number(one.toFixed(12)) : one)))
}

describe('versions that ask the same the other way round', () => {
  it('are turned: .8 of what came true is .2 of what did not', () => {
    const said = item(1, 0.8, 1, { references: { market: 0.7 }, asked: 'q0001', turned: true })
    const { p, outcome, references, question } = askedOf(said)
    expect({ outcome, question }).toEqual({ outcome: 0, question: 'q0001' })
    expect(p).toBeCloseTo(0.2, 15)
    expect(references['market']).toBeCloseTo(0.3, 15)
    expect(askedOf(item(1, 0.8, 1))).toMatchObject({ p: 0.8, outcome: 1, question: 'q0001' })
  })

  it.each([[[]], [['base-rate']]])(
    'change nothing of differences, ranks, references and difficulties (%j)',
    (recorded) => {
      const [straight, mixed] = [boardOf(three(), recorded), boardOf(three(even), recorded)]
      expect(straight.references.find(({ reference }) => reference === 'others')).toMatchObject({ n: 40 })
      expect(straight.rows.every(({ adjusted }) => adjusted?.n === 40)).toBe(true)
      expect(comparedIn(mixed)).toEqual(comparedIn(straight))
    },
  )

  it('are one question to how hard it was, of three answers', () => {
    const { effects } = boardDifficulty(three(even).map(asAsked))
    expect(effects).toHaveLength(40)
    expect(effects.every(({ authors }) => authors === 3)).toBe(true)
  })
})

describe('versions that ask something else', () => {
  it('are no question in common, though they came out alike: neither in differences nor in difficulties', () => {
    const apart = three((one) => ofVersion(one, 2))
    const { effects } = boardDifficulty(apart.map(asAsked))
    // Of b nobody else was asked the same; of a and c all.
    expect(effects.map(({ question }) => question).filter((name) => name.endsWith(' 2'))).toEqual([])
    expect(effects.every(({ authors }) => authors === 2)).toBe(true)
    const { rows, references } = boardOf(apart)
    const [a, b] = ['a', 'b'].map((id) => rows.find((row) => row.id === id))
    expect(b).toMatchObject({ difference: null, adjusted: null })
    expect(a?.difference).toMatchObject({ commonQuestions: 40 })
    expect(references.find(({ reference }) => reference === 'others')).toMatchObject({ n: 40 })
  })

  it('are none either where they ask the same and a person settled them apart', () => {
    const apart = three((one, at) => (at < 30 ? { ...one, outcome: one.outcome === 1 ? 0 : 1 } : one))
    const { rows } = boardOf(apart)
    const common = Object.fromEntries(rows.map(({ id, difference }) => [id, difference?.commonQuestions]))
    expect(common).toEqual({ a: 40, b: 10, c: 40 })
  })
})

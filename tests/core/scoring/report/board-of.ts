import { normalDraw, type Random, randomFrom } from '../../../../src/core/scoring/numbers/random.ts'
import type { Adjusting } from '../../../../src/core/scoring/report/board-difficulty.ts'
import type { JudgedAuthor, JudgedItem } from '../../../../src/core/scoring/report/entrant.ts'
import { type JudgedInput, type JudgedOptions, judgedBoard } from '../../../../src/core/scoring/report/judged-board.ts'

export const UNADJUSTED: Adjusting = { difficulty: null, none: 'no board has been kept' }
export const MONTH = '2025-01'
export const months = [{ month: MONTH, due: 300, settled: 300 }]

export const item = (at: number, p: number, outcome: 0 | 1, more: Partial<JudgedItem> = {}): JudgedItem => ({
  question: `q${String(at).padStart(4, '0')}`,
  family: `f${at}`,
  p,
  outcome,
  said: at,
  settled: null,
  dueMonth: MONTH,
  canonical: true,
  references: {},
  ...more,
})

export const author = (id: string, items: readonly JudgedItem[], more: Partial<JudgedAuthor> = {}): JudgedAuthor => ({
  id,
  barred: null,
  items,
  pending: [],
  later: [],
  void: [],
  overturned: null,
  ...more,
})

export const judged = (
  authors: readonly JudgedAuthor[],
  options: Partial<JudgedOptions> = {},
  input: Partial<JudgedInput> = {},
) =>
  judgedBoard(
    { months, authors, ...input },
    { recorded: ['market', 'base-rate'], seed: 'seed', draws: 50, adjusting: UNADJUSTED, ...options },
  )

/** Statements of chance p each that come true as often as `truth` of p says. */
export const sampled = (
  id: string,
  n: number,
  { truth = (p: number) => p, seed = id, ps = [0.1, 0.2, 0.3, 0.7, 0.8, 0.9] } = {},
): JudgedAuthor => {
  const random = randomFrom(seed)
  return author(
    id,
    Array.from({ length: n }, (_, at) => {
      const p = ps[at % ps.length] ?? 0.5
      return item(at, p, random() < truth(p) ? 1 : 0)
    }),
  )
}

export type Skilled = JudgedAuthor & { truth: number }

/**
 * Authors whose true advantage in mean Brier score varies with sd `skill`, each on questions drawn from a common stock: what is
 * said of a question of chance ½ lies off it so far that the expected loss is just so much the more or less.
 */
export const skilled = (
  count: number,
  { skill, fewest, most, stock, seed }: { skill: number; fewest: number; most: number; stock: number; seed: string },
): Skilled[] => {
  const random: Random = randomFrom(seed)
  const outcomes = Array.from({ length: stock }, () => (random() < 0.5 ? 1 : 0) as 0 | 1)
  return Array.from({ length: count }, (_, who) => {
    const n = Math.round(fewest * (most / fewest) ** random())
    const truth = skill * normalDraw(random)
    const chosen = outcomes.map((outcome, at) => ({ outcome, at, lot: random() })).sort((a, b) => a.lot - b.lot)
    // Leaning to the truth with chance ½ + shift by .4 loses .25 + .16 − .8·shift on average.
    const shift = truth / 0.8
    const items = chosen.slice(0, n).map(({ outcome, at }) => {
      const right = random() < 0.7 + shift
      return item(at, right === (outcome === 1) ? 0.9 : 0.1, outcome)
    })
    return { ...author(`a${String(who).padStart(3, '0')}`, items), truth }
  })
}

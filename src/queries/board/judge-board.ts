import type { BaselineKind } from '../../core/baseline.ts'
import { Problem } from '../../core/problem.ts'
import { type Adjusting, boardDifficulty } from '../../core/scoring/report/board-difficulty.ts'
import {
  asAsked,
  cohortOf,
  enteredMonths,
  entrantOf,
  type JudgedAuthor,
  type JudgedItem,
  type OpenItem as JudgedOpen,
  type JudgedStatements,
} from '../../core/scoring/report/entrant.ts'
import { type JudgedBoard, judgedBoard } from '../../core/scoring/report/judged-board.ts'
import { type Drawn, drawnEach, drawsFor, judgedReport } from '../../core/scoring/report/judged-report.ts'
import { crowdOf } from '../../core/scoring/report/references.ts'
import {
  askedName,
  type BoardAuthor,
  type BoardInput,
  type BoardItem,
  type BoardStatements,
  type Judge,
  type OpenItem,
} from '../../core/snapshot.ts'
import type { Instant } from '../../core/time.ts'
import { readings } from '../report/readings.ts'
import type { StoredReport } from '../report/stored-report.ts'
import type { StoredBoard } from './stored-board.ts'

/** Baselines that a board may be held against, the hardest to beat first. */
const OPPONENTS = ['market', 'crowd', 'base-rate', 'status-quo'] as const satisfies readonly BaselineKind[]

const wordsOf = (form: string): Pick<JudgedOpen, 'words'> => {
  const [kind, phrase = '', polarity] = form.split(':')
  return kind === 'phrase' && (polarity === '+' || polarity === '-') ? { words: { phrase, polarity } } : {}
}

/**
 * A question that extraction framed has the orientation that the rule gives it, and a reviewer confirmed; one that was imported
 * or made for submissions has that of whoever worded it.
 */
const isOriented = ({ origin }: BoardItem): boolean => origin === 'commentary'

const millisecondsOf = (at: Instant | null): number | null => (at === null ? null : Date.parse(at))

const itemOf = (item: BoardItem): JudgedItem => ({
  question: item.question,
  family: item.family,
  p: item.p,
  outcome: item.outcome,
  said: Date.parse(item.saidAt),
  settled: millisecondsOf(item.settledAt),
  dueMonth: item.dueMonth,
  canonical: isOriented(item),
  references: item.baselines,
  asked: askedName(item.question, item.asked),
  turned: item.turned,
  ...(item.restated && { restated: true }),
  noReferences: item.noBaselines,
  ...(item.stood && { first: item.stood.first, final: item.stood.last }),
  ...wordsOf(item.form),
})

const openOf = ({ family, p, saidAt, dueMonth, form, restated }: OpenItem): JudgedOpen => ({
  family,
  p,
  said: Date.parse(saidAt),
  dueMonth,
  ...(restated && { restated }),
  ...wordsOf(form),
})

const statementsOf = ({ items, pending, later, void: off }: BoardStatements): JudgedStatements => ({
  items: items.map(itemOf),
  pending: pending.map(openOf),
  later: later.map((one) => ({
    ...openOf(one),
    settled: millisecondsOf(one.settledAt),
    ...(one.void && { void: one.void }),
  })),
  void: off.map(openOf),
})

/** An author as the rules of scoring judge one. */
export const judgedOf = ({ id, kind, begun, overturnedAt, ...said }: BoardAuthor): JudgedAuthor => ({
  id,
  barred: kind === 'unattributed' ? 'an unattributed voice is listed, never ranked' : null,
  ...statementsOf(said),
  begun: statementsOf(begun),
  overturned: overturnedAt,
})

/** Figures as JSON holds them: what is infinite is a string; what is no number must not become a null. */
const jsonOf = <Value>(value: unknown): Value =>
  JSON.parse(
    JSON.stringify(value, (name, one) => {
      if (one === Infinity) return 'Infinity'
      if (typeof one === 'number' && !Number.isFinite(one))
        throw new Problem('internal', `${name} came out as ${one}`, 'report the board that it was computed for')
      return one
    }),
  )

/**
 * The board alone, by the rules that a stored one is made by, without verdicts; of a `part` that was asked for without ranks.
 * Scores are adjusted by difficulties that were frozen before.
 */
export const judgedBoardOf = (
  { seed, months, authors }: BoardInput,
  { part, adjusting }: { part: boolean; adjusting: Adjusting },
): StoredBoard =>
  jsonOf(
    judgedBoard(
      { months, authors: authors.map(judgedOf) },
      { recorded: OPPONENTS, seed, draws: 0, adjusting, words: false, part },
    ),
  )

const itemsIn = (authors: readonly BoardAuthor[]): number => authors.reduce((so, { items }) => so + items.length, 0)

/**
 * Everybody on a board in one way of judging: places and verdicts over all at once (`judgedBoard`), and a report of each
 * (`judgedReport`), with a baseline kind, forms and lexicon turned to numbers; and how hard each question was
 * (`boardDifficulty`), by which scores of this board and later ones are adjusted. All draws are seeded by the input's seed.
 */
export const judgeBoard: Judge = (input) => {
  const authors = input.authors.map(judgedOf)
  const drawn: Drawn = drawsFor(itemsIn(input.authors), input.seed)
  const months = enteredMonths(cohortOf(input.months))
  const entrants = authors.map((author) => entrantOf(author, months)).sort((a, b) => (a.id < b.id ? -1 : 1))
  const inside = entrants.filter(({ entered }) => entered || months.length === 0)
  const asked = inside.map(asAsked)
  const difficulty = boardDifficulty(asked)
  const board: JudgedBoard = judgedBoard(
    { months: input.months, authors },
    { recorded: OPPONENTS, seed: input.seed, draws: drawn.chance, adjusting: { difficulty, none: null } },
  )
  const context = {
    board,
    crowd: crowdOf(asked),
    recorded: OPPONENTS,
    readings: readings(),
    drawn,
    drawsEach: drawnEach(drawn),
  }
  const rows = new Map(board.rows.map((row) => [row.id, row]))
  const reports = entrants.flatMap((entrant): [string, StoredReport][] => {
    const row = rows.get(entrant.id)
    return row ? [[entrant.id, jsonOf(judgedReport(entrant, row, context))]] : []
  })
  return { board: jsonOf<StoredBoard>(board), reports: new Map(reports), difficulty }
}

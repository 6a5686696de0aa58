import { type Board, board } from '../core/scoring/comparing/board.ts'
import { cohorts } from '../core/scoring/report/cohort.ts'
import { shown } from '../core/scoring/report/minimum.ts'
import { report } from '../core/scoring/report/report.ts'
import { type PublicReport, withhold } from '../core/scoring/report/withhold.ts'
import { tally } from '../core/scoring/tally.ts'
import type { BoardAuthor, BoardInput, Judge } from '../core/snapshot.ts'

/** What of an author is in cohorts that have entered; where nothing is, all there is, `entered` false. */
type Entrant = { author: BoardAuthor; entered: boolean }

const entrantOf = (author: BoardAuthor, months: readonly string[]): Entrant => {
  const isIn = ({ dueMonth }: { dueMonth: string }): boolean => months.includes(dueMonth)
  const [items, pending] = [author.items.filter(isIn), author.pending.filter(isIn)]
  const entered = items.length + pending.length > 0
  return { author: entered ? { ...author, items, pending } : author, entered }
}

const reportOf = ({ author: { items, pending }, entered }: Entrant, seed: string): PublicReport => {
  const unsettled = pending.map(({ p }) => ({ p, n: 1 }))
  return withhold(report({ ...tally(items), unsettled }, { seed }), { entered })
}

/** Why an author has no rank before anyone is compared; null where they may be compared. */
const barred = ({ author, entered }: Entrant, { families }: PublicReport): string | null => {
  if (author.kind === 'unattributed') return 'an unattributed voice is listed, never ranked'
  const visible = shown(families).provisionalRank
  if (!visible.shown) return visible.rule
  return entered ? null : 'none of their questions is in a cohort that has entered'
}

const enteredMonths = ({ months }: Pick<BoardInput, 'months'>): string[] =>
  cohorts(months ?? [])
    .filter(({ entered }) => entered)
    .flatMap(({ months: joined }) => joined)

/** The report of each author as counts alone give it, and who is ahead of whom in the cohorts that have entered. */
export const judgeByCounts: Judge = (input) => {
  const months = enteredMonths(input)
  const judged = input.authors.map((author) => {
    const entrant = entrantOf(author, months)
    const figures = reportOf(entrant, input.seed)
    return { ...entrant.author, figures, rule: barred(entrant, figures) }
  })
  const { placed, unplaced } = board(judged.filter(({ rule }) => rule === null))
  const outside = judged.flatMap(({ id, rule }) => (rule === null ? [] : [{ id, rule }]))
  const compared: Board & { months: string[] } = { months, placed, unplaced: [...unplaced, ...outside] }
  return { board: compared, reports: new Map(judged.map(({ id, figures }) => [id, figures])) }
}

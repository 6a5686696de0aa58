import { type Board, board } from '../core/scoring/comparing/board.ts'
import { cohorts } from '../core/scoring/report/cohort.ts'
import { shown } from '../core/scoring/report/minimum.ts'
import { type PublicReport, report, withhold } from '../core/scoring/report/report.ts'
import { tally } from '../core/scoring/tally.ts'
import type { BoardAuthor, BoardInput, Judge } from '../core/snapshot.ts'

const reportOf = ({ items, pending }: BoardAuthor): PublicReport =>
  withhold(report({ ...tally(items), unsettled: pending.map(({ p }) => ({ p, n: 1 })) }))

/** Why an author has no rank before anyone is compared; null where they may be compared. */
const barred = ({ kind }: BoardAuthor, { families }: PublicReport, entered: readonly string[]): string | null => {
  if (kind === 'unattributed') return 'an unattributed voice is listed, never ranked'
  const visible = shown(families).provisionalRank
  if (!visible.shown) return visible.rule
  return entered.length > 0 ? null : 'no cohort of a collection has entered'
}

const enteredMonths = ({ months }: Pick<BoardInput, 'months'>): string[] =>
  cohorts(months ?? [])
    .filter(({ entered }) => entered)
    .flatMap(({ months: joined }) => joined)

/** The report of each author as counts alone give it, and who is ahead of whom in the cohorts that have entered. */
export const judgeByCounts: Judge = (input) => {
  const entered = enteredMonths(input)
  const judged = input.authors.map((author) => {
    const within = author.items.filter(({ dueMonth }) => entered.includes(dueMonth))
    return {
      author,
      within,
      figures: reportOf(author),
      rule: barred(author, reportOf({ ...author, items: within }), entered),
    }
  })
  const { placed, unplaced } = board(
    judged.filter(({ rule }) => rule === null).map(({ author, within }) => ({ id: author.id, items: within })),
  )
  const outside = judged.flatMap(({ author, rule }) => (rule === null ? [] : [{ id: author.id, rule }]))
  const compared: Board & { months: string[] } = { months: entered, placed, unplaced: [...unplaced, ...outside] }
  return { board: compared, reports: new Map(judged.map(({ author, figures }) => [author.id, figures])) }
}

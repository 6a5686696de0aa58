import { groupBy } from '../core/group-by.ts'
import { brierLoss } from '../core/scoring/binary/proper-scores.ts'
import type { Pair } from '../core/scoring/comparing/paired.ts'
import { sum } from '../core/scoring/numbers/sum.ts'
import { type Beside, type CommonQuestion, itemsOfAuthors, othersBeside } from '../storage/board-items.ts'
import type { Reader } from '../storage/database.ts'
import { probabilityOf } from './probabilities.ts'
import { filterOf, type ReportQuery } from './report.ts'

/** A pair on its question, and the version that the author spoke on; both probabilities are of the event that `outcome` tells of. */
export type QuestionPair = Pair & { question: string; version: string }

type Said = { form: string; hit: boolean | null }

/**
 * What another said, turned to the event that one's own version asks for: two that came out differently were said of versions
 * that are oriented differently, or whose windows differ, and the loss of p on "no" is that of 1 − p on "yes".
 */
export const turned = (theirs: Said, own: Said): number => {
  const p = probabilityOf(theirs.form)
  return theirs.hit === own.hit ? p : 1 - p
}

/** The questions that two authors both answered, as the first of them was asked. */
export const againstAuthor = (common: readonly CommonQuestion[]): QuestionPair[] =>
  common.map(({ first, second }) => ({
    question: first.questionId,
    version: first.versionId,
    family: first.familyId,
    first: probabilityOf(first.form),
    second: turned(second, first),
    outcome: first.hit ? 1 : 0,
  }))

/** One question of an author beside all others who answered it, the author left out. */
export type AgainstCrowd = {
  question: string
  version: string
  family: string
  p: number
  outcome: 0 | 1
  /** How many others there were, and how many of them had spoken by the time the author did. */
  others: number
  before: number
  /** What the others said on average, and what they lost on average: Brier, 0 best, 1 worst. */
  crowd: number
  othersLoss: number
}

const meanOver = (rows: readonly Beside[], of: (row: Beside) => number): number =>
  sum(rows.map((row) => row.n * of(row))) / rows.reduce((so, { n }) => so + n, 0)

/**
 * The questions on which somebody else is scored too, each with the mean of the others. Read by question and form: its cost is that
 * of the author's own questions, not of the board.
 */
export const againstCrowd = async (reader: Reader, query: ReportQuery): Promise<AgainstCrowd[]> => {
  const { authorId, ...slice } = filterOf(query)
  const own = await itemsOfAuthors(reader, slice, [authorId])
  const beside = groupBy(await othersBeside(reader, slice, authorId), ({ questionId }) => questionId)
  return own.flatMap((item) => {
    const others = item.state === 'scored' ? beside.get(item.questionId) : undefined
    if (!others) return []
    const count = (of: 'n' | 'before') => others.reduce((so, row) => so + row[of], 0)
    return {
      question: item.questionId,
      version: item.versionId,
      family: item.familyId,
      p: probabilityOf(item.form),
      outcome: item.hit ? (1 as const) : (0 as const),
      others: count('n'),
      before: count('before'),
      crowd: meanOver(others, (row) => turned(row, item)),
      othersLoss: meanOver(others, ({ form, hit }) => brierLoss(probabilityOf(form), { n: 1, hits: Number(hit) })),
    }
  })
}

import { type CountedIn, slices } from '../../core/funnel.ts'
import { ALL } from '../../core/scored-item.ts'
import { countRecorded, signedBy, unscoredBy } from '../../storage/author-funnel.ts'
import type { Reader } from '../../storage/database.ts'
import type { CountedForm } from '../../storage/report-counts.ts'

/**
 * What there is of an author, in a line: `rest` is neither due nor listed: its question is open, or it is scored by another statement. The
 * whole `Funnel` tells each stage, at the cost of reading every statement.
 */
export type AuthorFunnel = {
  commentaries: number
  predictions: number
  scored: number
  pending: number
  void: number
  rest: number
  listed: number
  noForecast: number
  /** Why what is listed is never scored, the most frequent first. */
  reasons: { reason: string; n: number }[]
  counted: Record<CountedIn, number>
}

const sum = (numbers: readonly number[]): number => numbers.reduce((so, n) => so + n, 0)

const sliceOf = ({ weakHedge, windowSource, isOver }: CountedForm): CountedIn => {
  if (weakHedge) return 'weak-hedge'
  if (windowSource === 'default') return 'default-window'
  return isOver ? 'headline' : 'too-fresh'
}

/** The line of an author whose counts are at hand. */
export const authorFunnel = async (
  reader: Reader,
  recordIds: readonly string[],
  counts: readonly CountedForm[],
): Promise<AuthorFunnel> => {
  const own = counts.filter(({ set }) => set === ALL)
  const all = (state: 'n' | 'pending' | 'void') => sum(own.map((row) => row[state]))
  const [scored, pending, voided] = [all('n'), all('pending'), all('void')]
  const predictions = await countRecorded(reader, recordIds)
  const unscored = await unscoredBy(reader, recordIds)
  const ofKind = (kind: (typeof unscored)[number]['kind']) => unscored.filter((row) => row.kind === kind)
  const [listed, noForecast] = [ofKind('listed'), ofKind('no-forecast')].map((rows) => sum(rows.map(({ n }) => n)))
  const apart = (listed ?? 0) + (noForecast ?? 0)
  return {
    commentaries: await signedBy(reader, recordIds),
    predictions,
    scored,
    pending,
    void: voided,
    rest: Math.max(0, predictions - apart - scored - pending - voided),
    listed: listed ?? 0,
    noForecast: noForecast ?? 0,
    reasons: ofKind('listed')
      .map(({ reason, n }) => ({ reason: reason ?? 'no reason given', n }))
      .sort((a, b) => b.n - a.n || (a.reason < b.reason ? -1 : 1)),
    counted: Object.fromEntries(
      slices.map((slice) => [
        slice,
        sum(own.filter((row) => sliceOf(row) === slice).map((row) => row.n + row.pending + row.void)),
      ]),
    ) as Record<CountedIn, number>,
  }
}

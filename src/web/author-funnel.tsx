import type { FC } from 'hono/jsx'
import { windowSources } from '../core/candidate.ts'
import { ALL } from '../core/scored-item.ts'
import { HEADLINE } from '../core/slice.ts'
import type { Instant } from '../core/time.ts'
import { type CountFilter, countsOf } from '../storage/counts.ts'
import type { Reader } from '../storage/database.ts'
import { counted, monthText } from './format.ts'

type Tally = { settled: number; pending: number; void: number }

/** Where the forecasts of an author on questions that closed or were decided have gone; the parts add up to `all`. */
export type Funnel = {
  all: Tally
  headline: Tally
  weakHedges: number
  defaultWindows: number
  /** Decided, but the month of their window's end is not over. */
  tooFresh: number
  month: string
}

/** Later than any month a window can end in. */
const NO_LIMIT = '9999-12'

const sizeOf = (tally: Tally): number => tally.settled + tally.pending + tally.void

const tallyOf = async (reader: Reader, filter: CountFilter): Promise<Tally> => {
  const rows = await countsOf(reader, filter)
  return {
    settled: rows.reduce((so, { n }) => so + n, 0),
    pending: rows.reduce((so, { pending }) => so + pending, 0),
    void: rows.reduce((so, row) => so + row.void, 0),
  }
}

/** The funnel of one author over every board, from counts alone. */
export const readFunnel = async (reader: Reader, authorId: string, now: Instant): Promise<Funnel> => {
  const month = now.slice(0, 7)
  const every = { authorId, set: ALL, windowSources: [...windowSources], dueBefore: NO_LIMIT }
  const stated = { ...every, weakHedge: HEADLINE.weakHedge, windowSources: [...HEADLINE.windowSources] }
  const ever = await tallyOf(reader, stated)
  const headline = await tallyOf(reader, { ...stated, dueBefore: month })
  return {
    all: await tallyOf(reader, every),
    headline,
    weakHedges: sizeOf(await tallyOf(reader, { ...every, weakHedge: true })),
    defaultWindows: sizeOf(await tallyOf(reader, { ...every, weakHedge: false, windowSources: ['default'] })),
    tooFresh: sizeOf(ever) - sizeOf(headline),
    month,
  }
}

/** What was recorded of an author, as far as one page of predictions tells. */
export type Recorded = { predictions: number; more: boolean; unscored: number }

const recordedWords = ({ predictions, more, unscored }: Recorded): string => {
  const found = `${more ? 'More than ' : ''}${counted(predictions, 'prediction')} recorded`
  return more || unscored === 0 ? found : `${found}, ${unscored} of them listed but never scored`
}

/** The line that stands before any score: how much there is, and what each figure leaves out. */
export const FunnelLine: FC<{ funnel: Funnel; recorded: Recorded }> = ({ funnel, recorded }) => {
  const { all, headline, weakHedges, defaultWindows, tooFresh, month } = funnel
  const left = [
    weakHedges > 0 ? `${weakHedges} said only may, might, could or possible` : '',
    defaultWindows > 0 ? `${defaultWindows} gave no words of time` : '',
    tooFresh > 0 ? `${tooFresh} fall due in ${monthText(month)} or later and wait for the end of that month` : '',
  ].filter(Boolean)
  return (
    <p class="lead">
      {recordedWords(recorded)}. On questions that are due or decided, counted once a question: {sizeOf(all)}, of which{' '}
      {all.settled} settled, {all.pending} pending, {all.void} void.{' '}
      {sizeOf(all) > 0 ? `In the reports below: ${sizeOf(headline)}.` : 'Nothing is due yet.'}
      {left.length > 0 ? ` Left out of them: ${left.join('; ')}.` : ''}
    </p>
  )
}

import type { FC } from 'hono/jsx'
import type { Funnel } from '../core/funnel.ts'
import { counted, monthText } from './format.ts'

/** What was recorded of an author, as far as one page of predictions tells. */
export type Recorded = { predictions: number; more: boolean; unscored: number }

const recordedWords = ({ predictions, more, unscored }: Recorded): string => {
  const found = `${more ? 'More than ' : ''}${counted(predictions, 'prediction')} recorded`
  return more || unscored === 0 ? found : `${found}, ${unscored} of them listed but never scored`
}

/** The line that stands before any score: how much there is, and what each figure leaves out. */
export const FunnelLine: FC<{ funnel: Funnel; month: string; recorded: Recorded }> = ({ funnel, month, recorded }) => {
  const { scored, pending, void: voided } = funnel.scoring
  const { headline, 'weak-hedge': weakHedges, 'default-window': defaultWindows, 'too-fresh': tooFresh } = funnel.counted
  const all = scored + pending + voided
  const left = [
    weakHedges > 0 ? `${weakHedges} said only may, might, could or possible` : '',
    defaultWindows > 0 ? `${defaultWindows} gave no words of time` : '',
    tooFresh > 0 ? `${tooFresh} fall due in ${monthText(month)} or later and wait for the end of that month` : '',
  ].filter(Boolean)
  return (
    <p class="lead">
      {recordedWords(recorded)}. On questions that are due or decided, counted once a question: {all}, of which {scored}{' '}
      settled, {pending} pending, {voided} void.{' '}
      {all > 0 ? `In the reports below: ${headline}.` : 'Nothing is due yet.'}
      {left.length > 0 ? ` Left out of them: ${left.join('; ')}.` : ''}
    </p>
  )
}

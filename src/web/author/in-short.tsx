import type { FC } from 'hono/jsx'
import type { AuthorView } from '../../queries/report/author-view.ts'
import { counted, percent, percentEnds, signed } from '../format.ts'
import { Part, sentenceAbout, together } from './parts.tsx'

const Folded: FC<AuthorView> = ({ report: { figures } }) => {
  const { leaning, pending, bounds } = figures
  if (!leaning) return null
  const { claimed, right, overconfidence } = leaning
  const ends = overconfidence.interval
  const points = (value: number): string => signed(100 * value, 0)
  return (
    <>
      <dl class="folded">
        <div>
          <dt>claimed</dt>
          <dd title={claimed.value.toFixed(6)}>{percent(claimed.value)}</dd>
        </div>
        <div>
          <dt>right</dt>
          <dd title={right.value.toFixed(6)}>{percent(right.value)}</dd>
          <dd class="ends">{right.interval ? percentEnds(right.interval) : 'one family alone gives no interval'}</dd>
        </div>
        <div>
          <dt>claimed too much, in points</dt>
          <dd title={(100 * overconfidence.value).toFixed(6)}>{points(overconfidence.value)}</dd>
          <dd class="ends">
            {ends ? `${points(ends.low)} to ${points(ends.high)}` : 'one family alone gives no interval'}
          </dd>
        </div>
      </dl>
      {pending > 0 && bounds?.right && bounds.overconfidence ? (
        <p class="note">
          Once the {pending} that are due are settled: right {percent(bounds.right.lowest)} to{' '}
          {percent(bounds.right.highest)}, claimed too much by {points(bounds.overconfidence.lowest)} to{' '}
          {points(bounds.overconfidence.highest)} points.
        </p>
      ) : null}
    </>
  )
}

const hitWords = ({ hits, n, expectedHits }: AuthorView['report']['figures']): string | null =>
  hits === null || expectedHits === null || n === 0
    ? null
    : `${hits} of ${n} happened; what was said adds up to ${expectedHits.toFixed(1)}.`

/** The report in the words of its own sentences: what an editor takes away. */
export const InShort: FC<AuthorView> = (view) => {
  const { report, part } = view
  const { figures, sentences, judgement } = report
  const { n, families, pending, void: voided } = figures
  const told = ['overconfidence', 'brier', 'familyHitTest', 'auc', 'bounds', 'n'].flatMap(
    (about) => sentenceAbout(sentences, about) ?? [],
  )
  const hits = figures.leaning ? null : hitWords(figures)
  const verdict = judgement.judged?.verdict?.sentence ?? null
  return (
    <Part id="short" title="In short">
      <Folded {...view} />
      <ul class="told">
        {hits === null ? null : <li>{hits}</li>}
        {told.map((sentence) => (
          <li>{together(sentence)}</li>
        ))}
        {verdict === null ? null : <li>{together(verdict)}</li>}
      </ul>
      <p class="note">
        Counted: {counted(n, 'settled forecast')} in {counted(families, 'family', 'families')} of events; {pending} due
        and not settled, {voided} void{part.collection ? ', in this collection' : ''}. What the number does not allow is
        left out, and <a href="#withheld">the reason stands at the end</a>.
      </p>
    </Part>
  )
}

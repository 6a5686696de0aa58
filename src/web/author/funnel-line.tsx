import type { FC } from 'hono/jsx'
import type { Author } from '../../core/author.ts'
import type { AuthorFunnel } from '../../queries/report/author-funnel.ts'
import { counted, monthText } from '../format.ts'

/** What is counted, the rows behind it, and nothing where there is none. */
const Counted: FC<{ n: number; words: string; href: string }> = ({ n, words, href }) => (
  <>
    <a href={href}>
      {n.toLocaleString('en-GB')} {words}
    </a>
  </>
)

const reasonsOf = ({ reasons }: AuthorFunnel): string =>
  reasons
    .slice(0, 3)
    .map(({ reason, n }) => `${n} ${reason}`)
    .join('; ')

const leftOut = ({ counted: slices }: AuthorFunnel, month: string): string[] =>
  [
    slices['weak-hedge'] > 0 ? `${slices['weak-hedge']} said only may, might, could or possible` : '',
    slices['default-window'] > 0 ? `${slices['default-window']} gave no words of time` : '',
    slices['too-fresh'] > 0
      ? `${slices['too-fresh']} fall due in ${monthText(month)} or later and wait for the end of that month`
      : '',
  ].filter(Boolean)

/** The line that stands before any score: how much there is, what became of it, and what each figure leaves out. */
export const FunnelLine: FC<{ author: Author; funnel: AuthorFunnel; month: string }> = ({ author, funnel, month }) => {
  const { predictions, commentaries, scored, pending, void: voided, rest, listed, noForecast } = funnel
  const rows = (status: string) => `/v1/predictions?author=${author.id}&status=${status}`
  const due = scored + pending + voided
  const reasons = reasonsOf(funnel)
  const left = leftOut(funnel, month)
  return (
    <>
      <p class="lead funnel">
        <a href="#predictions">{counted(predictions, 'prediction')} recorded</a>
        {commentaries > 0 ? `, ${counted(commentaries, 'piece')} signed` : ''}.{' '}
        {due === 0 ? (
          'Nothing is due yet.'
        ) : (
          <>
            Of those that are due, counted once a question:{' '}
            <Counted n={scored} words="settled" href={rows('resolved')} />,{' '}
            <Counted n={pending} words="not settled" href={rows('due')} />,{' '}
            <Counted n={voided} words="void" href={rows('void')} />.
          </>
        )}{' '}
        {rest > 0 ? (
          <>
            <Counted n={rest} words="not due yet, or said again" href={rows('open')} />.{' '}
          </>
        ) : null}
        {listed > 0 ? `${listed.toLocaleString('en-GB')} listed and never scored.` : ''}
        {noForecast > 0 ? ` ${noForecast.toLocaleString('en-GB')} taken back.` : ''}
      </p>
      <p class="note">
        {reasons ? `Why listed ones are never scored: ${reasons}. ` : ''}
        {due > 0 ? `In the reports: ${funnel.counted.headline}. ` : ''}
        {left.length > 0 ? `Left out of them: ${left.join('; ')}. ` : ''}
        <a href={`/v1/authors/${author.id}/funnel`}>Every stage, from texts to scores, as JSON</a>.
      </p>
    </>
  )
}

import type { Child, FC } from 'hono/jsx'
import type { AuthorView } from '../../queries/report/author-view.ts'
import { brier, counted, percent, share } from '../format.ts'
import { FigureText, InstantTime } from '../layout.tsx'
import { STYLE_HREF } from '../style.ts'
import { authorHref, timingTitles, voiceTitles } from '../words.ts'
import { together } from './parts.tsx'
import { reportQuery } from './report-links.tsx'

/** A page that stands in a frame on somebody else's: links lead out of the frame. */
const Small: FC<{ title: string; children?: Child }> = ({ title, children }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>{title}</title>
      <base target="_blank" />
      <link rel="stylesheet" href={STYLE_HREF} />
    </head>
    <body class="embedded">
      <main>{children}</main>
    </body>
  </html>
)

const rule = (withheld: readonly { field: string; rule: string }[], field: string, otherwise: string): string =>
  withheld.find((one) => one.field === field)?.rule ?? otherwise

/** Why there are no words on calibration. */
const whyNoVerdict = ({ figures, judgement }: AuthorView['report']): string =>
  rule(
    figures.withheld,
    'curve',
    rule(
      judgement.judged?.withheld ?? [],
      'verdict',
      judgement.notJudged ?? 'questions that are due wait to be settled',
    ),
  )

const Figures: FC<AuthorView> = ({ report }) => {
  const { figures, judgement } = report
  const { n, families, brier: score, leaning, withheld } = figures
  const verdict = judgement.judged?.verdict?.sentence ?? null
  return (
    <>
      <p>
        {counted(n, 'settled forecast')} in {counted(families, 'family', 'families')} of events
        {figures.pending > 0 ? `, ${figures.pending} due and not settled` : ''}.
      </p>
      <p>
        {score ? (
          <>
            Mean Brier score{' '}
            <strong>
              <FigureText
                figure={brier(score.mean, { low: score.interval?.low ?? null, high: score.interval?.high ?? null })}
              />
            </strong>
            , 0 best; always 50&nbsp;% scores 0.25.
          </>
        ) : (
          `No average: ${n === 0 ? 'nothing is due and settled yet' : rule(withheld, 'brier', 'it waits')}.`
        )}
        {leaning ? (
          <>
            {' '}
            Claimed {percent(leaning.claimed.value)}, right{' '}
            {leaning.right.interval ? share(leaning.right.value, leaning.right.interval) : percent(leaning.right.value)}
            .
          </>
        ) : null}
      </p>
      <p>{verdict === null ? `No verdict: ${whyNoVerdict(report)}.` : together(verdict)}</p>
    </>
  )
}

/** An author in a few lines, for the pages of others: never a figure without how much stands behind it, and what was corrected. */
export const EmbeddedAuthor: FC<AuthorView> = (view) => {
  const { author, part, corrected, report } = view
  return (
    <Small title={`${author.name} · Hindcast`}>
      <h1 dir="auto">{author.name}</h1>
      <p class="small">
        {timingTitles[part.timing]}, {voiceTitles[part.voice]}
        {part.collection ? (
          <>
            , in <bdi>{part.collection.name}</bdi>
          </>
        ) : null}
        ; as of <InstantTime at={report.figures.asOf} />
      </p>
      <Figures {...view} />
      <p class="small">
        {corrected.n === 0 ? (
          'No correction has moved this score.'
        ) : (
          <>
            {counted(corrected.n, 'correction')} moved this score
            {corrected.last === null ? null : (
              <>
                , the last <InstantTime at={corrected.last} />
              </>
            )}
            .
          </>
        )}{' '}
        <a href={`${authorHref(author.slug)}?${reportQuery(part)}`}>The whole report, by Hindcast</a>
      </p>
    </Small>
  )
}

/** Nobody of that name. */
export const NoEmbeddedAuthor: FC = () => (
  <Small title="No such author · Hindcast">
    <h1>There is no such author</h1>
    <p>
      The address of this frame names nobody who is recorded. <a href="/">Hindcast</a>
    </p>
  </Small>
)

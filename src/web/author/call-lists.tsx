import type { FC } from 'hono/jsx'
import { capQuote } from '../../core/commentary.ts'
import type { AuthorView } from '../../queries/report/author-view.ts'
import type { Call } from '../../queries/report/calls.ts'
import { percent } from '../format.ts'
import { DayTime, InstantTime, MomentTime } from '../layout.tsx'
import { formWords } from '../words.ts'
import { Part } from './parts.tsx'
import { reportQuery } from './report-links.tsx'

/** Sources of one outcome; its log has the rest. */
const SOURCES = 3
const DIGITS = 12

type Source = Call['resolution']['sources'][number]

const kindWords: Readonly<Record<Source['kind'], string>> = {
  report: 'a report',
  figure: 'a figure',
  coverage: 'what an outlet has reported, and has not',
  'search-statement': 'a search that found nothing',
}

const isAddress = (url: string): boolean => url.startsWith('https://') || url.startsWith('http://')

const SourceLine: FC<{ source: Source }> = ({ source: { kind, title, url, archiveSha256 } }) => {
  const words = title ?? kindWords[kind] ?? kind
  return (
    <>
      {url !== null && isAddress(url) ? (
        <a href={url} rel="nofollow noopener noreferrer">
          <bdi>{words}</bdi>
        </a>
      ) : (
        <bdi>{words}</bdi>
      )}
      {archiveSha256 ? (
        <>
          {' '}
          (archived, SHA-256 <code title={archiveSha256}>{archiveSha256.slice(0, DIGITS)}…</code>)
        </>
      ) : null}
    </>
  )
}

const Sources: FC<{ call: Call }> = ({ call: { resolution } }) => {
  const sources = [...resolution.sources].sort((a, b) => Number(b.deciding) - Number(a.deciding)).slice(0, SOURCES)
  return (
    <>
      Settled <InstantTime at={resolution.settledAt} />
      {sources.length > 0 ? ' by ' : ''}
      {sources.map((source, at) => (
        <>
          {at > 0 ? '; ' : ''}
          <SourceLine source={source} />
        </>
      ))}
      . <a href={resolution.log}>The whole log</a>
    </>
  )
}

const Said: FC<{ call: Call }> = ({ call: { form, probability, said, commentary } }) => {
  const words = formWords(form)
  return (
    <>
      Said <MomentTime moment={said} />: <strong title={probability.toFixed(6)}>{percent(probability)}</strong>
      {words.kind === 'words' ? ` (${words.said}, said of ${words.of})` : ''}
      {commentary ? (
        <>
          , in{' '}
          <a href={`/commentaries/${commentary.id}`}>{commentary.title ? <bdi>{commentary.title}</bdi> : 'a piece'}</a>
        </>
      ) : null}
      .
    </>
  )
}

const CallItem: FC<{ call: Call }> = ({ call }) => {
  const { quote, question, outcome, loss, logLoss } = call
  return (
    <li>
      {quote === null ? null : (
        <blockquote dir="auto">
          <p>{capQuote(quote)}</p>
        </blockquote>
      )}
      <p>
        <a href={`/questions/${question.id}`} dir="auto">
          {capQuote(question.wording)}
        </a>
        {question.windowEnd ? (
          <small>
            {' '}
            window to <DayTime day={question.windowEnd} />
          </small>
        ) : null}
      </p>
      <p class="small">
        <Said call={call} /> The event: <strong>{outcome === 'yes' ? 'happened' : 'did not happen'}</strong>; penalty{' '}
        <span title={`log score ${logLoss}`}>{loss.toFixed(3)}</span>.
      </p>
      <p class="small">
        <Sources call={call} />. <a href={`/v1/predictions/${call.predictionId}`}>Prediction as JSON</a>
      </p>
    </li>
  )
}

const CallList: FC<{ calls: readonly Call[] }> = ({ calls }) => (
  <ol class="plain">
    {calls.map((call) => (
      <CallItem call={call} />
    ))}
  </ol>
)

/** The best and the worst calls, or of few all of them, each with what was said, when, and how it was settled. */
export const CallLists: FC<AuthorView> = ({ author, part, calls: { best, worst } }) => {
  if (worst.items.length === 0) return null
  const all = (order: string) =>
    `/v1/authors/${encodeURIComponent(author.slug)}/calls?${reportQuery(part)}&order=${order}`
  return (
    <Part id="calls" title={best === null ? 'Every call' : 'Best and worst calls'}>
      {best === null ? (
        <>
          <p class="note">What was said, what came of it, and how that is known; the farthest off first.</p>
          <CallList calls={worst.items} />
        </>
      ) : (
        <>
          <h3 id="worst">Worst</h3>
          <CallList calls={worst.items} />
          <h3 id="best">Best</h3>
          <CallList calls={best.items} />
        </>
      )}
      <p class="note">
        By their part in the mean Brier score; of the same penalty the earliest recorded stand first. All{' '}
        {worst.n.toLocaleString('en-GB')} as JSON: <a href={all('worst')}>worst first</a>,{' '}
        <a href={all('best')}>best first</a>.
      </p>
    </Part>
  )
}

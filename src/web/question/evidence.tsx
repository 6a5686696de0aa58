import type { FC } from 'hono/jsx'
import type { Evidence } from '../../core/event.ts'
import type { FoundEvidence } from '../../queries/evidence/question-evidence.ts'
import { counted } from '../format.ts'
import { DayTime, MomentTime } from '../layout.tsx'
import { commentaryHref, httpHref } from '../words.ts'
import { EVIDENCE_SHOWN, type Named, type QuestionView } from './read-question.ts'

const kindWords: Readonly<Record<Evidence['kind'], string>> = {
  report: 'A report',
  figure: 'A figure',
  coverage: 'A source that was read',
  'search-statement': 'A search that found nothing',
}

const bearingWords: Readonly<Record<Evidence['bearing'], string>> = {
  shows: 'shows the positive event',
  excludes: 'rules the positive event out',
  none: 'decides nothing by itself',
}

const stanceWords: Readonly<Record<FoundEvidence['stance'], string>> = {
  for: 'seems to say that it happened',
  against: 'seems to say that it did not',
  unclear: 'takes no side',
}

/** A hash of what is kept: short to read, whole in its title; a link where more is told of it. */
const Hash: FC<{ sha256: string; href?: string }> = ({ sha256, href }) => {
  const code = <code title={sha256}>{sha256.slice(0, 12)}…</code>
  return href === undefined ? code : <a href={href}>{code}</a>
}

const Address: FC<{ url: string | null }> = ({ url }) => {
  if (url === null) return null
  const href = httpHref(url)
  return (
    <>
      {' · '}
      {href ? (
        <a href={href} rel="nofollow noopener">
          {url}
        </a>
      ) : (
        url
      )}
    </>
  )
}

const Piece: FC<{ id: string | null; named: Named }> = ({ id, named }) => {
  const piece = id === null ? undefined : named.pieces.get(id)
  if (id === null || piece === undefined) return null
  return (
    <>
      {' · '}
      <a href={commentaryHref(id)}>
        <bdi>{piece.title ?? 'the piece'}</bdi>
      </a>
      , text <Hash sha256={piece.contentSha256} />
    </>
  )
}

const EventLine: FC<{ id: string | null; named: Named }> = ({ id, named }) => {
  const event = id === null ? undefined : named.events.get(id)
  if (event === undefined) return null
  const source = event.sourceId === null ? undefined : named.sources.get(event.sourceId)
  return (
    <p>
      <a href={`/v1/events/${event.id}`}>
        <bdi>{event.title}</bdi>
      </a>
      <small>
        {' '}
        happened <MomentTime moment={event.happened} />, published <MomentTime moment={event.published} />
        {source ? (
          <>
            {' '}
            by <bdi>{source.name}</bdi>
          </>
        ) : null}
        {event.archiveSha256 === null ? null : (
          <>
            {' · '}archived copy <Hash sha256={event.archiveSha256} href={`/v1/archives/${event.archiveSha256}`} />
          </>
        )}
        <Address url={event.url} />
        <Piece id={event.commentaryId} named={named} />
      </small>
    </p>
  )
}

/** One piece of evidence, with where it stands and what is kept of it. */
export const EvidenceItem: FC<{
  evidence: Evidence
  named: Named
  decides?: boolean
  options: ReadonlyMap<string, string>
}> = ({ evidence, named, decides = false, options }) => {
  const {
    kind,
    bearing,
    optionId,
    eventId,
    sourceId,
    quote,
    url,
    commentaryId,
    readThrough,
    reportingLagDays,
    statement,
  } = evidence
  const source = sourceId === null ? undefined : named.sources.get(sourceId)
  const event = eventId === null ? undefined : named.events.get(eventId)
  return (
    <>
      <p class="small">
        {decides ? <strong>This decided. </strong> : null}
        {kindWords[kind]}, which {bearingWords[bearing]}
        {optionId === null ? '' : ` “${options.get(optionId) ?? optionId}”`}
        {source ? (
          <>
            : <bdi>{source.name}</bdi>
          </>
        ) : null}
        {readThrough ? (
          <>
            , read through <DayTime day={readThrough} />
            {reportingLagDays === null ? '' : `; it reports within ${counted(reportingLagDays, 'day')}`}
          </>
        ) : null}
        <Address url={url === event?.url ? null : url} />
        <Piece id={commentaryId === event?.commentaryId ? null : commentaryId} named={named} />
      </p>
      <EventLine id={eventId} named={named} />
      {statement === null ? null : <p dir="auto">{statement}</p>}
      {quote === null ? null : (
        <blockquote dir="auto">
          <p>{quote}</p>
        </blockquote>
      )}
    </>
  )
}

const FoundItem: FC<{ found: FoundEvidence; named: Named }> = ({ found, named }) => (
  <li>
    <blockquote dir="auto">
      <p>{found.quote}</p>
    </blockquote>
    <p class="small">
      Published <DayTime day={found.publishedOn} />; {stanceWords[found.stance]}: {found.reasons.join('; ')}
      <Piece id={found.commentaryId} named={named} />
    </p>
    <EventLine id={found.eventId} named={named} />
  </li>
)

/** What is recorded as evidence, and what the search proposes beside it. */
export const EvidenceSection: FC<{ view: QuestionView; options: ReadonlyMap<string, string> }> = ({
  view,
  options,
}) => {
  const { question, evidence, named } = view
  const shown = evidence.recorded.slice(0, EVIDENCE_SHOWN)
  const more = evidence.recorded.length - shown.length
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">Evidence</h2>
      {shown.length === 0 ? <p class="empty">Nothing is recorded as evidence yet.</p> : null}
      <ul class="plain">
        {shown.map((one) => (
          <li id={one.id}>
            <EvidenceItem evidence={one} named={named} options={options} />
          </li>
        ))}
      </ul>
      {evidence.found.length > 0 ? (
        <details>
          <summary>{counted(evidence.found.length, 'later passage')} that may bear on it</summary>
          <p class="note">
            The search proposes them, best first, by rules {evidence.rules}; it settles nothing.{' '}
            {evidence.withheld === null ? '' : `Left out: ${evidence.withheld}.`}
          </p>
          <ol class="plain">
            {evidence.found.map((one) => (
              <FoundItem found={one} named={named} />
            ))}
          </ol>
        </details>
      ) : null}
      <p class="note">
        {more > 0 ? `${more} more, and all` : 'All'} details:{' '}
        <a href={`/v1/questions/${question.id}/evidence`}>the evidence as JSON</a>.
      </p>
    </section>
  )
}

import type { FC } from 'hono/jsx'
import { capQuote } from '../../core/commentary.ts'
import type { Event, Evidence } from '../../core/event.ts'
import type { Stance } from '../../core/evidence/passage.ts'
import type { FoundEvidence } from '../../queries/evidence/question-evidence.ts'
import { DayTime, MomentTime } from '../layout.tsx'

const kindWords: Readonly<Record<Evidence['kind'], string>> = {
  report: 'Report',
  figure: 'Figure',
  coverage: 'Coverage',
  'search-statement': 'Search statement',
}

type Events = ReadonlyMap<string, Event>

const Said: FC<{ quote: string | null }> = ({ quote }) =>
  quote === null ? null : (
    <blockquote dir="auto">
      <p>{capQuote(quote)}</p>
    </blockquote>
  )

const Source: FC<{ url: string | null }> = ({ url }) =>
  url === null ? null : (
    <>
      {' · '}
      <a href={url} rel="noreferrer nofollow">
        source
      </a>
    </>
  )

const OfEvent: FC<{ event: Event }> = ({ event: { title, happened, published, quote, url, archiveSha256 } }) => (
  <>
    <p>
      <bdi>{title}</bdi>
    </p>
    <Said quote={quote} />
    <p class="small">
      Happened <MomentTime moment={happened} />; published <MomentTime moment={published} />
      <Source url={url} />
      {archiveSha256 === null ? null : (
        <>
          {' · archived as '}
          <code>{archiveSha256.slice(0, 12)}…</code>
        </>
      )}
    </p>
  </>
)

const Item: FC<{ evidence: Evidence; events: Events }> = ({ evidence, events }) => {
  const { kind, eventId, quote, url, readThrough, statement } = evidence
  const event = eventId === null ? undefined : events.get(eventId)
  return (
    <li>
      <p class="small">
        {kindWords[kind]}
        {readThrough === null ? '' : ', read through '}
        {readThrough === null ? null : <DayTime day={readThrough} />}
        {event ? null : <Source url={url} />}
      </p>
      {event ? <OfEvent event={event} /> : null}
      {event && quote === event.quote ? null : <Said quote={quote} />}
      {statement === null ? null : <p dir="auto">{statement}</p>}
    </li>
  )
}

/** A heading one step below what it stands under. */
type Level = { level: 3 | 4 }
const Heading: FC<Level & { title: string }> = ({ level, title }) => (level === 3 ? <h3>{title}</h3> : <h4>{title}</h4>)

type SideProps = Level & { title: string; evidence: Evidence[]; events: Events }

const Side: FC<SideProps> = ({ title, evidence, events, level }) => (
  <div>
    <Heading level={level} title={title} />
    {evidence.length === 0 ? <p class="empty">Nothing is recorded.</p> : null}
    <ul class="plain">
      {evidence.map((one) => (
        <Item evidence={one} events={events} />
      ))}
    </ul>
  </div>
)

/** Evidence side by side: what shows the positive event, what rules it out; what does neither stands below. */
export const EvidenceSides: FC<Omit<SideProps, 'title'>> = ({ evidence, events, level }) => {
  const of = (bearing: Evidence['bearing']) => evidence.filter((one) => one.bearing === bearing)
  const neither = of('none')
  return (
    <>
      <div class="sides">
        <Side title="Shows it" evidence={of('shows')} events={events} level={level} />
        <Side title="Rules it out" evidence={of('excludes')} events={events} level={level} />
      </div>
      {neither.length === 0 ? null : (
        <Side title="Read, and bearing neither way" evidence={neither} events={events} level={level} />
      )}
    </>
  )
}

const stanceTitles: Readonly<Record<Stance, string>> = {
  for: 'Speaks for it',
  against: 'Speaks against it',
  unclear: 'Leaves it open',
}

const Found: FC<{ found: FoundEvidence }> = ({ found: { quote, publishedOn, reasons, score, commentaryId } }) => (
  <li>
    <blockquote dir="auto">
      <p>{quote}</p>
    </blockquote>
    <p class="small">
      Published <DayTime day={publishedOn} />; speaks of {Math.round(Math.min(1, score) * 100)}&nbsp;% of the claim (
      {reasons.join('; ')})
      {commentaryId === null ? null : (
        <>
          {' · '}
          <a href={`/commentaries/${commentaryId}`}>where it stands</a>
        </>
      )}
    </p>
  </li>
)

/** What the search found, best first, by what it seems to say of the wording. */
export const FoundSides: FC<{ found: FoundEvidence[] }> = ({ found }) => {
  const of = (stance: Stance) => found.filter((one) => one.stance === stance)
  const side = (stance: Stance) => (
    <div>
      <h3>{stanceTitles[stance]}</h3>
      {of(stance).length === 0 ? <p class="empty">Nothing was found.</p> : null}
      <ol class="plain">
        {of(stance).map((one) => (
          <Found found={one} />
        ))}
      </ol>
    </div>
  )
  return (
    <>
      <div class="sides">
        {side('for')}
        {side('against')}
      </div>
      {of('unclear').length > 0 ? side('unclear') : null}
    </>
  )
}

import type { FC } from 'hono/jsx'
import type { Candidate, Commentary } from '../../core/commentary.ts'
import { formOfPhrase } from '../../core/prediction.ts'
import { Alert } from '../dispute-form.tsx'
import { percent } from '../format.ts'
import { DayTime } from '../layout.tsx'
import { formWords } from '../words.ts'
import { AcceptForm } from './accept-form.tsx'
import { deskHref } from './addresses.ts'
import type { DeskView } from './desk.ts'
import type { Typed } from './form.ts'
import { Key } from './frame.tsx'
import { RejectForm } from './reject-form.tsx'
import { SplitForm } from './split-form.tsx'
import { StandsAs } from './stands-as.tsx'

/** What was sent and not taken: shown again in the form it came from. */
export type Refused = { deed: 'accept' | 'reject' | 'undo' | 'split'; typed: Typed; wrong: string[] }

const WhoSays: FC<{ candidate: Candidate; commentary: Commentary }> = ({ candidate, commentary }) => {
  const { attribution, claimant, claimantRole, directness } = candidate
  const names = attribution === 'own' ? commentary.bylines.map(({ name }) => name).join(', ') : (claimant ?? '')
  return (
    <>
      <bdi>{names || 'somebody whom the text does not name'}</bdi>
      {claimantRole ? (
        <>
          , <bdi>{claimantRole}</bdi>
        </>
      ) : null}{' '}
      <small>
        {attribution}, {directness}
      </small>
    </>
  )
}

const Likelihood: FC<{ candidate: Candidate }> = ({ candidate }) => {
  const { hedge, phrase, polarity, probability, weakHedge } = candidate
  const { said, of } = formWords(formOfPhrase(phrase, polarity))
  const { low, mid, high } = probability
  return (
    <>
      {hedge ? (
        <>
          “<bdi>{hedge}</bdi>”:{' '}
        </>
      ) : null}
      {said} of {of} = {percent(mid)}{' '}
      <small>
        {low === high ? '' : `5 % to 95 % of readers: ${percent(low)} to ${percent(high)}`}
        {weakHedge ? ' A weak hedge: never in the headline score.' : ''}
      </small>
    </>
  )
}

const WindowText: FC<{ candidate: Candidate }> = ({ candidate: { window } }) => {
  if (window === null) return <>none is read in these words</>
  const { text, start, end, source } = window
  return (
    <>
      {text ? (
        <>
          “<bdi>{text}</bdi>”:{' '}
        </>
      ) : null}
      {start ? (
        <>
          <DayTime day={start} /> to{' '}
        </>
      ) : (
        'until '
      )}
      {end ? <DayTime day={end} /> : 'no end'} <small>{source}</small>
    </>
  )
}

/** A candidate as whoever decides on it must see it. */
export const Found: FC<{ candidate: Candidate; commentary: Commentary }> = ({ candidate, commentary }) => (
  <>
    {candidate.context ? (
      <p class="note">
        After: “<bdi>{candidate.context}</bdi>”
      </p>
    ) : null}
    <blockquote dir="auto">{candidate.quote}</blockquote>
    {candidate.claim === candidate.quote ? null : (
      <p dir="auto">
        <strong>{candidate.claim}</strong>
      </p>
    )}
    <dl class="found">
      <dt>Says</dt>
      <dd>
        <WhoSays candidate={candidate} commentary={commentary} />
      </dd>
      <dt>How likely</dt>
      <dd>
        <Likelihood candidate={candidate} />
      </dd>
      <dt>When</dt>
      <dd>
        <WindowText candidate={candidate} />
      </dd>
      {candidate.condition ? (
        <>
          <dt>Only if</dt>
          <dd dir="auto">{candidate.condition}</dd>
        </>
      ) : null}
    </dl>
    {candidate.reasons.map((reason) => (
      <p class="note caveat" dir="auto">
        {candidate.scorable ? '' : 'Listed, not scored: '}
        {reason}
      </p>
    ))}
  </>
)

const placeOf = ({ candidates, current }: DeskView) => candidates.findIndex(({ id }) => id === current?.id) + 1

/** The candidate on the desk: what was found, and what may be done with it. */
export const Panel: FC<{ view: DeskView; current: Candidate; refused?: Refused | undefined }> = ({
  view,
  current,
  refused,
}) => {
  const { commentary, candidates, suggestions, previous, next } = view
  const typedIn = (deed: Refused['deed']): Typed => (refused?.deed === deed ? refused.typed : {})
  return (
    <section class="decide" aria-labelledby="now">
      <h2 id="now" tabindex={-1} data-focus>
        Candidate {placeOf(view)} of {candidates.length}{' '}
        <small>{candidates.filter(({ status }) => status === 'pending').length} wait</small>
      </h2>
      <Alert wrong={refused?.wrong ?? []} />
      <Found candidate={current} commentary={commentary} />
      {suggestions ? (
        <>
          <AcceptForm candidate={current} suggestions={suggestions} typed={typedIn('accept')} />
          <RejectForm candidate={current} typed={typedIn('reject')} />
          <SplitForm candidate={current} typed={typedIn('split')} />
        </>
      ) : (
        <StandsAs candidate={current} isLate={view.isLate} typed={refused?.typed} />
      )}
      <p class="steps">
        {previous ? (
          <a href={deskHref(commentary.id, previous)} data-key="p" rel="prev">
            <Key of="p" /> Previous that waits
          </a>
        ) : null}
        {next ? (
          <a href={deskHref(commentary.id, next)} data-key="n" rel="next">
            <Key of="n" /> Next that waits
          </a>
        ) : (
          <a href="/review" data-key="n">
            <Key of="n" /> Other commentaries
          </a>
        )}
        {view.text ? <a href="#passage">In the text</a> : null}
      </p>
    </section>
  )
}

import type { FC } from 'hono/jsx'
import { capQuote } from '../core/commentary.ts'
import type { Dispute } from '../core/dispute.ts'
import type { Prediction } from '../core/prediction.ts'
import type { Question } from '../core/question.ts'
import { DisputeList } from './dispute-list.tsx'
import { disputeFormHref } from './dispute-words.ts'
import { deeds, ForecastWords } from './forecast-words.tsx'
import { DayTime, MomentTime } from './layout.tsx'
import { TakenBackNote } from './taken-back-note.tsx'
import { questionHref, standingWords } from './words.ts'

export type Said = { prediction: Prediction; question: Question | null; disputes: Dispute[] }
/** The latest of what was said, whether there is more, and how much was taken back and is not among it. */
export type Listed = { said: Said[]; more: boolean; takenBack: number }

const windowNote = ({ windowSource }: Question['version']): string =>
  windowSource === 'default' ? ', set by default: no words of time' : ''

const Condition: FC<Question['version']> = ({ trigger }) =>
  trigger ? (
    <>
      {' '}
      Asked only if <a href={questionHref(trigger.questionId)}>another question</a> settles “{trigger.outcome}”.
    </>
  ) : null

const Standing: FC<{ question: Question }> = ({ question }) => (
  <p class="small">
    Outcome: <strong>{standingWords(question)}</strong>; window{' '}
    {question.version.windowEnd ? (
      <>
        to <DayTime day={question.version.windowEnd} />
      </>
    ) : (
      'without end'
    )}
    {windowNote(question.version)}.<Condition {...question.version} /> <a href={questionHref(question.id)}>Question</a>
    {question.status === 'resolved' || question.status === 'void' ? (
      <>
        {' · '}
        <a href={disputeFormHref(question.id)}>Dispute the outcome</a>
      </>
    ) : null}
  </p>
)

const Item: FC<Said> = ({ prediction, question, disputes }) => {
  const { id, said, quote, scoreable, unscoredReason, act, weakHedge } = prediction
  const wording = question?.version.wording
  return (
    <li>
      {quote === null ? null : (
        <blockquote>
          <p>{capQuote(quote)}</p>
        </blockquote>
      )}
      {wording === undefined || wording === quote ? null : <p>{wording}</p>}
      <p class="small">
        {deeds[act]} <MomentTime moment={said} />: <ForecastWords prediction={prediction} question={question} />.{' '}
        {weakHedge ? 'A weak hedge, kept out of the score. ' : ''}
        {scoreable ? '' : `Listed, not scored: ${unscoredReason ?? 'no reason given'}. `}
        <a href={`/v1/predictions/${id}`}>Prediction</a> · <a href={disputeFormHref(id)}>Dispute it</a>
      </p>
      {question ? <Standing question={question} /> : null}
      {disputes.length > 0 ? <DisputeList disputes={disputes} /> : null}
    </li>
  )
}

/** The latest predictions of an author with their quotes and what became of them. */
export const PredictionList: FC<Listed & { authorId: string }> = ({ said, authorId, more, takenBack }) => (
  <section aria-labelledby="predictions">
    <h2 id="predictions">Latest predictions</h2>
    {said.length === 0 ? (
      <p class="empty">
        {takenBack === 0 ? 'No prediction is recorded yet.' : 'No prediction that was recorded stands.'}
      </p>
    ) : null}
    <ol class="plain">
      {said.map((one) => (
        <Item {...one} />
      ))}
    </ol>
    <p class="note">
      {more ? 'Older ones and all' : 'All'} details:{' '}
      <a href={`/v1/predictions?author=${authorId}`}>this author’s predictions as JSON</a>.
      <TakenBackNote n={takenBack} of={`author=${authorId}`} />
    </p>
  </section>
)

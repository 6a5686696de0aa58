import type { FC } from 'hono/jsx'
import { RULING_DAYS } from '../core/dispute.ts'
import type { Question } from '../core/question.ts'
import type { Status } from '../core/resolution/lifecycle.ts'
import type { CorrectionsView, Names } from './corrections.ts'
import { DisputeList } from './dispute-list.tsx'
import { disputeHref } from './dispute-words.ts'
import { InstantTime, Layout } from './layout.tsx'
import { ScoreChangeList } from './score-change-list.tsx'
import { questionHref, standingWords } from './words.ts'

type Was = Pick<Question, 'outcome' | 'voidReason'>
const words = (question: Question, status: Status, { outcome, voidReason }: Was): string =>
  standingWords({ version: question.version, status, outcome, voidReason })

const statusOf = ({ outcome, voidReason }: Was): Status => (outcome !== null ? 'resolved' : voidReason ? 'void' : 'due')

const CorrectionItem: FC<CorrectionsView['corrections'][number] & { names: Names }> = (view) => {
  const { correction, question, changes, names } = view
  const { before, dispute, recordedAt, reason, questionId } = correction
  return (
    <li>
      <p>
        <a href={questionHref(questionId)}>{question?.version.wording ?? questionId}</a>
      </p>
      {question ? (
        <p>
          Was: {words(question, statusOf(before), before)}. Now:{' '}
          <strong>{words(question, statusOf(correction), correction)}</strong>.
        </p>
      ) : null}
      <p class="small">
        <InstantTime at={recordedAt} />, {dispute ? 'after ' : 'by the desk itself'}
        {dispute ? (
          <>
            <a href={disputeHref(dispute.id)}>a dispute</a>
            {dispute.role === 'judged-author' ? ' of the judged author' : ''}
          </>
        ) : null}
        : {reason}
      </p>
      <ScoreChangeList changes={changes} names={names} />
    </li>
  )
}

const Excluded: FC<Pick<CorrectionsView, 'excluded' | 'names'>> = ({ excluded, names }) => (
  <section aria-labelledby="excluded">
    <h2 id="excluded">Taken out of the scores</h2>
    <p class="note">Statements that a ruling unscored: they stay listed, with the reason.</p>
    <ul class="plain">
      {excluded.map(({ one, changes }) => (
        <li>
          <p>
            <a href={`/v1/predictions/${one.predictionId}`}>A statement</a> of{' '}
            {names.get(one.authorId)?.name ?? one.authorId}: {one.reason}
          </p>
          <p class="small">
            <InstantTime at={one.recordedAt} />, after <a href={disputeHref(one.disputeId)}>a dispute</a>
          </p>
          <ScoreChangeList changes={changes} names={names} />
        </li>
      ))}
    </ul>
  </section>
)

const Disputes: FC<Pick<CorrectionsView, 'overdue' | 'open' | 'waiting'>> = ({ overdue, open, waiting }) => (
  <>
    {overdue.length > 0 ? (
      <section aria-labelledby="overdue">
        <h2 id="overdue">Overdue</h2>
        <p class="caveat">These should have been ruled within {RULING_DAYS} days and were not.</p>
        <DisputeList disputes={overdue} />
      </section>
    ) : null}
    <section aria-labelledby="open">
      <h2 id="open">Open disputes</h2>
      <p class="note">
        What they are about stands until the ruling. <a href="/v1/disputes?status=open">JSON</a>
        {waiting > 0
          ? ` ${waiting} more came in and ${waiting === 1 ? 'waits' : 'wait'} to be confirmed as coming from who it says.`
          : ''}
      </p>
      {open.length === 0 ? <p class="empty">No dispute is open within its time.</p> : <DisputeList disputes={open} />}
    </section>
  </>
)

const HowTo: FC = () => (
  <section aria-labelledby="how">
    <h2 id="how">How to dispute or to reply</h2>
    <p>
      Anybody may dispute a prediction, an outcome, a passage or a byline, without a key:{' '}
      <a href="/disputes/new">by this form</a> or by <a href="/docs#op-fileDispute">the API</a>. The page of each
      dispute has a form by which the judged author replies; the reply stands beside the verdict. It is ruled within{' '}
      {RULING_DAYS} days. An upheld dispute about an outcome corrects the record, and the correction is listed here.
    </p>
  </section>
)

/** Every correction, newest first, the disputes that wait for a ruling, and the way to a new one. */
export const CorrectionsPage: FC<CorrectionsView & { first: boolean }> = (view) => {
  const { corrections, next, excluded, names, first } = view
  return (
    <Layout title="Corrections · Hindcast" description="What was corrected, why, and what it did to each score.">
      <h1>Corrections</h1>
      {first ? <Disputes {...view} /> : null}
      <section aria-labelledby="corrected">
        <h2 id="corrected">Corrected outcomes</h2>
        <p class="note">
          Every decision that replaced another or moved what had come out, newest first, and what it did to the headline
          score of each author. <a href="/v1/score-changes">Score changes as JSON</a>
        </p>
        {corrections.length === 0 ? (
          <p class="empty">No outcome has been corrected{first ? '' : ' before these'}.</p>
        ) : null}
        <ul class="plain">
          {corrections.map((one) => (
            <CorrectionItem {...one} names={names} />
          ))}
        </ul>
        {next === null ? null : (
          <p>
            <a href={`/corrections?cursor=${encodeURIComponent(next)}`}>Older corrections</a>
          </p>
        )}
      </section>
      {excluded.length > 0 ? <Excluded excluded={excluded} names={names} /> : null}
      <HowTo />
    </Layout>
  )
}

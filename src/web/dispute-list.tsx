import type { FC } from 'hono/jsx'
import type { Dispute } from '../core/dispute.ts'
import { disputeHref, rulingWords, subjectHref, subjectWords } from './dispute-words.ts'
import { InstantTime } from './layout.tsx'

const SHOWN = 600
const shortened = (text: string): string => (text.length <= SHOWN ? text : `${text.slice(0, SHOWN).trimEnd()}…`)

const Standing: FC<{ dispute: Dispute }> = ({ dispute: { ruling, ruleBy } }) =>
  ruling ? (
    <>
      <strong>{rulingWords[ruling.verdict]}</strong> <InstantTime at={ruling.recordedAt} />: {ruling.reason}
      {ruling.sameHand ? ' (Ruled by who had decided it: nobody else here may.)' : ''}
    </>
  ) : (
    <>
      to be ruled by <InstantTime at={ruleBy} />
    </>
  )

/** One dispute: what is disputed and why, what the judged author says, the ruling or the day by which it comes. */
export const DisputeItem: FC<{ dispute: Dispute; whole?: boolean }> = ({ dispute, whole = false }) => {
  const { id, subject, questionId, role, grounds, redacted, replies, recordedAt } = dispute
  const shown = whole ? (text: string) => text : shortened
  return (
    <>
      <p class="small">
        <a href={disputeHref(id)}>Dispute</a> of{' '}
        <a href={subjectHref(subject, questionId)}>{subjectWords[subject.kind]}</a>,{' '}
        {role === 'judged-author' ? 'by the judged author, ' : ''}
        came in <InstantTime at={recordedAt} />; <Standing dispute={dispute} />
      </p>
      {redacted ? <p class="note">Its grounds were taken out.</p> : null}
      {grounds === null ? null : (
        <blockquote>
          <p class="said">{shown(grounds)}</p>
        </blockquote>
      )}
      {replies.map((reply) => (
        <>
          <p class="small">
            The judged author replies, <InstantTime at={reply.recordedAt} />:
          </p>
          {reply.text === null ? (
            <p class="note">It was taken out.</p>
          ) : (
            <blockquote>
              <p class="said">{shown(reply.text)}</p>
            </blockquote>
          )}
        </>
      ))}
    </>
  )
}

export const DisputeList: FC<{ disputes: Dispute[] }> = ({ disputes }) => (
  <ul class="plain">
    {disputes.map((dispute) => (
      <li>
        <DisputeItem dispute={dispute} />
      </li>
    ))}
  </ul>
)

import type { FC } from 'hono/jsx'
import { ERASED } from '../../core/erasure.ts'
import type { QuestionDetail } from '../../queries/question-detail.ts'
import { DisputeList } from '../dispute-list.tsx'
import { disputeFormHref } from '../dispute-words.ts'
import { InstantTime } from '../layout.tsx'
import { ScoreChangeList } from '../score-change-list.tsx'
import { outcomeWords, stepWords } from './outcome-words.ts'
import type { QuestionView } from './read-question.ts'

type Entry = QuestionDetail['log'][number]

const How: FC<{ entry: Entry; question: QuestionDetail }> = ({ entry, question: { version, versions, options } }) => {
  const { outcome, voidReason, versionId } = entry
  const of = versions.find(({ id }) => id === versionId) ?? version
  if (outcome !== null) return <>: {outcomeWords(outcome, of, options)}</>
  return voidReason === null ? null : <>: {voidReason}</>
}

/** Short to read, whole in its title. */
const Digest: FC<{ digest: string }> = ({ digest }) => (
  <code title={digest}>{digest.length > 16 ? `${digest.slice(0, 12)}…` : digest}</code>
)

const EntryItem: FC<{ entry: Entry; view: QuestionView }> = ({ entry, view: { question, erased } }) => {
  const { id, step, recordedAt, reason, decider, rules, evidence, decidingEvidenceId, digest, evidenceDigest } = entry
  return (
    <li id={id}>
      <p>
        <strong>
          {stepWords[step]}
          <How entry={entry} question={question} />
        </strong>{' '}
        <small>
          <InstantTime at={recordedAt} />
        </small>
      </p>
      <p dir="auto">{reason}</p>
      <p class="small">
        By {erased.has(decider) ? ERASED : <code>{decider}</code>}, rules {rules}.{' '}
        {evidence.length === 0
          ? 'It cites no evidence.'
          : evidence.map((one, index) => (
              <>
                {index === 0 ? 'It cites ' : ', '}
                <a href={`#${one.id}`}>
                  evidence {index + 1}
                  {one.id === decidingEvidenceId ? ', which decided' : ''}
                </a>
              </>
            ))}
      </p>
      <p class="small">
        Sealed as <Digest digest={digest} />
        {evidence.length === 0 ? null : (
          <>
            , its evidence as <Digest digest={evidenceDigest} />
          </>
        )}
        {step === 'settle' || step === 'void' ? (
          <>
            {' · '}
            <a href={disputeFormHref(id)}>Dispute this</a>
          </>
        ) : null}
      </p>
    </li>
  )
}

/** How it was decided: every step with who took it, why and on what, first to last. */
export const LogSection: FC<{ view: QuestionView }> = ({ view, view: { question } }) => (
  <section aria-labelledby="log">
    <h2 id="log">Resolution log</h2>
    {question.log.length === 0 ? <p class="empty">Nothing has been decided; its log is empty.</p> : null}
    <ol class="plain">
      {question.log.map((entry) => (
        <EntryItem entry={entry} view={view} />
      ))}
    </ol>
    <p class="note">
      Nothing is deleted from the log; whatever is taken back is followed by an entry that says so.{' '}
      <a href={`/v1/resolutions?question=${question.id}`}>The log as JSON</a>
    </p>
  </section>
)

/** What is disputed here, and what corrections did to scores. */
export const DisputedSection: FC<{ view: QuestionView }> = ({ view: { question, disputes, changes, names } }) => (
  <section aria-labelledby="disputes">
    <h2 id="disputes">Disputes and score changes</h2>
    {disputes.length === 0 ? (
      <p class="empty">Nothing about it has been disputed, or not been confirmed yet.</p>
    ) : (
      <DisputeList disputes={disputes} />
    )}
    {changes.length === 0 ? (
      <p class="note">No correction of it has moved a score.</p>
    ) : (
      <>
        <h3>What corrections did to headline scores</h3>
        <ScoreChangeList changes={changes} names={names} />
        <p class="note">
          <a href={`/v1/score-changes?question=${question.id}`}>Score changes as JSON</a>
        </p>
      </>
    )}
  </section>
)

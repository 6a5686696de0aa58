import type { FC } from 'hono/jsx'
import type { Candidate } from '../../core/commentary.ts'
import { deskHref } from './addresses.ts'
import { Article } from './article.tsx'
import type { DeskView, Last } from './desk.ts'
import { placesAround } from './excerpt.ts'
import { DeskFrame } from './frame.tsx'
import { KeysHelp } from './keys-help.tsx'
import { Panel, type Refused } from './panel.tsx'
import { titleOf } from './queue-page.tsx'
import { lateText, Undo } from './stands-as.tsx'

const doneTexts: Readonly<Record<Candidate['status'], string>> = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  split: 'Split',
  withdrawn: 'Withdrawn',
  pending: 'It waits again',
}

/** What was just done, said aloud to who does not see it, with the way back. */
const Done: FC<{ last: Last }> = ({ last: { candidate, questionId, isLate } }) => (
  <p class="done" data-say="now" data-done={candidate.id}>
    <span>
      {doneTexts[candidate.status]}: “<bdi>{candidate.claim}</bdi>”
    </span>{' '}
    {questionId ? <a href={`/questions/${questionId}`}>its question</a> : null} {isLate ? lateText(candidate) : ''}
    {candidate.status === 'pending' ? null : <Undo candidateId={candidate.id} byKey />}
  </p>
)

const AllDone: FC<{ count: number }> = ({ count }) => (
  <section class="decide" aria-labelledby="now">
    <h2 id="now" tabindex={-1} data-focus>
      Nothing waits here
    </h2>
    <p>
      {count === 0
        ? 'Extraction found no candidate in this text.'
        : 'Every candidate of this commentary is decided. Pick one in the text to see how it stands.'}
    </p>
    <p>
      <a href="/review" data-key="n">
        Other commentaries
      </a>
    </p>
  </section>
)

type Listed = { commentaryId: string; candidates: readonly Candidate[]; current: string | null }

/** The candidates of a commentary; of very many those around the current one. */
const List: FC<Listed> = ({ commentaryId, candidates, current }) => {
  const at = candidates.findIndex(({ id }) => id === current)
  const { from, to } = placesAround(candidates.length, Math.max(0, at))
  const whole = to - from === candidates.length
  return (
    <details class="all">
      <summary>
        {whole ? 'All candidates of this commentary' : `Candidates ${from + 1} to ${to} of ${candidates.length}`}
      </summary>
      <ol start={from + 1}>
        {candidates.slice(from, to).map(({ id, claim, status }) => (
          <li>
            <a href={deskHref(commentaryId, id)} aria-current={id === current ? 'true' : undefined}>
              <bdi>{claim}</bdi>
            </a>{' '}
            <small>{status}</small>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** A commentary with its candidates marked in place, beside the one that is decided. */
export const DeskPage: FC<{ view: DeskView; refused?: Refused | undefined }> = ({ view, refused }) => {
  const { commentary, candidates, current, last } = view
  return (
    <DeskFrame title={titleOf(commentary)} queue="/review">
      <h1 class="unseen">Review of {titleOf(commentary)}</h1>
      {last && !refused ? <Done last={last} /> : null}
      <div class="desk">
        {current ? <Panel view={view} current={current} refused={refused} /> : <AllDone count={candidates.length} />}
        <Article commentary={commentary} text={view.text} candidates={candidates} current={current?.id ?? null} />
      </div>
      {candidates.length > 0 ? (
        <List commentaryId={commentary.id} candidates={candidates} current={current?.id ?? null} />
      ) : null}
      <KeysHelp />
    </DeskFrame>
  )
}

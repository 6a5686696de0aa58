import type { FC } from 'hono/jsx'
import type { Candidate } from '../../core/commentary.ts'
import { deedHref } from './addresses.ts'
import type { Typed } from './form.ts'
import { Key } from './frame.tsx'

const labels: Readonly<Record<string, string>> = {
  claim: 'The claim',
  criteria: 'What settles it',
  percent: 'The number said, in %',
  from: 'The first day',
  until: 'The last day',
  claimant: 'Who is quoted',
  reason: 'The reason to accept it',
  why: 'The reason to reject it',
  parts: 'The parts, one a line',
}

/** What somebody had typed about a candidate that somebody else decided meanwhile, to be taken along. */
export const Kept: FC<{ typed: Typed }> = ({ typed }) => {
  const kept = Object.entries(labels).filter(([field]) => (typed[field] ?? '').trim() !== '')
  if (kept.length === 0) return null
  return (
    <>
      <h3>What you had typed</h3>
      {kept.map(([field, label]) => (
        <p class="field">
          <label for={`kept-${field}`}>{label}</label>
          <textarea id={`kept-${field}`} rows={3} readonly dir="auto">
            {typed[field]}
          </textarea>
        </p>
      ))}
    </>
  )
}

/** Takes a decision back: whoever made it may. One of a page goes by a key, that of what was done last. */
export const Undo: FC<{ candidateId: string; byKey?: boolean }> = ({ candidateId, byKey = false }) => (
  <form method="post" action={deedHref(candidateId, 'undo')}>
    <button type="submit" class="quiet" data-key={byKey ? 'u' : undefined}>
      {byKey ? <Key of="u" /> : null} Undo
    </button>
  </form>
)

/** What is said of an acceptance that was made when it could be known how it came out. */
export const lateText = ({ reviewers }: Candidate): string =>
  `Accepted late: its window was over, or its question decided, so how it came out could be known. ${
    reviewers > 1
      ? 'A second reader has judged it since.'
      : 'It waits for a second reader, who is not told of this decision, and stands meanwhile.'
  }`

type Standing = { candidate: Candidate; isLate: boolean; typed?: Typed | undefined }

/** What stands of a candidate that was decided. */
export const StandsAs: FC<Standing> = ({ candidate, isLate, typed }) => (
  <>
    <p>
      It is <strong>{candidate.status}</strong>: <bdi>{candidate.reviewReason ?? ''}</bdi>
    </p>
    {isLate ? <p class="note caveat">{lateText(candidate)}</p> : null}
    {typed ? <Kept typed={typed} /> : <Undo candidateId={candidate.id} />}
  </>
)

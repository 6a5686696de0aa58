import type { FC } from 'hono/jsx'
import type { Candidate } from '../../core/commentary.ts'
import { deedHref } from './addresses.ts'
import type { Typed } from './form.ts'
import { Key } from './frame.tsx'
import { REJECTIONS } from './reasons.ts'

/** Rejects a candidate by one of the reasons that most rejections have, or by one that is written. */
export const RejectForm: FC<{ candidate: Candidate; typed: Typed; deed?: 'reject' | 'second/reject' }> = ({
  candidate,
  typed,
  deed = 'reject',
}) => (
  <form method="post" action={deedHref(candidate.id, deed)} class="reject" data-keep={`${deed}:${candidate.id}`}>
    <fieldset data-prefix="r" data-say="Reject: the digit of a reason, 0 to write one, Escape to leave it.">
      <legend>
        <Key of="r" /> Reject
      </legend>
      {REJECTIONS.map((reason, at) => (
        <button type="submit" class="quiet reason" name="because" value={String(at + 1)} data-key={`r${at + 1}`}>
          <Key of={String(at + 1)} /> {reason}
        </button>
      ))}
      <p class="field">
        <label for="why">
          <Key of="0" /> Another reason
        </label>
        <textarea id="why" name="why" rows={2} maxlength={2000} data-key="r0">
          {typed['why'] ?? ''}
        </textarea>
      </p>
      <button type="submit" class="quiet">
        Reject for this reason
      </button>
    </fieldset>
  </form>
)

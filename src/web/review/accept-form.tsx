import type { FC } from 'hono/jsx'
import { orient } from '../../core/candidate-corrections.ts'
import type { Candidate } from '../../core/commentary.ts'
import type { Suggestions } from '../../queries/matching/suggestions.ts'
import { deedHref } from './addresses.ts'
import type { Typed } from './form.ts'
import { Key } from './frame.tsx'
import { PlaceFields } from './place-fields.tsx'
import { ReadingFields } from './reading-fields.tsx'
import { acceptance } from './reasons.ts'

type Choice = { name: string; value: string; label: string; chosen: string }

export const Radio: FC<Choice> = ({ name, value, label, chosen }) => (
  <label for={`${name}-${value || 'none'}`}>
    <input type="radio" id={`${name}-${value || 'none'}`} name={name} value={value} checked={chosen === value} />
    {label}
  </label>
)

export const OrientationFields: FC<{ candidate: Candidate; typed: Typed }> = ({ candidate, typed }) => {
  const chosen = typed['orientation'] ?? orient(candidate).orientation
  return (
    <fieldset>
      <legend>The event that is counted, the departure from how things stand</legend>
      <p class="check">
        <Radio name="orientation" value="as-worded" label="it happens as worded" chosen={chosen} />
        <Radio name="orientation" value="opposite" label="it does not happen" chosen={chosen} />
      </p>
    </fieldset>
  )
}

/** What a reviewer may read otherwise than the extractor did. */
const EditFields: FC<{ candidate: Candidate; typed: Typed }> = ({ candidate, typed }) => (
  <details data-key="e" open={Object.keys(typed).length > 0}>
    <summary>
      <Key of="e" /> Edit before accepting
    </summary>
    <p class="field">
      <label for="claim">The claim, to be read on its own</label>
      <textarea id="claim" name="claim" rows={3} maxlength={2000} required dir="auto">
        {typed['claim'] ?? candidate.claim}
      </textarea>
    </p>
    <OrientationFields candidate={candidate} typed={typed} />
    <ReadingFields candidate={candidate} typed={typed} />
    <p class="field">
      <label for="criteria">What settles it, where the claim does not say</label>
      <textarea id="criteria" name="criteria" rows={2} maxlength={5000} dir="auto">
        {typed['criteria'] ?? ''}
      </textarea>
    </p>
  </details>
)

/** Accepts a candidate: as found by one key, or as edited, on the question that the reviewer picks. */
export const AcceptForm: FC<{ candidate: Candidate; suggestions: Suggestions; typed: Typed }> = ({
  candidate,
  suggestions,
  typed,
}) => (
  <form method="post" action={deedHref(candidate.id, 'accept')} class="accept" data-keep={`accept:${candidate.id}`}>
    <EditFields candidate={candidate} typed={typed} />
    <PlaceFields suggestions={suggestions} typed={typed} />
    <p class="field">
      <label for="reason">Why it is one</label>
      <input id="reason" name="reason" required maxlength={2000} value={typed['reason'] ?? acceptance(candidate)} />
    </p>
    <p>
      <button type="submit" data-key="a" aria-keyshortcuts="a">
        <Key of="a" /> Accept
      </button>
    </p>
  </form>
)

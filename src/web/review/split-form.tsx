import type { FC } from 'hono/jsx'
import type { Candidate } from '../../core/commentary.ts'
import { deedHref } from './addresses.ts'
import type { Typed } from './form.ts'
import { Key } from './frame.tsx'

/** Splits a passage that holds several claims; its parts then wait in its place. */
export const SplitForm: FC<{ candidate: Candidate; typed: Typed }> = ({ candidate, typed }) => (
  <form method="post" action={deedHref(candidate.id, 'split')} data-keep={`split:${candidate.id}`}>
    <details data-key="s" open={Object.keys(typed).length > 0}>
      <summary>
        <Key of="s" /> Split
      </summary>
      <p class="field">
        <label for="parts">The parts, one a line</label>
        <textarea id="parts" name="parts" rows={5} required aria-describedby="parts-note" dir="auto">
          {typed['parts'] ?? candidate.quote}
        </textarea>
        <small id="parts-note">Break the passage where one claim ends. Words may be left out, none changed.</small>
      </p>
      <p class="field">
        <label for="split-reason">Why it is several</label>
        <input
          id="split-reason"
          name="reason"
          required
          maxlength={2000}
          value={typed['reason'] ?? 'several claims, of which one may fail'}
        />
      </p>
      <button type="submit" class="quiet">
        Split into these parts
      </button>
    </details>
  </form>
)

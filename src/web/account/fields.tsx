import type { FC } from 'hono/jsx'
import type { Scope } from '../../core/key.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../core/person.ts'
import { scopeTexts } from '../scope-texts.ts'

type Text = {
  name: string
  label: string
  value?: string
  type?: 'text' | 'email' | 'date'
  autocomplete?: string
  max: number
}

export const Field: FC<Text & { optional?: boolean }> = ({
  name,
  label,
  value = '',
  type = 'text',
  autocomplete = 'off',
  max,
  optional,
}) => (
  <p class="field">
    <label for={name}>{label}</label>
    <input
      id={name}
      name={name}
      type={type}
      value={value}
      required={!optional}
      maxlength={max}
      autocomplete={autocomplete}
    />
  </p>
)

/** A password that somebody has. Never filled in again: what was typed stays where it was typed. */
export const CurrentPassword: FC<{ name: string; label: string }> = ({ name, label }) => (
  <p class="field">
    <label for={name}>{label}</label>
    <input
      id={name}
      name={name}
      type="password"
      required
      maxlength={LONGEST_PASSWORD}
      autocomplete="current-password"
    />
  </p>
)

/** A password that somebody chooses. */
export const NewPassword: FC<{ label: string }> = ({ label }) => (
  <p class="field">
    <label for="password">{label}</label>
    <input
      id="password"
      name="password"
      type="password"
      required
      minlength={SHORTEST_PASSWORD}
      maxlength={LONGEST_PASSWORD}
      autocomplete="new-password"
      aria-describedby="password-note"
    />
    <small id="password-note">
      At least {SHORTEST_PASSWORD} characters; a few words that nobody would guess do well.
    </small>
  </p>
)

/** One box a scope. `id` keeps the boxes of several forms of a page apart. */
export const ScopeBoxes: FC<{ of: readonly Scope[]; checked: readonly string[]; id?: string }> = ({
  of,
  checked,
  id = 'new',
}) => (
  <fieldset>
    <legend>Scopes</legend>
    <p class="check">
      {of.map((scope) => (
        <label for={`${id}-${scope}`} title={scopeTexts[scope]}>
          <input type="checkbox" id={`${id}-${scope}`} name="scopes" value={scope} checked={checked.includes(scope)} />
          {scope}
        </label>
      ))}
    </p>
  </fieldset>
)

/** A button that sends a form of nothing else. */
export const Act: FC<{ action: string; label: string }> = ({ action, label }) => (
  <form method="post" action={action}>
    <button type="submit" class="quiet">
      {label}
    </button>
  </form>
)

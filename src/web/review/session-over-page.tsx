import type { FC } from 'hono/jsx'
import { LONGEST_PASSWORD } from '../../core/person.ts'
import { Alert } from '../dispute-form.tsx'
import { Layout } from '../layout.tsx'
import type { Typed } from './form.ts'

type Over = { action: string; typed: Typed; email: string; wrong: string[] }

/** What was typed, by what it is called in the address of its form. */
const Shown: FC<{ typed: Typed }> = ({ typed }) => {
  const shown = Object.entries(typed).filter(([, value]) => value.trim() !== '')
  if (shown.length === 0) return null
  return (
    <details>
      <summary>What you had typed</summary>
      <dl class="facts">
        {shown.map(([field, value]) => (
          <>
            <dt>{field}</dt>
            <dd dir="auto">{value}</dd>
          </>
        ))}
      </dl>
    </details>
  )
}

/** The session ended before a form was sent: signs in on the spot and sends the same form on. */
export const SessionOverPage: FC<Over> = ({ action, typed, email, wrong }) => (
  <Layout title="Sign in to go on · Hindcast">
    <h1>Sign in to go on</h1>
    <p>Your session is over. Nothing you typed is lost: it is sent as soon as you are signed in, and you go on.</p>
    <Alert wrong={wrong} />
    <form method="post" action={action} class="narrow">
      {Object.entries(typed).map(([field, value]) => (
        // A browser takes the first line break of a text area for none of its text.
        <textarea name={field} hidden>
          {`\n${value}`}
        </textarea>
      ))}
      <p class="field">
        <label for="sign-in-email">Mail address</label>
        <input
          id="sign-in-email"
          name="sign-in-email"
          type="email"
          value={email}
          required
          maxlength={200}
          autocomplete="username"
        />
      </p>
      <p class="field">
        <label for="sign-in-password">Password</label>
        <input
          id="sign-in-password"
          name="sign-in-password"
          type="password"
          required
          maxlength={LONGEST_PASSWORD}
          autocomplete="current-password"
        />
      </p>
      <p>
        <button type="submit">Sign in and go on</button>
      </p>
    </form>
    <Shown typed={typed} />
  </Layout>
)

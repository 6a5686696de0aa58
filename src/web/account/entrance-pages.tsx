import type { FC } from 'hono/jsx'
import type { Scope } from '../../core/key.ts'
import { Alert } from '../dispute-form.tsx'
import { Layout } from '../layout.tsx'
import { scopeTexts } from '../scope-texts.ts'
import { CurrentPassword, Field, NewPassword } from './fields.tsx'

type Form = { wrong?: string[] }

/** What just happened that somebody signs in after. */
const notes: Readonly<Record<string, string>> = {
  out: 'You are signed out.',
  made: 'Your account is made. Sign in with its password, in a while if you are told to wait.',
  erased: 'Your account is erased. What it recorded stays, under an id that leads to nobody.',
  reset: 'Your password is changed. Sign in with the new one.',
}

export const SignInPage: FC<Form & { email?: string; next?: string; after?: string }> = ({
  email,
  next = '',
  after = '',
  wrong = [],
}) => (
  <Layout title="Sign in · Hindcast">
    <h1>Sign in</h1>
    {notes[after] ? <p class="caveat">{notes[after]}</p> : null}
    <Alert wrong={wrong} />
    <form method="post" action="/sign-in" class="narrow">
      <Field name="email" label="Mail address" type="email" value={email ?? ''} autocomplete="username" max={200} />
      <CurrentPassword name="password" label="Password" />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <p>
        <button type="submit">Sign in</button>
      </p>
    </form>
    <p class="note">
      Accounts are made by invitation. If you forgot your password, an administrator can give you a link to set another
      one. Everything that is published here can be read without an account.
    </p>
  </Layout>
)

export const InvitationPage: FC<Form & { token: string; email: string; scopes: readonly Scope[]; name?: string }> = ({
  token,
  email,
  scopes,
  name,
  wrong = [],
}) => (
  <Layout title="Invitation · Hindcast">
    <h1>You are invited</h1>
    <p>
      Choose a name and a password for the account <strong>{email}</strong>. It lets you:
    </p>
    <ul>
      {scopes.map((scope) => (
        <li>
          <strong>{scope}</strong>: {scopeTexts[scope]}
        </li>
      ))}
    </ul>
    <Alert wrong={wrong} />
    <form method="post" action={`/invitations/${token}`} class="narrow">
      <input type="hidden" name="username" value={email} autocomplete="username" />
      <Field name="name" label="Your name" value={name ?? ''} autocomplete="name" max={100} />
      <NewPassword label="Password" />
      <p>
        <button type="submit">Make the account</button>
      </p>
    </form>
  </Layout>
)

export const ResetPage: FC<Form & { token: string; email: string }> = ({ token, email, wrong = [] }) => (
  <Layout title="New password · Hindcast">
    <h1>Choose a new password</h1>
    <p>
      For the account <strong>{email}</strong>. All its sessions end.
    </p>
    <Alert wrong={wrong} />
    <form method="post" action={`/reset/${token}`} class="narrow">
      <input type="hidden" name="username" value={email} autocomplete="username" />
      <NewPassword label="New password" />
      <p>
        <button type="submit">Set the password</button>
      </p>
    </form>
  </Layout>
)

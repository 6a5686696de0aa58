import type { FC } from 'hono/jsx'
import { ERASED } from '../../core/erasure.ts'
import { type ApiKey, allows } from '../../core/key.ts'
import type { Session, SignedIn } from '../../core/session.ts'
import { Alert } from '../dispute-form.tsx'
import { Head, InstantTime, Layout, TableBox } from '../layout.tsx'
import { Act, CurrentPassword, Field, NewPassword } from './fields.tsx'
import { KeySection } from './own-keys.tsx'

/** Which form of the page was refused, and why; what it held, but for passwords. */
export type Refused = {
  form: 'password' | 'key' | 'erase'
  wrong: string[]
  entered: { name?: string; expires?: string; scopes?: string[] }
}

export type AccountView = {
  signedIn: SignedIn
  sessions: Session[]
  keys: ApiKey[]
  done?: string
  refused?: Refused
  /** A key that was just made or rotated, shown this once. */
  secret?: { key: ApiKey; secret: string }
}

const notes: Readonly<Record<string, string>> = {
  password: 'Your password is changed, and your other sessions are over.',
  session: 'The session is over.',
  revoked: 'The key is revoked.',
}

/** A browser's own words, shortened to what tells one from another. */
const browserText = (userAgent: string): string =>
  userAgent === '' ? 'a browser that told no name' : userAgent.slice(0, 90)

const SessionRow: FC<{ session: Session; own: boolean }> = ({ session, own }) => (
  <tr>
    <td class="wrap">
      {browserText(session.userAgent)}
      {session.address ? <small>from {session.address}</small> : null}
    </td>
    <td>
      <InstantTime at={session.recordedAt} />
    </td>
    <td>
      <InstantTime at={session.lastUsedAt} />
    </td>
    <td>{own ? 'this' : <Act action={`/account/sessions/${session.id}/end`} label="End" />}</td>
  </tr>
)

const Sessions: FC<{ sessions: Session[]; own: string }> = ({ sessions, own }) => (
  <section aria-labelledby="sessions">
    <h2 id="sessions">Sessions</h2>
    <p>
      Where you are signed in. One ends after 7 days without use, and 30 days after the sign-in however much it is used.
    </p>
    <TableBox label="Your sessions">
      <table>
        <Head words={['Browser', 'Signed in', 'Last used', 'Change']} />
        <tbody>
          {sessions.map((session) => (
            <SessionRow session={session} own={session.id === own} />
          ))}
        </tbody>
      </table>
    </TableBox>
  </section>
)

const PasswordSection: FC<{ wrong: string[] }> = ({ wrong }) => (
  <section aria-labelledby="password-heading">
    <h2 id="password-heading">Password</h2>
    <Alert wrong={wrong} />
    <form method="post" action="/account/password" class="narrow">
      <CurrentPassword name="current" label="Current password" />
      <NewPassword label="New password" />
      <p>
        <button type="submit">Change the password</button>
      </p>
    </form>
  </section>
)

const Export: FC = () => (
  <section aria-labelledby="export">
    <h2 id="export">Your data</h2>
    <p>
      All that is kept about your account and that you recorded, as one JSON file: sessions, keys, links, webhooks, and
      every review, forecast and decision of yours. Secrets are not in it.
    </p>
    <form method="get" action="/v1/people/me/export">
      <p>
        <button type="submit">Download your data</button>
      </p>
    </form>
  </section>
)

const EraseSection: FC<{ wrong: string[] }> = ({ wrong }) => (
  <section aria-labelledby="erase">
    <h2 id="erase">Erase the account</h2>
    <p>
      For good: your name and address, password, sessions, keys, links, webhooks and contacts are gone. What you
      recorded stays, since others rely on it and it is sealed; it says “{ERASED}”. Words that you wrote stay too; those
      of disputes and replies an administrator can take out: ask for that before.
    </p>
    <Alert wrong={wrong} />
    <form method="post" action="/account/erase" class="narrow">
      <Field name="email" label="Your mail address, typed again" type="email" max={200} />
      <CurrentPassword name="erase-password" label="Your password" />
      <p>
        <button type="submit">Erase my account for good</button>
      </p>
    </form>
  </section>
)

/** What somebody has here: who they are, what they may do, their keys, sessions and password. */
export const AccountPage: FC<AccountView> = ({ signedIn, sessions, keys, done = '', refused, secret }) => {
  const { name, email, scopes, session } = signedIn
  const wrongIn = (form: Refused['form']): string[] => (refused?.form === form ? refused.wrong : [])
  return (
    <Layout title="Your account · Hindcast">
      <h1>{name}</h1>
      {notes[done] ? <p class="caveat">{notes[done]}</p> : null}
      <dl class="facts">
        <dt>Mail address</dt>
        <dd>{email}</dd>
        <dt>Scopes</dt>
        <dd>{scopes.join(', ')}</dd>
        <dt>Recorded as</dt>
        <dd>
          <code>person:{session.personId}</code>
        </dd>
      </dl>
      {scopes.includes('admin') ? (
        <p>
          <a href="/people">People</a>: invite them, and change what they may do.
        </p>
      ) : null}
      {allows(scopes, 'review') ? (
        <p>
          <a href="/review">Review desk</a>: decide on what was found in commentaries.
        </p>
      ) : null}
      <Act action="/sign-out" label="Sign out" />
      <KeySection scopes={scopes} keys={keys} wrong={wrongIn('key')} entered={refused?.entered ?? {}} secret={secret} />
      <Sessions sessions={sessions} own={session.id} />
      <PasswordSection wrong={wrongIn('password')} />
      <Export />
      <EraseSection wrong={wrongIn('erase')} />
    </Layout>
  )
}

import type { FC } from 'hono/jsx'
import { scopes as everyScope } from '../../core/key.ts'
import { type Invitation, LINK_HOURS } from '../../core/one-time-link.ts'
import type { Person } from '../../core/person.ts'
import { Alert } from '../dispute-form.tsx'
import { Head, InstantTime, Layout, TableBox } from '../layout.tsx'
import { Act, Field, ScopeBoxes } from './fields.tsx'

/** A link that was just made, shown this once. */
export type MadeLink = { what: string; url: string; hours: number }

export type PeopleView = {
  people: Person[]
  next: string | null
  invitations: Invitation[]
  ownId: string
  done?: string
  wrong?: string[]
  entered?: { email: string; scopes: string[] }
  link?: MadeLink
}

const notes: Readonly<Record<string, string>> = {
  scopes: 'The scopes are changed. Keys that held more are revoked.',
  banned: 'The ban stands: sessions are over, keys are revoked.',
  unbanned: 'The ban is lifted. Keys stay revoked.',
  ended: 'All their sessions are over.',
  revoked: 'The invitation works no more.',
  erased: 'The account is erased. What it recorded stays.',
}

const Link: FC<{ link: MadeLink }> = ({ link: { what, url, hours } }) => (
  <div class="secret" role="status">
    <p>
      {what} It works once, for {hours === 24 ? 'a day' : `${hours / 24} days`}, and is shown this once. Hand it over
      yourself; no mail is sent:
    </p>
    <p>
      <code>{url}</code>
    </p>
  </div>
)

const Actions: FC<{ person: Person }> = ({ person: { id, scopes, banned } }) => (
  <details>
    <summary>Change</summary>
    <form method="post" action={`/people/${id}/scopes`}>
      <ScopeBoxes of={everyScope} checked={scopes} id={id} />
      <button type="submit">Save the scopes</button>
    </form>
    {banned ? (
      <Act action={`/people/${id}/unban`} label="Lift the ban" />
    ) : (
      <>
        <Act action={`/people/${id}/reset`} label="Link for a new password" />
        <Act action={`/people/${id}/sign-out`} label="End all sessions" />
        <form method="post" action={`/people/${id}/ban`}>
          <p class="field">
            <label for={`${id}-reason`}>Why they may not sign in any more</label>
            <input id={`${id}-reason`} name="reason" required maxlength={500} autocomplete="off" />
          </p>
          <button type="submit">Ban</button>
        </form>
      </>
    )}
    <form method="post" action={`/people/${id}/erase`}>
      <p class="field">
        <label for={`${id}-email`}>Erase the account for good: type its mail address</label>
        <input id={`${id}-email`} name="email" type="email" required maxlength={200} autocomplete="off" />
      </p>
      <button type="submit">Erase</button>
    </form>
  </details>
)

const PersonRow: FC<{ person: Person; own: boolean }> = ({ person, own }) => (
  <tr>
    <th scope="row">
      {person.name}
      <small>{person.email}</small>
    </th>
    <td>{person.scopes.join(', ')}</td>
    <td>
      <InstantTime at={person.recordedAt} />
      {person.banned ? (
        <small>
          <span class="tag">banned</span> {person.banReason}
        </small>
      ) : null}
    </td>
    <td class="verdict">{own ? 'you' : <Actions person={person} />}</td>
  </tr>
)

const Invitations: FC<{ invitations: Invitation[] }> = ({ invitations }) => (
  <section aria-labelledby="invitations">
    <h2 id="invitations">Open invitations</h2>
    {invitations.length === 0 ? (
      <p class="empty">There are none.</p>
    ) : (
      <TableBox label="Open invitations">
        <table>
          <Head words={['Mail address', 'Scopes', 'Works until', 'Change']} />
          <tbody>
            {invitations.map(({ id, email, scopes, expiresAt }) => (
              <tr>
                <th scope="row">{email}</th>
                <td>{scopes.join(', ')}</td>
                <td>
                  <InstantTime at={expiresAt} />
                </td>
                <td>
                  <Act action={`/people/invitations/${id}/revoke`} label="Revoke" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    )}
  </section>
)

/** Who may sign in, for administrators. */
export const PeoplePage: FC<PeopleView> = ({
  people,
  next,
  invitations,
  ownId,
  done = '',
  wrong = [],
  entered,
  link,
}) => (
  <Layout title="People · Hindcast">
    <h1>People</h1>
    {notes[done] ? <p class="caveat">{notes[done]}</p> : null}
    {link ? <Link link={link} /> : null}
    <Alert wrong={wrong} />
    <TableBox label="People who may sign in">
      <table>
        <Head words={['Person', 'Scopes', 'Since', 'Change']} />
        <tbody>
          {people.map((person) => (
            <PersonRow person={person} own={person.id === ownId} />
          ))}
        </tbody>
      </table>
    </TableBox>
    {next ? (
      <p>
        <a href={`/people?cursor=${next}`}>Older accounts</a>
      </p>
    ) : null}
    <section aria-labelledby="invite">
      <h2 id="invite">Invite somebody</h2>
      <p>
        You get a link that works once, for {LINK_HOURS.invitation / 24} days. Who opens it chooses a name and a
        password.
      </p>
      <form method="post" action="/people/invitations" class="narrow">
        <Field name="email" label="Mail address" type="email" value={entered?.email ?? ''} max={200} />
        <ScopeBoxes of={everyScope} checked={entered?.scopes ?? []} />
        <p>
          <button type="submit">Make the invitation</button>
        </p>
      </form>
    </section>
    <Invitations invitations={invitations} />
  </Layout>
)

import type { FC } from 'hono/jsx'
import { type ApiKey, allows, scopes as everyScope, type Scope } from '../../core/key.ts'
import { Alert } from '../dispute-form.tsx'
import { Head, InstantTime, TableBox } from '../layout.tsx'
import { Act, Field, ScopeBoxes } from './fields.tsx'

type Entered = { name?: string; expires?: string; scopes?: string[] }
type Keys = {
  scopes: readonly Scope[]
  keys: ApiKey[]
  wrong: string[]
  entered: Entered
  secret: { key: ApiKey; secret: string } | undefined
}

const KeyRow: FC<{ made: ApiKey }> = ({ made: { id, name, prefix, scopes, lastUsedAt, expiresAt } }) => (
  <tr>
    <th scope="row">
      {name}
      <small>
        <code>{prefix}…</code>
      </small>
    </th>
    <td>{scopes.join(', ')}</td>
    <td>{lastUsedAt ? <InstantTime at={lastUsedAt} /> : 'never'}</td>
    <td>{expiresAt ? <InstantTime at={expiresAt} /> : 'never'}</td>
    <td>
      <Act action={`/account/keys/${id}/rotate`} label="Rotate" />
      <Act action={`/account/keys/${id}/revoke`} label="Revoke" />
    </td>
  </tr>
)

const Made: FC<{ secret: NonNullable<Keys['secret']> }> = ({ secret: { key, secret } }) => (
  <div class="secret" role="status">
    <p>
      The key <strong>{key.name}</strong>. It is shown this once; keep it:
    </p>
    <p>
      <code>{secret}</code>
    </p>
  </div>
)

/** Keys of one's own, for programs: each with some of one's scopes. */
export const KeySection: FC<Keys> = ({ scopes, keys, wrong, entered, secret }) => (
  <section aria-labelledby="keys">
    <h2 id="keys">Keys</h2>
    <p>
      For programs that act for you, with some of your scopes. What a key of yours does counts as done by you: a dispute
      about it is ruled by somebody else.
    </p>
    {secret ? <Made secret={secret} /> : null}
    {keys.length === 0 ? (
      <p class="empty">You have none.</p>
    ) : (
      <TableBox label="Your keys">
        <table>
          <Head words={['Key', 'Scopes', 'Last used', 'Ends', 'Change']} />
          <tbody>
            {keys.map((key) => (
              <KeyRow made={key} />
            ))}
          </tbody>
        </table>
      </TableBox>
    )}
    <h3>Make a key</h3>
    <Alert wrong={wrong} />
    <form method="post" action="/account/keys" class="narrow">
      <Field name="name" label="What it is for" value={entered.name ?? ''} max={100} />
      <ScopeBoxes of={everyScope.filter((scope) => allows(scopes, scope))} checked={entered.scopes ?? []} />
      <Field
        name="expires"
        label="Last day that it works (optional)"
        type="date"
        value={entered.expires ?? ''}
        max={10}
        optional
      />
      <p>
        <button type="submit">Make the key</button>
      </p>
    </form>
  </section>
)

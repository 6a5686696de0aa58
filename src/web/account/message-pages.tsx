import type { FC } from 'hono/jsx'
import { Layout } from '../layout.tsx'

/** Without a secret there are no sessions; all else works. */
export const OffPage: FC = () => (
  <Layout title="Sign-in is off · Hindcast">
    <h1>Nobody can sign in here</h1>
    <p>
      This installation has no secret to sign sessions with. Whoever runs it sets <code>HINDCAST_SECRET</code> to 32
      random characters or more; everything else works without it, and programs go on using their keys.
    </p>
  </Layout>
)

export const ForbiddenPage: FC<{ why: string }> = ({ why }) => (
  <Layout title="Not allowed · Hindcast">
    <h1>That is not allowed</h1>
    <p>{why}</p>
    <p>
      <a href="/account">Your account</a> tells what you may do.
    </p>
  </Layout>
)

export const TooLongPage: FC = () => (
  <Layout title="Too long · Hindcast">
    <h1>That is too much for this form</h1>
    <p>Go back and write less; nothing was taken.</p>
  </Layout>
)

/** One page for a link that never was, was used, or is over. */
export const LinkOverPage: FC<{ kind: 'invitation' | 'reset' }> = ({ kind }) => (
  <Layout title="Link over · Hindcast">
    <h1>This link does not work, or no more</h1>
    <p>
      {kind === 'invitation' ? 'An invitation' : 'A link for another password'} works once and for some days. Ask an
      administrator for another one, or <a href="/sign-in">sign in</a> if you have an account.
    </p>
  </Layout>
)

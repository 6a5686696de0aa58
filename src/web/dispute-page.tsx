import type { FC } from 'hono/jsx'
import type { Dispute } from '../core/dispute.ts'
import { Alert, ContactField, type Entered, TextField, type Wrong } from './dispute-form.tsx'
import { DisputeItem } from './dispute-list.tsx'
import { InstantTime, Layout } from './layout.tsx'

type View = { dispute: Dispute; sent: boolean; entered: Entered; wrong: Wrong }

const Received: FC<{ dispute: Dispute }> = ({ dispute: { status, ruleBy } }) =>
  status === 'received' ? (
    <p class="caveat">
      It has come in and waits: an editor confirms that it comes from who it says, then it is shown here. It is ruled by{' '}
      <InstantTime at={ruleBy} />. Keep the address of this page.
    </p>
  ) : null

/** One dispute, and the form by which the judged author replies. */
export const DisputePage: FC<View> = ({ dispute, sent, entered, wrong }) => (
  <Layout title="Dispute · Hindcast">
    <h1>Dispute</h1>
    <p class="note">
      <a href={`/v1/disputes/${dispute.id}`}>JSON</a> · <a href="/corrections">Corrections and open disputes</a>
    </p>
    <Received dispute={dispute} />
    <DisputeItem dispute={dispute} whole />
    <section aria-labelledby="reply">
      <h2 id="reply">Reply</h2>
      <p>
        The author it is about may reply, before the ruling and after it. The reply stands beside the verdict once an
        editor has confirmed that it is theirs.
      </p>
      {sent ? <p class="caveat">Your reply has come in; it is shown once it is confirmed.</p> : null}
      <Alert wrong={wrong} />
      <form method="post" action={`/disputes/${dispute.id}/replies`}>
        <TextField name="text" label="Your reply" value={entered.text ?? ''} />
        <ContactField value={entered.contact ?? ''} />
        <p>
          <button type="submit">Send the reply</button>
        </p>
      </form>
    </section>
  </Layout>
)

import type { FC } from 'hono/jsx'
import { LONGEST_TEXT, RULING_DAYS } from '../core/dispute.ts'
import { Layout } from './layout.tsx'

/** What was entered, and what is wrong with it. */
export type Entered = Partial<Record<'subject' | 'author' | 'role' | 'grounds' | 'text' | 'contact', string>>
export type Wrong = string[]

export const Alert: FC<{ wrong: Wrong }> = ({ wrong }) =>
  wrong.length === 0 ? null : (
    <div class="alert" role="alert">
      <p>This was not taken yet:</p>
      <ul>
        {wrong.map((what) => (
          <li>{what}</li>
        ))}
      </ul>
    </div>
  )

export const TextField: FC<{ name: 'grounds' | 'text'; label: string; value: string }> = ({ name, label, value }) => (
  <p class="field">
    <label for={name}>{label}</label>
    <textarea id={name} name={name} rows={8} required maxlength={LONGEST_TEXT}>
      {value}
    </textarea>
  </p>
)

export const ContactField: FC<{ value: string }> = ({ value }) => (
  <p class="field">
    <label for="contact">How to reach you</label>
    <input
      id="contact"
      name="contact"
      value={value}
      maxlength={300}
      autocomplete="email"
      aria-describedby="contact-note"
    />
    <small id="contact-note">
      Optional, and needed to confirm that it is you. It is never shown and is deleted on request.
    </small>
  </p>
)

const SubjectField: FC<{ entered: Entered }> = ({ entered: { subject = '', author = '' } }) => (
  <>
    <p class="field">
      <label for="subject">What is disputed</label>
      <input id="subject" name="subject" value={subject} required maxlength={40} aria-describedby="subject-note" />
      <small id="subject-note">
        The id of a prediction (<code>prd_…</code>), a passage (<code>cnd_…</code>), an outcome (<code>res_…</code>, or
        its question’s <code>qst_…</code>), or a piece (<code>cmt_…</code>) that somebody did not sign.
      </small>
    </p>
    <p class="field">
      <label for="author">For a piece: who did not sign it</label>
      <input id="author" name="author" value={author} maxlength={40} aria-describedby="author-note" />
      <small id="author-note">
        The id of the author, <code>aut_…</code>; else leave it empty.
      </small>
    </p>
  </>
)

const RoleField: FC<{ role: string }> = ({ role }) => (
  <fieldset>
    <legend>Who you are</legend>
    <p>
      <input type="radio" id="role-judged" name="role" value="judged-author" checked={role === 'judged-author'} />{' '}
      <label for="role-judged">I am the author it is about</label>
    </p>
    <p>
      <input type="radio" id="role-other" name="role" value="other" checked={role !== 'judged-author'} />{' '}
      <label for="role-other">Somebody else</label>
    </p>
  </fieldset>
)

/** The form that disputes a thing, without key and without script. */
export const DisputeForm: FC<{ entered: Entered; wrong: Wrong }> = ({ entered, wrong }) => (
  <Layout title="Dispute · Hindcast" description="Dispute a prediction, an outcome or a byline.">
    <h1>Dispute what stands here</h1>
    <p>
      It is ruled within {RULING_DAYS} days, by somebody else than who decided it where there is anybody. Until then it
      stands, marked as disputed. Your words are published once an editor has confirmed that they come from you.
    </p>
    <Alert wrong={wrong} />
    <form method="post" action="/disputes">
      <SubjectField entered={entered} />
      <RoleField role={entered.role ?? ''} />
      <TextField name="grounds" label="What is wrong, and how it can be seen" value={entered.grounds ?? ''} />
      <ContactField value={entered.contact ?? ''} />
      <p>
        <button type="submit">Send the dispute</button>
      </p>
    </form>
  </Layout>
)

import type { FC } from 'hono/jsx'
import type { SampleLoading } from '../../actions/sample-loading.ts'
import { Layout } from '../layout.tsx'

/** How the sample may be loaded by who looks: by the button, by nobody yet, or not on this server. */
export type Offered =
  | { by: 'button'; secret: string | null; again: boolean }
  | { by: 'operator' }
  | { by: 'nobody' }
  | { by: 'running' }

const Button: FC<{ secret: string | null; label: string }> = ({ secret, label }) => (
  <form method="post" action="/first-run">
    {secret === null ? null : <input type="hidden" name="secret" value={secret} />}
    <p>
      <button type="submit">{label}</button>
    </p>
  </form>
)

const SampleStep: FC<{ offered: Offered }> = ({ offered }) => {
  if (offered.by === 'running')
    return (
      <p role="status">
        The sample is being loaded: <a href="/first-run">see how far it is</a>.
      </p>
    )
  if (offered.by === 'button')
    return (
      <>
        <p>
          The pieces of some invented newspapers are read, reviewed by rule and settled by what later pieces report. It
          takes a minute or two. Nothing recorded here is ever deleted, so load it only where fiction may stay; for
          anything real begin with an empty folder.
        </p>
        {offered.again ? (
          <p role="alert">
            It stopped half-way the last time; the log of the server says why. It goes on where it stopped.
          </p>
        ) : null}
        <Button secret={offered.secret} label={offered.again ? 'Go on loading the sample' : 'Load the sample'} />
      </>
    )
  return offered.by === 'operator' ? (
    <p>
      Whoever runs this server loads it by a button: on the link that the server printed when it started, or here, once{' '}
      <a href="/sign-in?next=%2F">signed in</a> as an administrator. Nobody else may, for what is recorded stays.
    </p>
  ) : (
    <p>
      This server cannot read the files of the sample. On a machine of your own <code>npx hindcast demo</code> loads it
      and leaves the site up, and <code>npx hindcast serve --sample</code> makes a sandbox for practice of it.
    </p>
  )
}

/** What a database that holds nothing shows in the place of boards: what this is, and what to do next. */
export const FirstRunPage: FC<{ offered: Offered }> = ({ offered }) => (
  <Layout
    title="Hindcast: the score of published foresight"
    description="Dated predictions from commentary, resolved with evidence and scored for calibration."
  >
    <h1>Who saw it coming?</h1>
    <p class="lead">
      Hindcast keeps score of published foresight: it reads dated commentary and records every prediction in it with the
      exact words and who said them. Each one is resolved against later events with evidence, and every author’s
      calibration is reported with honest uncertainty.
    </p>
    <p class="empty">Nothing is recorded here yet. There is no collection yet, and nobody is ranked without one.</p>
    <section aria-labelledby="sample">
      <h2 id="sample">Look at it with a sample</h2>
      <SampleStep offered={offered} />
    </section>
    <section aria-labelledby="begin">
      <h2 id="begin">Or begin with what you read</h2>
      <ol>
        <li>
          <a href="/docs#op-recordCollection">Record a collection</a>: which outlets and dates are read, by which rule.
        </li>
        <li>
          <a href="/docs#op-recordCommentary">Record a commentary</a>, its text or its address; passages that predict
          are found in it.
        </li>
        <li>
          <a href="/review">Review what was found</a>: what is accepted becomes a question with its first prediction.
        </li>
        <li>
          <a href="/docs#op-recordEvent">Record what happened</a>, and settle.
        </li>
      </ol>
      <p>
        Programs use the key that the first start printed; people are <a href="/people">invited</a>. All of it is in the{' '}
        <a href="/docs">API reference</a> and the <a href="/openapi.json">OpenAPI document</a>;{' '}
        <a href="/methods">methods</a> says how it is scored.
      </p>
    </section>
  </Layout>
)

/** Where the loading stands. It does not reload by itself: that would take the page from under whoever reads it. */
export const LoadingPage: FC<{ state: ReturnType<SampleLoading['state']> }> = ({ state: { phase, told } }) => (
  <Layout title="The sample · Hindcast">
    <h1>The sample</h1>
    {phase === 'loading' ? (
      <>
        <p role="status">It is being loaded, which takes a minute or two. You need not wait here.</p>
        <p class="note">{told === '' ? 'It has just begun.' : told}</p>
        <p>
          <a class="button" href="/first-run">
            Look again
          </a>
        </p>
      </>
    ) : null}
    {phase === 'done' ? (
      <p role="status">
        It is loaded. <a href="/">See the board</a>, or <a href="/questions">the questions</a>.
      </p>
    ) : null}
    {phase === 'failed' ? (
      <p role="alert">
        It stopped half-way; the log of the server says why. Open the link that the server printed when it started, or
        the <a href="/">first page</a> as an administrator, and press the button again: it goes on where it stopped.
      </p>
    ) : null}
    {phase === 'ready' ? (
      <p>
        Nobody has asked for it. <a href="/">See the first steps</a>.
      </p>
    ) : null}
  </Layout>
)

/** The button was pressed by who may not, or where something is recorded. */
export const NotLoadedPage: FC<{ why: string }> = ({ why }) => (
  <Layout title="Not loaded · Hindcast">
    <h1>The sample was not loaded</h1>
    <p>{why}</p>
    <p>
      <a href="/">Back to the first page</a>
    </p>
  </Layout>
)

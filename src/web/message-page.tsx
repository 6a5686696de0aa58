import type { FC } from 'hono/jsx'
import type { Problem } from '../core/problem.ts'
import { Layout } from './layout.tsx'

/** What was asked for is not there: says where to look instead. */
export const NoAuthorPage: FC<{ asked: string }> = ({ asked }) => (
  <Layout title="No such author · Hindcast">
    <h1>There is no author “{asked.slice(0, 100)}”</h1>
    <p>
      The address holds an author’s short name, such as <code>/authors/ada-lovelace</code>, or an id that starts with{' '}
      <code>aut_</code>. It may be misspelt, or nothing of theirs has been recorded yet.
    </p>
    <ul>
      <li>
        <a href="/">See the boards</a> and follow a name from there.
      </li>
      <li>
        <a href="/authors">Search all authors</a>.
      </li>
    </ul>
  </Layout>
)

/** No dispute of that id. */
export const NoDisputePage: FC = () => (
  <Layout title="No such dispute · Hindcast">
    <h1>There is no such dispute</h1>
    <p>
      The address holds the id that came back when it was sent, <code>dsp_…</code>.{' '}
      <a href="/corrections">See open disputes</a>, or <a href="/disputes/new">send a new one</a>.
    </p>
  </Layout>
)

/** A page of corrections that no page links to. */
export const NoCorrectionsPage: FC = () => (
  <Layout title="No such corrections · Hindcast">
    <h1>There is no such page of corrections</h1>
    <p>
      Start at <a href="/corrections">the newest corrections</a> and follow the link at their end.
    </p>
  </Layout>
)

/** Something that no form of this site sends, or that a page could not say beside its form. */
export const RefusedPage: FC<{ problem: Problem }> = ({ problem }) => (
  <Layout title="Not taken · Hindcast">
    <h1>That could not be taken</h1>
    <p>
      {problem.message}; {problem.remedy}. Nothing was changed.
    </p>
  </Layout>
)

/** The database does not answer: a moment later it may. */
export const UnavailablePage: FC<{ requestId: string }> = ({ requestId }) => (
  <Layout title="Not available · Hindcast">
    <h1>The database does not answer</h1>
    <p>
      Try again in a moment; if it stays, report the request id <code>{requestId || 'of the answer’s headers'}</code>.
    </p>
  </Layout>
)

/** A crash: the request id, never the message. */
export const BrokenPage: FC<{ requestId: string }> = ({ requestId }) => (
  <Layout title="Something broke · Hindcast">
    <h1>This page could not be made</h1>
    <p>
      Something broke here, not at your end. Try again in a moment; if it stays, report the request id{' '}
      <code>{requestId || 'of the answer’s headers'}</code>.
    </p>
  </Layout>
)

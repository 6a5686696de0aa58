import type { FC } from 'hono/jsx'
import { Layout } from '../layout.tsx'

/** No question of that id. */
export const NoQuestionToSettlePage: FC = () => (
  <Layout title="No such question · Hindcast">
    <h1>There is no such question</h1>
    <p>
      <a href="/review/proposals">See what waits to be settled</a> and follow a link from there.
    </p>
  </Layout>
)

/** No commentary or candidate of that id. */
export const NoPiecePage: FC = () => (
  <Layout title="Nothing to review · Hindcast">
    <h1>There is nothing of this name to review</h1>
    <p>
      The address names a commentary, <code>cmt_…</code>, and one of its candidates, <code>cnd_…</code>. Go back to{' '}
      <a href="/review">what waits for a review</a>.
    </p>
  </Layout>
)

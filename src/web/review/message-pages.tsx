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

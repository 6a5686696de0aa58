import type { Context } from 'hono'
import type { Child, FC } from 'hono/jsx'
import type { Env } from '../env.ts'
import { Layout } from '../layout.tsx'
import { SCRIPT_HREF } from '../script/address.ts'
import { DeskNav, type Queue } from './desk-nav.tsx'

/** What was just done, and of what: the script says it aloud, and keeps nothing longer that was typed of it. */
export type Done = { words: string; of: string }

/** What an address says was done, by a page's own words for it; null where it says nothing. */
export const doneIn = (c: Context<Env>, words: Readonly<Record<string, string>>): Done | null => {
  const { done = '', of = '' } = c.req.query()
  const said = Object.hasOwn(words, done) ? words[done] : undefined
  return said === undefined ? null : { words: said, of: of.slice(0, 100) }
}

export const DoneNote: FC<{ done: Done | null }> = ({ done }) =>
  done && (
    <p class="done" data-done={done.of}>
      {done.words}
    </p>
  )

/** A page of the review desk, with the way to its other queues. */
export const DeskFrame: FC<{ title: string; queue: Queue; children?: Child }> = ({ title, queue, children }) => (
  <Layout title={`${title} · Review · Hindcast`} script={SCRIPT_HREF}>
    <DeskNav at={queue} />
    <p id="aloud" class="unseen" role="status" />
    {children}
  </Layout>
)

/** What a key does is written where that is; without script, or while keys are off, it is not shown. */
export const Key: FC<{ of: string }> = ({ of }) => <kbd class="key">{of}</kbd>

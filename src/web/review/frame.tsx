import type { Child, FC } from 'hono/jsx'
import { Layout } from '../layout.tsx'
import { SCRIPT_HREF } from '../script/address.ts'
import { DeskNav, type Queue } from './desk-nav.tsx'

/** A page of the review desk, with the way to its other queues. */
export const DeskFrame: FC<{ title: string; queue: Queue; children?: Child }> = ({ title, queue, children }) => (
  <Layout title={`${title} · Review · Hindcast`} script={SCRIPT_HREF}>
    <DeskNav at={queue} />
    {children}
  </Layout>
)

/** What a key does is written where that is; without script, or while keys are off, it is not shown. */
export const Key: FC<{ of: string }> = ({ of }) => <kbd class="key">{of}</kbd>

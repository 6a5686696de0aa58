import type { Outbound } from '../../src/actions/context.ts'
import type { FetcherOptions } from '../../src/outside/fetch.ts'
import { nodeFetcher, type Resolve } from '../../src/outside/fetch-node.ts'

type Options = Partial<FetcherOptions> & { resolve?: Resolve; gapMs?: number; dice?: number }

/** The way out of Node, real but for dice that fall as they are told; `allow` lets it reach servers of this machine. */
export const outboundOf = ({ resolve, gapMs = 0, dice = 0.5, ...options }: Options = {}): Outbound => ({
  fetch: nodeFetcher({ userAgent: 'Hindcast/test (+https://example.org/about)', allow: [], ...options }, resolve),
  gapMs,
  sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
  dice: () => dice,
})

import type { Services } from './actions/context.ts'
import type { Instant } from './core/time.ts'
import { builtInExtractor } from './outside/extractor.ts'
import type { Fetcher } from './outside/fetch.ts'
import { idMaker, newSalt, rollDice } from './outside/random.ts'
import type { Database } from './storage/database.ts'

/** Shared by everything this process or isolate serves: the language model is loaded once, ids keep their order. */
const extract = builtInExtractor()
const newId = idMaker()

/** The runtime's fetcher, and the gap that it leaves a host. */
export type WayOut = { fetch: Fetcher; gapMs: number }

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The world around a database, alike on both runtimes but for what the entry brings. */
export const servicesOf = (database: Database, clock: () => Instant, { fetch, gapMs }: WayOut): Services => ({
  database,
  clock,
  newId,
  newSalt,
  extract,
  outbound: { fetch, gapMs, sleep, dice: rollDice },
})

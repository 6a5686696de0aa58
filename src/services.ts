import { type Actor, contextOf, type Services } from './actions/context.ts'
import { keepModelCalls } from './actions/reading/keep-model-calls.ts'
import type { Problem } from './core/problem.ts'
import type { Instant } from './core/time.ts'
import type { Watch } from './core/watch.ts'
import { signInWith } from './outside/accounts.ts'
import { builtInExtractor, sharedTagger } from './outside/extractor.ts'
import type { Fetcher } from './outside/fetch.ts'
import { hash } from './outside/hash.ts'
import { ledgerSigner } from './outside/ledger-signer.ts'
import { chooseExtractor, chooseJudge } from './outside/models/choose.ts'
import type { ExtractorSettings } from './outside/models/settings.ts'
import { idMaker, newSalt, rollDice } from './outside/random.ts'
import { secretBox } from './outside/secret-box.ts'
import { UNWATCHED } from './outside/watch.ts'
import { ATTEMPTS, type Database, type Lost } from './storage/database.ts'
import { keptCalls } from './storage/model-calls.ts'

/** Shared by everything this process or isolate serves: the tagger's model is loaded once, ids keep their order. */
const tagger = sharedTagger()
const builtIn = builtInExtractor(tagger)
const newId = idMaker()

/** What the log of a server says of a transaction that the database stopped: seldom is no harm, often is. */
export const warnsOfLost =
  ({ log }: Pick<Watch, 'log'>) =>
  ({ code, attempt }: Lost): void =>
    log('warn', 'a transaction lost against another', { code, attempt, attempts: ATTEMPTS })

/** The runtime's fetcher, and the gap that it leaves a host. */
export type WayOut = { fetch: Fetcher; gapMs: number }

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const EXTRACTOR: Actor = { name: 'extractor', scopes: [] }

/**
 * The world around a database, alike on both runtimes but for what the entry brings: the clock, the way out, which extractor is
 * configured (a `Problem` = wrongly), the secret of the installation, which secrets are kept in and people sign in under, and who is
 * told of the work.
 */
export const servicesOf = (
  database: Database,
  clock: () => Instant,
  { fetch, gapMs }: WayOut,
  settings: ExtractorSettings | Problem = { mode: 'built-in' },
  secret?: string,
  watch: Watch = UNWATCHED,
): Services => {
  const outbound = { fetch, gapMs, sleep, dice: rollDice }
  const signIn = signInWith(secret)
  const made = { database, clock, newId, newSalt, hash, tagger, outbound, secretBox: secretBox(secret), signIn, watch }
  const services: Services = { ...made, ledgerSigner: ledgerSigner(secret), extract: builtIn, modelJudge: null }
  const calls = {
    kept: (reading: Parameters<typeof keptCalls>[1]) => keptCalls(database.reader, reading),
    keep: (found: Parameters<typeof keepModelCalls>[1]) => keepModelCalls(contextOf(services, EXTRACTOR), found),
  }
  const parts = { builtIn, tagger, calls, clock, watch }
  return { ...services, extract: chooseExtractor(settings, parts), modelJudge: chooseJudge(settings, parts) }
}

import type { Services } from '../../src/actions/context.ts'
import type { Extraction } from '../../src/core/candidate.ts'
import { BUILT_IN_RUN } from '../../src/core/extraction-run.ts'
import { hash } from '../../src/outside/hash.ts'
import { ledgerSigner } from '../../src/outside/ledger-signer.ts'
import { secretBox } from '../../src/outside/secret-box.ts'
import { UNWATCHED } from '../../src/outside/watch.ts'
import type { World } from './embedded.ts'
import { instant, tagger } from './embedded.ts'
import { outboundOf } from './outbound.ts'
import type { Press } from './press.ts'

const nothingFound: Extraction = {
  candidates: [],
  facts: [],
  factsVersion: 'by-hand',
  extractorVersion: 'by-hand',
  lexiconVersion: '2026.1',
  run: BUILT_IN_RUN,
}

/** A clock that a test sets. */
export type Clock = { now: string }

/** The services of one test: its own database and clock, and a way out that reaches the presses of this machine. */
export const servicesOver = (
  { database, newId, newSalt }: World,
  presses: Press[],
  clock: Clock,
  options: Partial<Parameters<typeof outboundOf>[0]> = {},
): Services => ({
  database,
  watch: UNWATCHED,
  clock: () => instant(clock.now),
  newId,
  newSalt,
  hash,
  tagger,
  extract: async () => nothingFound,
  modelJudge: null,
  secretBox: secretBox(undefined),
  ledgerSigner: ledgerSigner(undefined),
  outbound: outboundOf({ allow: presses.map(({ authority }) => authority), ...options }),
})

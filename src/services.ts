import type { Services } from './actions/context.ts'
import type { Instant } from './core/time.ts'
import { builtInExtractor, sharedTagger } from './outside/extractor.ts'
import { idMaker, newSalt } from './outside/random.ts'
import type { Database } from './storage/database.ts'

/** Shared by everything this process or isolate serves: the language model is loaded once, ids keep their order. */
const tagger = sharedTagger()
const extract = builtInExtractor(tagger)
const newId = idMaker()

/** The world around a database, alike on both runtimes but for the clock, which the entry brings. */
export const servicesOf = (database: Database, clock: () => Instant): Services => ({
  database,
  clock,
  newId,
  newSalt,
  extract,
  tagger,
})

import { type Actor, contextOf, type Services } from './actions/context.ts'
import { keepModelCalls } from './actions/keep-model-calls.ts'
import type { Problem } from './core/problem.ts'
import type { Instant } from './core/time.ts'
import { builtInExtractor, sharedTagger } from './outside/extractor.ts'
import { chooseExtractor } from './outside/models/choose.ts'
import type { ExtractorSettings } from './outside/models/settings.ts'
import { idMaker, newSalt } from './outside/random.ts'
import type { Database } from './storage/database.ts'
import { keptCalls } from './storage/model-calls.ts'

/** Shared by everything this process or isolate serves: the tagger's model is loaded once, ids keep their order. */
const tagger = sharedTagger()
const builtIn = builtInExtractor(tagger)
const newId = idMaker()

const EXTRACTOR: Actor = { name: 'extractor', scopes: [] }

/**
 * The world around a database, alike on both runtimes but for what the entry brings: the clock, and which extractor is
 * configured (a `Problem` = wrongly).
 */
export const servicesOf = (
  database: Database,
  clock: () => Instant,
  settings: ExtractorSettings | Problem = { mode: 'built-in' },
): Services => {
  const services: Services = { database, clock, newId, newSalt, tagger, extract: builtIn }
  const calls = {
    kept: (reading: Parameters<typeof keptCalls>[1]) => keptCalls(database.reader, reading),
    keep: (found: Parameters<typeof keepModelCalls>[1]) => keepModelCalls(contextOf(services, EXTRACTOR), found),
  }
  return { ...services, extract: chooseExtractor(settings, { builtIn, tagger, calls, clock }) }
}

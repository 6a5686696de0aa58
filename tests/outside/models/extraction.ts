import type { Extraction } from '../../../src/core/candidate.ts'
import type { ModelFinding, ModelJudgement } from '../../../src/core/extraction/model/model-answer.ts'
import type { ModelCall, ModelReading } from '../../../src/core/model-call.ts'
import { Day, Instant } from '../../../src/core/time.ts'
import { builtInExtractor, sharedTagger } from '../../../src/outside/extractor.ts'
import { type CallStore, modelExtractor } from '../../../src/outside/models/extractor.ts'
import type { ModelSettings } from '../../../src/outside/models/settings.ts'

export const KEY = 'a-key-that-nobody-may-see'
export const PUBLISHED = Day.parse('2026-02-10')

const tagger = sharedTagger()
export const builtIn = builtInExtractor(tagger)

/** Keeps answers in memory, with everything that was kept to look at. */
export const memory = (): CallStore & { rows: ModelCall[] } => {
  const rows: ModelCall[] = []
  return {
    rows,
    kept: async (reading: ModelReading) => rows.filter((row) => row.textSha256 === reading.textSha256),
    keep: async (calls) => void rows.push(...calls),
  }
}

export const settingsFor = (url: string, more: Partial<ModelSettings> = {}): ModelSettings => ({
  mode: 'model',
  model: 'test-model',
  format: 'json_schema',
  connection: { kind: 'openai-compatible', url, key: KEY },
  prices: { in: 0.15, out: 0.6 },
  callMs: 60_000,
  ...more,
})

/** Reads a text by a model; the clock stands still. */
export const extractWith = (settings: ModelSettings, text: string, calls: CallStore = memory()): Promise<Extraction> =>
  modelExtractor(settings, { builtIn, tagger, calls, clock: () => Instant.parse('2026-02-11T00:00:00.000Z') })(
    text,
    PUBLISHED,
  )

export const finding = (quote: string, more: Partial<ModelFinding> = {}): ModelFinding => ({
  quote,
  hedge: '',
  denied: false,
  attribution: 'own',
  claimant: null,
  directness: 'verbatim',
  windowWords: null,
  condition: null,
  reason: '',
  kind: 'event',
  verifiability: 'checkable',
  ...more,
})

export const judgement = (candidate: number, more: Partial<ModelJudgement> = {}): ModelJudgement => ({
  candidate,
  keep: true,
  attribution: 'own',
  claimant: null,
  directness: 'verbatim',
  windowWords: null,
  condition: null,
  reason: '',
  ...more,
})

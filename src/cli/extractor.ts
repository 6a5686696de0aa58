import { Option } from 'commander'
import { type ExtractionMode, type ExtractionRun, extractionModes, type ModelUsage } from '../core/extraction-run.ts'
import { builtInExtractor, type Extract, sharedTagger } from '../outside/extractor.ts'
import { chooseExtractor } from '../outside/models/choose.ts'
import { extractorSettings } from '../outside/models/settings.ts'
import type { Terminal } from './terminal.ts'

/** `--extractor MODE`, for every command that reads commentary. */
export const extractorOption = (): Option =>
  new Option('--extractor <mode>', 'who reads it; by default as HINDCAST_EXTRACTOR says').choices(extractionModes)

/** The extractor that the environment configures, in the mode asked for. Without a database no answer is kept. */
export const configuredExtractor = ({ environment, now }: Terminal, mode: ExtractionMode | undefined): Extract => {
  const settings = extractorSettings(mode ? { ...environment, HINDCAST_EXTRACTOR: mode } : environment, null)
  const tagger = sharedTagger()
  const calls = { kept: async () => [], keep: async () => undefined }
  return chooseExtractor(settings, { builtIn: builtInExtractor(tagger), tagger, calls, clock: now })
}

/** What a model cost, and what it said that was not taken, as lines for people. */
export const costLines = (usage: ModelUsage | null, refused: ExtractionRun['refused']): string[] => {
  const lines: string[] = []
  if (usage) {
    const cost = usage.costMicros === null ? 'no price configured' : `$${(usage.costMicros / 1_000_000).toFixed(6)}`
    lines.push(`${usage.calls} calls, ${usage.tokensIn} tokens in, ${usage.tokensOut} out, ${cost}.`)
  }
  if (refused.length > 0)
    lines.push(`Not taken: ${refused.map(({ reason, count }) => `${reason} ${count}`).join(', ')}.`)
  return lines
}

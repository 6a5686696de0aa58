import { Problem } from '../../core/problem.ts'
import { type Extract, readingEnglish } from '../extractor.ts'
import { type ModelParts, modelExtractor } from './extractor.ts'
import { ModelFailure } from './failure.ts'
import { type ModelJudge, modelJudge } from './judge.ts'
import type { ExtractorSettings } from './settings.ts'

/**
 * The extractor that is configured, asked about English alone. Where its configuration is refused, that is the built-in one, which says on every
 * text that it stands in: a site must not go down for a variable.
 */
export const chooseExtractor = (settings: ExtractorSettings | Problem, parts: ModelParts): Extract => {
  if (settings instanceof Problem) {
    const { reason, message } = new ModelFailure('misconfigured')
    const fields = settings.fields.map(({ field, detail }) => `${field}: ${detail}`).join('; ')
    const fallback = { reason, detail: `${message}: ${fields}` }
    return readingEnglish(async (text, publishedOn) => {
      const ours = await parts.builtIn(text, publishedOn)
      return { ...ours, run: { ...ours.run, fallback } }
    })
  }
  return readingEnglish(settings.mode === 'built-in' ? parts.builtIn : modelExtractor(settings, parts))
}

/** The judge of questions by passages: the same model, where one is configured as it should be. */
export const chooseJudge = (settings: ExtractorSettings | Problem, parts: ModelParts): ModelJudge | null =>
  settings instanceof Problem || settings.mode === 'built-in' ? null : modelJudge(settings, parts)

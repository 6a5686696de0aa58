import type { Extraction } from '../core/candidate.ts'
import { EXTRACTOR_VERSION, extract } from '../core/extraction/extract.ts'
import { loadTagger } from '../core/extraction/tagger.ts'
import { LEXICON_VERSION } from '../core/lexicon/phrases.ts'
import type { Day } from '../core/time.ts'

/** The built-in extractor; its language model is loaded with the first text. */
export const builtInExtractor = (): ((text: string, publishedOn: Day) => Promise<Extraction>) => {
  let tagger: ReturnType<typeof loadTagger> | undefined
  return async (text, publishedOn) => {
    tagger ??= loadTagger()
    return {
      candidates: extract(text, { publishedOn }, await tagger),
      extractorVersion: EXTRACTOR_VERSION,
      lexiconVersion: LEXICON_VERSION,
    }
  }
}

import type { Extraction } from '../core/candidate.ts'
import { EXTRACTOR_VERSION, extract } from '../core/extraction/extract.ts'
import { loadTagger } from '../core/extraction/tagger.ts'
import type { Tagger } from '../core/extraction/token.ts'
import { LEXICON_VERSION } from '../core/lexicon/phrases.ts'
import type { Day } from '../core/time.ts'

/** The tagger, loaded when it is first asked for and then shared. */
export const sharedTagger = (): (() => Promise<Tagger>) => {
  let tagger: Promise<Tagger> | undefined
  return () => {
    tagger ??= loadTagger()
    return tagger
  }
}

/** The built-in extractor; its language model is loaded with the first text. */
export const builtInExtractor =
  (tagger: () => Promise<Tagger>) =>
  async (text: string, publishedOn: Day): Promise<Extraction> => {
    return {
      candidates: extract(text, { publishedOn }, await tagger()),
      extractorVersion: EXTRACTOR_VERSION,
      lexiconVersion: LEXICON_VERSION,
    }
  }

import type { Extraction } from '../core/candidate.ts'
import { EXTRACTOR_VERSION, extract } from '../core/extraction/extract.ts'
import { loadTagger } from '../core/extraction/tagger.ts'
import type { Tagger } from '../core/extraction/token.ts'
import { BUILT_IN_RUN } from '../core/extraction-run.ts'
import { LEXICON_VERSION } from '../core/lexicon/phrases.ts'
import type { Day } from '../core/time.ts'

/** Finds the candidates of a text. */
export type Extract = (text: string, publishedOn: Day) => Promise<Extraction>

/** The tagger, whose language model is loaded with the first text and shared from then on. */
export const sharedTagger = (): (() => Promise<Tagger>) => {
  let tagger: Promise<Tagger> | undefined
  return () => {
    tagger ??= loadTagger()
    return tagger
  }
}

/** The built-in extractor. */
export const builtInExtractor =
  (tagger: () => Promise<Tagger>): Extract =>
  async (text, publishedOn) => ({
    candidates: extract(text, { publishedOn }, await tagger()),
    extractorVersion: EXTRACTOR_VERSION,
    lexiconVersion: LEXICON_VERSION,
    run: BUILT_IN_RUN,
  })

import type { Extraction } from '../core/candidate.ts'
import { EXTRACTOR_VERSION, predictionsOf } from '../core/extraction/extract.ts'
import { FACTS_VERSION, factsOf } from '../core/extraction/facts/facts.ts'
import { readPage } from '../core/extraction/page/read-page.ts'
import { pageOf } from '../core/extraction/page-of.ts'
import { loadTagger } from '../core/extraction/sentences/tagger.ts'
import type { Tagger } from '../core/extraction/sentences/token.ts'
import { BUILT_IN_RUN } from '../core/extraction-run.ts'
import { LEXICON_VERSION } from '../core/lexicon/phrases.ts'
import { notEnglish, readLanguage } from '../core/reading/language.ts'
import type { Day } from '../core/time.ts'

/** Finds the candidates of a text. `declaredLanguage`: what is said of its language, BCP 47, if anything is. */
export type Extract = (text: string, publishedOn: Day, declaredLanguage?: string | null) => Promise<Extraction>

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
  async (text, publishedOn) => {
    const page = pageOf(text, await tagger())
    return {
      ...versions,
      candidates: predictionsOf(page, publishedOn),
      facts: factsOf(page, publishedOn),
      run: BUILT_IN_RUN,
    }
  }

const versions = {
  extractorVersion: EXTRACTOR_VERSION,
  lexiconVersion: LEXICON_VERSION,
  factsVersion: FACTS_VERSION,
}

/** An extractor that is asked about English alone: a text in another language has no candidates, and `run.withheld` says why. */
export const readingEnglish =
  (extractEnglish: Extract): Extract =>
  async (text, publishedOn, declaredLanguage = null) => {
    const prose = readPage(text).map(({ start, end }) => text.slice(start, end))
    const withheld = notEnglish(await readLanguage(prose.join('\n'), declaredLanguage))
    if (withheld === null) return extractEnglish(text, publishedOn)
    const run = { ...BUILT_IN_RUN, withheld }
    return { ...versions, candidates: [], facts: [], run }
  }

import { extract } from '../../../src/core/extraction/extract.ts'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'
import { Day } from '../../../src/core/time.ts'

const publishedOn = Day.parse('2026-02-10')

/** Reads a text into what is taken from it: phrase, polarity and quote, in the order of the text. */
export const loadReader = async (): Promise<(text: string) => string[]> => {
  const tagger = await loadTagger()
  return (text) =>
    extract(text, { publishedOn }, tagger).map(({ phrase, polarity, quote }) => `${phrase}${polarity} ${quote}`)
}

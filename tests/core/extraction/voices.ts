import { extract } from '../../../src/core/extraction/extract.ts'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'
import { Day } from '../../../src/core/time.ts'

const publishedOn = Day.parse('2026-02-10')
const tagger = await loadTagger()

/** Who says each prediction of a text, in its order: "quoted verbatim Ann Roe", "own". */
export const voices = (text: string): string[] =>
  extract(text, { publishedOn }, tagger).map(({ attribution, directness, claimant }) =>
    attribution === 'own' ? 'own' : `${attribution} ${directness} ${claimant ?? 'unnamed'}`,
  )

/** What the text says the claimant of each prediction is. */
export const roles = (text: string): (string | null)[] =>
  extract(text, { publishedOn }, tagger).map(({ claimantRole }) => claimantRole)

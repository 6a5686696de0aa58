import { ownLexicon, yardstickIds, yardstickLexicon } from '../../core/lexicon/lexicon.ts'
import type { Readings } from '../../core/scoring/report/reading-words.ts'

/** The lexicon of scores and the yardsticks, as scoring reads them. */
export const readings = (): Readings => ({
  lexicon: Object.fromEntries(ownLexicon().entries.map(({ phrase, beta }) => [phrase, beta])),
  yardsticks: yardstickIds.map(yardstickLexicon).map(({ id, name, entries, phrases }) => ({
    id,
    name,
    terms: Object.fromEntries(entries.map(({ term, low, high }) => [term, { low, high }])),
    termOf: Object.fromEntries(phrases.map(({ phrase, term }) => [phrase, term])),
  })),
})

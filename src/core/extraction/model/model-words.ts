import type { ExtractedCandidate, Window } from '../../candidate.ts'
import { matchForms } from '../../lexicon/match.ts'
import { numberAt } from '../../lexicon/numbers.ts'
import { isWeak, oriented, phraseRange } from '../../lexicon/range.ts'
import { fromMicro, type Polarity } from '../../probability.ts'
import type { Day } from '../../time.ts'
import { windowOf } from '../time/window.ts'

/** How likely some words say it is, by the lexicon. */
export type Likelihood = Pick<ExtractedCandidate, 'phrase' | 'hedge' | 'polarity' | 'weakHedge' | 'probability'>

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bwon't\b/g, 'will not'],
  [/\bcan't\b|\bcannot\b/g, 'can not'],
  [/n't\b/g, ' not'],
  [/'ll\b/g, ' will'],
]

/** Lower-case words as the lexicon is written: contractions in full, hyphens and percent signs on their own. */
const wordsOf = (text: string): string[] => {
  const lower = text.toLowerCase().replace(/[‘’]/g, "'")
  const full = contractions.reduce((words, [short, long]) => words.replace(short, long), lower)
  return full.match(/[\p{L}']+|\d+(?:\.\d+)?|[%\-–/]/gu) ?? []
}

const negations = new Set(['not', 'no', 'never', 'nor', 'neither', 'nobody', 'nothing', 'none'])

/**
 * The likelihood of a quote that our own reader has no cue for: a number that stands in it, else the longest phrase of the
 * lexicon in the words pointed at. It is turned to the opposite only where the model says so and a word of negation
 * stands in the quote. Null where the lexicon knows none of the words.
 */
export const likelihoodIn = (quote: string, hedge: string, denied: boolean): Likelihood | null => {
  const words = wordsOf(quote)
  const number = words.map((_, i) => numberAt(words, i)).find((match) => match !== null)
  const forms = matchForms(wordsOf(hedge)).sort((a, b) => b.to - b.from - (a.to - a.from))
  const phrase = forms[0]?.phrase
  if (!number && !phrase) return null
  const within = new Set(wordsOf(hedge))
  const negated = words.some((word) => negations.has(word) && (number || !within.has(word)))
  const polarity: Polarity = denied && negated ? '-' : '+'
  if (number) {
    const p = fromMicro(number.micro)
    const probability = oriented({ low: p, mid: p, high: p }, polarity)
    return { phrase: `micro:${number.micro}`, hedge, polarity, weakHedge: false, probability }
  }
  if (!phrase) return null
  return { phrase, hedge, polarity, weakHedge: isWeak(phrase), probability: oriented(phraseRange(phrase), polarity) }
}

/** The window that some words set by the published rules; null where they hold no words of time. */
export const windowInWords = (words: string, publishedOn: Day): Window | null => {
  const window = windowOf(words, publishedOn, false)
  return window.source === 'default' || window.text === '' ? null : window
}

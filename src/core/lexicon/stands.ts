import { fromMicro, type Probability } from '../probability.ts'
import { formTable } from './forms.ts'
import { matchForms } from './match.ts'
import { levelAt, numberAt } from './numbers.ts'
import type { PhraseId } from './phrases.ts'

/** Words of the phrases that have no form to be matched by: it is the rules of extraction that read these. */
const formless: { readonly [Id in PhraseId]?: readonly string[] } = {
  will: ['will', 'shall', 'would', 'going to'],
  may: ['may'],
  might: ['might'],
  could: ['could'],
  always: ['always'],
  'almost-always': ['almost always', 'nearly always'],
  usually: ['usually'],
  rarely: ['rarely', 'seldom'],
  'should-expected': ['should'],
  'we-believe': ['believe', 'think'],
  'not-believe': ['not believe', 'not think', 'disbelieve'],
  'we-doubt': ['doubt', 'doubts'],
  confident: ['confident'],
  optimistic: ['optimistic'],
  skeptical: ['skeptical', 'sceptical'],
  pessimistic: ['pessimistic'],
  'with-high-probability': ['high probability'],
  'with-moderate-probability': ['moderate probability'],
  'with-low-probability': ['low probability'],
  'more-often-than-not': ['more often than not'],
}
const formed: ReadonlySet<string> = new Set(formTable.map(([phrase]) => phrase))

/** The words by which a phrase can stand in a text, as a reader is told them. */
export const wordsFor = (phrase: PhraseId): string[] =>
  formed.has(phrase)
    ? formTable.filter(([id]) => id === phrase).flatMap(([, , forms]) => forms)
    : [...(formless[phrase] ?? [phrase.replaceAll('-', ' ')])]

const runsIn = (run: readonly string[], words: readonly string[]): boolean =>
  words.some((_, at) => run.every((word, k) => words[at + k] === word))

/**
 * Whether a phrase stands in these words, lower case, contractions spelt out. A longer phrase counts as itself alone: in
 * "very unlikely" no `unlikely` stands. `phraseStandsIn('likely', ['it', 'is', 'likely'])`
 */
export const phraseStandsIn = (phrase: PhraseId, words: readonly string[]): boolean =>
  formed.has(phrase)
    ? matchForms(words).some((match) => match.phrase === phrase)
    : wordsFor(phrase).some((form) => runsIn(form.split(' '), words))

/** Stated numbers are compared as finely as forms are kept. */
const SAME = 1e-6

/**
 * Whether a number stands in these words, said of the event or of its opposite: 0.3 by "a 30 percent chance", and by "70
 * percent that it will not".
 */
export const numberStandsIn = (probability: Probability, words: readonly string[]): boolean =>
  words.some((_, at) =>
    [numberAt(words, at), levelAt(words, at)].some((match) => {
      if (match === null) return false
      const said = fromMicro(match.micro)
      return Math.abs(said - probability) < SAME || Math.abs(1 - said - probability) < SAME
    }),
  )

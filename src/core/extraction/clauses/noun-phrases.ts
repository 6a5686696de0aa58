import type { Reading } from '../cues/cue.ts'
import { bodyWords, titles, wordSet } from '../sentences/words.ts'
import { timeNames } from '../time/time-words.ts'

/** A noun phrase that a pronoun may stand for; a bare name is `unknown`, a person's, a place's or a body's. `name`: as one would write it anew ("the port" of "a port"). */
export type NounPhrase = { name: string; kind: 'person' | 'thing' | 'things' | 'unknown'; from: number; to: number }

const people =
  wordSet(`man woman men women girl boy mother father wife husband son daughter brother sister player coach pilot
  teacher doctor writer owner boss manager captain candidate witness lawyer executive`)
const own = wordSet('his her its their my our your whose')
const articles = wordSet('a an another some')

/** The noun phrases of `tokens.slice(0, to)` in their order, without words of time. */
export const nounPhrases = (reading: Reading, to: number, text: string): NounPhrase[] => {
  const { tokens } = reading
  const phrases: NounPhrase[] = []
  for (let i = Math.max(0, to - 120); i < to; i++) {
    if (!['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN'].includes(tokens[i]?.tag ?? '') && !own.has(tokens[i]?.word ?? ''))
      continue
    let end = i
    while (
      end < to &&
      (['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN'].includes(tokens[end]?.tag ?? '') || own.has(tokens[end]?.word ?? ''))
    ) {
      if (end > i && tokens[end]?.tag === 'DET') break
      end++
    }
    const phrase = phraseAt(reading, i, end, text)
    if (phrase) phrases.push(phrase)
    i = end - 1
  }
  return phrases
}

/** "New York", "Port Sallow": no person. */
const placeStarts =
  wordSet(`new north south east west northern southern eastern western san los las saint st great united port
  lake mount upper lower old royal grand red white black central`)
const isPersonal = (words: readonly string[]): boolean =>
  words.length > 1 && words.length < 5 && !placeStarts.has(words[0] ?? '') && !words.some((word) => bodyWords.has(word))

const phraseAt = ({ tokens, words }: Reading, from: number, to: number, text: string): NounPhrase | null => {
  const head = tokens[to - 1]
  if (!head || !['NOUN', 'PROPN'].includes(head.tag) || timeNames.has(head.word) || timeNames.has(head.lemma))
    return null
  const slice = (start: number): string => text.slice(tokens[start]?.start ?? 0, head.end).replace(/\s+/g, ' ')
  if (tokens.slice(from, to).every(({ tag }) => tag === 'PROPN')) {
    const bare = titles.has(words[from] ?? '') ? from + 1 : from
    return { name: slice(bare), kind: isPersonal(words.slice(bare, to)) ? 'person' : 'unknown', from, to }
  }
  const plural = head.tag === 'NOUN' && head.word.endsWith('s') && !/(?:ss|us|is)$/.test(head.word)
  const person = people.has(head.word) || titles.has(head.word)
  const article = articles.has(words[from] ?? '')
  const bare = slice(article ? from + 1 : from)
  const name = article ? `the ${bare}` : from === 0 && tokens[from]?.tag !== 'PROPN' ? lowered(bare) : bare
  return { name, kind: plural ? 'things' : person ? 'person' : 'thing', from, to }
}

const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

import { readPage } from '../extraction/page/read-page.ts'
import { readSentences } from '../extraction/sentences/sentences.ts'
import type { Sentence, Tagger } from '../extraction/sentences/token.ts'
import { LONGEST_PASSAGE, type Passage, type PassageSentence } from './passage.ts'
import { standingOf, yearIn } from './standing.ts'
import { keysOf, type Term, termsOf } from './terms.ts'

/** A passage as it is read. `names`: the names in it, as written but in lower case, each once. */
export type ReadPassage = Passage & { names: readonly string[] }

/** A stretch of a text: `text.slice(start, end)`. */
export type Span = { start: number; end: number }

/**
 * Cuts the prose of a text into passages, in its order: as many whole sentences of a paragraph as fit. Front matter, teasers
 * and repeats are left out, as extraction leaves them. `predictions`: where extraction found some. Linear in the text.
 */
export const passagesOf = (text: string, predictions: readonly Span[], tagger: Tagger): ReadPassage[] => {
  const sentences = readSentences(text, readPage(text), tagger).flatMap(whole)
  const foretold = foretellers(sentences, predictions)
  return grouped(sentences).map((group) => {
    const [start, end] = [group[0]?.start ?? 0, group.at(-1)?.end ?? 0]
    const read = group.map((sentence) => ({ sentence, terms: termsOf(sentence.tokens) }))
    return {
      start,
      end,
      quote: text.slice(start, end),
      sentences: read.map(({ sentence, terms }) => known(sentence, terms, foretold.has(sentence))),
      names: [...new Set(read.flatMap(({ terms }) => terms.filter(isName).map(({ written }) => written)))],
    }
  })
}

const isName = ({ kind }: Term): boolean => kind === 'name'

const known = ({ tokens, start, end }: Sentence, terms: readonly Term[], foretold: boolean): PassageSentence => ({
  start,
  end,
  standing: standingOf(tokens, foretold),
  year: yearIn(tokens),
  keys: keysOf(terms),
})

/** A sentence that is longer than a passage, in pieces of tokens that fit. */
const whole = (sentence: Sentence): Sentence[] => {
  if (sentence.end - sentence.start <= LONGEST_PASSAGE) return [sentence]
  const pieces: Sentence['tokens'][number][][] = []
  for (const token of sentence.tokens) {
    const piece = pieces.at(-1)
    if (piece?.[0] && token.end - piece[0].start <= LONGEST_PASSAGE) piece.push(token)
    else pieces.push([token])
  }
  return pieces.map((tokens) => ({
    tokens,
    start: tokens[0]?.start ?? 0,
    end: tokens.at(-1)?.end ?? 0,
    block: sentence.block,
  }))
}

const grouped = (sentences: readonly Sentence[]): Sentence[][] => {
  const groups: Sentence[][] = []
  for (const sentence of sentences) {
    const group = groups.at(-1)
    const [first] = group ?? []
    if (first && first.block === sentence.block && sentence.end - first.start <= LONGEST_PASSAGE) group?.push(sentence)
    else groups.push([sentence])
  }
  return groups
}

/** The sentences that a prediction stands in. Both lists are walked once, in the order of the text. */
const foretellers = (sentences: readonly Sentence[], predictions: readonly Span[]): ReadonlySet<Sentence> => {
  const sorted = [...predictions].sort((a, b) => a.start - b.start)
  const found = new Set<Sentence>()
  let next = 0
  for (const sentence of sentences) {
    while ((sorted[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) next++
    const prediction = sorted[next]
    if (prediction && prediction.start < sentence.end) found.add(sentence)
  }
  return found
}

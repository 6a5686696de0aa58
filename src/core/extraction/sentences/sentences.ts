import { type Mend, mendBreaks, unmended } from '../page/line-breaks.ts'
import type { Block } from '../page/page-paragraphs.ts'
import { inFull } from './colloquial.ts'
import { mendTags } from './mend-tags.ts'
import { reread, type Sentence, type Tagger, type Token } from './token.ts'

/** Longer sentences are cut, so that the phases after this one stay linear in the length of the text. */
const MAX_TOKENS = 160
/** Longer runs without a blank are no word of English; the tagger is quadratic in them. */
const MAX_WORD = 60

/** White space other than the plain blank, and signs that are not seen. */
const otherBlanks = /[\t-\r\u00a0\u1680\u2000-\u200b\u200e\u200f\u2028\u2029\u202f\u205f\u3000\ufeff]/g

/**
 * A twin of the text that the tagger reads well, of the same length unit by unit: line breaks are blanks, quotation marks
 * and apostrophes are straight, and the rest of a run too long for a word is blank.
 */
export const shadowOf = (text: string): string =>
  cutRuns(
    text
      .replace(otherBlanks, ' ')
      .replace(/[‘’ʼ]/g, "'")
      .replace(/[“”„«»]/g, '"'),
  )

const cutRuns = (text: string): string => {
  const pieces: string[] = []
  let done = 0
  for (let start = 0; start < text.length; ) {
    const blank = text.indexOf(' ', start)
    const end = blank < 0 ? text.length : blank
    if (end - start > MAX_WORD) {
      const kept = start + MAX_WORD - 1
      pieces.push(text.slice(done, kept), ' '.repeat(end - kept))
      done = end
    }
    start = end + 1
  }
  return done === 0 ? text : pieces.join('') + text.slice(done)
}

/** The sentences of the paragraphs, tagged, with offsets into the text. What stands in the gaps of a paragraph is not read. */
export const readSentences = (text: string, blocks: readonly Block[], tagger: Tagger): Sentence[] => {
  const { twin, mends } = mendBreaks(text, shadowOf(text))
  return blocks.flatMap((block, index) => {
    const prose = proseOf(twin, block)
    // A paragraph of nothing but signs says nothing, and pages of them are dear to tag.
    if (!/[\p{L}\p{N}]/u.test(prose)) return []
    const sentences = mend(tagger(prose))
    return (hasForeignLetter(prose) ? sentences.map(joinLetters) : sentences)
      .flatMap((tokens) => splitStops(tokens, prose))
      .map((tokens) => inFull(mendTags(tokens, prose)))
      .flatMap(cut)
      .map((tokens) => place(tokens, block.start, index, mends))
  })
}

const proseOf = (twin: string, { start, end, gaps = [] }: Block): string => {
  const ends = [start, ...gaps.map((gap) => gap.end)]
  return ends
    .map((from, i) => {
      const gap = gaps[i]
      return gap ? twin.slice(from, gap.start) + ' '.repeat(gap.end - gap.start) : twin.slice(from, end)
    })
    .join('')
}

/** A letter outside the tagger's alphabet; dashes and ellipses are no letters. */
const hasForeignLetter = (prose: string): boolean => /[^\p{ASCII}\p{P}\p{S}\p{Z}]/u.test(prose)

/** Puts back a closing quotation mark that the tagger left at the start of the next sentence. The sentences are the tagger's own. */
const mend = (sentences: readonly Token[][]): Token[][] => {
  const mended: Token[][] = []
  for (const tokens of sentences) {
    const last = mended.at(-1)
    const [first] = tokens
    if (last && first && tokens.length === 1 && first.tag === 'PUNCT') last.push(first)
    else mended.push(tokens)
  }
  return mended
}

/** Joins a word that the tagger parts at a letter outside its alphabet: the name "Łasko". */
const joinLetters = (tokens: readonly Token[]): Token[] => {
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    const foreign = last && (/\P{ASCII}$/u.test(last.word) || /^\P{ASCII}/u.test(token.word))
    const letters = last && /^[\p{L}\p{M}]+$/u.test(last.word) && /^[\p{L}\p{M}]+$/u.test(token.word)
    if (!last || !foreign || !letters || last.end !== token.start) joined.push(token)
    else {
      const word = last.word + token.word
      joined[joined.length - 1] = reread(last, { word, lemma: word, tag: 'PROPN', end: token.end })
    }
  }
  return joined
}

/** Words that close a sentence but that the tagger takes for an abbreviation: "the nights draw in. A war". */
const closers = new Set(['in.', 'no.', 'am.', 'so.', 'us.', 'is.', 'on.', 'at.', 'it.', 'to.', 'me.'])

/** Parts a full stop from a small word before it and starts a sentence there when a capital follows. */
const splitStops = (tokens: readonly Token[], prose: string): (readonly Token[])[] => {
  const isCloser = (token: Token): boolean => token.end - token.start === 3 && closers.has(token.word)
  if (!tokens.some(isCloser)) return [tokens]
  const sentences: Token[][] = [[]]
  tokens.forEach((token, i) => {
    const written = prose.slice(token.start, token.end)
    const next = tokens[i + 1]
    if (!closers.has(written) || (next && !/^["'(]?\p{Lu}/u.test(prose.slice(next.start, next.start + 2)))) {
      sentences.at(-1)?.push(token)
      return
    }
    const word = token.word.slice(0, -1)
    sentences.at(-1)?.push(reread(token, { word, lemma: word, tag: 'ADP', end: token.end - 1 }))
    sentences.at(-1)?.push(reread(token, { word: '.', lemma: '.', tag: 'PUNCT', start: token.end - 1 }))
    if (next) sentences.push([])
  })
  return sentences
}

const cut = (tokens: readonly Token[]): (readonly Token[])[] => {
  if (tokens.length <= MAX_TOKENS) return [tokens]
  const pieces: Token[][] = []
  for (let i = 0; i < tokens.length; i += MAX_TOKENS) pieces.push(tokens.slice(i, i + MAX_TOKENS))
  return pieces
}

/** Moves a sentence to its paragraph. The tokens are the tagger's own and nobody else's: they are moved, not copied. */
const place = (tokens: readonly Token[], offset: number, block: number, mends: readonly Mend[]): Sentence => {
  for (const token of tokens) {
    token.start += offset
    token.end += offset
    if (mends.length === 0) continue
    token.start = unmended(mends, token.start, 'start')
    token.end = unmended(mends, token.end, 'end')
  }
  return { tokens, start: tokens[0]?.start ?? offset, end: tokens.at(-1)?.end ?? offset, block }
}

import type { Block } from './read-page.ts'
import type { Sentence, Tagger, Token } from './token.ts'

/** Longer sentences are cut, so that the phases after this one stay linear in the length of the text. */
const MAX_TOKENS = 160
/** Longer runs without a blank are no word of English; the tagger is quadratic in them. */
const MAX_WORD = 60

/**
 * A twin of the text that the tagger reads well, of the same length unit by unit: line breaks are blanks, quotation marks
 * and apostrophes are straight, and the rest of a run too long for a word is blank.
 */
export const shadowOf = (text: string): string =>
  text
    .replace(/[\s\u200b\u200e\u200f\ufeff]/g, ' ')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[^ ]{61,}/g, (run) => run.slice(0, MAX_WORD - 1).padEnd(run.length, ' '))

/** The sentences of the paragraphs, tagged, with offsets into the text. */
export const readSentences = (text: string, blocks: readonly Block[], tagger: Tagger): Sentence[] => {
  const shadow = shadowOf(text)
  return blocks.flatMap((block, index) =>
    mend(tagger(shadow.slice(block.start, block.end)))
      .flatMap(cut)
      .map((tokens) => place(tokens, block.start, index)),
  )
}

/** Puts back a closing quotation mark that the tagger left at the start of the next sentence. */
const mend = (sentences: readonly Token[][]): Token[][] => {
  const mended: Token[][] = []
  for (const tokens of sentences) {
    const last = mended.at(-1)
    const [first] = tokens
    if (last && first && tokens.length === 1 && first.tag === 'PUNCT') last.push(first)
    else mended.push([...tokens])
  }
  return mended
}

const cut = (tokens: readonly Token[]): Token[][] => {
  const pieces: Token[][] = []
  for (let i = 0; i < tokens.length; i += MAX_TOKENS) pieces.push(tokens.slice(i, i + MAX_TOKENS))
  return pieces
}

const place = (tokens: readonly Token[], offset: number, block: number): Sentence => {
  const placed = tokens.map((token) => ({ ...token, start: token.start + offset, end: token.end + offset }))
  return { tokens: placed, start: placed[0]?.start ?? offset, end: placed.at(-1)?.end ?? offset, block }
}

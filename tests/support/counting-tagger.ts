import type { Tag, Tagger, Token } from '../../src/core/extraction/sentences/token.ts'

/** What the rules did with the tokens of a text, counted: the same every time, where seconds are not. */
export type Work = { tagged: number; tokens: number; reads: number }

/** A tagger that counts: units of text tagged, tokens made, and how often a rule reads a token's word, lemma or tag. */
export const countingTagger = (tagger: Tagger): { tagger: Tagger; work: Work } => {
  const work: Work = { tagged: 0, tokens: 0, reads: 0 }
  class CountedToken implements Token {
    readonly #token: Token
    start: number
    end: number
    constructor(token: Token) {
      this.#token = token
      this.start = token.start
      this.end = token.end
    }
    get word(): string {
      work.reads++
      return this.#token.word
    }
    get lemma(): string {
      work.reads++
      return this.#token.lemma
    }
    get tag(): Tag {
      work.reads++
      return this.#token.tag
    }
  }
  const counting: Tagger = (prose) => {
    const sentences = tagger(prose).map((tokens) => tokens.map((token) => new CountedToken(token)))
    work.tagged += prose.length
    work.tokens += sentences.flat().length
    return sentences
  }
  return { tagger: counting, work }
}

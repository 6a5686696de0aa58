/** Part of speech, universal tag set. */
export type Tag =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE'

/** One word or sign. `start` and `end` are UTF-16 offsets into the text given to extraction. */
export type Token = {
  /** Lower case, curly quotes made straight, contractions spelt out: `n't` is `not`, `'ll` is `will`. */
  word: string
  lemma: string
  tag: Tag
  start: number
  end: number
}

/** A sentence of prose and where it stands. `block` numbers the paragraphs of the page. */
export type Sentence = { tokens: readonly Token[]; start: number; end: number; block: number }

/** Tags and cuts prose into sentences of new tokens; offsets are into the string given. Pure once loaded. */
export type Tagger = (prose: string) => Token[][]

/** Marks that part an aside from its sentence. */
export const dashes: ReadonlySet<string> = new Set(['—', '–', '--'])

/** A token read otherwise than the tagger has it. Spelt out, so that all tokens are of one make: that is quick to read. */
export const reread = (
  token: Token,
  { word = token.word, lemma = token.lemma, tag = token.tag, start = token.start, end = token.end }: Partial<Token>,
): Token => ({ word, lemma, tag, start, end })

export const wordsOf = (tokens: readonly Token[]): string[] => tokens.map((token) => token.word)

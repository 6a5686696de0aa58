/** The language of a text, and the declared one that the text itself contradicts. BCP 47. */
export type LanguageReading = { language: string; contradicted: string | null }

/** Read where nothing is declared and the text is too short to tell. */
const ASSUMED = 'en'
const PASSAGES = 8
const PASSAGE = 400
/** A language is sure that wins this share of the passages: a foreign sentence or two do not change an article's. */
const SURE = 0.6
/** Below this many words a language is sure only where its marks leave no doubt (accuracy near 1). */
const SHORT = 10
const NEAR_CERTAIN = 0.9

/**
 * Reads the language of prose from passages spread over it, with tinyld (600 KB, loaded on first use) where one is not
 * plainly English. A sure detection goes before a declaration, which templates often get wrong; else the declared language
 * stands, else English.
 */
export const readLanguage = async (prose: string, declared: string | null): Promise<LanguageReading> => {
  const detected = await detect(passagesOf(prose))
  if (detected === null) return { language: declared ?? ASSUMED, contradicted: null }
  if (declared !== null && related(primary(declared), detected)) return { language: declared, contradicted: null }
  return { language: detected, contradicted: declared }
}

/** Why an extractor of English finds nothing in a text of this language, as a sentence; null for English. */
export const notEnglish = ({ language, contradicted }: LanguageReading): string | null => {
  if (primary(language) === 'en') return null
  const despite = contradicted === null ? '' : `, though it is declared as ${contradicted}`
  return `the text is in ${nameOf(language)} (${language})${despite}; extraction reads English`
}

const primary = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? ''

/** Languages too close to be told apart by their letters; which of them it is, the publisher knows better. */
const clusters = [
  'no nb nn da',
  'sr hr bs sh',
  'id ms',
  'zh yue cmn',
  'cs sk',
  'pt gl',
  'ru be uk',
  'fil tl',
  'fa prs',
  'he iw',
  'hi mr ne',
]
const related = (one: string, other: string): boolean =>
  one === other || clusters.some((cluster) => cluster.split(' ').includes(one) && cluster.split(' ').includes(other))

const nameOf = (tag: string): string => {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

type Passage = { words: string; weight: number }

/**
 * Passages from all over a text. Capitalised words within a sentence are left out, since names belong to every language,
 * and so are runs too long for a word, in which the detector is slow.
 */
const passagesOf = (prose: string): Passage[] => {
  const step = Math.max(PASSAGE, Math.floor(prose.length / PASSAGES))
  const passages: Passage[] = []
  for (let from = 0; from < prose.length && passages.length < PASSAGES; from += step) {
    const words = prose
      .slice(from, from + PASSAGE)
      .replace(/\S{41,}/g, (run) =>
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Khmer}]/u.test(run) ? run : ' ',
      )
      .replace(/(?<=[\p{L}\p{N},;] )\p{Lu}[\p{L}’'-]*/gu, ' ')
      .replace(/[^\p{L}\p{M}’'\s-]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    if (words !== '') passages.push({ words, weight: words.length })
  }
  return passages
}

/** Words of grammar that English prose holds in every line and no other language does. */
const englishAlone: ReadonlySet<string> = new Set(
  'the and that this with from which have they their these would been were there what'.split(' '),
)
const ENOUGH_WORDS = 20
/** About one word in seven of English prose is one of these; a foreign text that quotes English stays below. */
const PLAIN = 0.08

/** Whether words in lower case are English beyond doubt, which most texts are: the detector need not be loaded for them. */
export const isPlainlyEnglish = (prose: string): boolean => {
  const words = prose.split(' ')
  return words.length >= ENOUGH_WORDS && words.filter((word) => englishAlone.has(word)).length >= PLAIN * words.length
}

type Guess = { lang: string; accuracy: number }
const CERTAINLY_ENGLISH: Guess = { lang: 'en', accuracy: 1 }

const likeliest = async (words: string): Promise<Guess | undefined> => {
  const { detectAll } = await import('tinyld')
  return detectAll(words)[0]
}

/** The language sure to be that of the passages, as an ISO 639-1 code, or null. */
const detect = async (passages: readonly Passage[]): Promise<string | null> => {
  if (passages.length === 0) return null
  const short = passages.length === 1 && (passages[0]?.words.split(' ').length ?? 0) < SHORT
  const weights = new Map<string, number>()
  let total = 0
  for (const { words, weight } of passages) {
    const best = isPlainlyEnglish(words) ? CERTAINLY_ENGLISH : await likeliest(words)
    if (!best || (short && best.accuracy < NEAR_CERTAIN)) continue
    weights.set(best.lang, (weights.get(best.lang) ?? 0) + weight)
    total += weight
  }
  const [language, weight] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? [null, 0]
  return language !== null && weight >= SURE * total ? language : null
}

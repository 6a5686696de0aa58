import { addresses } from './name-runs.ts'
import type { Tag, Token } from './token.ts'
import { wordSet } from './words.ts'

/** Verbs of saying and thinking that the tagger takes for nouns, as written. */
const nounLike =
  wordSet(`say says charge charges counter counters caution cautions posit posits whisper whispers forecast forecasts project projects estimate estimates claim claims doubt doubts bet
  bets warn warns hope hopes fear fears report reports note notes show shows price prices chair chairs place places
  back backs put puts question questions`)
const quantifiers = wordSet('some many most few others both all several')
const opensObject = new Set<Tag>(['DET', 'PRON', 'PROPN', 'NUM'])
const MAX_CAPITALS = 0.5

/**
 * Puts right what the tagger gets wrong about names and verbs of saying: in running prose a capital inside a sentence is a
 * name's ("Theresa May", "Grace Hope"), "Will" before a name is one unless a question follows, and "say" after a subject and
 * before its object is a verb.
 */
export const mendTags = (tokens: readonly Token[], prose: string): Token[] => {
  const capitals = tokens.map(({ start }) => isCapital(prose, start))
  const headline = tokens.length > 6 && capitals.filter(Boolean).length > MAX_CAPITALS * tokens.length
  const asks = tokens.at(-1)?.word === '?' || tokens.at(-2)?.word === '?'
  return tokens.map((token, i) => {
    const [before, next] = [tokens[i - 1], tokens[i + 1]]
    if (capitals[i] && !headline && isNameHere(token, before, next, asks)) return { ...token, tag: 'PROPN' }
    if (isVerbHere(token, before, next, tokens[i + 2])) return { ...token, tag: 'VERB' }
    // "Some say that": nothing follows that "some" could belong to.
    const alone = quantifiers.has(token.word) && next && isVerbHere(next, token, tokens[i + 2], tokens[i + 3])
    return alone ? { ...token, tag: 'PRON' } : token
  })
}

/** A capital before a small letter: "IMF" is none. */
const isCapital = (prose: string, at: number): boolean => {
  const [first, second] = [prose[at] ?? '', prose[at + 1] ?? '']
  return first !== first.toLowerCase() && second !== second.toUpperCase()
}

const isNameHere = (token: Token, before: Token | undefined, next: Token | undefined, asks: boolean): boolean => {
  if (!['NOUN', 'VERB', 'AUX', 'ADJ'].includes(token.tag)) return false
  if (before?.tag === 'PROPN') return token.tag !== 'NOUN' || next?.tag !== 'NOUN'
  if (before && addresses.has(before.word)) return true
  const opens = before === undefined || before.word === '"'
  return token.word === 'will' && token.tag === 'AUX' && opens && next?.tag === 'PROPN' && !asks
}

const isVerbHere = (
  { word, tag }: Token,
  before: Token | undefined,
  next: Token | undefined,
  second: Token | undefined,
): boolean => {
  if (tag !== 'NOUN' || !nounLike.has(word) || !before || !next) return false
  const plural = /[^s]s$/.test(before.word) || quantifiers.has(before.word) || before.tag === 'PRON'
  const agrees = word.endsWith('s') && !['note', 'place'].includes(word) ? !plural || before.tag === 'PROPN' : plural
  const subject = ['PROPN', 'NOUN', 'PRON'].includes(before.tag) || quantifiers.has(before.word)
  const clause = next.word === 'that' || opensObject.has(next.tag) || (next.tag === 'ADV' && second?.word === 'that')
  return subject && agrees && clause
}

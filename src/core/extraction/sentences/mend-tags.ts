import { addresses } from './name-runs.ts'
import { reread, type Tag, type Token } from './token.ts'
import { wordSet } from './words.ts'

/** Verbs of saying and thinking that the tagger takes for nouns, as written. */
const nounLike =
  wordSet(`say says charge charges counter counters caution cautions posit posits whisper whispers forecast forecasts project projects estimate estimates claim claims doubt doubts bet
  bets rate treat warn warns hope hopes fear fears report reports note notes show shows price prices chair chairs place places
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
  const headline = isHeadline(tokens, prose)
  const asks = tokens.at(-1)?.word === '?' || tokens.at(-2)?.word === '?'
  return tokens.map((token, i) => {
    const named = !headline && nameless.has(token.tag) && isCapital(prose, token.start)
    if (named && isNameHere(token, tokens[i - 1], tokens[i + 1], asks)) return reread(token, { tag: 'PROPN' })
    if (isVerbHere(tokens, i) || followsWho(tokens, i) || regards(tokens, i)) return reread(token, { tag: 'VERB' })
    if (isNounHere(tokens, i)) return reread(token, { tag: 'NOUN' })
    // "Some say that": nothing follows that "some" could belong to.
    return quantifiers.has(token.word) && isVerbHere(tokens, i + 1) ? reread(token, { tag: 'PRON' }) : token
  })
}

/** A sentence whose words mostly have capitals: a capital tells nothing there. */
const isHeadline = (tokens: readonly Token[], prose: string): boolean => {
  if (tokens.length <= 6) return false
  let capitals = 0
  for (const { start } of tokens) if (isCapital(prose, start)) capitals++
  return capitals > MAX_CAPITALS * tokens.length
}

/** A capital before a small letter: "IMF" is none. */
const isCapital = (prose: string, at: number): boolean => {
  const first = prose[at] ?? ''
  if ((first >= 'a' && first <= 'z') || first === first.toLowerCase()) return false
  const second = prose[at + 1] ?? ''
  return second !== second.toUpperCase()
}

/** Tags that a word with a capital may have got for a name's. */
const nameless = new Set<Tag>(['NOUN', 'VERB', 'AUX', 'ADJ'])

const isNameHere = (token: Token, before: Token | undefined, next: Token | undefined, asks: boolean): boolean => {
  if (before?.tag === 'PROPN') return token.tag !== 'NOUN' || next?.tag !== 'NOUN'
  if (before && addresses.has(before.word)) return true
  const opens = before === undefined || before.word === '"'
  return token.word === 'will' && token.tag === 'AUX' && opens && next?.tag === 'PROPN' && !asks
}

const verbLike = wordSet(
  'cut split bid hike win rise rally vote drop fall hit swing spread surge slide slump debate rescue',
)
const singles = wordSet('a an another this that any no one each every')
const followers = new Set<Tag>(['ADP', 'AUX', 'PUNCT', 'SCONJ'])
/** "A rate cut in December": one rate cuts, it does not cut. */
const isNounHere = (tokens: readonly Token[], i: number): boolean => {
  const [before, token, next] = [tokens[i - 1], tokens[i], tokens[i + 1]]
  if (token?.tag !== 'VERB' || !verbLike.has(token.word) || before?.tag !== 'NOUN' || before.word.endsWith('s'))
    return false
  const opens =
    singles.has(tokens[i - 2]?.word ?? '') || (tokens[i - 2]?.tag === 'ADJ' && singles.has(tokens[i - 3]?.word ?? ''))
  return opens && next !== undefined && followers.has(next.tag)
}

/** "Diplomats in Geneva regard a deal as": no noun takes an object. */
const regards = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.word === 'regard' && i > 0 && tokens[i - 1]?.tag !== 'ADP' && opensObject.has(tokens[i + 1]?.tag ?? 'X')

/** "The ministers who ring her": a noun cannot stand between "who" and an object. */
const followsWho = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.tag === 'NOUN' && tokens[i - 1]?.word === 'who' && ['DET', 'PRON'].includes(tokens[i + 1]?.tag ?? '')

const isVerbHere = (tokens: readonly Token[], i: number): boolean => {
  const token = tokens[i]
  if (token?.tag !== 'NOUN' || !nounLike.has(token.word)) return false
  const { word } = token
  const [before, next, second] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]]
  if (!before || !next) return false
  const plural = /[^s]s$/.test(before.word) || quantifiers.has(before.word) || before.tag === 'PRON'
  const agrees = word.endsWith('s') && !['note', 'place'].includes(word) ? !plural || before.tag === 'PROPN' : plural
  const subject = ['PROPN', 'NOUN', 'PRON'].includes(before.tag) || quantifiers.has(before.word)
  const clause = next.word === 'that' || opensObject.has(next.tag) || (next.tag === 'ADV' && second?.word === 'that')
  return subject && agrees && clause
}

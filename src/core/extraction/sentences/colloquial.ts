import { reread, type Token } from './token.ts'
import { wordSet } from './words.ts'

const coming = wordSet('coming going getting leaving')
const quantifiers = wordSet('some many most few others all both several those these')

/**
 * Puts colloquial and short verb groups in full, token by token: "gonna" is "going to", the 's of "the kid's gonna" and of
 * "an attack's coming" is a verb, and so is the will of "some will not".
 */
export const inFull = (tokens: readonly Token[]): readonly Token[] => {
  const verbs = tokens.map((token, i) => verbOf(token, tokens, i))
  return verbs.some(isGonna) ? verbs.flatMap((token) => (isGonna(token) ? goingTo(token) : token)) : verbs
}

const verbOf = (token: Token, tokens: readonly Token[], i: number): Token => {
  if (token.word === "'s" && token.tag === 'PART' && isCopula(tokens, i))
    return reread(token, { word: 'is', lemma: 'be', tag: 'AUX' })
  if (token.word === 'will' && token.tag === 'NOUN' && isShortWill(tokens, i)) return reread(token, { tag: 'AUX' })
  return token
}

const isGonna = ({ word }: Token): boolean => word === 'gonna'
const goingTo = (token: Token): Token[] => {
  const cut = token.start + 3
  return [
    { word: 'going', lemma: 'go', tag: 'VERB', start: token.start, end: cut },
    { word: 'to', lemma: 'to', tag: 'PART', start: cut, end: token.end },
  ]
}

/** "the kid's gonna", "an attack's coming."; "the year's coming elections" is a genitive. */
const isCopula = (tokens: readonly Token[], i: number): boolean => {
  const [next, second] = [tokens[i + 1], tokens[i + 2]]
  if (next?.word === 'gonna') return true
  if (!coming.has(next?.word ?? '') && !(next?.word === 'not' && coming.has(second?.word ?? ''))) return false
  const after = next?.word === 'not' ? tokens[i + 3] : second
  return after === undefined || ['PUNCT', 'ADP', 'PART', 'ADV', 'SCONJ', 'CCONJ'].includes(after.tag)
}

/** "Some will.", "many will not survive it": a verb, as nothing owns a will here. */
const isShortWill = (tokens: readonly Token[], i: number): boolean => {
  const next = tokens[i + 1]
  return (
    quantifiers.has(tokens[i - 1]?.word ?? '') &&
    (next === undefined || ['PUNCT', 'VERB', 'AUX', 'PART', 'ADV'].includes(next.tag)) &&
    next?.word !== 'to'
  )
}

import { levelAt, type NumberMatch } from '../../lexicon/numbers.ts'
import { wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, lastVerbBefore, type Reading } from './cue.ts'

/** Numbers put on what is to come, where the number needs no word of likelihood beside it. */
export const estimateCues = (reading: Reading, i: number): Cue[] => {
  const found =
    putting(reading, i) ?? giving(reading, i) ?? standing(reading, i) ?? saying(reading, i) ?? reckoning(reading, i)
  return found ? [found] : []
}

const puttingVerbs = wordSet('put place set rate estimate reckon assess rank judge peg price quote')
const chances = wordSet('chance chances probability likelihood odds prospect prospects risk possibility')
const things = wordSet('it that this them')

export const estimateStarts = (): readonly string[] => [...puttingVerbs, ...givers, ...chances, ...reckoners, 'i']

/** "I put the chance that X passes at two in three", "she puts the odds of X at 60 percent", "I would put that at". */
const putting = ({ tokens, words }: Reading, i: number): Cue | null => {
  const token = tokens[i]
  if (token?.tag !== 'VERB' || !puttingVerbs.has(token.lemma)) return null
  const pronoun = things.has(words[i + 1] ?? '') && words[i + 2] === 'at'
  const noun = pronoun ? i + 1 : words.findIndex((word, k) => k > i && k < i + 5 && chances.has(word))
  if (noun < 0 || !['that', 'of', 'for', 'at'].includes(words[noun + 1] ?? '')) return null
  for (let at = noun + 1; at < Math.min(words.length, noun + 40); at++) {
    if ([';', ':', '.'].includes(words[at] ?? '')) break
    const number = words[at] === 'at' ? levelAt(words, skipHedge(words, at + 1)) : null
    if (!number) continue
    const denied = words.slice(noun, at).some((word) => word === 'not' || word === 'never')
    return numbered(i, i, number, denied)
  }
  return null
}

const numbered = (at: number, from: number, number: NumberMatch, denied = false): Cue => ({
  ...cueOf('attitude', at, { phrase: 'chance', from: Math.min(from, number.from), to: number.to }, number.to - 1),
  phrase: `micro:${number.micro}`,
  polarity: denied ? '-' : '+',
})

const hedges = wordSet(
  'about around roughly only just perhaps maybe nearly over under " , what say at better than some',
)
/** "at roughly", "at “": what may stand before the number. */
const skipHedge = (words: readonly string[], i: number): number => {
  let at = i
  while (at < i + 4 && hedges.has(words[at] ?? '')) at++
  return at
}

const givers = wordSet('give make')
const terms = wordSet('day days week weeks month months year years fortnight decade')

/** "Her doctors give her six months", "I give it three years". */
const isTerm = ({ tokens, words }: Pick<Reading, 'tokens' | 'words'>, i: number): boolean => {
  if (words[i] !== 'give' && words[i] !== 'gives') return false
  const receiver = ['it', 'him', 'her', 'them', 'us', 'me', 'you'].includes(words[i + 1] ?? '')
  if (!receiver) return isGivenTerm({ tokens, words }, i)
  const from = ['another', 'only', 'at', '"'].includes(words[i + 2] ?? '') ? i + 3 : i + 2
  const counted = tokens[from]?.tag === 'NUM' || words[from] === 'a'
  return receiver && counted && i > 0 && words.slice(from + 1, from + 3).some((word) => terms.has(word))
}

const counts = wordSet(
  'poll polls projection projections model models forecast forecasts swing count survey declarations returns tally',
)
const outcomes = wordSet('majority landslide victory win seats')
/** "The swing gives the Parti a comfortable majority", "the exit poll gives them 230 seats". */
const isOutcome = ({ tokens, words }: Pick<Reading, 'tokens' | 'words'>, i: number): boolean => {
  if (
    !['give', 'gives'].includes(words[i] ?? '') ||
    !words.slice(Math.max(0, i - 12), i).some((word) => counts.has(word))
  )
    return false
  const outcome = words.findIndex((word, k) => k > i + 1 && k < i + 10 && outcomes.has(word))
  return (
    outcome > 0 &&
    !tokens.slice(i + 1, outcome).some(({ tag }) => ['VERB', 'AUX', 'PUNCT', 'SCONJ', 'ADP'].includes(tag))
  )
}

const judges = wordSet(
  'i we he she they pundits insiders analysts experts bookmakers bookies doctors wags cynics sceptics who',
)
/** "I give the marriage three years", "few give the coalition six months": how long it has; not "to finish". */
const isGivenTerm = ({ tokens, words }: Pick<Reading, 'tokens' | 'words'>, i: number): boolean => {
  const subject = tokens[i - 1]
  if (
    !subject ||
    !(judges.has(subject.word) || subject.tag === 'PROPN') ||
    !/^(?:the|this|that|his|her|its|their)$/.test(words[i + 1] ?? '')
  )
    return false
  const unit = words.findIndex((word, k) => k > i + 3 && k < i + 12 && terms.has(word))
  if (unit < 0 || tokens.slice(i + 2, unit).some(({ tag }) => ['VERB', 'AUX', 'PUNCT', 'SCONJ'].includes(tag)))
    return false
  const counted = tokens[unit - 1]?.tag === 'NUM' || ['a', 'few', 'another'].includes(words[unit - 1] ?? '')
  return counted && !['to', 'of', 'off', "'"].includes(words[unit + 1] ?? '') && !/s$/.test(words[i + 2] ?? '')
}

/** "I give them 40 per cent", "the bookmakers make it 80 per cent that". */
const giving = ({ tokens, words }: Reading, i: number): Cue | null => {
  const token = tokens[i]
  if (token?.tag !== 'VERB' || !givers.has(token.lemma)) return null
  if (isOutcome({ tokens, words }, i) || isTerm({ tokens, words }, i))
    return cueOf('attitude', i, { phrase: 'expected', from: i, to: i + 1 }, i)
  for (let k = i + 1; k < Math.min(words.length, i + 6); k++) {
    const number = tokens[k]?.tag === 'NUM' ? levelAt(words, k) : null
    if (!number) continue
    const next = words[number.to] ?? '.'
    // "They make 40 per cent of the cars": a share of things.
    const told =
      token.lemma === 'make' ? words[i + 1] === 'it' && next === 'that' : !['of', 'more', 'less'].includes(next)
    const spread = words.slice(i + 1, k).some((word) => chances.has(word) || word === 'to')
    return told && !spread && k > i + 1 ? numbered(i, i, number) : null
  }
  return null
}

/** "The likelihood of its holding is, what, one in twenty": a noun of likelihood, then its number. */
const standing = ({ words, tokens }: Reading, i: number): Cue | null => {
  if (!chances.has(words[i] ?? '') || !['of', 'that', 'for'].includes(words[i + 1] ?? '')) return null
  for (let k = i + 3; k < Math.min(words.length, i + 22); k++) {
    if (!['is', 'are', 'stands', 'stand'].includes(words[k] ?? '')) continue
    const close = words[k + 1] === ',' ? words.indexOf(',', k + 2) : -1
    const number =
      levelAt(words, skipHedge(words, k + 1)) ?? (close > 0 ? levelAt(words, skipHedge(words, close)) : null)
    if (number && tokens[k + 1]?.tag !== 'NOUN') return { ...numbered(k, k + 1, number), kind: 'noun' }
  }
  return null
}

const reckoners = wordSet('reckon guess figure')
/** "I reckon four, five at a push": an answer that is a figure. */
const reckoning = ({ tokens, words }: Reading, i: number): Cue | null => {
  if (!reckoners.has(words[i] ?? '') || (words[i - 1] !== 'i' && words[i - 2] !== 'i')) return null
  const from = skipHedge(words, i + 1)
  const ends = ['.', ',', ';', 'by', 'in', 'at', 'or', undefined].includes(words[from + 1])
  if (tokens[from]?.tag !== 'NUM' || !ends || levelAt(words, from)) return null
  return { ...cueOf('attitude', i, { phrase: 'better-than-even', from: i, to: i + 1 }, from), kind: 'predicate' }
}

/** "I would say seventy per cent": an answer that is a number. */
const saying = ({ tokens, words }: Reading, i: number): Cue | null => {
  if (words[i] !== 'i' || tokens[i + 1]?.word !== 'would' || words[i + 2] !== 'say') return null
  const number = levelAt(words, skipHedge(words, i + 3))
  const ends = number && ['.', ',', ';', undefined].includes(words[number.to])
  return number && ends ? { ...numbered(i + 1, i + 1, number), kind: 'predicate' } : null
}

export const secondNumberStarts: readonly string[] = ['and', 'but']

/** "a 60 per cent chance of a glut and one in five of a really ugly one": a second number under the first. */
export const secondNumberCues = ({ tokens, words }: Reading, i: number): Cue[] => {
  if (words[i] !== 'and' && words[i] !== 'but') return []
  const from = skipHedge(words, words[i + 1] === 'a' ? i + 2 : i + 1)
  const number = tokens[from]?.tag === 'NUM' ? levelAt(words, from) : null
  if (!number || !['of', 'that'].includes(words[number.to] ?? '')) return []
  const first = words.slice(Math.max(0, i - 24), i)
  const counted = first.some((noun) => chances.has(noun)) && first.some((_, k) => levelAt(first, k) !== null)
  return counted ? [{ ...numbered(lastVerbBefore(tokens, i) ?? i, from, number), at: from, kind: 'noun' as const }] : []
}

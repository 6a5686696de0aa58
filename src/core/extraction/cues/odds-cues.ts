import { formAt } from '../../lexicon/match.ts'
import { toMicro } from '../../probability.ts'
import type { Token } from '../sentences/token.ts'
import { wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'
import { isViewer, subjectTokens } from './viewers.ts'

const makers = wordSet('make have list quote price rate install offer')
const givers = wordSet('give')
const holders = wordSet('hold see offer')
const copulas = wordSet('is are remain remains')
/** A sentence without one of these words or lemmas gives no odds. */
export const oddsStarts: readonly string[] = [...makers, ...givers, ...holders, ...copulas]

/** "make his side 2-1 to win", "is 5-2 to go up", "gives the appeal little chance". */
export const oddsCues = (reading: Reading, i: number, { lemma, word, tag }: Token): Cue[] => {
  if (givers.has(lemma)) return givenChance(reading, i) ?? []
  if (holders.has(lemma) && isFew(reading, i)) return heldChance(reading, i) ?? []
  if (makers.has(lemma) && (tag === 'VERB' || lemma === 'have')) return made(reading, i) ?? []
  return copulas.has(word) ? standing(reading, i) : []
}

type Odds = { p: number; from: number; to: number }

/** "2-1", "9/4", "4–6 on": the chance that odds against, or on, stand for. */
export const oddsAt = (words: readonly string[], i: number): Odds | null => {
  const joined = /^(\d{1,3})[-/](\d{1,3})$/.exec(words[i] ?? '')
  const parted = ['-', '–', '/', 'to'].includes(words[i + 1] ?? '') && small.test(words[i] ?? '')
  const pair = joined
    ? [joined[1], joined[2]]
    : parted && small.test(words[i + 2] ?? '')
      ? [words[i], words[i + 2]]
      : null
  if (!pair) return null
  const [against, stake] = [Number(pair[0]), Number(pair[1])]
  if (against + stake === 0 || against + stake === 100) return null
  const end = i + (joined ? 1 : 3)
  const on = words[end] === 'on' && !['the', 'a', 'its', 'his', 'her', 'their'].includes(words[end + 1] ?? '')
  const p = on && against > stake ? against / (against + stake) : stake / (against + stake)
  return { p, from: i, to: on ? end + 1 : end }
}
const small = /^\d{1,3}$/

const favourites = wordSet('favourite favourites favorite favorites outsider outsiders shot shots chance')
/** What may follow odds; "a 3-1 lead" is a score. */
const closes = ({ tokens, words }: Reading, to: number): boolean => {
  const next = tokens[to]
  if (next === undefined || next.tag === 'PUNCT' || next.tag === 'CCONJ' || favourites.has(next.word)) return true
  return words[to] === 'to' ? ['VERB', 'AUX'].includes(tokens[to + 1]?.tag ?? '') : next.word === 'for'
}

const numbered = (at: number, from: number, { p, to }: Odds): Cue => ({
  ...cueOf('attitude', at, { phrase: 'chance', from, to }, to - 1),
  phrase: `micro:${toMicro(p)}`,
})

const bookmaking = wordSet(`bookmaker bookmakers bookie bookies oddsmaker oddsmakers exchange exchanges market markets
  sportsbook sportsbooks layers punters bettors handicapper handicappers i we`)

/** "make the French side 2-7 favourites", "have her at 5-2", "I make them favourites". */
const made = (reading: Reading, i: number): Cue[] | null => {
  const { tokens, words } = reading
  const subject = subjectTokens(reading, i)
  const near = [...subject, ...tokens.slice(Math.max(0, i - 9), i)]
  if (!near.some(({ word }) => bookmaking.has(word))) return null
  for (let k = i + 2; k < Math.min(words.length, i + 9); k++) {
    if (['VERB', 'AUX', 'SCONJ'].includes(tokens[k]?.tag ?? '') || [',', ';', '.'].includes(words[k] ?? '')) return null
    const odds = oddsAt(words, k)
    if (odds) return closes(reading, odds.to) ? [numbered(i, i, odds)] : null
    const plain = /^favou?rites?$/.test(words[k] ?? '') && tokens[i]?.lemma === 'make'
    if (plain && !['in', 'of', 'among'].includes(words[k + 1] ?? ''))
      return [cueOf('attitude', i, { phrase: 'likely', from: i, to: k + 1 }, k)]
  }
  return null
}

/** "is 5-2 to go up", "are 1-3 favourites". */
const standing = (reading: Reading, i: number): Cue[] => {
  const { words } = reading
  const at = ['now', 'still', 'only', 'already'].includes(words[i + 1] ?? '') ? i + 2 : i + 1
  const odds = oddsAt(words, words[at] === 'at' ? at + 1 : at)
  if (!odds) return []
  const told = words[odds.to] === 'to' || favourites.has(words[odds.to] ?? '')
  return told && closes(reading, odds.to) ? [{ ...numbered(i, odds.from, odds), kind: 'predicate' }] : []
}

const forms = wordSet('give gives giving')
const granted = wordSet('chance chances prospect prospects hope odds likelihood')

/** "give it little chance", "gives the appeal no hope at all"; "gives him no chance to reply" is of an opening. */
const givenChance = (reading: Reading, i: number): Cue[] | null => {
  const { tokens, words } = reading
  if (!forms.has(words[i] ?? '') || !isViewer(reading, i)) return null
  for (let k = i + 2; k < Math.min(words.length, i + 9); k++) {
    if (['VERB', 'AUX', 'SCONJ', 'PUNCT'].includes(tokens[k]?.tag ?? '')) return null
    const form = formAt(words, k, 'noun')
    const any = ['any', 'much'].includes(words[k] ?? '') ? k + 1 : k
    const bare = form === null && any > k && granted.has(words[any] ?? '')
    if (bare && isFew(reading, i)) return [cueOf('attitude', i, { phrase: 'little-chance', from: i, to: any + 1 }, any)]
    if (!form || form.phrase === 'chance' || !granted.has(words[form.to - 1] ?? '')) continue
    return words[form.to] === 'to' ? null : [cueOf('attitude', i, form, form.to - 1)]
  }
  return null
}

/** "Few hold out much hope of a deal", "nobody sees any chance of it". */
const heldChance = ({ words }: Reading, i: number): Cue[] | null => {
  const any = words[i + 1] === 'out' ? i + 2 : i + 1
  const noun = ['much', 'any'].includes(words[any] ?? '') ? any + 1 : any
  if (noun === any || !granted.has(words[noun] ?? '')) return null
  return [cueOf('attitude', i, { phrase: 'little-chance', from: i, to: noun + 1 }, noun)]
}

/** "Few give him any chance", "nobody gives them much hope". */
const isFew = (reading: Reading, i: number): boolean =>
  subjectTokens(reading, i).some(({ word }) => ['few', 'nobody', 'none', 'no'].includes(word))

import { type Claim, wordAt } from '../claims/claim.ts'
import { clauseAt } from '../clauses/clause.ts'
import { bareEvents, commandedAt } from '../cues/commanded.ts'
import { placesOf } from '../sentences/phrases.ts'
import { wordSet } from '../sentences/words.ts'

const indefinite = wordSet('a an another any further such one more fresh renewed')
const always = wordSet('another any further such fresh renewed')
const amounts =
  wordSet(`third quarter half number majority minority lot few couple dozen handful hundred thousand million
  spokesman spokeswoman spokesperson share percentage series`)

type Place = { from: number; to: number }

/**
 * Conditions without a conjunction: "a wet summer would ruin it" (if there is one), "raise the fare and they will drive",
 * "one more injury and it will be over", "the longer it lasts, the likelier it is". Null when there is none.
 */
export const supposedSubject = (claim: Claim): Place | null =>
  commandedAt(claim.reading, claim.cue.at) ??
  compared(claim) ??
  unrealSubject(claim) ??
  threatens(claim) ??
  eitherWay(claim)

/** Things that happen or fail to: as a bare or indefinite subject they are supposed. */
const happenings =
  wordSet(`loss losses win victory defeat draw miss sweep takeover merger split ruling verdict acquittal conviction delay
  failure success collapse default cut cuts rise hike increase decline fall drop slump downturn recession crash spike shock
  surge squeeze shortage drought flood storm heatwave freeze frost strike strikes war peace truce ceasefire deal
  agreement compromise breakthrough breakdown walkout boycott ban veto rejection approval referral appeal retrial
  rematch run-off runoff election vote resignation departure return revolt coup scandal leak outbreak introduction
  injury relapse rally rout devaluation downgrade upgrade inquiry investigation invasion attack escalation blockade
  thaw winter summer autumn spring season year majority landslide shutdown closure withdrawal`)
const isHappening = (word: string): boolean =>
  happenings.has(word) || (/^[a-z]{4,16}(?:tion|sion|ment)$/.test(word) && !notHappenings.has(word))
const notHappenings = wordSet(`nation station department government parliament apartment ministration population
  corporation association organisation organization institution foundation federation section document element
  instrument moment garment basement pension mansion mission commission television version generation regiment
  administration delegation establishment settlement session permission`)

const presentReports = wordSet(
  'say says warn warns think thinks argue argues believe believes reckon reckons predict predicts fear fears expect expects',
)

/** "Another defeat would end his career", "a loss at trial could": an event that need not come, as the subject. */
const unrealSubject = ({ reading, cue, chain }: Claim): Place | null => {
  const { tokens, asides, words } = reading
  const modal = words.slice(0, cue.verb + 1).findLastIndex((word) => unrealModals.has(word))
  if (modal < cue.at || modal < 0) return null
  const from = clauseAt(tokens, asides, modal).core
  const start = words[from] === 'even' ? from + 1 : from
  const to = subjectEnd(reading, start, modal)
  const rest = words.slice(start, to)
  const first = wordAt(reading, start)
  if (
    to === start ||
    rest.length < modal - start - 2 ||
    (first !== 'anything' && rest.some((word) => amounts.has(word)))
  )
    return null
  const happens = rest.some(
    (word, k) => isHappening(word) && !(rest[k + 1] !== undefined && isNoun(reading, start + k + 1)),
  )
  // In a report "would" may be the "will" of what was said: only a thing that is plainly not there yet counts.
  const reported = (chain.length > 0 || modal > cue.at) && !presentReports.has(chain[0]?.word ?? 'say')
  if (first === 'anything') return bounds.has(words[start + 1] ?? '') ? { from, to } : null
  if (to - start === 1)
    return modal === start + 1 && words[modal] === 'would' && bareEvents.has(first) && !reported ? { from, to } : null
  if (always.has(first)) return words[modal] === 'would' || happens ? { from, to } : null
  if (start > from && indefinite.has(first)) return { from, to }
  if (reported || !indefinite.has(first)) return null
  return (words[modal] === 'would' && chain.length === 0) || happens ? { from, to } : null
}
const unrealModals = wordSet('would could might may')
const bounds = wordSet('under over above below less more short beyond')
const isNoun = ({ tokens }: Claim['reading'], k: number): boolean => ['NOUN', 'PROPN'].includes(tokens[k]?.tag ?? '')

const parts = ['DET', 'ADJ', 'NOUN', 'NUM', 'ADV', 'ADP', 'PROPN', 'SYM']
/** A word of a noun phrase that opens at `from`; "hung" in "a hung jury" too. */
const isNominalPart = (tokens: Claim['reading']['tokens'], from: number, k: number): boolean => {
  const tag = tokens[k]?.tag ?? ''
  if (tag === 'VERB') return ['DET', 'ADJ'].includes(tokens[k - 1]?.tag ?? '') && tokens[k + 1]?.tag === 'NOUN'
  return parts.includes(tag) || (tag === 'PRON' && k === from)
}

/** Where the noun phrase that opens at `from` ends, in front of the modal. */
const subjectEnd = ({ tokens }: Claim['reading'], from: number, modal: number): number => {
  let to = from
  while (to < modal && isNominalPart(tokens, from, to)) to++
  while (to > from + 1 && tokens[to - 1]?.tag === 'ADV') to--
  return to
}

/** "Another winter threatens to finish the town": a verb of threat or promise in place of the modal. */
const threatens = ({ reading, cue }: Claim): Place | null => {
  const { words, tokens } = reading
  const verb = words.findIndex(
    (word, k) => k >= cue.from - 1 && k <= cue.verb && (word === 'threatens' || word === 'promises'),
  )
  if (verb < 2 || words[verb + 1] !== 'to') return null
  let from = verb - 1
  while (from > 0 && !['PUNCT', 'CCONJ', 'SCONJ', 'VERB', 'AUX'].includes(tokens[from - 1]?.tag ?? 'PUNCT')) from--
  return always.has(words[from] ?? '') || words[from] === 'one' ? { from, to: verb } : null
}

/** "delay or no delay", "deal or no deal", "rain or shine", "win or lose": it makes no odds. */
const eitherWay = ({ reading: { words } }: Claim): Place | null => {
  const or = placesOf(words, 'or').find((k) => k > 0 && isPair(words, k))
  return or === undefined ? null : { from: or - 1, to: words[or + 1] === 'no' ? or + 3 : or + 2 }
}
const isPair = (words: readonly string[], or: number): boolean =>
  (words[or + 1] === 'no' && words[or + 2] === words[or - 1]) ||
  ['rain or shine', 'win or lose', 'hit or miss'].includes(words.slice(or - 1, or + 2).join(' '))

/** "The longer the drought lasts, the more likely": the first half of a comparison that grows with it. */
const compared = ({ reading, clause, cue }: Claim): Place | null => {
  const { tokens, words } = reading
  const start = Math.min(clause.start, cue.from)
  for (let k = Math.max(1, start - 25); k < Math.min(tokens.length, cue.to + 2); k++) {
    if (words[k] !== ',' || words[k + 1] !== 'the' || !isComparative(words[k + 2])) continue
    for (let from = k - 1; from >= 0 && k - from < 25; from--)
      if (words[from] === 'the' && isComparative(words[from + 1])) return { from, to: k }
  }
  return null
}
const isComparative = (word: string | undefined): boolean =>
  word === 'more' ||
  word === 'less' ||
  word === 'worse' ||
  (word !== undefined && word.length > 4 && word.endsWith('er'))

import type { Reading } from '../cues/cue.ts'
import { calendarNames, wordSet } from '../sentences/words.ts'
import { lightWords, participleOnly, samePasts, simplePasts } from './verb-forms.ts'

const nominal = new Set(['NOUN', 'PROPN', 'PRON', 'NUM'])
const relatives = wordSet('who which that what')
const helpers = wordSet(`be been being is are am was were have has had having do does did will would could may might can
  should must shall get gets got to`)

/**
 * Whether the verb at `i` is finite and in the past: it has a past form, a subject or a verb that it is joined to stands
 * before it, and it does not describe the noun before it.
 */
export const isSimplePast = (reading: Reading, i: number): boolean => {
  const { tokens, words } = reading
  const word = words[i] ?? ''
  const same = samePasts.has(word)
  if (participleOnly.has(word) || !(same || (isPastWord(word) && !(word.endsWith('ed') && word === tokens[i]?.lemma))))
    return false
  let b = i - 1
  // "The south came": an adverb to the tagger, a noun behind its article.
  while (b >= 0 && (tokens[b]?.tag === 'ADV' || lightWords.has(words[b] ?? '')) && tokens[b - 1]?.tag !== 'DET') b--
  const before = tokens[b]
  if (!before || helpers.has(before.word) || (same && !takesSame(reading, b, i))) return false
  if (before.tag === 'CCONJ' || before.word === ',') return isJoined(reading, b)
  if (relatives.has(before.word)) return true
  const subject =
    nominal.has(before.tag) ||
    (before.tag === 'ADV' && tokens[b - 1]?.tag === 'DET') ||
    [')', '"', '%', 'all', 'both', 'others', 'some', 'many', 'most', 'each'].includes(before.word)
  return subject && !describes(reading, b, i)
}

const plural = wordSet('they we you i people police both others')
/** "The bank cut rates": a present would have an s. Behind a plural only words of the past tell, so it is left. */
const takesSame = ({ tokens, words }: Reading, b: number, i: number): boolean => {
  const before = words[b] ?? ''
  if (plural.has(before) || before === 'to' || (tokens[b]?.tag === 'NOUN' && /[^s]s$/.test(before))) return false
  return ['DET', 'NUM', 'NOUN', 'PROPN', 'ADP', 'PRON', 'ADJ'].includes(tokens[i + 1]?.tag ?? '')
}

/** "The board met and fired him", "the board, which met in May, fired him": a subject stands before the joint. */
const isJoined = (reading: Reading, joint: number): boolean =>
  reading.words[joint] === ','
    ? closesAside(reading, joint) || (followsPast(reading, joint) && opensList(reading, joint + 1))
    : followsPast(reading, joint)

const followsPast = ({ tokens, words }: Reading, joint: number): boolean => {
  for (let k = joint - 1; k >= 0 && !strong.has(words[k] ?? ''); k--)
    if (isTensed({ tokens, words }, k)) return isPastWord(words[k] ?? '')
  return false
}
const isTensed = ({ tokens, words }: Pick<Reading, 'tokens' | 'words'>, k: number): boolean =>
  tokens[k]?.tag === 'AUX' || (tokens[k]?.tag === 'VERB' && words[k - 1] !== 'to' && !words[k]?.endsWith('ing'))
const strong = wordSet('; : — –')

/** "Took the town in March, lost it in June and retook it": an object follows, and another verb behind an "and". */
const opensList = ({ tokens, words }: Reading, verb: number): boolean => {
  if (!['DET', 'PRON', 'PROPN', 'NUM'].includes(tokens[verb + 1]?.tag ?? '')) return false
  for (let k = verb + 1; k < tokens.length && !strong.has(words[k] ?? ''); k++)
    if (words[k] === 'and') return isPastWord(words[k + 1] ?? '')
  return false
}

/** An aside closes at the comma: what stands before it is a subject without its verb. */
const closesAside = ({ tokens, words }: Reading, comma: number): boolean => {
  for (let k = comma - 1; k > 0 && !strong.has(words[k] ?? ''); k--) {
    if (words[k] !== ',') continue
    return (
      nominal.has(tokens[k - 1]?.tag ?? '') &&
      tokens[k + 1]?.tag !== 'AUX' &&
      tokens[k + 1]?.tag !== 'CCONJ' &&
      !hasFinite(tokens, words, k)
    )
  }
  return false
}
/** Whether a tensed verb stands before token `to` in its stretch between marks. */
const hasFinite = (tokens: Reading['tokens'], words: readonly string[], to: number): boolean => {
  for (let k = to - 1; k >= 0; k--) {
    if ([';', ':', ',', '—', '–'].includes(words[k] ?? '')) return false
    if (tokens[k]?.tag === 'AUX' || isPastWord(words[k] ?? '')) return true
  }
  return false
}
export const isPastWord = (word: string): boolean =>
  word.endsWith('ed') ||
  simplePasts.has(word) ||
  samePasts.has(word) ||
  (word.startsWith('re') && simplePasts.has(word.slice(2))) ||
  ['was', 'were', 'has', 'have', 'had', 'did'].includes(word)

const opensClause =
  wordSet(`, ; : . ? ! — – ( ) " that which who whom whose when where while although though because after before as if
  unless until since so than what how why whether and but or nor yet`)
const objects = new Set(['DET', 'PROPN', 'NUM', 'PRON'])
/** "The deal signed in May collapsed": another tensed verb follows in the same stretch, so this one describes its noun. */
const describes = ({ tokens, words }: Reading, b: number, i: number): boolean => {
  const word = words[i] ?? ''
  if (tokens[b]?.tag === 'PRON' || (simplePasts.has(word) && !bothForms.has(word))) return false
  if (words[i + 1] === 'by' || (words[i + 3] === 'by' && isTimeOpening(words[i + 1] ?? ''))) return true
  if (objects.has(tokens[i + 1]?.tag ?? '') && !isTimeOpening(words[i + 1] ?? '')) return false
  for (let k = i + 1; k < tokens.length; k++) {
    if (opensClause.has(words[k] ?? '') && !opensTime(tokens, k)) break
    if (tokens[k]?.tag === 'AUX' || (hidden.has(words[k] ?? '') && nominal.has(tokens[k - 1]?.tag ?? ''))) return true
    if (tokens[k]?.tag !== 'VERB' || words[k - 1] === 'to' || (words[k] ?? '').endsWith('ing')) continue
    if (isPastWord(words[k] ?? '') || (words[k] ?? '').endsWith('s')) return nominal.has(tokens[k - 1]?.tag ?? '')
  }
  return hasFinite(tokens, words, i) && !isClauseVerbBefore({ tokens, words }, i)
}
/** "Announced since 2022": a time, no clause. */
const opensTime = (tokens: Reading['tokens'], k: number): boolean =>
  timely.has(tokens[k]?.word ?? '') && (tokens[k + 1]?.tag === 'NUM' || calendarNames.has(tokens[k + 1]?.word ?? ''))
const timely = wordSet('since before after until as')
/** Verbs in the present that the tagger takes for nouns. */
const hidden = wordSet('remains stands holds lies means looks needs costs works runs')
const isTimeOpening = (word: string): boolean =>
  /^(?:last|this|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(word)

const embedding =
  wordSet(`said says say told tells announced confirmed reported reports claimed claims showed shows found ruled added admitted
  denied insisted argued argues noted knew revealed heard learned believe believes believed think thinks thought warned`)
/** "Officials said the bridge collapsed": the tensed verb before governs this one's clause. */
const isClauseVerbBefore = ({ tokens, words }: Pick<Reading, 'tokens' | 'words'>, i: number): boolean => {
  for (let k = i - 1; k >= 0 && !opensClause.has(words[k] ?? ''); k--) {
    if (tokens[k]?.tag === 'AUX') return false
    if (tokens[k]?.tag === 'VERB') return embedding.has(words[k] ?? '')
  }
  return true
}
/** Irregular forms that are past and participle alike. */
const bothForms =
  wordSet(`made held sold sent built bought brought caught found fought kept led left lost paid said told won taught thought
  understood read laid lent spent shot struck stuck swept hung dealt felt heard met sought wound fed bound heldup`)

import { isNominal } from '../clauses/clause-openings.ts'
import type { Reading } from '../cues/cue.ts'
import { isDocument } from '../cues/instruments.ts'
import { dashes } from '../sentences/token.ts'
import { wordSet } from '../sentences/words.ts'
import { colonAt, type SpeechTag } from './colon-tags.ts'
import { type Act, clauseWords, isPastForm, verbAct } from './saying-words.ts'
import { agentAfter, isEvidence } from './sayings.ts'
import { type Cast, type Speaker, speakerIn } from './speaker.ts'
import { bounds, isBound, scopeAround, viewScope } from './tag-scope.ts'
import { hearingAt, viewAt } from './viewpoint-tags.ts'

/** The tags of a sentence. */
export const speechTags = (cast: Cast, reading: Reading): SpeechTag[] => {
  const tags: SpeechTag[] = []
  for (let i = 0; i < reading.tokens.length; i++) {
    const tag =
      parentheticalAt(cast, reading, i) ??
      accordingAt(cast, reading, i) ??
      viewAt(cast, reading, i) ??
      hearingAt(cast, reading, i) ??
      colonAt(cast, reading, i)
    if (tag && tag.speaker?.kind !== 'author') tags.push(tag)
  }
  const opening = forAt(cast, reading)
  return opening ? [...tags, opening] : tags
}

const MAX_TAG = 14
const having = wordSet('has have had')

/** "…, Roe, an engineer, told me, …" and "…, says Roe, …": a verb of saying or thinking, set apart, without a clause of its own. */
const parentheticalAt = (cast: Cast, reading: Reading, verb: number): SpeechTag | null => {
  const { tokens, words } = reading
  const token = tokens[verb]
  const idiom = idiomAt(reading, verb)
  const said = token?.tag === 'VERB' || isHidden(reading, verb) ? verbAct(token?.lemma ?? '') : null
  const act = idiom?.act ?? said
  if (!token || !act || token.word.endsWith('ing') || words[verb - 1] === 'to') return null
  const speaker = subjectBefore(cast, reading, verb, idiom?.last ?? verb) ?? subjectAfter(cast, reading, verb)
  if (!speaker || isEvidence(speaker, token.lemma)) return null
  return { speaker, act, at: verb, past: isPastForm(token.word), ...scopeAround(reading, verb) }
}

const idiomVerbs = wordSet('let take go read run')
/** "Lets it be known", "the note goes on", "the bulletin reads", "as they take it": saying in more than a verb. */
const idiomAt = ({ tokens, words }: Reading, i: number): { act: Act; last: number } | null => {
  const lemma = tokens[i]?.lemma ?? ''
  if (!idiomVerbs.has(lemma)) return null
  const writes = isDocument(words[i - 1] ?? '')
  if (lemma === 'let' && words[i + 1] === 'it' && words[i + 3] === 'known') return { act: 'speech', last: i + 3 }
  if (lemma === 'take' && words[i + 1] === 'it') return { act: 'thought', last: i + 1 }
  if (lemma === 'go' && words[i + 1] === 'on' && (writes || ['PROPN', 'PRON'].includes(tokens[i - 1]?.tag ?? '')))
    return { act: 'speech', last: i + 1 }
  return (lemma === 'read' || lemma === 'run') && writes ? { act: 'speech', last: i } : null
}

const nounLike = wordSet(
  'hint hints counter counters mutter mutters murmur murmurs whisper whispers grumble grumbles claim claims',
)
/** ", counters her manager,", ", one of them hints broadly,": a verb of saying that the tagger takes for a noun. */
const isHidden = (reading: Reading, i: number): boolean => {
  const { tokens, words } = reading
  if (tokens[i]?.tag !== 'NOUN' || !nounLike.has(words[i] ?? '')) return false
  if (isBound(reading, i - 1)) return ['DET', 'PRON', 'PROPN'].includes(tokens[i + 1]?.tag ?? '')
  const end = tokens[i + 1]?.tag === 'ADV' ? i + 2 : i + 1
  const agrees = /s$/.test(words[i] ?? '') !== /[^s]s$/.test(words[i - 1] ?? '')
  return isBound(reading, end) && agrees && ['NOUN', 'PROPN', 'PRON'].includes(tokens[i - 1]?.tag ?? '')
}

/** The subject between the mark that opens a tag and its verb, when nothing but an addressee and a time follow the verb. */
const subjectBefore = (cast: Cast, reading: Reading, verb: number, last: number): Speaker | null => {
  const { tokens, words } = reading
  const end = having.has(words[verb - 1] ?? '') ? verb - 1 : verb
  const subjectEnd = words[end - 1] === ',' ? appositionStart(reading, end - 1) : end
  if (subjectEnd === null || !closesBare(reading, last)) return null
  let from = subjectEnd
  while (from > 0 && subjectEnd - from < MAX_TAG && !isBound(reading, from - 1)) {
    const tag = tokens[from - 1]?.tag ?? ''
    if (
      (clauseWords.has(words[from - 1] ?? '') && !describes(reading, from - 1)) ||
      (['VERB', 'AUX', 'SCONJ'].includes(tag) && !isPostmodifier(tokens, from - 1) && !isDescribed(reading, from - 1))
    )
      return null
    from--
  }
  // A sentence that begins so has its claim elsewhere: "Roe told me."
  if (from === 0 || from === subjectEnd || !isBound(reading, from - 1) || words[from - 1] === '.') return null
  return speakerIn(cast, tokens, from, subjectEnd)
}

/** "People who have counted the proxies contend": a verb of what is said of the subject. */
const isDescribed = (reading: Reading, k: number): boolean => {
  for (let j = k - 1; j > 0 && k - j < 6 && !isBound(reading, j); j--)
    if (reading.words[j] === 'who') return describes(reading, j)
  return false
}
const describes = ({ tokens, words }: Reading, who: number): boolean =>
  words[who] === 'who' && ['NOUN', 'PRON'].includes(tokens[who - 1]?.tag ?? '')

/** "A person briefed on the matter": a participle that describes the noun before it. */
const isPostmodifier = (tokens: Reading['tokens'], k: number): boolean =>
  tokens[k]?.tag === 'VERB' &&
  /(?:ed|en|wn)$/.test(tokens[k]?.word ?? '') &&
  tokens[k - 1]?.tag === 'NOUN' &&
  ['ADP', 'ADV'].includes(tokens[k + 1]?.tag ?? '')

/** "Roe, an engineer, told": where the apposition that ends at `comma` starts, or null when it is none. */
const appositionStart = ({ tokens, words }: Reading, comma: number): number | null => {
  for (let k = comma - 1; k > 0 && comma - k < MAX_TAG; k--) {
    if (words[k] === ',') return k
    const tag = tokens[k]?.tag ?? ''
    if (tag === 'AUX' || (tag === 'VERB' && !tokens.slice(k - 4, k).some(({ word }) => word === 'who'))) return null
  }
  return null
}

const addressing = wordSet('tell warn remind inform assure caution')
const times =
  wordSet(`yesterday today tonight last this earlier later again monday tuesday wednesday thursday friday saturday
  sunday`)

/** Nothing but an addressee, a place or a time stands between the verb and the end of the tag. */
const closesBare = ({ tokens, words }: Reading, verb: number): boolean => {
  const next = tokens[verb + 1]
  const object = next && ['DET', 'NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM'].includes(next.tag) && !times.has(next.word)
  if (object && !addressing.has(tokens[verb]?.lemma ?? '')) return false
  for (let k = verb + 1; k < Math.min(tokens.length, verb + MAX_TAG); k++) {
    const word = words[k] ?? ''
    if (bounds.has(word) || dashes.has(word)) return true
    if (['VERB', 'AUX', 'SCONJ'].includes(tokens[k]?.tag ?? '') || clauseWords.has(word)) return false
  }
  return verb + MAX_TAG > tokens.length
}

/** Verbs whose object is whom they are said to. */
const addressed = wordSet('tell inform remind assure')
const whose = wordSet('who whose whom which')
const endsSubject = ({ tokens, words }: Reading, k: number): boolean =>
  ['AUX', 'VERB', 'SCONJ'].includes(tokens[k]?.tag ?? '') || whose.has(words[k] ?? '')

const bidding = wordSet('expect bet see note suppose consider imagine figure trust guess fear anticipate')

/** "…, says Roe, who runs it, …", "…, or so says nearly everyone whose job it is". */
const subjectAfter = (cast: Cast, reading: Reading, verb: number): Speaker | null => {
  const { tokens, words } = reading
  const before = words[verb - 1] === 'so' ? (words[verb - 2] === 'or' ? verb - 3 : verb - 2) : verb - 1
  // ", expect a cut": said to the reader. ", says which way", ", told the committee": no subject follows.
  if (bidding.has(words[verb] ?? '') || addressed.has(tokens[verb]?.lemma ?? '')) return null
  if (clauseWords.has(words[verb + 1] ?? '')) return null
  if (verb < 1 || !isBound(reading, before) || words[before] === '.' || words[before] === ':') return null
  if (!['DET', 'PROPN', 'NOUN', 'PRON', 'ADJ', 'NUM', 'ADV'].includes(tokens[verb + 1]?.tag ?? '')) return null
  let to = verb + 1
  while (to < tokens.length && !isBound(reading, to) && !endsSubject(reading, to)) to++
  // ", said a suit was improbable": the subject of another verb.
  if (['AUX', 'VERB'].includes(tokens[to]?.tag ?? '')) return null
  // "says the laboratory's head, Irene Castelo, that": the name set beside the office.
  if (words[to] === ',' && tokens[to + 1]?.tag === 'PROPN') {
    to++
    while (to < tokens.length && !isBound(reading, to)) to++
  }
  return to > verb + 1 ? speakerIn(cast, tokens, verb + 1, to) : null
}

/** "According to Roe, an engineer, talks will": the name that follows. */
const accordingAt = (cast: Cast, reading: Reading, i: number): SpeechTag | null => {
  const { tokens, words } = reading
  if (words[i] !== 'according' || words[i + 1] !== 'to') return null
  let to = i + 2
  while (
    to < tokens.length &&
    !isBound(reading, to) &&
    tokens[to]?.tag !== 'AUX' &&
    !(to > i + 2 && tokens[to]?.tag === 'DET' && isNominal(tokens[to - 1]))
  )
    to++
  if (words[to] === ',' && tokens[to + 1]?.tag === 'PROPN' && tokens[to - 1]?.tag === 'NOUN') {
    to++
    while (to < tokens.length && !isBound(reading, to)) to++
  }
  const speaker = speakerIn(cast, tokens, i + 2, to)
  return speaker && { speaker, act: 'speech', at: i, past: false, ...viewScope(reading, i) }
}

const opinionated = wordSet('analysts critics experts observers sceptics skeptics pundits commentators economists')
const aboutThem = wordSet('he she his her him hers they their them')

/** "For Roe, the war will": opens the sentence, and the claim is not about Roe. */
const forAt = (cast: Cast, reading: Reading): SpeechTag | null => {
  const { words, tokens } = reading
  const comma = words.indexOf(',')
  if (words[0] !== 'for' || comma < 2 || comma > 8) return null
  const speaker = speakerIn(cast, tokens, 1, comma)
  const holds = speaker?.kind === 'person' || opinionated.has(words[comma - 1] ?? '')
  if (!speaker || !holds || words.slice(comma).some((word) => aboutThem.has(word))) return null
  return { speaker, act: 'speech', at: 0, past: false, from: 0, to: tokens.length }
}

const hearsay = wordSet('reportedly allegedly purportedly')
const accounts = ['by common consent', 'by general consent', 'by all accounts', 'by most accounts', 'on all sides'].map(
  (form) => form.split(' '),
)
/** "The fund will reportedly fold", "by common consent it is": somebody says so, between tokens `from` and `to`. */
export const isHearsay = ({ words }: Reading, from: number, to: number): boolean =>
  words.slice(from, to).some((word) => hearsay.has(word)) ||
  accounts.some((form) => form.every((word, k) => words[k] === word))

/** "is expected by the ministry to", "is predicted by Roe to": the agent of the passive that ends before token `to`. */
export const agentOf = (cast: Cast, reading: Reading, to: number): { speaker: Speaker; act: Act } | null => {
  const speaker = agentAfter(cast, reading, to)
  return speaker && { speaker, act: verbAct(reading.tokens[to - 1]?.lemma ?? '') ?? 'speech' }
}

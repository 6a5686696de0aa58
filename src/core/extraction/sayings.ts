import type { Link } from './chain.ts'
import { clauseAt } from './clause.ts'
import { hasTense } from './clause-openings.ts'
import type { Reading } from './cue.ts'
import { type Cast, type Speaker, speakerIn } from './speaker.ts'
import { beliefVerbs, forecasterNouns, forecastVerbs, speechVerbs, wordSet } from './words.ts'

/** Whether words ascribe a claim as something said or as something thought. */
export type Act = 'speech' | 'thought'
/** Who holds a claim, and how the text knows. `speaker: null` = somebody whom it does not name. */
export type Holding = { speaker: Speaker | null; act: Act }

/** Verbs of saying that are rather of thinking: "is betting that", "foresees". */
const thoughtVerbs = wordSet('bet wager gamble reckon anticipate foresee envisage doubt expect see fear')
const moreSpeech = wordSet('tweet post blog swear prophesy')
const thoughtAdjectives = wordSet(`skeptical sceptical confident convinced optimistic pessimistic sure certain bullish
  bearish unconvinced persuaded`)
const plainAdjectives = wordSet('clear adamant plain explicit categorical emphatic')
const thoughtNouns = wordSet('belief conviction expectation expectations assumption suspicion consensus faith feeling')
export const speechNouns = wordSet(`prediction predictions forecast forecasts warning warnings claim argument projection
  projections estimate estimates view opinion bet guess hunch assessment conclusion verdict thesis theory admission
  statement announcement answer reply message`)

/** How a verb, by its lemma, ascribes what follows. */
export const verbAct = (lemma: string): Act | null => {
  if (thoughtVerbs.has(lemma) || beliefVerbs.has(lemma)) return 'thought'
  return speechVerbs.has(lemma) || forecastVerbs.has(lemma) || moreSpeech.has(lemma) ? 'speech' : null
}

export const nounAct = (word: string): Act | null => {
  if (thoughtNouns.has(word)) return 'thought'
  return speechNouns.has(word) ? 'speech' : null
}

const linkAct = ({ tag, word, lemma }: Link): Act | null => {
  if (plainAdjectives.has(word)) return 'speech'
  if (thoughtAdjectives.has(word)) return 'thought'
  return tag === 'VERB' ? verbAct(lemma) : nounAct(word)
}

/** Who holds the clause that a link governs, or null when the link leaves it with whoever is speaking. */
export const holdingOf = (cast: Cast, reading: Reading, link: Link): Holding | null => {
  if (link.tag === 'AUX' || ['hold', 'remain'].includes(link.lemma)) return heldByNoun(cast, reading, link)
  const act = linkAct(link)
  if (!act) return null
  if (link.tag !== 'VERB' && nounAct(link.word)) return ofNoun(cast, reading, link.governor, act, link)
  if (isPassive(reading, link)) return passiveHolding(cast, reading, link, act)
  const speaker = subjectAt(cast, reading, link.verb)
  return speaker && !isEvidence(speaker, link.lemma) ? { speaker, act } : null
}

const commonViews = wordSet('opinion wisdom consensus orthodoxy fashion expectation belief money assumption fear')

/** "The consensus is that", "conventional wisdom holds that", "Roe's forecast is that": the subject is the view. */
const heldByNoun = (cast: Cast, reading: Reading, link: Link): Holding | null => {
  const { words } = reading
  const { from, to } = link.subject
  const head = lastIndexIn(words, from, to, (word) => commonViews.has(word) || nounAct(word) !== null)
  if (head < 0) {
    const speaker = link.tag === 'AUX' ? null : subjectAt(cast, reading, link.verb)
    return speaker && linkAct(link) ? { speaker, act: linkAct(link) ?? 'speech' } : null
  }
  const owner = ownerOf(cast, reading, head, to)
  if (owner) return { speaker: owner, act: nounAct(words[head] ?? '') ?? 'thought' }
  const view = speakerIn(cast, reading.tokens, from, to)
  const others = commonViews.has(words[head] ?? '') || forecasterNouns.has(words[head] ?? '')
  return view && others ? { speaker: view, act: 'thought' } : null
}

const lastIndexIn = (words: readonly string[], from: number, to: number, test: (word: string) => boolean): number => {
  for (let k = to - 1; k >= from; k--) if (test(words[k] ?? '')) return k
  return -1
}

const light = wordSet(`issue give make offer have take hold express repeat voice deliver share stick stand maintain keep
  come reach form publish add`)

/** The holder of "a warning that": its owner, or the subject of a verb that lends it to the noun ("has issued"). */
const ofNoun = (cast: Cast, reading: Reading, noun: number, act: Act, link: Link): Holding | null => {
  const owner = ownerOf(cast, reading, noun, noun + 1)
  if (owner) return { speaker: owner, act }
  const verb = reading.tokens[link.verb]
  if (link.verb === noun || verb?.tag !== 'VERB' || !light.has(verb.lemma)) return null
  const speaker = subjectAt(cast, reading, link.verb)
  return speaker && { speaker, act }
}

const possessives: Readonly<Record<string, Speaker['kind']>> = {
  my: 'author',
  our: 'author',
  his: 'pronoun',
  her: 'pronoun',
  their: 'pronoun',
  its: 'pronoun',
}
const pronounFor: Readonly<Record<string, string>> = { his: 'he', her: 'she', their: 'they', its: 'it' }

/** Whose noun it is: "Roe's firm belief", "her view", "the prediction by Roe", "the view of Roe". */
export const ownerOf = (cast: Cast, reading: Reading, noun: number, after: number): Speaker | null => {
  const { tokens, words } = reading
  for (let k = noun - 1; k >= 0 && noun - k < 5; k--) {
    const word = words[k] ?? ''
    const kind = possessives[word]
    if (kind) return { kind, name: pronounFor[word] ?? word, person: null, start: tokens[k]?.start ?? 0 }
    if (word === "'s" || (word === "'" && words[k - 1]?.endsWith('s')))
      return speakerIn(cast, tokens, phraseStart(reading, k), k)
    if (!['ADJ', 'NOUN', 'ADV', 'NUM'].includes(tokens[k]?.tag ?? '')) break
  }
  const link = words[noun + 1]
  if (link !== 'by' && link !== 'of') return null
  return speakerIn(cast, tokens, noun + 2, phraseEnd(reading, Math.max(after, noun + 2)))
}

/** Where the noun phrase that ends before token `to` starts. */
export const phraseStart = ({ tokens, words }: Reading, to: number): number => {
  let from = to
  while (from > 0 && to - from < 12) {
    const token = tokens[from - 1]
    const joined = ['of', 'at', "'s", '-', "'"].includes(words[from - 1] ?? '')
    if (!joined && !['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM', 'PRON'].includes(token?.tag ?? '')) break
    from--
  }
  return from
}

/** Where the noun phrase that starts at `from` ends. */
const phraseEnd = ({ tokens, words }: Reading, from: number): number => {
  let to = from
  while (
    to < tokens.length &&
    !['AUX', 'VERB', 'SCONJ', 'PUNCT'].includes(tokens[to]?.tag ?? '') &&
    words[to] !== 'that'
  )
    to++
  return to
}

const being = wordSet('is are was were be been being am')
/** A participle after a form of be: "is told", "has been said". */
const isPassive = ({ words, tokens }: Reading, { governor, word }: Link): boolean => {
  if (word.endsWith('ing') || thoughtAdjectives.has(word)) return false
  for (let k = governor - 1; k >= 0 && governor - k < 4; k--) {
    if (being.has(words[k] ?? '')) return true
    if (tokens[k]?.tag !== 'ADV') return false
  }
  return false
}

const openPassives = wordSet('expect predict project forecast estimate anticipate')

/** "It is predicted by most analysts that", "we are told that": the agent, or somebody. "It is expected" is the author's. */
const passiveHolding = (cast: Cast, reading: Reading, { governor, lemma }: Link, act: Act): Holding | null => {
  const agent = agentAfter(cast, reading, governor + 1)
  if (agent) return agent.kind === 'author' ? null : { speaker: agent, act }
  return openPassives.has(lemma) ? null : { speaker: null, act }
}

/** The agent in "by the ministry" at `from`, or null. */
export const agentAfter = (cast: Cast, reading: Reading, from: number): Speaker | null => {
  if (reading.words[from] !== 'by') return null
  const to = phraseEnd(reading, from + 1)
  const infinitive = reading.tokens.findIndex(({ tag }, k) => k > from && k < to && tag === 'PART')
  return speakerIn(cast, reading.tokens, from + 1, infinitive > 0 ? infinitive : to)
}

const relatives = wordSet('who which that')
const impersonal = wordSet('this that these those there which what all it')
const evidential = wordSet('suggest indicate signal hint show imply say tell')
const evidence =
  wordSet(`figure figures data number numbers evidence sign signs history experience event events fact facts
  trend trends logic arithmetic precedent result results record pattern past nothing everything something thing math
  maths law clock calendar instinct`)

/** "The figures suggest that": what things show is the author's reading of them. */
export const isEvidence = ({ kind, name }: Speaker, lemma: string): boolean => {
  const words = name.toLowerCase().split(' ')
  if (kind !== 'group') return false
  return (
    evidential.has(lemma) && words.some((word) => evidence.has(word) || (words.length === 1 && impersonal.has(word)))
  )
}

/**
 * The subject of the verb at `verb`: what stands before it in its clause; the noun that "who" speaks of; or, for a
 * participle and for a verb joined by "and", the subject of the verb before.
 */
export const subjectAt = (cast: Cast, reading: Reading, verb: number, depth = 0): Speaker | null => {
  const { tokens, asides, words } = reading
  if (depth > 4) return null
  const clause = clauseAt(tokens, asides, verb)
  const to = subjectEnd(reading, clause.core, verb)
  const participle = words[verb]?.endsWith('ing') === true && !being.has(words[verb - 1] ?? '')
  const relative = clause.intro !== null && relatives.has(words[to - 1] ?? '') && to - 1 === clause.intro
  if (relative) return antecedentOf(cast, reading, to - 1)
  const subject = participle ? null : speakerIn(cast, tokens, listStart(reading, clause.core, to), to)
  if (subject && !(subject.kind === 'group' && impersonal.has(subject.name.toLowerCase()))) return subject
  if (subject) return null
  const before = verbBefore(reading, Math.min(verb, to))
  return before === null ? null : subjectAt(cast, reading, before, depth + 1)
}

/** The finite verb before token `i` whose subject a verb without one shares: rather one of saying than another. */
const verbBefore = ({ tokens, words }: Reading, i: number): number | null => {
  let nearest: number | null = null
  for (let k = i - 1; k > 0; k--) {
    if (!hasTense(tokens, k) || words[k - 1] === 'to') continue
    if (tokens[k]?.tag === 'VERB' && verbAct(tokens[k]?.lemma ?? '')) return k
    nearest ??= k
  }
  return nearest
}

/** "Ann Roe, Bob Doe and others say": the first comma ends no clause. */
const listStart = ({ tokens, words }: Reading, core: number, to: number): number => {
  let from = core
  if (!words.slice(core, to).includes('and') || tokens[core]?.tag !== 'PROPN') return core
  while (words[from - 1] === ',' && tokens[from - 2]?.tag === 'PROPN') {
    from -= 2
    while (tokens[from - 1]?.tag === 'PROPN') from--
  }
  return from
}

/** Where the subject that starts at `from` ends: before its verb, or before what it is said of it ("everyone I spoke to"). */
const subjectEnd = ({ tokens, words }: Reading, from: number, verb: number): number => {
  for (let k = from; k < verb; k++) {
    const [before, token, next] = [tokens[k - 1], tokens[k], tokens[k + 1]]
    const attributive = ['DET', 'ADJ'].includes(before?.tag ?? '') && ['NOUN', 'PROPN'].includes(next?.tag ?? '')
    if (token?.tag === 'AUX' || (token?.tag === 'VERB' && k > from && !attributive)) return k
    const pronoun = ['i', 'we', 'you', 'he', 'she', 'they'].includes(words[k] ?? '')
    if (k > from && pronoun && ['NOUN', 'PRON'].includes(before?.tag ?? '')) return k
  }
  return verb
}

/** The noun phrase that "who" at `who` speaks of: "two people inside the firm who say", "Roe, who says". */
const antecedentOf = (cast: Cast, reading: Reading, who: number): Speaker | null => {
  const { tokens, words } = reading
  let to = who
  if (words[to - 1] === ',') to--
  let from = to
  const stops = (k: number): boolean =>
    ['VERB', 'AUX', 'SCONJ'].includes(tokens[k]?.tag ?? '') || [';', ':', '—', '–', '"'].includes(words[k] ?? '')
  while (from > 0 && to - from < 14 && !stops(from - 1)) from--
  return speakerIn(cast, tokens, from, to)
}

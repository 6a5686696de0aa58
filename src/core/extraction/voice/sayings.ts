import { wordTable } from '../../lexicon/word-table.ts'
import type { Link } from '../clauses/chain.ts'
import { phraseEnd, phraseStart, subjectAt } from '../clauses/subjects.ts'
import type { Reading } from '../cues/cue.ts'
import { forecasterNouns, wordSet } from '../sentences/words.ts'
import { timeNames } from '../time/time-words.ts'
import { feasts } from './people.ts'
import { type Act, adjectiveAct, being, nounAct, showsOnly, verbAct } from './saying-words.ts'
import { type Cast, isSayer, type Speaker, speakerIn } from './speaker.ts'

/** Who holds a claim, and how the text knows. `speaker: null` = somebody whom it does not name. */
export type Holding = { speaker: Speaker | null; act: Act }

/** "The study finds that", "it also finds": in the present, what a finding says. */
const linkAct = ({ tag, word, lemma }: Link): Act | null =>
  adjectiveAct(word) ?? (word === 'finds' ? 'speech' : tag === 'VERB' ? verbAct(lemma) : nounAct(word))

/** What things show is the author's reading of them. */
export const isEvidence = ({ kind, name }: Speaker, lemma: string): boolean =>
  kind === 'group' && showsOnly(name, lemma)

/** Who holds the clause that a link governs, or null when the link leaves it with whoever is speaking. */
export const holdingOf = (cast: Cast, reading: Reading, link: Link): Holding | null => {
  if (link.tag === 'AUX' || ['hold', 'remain'].includes(link.lemma)) return heldByNoun(cast, reading, link)
  const act = linkAct(link)
  if (!act) return toldHolding(cast, reading, link)
  if (link.tag !== 'VERB' && nounAct(link.word)) return ofNoun(cast, reading, link.governor, act, link)
  const known = letKnown(reading, link)
  if (known !== null) {
    const teller = subjectAt(cast, reading, known)
    return teller && { speaker: teller, act: 'speech' }
  }
  if (isPassive(reading, link)) return passiveHolding(cast, reading, link, act)
  const speaker = subjectAt(cast, reading, link.verb)
  return speaker && !isEvidence(speaker, link.lemma) ? { speaker, act } : null
}

const addressing = wordSet('tell assure warn remind inform')
/** "They are telling anyone who will listen that": the verb stands before whom it is said to, and what is said of them. */
const toldHolding = (cast: Cast, reading: Reading, { governor, tag, verb }: Link): Holding | null => {
  const said = reading.tokens[verb]
  if (tag === 'VERB' || said?.tag !== 'VERB' || !addressing.has(said.lemma) || verb >= governor) return null
  const speaker = subjectAt(cast, reading, verb)
  return speaker && { speaker, act: 'speech' }
}

const commonViews = wordSet(`opinion wisdom consensus orthodoxy fashion expectation belief money assumption fear rumour
  rumor word talk gossip whisper buzz betting chatter feeling line`)

/** "The consensus is that", "conventional wisdom holds that", "Roe's forecast is that": the subject is the view. */
const heldByNoun = (cast: Cast, reading: Reading, link: Link): Holding | null => {
  const { words } = reading
  const { from, to } = link.subject
  const head = lastIndexIn(words, from, to, (word) => commonViews.has(word) || nounAct(word) !== null)
  if (head < 0) {
    const speaker = link.tag === 'AUX' ? null : subjectAt(cast, reading, link.verb)
    if (speaker && link.lemma === 'hold' && (isSayer(cast, speaker, reading.tokens) || isSchool(speaker)))
      return { speaker, act: 'thought' }
    return speaker && linkAct(link) ? { speaker, act: linkAct(link) ?? 'speech' } : null
  }
  const owner = ownerOf(cast, reading, head, to)
  if (owner) return { speaker: owner, act: nounAct(words[head] ?? '') ?? 'thought' }
  const view = speakerIn(cast, reading.tokens, from, to)
  const place = ['in', 'among', 'from', 'around', 'at', 'inside', 'within', 'across', 'on'].includes(
    words[head + 1] ?? '',
  )
  const common = words.slice(from, head).some((word) => shared.has(word))
  const others = place || common || commonViews.has(words[head] ?? '') || forecasterNouns.has(words[head] ?? '')
  return view && others ? { speaker: view, act: 'thought' } : null
}

const schools = wordSet('school camp tradition faction strand current line theory doctrine lore folklore')
/** "There is a school which holds that". */
const isSchool = ({ name }: Speaker): boolean =>
  name
    .toLowerCase()
    .split(' ')
    .some((word) => schools.has(word))

const lastIndexIn = (words: readonly string[], from: number, to: number, test: (word: string) => boolean): number => {
  for (let k = to - 1; k >= from; k--) if (test(words[k] ?? '')) return k
  return -1
}

const shared = wordSet(`widespread common popular general growing prevailing received conventional dominant standard
  mainstream official orthodox accepted usual`)
const light = wordSet(`issue give make offer have take hold express repeat voice deliver share stick stand maintain keep
  come reach form publish add work operate proceed act plan trade live rest base`)

/** The holder of "a warning that": its owner, or the subject of a verb that lends it to the noun ("has issued"). */
const ofNoun = (cast: Cast, reading: Reading, noun: number, act: Act, link: Link): Holding | null => {
  const owner = ownerOf(cast, reading, noun, noun + 1)
  if (owner) return { speaker: owner, act }
  const verb = reading.tokens[link.verb]
  const { words } = reading
  // "A growing suspicion among theorists that".
  if (['among', 'amongst'].includes(words[noun + 1] ?? '')) {
    const among = speakerIn(cast, reading.tokens, noun + 2, phraseEnd(reading, noun + 2))
    if (among) return { speaker: among, act: 'thought' }
  }
  // "There is a widespread belief that": somebody's.
  if (being.has(words[link.verb] ?? '') && words[link.verb - 1] === 'there') return { speaker: null, act }
  if (words.slice(Math.max(0, noun - 2), noun).some((word) => shared.has(word))) return { speaker: null, act }
  if (link.verb === noun || verb?.tag !== 'VERB' || !light.has(verb.lemma)) return null
  const speaker = subjectAt(cast, reading, link.verb)
  return speaker && { speaker, act }
}

const possessives = wordTable<Speaker['kind']>({
  my: 'author',
  our: 'author',
  his: 'pronoun',
  her: 'pronoun',
  their: 'pronoun',
  its: 'pronoun',
})
const pronounFor = wordTable<string>({ his: 'he', her: 'she', their: 'they', its: 'it' })

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

/** A participle after a form of be: "is told", "has been said". */
const isPassive = ({ words, tokens }: Reading, { governor, word }: Link): boolean => {
  if (word.endsWith('ing') || adjectiveAct(word) !== null) return false
  for (let k = governor - 1; k >= 0 && governor - k < 4; k--) {
    if (being.has(words[k] ?? '')) return true
    if (tokens[k]?.tag !== 'ADV') return false
  }
  return false
}

/** "The house has let it be known that": where "let" stands, or null. */
const letKnown = ({ words }: Reading, { governor }: Link): number | null =>
  ['known', 'be', 'it'].every((word, k) => words[governor - k] === word) && words[governor - 3] === 'let'
    ? governor - 3
    : null

/** "It is predicted by most analysts that", "we are told that", "it is expected that": the agent, or somebody. */
const passiveHolding = (cast: Cast, reading: Reading, { governor }: Link, act: Act): Holding | null => {
  const agent = agentAfter(cast, reading, governor + 1)
  if (agent) return agent.kind === 'author' ? null : { speaker: agent, act }
  return { speaker: null, act }
}

/** The agent in "by the ministry" at `from`, or null. */
export const agentAfter = (cast: Cast, reading: Reading, from: number): Speaker | null => {
  if (reading.words[from] !== 'by') return null
  const to = phraseEnd(reading, from + 1)
  // "Not by this Christmas": a day is no agent.
  if (/^\d/.test(reading.words[to - 1] ?? '')) return null
  if (timeNames.has(reading.words[to - 1] ?? '') || feasts.has(reading.words[to - 1] ?? '')) return null
  const infinitive = reading.tokens.findIndex(({ tag }, k) => k > from && k < to && tag === 'PART')
  return speakerIn(cast, reading.tokens, from + 1, infinitive > 0 ? infinitive : to)
}

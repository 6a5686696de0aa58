import { type NounPhrase, nounPhrases } from '../clauses/noun-phrases.ts'
import type { Reading } from '../cues/cue.ts'
import { wordSet } from '../sentences/words.ts'
import { personCalled, speakingSubject } from '../voice/speaking-subject.ts'
import type { Page } from '../voice/voice.ts'
import type { Claim } from './claim.ts'

/** What makes a claim readable on its own: a wording with its subject named, or the sentence that it leans on. */
export type Standing = { claim: string; context: string | null }

/** Longer sentences help no reader. */
const MAX_CONTEXT = 600

const persons = wordSet('he she')
const leaners = wordSet(
  `he she it they him her them his hers its their theirs this that these those such then otherwise`,
)
const backPhrases = wordSet('otherwise then')

/**
 * The claim in `tokens.slice(from, to)` worded for reading alone. Only a pronoun that is its subject is put into words, and
 * only when a single noun phrase before it can be meant; in any other case the sentence it leans on goes with it.
 */
export const standingOf = (
  page: Page,
  claim: Claim,
  { from, to }: { from: number; to: number },
  before: Reading | null,
  claimant: string | null,
): Standing => {
  const { reading } = claim
  const { tokens } = reading
  const start = tokens[from]?.start ?? reading.start
  const end = tokens[to - 1]?.end ?? reading.end
  const plain = page.text.slice(start, end).replace(/\s+/g, ' ')
  const subject = subjectPronoun(claim, from)
  const speaking = subject === null || claim.quoted ? null : speakingSubject(page, claim, subject, before, claimant)
  const single = subject === null || claim.quoted ? null : referentOf(page, reading, subject, before)
  const named = speaking ?? single?.name ?? null
  const leans = tokens
    .slice(from, to)
    .some(({ word }, k) => from + k !== subject && leansOn(reading, from + k, word, from))
  const pleonastic = subject !== null && isPleonastic(reading, subject)
  const worded =
    named === null || subject === null ? plain : replaced(page.text, reading, { start, end }, subject, named)
  const needs = leans || (subject !== null && named === null && !pleonastic) || endsInModal(claim, to)
  return { claim: worded, context: needs ? contextOf(page, reading, from, before) : null }
}

/** The pronoun that is the subject of the claim, or null. */
const subjectPronoun = ({ reading, cue, clause }: Claim, from: number): number | null => {
  for (let k = cue.at - 1; k >= Math.max(from, clause.core); k--) {
    const word = reading.words[k] ?? ''
    if (persons.has(word) || word === 'it' || word === 'they') return k
    if (reading.tokens[k]?.tag !== 'ADV') return null
  }
  return null
}

const raising = wordSet('likely unlikely bound set certain sure about due expected able going ready destined poised')
/** "It is likely that", "it will be hard to", "it will take years": an "it" that stands for nothing. */
const isPleonastic = ({ tokens, words }: Reading, at: number): boolean => {
  if (words[at] !== 'it') return false
  const rest = words.slice(at + 1, at + 9)
  const verbal = tokens.slice(at + 1, at + 6).some(({ tag }, k, all) => tag === 'VERB' && all[k - 1]?.word !== 'to')
  const copular =
    !verbal && rest.slice(0, 3).some((word) => ['be', 'is', 'was', 'seems', 'looks', 'becomes'].includes(word))
  const raised = rest.findIndex((word, k) => raising.has(word) && rest[k + 1] === 'to')
  if (raised >= 0 && raised < 5) return false
  if (copular && (rest.includes('that') || rest.includes('to') || rest.includes('before') || rest.includes('when')))
    return true
  return (
    rest.slice(0, 3).some((word) => ['take', 'takes', 'rain', 'snow', 'turn', 'be', 'cost'].includes(word)) &&
    tokens[at + 1]?.tag === 'AUX' &&
    rest.includes('to')
  )
}

/** The one noun phrase before a pronoun that it can stand for, or null when there are none or several. */
const referentOf = (page: Page, reading: Reading, at: number, before: Reading | null): NounPhrase | null => {
  const pronoun = reading.words[at] ?? ''
  if (isPleonastic(reading, at) || reading.tokens[at + 1]?.start === reading.tokens[at]?.end) return null
  // A pronoun before it may mean somebody else again.
  if (before?.words.includes(pronoun) || reading.words.slice(0, at).includes(pronoun)) return null
  const here = nounPhrases(reading, at, page.text)
  const there = before ? nounPhrases(before, before.tokens.length, page.text) : []
  const wanted = persons.has(pronoun) ? 'person' : pronoun === 'they' ? 'things' : 'thing'
  const fits = [...there, ...here].filter(({ kind }) => kind === wanted || kind === 'unknown')
  const [only] = fits
  if (
    !only ||
    only.kind === 'unknown' ||
    only.from > 0 ||
    fits.some(({ name }) => name.toLowerCase() !== only.name.toLowerCase())
  )
    return null
  // A phrase of possession leans on something itself, and "they" may be two people told one by one.
  if (
    /^(?:his|her|its|their|my|our|your|whose|this|that|these|those|such|no|any|every|each|most|all|both|many|several|few)\b/i.test(
      only.name,
    )
  )
    return null
  const known = personCalled(page, only.name)?.pronoun
  if (persons.has(pronoun) && known && known !== pronoun) return null
  const several = [...there, ...here].filter(({ kind }) => kind === 'person').length > 1
  return pronoun === 'they' && several ? null : only
}

/** Whether a word inside the claim stands for something told before it. */
const leansOn = (reading: Reading, at: number, word: string, from: number): boolean => {
  const { tokens } = reading
  if (!leaners.has(word)) return false
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  if (backPhrases.has(word)) return at - from < 3
  if (word === 'that') return (at === from || before?.tag === 'ADP') && next?.tag !== 'PRON'
  if (word === 'this')
    return !['year', 'month', 'week', 'autumn', 'winter', 'spring', 'summer', 'decade', 'time', 'season'].includes(
      next?.word ?? '',
    )
  if (['these', 'those', 'such'].includes(word))
    return next?.word !== 'as' && next?.word !== 'who' && next?.word !== 'that'
  if (word === 'it') return !isPleonastic(reading, at)
  // "Ann Roe will sell her flat": a name in the claim itself may be meant.
  return !tokens.slice(from, at).some(({ tag }) => tag === 'PROPN' || tag === 'NOUN')
}

/** "Turkey might.", "She won't, of course.": the verb stands elsewhere. */
const endsInModal = ({ reading, cue }: Claim, to: number): boolean =>
  cue.kind === 'modal' && (cue.verb >= to || reading.tokens[cue.verb]?.tag === 'PUNCT' || cue.verb === cue.at)

const replaced = (
  text: string,
  { tokens }: Reading,
  { start, end }: { start: number; end: number },
  at: number,
  name: string,
): string => {
  const pronoun = tokens[at]
  if (!pronoun) return text.slice(start, end)
  const first = pronoun.start === start && /^\p{Lu}/u.test(text.slice(start, end))
  const said = first ? name.charAt(0).toUpperCase() + name.slice(1) : name
  return `${text.slice(start, pronoun.start)}${said}${text.slice(pronoun.end, end)}`.replace(/\s+/g, ' ')
}

/** The rest of the claim's own sentence, when it starts inside it; else the sentence before. */
const contextOf = (page: Page, reading: Reading, from: number, before: Reading | null): string | null => {
  const inside = reading.tokens.slice(0, from).some(({ tag }) => tag === 'NOUN' || tag === 'PROPN')
  const [start, end] = inside ? [reading.start, reading.end] : before ? [before.start, before.end] : [0, 0]
  if (end <= start || end - start > MAX_CONTEXT) return null
  return page.text.slice(start, end).replace(/\s+/g, ' ').trim()
}

import { formAt } from '../../lexicon/match.ts'
import type { PhraseId } from '../../lexicon/phrases.ts'
import { wordTable } from '../../lexicon/word-table.ts'
import { isPastForm } from '../clauses/supposition.ts'
import type { Reading } from '../cues/cue.ts'
import { dashes } from '../sentences/token.ts'
import { calendarNames, wordSet } from '../sentences/words.ts'
import { type Claim, lemmaAt, wordAt } from './claim.ts'

/** Words of likelihood that stand away from the verb they soften, and with which phrase they are read. */
export type Strength = { phrase: PhraseId; from: number; to: number }

const plain = new Set(['will', 'would', 'shall'])

/**
 * What softens a plain "will" of a claim whose words are `tokens.slice(from, to)`: a parenthesis ("they will, I suspect, be
 * late"), an adverb at the end ("will be copied, probably before summer"), or the verb of belief it hangs on ("I think they
 * will"). Null when nothing does.
 */
export const strengthOf = (claim: Claim, from: number, to: number): Strength | null => {
  const { cue, reading } = claim
  if (cue.modal === 'can' && cue.phrase === 'will' && trusted.has(wordAt(reading, cue.verb)))
    return { phrase: 'likely', from: cue.at, to: cue.verb + 1 }
  if (cue.phrase !== 'will' || cue.hedged || (cue.modal !== null && !plain.has(cue.modal))) return null
  return (
    endangered(claim) ??
    nearby(claim) ??
    parenthesis(reading, from, to) ??
    trailing(reading, cue.verb, to) ??
    believed(claim)
  )
}

/** "would be at risk of stalling": a danger, no more. */
const endangered = ({ reading, cue }: Claim): Strength | null => {
  const [be, at, risk, of] = reading.words.slice(cue.verb, cue.verb + 4)
  if (be !== 'be' || (at !== 'at' && at !== 'in') || (risk !== 'risk' && risk !== 'danger') || of !== 'of') return null
  return { phrase: 'risk', from: cue.verb + 1, to: cue.verb + 3 }
}

const trusted = wordSet('relied counted trusted depended')

/** "he probably isn't going to", ", but perhaps six of them will": an adverb before the verb or at the head of the clause. */
const nearby = ({ reading, cue, clause }: Claim): Strength | null => {
  const { words, tokens } = reading
  const head = tokens[clause.core]?.tag === 'CCONJ' ? clause.core + 1 : clause.core
  for (const k of [head, cue.at - 3, cue.at - 2, cue.at - 1]) {
    const form = k >= 0 ? formAt(words, k, 'adverb') : null
    if (form && softening.has(form.phrase) && (k === head || form.to === cue.at) && form.to <= cue.at) return form
  }
  return null
}

const beliefs = wordTable<PhraseId>({
  think: 'we-believe',
  believe: 'we-believe',
  reckon: 'we-believe',
  assume: 'we-believe',
  suppose: 'we-believe',
  imagine: 'we-believe',
  guess: 'likely',
  suspect: 'likely',
  fancy: 'likely',
  expect: 'expected',
  anticipate: 'expected',
})
/** "a growing suspicion that", "the belief that". */
const opinions = wordTable<PhraseId>({
  suspicion: 'likely',
  hunch: 'likely',
  sense: 'likely',
  feeling: 'likely',
  belief: 'we-believe',
  expectation: 'expected',
  assumption: 'expected',
  word: 'expected',
  rumour: 'likely',
  rumor: 'likely',
  guess: 'likely',
})
const denying = wordSet('no little few not')
const evidence = wordSet(
  'polls poll surveys survey models model figures data history evidence markets odds projections',
)
const showing = wordSet('suggest suggests indicate indicates imply implies hint')

const isBreak = (word: string | undefined): boolean =>
  word === undefined || word === ',' || word === '.' || word === '(' || word === ')' || word === ';' || dashes.has(word)

/** ", I suspect,", "— so I believe —", ", polls suggest,": at most five words between two marks, the last a verb of belief. */
const parenthesis = ({ tokens, words }: Reading, from: number, to: number): Strength | null => {
  for (let k = Math.max(1, from); k < Math.min(words.length, to + 4); k++) {
    if (!isBreak(words[k + 1])) continue
    const phrase = showing.has(words[k] ?? '') ? ('probably' as const) : beliefs[tokens[k]?.lemma ?? '']
    if (!phrase || isPastForm(words[k] ?? '')) continue
    let open = k - 1
    while (open >= 0 && k - open < 6 && !isBreak(words[open])) open--
    if (k - open > 5 || (open >= 0 && !isBreak(words[open])) || k - open < 2) continue
    const subject = words.slice(open + 1, k)
    if (subject.some((word) => word === 'not' || word === 'if' || word === 'as' || word === 'would')) continue
    if (showing.has(words[k] ?? '') && !subject.some((word) => evidence.has(word))) continue
    return { phrase, from: open + 1, to: k + 1 }
  }
  return null
}

const softening = new Set<PhraseId>([
  'very-likely',
  'most-likely',
  'in-all-likelihood',
  'likely',
  'probably',
  'almost-certainly',
  'better-than-even',
  'possibly',
  'maybe',
  'perhaps',
])
const whens = wordSet(`by before in within as next this later late early at on over around sometime some during after`)

/** "…, probably before summer", "… this year, most likely": an adverb behind the verb, said of the whole. */
const trailing = ({ words }: Reading, verb: number, to: number): Strength | null => {
  for (let k = verb + 1; k < Math.min(words.length, to + 4); k++) {
    const mark = words[k - 1] ?? ''
    if (mark !== ',' && !dashes.has(mark)) continue
    const form = formAt(words, k, 'adverb')
    if (!form || !softening.has(form.phrase)) continue
    const next = words[form.to]
    if (isBreak(next) || whens.has(next ?? '') || calendarNames.has(next ?? '')) return form
  }
  return null
}

const viewIn = ({ words }: Reading, { subject }: Claim['chain'][number]): Strength | null => {
  for (let k = subject.from; k < subject.to; k++) {
    const phrase = opinions[words[k] ?? '']
    if (phrase) return { phrase, from: subject.from, to: k + 1 }
  }
  return null
}

/** "I think they will", "most of them reckon that it will": the word that the clause hangs on. */
const believed = ({ chain, clause, reading, cue }: Claim): Strength | null => {
  const [link] = chain
  const noun = link && clause.kind === 'complement' ? opinions[link.word] : undefined
  if (link && noun && !denying.has(wordAt(reading, link.governor - 1)))
    return { phrase: noun, from: link.governor, to: link.governor + 1 }
  // "My hunch is that it goes", "word is that it goes": the subject of the verb that the clause hangs on.
  const held = link?.tag === 'AUX' && link.word === 'is' && clause.kind === 'complement' ? viewIn(reading, link) : null
  if (held) return held
  // "My fear is that by then there will be": feared as much as foretold.
  const feared = link?.tag === 'AUX' && reading.words.slice(link.subject.from, link.verb).includes('fear')
  if (link && (feared || link.lemma === 'fear'))
    return { phrase: 'real-possibility', from: link.governor, to: link.governor + 1 }
  if (link?.tag !== 'VERB' || clause.kind !== 'complement' || isPastForm(link.word)) return null
  const phrase = beliefs[lemmaAt(reading, link.governor)]
  if (!phrase || cue.modal === 'would' || wordAt(reading, link.governor - 1) === 'to') return null
  return { phrase, from: link.governor, to: link.governor + 1 }
}

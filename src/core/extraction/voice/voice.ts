import type { ExtractedCandidate } from '../../candidate.ts'
import { groupBefore, personBefore, type Scene } from '../claims/antecedent.ts'
import type { Claim } from '../claims/claim.ts'
import { clauseAt } from '../clauses/clause.ts'
import { gapHolding } from '../clauses/gap-relatives.ts'
import { subjectAt } from '../clauses/subjects.ts'
import type { Cue, Reading } from '../cues/cue.ts'
import { isDocument } from '../cues/instruments.ts'
import { isSharedMood } from '../cues/shared-moods.ts'
import { wordSet } from '../sentences/words.ts'
import { isOpenPassive, isPassiveAt } from './open-passives.ts'
import { type Quotation, quotationAt } from './quotation.ts'
import type { Speakers } from './quoted-speaker.ts'
import { showsOnly, verbAct } from './saying-words.ts'
import { type Holding, holdingOf } from './sayings.ts'
import { isSayer, type Speaker, speakerIn } from './speaker.ts'
import { agentOf, isHearsay } from './speech-tags.ts'

/** Whose forecast it is and in whose words. `claimant: null` is the author of the piece, or somebody without a name. */
export type Voice = Pick<ExtractedCandidate, 'attribution' | 'directness' | 'claimant' | 'claimantRole'>

/** What the voice of a sentence may depend on beyond the sentence. */
export type Page = Scene & { speakers: Speakers; carried: ReadonlyMap<number, Holding> }

const own: Voice = { attribution: 'own', directness: 'verbatim', claimant: null, claimantRole: null }

/**
 * Reads the voice of a claim: the quotation it stands in, the verbs and nouns of saying and thinking around it, the tags of
 * its sentence. The innermost voice that is not the speaker's own counts: "Roe said that Doe believes it will" is Doe's.
 */
export const voiceOf = (page: Page, claim: Claim): Voice => {
  const offset = claim.reading.tokens[claim.cue.at]?.start ?? claim.reading.start
  const quotation = quotationAt(page.quotations, offset)
  if (!quotation) {
    const holding = holdingAround(page, claim, null)
    return holding ? voice(page, inOwnWords(page, claim.reading, holding), 'paraphrase') : own
  }
  const inner = holdingAround(page, claim, quotation)
  if (inner) return voice(page, inner, 'paraphrase')
  const speaker = page.speakers.get(quotation)
  if (speaker) return voice(page, { speaker, act: 'speech' }, 'verbatim')
  const outer = holdingAround(page, claim, null)
  if (outer) return voice(page, outer, 'verbatim')
  return quotation.speech ? voice(page, { speaker: null, act: 'speech' }, 'verbatim') : own
}

const MIN_FRAGMENT = 3
/** "Roe sees a small chance of a deal “in this decade, never mind next year”": a thought in the holder's words was said. */
const inOwnWords = (page: Page, reading: Reading, holding: Holding): Holding => {
  const start = holding.speaker?.start ?? reading.end
  if (holding.act === 'speech' || start < reading.start) return holding
  const marks = reading.tokens.filter(({ word, start: at }) => at > start && (word === '"' || word === "'"))
  const mark = marks.find(({ end }) => quotationAt(page.quotations, end) !== null)
  const quotation = mark ? quotationAt(page.quotations, mark.end) : null
  if (!mark || !quotation) return holding
  const apart = reading.tokens.some(({ word, start: at }) => word === ';' && at > start && at < mark.start)
  const long = page.text.slice(quotation.start, quotation.end).trim().split(/\s+/).length >= MIN_FRAGMENT
  return long && !apart ? { ...holding, act: 'speech' } : holding
}

/** Who the words around a claim say holds it; within a quotation only the words in it. Null = whoever is speaking. */
const holdingAround = (page: Page, claim: Claim, within: Quotation | null): Holding | null => {
  const { reading, cue, clause, tags } = claim
  const gap = gapHolding(page, reading, cue.at)
  if (gap && (!within || isWithin(reading, cue.at - 1, within))) return gap
  const governed = governing(page, claim, within)
  if (governed) return governed === 'author' ? null : governed
  const attitude = attitudeHolding(page, reading, cue)
  if (attitude) return attitude === 'author' ? null : attitude
  const tag = tags.find(
    (one) => one.from <= cue.at && cue.at < one.to && (!within || isWithin(reading, one.at, within)),
  )
  if (tag) return tag
  if (isHearsay(reading, clause.core, cue.verb + 3) || isSharedMood(reading, cue))
    return { speaker: null, act: 'speech' }
  if (within) return null
  return claim.carried ?? (isOpenPassive(reading, cue) ? { speaker: null, act: 'speech' } : null)
}

const isWithin = ({ tokens }: Reading, i: number, { start, end }: Quotation): boolean => {
  const at = tokens[i]?.start ?? -1
  return at >= start && at < end
}

/** The clauses around, from the inside out. "He thinks" inside "Roe said" is Roe's thought. */
const governing = (page: Page, { reading, cue, chain }: Claim, within: Quotation | null): Holding | 'author' | null => {
  // "He is sure to exploit the gaps that will open": what a relative clause says is the author's, whatever he believes.
  const relative = clauseAt(reading.tokens, reading.asides, cue.at).kind === 'relative'
  let same: Holding | null = null
  for (const link of chain) {
    if (within && !isWithin(reading, link.governor, within)) break
    const holding = holdingOf(page, reading, link)
    if (!holding || (relative && holding.act === 'thought')) continue
    if (holding.speaker?.kind === 'author') return same ?? 'author'
    if (holding.speaker?.kind !== 'pronoun') return same && !mayBe(same, holding) ? same : holding
    same ??= holding
  }
  return same
}

/** Whether the pronoun that holds one claim may mean the speaker of the words around it. */
const mayBe = ({ speaker: inner }: Holding, { speaker: outer }: Holding): boolean => {
  const single = ['he', 'she', 'it'].includes(inner?.name.toLowerCase() ?? '')
  return outer?.kind === 'person'
    ? single && inner?.name.toLowerCase() !== 'it'
    : !single || inner?.name.toLowerCase() === 'it'
}

const adverbial = /^(?:for|with|in|on|at|by|from|of|to) /i
const advising = wordSet('should must ought can could would may might')
const foreseeing = wordSet('foresee expect anticipate envisage see predict')
/** "Roe talks of a strike by May": said, though what is said is no clause. */
const talking = wordSet('talk speak')
const granting = wordSet('give see put price assign rate make set quote imply hold offer')

/** "Many remain skeptical", "traders expect X to", "bookmakers give it one chance in five": the subject holds the view. */
const attitudeHolding = (page: Page, reading: Reading, cue: Cue): Holding | 'author' | null => {
  const { tokens } = reading
  const lemma = tokens[cue.at]?.lemma ?? ''
  const agent = cue.kind === 'predicate' ? agentOf(page, reading, cue.to) : null
  if (agent) return agent
  const grants = tokens[cue.at]?.tag === 'VERB' && granting.has(lemma)
  const granted = (cue.kind === 'noun' || cue.kind === 'predicate') && grants
  const disbelief = cue.kind === 'frame' && (cue.phrase === 'not-believe' || cue.phrase === 'we-doubt')
  // "Roe does not foresee a fix".
  const denied = cue.kind === 'modal' && tokens[cue.at]?.lemma === 'do' && foreseeing.has(tokens[cue.verb]?.lemma ?? '')
  if (cue.kind !== 'attitude' && !disbelief && !granted && !denied) return null
  if (cue.kind === 'attitude' && isPassiveAt(reading.words, cue.from)) return null
  // "Expect more strikes": said to the reader.
  if (isCommand(reading, cue)) return 'author'
  const clause = clauseAt(tokens, reading.asides, cue.at)
  const from = cue.from < cue.at && cue.kind === 'attitude' ? Math.min(cue.from, clause.core) : clause.core
  const speaker =
    disbelief || cue.from < cue.at ? speakerIn(page, tokens, from, cue.at) : subjectAt(page, reading, cue.at)
  if (!speaker) return null
  // "The outlook: a hard winter": nobody in particular.
  if (/^(?:the|a|an|this|that)$/i.test(speaker.name)) return { speaker: null, act: 'thought' }
  if (speaker.kind === 'author') return 'author'
  // "That record points to a hard month": what shows it holds no view.
  if (speaker.kind === 'group' && showsOnly(headOf(speaker.name), 'show')) return null
  // "She expects rents to rise, and lenders to have left": the verb before holds both.
  if (/ to$/.test(speaker.name)) return sharedHolding(page, reading, cue.at)
  // "Those whom we pay for this doubt it": better nobody than an adverbial.
  if (speaker.kind === 'group' && adverbial.test(speaker.name)) return { speaker: null, act: 'thought' }
  if (grants && !isSayer(page, speaker, tokens) && !(lemma === 'put' && isDocument(speaker.name))) return null
  // "Nobody should expect": advice, so the speaker's own.
  // "A unit of that size can expect": its lot.
  const helped = reading.words.slice(clause.core, disbelief ? cue.at : Math.max(cue.at + 1, cue.verb))
  if (helped.some((word) => advising.has(word))) return 'author'
  const said =
    cue.phrase.startsWith('micro:') || grants
      ? lemma !== 'see'
      : !disbelief && (verbAct(lemma) === 'speech' || talking.has(lemma))
  return { speaker, act: said ? 'speech' : 'thought' }
}

const fronting = wordSet('should were had if unless once when as with in on at after before by for despite')

const headOf = (name: string): string => name.split(/ (?:who|whom|which|that|of|for|in|from) /)[0] ?? ''

const sharedHolding = (page: Page, reading: Reading, at: number): Holding | 'author' | null => {
  const held = ({ tag, lemma }: Reading['tokens'][number]): boolean => tag === 'VERB' && verbAct(lemma) === 'thought'
  const verb = reading.tokens.findLastIndex((token, k) => k < at && held(token))
  const speaker = verb > 0 ? subjectAt(page, reading, verb) : null
  return speaker && (speaker.kind === 'author' ? 'author' : { speaker, act: 'thought' })
}

/** A bare "expect" that opens its sentence, or follows the comma of the condition or adverbial that opens it. */
const isCommand = ({ tokens, words }: Reading, { at }: Cue): boolean => {
  if (words[at] !== 'expect') return false
  let first = at
  while (first > 0 && ![';', ':', '"'].includes(words[first - 1] ?? '')) first--
  if (tokens[first]?.tag === 'CCONJ') first++
  return first === at || (tokens[at - 1]?.tag === 'PUNCT' && fronting.has(words[first] ?? ''))
}

const voice = (page: Page, { speaker, act }: Holding, directness: Voice['directness']): Voice => {
  if (!speaker) return { attribution: 'reported', directness, claimant: null, claimantRole: null }
  const named = speaker.kind === 'pronoun' ? resolved(page, speaker) : speaker
  const quoted = named.kind === 'person' && act === 'speech'
  return {
    attribution: quoted ? 'quoted' : 'reported',
    directness,
    claimant: named.name || null,
    claimantRole: named.person?.role ?? null,
  }
}

/** Whom a pronoun means, or the pronoun when the text does not tell. */
const resolved = (page: Page, speaker: Speaker): Speaker => {
  const word = speaker.name.toLowerCase()
  if (word !== 'he' && word !== 'she') {
    const group = groupBefore(page, speaker.start, word)
    const apart = quotationAt(page.quotations, speaker.start) !== quotationAt(page.quotations, group?.start ?? 0)
    // "“They think they will win,” Roe said": whom the speaker means, the author's words before it do not tell.
    if (!group || apart) return speaker
    return group.kind === 'pronoun' ? resolved(page, group) : group
  }
  const person = personBefore(page, speaker.start, word)
  return person ? { ...speaker, kind: 'person', name: person.name, person } : speaker
}

import type { ExtractedCandidate } from '../candidate.ts'
import type { Link } from './chain.ts'
import { clauseAt } from './clause.ts'
import type { Cue, Reading } from './cue.ts'
import { type FullNames, inFull } from './full-names.ts'
import { type Quotation, quotationAt } from './quotation.ts'
import type { Speakers } from './quoted-speaker.ts'
import { lastPersonBefore, type Speaker, speakerIn } from './speaker.ts'
import { beliefVerbs, forecastVerbs, opinionNouns, speechVerbs, wordSet } from './words.ts'

/** Whose forecast it is and in whose words. `claimant: null` is the author of the piece. */
export type Voice = Pick<ExtractedCandidate, 'attribution' | 'directness' | 'claimant'>

/** What the voice of a sentence may depend on beyond the sentence. */
export type Page = {
  text: string
  readings: readonly Reading[]
  quotations: readonly Quotation[]
  speakers: Speakers
  fullNames: FullNames
}

const own: Voice = { attribution: 'own', directness: 'verbatim', claimant: null }

/** Reads the voice of a cue: the quotation it stands in, the verbs of saying and believing around it, "according to". */
export const voiceOf = (page: Page, reading: Reading, cue: Cue, chain: readonly Link[]): Voice => {
  const offset = reading.tokens[cue.at]?.start ?? reading.start
  const quotation = quotationAt(page.quotations, offset)
  const within = quotation
    ? chain.filter((link) => (reading.tokens[link.governor]?.start ?? 0) >= quotation.start)
    : chain
  if (quotation) {
    const said = attributed(page, reading, cue, within, offset)
    if (said && said.claimant !== null) return { ...said, directness: 'paraphrase' }
    return voiceOfSpeaker(page.speakers.get(quotation) ?? null, 'verbatim', page, quotation.start)
  }
  return spoken(page, reading, cue, chain, offset) ?? own
}

/** The voice that the words around the clause give it, or null when it is the speaker's own. */
const spoken = (page: Page, reading: Reading, cue: Cue, chain: readonly Link[], offset: number): Voice | null => {
  const said = attributed(page, reading, cue, chain, offset)
  if (said) return said
  const aside = accordingTo(page, reading, cue) ?? parenthetical(page, reading, cue) ?? beforeColon(page, reading, cue)
  return aside ? voiceOfSpeaker(aside, 'paraphrase', page, offset) : null
}

/** The voice that verbs of saying and believing around the clause give it. */
const attributed = (page: Page, reading: Reading, cue: Cue, chain: readonly Link[], offset: number): Voice | null => {
  // "He is sure to exploit the gaps that will open": what a relative clause says is the author's, whatever he believes.
  const relative = clauseAt(reading.tokens, reading.asides, cue.at).kind === 'relative'
  const attributing =
    [...chain].reverse().find((link) => isSpeech(link)) ??
    (relative ? undefined : [...chain].reverse().find((link) => isBelief(link) || isCommonView(reading, link)))
  if (attributing) {
    const speaker = subjectSpeaker(page, reading, attributing)
    if (speaker)
      return firstPerson(speaker) ? null : voiceOfSpeaker(speaker, 'paraphrase', page, offset, isSpeech(attributing))
  }
  return attitudeVoice(page, reading, cue, offset)
}

const isSpeech = (link: Link): boolean =>
  (link.tag === 'VERB' && (speechVerbs.has(link.lemma) || forecastVerbs.has(link.lemma))) || madeClear(link)
const madeClear = (link: Link): boolean => ['clear', 'adamant', 'plain', 'explicit'].includes(link.word)
const isBelief = (link: Link): boolean =>
  (link.tag === 'VERB' && beliefVerbs.has(link.lemma)) ||
  opinionNouns.has(link.word) ||
  ['skeptical', 'confident', 'convinced', 'optimistic', 'pessimistic', 'sure', 'certain'].includes(link.word)

const commonViews = wordSet('opinion wisdom consensus orthodoxy fashion expectation belief prediction forecast')
/** "Respectable opinion holds that", "the consensus is that": the view of others, unless it is "my view". */
const isCommonView = ({ words }: Reading, { lemma, subject }: Link): boolean => {
  const holder = words.slice(subject.from, subject.to)
  const mine = holder.some((word) => word === 'my' || word === 'our')
  return ['be', 'hold', 'remain'].includes(lemma) && !mine && holder.some((word) => commonViews.has(word))
}

const firstPerson = (speaker: Speaker): boolean => /^(?:i|we|you)(?:['’]\w+)?$/i.test(speaker.name)

const subjectSpeaker = (page: Page, reading: Reading, link: Link): Speaker | null => {
  // "he said, adding that": a participle has no subject of its own.
  const participle = link.word.endsWith('ing')
  const speaker = participle ? null : speakerIn(reading.tokens, link.subject.from, link.subject.to, page.text)
  if (speaker && !/^(?:it|this|that|there|which|what)$/i.test(speaker.name)) return speaker
  // Then the subject stands with an earlier verb of saying.
  for (let k = link.verb - 1; k > 0; k--) {
    if (reading.tokens[k]?.tag !== 'VERB' || !speechVerbs.has(reading.tokens[k]?.lemma ?? '')) continue
    const clause = clauseAt(reading.tokens, reading.asides, k)
    return speakerIn(reading.tokens, clause.core, k, page.text)
  }
  return null
}

/** "Many analysts remain skeptical", "Roe felt pessimistic", "analysts expect X to": the subject holds the view. */
const attitudeVoice = (page: Page, reading: Reading, cue: Cue, offset: number): Voice | null => {
  const negatedBelief = cue.kind === 'frame' && (cue.phrase === 'not-believe' || cue.phrase === 'we-doubt')
  if (cue.kind !== 'attitude' && !negatedBelief) return null
  const clause = clauseAt(reading.tokens, reading.asides, cue.at)
  const from = cue.from < cue.at && cue.kind === 'attitude' ? Math.min(cue.from, clause.core) : clause.core
  const speaker = speakerIn(reading.tokens, from, cue.at, page.text)
  if (!speaker || firstPerson(speaker)) return null
  // A number put on a chance is said, a mood or an expectation is ascribed.
  return voiceOfSpeaker(speaker, 'paraphrase', page, offset, cue.phrase.startsWith('micro:'))
}

/** "According to Roe, talks will": the name that follows. */
const accordingTo = (page: Page, { tokens, words }: Reading, cue: Cue): Speaker | null => {
  const i = words.findIndex(
    (word, k) =>
      (word === 'according' && words[k + 1] === 'to') || (word === 'in' && words[k + 2] === 'view' && k === 0),
  )
  if (i < 0 || words[i] !== 'according') return null
  let to = i + 2
  while (to < tokens.length && ![',', '.', ';', ':'].includes(words[to] ?? '') && to !== cue.at) to++
  return speakerIn(tokens, i + 2, to, page.text)
}

/** "Roe explained again: first …, then …": a verb of saying before the colon. */
const beforeColon = (page: Page, reading: Reading, cue: Cue): Speaker | null => {
  const { tokens, words } = reading
  const colon = words.lastIndexOf(':', cue.at)
  const saying = [1, 2, 3, 4].some(
    (back) => tokens[colon - back]?.tag === 'VERB' && speechVerbs.has(tokens[colon - back]?.lemma ?? ''),
  )
  if (colon < 2 || !saying) return null
  const first = tokens.findIndex((token) => token.tag === 'VERB' || token.tag === 'AUX')
  return first < colon ? speakerIn(tokens, 0, first, page.text) : null
}

/** "The talks will fail, analysts say", "The talks, analysts say, will": a verb of saying between commas, with its subject. */
const parenthetical = (page: Page, { tokens, words }: Reading, cue: Cue): Speaker | null => {
  for (let i = 0; i < tokens.length; i++) {
    if (words[i] !== ',') continue
    for (let k = i + 1; k < Math.min(tokens.length, i + 8); k++) {
      if (words[k] === ',' || tokens[k]?.tag === 'AUX' || tokens[k]?.tag === 'SCONJ') break
      if (tokens[k]?.tag !== 'VERB') continue
      const closing = (i > cue.verb ? ['.', ',', '"'] : [',']).includes(words[k + 1] ?? '.')
      if (speechVerbs.has(tokens[k]?.lemma ?? '') && closing && k > i + 1) return speakerIn(tokens, i + 1, k, page.text)
      break
    }
  }
  return null
}

const voiceOfSpeaker = (
  speaker: Speaker | null,
  directness: Voice['directness'],
  page: Page,
  offset: number,
  speech = true,
): Voice => {
  if (!speaker)
    return {
      attribution: 'quoted',
      directness,
      claimant: inFull(lastPersonBefore(page.readings, offset, page.text) ?? 'unnamed', page.fullNames),
    }
  if (speaker.pronoun && /^(?:he|she)$/i.test(speaker.name)) {
    const name = lastPersonBefore(page.readings, speaker.start, page.text)
    const claimant = inFull(name ?? speaker.name, page.fullNames)
    return { attribution: name && speech ? 'quoted' : 'reported', directness, claimant }
  }
  const person = speaker.person && speech
  return {
    attribution: person ? 'quoted' : 'reported',
    directness,
    claimant: speaker.person ? inFull(speaker.name, page.fullNames) : speaker.name,
  }
}

import type { ExtractedCandidate } from '../candidate.ts'
import { type Link, subjectOf } from './chain.ts'
import { clauseAt } from './clause.ts'
import type { Cue, Reading } from './cue.ts'
import type { Quotation } from './quotation.ts'
import { lastPersonBefore, type Speaker, speakerIn } from './speaker.ts'
import { beliefVerbs, forecasterNouns, forecastVerbs, opinionNouns, speechVerbs } from './words.ts'

/** Whose forecast it is and in whose words. `claimant: null` is the author of the piece. */
export type Voice = Pick<ExtractedCandidate, 'attribution' | 'directness' | 'claimant'>

/** What the voice of a sentence may depend on beyond the sentence. */
export type Page = { text: string; readings: readonly Reading[]; quotations: readonly Quotation[] }

const own: Voice = { attribution: 'own', directness: 'verbatim', claimant: null }

/** Reads the voice of a cue: the quotation it stands in, the verbs of saying and believing around it, "according to". */
export const voiceOf = (page: Page, reading: Reading, cue: Cue, chain: readonly Link[]): Voice => {
  const offset = reading.tokens[cue.at]?.start ?? reading.start
  const quotation = page.quotations.find((quote) => quote.start <= offset && offset < quote.end)
  const within = quotation ? chain.filter((link) => (reading.tokens[link.governor]?.start ?? 0) >= quotation.start) : chain
  if (quotation) {
    const said = attributed(page, reading, cue, within, offset)
    if (said && said.claimant !== null) return { ...said, directness: 'paraphrase' }
    return voiceOfSpeaker(quoteSpeaker(page, quotation), 'verbatim', page, quotation.start)
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
  const attributing = [...chain].reverse().find((link) => isSpeech(link)) ?? (relative ? undefined : [...chain].reverse().find((link) => isBelief(link)))
  if (attributing) {
    const speaker = subjectSpeaker(page, reading, attributing)
    if (speaker) return firstPerson(speaker) ? null : voiceOfSpeaker(speaker, 'paraphrase', page, offset, isSpeech(attributing))
  }
  return attitudeVoice(page, reading, cue, offset)
}

const isSpeech = (link: Link): boolean =>
  (link.tag === 'VERB' && (speechVerbs.has(link.lemma) || forecastVerbs.has(link.lemma))) || madeClear(link)
const madeClear = (link: Link): boolean => ['clear', 'adamant', 'plain', 'explicit'].includes(link.word)
const isBelief = (link: Link): boolean =>
  (link.tag === 'VERB' && beliefVerbs.has(link.lemma)) || opinionNouns.has(link.word) || ['skeptical', 'confident', 'convinced', 'optimistic', 'pessimistic', 'sure', 'certain'].includes(link.word)

const firstPerson = (speaker: Speaker): boolean => speaker.pronoun && /^(?:i|we|you)$/i.test(speaker.name)

const subjectSpeaker = (page: Page, reading: Reading, link: Link): Speaker | null => {
  const speaker = speakerIn(reading.tokens, link.subject.from, link.subject.to, page.text)
  if (speaker && !/^(?:it|this|that|there|which|what)$/i.test(speaker.name)) return speaker
  // "he said, adding that": the subject stands with an earlier verb of saying.
  for (let k = link.verb - 1; k > 0; k--) {
    if (reading.tokens[k]?.tag !== 'VERB' || !speechVerbs.has(reading.tokens[k]?.lemma ?? '')) continue
    const clause = clauseAt(reading.tokens, reading.asides, k)
    return speakerIn(reading.tokens, clause.core, k, page.text)
  }
  return speaker && speaker.name.toLowerCase() === 'who' ? null : null
}

/** "Many analysts remain skeptical", "Lau felt pessimistic", "analysts expect X to": the subject holds the view. */
const attitudeVoice = (page: Page, reading: Reading, cue: Cue, offset: number): Voice | null => {
  const negatedBelief = cue.kind === 'frame' && (cue.phrase === 'not-believe' || cue.phrase === 'we-doubt')
  if (cue.kind !== 'attitude' && !negatedBelief) return null
  const clause = clauseAt(reading.tokens, reading.asides, cue.at)
  const speaker = speakerIn(reading.tokens, clause.core, cue.at, page.text)
  if (!speaker || firstPerson(speaker)) return null
  return voiceOfSpeaker(speaker, 'paraphrase', page, offset, false)
}

/** "According to Ushakov, talks will": the name that follows. */
const accordingTo = (page: Page, { tokens, words }: Reading, cue: Cue): Speaker | null => {
  const i = words.findIndex((word, k) => (word === 'according' && words[k + 1] === 'to') || (word === 'in' && words[k + 2] === 'view' && k === 0))
  if (i < 0 || words[i] !== 'according') return null
  let to = i + 2
  while (to < tokens.length && ![',', '.', ';', ':'].includes(words[to] ?? '') && to !== cue.at) to++
  return speakerIn(tokens, i + 2, to, page.text)
}

/** "Lavrov explained again: first …, then …": a verb of saying before the colon. */
const beforeColon = (page: Page, reading: Reading, cue: Cue): Speaker | null => {
  const { tokens, words, asides } = reading
  const colon = words.lastIndexOf(':', cue.at)
  for (let k = colon - 1; k > 0; k--) {
    if (tokens[k]?.tag !== 'VERB' || !speechVerbs.has(tokens[k]?.lemma ?? '')) continue
    const clause = clauseAt(tokens, asides, k)
    const { to } = subjectOf(reading, clause, k)
    return speakerIn(tokens, clause.core, to, page.text)
  }
  return null
}

/** "The talks will fail, analysts say": a verb of saying after the clause, with its subject. */
const parenthetical = (page: Page, { tokens, words }: Reading, cue: Cue): Speaker | null => {
  for (let i = cue.verb + 1; i < tokens.length; i++) {
    if (words[i] !== ',') continue
    for (let k = i + 1; k < Math.min(tokens.length, i + 8); k++) {
      if (words[k] === ',' || tokens[k]?.tag === 'AUX' || tokens[k]?.tag === 'SCONJ') break
      if (tokens[k]?.tag !== 'VERB') continue
      const closing = ['.', ',', '"'].includes(words[k + 1] ?? '.')
      if (speechVerbs.has(tokens[k]?.lemma ?? '') && closing && k > i + 1) return speakerIn(tokens, i + 1, k, page.text)
      break
    }
  }
  return null
}

const voiceOfSpeaker = (speaker: Speaker | null, directness: Voice['directness'], page: Page, offset: number, speech = true): Voice => {
  if (!speaker) return { attribution: 'quoted', directness, claimant: lastPersonBefore(page.readings, offset, page.text) ?? 'unnamed' }
  if (speaker.pronoun && /^(?:he|she)$/i.test(speaker.name)) {
    const name = lastPersonBefore(page.readings, offset, page.text)
    return { attribution: name && speech ? 'quoted' : 'reported', directness, claimant: name ?? speaker.name }
  }
  const person = speaker.person && speech
  return { attribution: person ? 'quoted' : 'reported', directness, claimant: speaker.name }
}

/** Who speaks a quotation: the subject of the verb of saying beside it, else of the quotation before it. */
const quoteSpeaker = (page: Page, quotation: Quotation): Speaker | null => {
  const around = page.readings.filter((reading) => reading.block === quotation.block && reading.end > quotation.start - 1)
  const after = around.find((reading) => reading.end >= quotation.end)
  const before = around[0]
  const found = (after && speakerAfter(page, after, quotation.end)) ?? (before && speakerBefore(page, before, quotation.start))
  if (found) return found
  const earlier = page.quotations.filter((other) => other.block === quotation.block && other.end < quotation.start).at(-1)
  return earlier ? quoteSpeaker(page, earlier) : null
}

const isSaying = (reading: Reading, k: number): boolean => reading.tokens[k]?.tag === 'VERB' && speechVerbs.has(reading.tokens[k]?.lemma ?? '')

const speakerAfter = (page: Page, reading: Reading, offset: number): Speaker | null => {
  const first = reading.tokens.findIndex((token) => token.start >= offset)
  if (first < 0) return null
  for (let k = first; k < Math.min(reading.tokens.length, first + 45); k++) {
    if (!isSaying(reading, k)) continue
    const before = speakerIn(reading.tokens, first, k, page.text)
    if (before) return before
    let to = k + 1
    while (to < reading.tokens.length && ![',', '.', '"', ':'].includes(reading.words[to] ?? '')) to++
    return speakerIn(reading.tokens, k + 1, to, page.text)
  }
  return null
}

const speakerBefore = (page: Page, reading: Reading, offset: number): Speaker | null => {
  const { tokens } = reading
  for (let k = tokens.length - 1; k > 0; k--) {
    if ((tokens[k]?.start ?? 0) >= offset || !isSaying(reading, k)) continue
    const clause = clauseAt(tokens, reading.asides, k)
    const speaker = speakerIn(tokens, clause.core, k, page.text)
    if (speaker) return speaker
  }
  return null
}

export const isForecaster = (word: string): boolean => forecasterNouns.has(word)

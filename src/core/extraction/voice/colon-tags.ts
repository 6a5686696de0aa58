import { chainOf } from '../clauses/chain.ts'
import { clauseAt } from '../clauses/clause.ts'
import { hasTense } from '../clauses/clause-openings.ts'
import { subjectAt } from '../clauses/subjects.ts'
import type { Reading } from '../cues/cue.ts'
import { wordSet } from '../sentences/words.ts'
import { type Act, clauseWords, isPastForm, nounAct, verbAct } from './saying-words.ts'
import { holdingOf, ownerOf } from './sayings.ts'
import { type Cast, isSayer, type Speaker } from './speaker.ts'

/**
 * Words that ascribe the rest of their sentence without governing it: "…, Roe told me, …", "according to Roe", "in her
 * view", "Roe was blunter: …". One stands at token `at` and holds for `tokens.slice(from, to)`. `past`: it shifts a "will"
 * to "would".
 */
export type SpeechTag = { speaker: Speaker | null; act: Act; at: number; from: number; to: number; past: boolean }

const manner =
  wordSet(`blunt blunter clear clearer plain plainer categorical simple stark categorical adamant explicit frank franker emphatic
  gloomy gloomier optimistic pessimistic hopeful confident certain sure specific cautious bolder bold harsher scathing
  unequivocal unanimous firm defiant direct bullish bearish sceptical skeptical upbeat`)
const copulas = wordSet('is was are were remains sounds seems sounded seemed remained')

/** "Roe explained: …", "Roe was blunter: …", "Roe's warning was plain: …": what stands after the colon is theirs. */
export const colonAt = (cast: Cast, reading: Reading, colon: number): SpeechTag | null => {
  const { words, tokens } = reading
  if (words[colon] !== ':' || colon < 2) return null
  const holding = beforeColon(cast, reading, colon)
  const past = words.slice(Math.max(0, colon - 5), colon).some((word) => isPastForm(word) || word === 'was')
  return holding && { ...holding, at: colon, past, from: colon + 1, to: tokens.length }
}

const beforeColon = (cast: Cast, reading: Reading, colon: number): { speaker: Speaker; act: Act } | null => {
  const { words, tokens } = reading
  for (let k = colon - 1; k > 0 && colon - k < 6; k--) {
    const word = words[k] ?? ''
    const act = nounAct(word)
    const owner = act ? ownerOf(cast, reading, k, k + 1) : null
    const stated = k === colon - 1 || words.slice(k + 1, colon).some((after) => manner.has(after))
    if (act && owner && stated) return { speaker: owner, act }
    const copula = copulas.has(word) && words.slice(k + 1, colon).some((after) => manner.has(after))
    const goes = ['go', 'put'].includes(tokens[k]?.lemma ?? '') && colon - k < 4
    const saying =
      tokens[k]?.tag === 'VERB' &&
      verbAct(tokens[k]?.lemma ?? '') === 'speech' &&
      !words.slice(k + 1, colon).some((after) => clauseWords.has(after))
    if (!copula && !goes && !saying) continue
    const speaker = subjectAt(cast, reading, k)
    if (!speaker) return null
    const head = nounOwnerIn(cast, reading, k, speaker)
    if (head) return { speaker: head, act: 'speech' }
    return saying || isSayer(cast, speaker, tokens) ? { speaker, act: 'speech' } : null
  }
  return embeddedBefore(cast, reading, colon)
}

/** "He thinks the grass is another story: …": what the clause before the colon is ascribed to explains itself. */
const embeddedBefore = (cast: Cast, reading: Reading, colon: number): { speaker: Speaker; act: Act } | null => {
  for (let k = colon - 1; k > 0 && colon - k < 12; k--) {
    if (!hasTense(reading.tokens, k)) continue
    const clause = clauseAt(reading.tokens, reading.asides, k)
    if (clause.kind !== 'complement') return null
    for (const link of chainOf(reading, clause)) {
      const holding = holdingOf(cast, reading, link)
      if (holding?.speaker) return { speaker: holding.speaker, act: holding.act }
    }
    return null
  }
  return null
}

/** "Roe's message to investors was plain": the owner of the noun of saying in the subject of the verb at `verb`. */
const nounOwnerIn = (cast: Cast, reading: Reading, verb: number, { kind }: Speaker): Speaker | null => {
  for (let k = verb - 1; kind === 'group' && k >= 0 && verb - k < 8; k--)
    if (nounAct(reading.words[k] ?? '')) return ownerOf(cast, reading, k, k + 1)
  return null
}

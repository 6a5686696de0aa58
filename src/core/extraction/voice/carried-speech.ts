import { chainOf } from '../clauses/chain.ts'
import { clauseAt } from '../clauses/clause.ts'
import type { Reading } from '../cues/cue.ts'
import type { Token } from '../sentences/token.ts'
import { wordSet } from '../sentences/words.ts'
import { isPastForm, verbAct } from './saying-words.ts'
import { type Holding, holdingOf } from './sayings.ts'
import type { Cast } from './speaker.ts'
import { speechTags } from './speech-tags.ts'

const shifted = wordSet('would could might')
const telling = wordSet(`say tell add warn predict forecast explain insist argue announce testify write report estimate
  claim caution`)
/** The clause told begins within so many words of its verb: "told the committee on Monday that". */
const NEAR = 9
const notTheirs = wordSet('i we you if were unless ? but')

/**
 * Indirect speech that runs on without a tag: after "Roe told them that sales would fall." the plain "would" of the next
 * sentences of the paragraph is still Roe's. Sentence index → who is speaking.
 */
export const carriedSpeech = (cast: Cast, readings: readonly Reading[]): ReadonlyMap<number, Holding> => {
  const carried = new Map<number, Holding>()
  let speaking: Holding | null = null
  readings.forEach((reading, i) => {
    const same = i > 0 && readings[i - 1]?.block === reading.block
    const modal = reading.tokens.findIndex(({ tag, word }) => tag === 'AUX' && shifted.has(word))
    if (!same || modal < 0) speaking = null
    if (modal < 0) return
    const told = reading.tokens.some(isTelling) ? toldIn(cast, reading, modal) : null
    const runsOn = speaking !== null && !reading.words.some((word) => notTheirs.has(word))
    if (speaking && runsOn && !told) carried.set(i, speaking)
    if (told || !runsOn) speaking = told
  })
  return carried
}

const isTelling = ({ tag, word, lemma }: Token): boolean =>
  tag === 'VERB' && isPastForm(word) && verbAct(lemma) === 'speech'

/** Who said, in the past tense, what the modal foretells. */
const toldIn = (cast: Cast, reading: Reading, modal: number): Holding | null => {
  const clause = clauseAt(reading.tokens, reading.asides, modal)
  for (const link of clause.kind === 'complement' ? chainOf(reading, clause) : []) {
    const past = telling.has(link.lemma) && /(?:ed|said|told|wrote)$/.test(link.word)
    const holding =
      past && link.tag === 'VERB' && clause.core - link.governor < NEAR ? holdingOf(cast, reading, link) : null
    if (holding?.act === 'speech' && holding.speaker?.kind !== 'author') return holding
  }
  const tag = speechTags(cast, reading).find(
    ({ past, from, to, act }) => past && act === 'speech' && from <= modal && modal < to,
  )
  return tag ?? null
}

import type { Token } from '../extraction/sentences/token.ts'
import { wordSet } from '../extraction/sentences/words.ts'
import { conceptOf } from '../matching/vocabulary.ts'
import type { Asked } from './asked.ts'
import type { Stance } from './passage.ts'
import type { Standing } from './standing.ts'
import { type Term, termsOf } from './terms.ts'

/** The sentence of a passage that bears most on a claim, with what is known of it; `beside`: the keys of the whole passage. */
export type Witness = {
  tokens: readonly Token[]
  standing: Standing
  year: number | null
  beside: ReadonlySet<string>
}

/** What a passage says to a claim as worded, and why that is thought, in words. */
export type Judgement = { stance: Stance; reasons: string[] }

const negators = wordSet(
  'no not never neither nor nobody none nothing without hardly barely scarcely nowhere little few',
)
const refusing = wordSet('fail refuse decline unable unwilling yet')
const boundaries = wordSet('; : — – ( ) but and while although though because which who whom that if when')
/** How far a negator reaches over its clause. */
const SCOPE = 8

const mute: Readonly<Partial<Record<Standing, string>>> = {
  foretold: 'it foretells, as the claim does',
  asked: 'it asks',
  supposed: 'it says what should or could be, not what is',
}

/** Terms of a claim with the words of a passage that they meet: the thing itself, or words that say the same or the contrary. */
type Meeting = { asked: Term; met: Term; by: 'own' | 'same' | 'scene' }

const meet = (asked: Term, terms: readonly Term[]): Meeting | null => {
  const own = terms.find((term) => term.own === asked.own)
  if (own) return { asked, met: own, by: 'own' }
  const same = terms.find((term) => asked.same !== null && term.same === asked.same)
  if (same) return { asked, met: same, by: 'same' }
  const scene = terms.find((term) => term.scenes.some((one) => asked.scenes.includes(one)))
  return scene ? { asked, met: scene, by: 'scene' } : null
}

/**
 * What a passage says to a claim. It takes sides only when it tells what is, names all that the claim names, and speaks of
 * what the claim says of it, in its words or in words for the same or the contrary: then negation on either side decides.
 * Whatever is less is `unclear`. No stance settles anything.
 */
export const judge = (asked: Asked, witness: Witness, since: number): Judgement => {
  const terms = termsOf(witness.tokens)
  const meetings = asked.terms.flatMap((term) => meet(term, terms) ?? [])
  const reasons = meetings.length === 0 ? [] : [`speaks of ${meetings.map(told).join(', ')}`]
  const unclear = (why: string): Judgement => ({ stance: 'unclear', reasons: [...reasons, why] })
  const silent = mute[witness.standing]
  if (silent) return unclear(silent)
  if (witness.year !== null && witness.year < since) return unclear(`it tells of ${witness.year}, before the claim`)
  const missing = asked.terms.find((term) => mustStand(term) && !witness.beside.has(term.own))
  if (missing) return unclear(`it does not name ${missing.written}`)
  const core = predicateOf(asked)
  const met = core && meetings.find((meeting) => meeting.asked === core && isSaid(asked, witness, meeting))
  if (!core || !met) return unclear(core ? `it does not say “${core.written}”` : 'the claim has no predicate')
  if (!isAsserted(witness.tokens, met.met, meetings)) return unclear(`“${met.met.written}” is not told as a fact`)
  return side(asked, witness, met, reasons)
}

/** A verb is said again by a verb: "to force" is not "a force". */
const isSaid = (asked: Asked, { tokens }: Witness, { asked: core, met, by }: Meeting): boolean =>
  by !== 'scene' && (asked.tokens[core.at]?.tag !== 'VERB' || tokens[met.at]?.tag === 'VERB')

const told = ({ asked, met, by }: Meeting): string =>
  asked.written === met.written ? asked.written : `${met.written} (${by === 'scene' ? 'near' : 'for'} ${asked.written})`

/** Names, countries and figures: a passage without them may be about something else. */
const mustStand = ({ kind }: Term): boolean => kind !== 'word'

/** What a claim says of its subject: its first weighty verb, else its first weighty word. */
const predicateOf = ({ tokens, terms }: Asked): Term | null => {
  const words = terms.filter(({ kind, light }) => kind === 'word' && !light)
  return words.find(({ at }) => tokens[at]?.tag === 'VERB') ?? words[0] ?? null
}

/** A verb with a tense of its own; a noun that is denied, or that one of the claim's verbs is said of. */
const isAsserted = (tokens: readonly Token[], { at }: Term, meetings: readonly Meeting[]): boolean => {
  const token = tokens[at]
  if (token?.tag === 'VERB') return tokens[at - 1]?.word !== 'to' && !token.word.endsWith('ing')
  if (isDenied(tokens, at)) return true
  return meetings.some(({ met, by }) => by !== 'scene' && tokens[met.at]?.tag === 'VERB' && met.at !== at)
}

const side = (
  asked: Asked,
  { tokens }: Witness,
  { asked: core, met, by }: Meeting,
  reasons: readonly string[],
): Judgement => {
  const turned = signOf(asked.tokens, core.at) !== signOf(tokens, met.at)
  const claimDenied = (asked.tokens.filter(isNegator).length % 2 === 1) !== asked.doubted
  const denied = isDenied(tokens, met.at)
  const agrees = (claimDenied === denied) !== turned
  const why = [
    denied ? `denies “${met.written}”` : `tells “${met.written}”`,
    ...(turned ? [`the contrary of “${core.written}”`] : by === 'same' ? [`which says “${core.written}”`] : []),
    claimDenied ? 'the claim denies it' : 'the claim asserts it',
  ]
  return { stance: agrees ? 'for' : 'against', reasons: [...reasons, why.join('; ')] }
}

/** Which of two contraries a word is: "end" 1, "continue" -1; directions count too. */
const signOf = (tokens: readonly Token[], at: number): number => {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token) return 1
  const concept = (next && conceptOf(`${token.lemma} ${next.word}`)) ?? conceptOf(token.word) ?? conceptOf(token.lemma)
  return (concept?.sign ?? 1) * (concept?.way === -1 ? -1 : 1)
}

const isNegator = ({ word, lemma }: Token): boolean => negators.has(word) || refusing.has(lemma)

/** Whether a negator stands before a word in its clause, or behind it at its verb ("a deal was not reached"). */
const isDenied = (tokens: readonly Token[], at: number): boolean => {
  for (let k = at - 1; k >= 0 && at - k <= SCOPE; k--) {
    const token = tokens[k]
    if (!token || boundaries.has(token.word)) break
    if (isNegator(token)) return true
  }
  if (tokens[at]?.tag === 'VERB') return false
  for (let k = at + 1; k < tokens.length && k - at <= SCOPE; k++) {
    const token = tokens[k]
    if (!token || boundaries.has(token.word)) return false
    if (token.tag === 'AUX') return isNegator(tokens[k + 1] ?? token)
  }
  return false
}

import type { Token } from '../extraction/sentences/token.ts'
import { wordSet } from '../extraction/sentences/words.ts'
import type { Asked } from './asked.ts'
import { type Clause, clauseOf, isTold, mainClause, refuses, verbsIn } from './clause.ts'
import type { Stance } from './passage.ts'
import type { Sense } from './senses.ts'
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

const negators = wordSet('no not never neither nor nobody none nothing without hardly barely scarcely nowhere')
const boundaries = wordSet('; : — – ( ) but and while although though because which who whom that if when')
/** How far a negator reaches over its clause. */
const SCOPE = 8

/** Why a passage that forecasts is mute. */
export const FORETELLS = 'it foretells, as the claim does'
const mute: Readonly<Partial<Record<Standing, string>>> = {
  foretold: FORETELLS,
  asked: 'it asks',
  supposed: 'it says what should or could be, not what is',
}

/** Terms of a claim with the words of a passage that they meet: the thing itself, or words that say the same or the contrary. */
type Meeting = { asked: Term; met: Term; by: 'own' | 'same' | 'scene' }

/** Two words for one thing. */
const isOne = (a: Term, b: Term): boolean => a.own === b.own || (a.same !== null && a.same === b.same)

const meet = (asked: Term, terms: readonly Term[]): Meeting | null => {
  const own = terms.find((term) => term.own === asked.own)
  if (own) return { asked, met: own, by: 'own' }
  const same = terms.find((term) => asked.same !== null && term.same === asked.same)
  if (same) return { asked, met: same, by: 'same' }
  const scene = terms.find((term) => term.scenes.some((one) => asked.scenes.includes(one)))
  return scene ? { asked, met: scene, by: 'scene' } : null
}

/** A clause of a passage that tells the outcome a claim is about, or its contrary. */
type Telling = { clause: Clause; asked: Sense; told: Sense }

/**
 * What a passage says to a claim. It takes sides only when a clause tells as a fact what the claim says, or the contrary, of
 * whom the claim says it, and the passage speaks of all that the claim speaks of: then negation on either side decides.
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
  const unnamed = asked.terms.find((term) => term.kind !== 'word' && !witness.beside.has(term.own))
  if (unnamed) return unclear(`it does not name ${unnamed.written}`)
  const claim = mainClause(asked.tokens)
  if (!claim) return unclear('the claim has no predicate')
  const tellings = tellingsOf(claim, witness.tokens)
  if (tellings.length === 0) return unclear(`it does not say “${asked.tokens[claim.at]?.word}”`)
  const facts = tellings.filter(({ clause }) => isTold(witness.tokens, clause))
  if (facts.length === 0) return unclear(`“${wordAt(witness.tokens, tellings[0])}” is not told as a fact`)
  const sides = { asked, claim, witness, terms }
  const fitting = facts.find((telling) => isOfTheSame(sides, telling))
  if (!fitting) return unclear(`“${wordAt(witness.tokens, facts[0])}” is told of something else`)
  const missing = asked.terms.find((term) => isMissing(sides, fitting, term))
  if (missing) return unclear(`it does not speak of ${missing.written}`)
  return side(sides, fitting, reasons)
}

const told = ({ asked, met, by }: Meeting): string =>
  asked.written === met.written ? asked.written : `${met.written} (${by === 'scene' ? 'near' : 'for'} ${asked.written})`

const wordAt = (tokens: readonly Token[], telling: Telling | undefined): string =>
  tokens[telling?.clause.at ?? -1]?.word ?? ''

const saidBy = (tokens: readonly Token[], { at, last }: Clause): string =>
  tokens
    .slice(at, last + 1)
    .map(({ word }) => word)
    .join(' ')

const tellingsOf = (claim: Clause, tokens: readonly Token[]): Telling[] =>
  verbsIn(tokens).flatMap((at) => {
    const clause = clauseOf(tokens, at)
    for (const asked of claim.senses) {
      const told = clause.senses.find(({ key }) => key === asked.key)
      if (told) return [{ clause, asked, told }]
    }
    return []
  })

/** A claim and a passage, read. `terms`: those of the passage. */
type Sides = { asked: Asked; claim: Clause; witness: Witness; terms: readonly Term[] }

const covering = (terms: readonly Term[], at: number): Term | undefined =>
  terms.find((term) => term.at <= at && at < term.at + term.length)

const meets = ({ asked, terms }: Sides, heads: readonly number[], others: readonly number[]): boolean =>
  heads.some((head) =>
    others.some((other) => {
      const [one, another] = [covering(asked.terms, head), covering(terms, other)]
      return one !== undefined && another !== undefined && isOne(one, another)
    }),
  )

const talking = wordSet('talk talks negotiation negotiations effort efforts mediation summit')
/** "The talks collapsed": whatever they were to bring has not come about, whoever was to bring it. */
const areTalksThatFailed = ({ witness }: Sides, { clause, told }: Telling): boolean =>
  told.key === 'achieve' && told.sign === -1 && clause.subject.some((at) => talking.has(witness.tokens[at]?.word ?? ''))

const stands = ({ beside }: Witness, { own, same }: Term): boolean =>
  beside.has(own) || (same !== null && beside.has(same))

/** Whether a clause is about what the claim is about: who does it, and what it is done to, in the active or the passive. */
const isOfTheSame = (sides: Sides, telling: Telling): boolean => {
  const { claim, asked, witness } = sides
  const { clause } = telling
  const [subjects, objects] = [meets(sides, claim.subject, clause.subject), meets(sides, claim.object, clause.object)]
  if (areTalksThatFailed(sides, telling)) {
    const object = claim.object.map((at) => covering(asked.terms, at))
    return subjects || (object.length > 0 && object.every((term) => term && stands(witness, term)))
  }
  if (clause.passive && !claim.passive)
    return claim.object.length > 0 ? meets(sides, claim.object, clause.subject) : subjects
  if (claim.passive && !clause.passive)
    return clause.object.length > 0 ? meets(sides, claim.subject, clause.object) : subjects
  if (clause.passive) return subjects
  if (!subjects) return claim.object.length === 0 && meets(sides, claim.subject, clause.object)
  return claim.object.length === 0 || clause.object.length === 0 || objects
}

const isMissing = (sides: Sides, telling: Telling, term: Term): boolean => {
  const { claim, witness } = sides
  const isSaid = (term.at >= claim.at && term.at <= claim.last) || refuses(sides.asked.tokens, term.at)
  if (term.light || isSaid) return false
  const spared = areTalksThatFailed(sides, telling) ? [...claim.subject, ...claim.object] : []
  return !spared.includes(term.at) && !stands(witness, term)
}

const side = (
  { asked, claim, witness }: Sides,
  { clause, ...senses }: Telling,
  reasons: readonly string[],
): Judgement => {
  const turned = senses.asked.sign !== senses.told.sign
  const denials = asked.tokens.filter((_, at) => isNegator(asked.tokens, at)).length
  const claimDenied = (denials % 2 === 1) !== asked.doubted
  const denied = isDenied(witness.tokens, clause.at)
  const [claimed, met] = [saidBy(asked.tokens, claim), saidBy(witness.tokens, clause)]
  if (turned && denied && !senses.told.exact)
    return { stance: 'unclear', reasons: [...reasons, `it denies “${met}”, which does not tell “${claimed}”`] }
  const agrees = (claimDenied === denied) !== turned
  const why = [
    denied ? `denies “${met}”` : `tells “${met}”`,
    ...(turned ? [`the contrary of “${claimed}”`] : met === claimed ? [] : [`which says “${claimed}”`]),
    claimDenied ? 'the claim denies it' : 'the claim asserts it',
  ]
  return { stance: agrees ? 'for' : 'against', reasons: [...reasons, why.join('; ')] }
}

/** "Few came", but not "a few" or "the next few". */
const isScarce = (tokens: readonly Token[], at: number): boolean =>
  ['few', 'little'].includes(tokens[at]?.word ?? '') &&
  ['NOUN', 'VERB'].includes(tokens[at + 1]?.tag ?? '') &&
  !['DET', 'ADJ', 'PRON'].includes(tokens[at - 1]?.tag ?? '')

const isNegator = (tokens: readonly Token[], at: number): boolean =>
  negators.has(tokens[at]?.word ?? '') || isScarce(tokens, at) || refuses(tokens, at)

/** Whether a negator stands before a verb in its clause: "no deal was reached", "failed to reach". */
const isDenied = (tokens: readonly Token[], at: number): boolean => {
  for (let k = at - 1; k >= 0 && at - k <= SCOPE; k--) {
    if (boundaries.has(tokens[k]?.word ?? '')) return false
    if (isNegator(tokens, k)) return true
  }
  return false
}

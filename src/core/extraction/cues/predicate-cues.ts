import { type FormMatch, formAt } from '../../lexicon/match.ts'
import { subjectNegated } from '../claims/polarity.ts'
import { clauseAt } from '../clauses/clause.ts'
import { isPastForm } from '../clauses/supposition.ts'
import { beliefVerbs, outcomeNouns, speechVerbs, wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'

const copulas = wordSet('be is are am seem seems appear appears look looks remain remains become becomes prove proves')
/** Predicates that mean something else unless an infinitive follows: "is set to", "is due to". */
const needInfinitive = wordSet(`set due about slated scheduled bound destined fated poised primed expected projected
  forecast forecasted predicted anticipated tipped certain sure guaranteed widely ready on`)
const between = wordSet(
  `not never no longer to be a an the still now also therefore only very quite such itself at best rather less far more by almost nearly practically virtually single all but thought seen considered believed deemed increasingly as "`,
)

/** A sentence without one of these has no predicate cue. */
export const predicateStarts: readonly string[] = [...copulas, 'was', 'were']

/** A copula in the present or under a modal, then words of likelihood: "is still unlikely", "seems to be a long shot". */
export const predicateCues = (reading: Reading, i: number): Cue[] => {
  const { words } = reading
  const present = copulas.has(words[i] ?? '')
  if ((!present && !isBackshifted(reading, i)) || isChained(words, i)) return []
  const going = goingTo(reading, i)
  if (going) return [going]
  const form = predicateAfter(reading, i)
  if (!form || !fits(reading, i, form)) return []
  if (form.phrase === 'expected' && words[form.to] === 'to' && isDuty(reading, i)) return []
  const base = cueOf('predicate', i, form, form.to - 1)
  // "No deal is likely", "nobody is expected to win".
  const cue: Cue = subjectNegated(reading, i) ? { ...base, polarity: '-' } : base
  if (!isDenied(words, form)) return [cue]
  if (form.phrase === 'bound-to' || form.phrase === 'doomed')
    return [{ ...cue, phrase: 'uncertain', from: form.from - 1 }]
  return deniable.has(form.phrase) ? [{ ...cue, polarity: '-' }] : []
}

const bound =
  wordSet(`passengers visitors guests pupils students staff employees members applicants participants drivers users customers
  residents players citizens candidates`)
/** "Passengers are expected to carry": asked of them. */
const isDuty = ({ words }: Reading, copula: number): boolean => bound.has(words[copula - 1] ?? '')

const judging = wordSet('judge assess deem consider')
const holds = ({ lemma }: Reading['tokens'][number]): boolean =>
  speechVerbs.has(lemma) || beliefVerbs.has(lemma) || judging.has(lemma)

/** "told me that it was likely": a past tense that a verb of saying in the past brings with it. */
const isBackshifted = ({ tokens, words, asides }: Reading, i: number): boolean => {
  if (words[i] !== 'was' && words[i] !== 'were') return false
  const { kind, governor } = clauseAt(tokens, asides, i)
  const saying = governor === null ? undefined : tokens[governor]
  if (kind !== 'complement' || governor === null || saying === undefined || !holds(saying)) return false
  return isPastForm(saying.word) || words[governor - 1] === 'did'
}

const deniable = new Set(['expected', 'set-to', 'on-track', 'poised-to', 'likely'])
/** "is not expected to", "is not on course for": the words before "to" deny, and no form of their own says so. */
const isDenied = (words: readonly string[], form: FormMatch): boolean =>
  words.slice(Math.max(0, form.from - 3), form.from).some((word, k, all) => {
    if (word === 'longer') return all[k - 1] === 'no'
    return k >= all.length - 2 && (word === 'not' || word === 'never' || word === 'hardly')
  })

/** "seems to be": the copula counts once. */
const isChained = (words: readonly string[], i: number): boolean =>
  words[i] === 'be' && words[i - 1] === 'to' && copulas.has(words[i - 2] ?? '')

const goingHelpers = wordSet('now then also still really surely all both just certainly')

const denials = wordSet('not never hardly scarcely')

/** "is going to fall", "are not going to", "is going nowhere": a plain will. */
const goingTo = (reading: Reading, i: number): Cue | null => {
  const { words, tokens } = reading
  let going = i + 1
  let negated = subjectNegated(reading, i)
  for (; goingHelpers.has(words[going] ?? '') || denials.has(words[going] ?? ''); going++)
    if (denials.has(words[going] ?? '')) negated = true
  if (words[going] !== 'going') return null
  if (words[going + 1] === 'nowhere') return plainWill(i, going, going, true)
  const verb = tokens[going + 2]
  const elliptic = negated && (verb === undefined || verb.tag === 'PUNCT')
  if (words[going + 1] !== 'to' || (verb?.tag !== 'VERB' && verb?.tag !== 'AUX' && !elliptic)) return null
  return plainWill(i, going + 1, elliptic ? going + 1 : going + 2, negated)
}

const plainWill = (at: number, last: number, verb: number, negated: boolean): Cue => {
  const cue = cueOf('predicate', at, { phrase: 'will', from: at, to: last + 1 }, verb)
  return { ...cue, hedged: false, polarity: negated ? '-' : '+' }
}

const predicateAfter = ({ tokens, words }: Reading, copula: number): FormMatch | null => {
  // "the first birth there is not expected": a place.
  const there = words[copula - 1] === 'there' && tokens[copula - 2]?.tag !== 'NOUN'
  const inverted = ['nor', 'neither'].includes(words[copula - 1] ?? '')
  for (let k = afterInsert(words, copula + 1); k < Math.min(words.length, copula + 16); k++) {
    const form = formAt(words, k, 'predicate')
    if (form) {
      // "There is likely to be a second round."
      const comes = words[form.to] === 'to' || standsAfterNoun.has(words[form.from] ?? '')
      return there && !comes ? null : form
    }
    const word = words[k] ?? ''
    // "there are further cuts in store": what there is may stand in between.
    // "Nor are the insurers likely": the subject follows.
    const thing =
      (there || inverted) &&
      (thingTags.has(tokens[k]?.tag ?? '') || (inverted && ['PROPN', 'PRON'].includes(tokens[k]?.tag ?? '')))
    if (!between.has(word) && !word.endsWith('ly') && !thing) return null
  }
  return null
}

const thingTags = new Set(['NOUN', 'ADJ', 'DET', 'NUM'])

/** "is, in her view, more likely than not", "seems to us the likeliest": past what is put in at `from`. */
const afterInsert = (words: readonly string[], from: number): number => {
  if (words[from] === 'to' && ['me', 'us', 'them', 'him', 'her'].includes(words[from + 1] ?? '')) return from + 2
  if (words[from] !== ',') return from
  const close = words.indexOf(',', from + 1)
  return close > 0 && close - from < 12 ? close + 1 : from
}

const standsAfterNoun = wordSet('in on around under')

const headsFor: ReadonlySet<string> = new Set(['set', 'bound', 'destined', 'poised', 'on course', 'on track'])
/** "is on course for a record", "looks set for its worst night". */
const dueBy = wordSet('by before until within next this later soon in')

const journeys = wordSet('headed heading bound destined')
const infinitiveFree = wordSet('expected certain projected predicted')

/** Whether the predicate speaks of what is to come: the right complement, and no noun of another kind after it. */
const fits = ({ tokens, words }: Reading, copula: number, form: FormMatch): boolean => {
  const next = words[form.to] ?? ''
  const head = tokens[form.to]
  const said = words.slice(form.from, form.to).join(' ')
  // "Talks from which they are excluded": kept out, not ruled out.
  if (said === 'excluded' && (next === 'from' || words.slice(Math.max(0, copula - 4), copula).includes('which')))
    return false
  // "Baked in a tin", "in the bag with".
  if (said === 'baked in') return head === undefined || !['DET', 'NOUN', 'ADJ', 'PROPN', 'NUM'].includes(head.tag)
  if (said === 'in the bag' && ['of', 'with'].includes(next)) return false
  if (said === 'on its way' || said === 'on the way') return next === 'out' || next === 'to'
  // "is heading for Brussels", "is bound for Leeds": a journey.
  if (journeys.has(said) && next === 'for' && tokens[form.to + 1]?.tag === 'PROPN') return false
  if (said === 'headed' || said === 'heading') return ['for', 'into', 'toward', 'towards'].includes(next)
  if (needInfinitive.has(said) || /^(?:widely|on (?:course|track|pace))/.test(said)) {
    if (next === 'by' && hasAgent(tokens, form.to)) return true
    if (next === 'for' && headsFor.has(said)) return tokens[form.to + 1]?.tag !== 'VERB'
    if (form.phrase === 'expected' && dueBy.has(next)) return true
    if (next === 'to') return words[form.to + 1] !== 'the' && tokens[form.to + 1]?.tag !== 'NOUN'
    return infinitiveFree.has(said) && next === 'that' && words[copula - 1] === 'it'
  }
  if (form.phrase === 'possible' && next !== 'that' && !isPossibleEvent({ tokens, words }, copula, form)) return false
  if (/likely|probable/.test(said) && !ofEvent(tokens, copula, form)) return false
  return head?.tag !== 'NOUN' || timeNouns.has(next) || words[form.to - 1] === 'of' || outcomeNouns.has(head.word)
}

const further = wordSet('a an another further more')
const bounds = wordSet('if unless in by before this next within later as until . ,')
/** "A cut in May remains possible", "a snap poll is possible this year": of an event, not of what one can do. */
const isPossibleEvent = (
  { tokens, words }: Pick<Reading, 'tokens' | 'words'>,
  copula: number,
  form: FormMatch,
): boolean => {
  const { core } = clauseAt(tokens, [], copula)
  const present = words[copula] !== 'be'
  return present && further.has(words[core] ?? '') && core < copula && bounds.has(words[form.to] ?? '.')
}

/** "is likely to", "is likely." and "it is likely he": of an event. "He is likely the best" guesses at the present. */
const ofEvent = (tokens: Reading['tokens'], copula: number, form: FormMatch): boolean => {
  const next = tokens[form.to]
  // "is unlikely any time soon", "is likely this year": words of time follow, not the thing it is.
  if (tokens.slice(form.to, form.to + 2).some(({ word }) => timeNouns.has(word))) return true
  if (next?.word === 'ever' || next?.word === 'now') return tokens[form.to + 1]?.word === 'to'
  if (!next || !['DET', 'ADJ', 'PROPN', 'PRON', 'VERB', 'ADV', 'NUM'].includes(next.tag)) return true
  return tokens[copula - 1]?.word === 'it' || outcomeNouns.has(next.word)
}

/** "is expected by the ministry to fall": an agent stands before the infinitive. */
const hasAgent = (tokens: Reading['tokens'], by: number): boolean => {
  for (let k = by + 1; k < Math.min(tokens.length, by + 9); k++) {
    if (tokens[k]?.word === 'to') return k > by + 1 && ['VERB', 'AUX'].includes(tokens[k + 1]?.tag ?? '')
    if (!['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART'].includes(tokens[k]?.tag ?? '')) return false
  }
  return false
}

const timeNouns = wordSet(
  'time anytime soon today tomorrow tonight now day week month quarter year decade season weekend spring summer autumn winter',
)

export const distanceStarts = wordSet('year years decade decades months generation generations')
const distanceVerbs = wordSet('is are remain remains seem seems look looks be')

/** "are years down the road", "is a decade away": not before then. */
export const distanceCues = ({ tokens, words }: Reading, i: number): Cue[] => {
  const away = words[i + 1] === 'away' || words[i + 1] === 'off'
  const down = words[i + 1] === 'down' && words[i + 2] === 'the'
  if (!distanceStarts.has(words[i] ?? '') || !(away || down)) return []
  const copula = words.findLastIndex((earlier, k) => k < i && i - k <= 5 && distanceVerbs.has(earlier))
  if (copula < 0) return []
  // "two months away" comes then, "years away" not for years.
  const near = words[i] === 'months' && tokens[i - 1]?.tag === 'NUM'
  const form = { phrase: near ? 'set-to' : 'far-off', from: copula + 1, to: i + (away ? 2 : 4) } as const
  return [cueOf('predicate', copula, form, copula)]
}

import type { PhraseId } from '../../lexicon/phrases.ts'
import { hasTense } from '../clauses/clause-openings.ts'
import { wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'
import { isHolder } from './holders.ts'
import { hasFigure, isDatedAhead, stopAfter, thingAt } from './things-to-come.ts'

/** Nouns for a view of what is to come; what they are joined to lies ahead. */
const forecasts =
  wordSet(`forecast forecasts projection projections prediction predictions guidance outlook prognosis expectation
  expectations baseline tip prophecy`)
/** Nouns for any view: what they are joined to has to be dated, or an event. */
const views =
  wordSet(`call view assumption guess estimate estimates consensus reckoning hunch bet betting money talk word rumour
  rumor gossip whisper buzz median pick scenario case number calculation arithmetic wager`)
/** "base case", "central scenario": a case or number of no other kind is a view. */
const kinds = wordSet('base central core main best worst median house working')
const kinded = wordSet('case scenario number money word')

/** Views that claim less than an expectation. */
const phraseOf = (noun: string): PhraseId =>
  ['guess', 'hunch', 'case', 'scenario'].includes(noun)
    ? 'better-than-even'
    : ['bet', 'betting', 'money', 'pick', 'tip', 'wager'].includes(noun)
      ? 'likely'
      : 'expected'

/** A sentence without one of these has no view of that kind. */
export const viewNounStarts: readonly string[] = [...forecasts, ...views]

/** "The working assumption is that it is gone by 2028", "its guidance is for revenue of $14bn", "the house view: parity by July". */
export const viewNounCues = (reading: Reading): Cue[] =>
  reading.words.flatMap((word, i) => {
    if (!forecasts.has(word) && !views.has(word)) return []
    const found = kept(reading, i) ?? (isView(reading, i) ? (joined(reading, i) ?? afterColon(reading, i)) : null)
    return found ? [found] : []
  })

const owners = wordSet('the its their his her this official latest current new')
/** Read with "my" and "our" by the finder of wagers. */
const staked = wordSet('guess case hunch bet money pick tip forecast prediction expectation assumption view reckoning')
const common = wordSet('consensus rumour rumor word talk gossip guidance betting')

/** Somebody's: "Warsaw's working assumption", "the house view", "the talk in the bazaar"; not "a view", "the case", "in his view". */
const isView = ({ tokens, words }: Reading, i: number): boolean => {
  const word = words[i] ?? ''
  if (!['NOUN', 'PROPN'].includes(tokens[i]?.tag ?? '')) return false
  let from = i
  while (
    from > 0 &&
    i - from < 6 &&
    (['ADJ', 'NOUN', 'PROPN', 'PART'].includes(tokens[from - 1]?.tag ?? '') || kinds.has(words[from - 1] ?? ''))
  )
    from--
  if (kinded.has(word) && !kinds.has(words[i - 1] ?? '') && !(word === 'word' && i === 0)) return false
  const owned = words.slice(from, i).some((mark) => mark === "'s" || mark === "'")
  const lead = words[from - 1] ?? ''
  if (['in', 'on', 'by', 'to', 'of', 'from', 'with', 'under'].includes(words[from - (owners.has(lead) ? 2 : 1)] ?? ''))
    return false
  if (['my', 'our'].includes(lead)) return !staked.has(word)
  return owned || owners.has(lead) || (from === 0 && common.has(word)) || (from === 0 && words[i + 1] === ':')
}

const keeping = wordSet('stick cling stand repeat reiterate maintain retain reaffirm reinstate defend hold keep')
const keptBy = wordSet('to by with')
/** "Corvo sticks to its forecast of a recession", "is standing by its view that it avoids one": a view that is held on to. */
const kept = (reading: Reading, i: number): Cue | null => {
  const { tokens, words } = reading
  const owner = words.findLastIndex((word, k) => k < i && i - k < 5 && possessives.has(word))
  if (owner < 0 || tokens.slice(owner + 1, i).some(({ tag }) => !['ADJ', 'NOUN', 'VERB', 'PROPN'].includes(tag)))
    return null
  const verb = keptBy.has(words[owner - 1] ?? '') ? owner - 2 : owner - 1
  if (!keeping.has(tokens[verb]?.lemma ?? '') || words[verb]?.endsWith('ed') || !isHolder(reading, verb)) return null
  const joint = words[i + 1] ?? ''
  const stop = stopAfter(reading, i + 2)
  const ahead = isDatedAhead(reading, i + 2, stop)
  const told =
    joint === 'that'
      ? ahead && !isModal(reading, i + 2, stop)
      : ['of', 'for'].includes(joint) && namesEvent(reading, i + 2, stop, ahead)
  return told ? cueOf('attitude', verb, { phrase: phraseOf(words[i] ?? ''), from: verb, to: i + 2 }, i + 1) : null
}
const possessives = wordSet('its his her their our')
const modals = wordSet('will would may might could shall should')
const isModal = ({ tokens }: Reading, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ tag, word }) => tag === 'AUX' && modals.has(word))

const copulas = wordSet('is remains are remain')
const places = wordSet('in on among from around at inside within across for of among here there')

/** The copula after the noun, past "in the bazaar", ", reiterated on Wednesday,". */
const copulaAfter = ({ tokens, words }: Reading, i: number): number | null => {
  const close = words[i + 1] === ',' ? words.indexOf(',', i + 2) : -1
  const from = close > 0 && close - i < 10 ? close + 1 : i + 1
  for (let k = from; k < Math.min(words.length, from + 8); k++) {
    if (copulas.has(words[k] ?? '')) return k
    const opens = k > from || places.has(words[k] ?? '') || tokens[k]?.tag === 'ADV'
    if (!opens || ['VERB', 'AUX', 'PUNCT', 'SCONJ'].includes(tokens[k]?.tag ?? '')) return null
  }
  return null
}

const stillOpen = wordSet('that for of on')
const joined = (reading: Reading, i: number): Cue | null => {
  const { tokens, words } = reading
  const copula = copulaAfter(reading, i)
  if (copula === null) return null
  let to = copula + 1
  while (['still', 'now', 'firmly', 'currently'].includes(words[to] ?? '')) to++
  const stop = stopAfter(reading, to)
  const ahead = isDatedAhead(reading, to, stop)
  const joint = stillOpen.has(words[to] ?? '') ? (words[to] ?? '') : ''
  const strong = forecasts.has(words[i] ?? '')
  // "that it will not": the modal says how likely.
  if (joint === 'that' && isModal(reading, to, stop)) return null
  const told =
    joint === 'that'
      ? ahead
      : joint === '' || strong || joint === 'for' || joint === 'of'
        ? namesEvent(reading, joint === '' ? to : to + 1, stop, ahead || strong)
        : false
  if (!told || (joint === '' && ['VERB', 'ADV', 'ADP'].includes(tokens[to]?.tag ?? ''))) return null
  return cueOf('attitude', copula, { phrase: phraseOf(words[i] ?? ''), from: i, to: copula + 1 }, copula)
}

/** "a hard landing", "parity by July", "revenue of between $14bn and $14.5bn". */
const namesEvent = (reading: Reading, from: number, stop: number, ahead: boolean): boolean => {
  const thing = thingAt(reading, from)
  if (!thing) return false
  return (
    thing.indefinite &&
    (thing.event || (ahead && (hasFigure(reading, from, stop) || isDatedAhead(reading, from, stop))))
  )
}

/** "The house view: parity by Bastille Day", "consensus: no cut before June". */
const afterColon = (reading: Reading, i: number): Cue | null => {
  const { words } = reading
  const colon = words[i + 1] === ':' ? i + 1 : words.findIndex((word, k) => k > i && k < i + 7 && word === ':')
  if (colon < 0 || reading.tokens.slice(i + 1, colon).some(({ tag }) => ['VERB', 'AUX', 'PUNCT'].includes(tag)))
    return null
  const stop = stopAfter(reading, colon + 1)
  // "The outlook: a recession, a default, a new chancellor": a list, read one by one.
  if (words.slice(colon, stop + 1).filter((word) => word === ',').length > 1) return null
  const thing = thingAt(reading, colon + 1)
  const verbal = thing && reading.tokens.slice(thing.to, stop).some((_, k) => hasTense(reading.tokens, thing.to + k))
  if (
    !thing ||
    verbal ||
    words[colon + 1] === 'no' ||
    !namesEvent(reading, colon + 1, stop, isDatedAhead(reading, colon + 1, stop))
  )
    return null
  return {
    ...cueOf('attitude', i, { phrase: phraseOf(words[i] ?? ''), from: i, to: colon + 1 }, thing.head),
    polarity: thing.denied ? '-' : '+',
  }
}

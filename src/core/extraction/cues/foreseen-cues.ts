import { groupBy } from '../../group-by.ts'
import type { PhraseId } from '../../lexicon/phrases.ts'
import type { Token } from '../sentences/token.ts'
import { proposalNouns, wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'
import { subjectDenies } from './denied.ts'
import { isForecast, isForecaster, isHolder, isMarket, isWeatherman } from './holders.ts'
import { hasFigure, isDatedAhead, stopAfter, type Thing, thingAt } from './things-to-come.ts'

/** What makes the object of a verb one that lies ahead: being new, an event or a date, an event, a date, or both. */
type Need = 'new' | 'either' | 'event' | 'date' | 'both'

/** A verb of foreseeing with the particle before its object, and who can be its subject. */
type Frame = {
  verb: string
  particle: string
  needs: Need
  by: 'holder' | 'anyone' | 'market' | 'weather' | 'source' | 'forecaster'
}

const frame = (verbs: string, particle: string, needs: Need, by: Frame['by'] = 'holder'): Frame[] =>
  verbs.split(' ').map((verb) => ({ verb, particle, needs, by }))

const frames: readonly Frame[] = [
  // Verbs of foretelling: whatever is their subject (a report, a curve, a prophet), their object lies ahead.
  ...frame('envisage envision foresee foretell predict prophesy forecast anticipate project', '', 'either', 'anyone'),
  ...frame('divine augur extrapolate', '', 'either'),
  // Verbs of relying on it, and of making ready for it.
  ...frame('count bank bet reckon rely gamble figure', 'on', 'either'),
  ...frame('count rely', 'upon', 'either'),
  ...frame('bargain', 'on', 'either'),
  ...frame('bargain budget look position', 'for', 'either'),
  ...frame('brace gird steel', 'for', 'new'),
  ...frame('resign reconcile', 'to', 'new'),
  ...frame('pencil price factor', 'in', 'either'),
  // Verbs that also have an object in the present.
  ...frame('fancy', '', 'event'),
  // Voters favour what they want, strategists what they expect.
  ...frame('favour favor', '', 'event', 'forecaster'),
  ...frame('assume see eye moot trumpet tip flag', '', 'both'),
  ...frame('talk speak', 'of', 'both'),
  ...frame('warn', 'of', 'either'),
  ...frame('smell scent sense', '', 'event'),
  ...frame('lean incline tilt', 'to', 'event'),
  ...frame('lean incline tilt', 'towards', 'event'),
  ...frame('plump go', 'for', 'event', 'forecaster'),
  ...frame('guide', 'to', 'either', 'anyone'),
  ...frame('guide', 'for', 'either', 'anyone'),
  // What a market, a gauge or a forecaster of the weather does.
  ...frame('discount price flash signal', '', 'either', 'market'),
  ...frame('point', 'to', 'event', 'market'),
  ...frame('suggest imply indicate', '', 'both', 'market'),
  ...frame('show', '', 'date', 'source'),
  ...frame('call', 'for', 'either', 'weather'),
  // Verbs that shut it out.
  ...frame('rule', 'out', 'date', 'anyone'),
  ...frame('write', 'off', 'both'),
]
const framesOf: ReadonlyMap<string, readonly Frame[]> = groupBy(frames, ({ verb }) => verb)
const excluding = wordSet('rule write')

/** Forms that the tagger's lemma does not undo. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['pencilled', 'pencil'],
  ['penciled', 'pencil'],
  ['pencilling', 'pencil'],
  ['budgeting', 'budget'],
  ['girding', 'gird'],
  ['girded', 'gird'],
  ['steeled', 'steel'],
  ['banking', 'bank'],
  ['counting', 'count'],
  ['flagged', 'flag'],
  ['flagging', 'flag'],
])
/** A sentence without one of these words or lemmas foresees no event. */
export const foreseenStarts: readonly string[] = [...framesOf.keys(), ...spellings.keys()]

/** Verbs that take a passive with the holder as its subject: "are positioned for", "is resigned to". */
const settled = wordSet('positioned resigned reconciled braced girded steeled')

/** "sees a pause in May", "is bracing for another lean year", "have pencilled in two cuts", "foresees debt peaking". */
export const foreseenCues = (reading: Reading, i: number, { word, lemma }: Token): Cue[] => {
  for (const form of framesOf.get(spellings.get(word) ?? lemma) ?? framesOf.get(word) ?? []) {
    const cue = foreseen(reading, i, form)
    if (cue) return [cue]
  }
  return []
}

const foreseen = (reading: Reading, i: number, form: Frame): Cue | null => {
  const to = objectStart(reading, i, form)
  const tense = to === null ? null : tenseAt(reading, i)
  if (to === null || tense === null || !isHeld(reading, i, tense, form)) return null
  if (reading.words.some((word) => habitual.has(word))) return null
  const stop = stopAfter(reading, to)
  const thing = thingAt(reading, to)
  const done = form.needs !== 'both' && form.needs !== 'date' && doing(reading, to)
  if (!done && !(thing !== null && isToCome(reading, thing, stop, form, i))) return null
  const guided = form.verb === 'guide' && hasFigure(reading, to, stop)
  if (tense === 'past' && !guided && !isDatedAhead(reading, to, stop)) return null
  if (tense === 'denied') {
    const helper = reading.words.lastIndexOf('not', i) - 1
    return cueOf('frame', helper, { phrase: 'not-believe', from: helper, to }, i)
  }
  const shut = excluding.has(form.verb)
  // "Nobody rules out a cut."
  if (subjectDenies(reading, i))
    return cueOf('attitude', i, { phrase: shut ? 'cannot-rule-out' : 'not-believe', from: i, to }, to - 1)
  const phrase: PhraseId = shut ? 'out-of-the-question' : 'expected'
  const cue = cueOf('attitude', i, { phrase, from: i, to }, to - 1)
  return thing?.denied && !done ? { ...cue, polarity: '-' } : cue
}

/** "We see a rise every January": what is seen again and again. */
const habitual = wordSet('every usually often always generally typically normally each')

const reflexives = wordSet('itself themselves himself herself myself ourselves')
const between = wordSet('openly privately already now still firmly quietly')

/** Where the object starts, behind the particle: "talks openly of", "gird themselves for". */
const objectStart = ({ words }: Reading, i: number, { particle }: Frame): number | null => {
  if (particle === '') return i + 1
  let at = i + 1
  if (reflexives.has(words[at] ?? '') || between.has(words[at] ?? '')) at++
  return words[at] === particle ? at + 1 : null
}

type Tense = 'present' | 'perfect' | 'past' | 'denied'

const being = wordSet('is are am')
const having = wordSet('has have')
const skipped = wordSet('now still already also only just even widely increasingly privately all but quietly never')

/** The tense of the verb group that ends at `i`; null under a modal, "to" or an article, and for a passive. */
const tenseAt = ({ tokens, words }: Reading, i: number): Tense | null => {
  let k = i - 1
  while (k > 0 && (skipped.has(words[k] ?? '') || tokens[k]?.tag === 'ADV')) k--
  const [helper, word] = [words[k] ?? '', words[i] ?? '']
  const lasts = word.endsWith('ing') || settled.has(word)
  if (helper === 'not') return ['do', 'does'].includes(words[k - 1] ?? '') ? 'denied' : null
  if (being.has(helper)) return lasts ? 'present' : null
  // "has long been resigned to".
  if (helper === 'been') return lasts && having.has(words[k - 1] ?? '') ? 'present' : null
  if (having.has(helper)) return word.endsWith('ing') ? null : 'perfect'
  if (k < 0 || word.endsWith('ing') || ['AUX', 'PART', 'DET', 'ADP'].includes(tokens[k]?.tag ?? '')) return null
  return word.endsWith('ed') || pasts.has(word) ? 'past' : 'present'
}

const pasts = wordSet('saw foresaw foretold spoke wrote went leant')

/** Verbs that say as well as foresee, so that their past still holds. */
const sayings = wordSet('flag moot guide predict prophesy forecast project foresee foretell warn rule envisage')
/** What has been done and stands: "has pencilled in", "has written off". */
const standing = wordSet('pencil write budget factor')

const isHeld = (reading: Reading, i: number, tense: Tense, { by, verb }: Frame): boolean => {
  if (tense === 'past' && !sayings.has(verb)) return false
  if (tense === 'perfect' && !sayings.has(verb) && !standing.has(verb)) return false
  if (by === 'market') return isMarket(reading, i)
  if (by === 'source') return isForecast(reading, i)
  if (by === 'forecaster') return isForecaster(reading, i)
  if (by === 'weather') return isWeatherman(reading, i)
  return isHolder(reading, i) || (by === 'anyone' && !isPlan(reading, i) && hasSubject(reading, i))
}

const isPlan = ({ words }: Reading, i: number): boolean =>
  words.slice(Math.max(0, i - 8), i).some((word) => proposalNouns.has(word))

const hasSubject = ({ tokens }: Reading, i: number): boolean =>
  tokens[i]?.tag === 'VERB' &&
  tokens.slice(Math.max(0, i - 3), i).some(({ tag }) => ['NOUN', 'PROPN', 'PRON'].includes(tag))

const nominal = wordSet('NOUN PROPN PRON')
const joining = wordSet('according including regarding concerning during')

/** "counts on losing", "resigned to spending a night in the queue": something done. */
const doing = ({ tokens, words }: Reading, from: number): boolean =>
  tokens[from]?.tag === 'VERB' && /ing$/.test(words[from] ?? '') && !joining.has(words[from] ?? '')

/** "is counting on a windfall": under way, of something in particular; "counts on friends" is of habit. */
const progressive = wordSet('count bank reckon bet gamble bargain')
const agents = wordSet('on upon for')
/** "on voters staying at home", "for the MPC to hold": a thing and what it is to do. */
const acting = ({ tokens, words }: Reading, { to, indefinite }: Thing, { particle, by }: Frame): boolean => {
  const verb = tokens[to]
  if (verb?.tag === 'VERB' && verb.word.endsWith('ing') && nominal.has(tokens[to - 1]?.tag ?? ''))
    return !joining.has(verb.word)
  // "for the council to hold"; not "for a place to sit".
  return words[to] === 'to' && tokens[to + 1]?.tag === 'VERB' && agents.has(particle) && by === 'holder' && !indefinite
}

const isToCome = (reading: Reading, thing: Thing, stop: number, form: Frame, at: number): boolean => {
  const { needs, particle } = form
  const ahead = isDatedAhead(reading, thing.from, stop)
  const fresh = thing.event && (thing.denied || reading.words[thing.from] === 'any')
  if (needs === 'date') return ahead || fresh
  // "sees no end to it", "a bright future", "a rise this year".
  if (needs === 'both')
    return thing.event && (ahead || thing.dated || thing.denied || reading.words[thing.from] === 'any')
  if (needs === 'event') return thing.event && thing.indefinite
  const figure = hasFigure(reading, thing.from, stop)
  if (acting(reading, thing, form) && (particle !== '' || ahead || figure)) return true
  if (thing.event) return thing.indefinite || thing.dated || ahead
  return (
    thing.dated ||
    ((needs === 'new' || (progressive.has(form.verb) && reading.words[at]?.endsWith('ing'))) && thing.indefinite) ||
    (ahead && (thing.indefinite || figure))
  )
}

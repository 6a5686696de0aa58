import type { PhraseId } from '../../lexicon/phrases.ts'
import { hasTense } from '../clauses/clause-openings.ts'
import type { Token } from '../sentences/token.ts'
import { negativeSubjects, wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'
import { stretchNouns } from './event-nouns.ts'
import { hasFigure, isDatedAhead, stopAfter, thingAt } from './things-to-come.ts'

/** Predicates that say of an event that it lies ahead, and of a subject that it has one ahead. */

const looming = wordSet('looms loom beckons beckon')
const awaiting = wordSet('awaits await')
const lying = wordSet('lies lie')
const being = wordSet('is are')
const facing = wordSet('face faces facing confront confronts')
const having = wordSet('has have')

/** A sentence without one of these has nothing lying ahead. */
export const lyingStarts: readonly string[] = [
  ...[looming, awaiting, lying, being, facing, having].flatMap((words) => [...words]),
  'ahead',
]

/** "A recession looms", "a glut awaits", "trouble lies ahead", "is in for a rotten January", "faces a lean year". */
export const lyingCues = (reading: Reading, i: number, { word }: Token): Cue[] => {
  const found =
    (looming.has(word) && loomingAt(reading, i)) ||
    (awaiting.has(word) && awaitingAt(reading, i)) ||
    (lying.has(word) && lyingAt(reading, i)) ||
    (facing.has(word) && facingAt(reading, i)) ||
    (having.has(word) && fartherAt(reading, i)) ||
    (being.has(word) && (comingAt(reading, i) ?? inForAt(reading, i))) ||
    (word === 'ahead' && aheadAt(reading, i))
  return found ? [found] : []
}

const cue = (reading: Reading, at: number, phrase: PhraseId, from: number, to: number): Cue => ({
  ...cueOf('predicate', at, { phrase, from, to }, to - 1),
  polarity: isNegated(reading, at) ? '-' : '+',
})

/** The subject of the verb at `at`, back to a mark or another verb: `tokens.slice(from, at)`. */
const subjectStart = ({ tokens, words }: Reading, at: number): number => {
  let from = at
  while (from > 0 && at - from < 12) {
    const before = tokens[from - 1]
    if (!before || ['VERB', 'AUX', 'SCONJ', 'CCONJ'].includes(before.tag) || marks.has(words[from - 1] ?? '')) break
    from--
  }
  return from
}
const marks = wordSet(', ; : . ? ! — – " ( )')

const isNegated = (reading: Reading, at: number): boolean =>
  negativeSubjects.has(reading.words[subjectStart(reading, at)] ?? '') || reading.words[at + 1] === 'no'

/** Whether the subject of the verb at `at` is an event, or something new that nobody has met: "a glut", "another strike". */
const comesAbout = (reading: Reading, at: number): boolean => {
  const from = subjectStart(reading, at)
  const thing = thingAt(reading, from)
  if (!thing || !['NOUN', 'PROPN', 'NUM'].includes(reading.tokens[thing.head]?.tag ?? '')) return thing?.event === true
  return thing.event
}

/** "Relegation beckons", "a weak monsoon looms": not "the tower looms over the square". */
const loomingAt = (reading: Reading, i: number): Cue | null =>
  comesAbout(reading, i) && !['above', 'behind'].includes(reading.words[i + 1] ?? '')
    ? cue(reading, i, 'imminent', i, i + 1)
    : null

/** "A glut awaits anyone still long of wheat", "a defeat is what awaits her": what waits is an event, and no person. */
const awaitingAt = (reading: Reading, i: number): Cue | null => {
  const cleft = reading.words[i - 1] === 'what' && being.has(reading.words[i - 2] ?? '')
  const at = cleft ? i - 2 : i
  return comesAbout(reading, at) ? cue(reading, at, 'expected', i, i + 1) : null
}

/** "A hard winter lies ahead", "that way lies a trade war", "ahead lie three lean years". */
const lyingAt = (reading: Reading, i: number): Cue | null => {
  const { words } = reading
  if (words[i + 1] === 'ahead') return comesAbout(reading, i) ? cue(reading, i, 'expected', i, i + 2) : null
  const front = words[i - 1] === 'ahead' || (words[i - 1] === 'way' && words[i - 2] === 'that')
  return front && thingAt(reading, i + 1)?.event ? cue(reading, i, 'expected', i - 1, i + 1) : null
}

const hardships =
  wordSet(`squeeze shortage defeat collapse loss decline fall cut crisis recession slump famine ruin extinction strike
  closure bankruptcy default backlash rebellion revolt split drought layoff redundancy rise hike delay shortfall deficit
  exodus downgrade insolvency relegation drubbing rout elimination reckoning eviction suspension outage blackout`)
const openEnded = wordSet('choice question charge trial test challenge dilemma opponent')

/** "Scotland's rivers face a wretched season", "is facing another lost decade"; "faces charges", "faces the sea" are of now. */
const facingAt = (reading: Reading, i: number): Cue | null => {
  const { tokens, words } = reading
  const progressive = words[i]?.endsWith('ing') === true
  const helper = tokens[i - 1]?.tag === 'ADV' ? i - 2 : i - 1
  if (progressive !== being.has(words[helper] ?? '') || tokens[i - 1]?.tag === 'PART' || i === 0) return null
  if (!progressive && ['DET', 'ADJ', 'AUX', 'ADP'].includes(tokens[i - 1]?.tag ?? '')) return null
  const prospect = words[i + 1] === 'the' && words[i + 2] === 'prospect' && words[i + 3] === 'of'
  const thing = thingAt(reading, prospect ? i + 4 : i + 1)
  if (!thing?.indefinite || openEnded.has(words[thing.head] ?? '')) return null
  const noun = words[thing.head] ?? ''
  const hard = hardships.has(noun) || hardships.has(noun.replace(/e?s$/, '')) || (stretchNouns.has(noun) && thing.event)
  const term = stretchNouns.has(noun) && words[thing.to] === 'of' && tokens[thing.from]?.tag === 'NUM'
  if (!hard && !term) return null
  return cue(reading, progressive ? helper : i, 'expected', i, i + 1)
}

/** "Prices have further to climb", "the pound has some way to fall yet". */
const fartherAt = (reading: Reading, i: number): Cue | null => {
  const { tokens, words } = reading
  let k = i + 1
  while (k < i + 5 && farther.has(words[k] ?? '')) k++
  const open = words.slice(i + 1, k).some((word) => ['further', 'farther', 'way', 'room'].includes(word))
  const verb = tokens[k + 1]
  if (!open || words[k] !== 'to' || !verb || !['VERB', 'NOUN', 'ADV'].includes(verb.tag)) return null
  // "has a long way to go": it has not got far yet.
  const moves = motions.has(verb.word) || (going.has(verb.word) && ['further', 'farther'].includes(words[k - 1] ?? ''))
  return moves ? cueOf('predicate', i, { phrase: 'expected', from: i, to: k + 1 }, k + 1) : null
}
const farther = wordSet('much still a lot some far yet considerably even further farther long good way ways')
const motions = wordSet('fall climb rise drop slide sink grow shrink tumble')
const going = wordSet('go run')

const ways: readonly (readonly string[])[] = [
  'in prospect',
  'in the wind',
  'in the pipeline',
  'in the making',
  'in the post',
  'in the air',
  'on the way',
  'on its way',
  'on their way',
  'coming',
  'brewing',
  'looming',
  'afoot',
  'ahead',
  'yet to come',
  'still to come',
].map((way) => way.split(' '))

/** "Higher premiums are on the way", "there is a recession coming", "another split is in prospect". */
const comingAt = (reading: Reading, i: number): Cue | null => {
  const { words, tokens } = reading
  const there = words[i - 1] === 'there'
  let at = i + 1
  if (there) {
    const close = words[at] === ',' ? words.indexOf(',', at + 1) : -1
    const thing = thingAt(reading, close > 0 && close - at < 6 ? close + 1 : at)
    if (!thing?.event && !thing?.indefinite) return null
    at = thing.to
  }
  while (tokens[at]?.tag === 'ADV' && words[at] !== 'ahead' && words[at + 1] !== 'to') at++
  const way = ways.find((form) => form.every((word, k) => words[at + k] === word))
  if (!way) return null
  const to = at + way.length
  const last = ['worst', 'best', 'worse'].includes(words[i - 1] ?? '')
  if (!there && !last && !comesAbout(reading, i)) return null
  // "is on the way to Leeds", "a storm coming through the door".
  const next = words[to] ?? ''
  if (['through', 'out', 'from', 'towards', 'of', 'up', 'off', 'along', 'on'].includes(next)) return null
  // "is on the way to Leeds"; but "change is coming to the high street".
  if (next === 'to' && way[0] !== 'coming') return null
  // Read as a future in the present tense: "the cuts are coming."
  if (way[0] === 'coming' && !there && [',', '.', ';'].includes(next)) return null
  return cue(reading, i, 'set-to', there ? i : at, to)
}

const straits: readonly (readonly string[])[] = [
  'in for',
  'in line for',
  'staring at',
  'looking at',
  'headed for',
  'heading for',
  'bound for',
  'on course for',
  'up for',
  'due',
  'ripe for',
  'doomed to',
  'condemned to',
].map((way) => way.split(' '))
const watching = wordSet('staring looking')

/** "Commuters are in for a rotten January", "the lira is staring at its third collapse", "is in line for a fine". */
const inForAt = (reading: Reading, i: number): Cue | null => {
  const { words, tokens } = reading
  let at = i + 1
  while (tokens[at]?.tag === 'ADV' || words[at] === 'now') at++
  const way = straits.find((form) => form.every((word, k) => words[at + k] === word))
  if (!way) return null
  const to = at + way.length
  const thing = thingAt(reading, to)
  if (!thing) return null
  const stop = stopAfter(reading, to)
  const owned = ['its', 'their', 'his', 'her'].includes(words[thing.from] ?? '')
  const told = thing.event && (thing.indefinite || owned)
  const counted = watching.has(way[0] ?? '') && isDatedAhead(reading, to, stop) && hasFigure(reading, to, stop)
  const fresh = way.length === 2 && way[0] === 'in' && thing.indefinite
  return told || counted || fresh ? cue(reading, i, 'expected', at, to) : null
}

/** "Ahead of us: three quarters of falling output", "ahead is a hard winter". */
const aheadAt = (reading: Reading, i: number): Cue | null => {
  const { words, tokens } = reading
  const opens = i === 0 || tokens[i - 1]?.tag === 'PUNCT'
  const of = words[i + 1] === 'of' ? i + 3 : i + 1
  if (!opens || !(words[of] === ':' || being.has(words[of] ?? '') || lying.has(words[of] ?? ''))) return null
  const thing = thingAt(reading, of + 1)
  if (!thing || (words[of] !== ':' && !thing.event)) return null
  if (hasTense(tokens, thing.to)) return null
  return cueOf('predicate', words[of] === ':' ? thing.head : of, { phrase: 'expected', from: i, to: of }, thing.head)
}

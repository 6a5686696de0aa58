import { groupBy } from '../../group-by.ts'
import type { Token } from '../sentences/token.ts'
import { wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'
import { stretchNouns } from './event-nouns.ts'
import { thingAt } from './things-to-come.ts'
import { isSomebody } from './viewers.ts'

/**
 * Verbs by which one thing brings on another: "the ruling paves the way for claims", "a purge heralds a colder season".
 * `ends`: what follows comes to an end, so that it may be anything; else it has to be an event.
 */
type Portent = { words: readonly string[]; ends: boolean }

const portent = (ends: boolean, ...forms: string[]): Portent[] =>
  forms.map((form) => ({ words: form.split(' '), ends }))

const portents: readonly Portent[] = [
  ...portent(false, 'heralds', 'herald', 'presages', 'presage', 'portends', 'portend', 'foreshadows', 'foreshadow'),
  ...portent(false, 'augurs', 'augur', 'foretells', 'foretell', 'ushers in', 'usher in', 'spells', 'spell'),
  ...portent(false, 'means', 'mean', 'invites', 'invite', 'threatens', 'threaten', 'stores up', 'store up'),
  ...portent(false, 'paves the way for', 'pave the way for', 'clears the way for', 'clear the way for'),
  ...portent(
    false,
    'opens the way for',
    'opens the way to',
    'opens the door to',
    'open the door to',
    'opens the door for',
  ),
  ...portent(false, 'sets the stage for', 'set the stage for', 'sets the scene for', 'lays the ground for'),
  ...portent(false, 'makes way for'),
  ...portent(true, 'puts an end to', 'puts paid to', 'puts a stop to'),
  ...portent(
    true,
    'spells the end of',
    'spells the end for',
    'spell the end of',
    'spell the end for',
    'spells doom for',
  ),
  ...portent(
    true,
    'spell doom for',
    'sounds the death knell for',
    'sounds the death knell of',
    'rings the death knell for',
  ),
  ...portent(true, 'brings down the curtain on', 'brings the curtain down on', 'seals the fate of', 'dooms', 'doom'),
]
const byFirst = groupBy(portents, ({ words }) => words[0] ?? '')

/** A sentence without one of these has no portent. */
export const portentStarts: readonly string[] = [...byFirst.keys()]

/** "Closing the line ushers in a decade of lorries", "her appointment puts an end to any thought of a cut this year". */
export const portentCues = (reading: Reading, i: number, { word }: Token): Cue[] => {
  const fitting = (byFirst.get(word) ?? []).filter((form) =>
    form.words.every((part, k) => reading.words[i + k] === part),
  )
  const form = fitting.reduce<Portent | null>(
    (best, each) => (best && best.words.length >= each.words.length ? best : each),
    null,
  )
  const found = form ? portentAt(reading, i, form) : null
  return found ? [found] : []
}

const portentAt = (reading: Reading, i: number, { words: form, ends }: Portent): Cue | null => {
  const { tokens, words } = reading
  const to = i + form.length
  const subject = subjectStart(reading, i)
  if (subject === null || !isParticular(reading, subject, i) || isAgent(reading, i)) return null
  const thing = thingAt(reading, to)
  if (ends ? !opensNoun.has(tokens[to]?.tag ?? '') : !thing?.indefinite || !(thing.event || isSpell(reading, to)))
    return null
  // "That record means no team has": a clause follows.
  if (!ends && thing && ['AUX', 'VERB'].includes(tokens[thing.to]?.tag ?? '')) return null
  const cue = cueOf('predicate', i, { phrase: 'expected', from: i, to }, to - 1)
  return thing?.denied && !ends && words[to] === 'no' ? { ...cue, polarity: '-' } : cue
}
const opensNoun = wordSet('DET NOUN PROPN ADJ NUM PRON')

const willed = wordSet('means mean threatens threaten invites invite')
/** "He means war", "Ankara threatens retaliation": what somebody means to do; a thing only brings it about. */
const isAgent = ({ tokens, words }: Reading, i: number): boolean => {
  const before = tokens[i - 1]
  return before !== undefined && (isSomebody(before, false) || (willed.has(words[i] ?? '') && before.tag === 'PROPN'))
}

/** "a decade of lorries", "two more years of this": a stretch of time and what fills it. */
const isSpell = ({ words }: Reading, from: number): boolean => {
  const of = words.indexOf('of', from)
  return of > from && of - from < 5 && stretchNouns.has(words[of - 1] ?? '')
}

/** Where the subject of the verb at `i` starts; null without one, or behind "to", a modal, or "who". */
const subjectStart = ({ tokens, words }: Reading, i: number): number | null => {
  const before = tokens[i - 1]
  if (!before || ['PART', 'AUX', 'DET', 'ADJ', 'CCONJ', 'PUNCT', 'ADP'].includes(before.tag)) return null
  let from = i
  while (from > 0 && i - from < 14 && !marks.has(words[from - 1] ?? '')) from--
  // "That means war": no word that opens a clause.
  return from === i ? i - 1 : from
}
const marks = wordSet(', ; : . ? ! — – " ( ) that who which if when because while but and')

const definite = wordSet('the this that these those his her its their my our your which it')
const wordNouns = wordSet(
  'word words term name phrase title motto acronym expression sign latin rule rules clause provision',
)
/** A subject in particular, or something done: "the ruling", "Tuesday's purge", "closing the line"; no word that means something. */
const isParticular = ({ tokens, words }: Reading, from: number, to: number): boolean => {
  const first = tokens[from]
  if (!first || words.slice(from, to).some((word) => wordNouns.has(word))) return false
  const doing = first.word.endsWith('ing') && from < to - 1
  return (
    definite.has(first.word) ||
    first.tag === 'PROPN' ||
    doing ||
    words.slice(from, to).some((word) => word === "'s" || word === "'")
  )
}

import { calendarNames, wordSet } from '../sentences/words.ts'
import { looksAhead } from '../time/ahead.ts'
import type { Reading } from './cue.ts'
import { comparatives, isEventNoun, stretchNouns } from './event-nouns.ts'

/** A noun phrase that may name what is to come: "a pause", "no harvest worth the name", "the coming crop at 650,000". */
export type Thing = {
  from: number
  /** Its head noun, and the token after it. */
  head: number
  to: number
  /** "a", "another", "more", a number, or no article: new to the reader, as what has not happened is. */
  indefinite: boolean
  /** "no", "little", "few". */
  denied: boolean
  /** Whether its head names an event. */
  event: boolean
  /** "coming", "next year's", "eventual": dated by its own words. */
  dated: boolean
}

const leads =
  wordSet(`at least as many most much only just about between around up to perhaps maybe nearly almost roughly
  over under some not than yet all but another any what`)
const definite = wordSet('the this that these those its his her their my our your')
const deniers = wordSet('no little few nothing neither')
const coming = wordSet('coming next future eventual likely prospective impending imminent further final')
const inner = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'SYM', 'PRON'])
const MAX = 14

/** The noun phrase that starts at `from`, or null. */
export const thingAt = (reading: Reading, from: number): Thing | null => {
  const { words } = reading
  let start = from
  while (start < from + 4 && words[start] === '"') start++
  // "nothing but trouble": trouble alone.
  if (words[start] === 'nothing' && words[start + 1] === 'but') start += 2
  const first = headAfter(reading, start)
  if (first === null) return null
  // "thousands of claims", "a wave of closures": the things counted.
  const counted = quantities.has(words[first] ?? '') && words[first + 1] === 'of' ? headAfter(reading, first + 2) : null
  const head = counted ?? first
  const said = words.slice(start, head + 1)
  const lead = said.findIndex((word) => !leads.has(word) || word === 'another' || word === 'any')
  const superlative = said[lead] === 'the' && /(?:est|^worst|^first|^most)$/.test(said[lead + 1] ?? '')
  const possessed = words.slice(start, first).some((word) => word === "'s" || word === "'")
  return {
    from: start,
    head,
    to: head + 1,
    indefinite: superlative || !(definite.has(said[lead] ?? '') || possessed),
    denied: deniers.has(said[lead] ?? ''),
    event: isEvent(reading, counted === null ? start : first + 2, head),
    dated: said.some((word) => coming.has(word)),
  }
}

const quantities = wordSet(`thousands hundreds dozens scores tens millions wave waves round rounds string series spate
  flood bout lot couple pair handful number rash succession run slew year years month months week weeks decade decades
  quarter quarters season seasons night nights`)

/** The last noun of the phrase at `start`. */
const headAfter = (reading: Reading, start: number): number | null => {
  const { tokens } = reading
  let head: number | null = null
  for (let k = start; k < Math.min(tokens.length, start + MAX); k++) {
    const token = tokens[k]
    if (!token || (head !== null && (token.tag === 'DET' || opensTime(reading, k)))) break
    if (isInner(reading, k, start)) {
      if (['NOUN', 'PROPN', 'NUM'].includes(token.tag) || isEventNoun(token.word)) head = k
    } else if (!(leads.has(token.word) && head === null)) break
  }
  return head
}

/** "a recession next year": the words of time are no part of the thing. */
const opensTime = ({ words }: Reading, k: number): boolean =>
  ['next', 'this', 'last'].includes(words[k] ?? '') && stretchNouns.has(words[k + 1] ?? '')

const isInner = ({ tokens, words }: Reading, k: number, start: number): boolean => {
  const [before, token, next] = [tokens[k - 1], tokens[k], tokens[k + 1]]
  if (!token) return false
  if (token.tag === 'PRON') return definite.has(token.word) && k === start
  if (inner.has(token.tag) || coming.has(token.word)) return true
  // "a long, dull plateau", "half-metre", "the year's".
  if (token.word === ',') return before?.tag === 'ADJ' && (next?.tag === 'ADJ' || comparatives.has(next?.word ?? ''))
  if (['-', "'s", "'", '%'].includes(token.word)) return k > start
  // "by-election", "in-fighting".
  if (token.tag === 'ADP' && next?.word === '-') return true
  if (token.tag === 'ADV') return ['ADJ', 'ADV', 'NUM'].includes(next?.tag ?? '')
  // "a weakening rupee", and nouns that the tagger takes for verbs: "a hard landing", "two cuts".
  if (token.tag !== 'VERB') return false
  const described = k > start && ['DET', 'ADJ', 'NUM', 'NOUN'].includes(before?.tag ?? '')
  if (isEventNoun(words[k] ?? '') && (described || k === start)) return true
  return described && /(?:ing|ed|en)$/.test(token.word) && ['NOUN', 'PROPN', 'ADJ'].includes(next?.tag ?? '')
}

/** An event, a stretch of time with an adjective ("a lean year"), or the end of something. */
const isEvent = ({ tokens, words }: Reading, from: number, head: number): boolean => {
  const noun = words[head] ?? ''
  if (isEventNoun(noun)) return true
  // The tagger takes the capital of "Tough times" for a name's.
  const described = tokens
    .slice(from, head)
    .some(
      ({ tag, word }, k) => (tag === 'ADJ' || from + k === 0) && tag !== 'DET' && !coming.has(word) && !order.has(word),
    )
  const changed = words.slice(from, head).some((word) => comparatives.has(word))
  return changed || (stretchNouns.has(noun) && described)
}
const order = wordSet('last first second third past previous same few many several other own new full whole recent')

/** Where the words on a thing that starts at `from` end: at a mark or the next clause. */
export const stopAfter = ({ words }: Reading, from: number): number => {
  const stop = words.findIndex((word, k) => k >= from && stops.has(word))
  return stop < 0 ? words.length : stop
}
const stops = wordSet('; : . ? ! — – ( )')

const seasons = wordSet('spring summer autumn fall winter christmas easter midsummer ramadan lent advent michaelmas')
const preposed = wordSet('in on for by of at from until till before through throughout over during into')
/** Words of time ahead within `tokens.slice(from, to)`; a month or season counts, as the holder looks ahead: "a pause in May". */
export const isDatedAhead = ({ words }: Reading, from: number, to: number): boolean =>
  looksAhead(words, from, to) ||
  words.slice(from, to).some((word, k) => {
    const the = words[from + k - 1] === 'the' ? 1 : 0
    const before = words[from + k - 1 - the] ?? ''
    if ((word === 'side' && before === 'this') || (word === 'ahead' && words[from + k + 1] !== 'of')) return true
    // "visitors in summer": of any.
    const bare = before === 'in' && the === 0
    return preposed.has(before) && (calendarNames.has(word) || (seasons.has(word) && !bare))
  })

/** A figure in `tokens.slice(from, to)`. */
export const hasFigure = ({ tokens }: Reading, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ tag }) => tag === 'NUM')

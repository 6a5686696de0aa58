import { isDocument, isTool, senderIn } from '../cues/instruments.ts'
import { type NameRun, nameRuns } from '../sentences/name-runs.ts'
import type { Token } from '../sentences/token.ts'
import { bodyWords, forecasterNouns, wordSet } from '../sentences/words.ts'
import { bodyNouns } from './bodies.ts'
import { isPerson, type People, type Person, personOf } from './people.ts'
import { places } from './places.ts'
import { isHumanNoun } from './roles.ts'

/** What a speaker is sought in. */
export type Cast = { text: string; people: People }

/**
 * Who a noun phrase names. `person`: someone by name, alone or with others. `group`: a group, a body, a document, an office
 * or a source without a name. `pronoun`: he, she, they or it. `author`: I or we.
 * `name` is empty for somebody who answers under no name.
 */
export type Speaker = {
  kind: 'person' | 'group' | 'pronoun' | 'author'
  name: string
  person: Person | null
  start: number
}

const linkWords =
  wordSet(`and or nor , of in at for from on with to ( as who whose which that near close by before after
  during under over against between among inside`)
const openers = wordSet(`but and yet however meanwhile still also both neither later even then so " ' adding or nor`)
/** "My own arithmetic gives": what the author thinks with. */
const faculties =
  wordSet(`arithmetic numbers model calculation calculations view guess gut instinct forecast reading estimate
  sums hunch sense expectation analysis book count reckoning case baseline scenario outlook projection projections
  forecasts assumption`)
const degrees = wordSet('most nearly almost hardly scarcely virtually')
const subordinating = wordSet('if when because while although though as that')
const authors = wordSet('i we you us me')
/** "This brief argues", "your correspondent": the author of the piece. */
const pieces = wordSet(`brief article essay paper column piece note letter newsletter blog author writer columnist
  correspondent commentary review`)
const others = wordSet('he she they it')

/** The speaker that the noun phrase `tokens.slice(from, to)` names, or null when nothing nominal is in it. */
export const speakerIn = (cast: Cast, tokens: readonly Token[], from: number, to: number): Speaker | null => {
  const [first, last] = trimmed(tokens, from, to)
  const tail = tokens[last - 1]
  if (!tail || first >= last) return null
  // "We at this magazine": the pronoun is the head.
  if (['i', 'we'].includes(tokens[first]?.word ?? '') && last > first + 1)
    return speaker(cast, tokens, first, first + 1, 'author')
  // "In 2019 I", "if he": whatever stands before the pronoun is no part of the subject.
  if (authors.has(tail.word) && !(tail.word === 'you' && tokens[last - 2]?.word === 'of'))
    return speaker(cast, tokens, last - 1, last, 'author')
  if (others.has(tail.word)) return speaker(cast, tokens, last - 1, last, 'pronoun')
  if (['this', 'your', 'present'].includes(tokens[first]?.word ?? '') && pieces.has(tail.word))
    return speaker(cast, tokens, first, last, 'author')
  if (['my', 'our'].includes(tokens[first]?.word ?? '') && faculties.has(tail.word))
    return speaker(cast, tokens, first, last, 'author')
  const tool = toolOf(cast, tokens, first, last)
  if (tool) return tool
  const named = namedIn(cast, tokens, first, last)
  if (named) return named
  const end = groupEnd(tokens, first, last)
  if (end <= first) return null
  const sender = isDocument(tokens[end - 1]?.word ?? '') ? senderIn(tokens, end, last) : null
  if (sender) return speaker(cast, tokens, sender, last, 'group')
  const holder = holderIn(cast, tokens, first, end)
  if (!holder) return speaker(cast, tokens, first, end, 'group')
  return { ...speaker(cast, tokens, first, end, 'person'), name: holder.name, person: holder }
}

const owners: Readonly<Record<string, string>> = { his: 'he', her: 'she' }

/** "Her model gives", "Roe's own numbers suggest": the person whose tool it is. */
const toolOf = (cast: Cast, tokens: readonly Token[], first: number, last: number): Speaker | null => {
  if (!isTool(tokens[last - 1]?.word ?? '')) return null
  const word = tokens[first]?.word ?? ''
  const short = tokens.slice(first + 1, last - 1).every(({ tag }) => tag === 'ADJ' || tag === 'NOUN')
  if (short && Object.hasOwn(owners, word))
    return { kind: 'pronoun', name: owners[word] ?? '', person: null, start: tokens[first]?.start ?? 0 }
  const mark = tokens.findIndex((token, k) => k > first && k < last && ["'s", "'"].includes(token.word))
  const owner = mark > 0 && last - mark < 5 ? namedIn(cast, tokens, first, mark) : null
  return owner?.kind === 'person' ? owner : null
}

const trimmed = (tokens: readonly Token[], from: number, to: number): [number, number] => {
  let first = from
  while (first < to && isOpening(tokens[first])) first++
  // "In May the ferry": an adverbial in front without a comma.
  if (tokens[first]?.tag === 'ADP')
    for (let k = first + 2; k < to; k++)
      if (tokens[k]?.tag === 'DET' && ['NOUN', 'PROPN', 'NUM'].includes(tokens[k - 1]?.tag ?? '')) first = k
  if (subordinating.has(tokens[first]?.word ?? '')) first++
  let last = to
  while (last > first && isTrailing(tokens[last - 1])) last--
  return [first, last]
}

const isOpening = (token: Token | undefined): boolean =>
  token !== undefined &&
  (openers.has(token.word) || token.tag === 'PUNCT' || (token.tag === 'ADV' && !degrees.has(token.word)))

const isTrailing = (token: Token | undefined): boolean =>
  token !== undefined &&
  (/(?:self|selves)$/.test(token.word) ||
    ['PUNCT', 'ADV', 'AUX', 'CCONJ'].includes(token.tag) ||
    ['who', 'which', 'whom', 'whose', 'that'].includes(token.word) ||
    ['both', 'all'].includes(token.word))

const speaker = (
  { text }: Cast,
  tokens: readonly Token[],
  from: number,
  to: number,
  kind: Speaker['kind'],
): Speaker => {
  const start = tokens[from]?.start ?? 0
  const name = text.slice(start, tokens[to - 1]?.end ?? start)
  return { kind, name: name.replace(/\s+/g, ' ').trim(), person: null, start }
}

/** Where the noun phrases of a stretch stand: `[from, to]` between words that link them. */
const nounPhrases = (tokens: readonly Token[], from: number, to: number): [number, number][] => {
  const found: [number, number][] = []
  let start = from
  for (let i = from; i <= to; i++) {
    if (i < to && !linkWords.has(tokens[i]?.word ?? '') && !(i > start && isTimeWord(tokens, i))) continue
    if (i > start) found.push([start, i])
    start = i + 1
  }
  return found
}

/** The person named by the first noun phrase ("Minister Ann Roe"), or set beside it ("their lawyer, Ann Roe,"). */
const namedIn = (cast: Cast, tokens: readonly Token[], first: number, last: number): Speaker | null => {
  const phrases = nounPhrases(tokens, first, last)
  for (const [i, [from, to]] of phrases.entries()) {
    const joint = tokens[from - 1]?.word
    const beside = i > 0 && joint === ',' && tokens[from]?.tag === 'PROPN'
    const twice = i === 1 && joint === 'and' && isOneOffice(tokens, first, from)
    const example = i > 0 && joint === 'as' && tokens[from - 2]?.word === 'such'
    if (i > 0 && !beside && !example && !twice) continue
    const run = nameRuns(cast.text, tokens, from, to).at(-1)
    if (run?.to !== to || !isPerson(tokens, run, cast.people)) {
      // "Moscow, backed by Ann Roe": a name beside a name is another's.
      if (i === 0 && tokens[to - 1]?.tag === 'PROPN') return null
      continue
    }
    const end = listEnd(cast, tokens, phrases, i)
    if (end > to) return speaker(cast, tokens, run.start, end, 'person')
    return personNamed(cast, tokens, run)
  }
  return null
}

/** "My friend and frequent opponent Ann Roe": two nouns for one person. */
const isOneOffice = (tokens: readonly Token[], first: number, second: number): boolean =>
  ['my', 'our', 'his', 'her', 'their', 'its', 'the'].includes(tokens[first]?.word ?? '') &&
  isHumanNoun(tokens[second - 2]) &&
  !['DET', 'PRON', 'PROPN'].includes(tokens[second]?.tag ?? '')

const personNamed = ({ people }: Cast, tokens: readonly Token[], run: NameRun): Speaker => {
  const person = personOf(tokens, run, people)
  return { kind: 'person', name: person?.name ?? run.name, person, start: tokens[run.start]?.start ?? 0 }
}

/** Where a list of speakers ends: "Ann Roe, Bob Doe and others". A phrase with an article is an apposition. */
const listEnd = (
  { text, people }: Cast,
  tokens: readonly Token[],
  phrases: readonly [number, number][],
  first: number,
): number => {
  let end = phrases[first]?.[1] ?? 0
  for (let i = first + 1; i < phrases.length; i++) {
    const [from, to] = phrases[i] ?? [0, 0]
    const joint = tokens.slice(end, from).map(({ word }) => word)
    if (joint.includes('and') && joint.length <= 2) return lastNoun(tokens, from, to)
    const run = nameRuns(text, tokens, from, to).at(-1)
    const named = run?.from === from && run.to === to && isPerson(tokens, run, people)
    const joined = tokens.slice(to, to + 12).some(({ word }) => word === 'and')
    if (joint.join('') !== ',' || !named || !joined) break
    end = to
  }
  return phrases[first]?.[1] ?? 0
}

/** "aides close to him": a noun phrase ends with its noun. */
const lastNoun = (tokens: readonly Token[], from: number, to: number): number => {
  let end = to
  while (end > from + 1 && !['NOUN', 'PROPN', 'PRON'].includes(tokens[end - 1]?.tag ?? '')) end--
  return end
}

const definite = wordSet('the its their his her our')

/** "The governor": the one person whom the text calls that. "A governor", "the former governor" may be anyone. */
const holderIn = ({ people }: Cast, tokens: readonly Token[], from: number, to: number): Person | null => {
  const possessor = tokens.slice(from, to).findLastIndex(({ word }) => word === "'s" || word === "'")
  if (possessor < 0 && !definite.has(tokens[from]?.word ?? '')) return null
  let head = from
  while (head + 1 < to && !linkWords.has(tokens[head + 1]?.word ?? '')) head++
  const phrase = tokens.slice(from, head + 1).map(({ word }) => word)
  if (['former', 'other', 'ex', 'late', 'deputy', 'new', 'next'].some((word) => phrase.includes(word))) return null
  return people.holders.get(tokens[head]?.word ?? '') ?? null
}

const timeWords = wordSet(`last this next yesterday today tonight tomorrow earlier later recently once again ago monday
  tuesday wednesday thursday friday saturday sunday`)
/** "Roe last week", "Roe Monday": words of time that end a name. */
const isTimeWord = (tokens: readonly Token[], i: number): boolean => timeWords.has(tokens[i]?.word ?? '')

const adjuncts = wordSet('on during after before when while as since')
const timeNouns =
  wordSet(`week month year day morning evening afternoon night hour interview speech meeting debate statement
  time session conference appearance radio television monday tuesday wednesday thursday friday saturday sunday`)

/** Where a group's noun phrase ends: before a comma, words of time, and adverbials of time and place. */
const groupEnd = (tokens: readonly Token[], from: number, to: number): number => {
  for (let i = from + 1; i < to; i++) {
    const word = tokens[i]?.word ?? ''
    const when = tokens.slice(i + 1, i + 5).some((token) => timeNouns.has(token.word))
    if (word === ',' || ((word === 'at' || word === 'in' || adjuncts.has(word)) && when)) return i
    if (adjuncts.has(word) && word !== 'on') return i
    if (isTimeWord(tokens, i) && tokens[i - 1]?.tag !== 'ADP') return i
  }
  return to
}

/** Prices that tell what those who trade them think. */
const priced = wordSet('futures options swaps odds bonds staff money press')

/** Whether a group can hold an opinion: people by trade or office, forecasters, bodies known to the text. */
export const isSayer = ({ people }: Cast, speakerOf: Speaker, tokens: readonly Token[]): boolean => {
  if (speakerOf.kind !== 'group') return true
  const { start, name } = speakerOf
  const words = name.toLowerCase().split(/[\s-]+/)
  // "One of them": of people spoken of before.
  if (words.at(-2) === 'of' && ['them', 'us', 'these', 'those'].includes(words.at(-1) ?? '')) return true
  const holds = (word: string): boolean =>
    word === 'few' || priced.has(word) || forecasterNouns.has(word) || bodyWords.has(word) || bodyNouns.has(word)
  if (words.some((word) => holds(word) || people.bodies.has(word) || places.has(word))) return true
  return tokens
    .filter((token) => token.start >= start && token.start < start + name.length)
    .some((token) => isHumanNoun(token) || isHumanNoun({ ...token, word: token.word.replace(/s$/, '') }))
}

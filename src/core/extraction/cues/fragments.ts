import { hasTense } from '../clauses/clause-openings.ts'
import { dashes } from '../sentences/token.ts'
import { wishVerbs, wordSet } from '../sentences/words.ts'
import { deadlineAt } from '../time/ahead.ts'
import { verbAct } from '../voice/saying-words.ts'
import type { Reading } from './cue.ts'

/** Stretches of a sentence without a verb that has a tense, cut into what they list: `tokens.slice(from, to)`. */
export type Stretch = { from: number; to: number }

/** What stands between two strong marks; `closed` is the mark behind it. */
export type Segment = Stretch & { closed: string }

const strong = wordSet('; : . ! ? …')

/** The segments of a sentence. */
export const segmentsOf = ({ words }: Reading): Segment[] => {
  const segments: Segment[] = []
  let from = 0
  words.forEach((word, i) => {
    if (!strong.has(word) && !dashes.has(word) && i < words.length - 1) return
    const to = strong.has(word) || dashes.has(word) ? i : i + 1
    if (to > from) segments.push({ from, to, closed: words[to] ?? '.' })
    from = i + 1
  })
  return segments
}

/** Words that open a clause whose verb is not the stretch's own: "no deal before the court rules". */
const subordinating = wordSet(
  'before until till that who which whoever when if unless where because since although though than',
)

const relatives = wordSet('who which that')

/** Whether a verb with a tense says something in a stretch: one more than the clauses inside it have. */
export const hasVerb = ({ tokens, words }: Reading, { from, to }: Stretch): boolean => {
  let spared = 0
  for (let k = from; k < to; k++) {
    const before = tokens[k - 1]
    // "Clients who need to hedge should": a relative clause whose verb is not seen spares no other.
    const opens = subordinating.has(tokens[k]?.word ?? '')
    if (opens && !deadlineAt(words, k) && (!relatives.has(tokens[k]?.word ?? '') || hasTense(tokens, k + 1))) spared++
    if (k > from && isHidden(tokens, k)) return true
    if (!isTensed(tokens, k) || (before && k > from && (before.tag === 'AUX' || untensed.has(before.word)))) continue
    if (spared === 0) return true
    spared--
  }
  return false
}

/** "The odds favour a slide", "the general wants to see": a verb that the tagger takes for a noun. */
const isHidden = (tokens: Reading['tokens'], k: number): boolean => {
  const [before, token, next] = [tokens[k - 1], tokens[k], tokens[k + 1]]
  if (token?.tag !== 'NOUN' || !next || !['NOUN', 'PROPN', 'PRON'].includes(before?.tag ?? '')) return false
  const wanted =
    next.word === 'to' && (wishVerbs.has(token.lemma) || ['plans', 'wants', 'points', 'aims'].includes(token.word))
  return (
    wanted ||
    ['DET', 'PRON'].includes(next.tag) ||
    (['up', 'out', 'off', 'in', 'between'].includes(next.word) && verbal.has(token.word))
  )
}
const verbal = wordSet('price prices stores projects rules hands turns breaks adds')

const untensed = wordSet('to be not')
const isTensed = (tokens: Reading['tokens'], k: number): boolean => {
  const token = tokens[k]
  if (!token || tokens[k - 1]?.tag === 'ADP' || token.tag === 'AUX') return token?.tag === 'AUX'
  // "The mayor vowed to", "the bank raised its"; "three cuts expected by June" has no object.
  if (token.tag === 'VERB' && token.word.endsWith('ed')) return objects.has(tokens[k + 1]?.tag ?? '')
  // "The general wants to": behind what the tagger takes for an adjective.
  const third =
    token.tag === 'VERB' && /[^s]s$/.test(token.word) && ['PART', 'DET', 'PRON'].includes(tokens[k + 1]?.tag ?? '')
  return (third || hasTense(tokens, k)) && !/(?:ing|en)$/.test(token.word)
}
const objects = new Set(['DET', 'PRON', 'PROPN', 'NUM', 'PART', 'SCONJ'])

const MAX_TAG = 9

/** ", warns the agency", ", the bureau reckons", ", I'd say": whose words they are. */
const isTag = (reading: Reading, { from, to }: Stretch): boolean => {
  const { tokens } = reading
  if (to - from > MAX_TAG || to - from < 1) return false
  const act = (k: number): boolean => tokens[k]?.tag === 'VERB' && verbAct(tokens[k]?.lemma ?? '') !== null
  return act(from) || (to - from > 1 && act(to - 1)) || ownTag(reading, { from, to }) !== null
}

/** "Sweden in extra time, for me", "rain by teatime, I'd say": where the author says that it is what he holds. */
export const ownTag = ({ words }: Reading, { from, to }: Stretch): Stretch | null => {
  for (let k = from; k < to - 1; k++) {
    if (words[k - 1] !== ',') continue
    if (words[k] === 'for' && words[k + 1] === 'me') return { from: k, to: k + 2 }
    const verb = words[k + 1] === 'would' ? k + 2 : k + 1
    if (words[k] === 'i' && holding.has(words[verb] ?? '')) return { from: k, to: verb + 1 }
  }
  return null
}
const holding = wordSet('say think reckon suspect guess believe fancy imagine')

const openers = wordSet('and but or then so yet first with " “ ( still')

/** What a segment lists between its commas, without its tags; null when some of it has a verb. */
export const membersOf = (reading: Reading, segment: Stretch): Stretch[] | null => {
  const { words } = reading
  const members: Stretch[] = []
  let from = segment.from
  for (let k = segment.from; k <= segment.to; k++) {
    if (k < segment.to && words[k] !== ',') continue
    const joint = from
    const member = trimmed(reading, { from, to: k })
    from = k + 1
    if (member.to <= member.from || (members.length > 0 && isTag(reading, member))) continue
    // "Sandhaven by two, and may the best side win": what is joined on says something else.
    if (hasVerb(reading, member))
      return ['and', 'but'].includes(words[joint] ?? '') && members.length > 0 ? members : null
    members.push(member)
  }
  return members
}

const trimmed = ({ words }: Reading, { from, to }: Stretch): Stretch => {
  let [first, end] = [from, to]
  while (first < end && openers.has(words[first] ?? '')) first++
  while (end > first && ['"', '”', ')', 'and', 'but'].includes(words[end - 1] ?? '')) end--
  return { from: first, to: end }
}

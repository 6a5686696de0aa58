import { beliefVerbs, questionWords, speechVerbs, subordinators, wordSet } from '../sentences/words.ts'
import type { Cue, Reading } from './cue.ts'

/** Further events under one modal: "will raise £90m, empty the marinas, fill the courts and be repealed". */

const stops = wordSet('; : . ! ? " — – -- ( ) to that which who because')
const bare = wordSet('be have')
const adverbs = wordSet('still then even also later eventually not perhaps probably finally')
const beside: ReadonlySet<string> = new Set([
  ...speechVerbs,
  ...beliefVerbs,
  ...'please thank see mind mark look let ask know fear hope make have trust take put believe'.split(' '),
])
const MAX_LIST = 60

/** Where the verb of a phrase that starts behind the comma or coordinator at `joint` stands, or null when none does. */
const verbAfter = ({ tokens, words }: Reading, joint: number): number | null => {
  let k = joint + 1
  if (tokens[k]?.tag === 'CCONJ') k++
  while (adverbs.has(words[k] ?? '')) k++
  const token = tokens[k]
  // ", say analysts", ", thank God": said beside the claim.
  if (!token || token.word !== token.lemma || beside.has(token.word)) return null
  const next = tokens[k + 1]?.tag ?? 'PUNCT'
  // A verb alone is as often a noun: "freight, transport and travel".
  if (bare.has(token.word) || token.tag === 'VERB') return next !== 'PUNCT' && next !== 'CCONJ' ? k : null
  // The tagger takes some for nouns or adjectives; none of those stands before an article: "empty the marinas".
  const hidden = ['NOUN', 'ADJ'].includes(token.tag) && (turning.has(token.word) ? reached : objects).has(next)
  return hidden ? k : null
}

const objects: ReadonlySet<string> = new Set(['DET', 'PRON'])
const reached: ReadonlySet<string> = new Set(['DET', 'PRON', 'NUM', 'ADP', 'ADV'])
/** Verbs of change that are nouns as well. */
const turning = wordSet(
  'cut cost pause rise fall gain win end lose raise close open slow halve double drop climb ease hold hit cause force',
)

/** The joints at which a list of verb phrases under the verb at `verb` goes on, with their verbs. */
const jointsOf = (reading: Reading, verb: number): { joint: number; verb: number }[] => {
  const { tokens, words } = reading
  const found: { joint: number; verb: number }[] = []
  for (let k = verb + 1; k < Math.min(tokens.length, verb + MAX_LIST); k++) {
    const [word, tag] = [words[k] ?? '', tokens[k]?.tag]
    const opens = subordinators.has(word) && word !== 'before' && word !== 'after' && word !== 'as' && word !== 'since'
    if (stops.has(word) || opens || questionWords.has(word) || (tag === 'AUX' && !bare.has(word))) break
    if (word !== ',' && tag !== 'CCONJ') continue
    const next = verbAfter(reading, k)
    if (next === null) continue
    found.push({ joint: k, verb: next })
    k = next
  }
  return found
}

/** Whether the verb phrases make a list, and so several events; "will plough it in and try again" is one. */
const isList = ({ words }: Reading, joints: readonly { joint: number }[]): boolean =>
  joints.some(({ joint }) => words[joint] === ',')

/** "Will, more likely than not, close": the verb found may be the modal itself. */
const hasVerb = ({ tokens, words }: Reading, { verb }: Cue): boolean =>
  tokens[verb]?.tag === 'VERB' || bare.has(words[verb] ?? '')

/** The verb phrases that stand under the modal of `cue` behind its own, each a claim. */
export const sharedCues = (reading: Reading, cue: Cue): Cue[] => {
  if (cue.polarity === '-' || cue.modal === 'can' || cue.modal === 'should' || cue.modal === 'ought') return []
  if (!hasVerb(reading, cue)) return []
  const joints = jointsOf(reading, cue.verb)
  if (!isList(reading, joints)) return []
  return joints.map(({ joint, verb }) => {
    const from = reading.tokens[joint + 1]?.tag === 'CCONJ' ? joint + 2 : joint + 1
    const negated = reading.words.slice(from, verb).includes('not')
    return { ...cue, verb, shared: { from, head: cue }, polarity: negated ? '-' : '+' }
  })
}

/** Whether the next verb phrase under the modal of `cue` starts behind the comma or coordinator at `joint`. */
export const opensShared = (reading: Reading, cue: Cue, joint: number): boolean => {
  if (
    cue.kind !== 'modal' ||
    cue.polarity === '-' ||
    (cue.shared === undefined && !hasVerb(reading, cue)) ||
    verbAfter(reading, joint) === null
  )
    return false
  const joints = jointsOf(reading, cue.verb)
  const listed = cue.shared !== undefined || isList(reading, joints)
  return listed && joints.some((next) => next.joint === joint)
}

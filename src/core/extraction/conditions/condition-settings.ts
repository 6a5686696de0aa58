import type { Reading } from '../cues/cue.ts'
import { changeVerbs, wordSet } from '../sentences/words.ts'
import { timeNames } from '../time/time-words.ts'
import type { Guard } from './condition-guards.ts'
import { startsClause } from './condition-guards.ts'

/** Guards for settings that suppose: "on this path", "under a divided house", "while the talks last", "however high the price". */

const remote = wordSet('would could might')
/** Whether an unreal modal follows close behind: what is set in front of it need not come. */
const isRemoteAhead = ({ words }: Reading, next: number): boolean => {
  for (let k = next; k < Math.min(words.length, next + 22); k++) {
    if (/^[.;:!?]$/.test(words[k] ?? '')) return false
    if (remote.has(words[k] ?? '')) return true
  }
  return false
}

const paths = wordSet('rate pace path trajectory trend trends speed course')
/** "at the rate at which the doors are fitted", "on the path that we are on", "at the pace of the past winter". */
export const onPath: Guard = (reading, i, next) => {
  const { words, tokens } = reading
  if (words[next] !== 'the' || !(startsClause(reading, i) || words[i - 1] === ',')) return false
  const head = [1, 2, 3].find((ahead) => paths.has(words[next + ahead] ?? ''))
  if (head === undefined) return false
  const [after, second] = [words[next + head + 1] ?? '', tokens[next + head + 2]?.tag ?? '']
  if (after === 'of') return second !== 'NUM'
  return (
    ['that', 'at', 'which', 'on', 'we', 'it', 'they', 'things'].includes(after) ||
    tokens[next + head + 1]?.tag === 'PROPN'
  )
}

const legal =
  wordSet(`law deal agreement rule rules plan treaty contract bill act scheme programme program accord policy
  statute proposal arrangement pact system name title licence license order`)
/** "Under a divided congress, the euro could": a state of affairs that need not come, no paper that is there. */
export const underNew: Guard = (reading, i, next) => {
  const { words, tokens } = reading
  if (!['a', 'an', 'another', 'any'].includes(words[next] ?? '') || !startsClause(reading, i)) return false
  const comma = words.slice(next, next + 9).indexOf(',')
  const phrase = tokens.slice(next, comma < 0 ? next + 4 : next + comma)
  return !phrase.some(
    ({ word, tag }, k) => legal.has(word) || tag === 'NUM' || (tag === 'VERB' && phrase[k - 1]?.tag === 'NOUN'),
  )
}

/** "On a fast court, she might", "on a good day": an indefinite setting before an unreal modal. */
export const onSome: Guard = (reading, i, next) => {
  const { words, tokens } = reading
  if (!['a', 'an'].includes(words[next] ?? '') || words[next + 1] === 'recent') return false
  const [first, second] = [tokens[next + 1]?.tag ?? '', tokens[next + 2]?.tag ?? '']
  // The tagger takes "fast court" for an adverb and a verb.
  const paired = ['ADJ', 'ADV'].includes(first) && ['NOUN', 'VERB'].includes(second)
  return paired && startsClause(reading, i) && isRemoteAhead(reading, next)
}

const denials = wordSet(`not no never nobody nothing none neither nor cannot unlikely improbable impossible doubt doubts
  doubtful hardly inconceivable unthinkable`)
/** "not likely to attack while its army is tied down": said of what will not be, "while" tells how long that holds. */
export const whileHolds: Guard = ({ words, tokens }, i, next) => {
  if (i < 2 || tokens[i - 1]?.tag === 'PUNCT' || tokens[i - 1]?.tag === 'CCONJ')
    return words[i - 1] === ',' && words[i - 2] === 'suspect'
  if (words[next] === 'other' || words[i - 1] === 'a') return false
  const denied = words.slice(Math.max(0, i - 24), i).some((word) => denials.has(word))
  const verb = tokens
    .slice(next, next + 9)
    .find(({ tag, word }) => tag === 'AUX' || (tag === 'VERB' && !word.endsWith('ing')))
  return (
    denied &&
    verb !== undefined &&
    !['was', 'were', 'had', 'did', 'will', 'would', 'may', 'might', 'could'].includes(verb.word) &&
    !verb.word.endsWith('ed')
  )
}

/** "however lavish", "however much they promise", set apart by commas; not ", however," */
export const howeverMuch: Guard = ({ words, tokens }, i, next) => {
  if (i > 0 && ![',', '"', '—', '–'].includes(words[i - 1] ?? '')) return false
  return ['ADJ', 'ADV'].includes(tokens[next]?.tag ?? '') && words[next] !== 'now' && words[next] !== 'then'
}

const applied = wordSet(`extended expanded applied repeated scaled spread enforced combined sustained handled managed
  rolled widened copied adopted taken pushed stretched multiplied confronted faced carried doubled tripled`)
/** "Extended to the whole valley, it might": a participle in front of an unreal modal, without a date of its own. */
export const appliedTo: Guard = (reading, i, next) => {
  const { words, tokens } = reading
  const comma = words.slice(next, next + 14).indexOf(',')
  if (comma < 0 || !startsClause(reading, i) || !isRemoteAhead(reading, next + comma)) return false
  return (
    words[next] !== 'by' &&
    !tokens.slice(next, next + comma).some(({ tag, word }) => tag === 'NUM' || timeNames.has(word))
  )
}
export const appliedWords: readonly string[] = [...applied]

const changing = new Set([
  ...changeVerbs,
  ...wordSet(
    'run fade dwindle age mature melt thin tighten dry expire ripen spread warm cool retire deepen fail swell',
  ),
])
/** "As stocks run out, prices will": a change under way in front of the claim; not "as the minister says". */
export const asChanges: Guard = ({ words, tokens }, i, next) => {
  if (i > 0 && !['"', ';', 'and', 'but'].includes(words[i - 1] ?? '')) return false
  const comma = words.slice(next, next + 16).indexOf(',')
  if (comma < 2) return false
  const verb = tokens.slice(next, next + comma).find(({ tag }) => tag === 'VERB' || tag === 'AUX')
  return (
    verb !== undefined && verb.tag === 'VERB' && verb.lemma === verb.word.replace(/s$/, '') && changing.has(verb.lemma)
  )
}

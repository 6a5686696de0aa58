import { isSpecific } from '../clauses/specific.ts'
import { wordSet } from '../sentences/words.ts'
import { isOnNow, isUnderOpen } from './present-conditions.ts'
import type { Place } from './present-cues.ts'

/** What is over, or so to speak. */
const ends = wordSet('back over gone out finished done dead history ready in under through')
/** What becomes of somebody or something once a condition holds: "the bill is dead", "Madrid is next". */
const fates =
  wordSet(`dead over off out finished done gone doomed lost toast history next king bust bankrupt extinct empty
  sunk ruined relegated champions safe through worthless obsolete broke insolvent beaten`)
const hours = wordSet('one two three four five six seven eight nine ten eleven twelve noon midnight')

/** "is in Geneva until Friday", "is out at nine": where somebody is on a day. */
const isDated = (words: readonly string[], verb: number, stop: number): boolean =>
  words.slice(verb, stop).some((word, i, all) => word === "o'clock" || (word === 'at' && hours.has(all[i + 1] ?? '')))

/** What a timetable, a rule or an invitation says of a time. */
const arranged =
  wordSet(`due open closed shut required needed expected available scheduled planned set likely unlikely possible free
  welcome payable eligible valid on in at invited booked sold bound about going supposed meant believed thought said`)

/** "By Christmas the shop is a vape bar", "on current trends the glacier is gone by 2040", "I think this is the last of them". */
export const foretellsState = ({
  reading,
  clause,
  at,
  group,
  stop,
  ahead,
  deadline,
  course,
  held,
  adverb,
  command,
}: Place): boolean => {
  const { tokens, words } = reading
  const first = stateAt(words, group.verb)
  const state = words[first] ?? ''
  if (isDated(words, group.verb, stop) || state === 'in') return false
  if (ends.has(state) && (ahead || course !== null)) return true
  if (arranged.has(state) || tokens[first]?.word.endsWith('ing')) return false
  if (
    fates.has(state) &&
    (command !== null || (clause.front && isUnderOpen(reading, clause, group.verb, false) && !isOnNow(reading, clause)))
  )
    return true
  if (command !== null && (state === 'no' || words[at - 1] === 'there')) return true
  const viewed = held || course !== null
  if ((viewed || adverb !== null) && isLast(words, first)) return true
  if (ends.has(state) && deadline) return true
  const described = ['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN'].includes(tokens[first]?.tag ?? '') || moved.has(state)
  if (!described) return false
  return (deadline && isSpecific(tokens, clause.core, at)) || (ahead && viewed)
}

const moved = wordSet('down up flat below above back under over')

/** Past "not", "all" and adverbs. */
const stateAt = (words: readonly string[], be: number): number => {
  let k = be + 1
  while (['not', 'never', 'all', 'both', 'then', 'long', 'already', 'still', 'also', 'again'].includes(words[k] ?? ''))
    k++
  return k
}

/** "is the last we hear of them", "is the end of it". */
const isLast = (words: readonly string[], k: number): boolean =>
  words[k] === 'the' && (words[k + 1] === 'last' || (words[k + 1] === 'end' && words[k + 2] === 'of'))

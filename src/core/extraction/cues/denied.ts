import { clauseAt } from '../clauses/clause.ts'
import { wordSet } from '../sentences/words.ts'
import type { Cue, Reading } from './cue.ts'

/** Whether the verb of a view, its subject or its object says no, for finders whose own words do not tell. */

const adverbs = wordSet('not never hardly scarcely barely rarely seldom neither nor')
const subjects = wordSet('no nobody none neither few nothing')
const told: ReadonlySet<string> = new Set(['not-believe', 'we-doubt', 'cannot-rule-out', 'no-reason-to-believe'])

/** The cue as its sentence means it: "no longer sees a split", "few banks foresee one", "the house view is for no cut". */
export const asDenied = (reading: Reading, cue: Cue): Cue =>
  cue.polarity === '+' && !told.has(cue.phrase) && isDenied(reading, cue) ? { ...cue, polarity: '-' } : cue

const isDenied = (reading: Reading, cue: Cue): boolean =>
  groupDenies(reading, cue) || subjectDenies(reading, cue.at) || objectDenies(reading, cue.to)

/** "is hardly counting on", "no longer looms", "not a": next to the verb, outside the cue's own words. */
const groupDenies = ({ tokens, words }: Reading, { at, from }: Cue): boolean => {
  const denies = (k: number): boolean =>
    (adverbs.has(words[k] ?? '') && words[k + 1] !== 'only') || (words[k] === 'longer' && words[k - 1] === 'no')
  for (let k = at - 1; k >= 0 && at - k <= 3; k--) {
    if (denies(k)) return true
    if (!['ADV', 'AUX', 'PART'].includes(tokens[k]?.tag ?? '')) break
  }
  for (let k = at + 1; k < from && k <= at + 3; k++) if (denies(k)) return true
  return false
}

/** "no analyst", "neither bank", "not many economists", "hardly anyone"; "no doubt" denies nothing. */
export const subjectDenies = ({ tokens, asides, words }: Reading, verb: number): boolean => {
  let first = clauseAt(tokens, asides, verb).core
  while (first < verb && (tokens[first]?.tag === 'CCONJ' || tokens[first]?.tag === 'PUNCT')) first++
  if (first >= verb) return false
  const [word, next] = [words[first] ?? '', words[first + 1] ?? '']
  if (word === 'not') return ['one', 'many', 'a', 'every'].includes(next)
  if (word === 'hardly' || word === 'scarcely') return next.startsWith('any')
  return subjects.has(word) && next !== 'longer' && next !== 'doubt'
}

/** "is for no cut", "remains no recession", "is not a landing": right behind the cue. "No change" is itself what is expected. */
const objectDenies = ({ words }: Reading, to: number): boolean => {
  const at = ['for', 'of', 'on'].includes(words[to] ?? '') ? to + 1 : to
  return words[at + 1] !== 'change' && (words[at] === 'no' || words[at] === 'not')
}

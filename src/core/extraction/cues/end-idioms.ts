import { wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'

/** Idioms that foretell an end to whoever follows "for", or to their subject. */

const copulas = wordSet('is are looks seems')
const ends: readonly (readonly string[])[] = [
  'curtains for',
  'all over for',
  'game over for',
  'lights out for',
  'the end of the road for',
  'the end of the line for',
  'the beginning of the end for',
].map((form) => form.split(' '))
const fates: readonly (readonly string[])[] = [
  'not long for this world',
  'for the chop',
  'for the axe',
  'for the scrapheap',
  'on the scrapheap',
  'on the chopping block',
  'on borrowed time',
].map((form) => form.split(' '))

/** A sentence without one of these foretells no such end. */
export const endIdiomStarts: readonly string[] = [
  'curtains',
  'over',
  'out',
  'end',
  'long',
  'chop',
  'axe',
  'scrapheap',
  'block',
  'writing',
  'up',
]

/** "It is curtains for the Playhouse", "the quango is not long for this world", "the writing is on the wall for the post". */
export const endIdiomCues = (reading: Reading): Cue[] =>
  reading.words.flatMap((word, i) => {
    if (!copulas.has(word)) return []
    const to = itEnds(reading, i) ?? fated(reading, i) ?? written(reading, i)
    return to === null ? [] : [cueOf('predicate', i, { phrase: 'doomed', from: i, to }, to - 1)]
  })

const formAfter = ({ words }: Reading, i: number, forms: readonly (readonly string[])[]): number | null => {
  const from = ['now', 'already', 'surely', 'probably', 'almost'].includes(words[i + 1] ?? '') ? i + 2 : i + 1
  const form = forms.find((each) => each.every((word, k) => words[from + k] === word))
  return form ? from + form.length : null
}

const itEnds = (reading: Reading, i: number): number | null =>
  ['it', 'this', 'that'].includes(reading.words[i - 1] ?? '') ? formAfter(reading, i, ends) : null

const fated = (reading: Reading, i: number): number | null => formAfter(reading, i, fates)

/** "The writing is on the wall for", "time is up for". */
const written = ({ words }: Reading, i: number): number | null => {
  const wall = words[i - 1] === 'writing' && words[i + 1] === 'on' && words[i + 3] === 'wall' && words[i + 4] === 'for'
  if (wall) return i + 5
  return ['time', 'game'].includes(words[i - 1] ?? '') && words[i + 1] === 'up' && words[i + 2] === 'for' ? i + 3 : null
}

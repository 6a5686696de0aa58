import type { ConditionKind } from '../../candidate.ts'
import type { Reading } from '../cues/cue.ts'
import { askingVerbs } from '../sentences/words.ts'
import {
  apart,
  closesOrOpens,
  firstClause,
  type Guard,
  ifOpens,
  inEvent,
  inverted,
  isFree,
  isOpenEnded,
  isVerbless,
  measureless,
  ofNow,
  onceOpens,
  provides,
  supposed,
  supposing,
  timeless,
  whenOpens,
  withoutOpens,
} from './condition-guards.ts'
import {
  appliedTo,
  appliedWords,
  asChanges,
  howeverMuch,
  onPath,
  onSome,
  underNew,
  whileHolds,
} from './condition-settings.ts'

/**
 * Words that open a condition. `needs` = what must follow: a clause with a verb of its own, a phrase without, or either.
 */
export type Opener = {
  words: readonly string[]
  kind: ConditionKind
  needs: 'clause' | 'phrase' | 'either'
  holds?: Guard
}

const entry = (words: string, kind: ConditionKind, needs: Opener['needs'], holds?: Opener['holds']): Opener => ({
  words: words.split(' '),
  kind,
  needs,
  ...(holds ? { holds } : {}),
})

const openers: readonly Opener[] = [
  ...['even if', 'even when', 'even once', 'even after', 'even unless'].map((words) =>
    entry(words, 'concessive', 'clause'),
  ),
  ...['even with', 'even without', 'even on', 'even under', 'even in', 'even at', 'even by'].map((words) =>
    entry(words, 'concessive', 'phrase', (reading, i, next) => apart(reading, i, next) && timeless(reading, i, next)),
  ),
  entry('no matter', 'concessive', 'either'),
  entry('regardless of', 'concessive', 'either'),
  entry('irrespective of', 'concessive', 'either'),
  entry('come what may', 'concessive', 'either'),
  entry('with or without', 'concessive', 'phrase'),
  entry('whether or not', 'concessive', 'clause', (r, i) => !askingVerbs.has(r.tokens[i - 1]?.lemma ?? '')),
  entry('whatever', 'concessive', 'phrase', isVerbless),
  ...['whatever', 'whoever', 'whichever'].map((word) => entry(word, 'concessive', 'clause', isFree)),
  entry('however', 'concessive', 'either', howeverMuch),
  ...['in any event', 'in either event', 'in either case', 'either way'].map((w) =>
    entry(w, 'concessive', 'either', closesOrOpens),
  ),
  entry('only if', 'condition', 'clause', ifOpens),
  entry('if', 'condition', 'either', ifOpens),
  entry('unless', 'condition', 'either'),
  entry('as long as', 'condition', 'clause', measureless),
  entry('so long as', 'condition', 'clause', measureless),
  entry('provided', 'condition', 'clause', provides),
  entry('providing', 'condition', 'clause', provides),
  entry('on condition that', 'condition', 'clause'),
  entry('on the condition that', 'condition', 'clause'),
  entry('in the event of', 'condition', 'phrase'),
  entry('in the event that', 'condition', 'clause'),
  entry('in case of', 'condition', 'phrase'),
  entry('in the absence of', 'condition', 'phrase'),
  entry('pending', 'condition', 'phrase', apart),
  entry('assuming', 'condition', 'either', apart),
  entry('supposing', 'condition', 'clause', apart),
  entry('suppose', 'condition', 'clause', firstClause),
  entry('barring', 'condition', 'phrase'),
  entry('absent', 'condition', 'phrase', apart),
  entry('failing', 'condition', 'phrase', apart),
  entry('short of', 'condition', 'phrase', apart),
  entry('but for', 'condition', 'phrase', firstClause),
  entry('subject to', 'condition', 'phrase', (r, i) => r.words[i - 1] === ',' || r.words[i - 1] === '"' || i === 0),
  entry('conditional on', 'condition', 'phrase', apart),
  entry('depending on', 'condition', 'phrase', apart),
  entry('without', 'condition', 'phrase', withoutOpens),
  entry('given', 'condition', 'phrase', isOpenEnded),
  entry('with', 'condition', 'phrase', isOpenEnded),
  ...['on', 'at', 'under'].map((word) => entry(word, 'condition', 'phrase', ofNow)),
  ...['on', 'at'].map((word) => entry(word, 'condition', 'phrase', onPath)),
  entry('on', 'condition', 'phrase', onSome),
  entry('under', 'condition', 'phrase', underNew),
  entry('while', 'condition', 'clause', whileHolds),
  entry('as', 'trigger', 'clause', asChanges),
  ...appliedWords.map((word) => entry(word, 'condition', 'phrase', appliedTo)),
  entry('in', 'condition', 'phrase', inEvent),
  ...['should', 'were', 'had'].map((word) => entry(word, 'condition', 'either', inverted)),
  ...[...supposing].map((word) => entry(word, 'condition', 'either', supposed)),
  entry('only then', 'trigger', 'phrase'),
  ...['only when', 'only once', 'only after'].map((words) => entry(words, 'trigger', 'clause')),
  entry('only through', 'condition', 'phrase'),
  entry('once', 'trigger', 'either', onceOpens),
  entry('as soon as', 'trigger', 'clause', measureless),
  ...['the moment', 'the minute', 'the instant', 'the day'].map((w) =>
    entry(
      w,
      'trigger',
      'clause',
      (r, i, next) => apart(r, i, next) && ['DET', 'PRON', 'PROPN'].includes(r.tokens[next]?.tag ?? ''),
    ),
  ),
  entry('whenever', 'trigger', 'clause'),
  entry('when', 'trigger', 'clause', whenOpens),
  entry('after', 'trigger', 'clause', timeless),
  entry('until', 'until', 'clause', timeless),
  entry('till', 'until', 'clause', timeless),
]

const byFirstWord = new Map<string, Opener[]>()
for (const opener of openers) {
  const first = opener.words[0] ?? ''
  byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), opener])
}

/** The words that open a condition at token `i`, longest first, whatever follows them; null when none do. */
export const openerAt = (reading: Reading, i: number): Opener | null => {
  const found = byFirstWord.get(reading.words[i] ?? '')
  if (!found) return null
  for (const opener of found)
    if (opener.words.every((word, k) => reading.words[i + k] === word)) {
      if (!opener.holds || opener.holds(reading, i, i + opener.words.length)) return opener
    }
  return null
}

/** The kind that the first words of a condition give it, for conditions that are only known as words. */
export const conditionKindOf = (condition: string | null): ConditionKind | null => {
  if (condition === null) return null
  const words = condition.toLowerCase().match(/[\p{L}-]+/gu) ?? []
  const found = byFirstWord.get(words[0] ?? '')?.find((opener) => opener.words.every((word, k) => words[k] === word))
  return found?.kind ?? 'condition'
}

import { type FormMatch, firstWordsOf, formAt } from '../../lexicon/match.ts'
import type { PhraseId } from '../../lexicon/phrases.ts'
import { wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, lastVerbBefore, type Reading } from './cue.ts'
import { isEventNoun } from './event-nouns.ts'
import { levelOf } from './noun-cues.ts'

/** A sentence without one of these words or lemmas, or the first word of a form, has no frame. */
export const frameStarts: readonly string[] = [
  ...firstWordsOf('frame'),
  ...'do does did no nobody nothing few none doubt'.split(' '),
]

const judging = wordSet('believe think expect foresee anticipate imagine see envisage predict')
const openModals = wordSet('will would could might may can')

/** "no reason to believe it will", "hard to see why", "does not expect that": the clause that follows is judged. */
export const frameCues = (reading: Reading, i: number): Cue[] => {
  const { tokens, words } = reading
  const form = formAt(words, i, 'frame')
  if (form && frameFits(reading, form)) {
    const cue = cueOf('frame', lastVerbBefore(tokens, i + 1) ?? i, form, form.to - 1)
    return [form.phrase === 'hard-to-see' && leavesOnly(words, form.to) ? { ...cue, polarity: '-' } : cue]
  }
  const belief = negatedBelief(reading, i) ?? deniedBelief(reading, i)
  if (belief !== null && judgesForecast(tokens, belief)) {
    const at = words[i + 1] === 'not' ? i : belief
    return [cueOf('frame', at, { phrase: 'not-believe', from: i, to: belief + 1 }, belief)]
  }
  const silent = nothingSuggests(reading, i)
  if (silent !== null)
    return [cueOf('frame', silent, { phrase: 'no-reason-to-believe', from: i, to: silent + 1 }, silent)]
  if (!isDoubting(tokens, i)) return []
  const doubt = cueOf('frame', i, { phrase: 'we-doubt', from: i, to: i + 1 }, i)
  return [undoubted(words, i) ? { ...doubt, polarity: '-' } : doubt]
}

const suggesting = wordSet('suggest indicate hint imply')
/** "Nothing in the minutes suggests that it will": where the verb stands, when a clause follows. */
const nothingSuggests = ({ tokens, words }: Reading, i: number): number | null => {
  if (words[i] !== 'nothing') return null
  const verb = tokens.findIndex(({ tag }, k) => k > i && k < i + 12 && tag === 'VERB')
  const suggests = verb > 0 && suggesting.has(tokens[verb]?.lemma ?? '') && words[verb]?.endsWith('s') === true
  return suggests && words[verb + 1] === 'that' ? verb : null
}

const frameFits = ({ tokens, words }: Reading, form: FormMatch): boolean => {
  // "Chances are you have never heard of her": said of the reader.
  // "The odds are long": how good they are.
  if (form.phrase === 'likely')
    return words[form.to] !== 'you' && words[form.to + 1] !== 'you' && levelOf(words[form.to] ?? '') === null
  if (form.phrase === 'cannot-rule-out' && waving.has(words[form.to - 1] ?? '')) return ofPossibility(words, form)
  // "No sign that he feels compelled": of now.
  if (form.phrase === 'no-reason-to-believe' && words[form.to - 1] === 'that')
    return judgesForecast(tokens, form.to - 1)
  if (form.phrase !== 'hard-to-see') return true
  return ['why', 'how', 'what', 'a', 'any', 'that'].includes(words[form.to] ?? '') || picturesEvent(tokens, form.to)
}

const waving = wordSet('dismissed discounted away dismiss discount')
const possible = wordSet('possibility prospect risk chance danger likelihood idea scenario')
/** "The prospect of a strike cannot be dismissed"; a claim or a person may be dismissed too. */
const ofPossibility = (words: readonly string[], { from, to }: FormMatch): boolean =>
  [...words.slice(0, from), ...words.slice(to, to + 3)].some((word) => possible.has(word))

/** "hard to see the board doing anything but wait": nothing else is likely. */
const leavesOnly = (words: readonly string[], from: number): boolean =>
  words.slice(from, from + 12).some((word, k, all) => {
    if (word !== 'anything' && word !== 'anyone' && word !== 'anybody') return false
    return (
      ['but', 'except'].includes(all[k + 1] ?? '') ||
      (['other', 'else'].includes(all[k + 1] ?? '') && ['than', 'but'].includes(all[k + 2] ?? ''))
    )
  })

/** "hard to imagine the board passing it": a noun phrase that does something. */
const picturesEvent = (tokens: Reading['tokens'], from: number): boolean => {
  for (let k = from; k < Math.min(tokens.length, from + 8); k++) {
    const token = tokens[k]
    if (!token || token.tag === 'PUNCT') return false
    const noun = ['NOUN', 'PROPN', 'PRON'].includes(tokens[k - 1]?.tag ?? '')
    if (k > from && token.word.endsWith('ing') && token.tag === 'VERB' && noun) return true
  }
  return false
}

/** "does not really believe": where the verb stands. */
const negatedBelief = ({ tokens, words }: Reading, i: number): number | null => {
  if (!['do', 'does', 'did'].includes(words[i] ?? '') || words[i + 1] !== 'not') return null
  const verb = tokens[i + 2]?.tag === 'ADV' ? i + 3 : i + 2
  return judging.has(tokens[verb]?.lemma ?? '') ? verb : null
}

/** "nobody expects", "few believe": where the verb stands. */
const deniedBelief = ({ tokens, words }: Reading, i: number): number | null => {
  const pair = words[i] === 'no' && words[i + 1] === 'one'
  if (!pair && !['nobody', 'few', 'none'].includes(words[i] ?? '')) return null
  const first = i + (pair ? 2 : 1)
  const verb = tokens.slice(first, i + 9).findIndex(({ lemma, tag }) => tag === 'VERB' && judging.has(lemma))
  return verb < 0 ? null : first + verb
}

/** "does not believe that it will", "do not expect it to": what follows has a future; "does not believe in" has none. */
const judgesForecast = (tokens: Reading['tokens'], belief: number): boolean => {
  const rest = tokens.slice(belief + 1, belief + 25)
  if (rest.some((token) => token.tag === 'AUX' && openModals.has(token.word))) return true
  // "I do not think we are going back".
  if (rest.some(({ word }, k) => word === 'going' && rest[k - 1]?.tag === 'AUX')) return true
  // "I do not expect it to."
  const elided =
    !tokens[belief]?.word.endsWith('ed') &&
    rest.some(({ word }, k) => word === 'to' && (rest[k + 1]?.tag ?? 'PUNCT') === 'PUNCT')
  return tokens[belief]?.lemma === 'expect' && (hasInfinitive(rest) || elided)
}

const hasInfinitive = (tokens: Reading['tokens']): boolean =>
  tokens.some(({ word }, k) => word === 'to' && ['VERB', 'AUX'].includes(tokens[k + 1]?.tag ?? ''))

/** "economists doubt that", "I doubt the target": the verb, whatever the tagger takes it for. */
const isDoubting = (tokens: Reading['tokens'], i: number): boolean => {
  const [before, word, next] = [tokens[i - 1], tokens[i], tokens[i + 1]]
  if (word?.lemma !== 'doubt' || !before || !next) return false
  if (!['NOUN', 'PROPN', 'PRON', 'ADV'].includes(before.tag) || next.word === 'about') return false
  // "doubt whether it will" is no question; "doubt if it matters" speaks of now.
  if (['whether', 'if'].includes(next.word))
    return word.tag === 'VERB' && tokens.slice(i + 2, i + 14).some((later) => openModals.has(later.word))
  return word.tag === 'VERB' || next.word === 'that'
}

/** "Nobody doubts that", "few doubt", "I do not doubt": it is thought likely. */
const undoubted = (words: readonly string[], i: number): boolean =>
  words
    .slice(Math.max(0, i - 4), i)
    .some((word, k, all) => ['nobody', 'few', 'not', 'never'].includes(word) || (word === 'no' && all[k + 1] === 'one'))

const moods: ReadonlyMap<string, PhraseId> = new Map<string, PhraseId>([
  ['pessimistic', 'pessimistic'],
  ['gloomy', 'pessimistic'],
  ['optimistic', 'optimistic'],
  ['upbeat', 'optimistic'],
  ['bullish', 'optimistic'],
  ['skeptical', 'skeptical'],
  ['sceptical', 'skeptical'],
  ['doubtful', 'skeptical'],
  ['unconvinced', 'skeptical'],
  ['confident', 'confident'],
  ['convinced', 'confident'],
  ['adamant', 'confident'],
])
export const attitudeStarts: readonly string[] = [...moods.keys()]
const moodVerbs = wordSet('is are am was were remain remains feel feels felt stay stays sound sounds sounded')
const futureNouns = wordSet('prospect prospects chance chances odds outlook future outcome')

/** "remain skeptical that", "felt pessimistic about the prospects for", "analysts expect prices to fall". */
export const attitudeCues = ({ tokens, words }: Reading, i: number): Cue[] => {
  const mood = moods.get(words[i] ?? '')
  const verb = mood ? lastVerbBefore(tokens, i) : null
  if (mood && verb !== null && moodVerbs.has(words[verb] ?? '') && hasFutureObject(words, i))
    return [cueOf('attitude', verb, { phrase: mood, from: i, to: i + 1 }, i)]
  return []
}

/** A mood is a forecast when its object is to come: a clause, or prospects, chances, an outcome. */
const hasFutureObject = (words: readonly string[], i: number): boolean => {
  const next = words[i + 1] === '"' ? words[i + 2] : words[i + 1]
  const rest = words.slice(i + 1, i + 14)
  // "confident of winning".
  if (next === 'of' && /ing$/.test(words[i + 2] ?? '')) return true
  if (next === 'of' && isEventNoun(words.slice(i + 2, i + 5).find((word) => isEventNoun(word)) ?? '')) return true
  return next === 'that' || (['about', 'of', 'on'].includes(next ?? '') && rest.some((word) => futureNouns.has(word)))
}

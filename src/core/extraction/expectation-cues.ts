import { clauseAt } from './clause.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'
import { bodyWords, calendarNames, forecasterNouns, wordSet } from './words.ts'

const expecting = wordSet('expect predict forecast project anticipate foresee')
const nobodies = wordSet('nobody few none')
const openModals = wordSet('will would could might may')
const deniers = wordSet('no nothing neither nobody')

/** "analysts expect prices to fall", "the ministry expects two cuts", "the firm expects to open by March". */
export const expectationCues = (reading: Reading): Cue[] =>
  reading.words.flatMap((_, i) => {
    if (!expectsObject(reading, i)) return []
    const cue = cueOf('attitude', i, { phrase: 'expected', from: i, to: i + 1 }, i)
    return [deniers.has(reading.words[i + 1] ?? '') ? { ...cue, polarity: '-' } : cue]
  })

/** By someone who forecasts, or with a date or figure; and no clause with a modal of its own. */
const expectsObject = (reading: Reading, i: number): boolean => {
  const { tokens, words } = reading
  const token = tokens[i]
  if (token?.tag !== 'VERB' || !expecting.has(token.lemma)) return false
  const rest = objectOf(tokens, i)
  if (rest.some(({ tag, word }) => tag === 'AUX' && openModals.has(word))) return false
  if (i === 0) return false
  const subject = words.slice(Math.max(0, i - 7), i)
  if (subject.some((word) => nobodies.has(word)) || isFormer(words, i)) return false
  const named = tokens.slice(clauseAt(tokens, reading.asides, i).core, i)
  const forecaster =
    [...tokens.slice(Math.max(0, i - 7), i), ...named].some(isForecaster) || ['i', 'we'].includes(words[i - 1] ?? '')
  const present = !token.word.endsWith('ed')
  if (forecaster) return hasInfinitive(rest) || rest.some(({ tag }) => tag === 'NUM') || (present && isThing(rest[0]))
  const nominal = named.some(({ tag }) => tag === 'NOUN' || tag === 'PROPN')
  const future = (rest[0]?.word === 'to' && hasInfinitive(rest)) || isThing(rest[0])
  return present && nominal && future && rest.some(isDated)
}

/** What stands after the verb, up to the comma that ends it. */
const objectOf = (tokens: Reading['tokens'], i: number): Reading['tokens'] => {
  const rest = tokens.slice(i + 1, i + 16)
  const comma = rest.findIndex(({ word }) => word === ',' || word === ';')
  return comma > 1 ? rest.slice(0, comma) : rest
}

/** "had expected", "I expected": a position of the past. */
const isFormer = (words: readonly string[], i: number): boolean =>
  words.slice(Math.max(0, i - 3), i).includes('had') || (words[i - 1] === 'i' && words[i]?.endsWith('ed') === true)

const isForecaster = ({ word, lemma }: Reading['tokens'][number]): boolean =>
  [word, lemma, word.replace(/s$/, '')].some(
    (name) => forecasterNouns.has(name) || bodyWords.has(name) || name === 'firm',
  )

const things = wordSet('a an no nothing another more fewer further new')
const isThing = (token: Reading['tokens'][number] | undefined): boolean =>
  token !== undefined && (things.has(token.word) || token.tag === 'ADJ')

const dateWords = wordSet(`year month week quarter spring summer autumn winter soon shortly christmas easter`)
const isDated = ({ word, tag }: Reading['tokens'][number]): boolean =>
  tag === 'NUM' || calendarNames.has(word) || dateWords.has(word)

const hasInfinitive = (tokens: Reading['tokens']): boolean =>
  tokens.some(({ word }, k) => word === 'to' && ['VERB', 'AUX'].includes(tokens[k + 1]?.tag ?? ''))

const figureNouns = wordSet('forecast forecasts projection projections estimates predictions consensus')

/** "forecasts for next year hover at one percent": a forecast with a figure and no modal. */
export const figureCues = ({ tokens, words }: Reading): Cue[] => {
  const noun = words.findIndex((word, i) => i < 4 && figureNouns.has(word))
  const verb = tokens.findIndex(
    ({ tag, word }, i) => i > noun && i < noun + 12 && tag === 'VERB' && !/(?:ed|ing)$/.test(word),
  )
  const rest = tokens.slice(verb + 1)
  const figure =
    rest.some(({ tag }) => tag === 'NUM') && !rest.some(({ tag, word }) => tag === 'AUX' || word === 'that')
  if (noun < 0 || verb < 0 || !figure) return []
  return [cueOf('attitude', verb, { phrase: 'expected', from: noun, to: noun + 1 }, verb)]
}

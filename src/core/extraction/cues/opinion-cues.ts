import { formAt } from '../../lexicon/match.ts'
import type { PhraseId } from '../../lexicon/phrases.ts'
import type { Token } from '../sentences/token.ts'
import { wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'
import { isViewer } from './viewers.ts'

const opinions = wordSet('think consider believe deem find judge reckon call regard rate hold view see describe make')
/** A sentence without one of these lemmas has no small clause of opinion. */
export const opinionStarts: ReadonlySet<string> = opinions

/** What is said of an event; "thinks repairs possible" and "finds it impossible" speak of doing something. */
const ofEvents: ReadonlySet<PhraseId> = new Set<PhraseId>([
  'almost-certain',
  'certainly',
  'inevitable',
  'highly-likely',
  'very-likely',
  'most-likely',
  'likely',
  'probable',
  'somewhat-likely',
  'better-than-even',
  'about-even',
  'plausible',
  'conceivable',
  'not-impossible',
  'uncertain',
  'unlikely',
  'not-likely',
  'somewhat-unlikely',
  'very-unlikely',
  'highly-unlikely',
  'improbable',
  'doubtful',
  'long-shot',
  'unrealistic',
  'fanciful',
  'far-off',
  'imminent',
  'out-of-the-question',
  'slam-dunk',
])
/** "thinks an all-out war improbable", "consider a downturn unlikely", "calls a cut \"very unlikely\"". */
export const opinionCues = (reading: Reading, i: number, { tag, lemma }: Token): Cue[] => {
  if (tag !== 'VERB' || !opinions.has(lemma)) return []
  const form = judgementAfter(reading, i)
  if (!form || isDenied(reading, i)) return []
  if (lemma === 'make' ? !brings(reading, i, form) : !isViewer(reading, i)) return []
  return [cueOf('attitude', i, form, form.to - 1)]
}

/** "makes a repetition improbable", "has made a split all but certain": what it brings about, told in the present. */
const brings = ({ tokens, words }: Reading, i: number, form: Placed): boolean => {
  const past = words[i] === 'made' && !['has', 'have'].includes(words[i - 1] ?? '')
  const helped = ['to', 'would', 'could', 'might', 'may', 'not'].includes(words[i - 1] ?? '')
  const compared = ['more', 'less', 'even', 'much'].includes(words[form.from - 1] ?? '') || words[form.from] === 'more'
  return !past && !helped && !compared && words[i + 1] !== 'it' && tokens[i - 1]?.tag !== 'PART'
}

const isDenied = ({ words }: Reading, i: number): boolean =>
  words.slice(Math.max(0, i - 3), i).some((word) => word === 'not' || word === 'never')

const judgementAfter = ({ tokens, words }: Reading, verb: number) => {
  for (let k = verb + 1; k < Math.min(words.length, verb + 16); k++) {
    const token = tokens[k]
    if (!token || token.tag === 'SCONJ' || token.tag === 'AUX' || breaks.has(token.word)) return null
    const form = k > verb + 1 ? formAt(words, k, 'predicate') : null
    if (form && ofEvents.has(form.phrase)) return standsAlone({ tokens, words }, verb, form) ? form : null
    // "finds that", "sees how", "thinks he knows": a clause of its own.
    if (token.tag === 'VERB' && !/(?:ing|ed)$/.test(token.word)) return null
  }
  return null
}
const breaks = wordSet('; : . ? ! that what how why which who')

type Placed = { from: number; to: number; phrase: PhraseId }

/** After its noun phrase, and complete: "a default unlikely", not "a likely default", "it possible to walk". */
const standsAlone = ({ tokens, words }: Pick<Reading, 'tokens' | 'words'>, verb: number, form: Placed): boolean => {
  let before = form.from - 1
  while (
    before > verb &&
    (['"', 'as', 'now', 'to', 'be'].includes(words[before] ?? '') || tokens[before]?.tag === 'ADV')
  )
    before--
  const nominal = ['NOUN', 'PROPN', 'PRON', 'NUM', 'VERB'].includes(tokens[before]?.tag ?? '')
  if (!nominal || before <= verb) return false
  return !['NOUN', 'PROPN', 'ADJ'].includes(tokens[form.to]?.tag ?? '')
}

const copulas = wordSet('is are')

/** A sentence without one of these has nothing that is seen to come. */
export const seenStarts: readonly string[] = ['seen']

/** "Prices are seen rising by 2 per cent", "the yen is seen at 150 by March", "growth is seen slowing". */
export const seenCues = ({ tokens, words }: Reading, i: number): Cue[] => {
  const copula = words[i - 1] === 'now' || words[i - 1] === 'widely' ? i - 2 : i - 1
  if (words[i] !== 'seen' || !copulas.has(words[copula] ?? '')) return []
  const next = tokens[i + 1]
  const figure = ['at', 'between', 'above', 'below'].includes(next?.word ?? '') && hasFigure(tokens, i + 2)
  const moving = next?.tag === 'VERB' && next.word.endsWith('ing') && !present.has(next.word)
  if (!figure && !moving) return []
  return [cueOf('predicate', copula, { phrase: 'expected', from: i, to: i + 1 }, i)]
}
const present = wordSet('walking leaving entering talking standing sitting wearing carrying running driving holding')

const hasFigure = (tokens: Reading['tokens'], from: number): boolean =>
  tokens.slice(from, from + 4).some(({ tag }) => tag === 'NUM')

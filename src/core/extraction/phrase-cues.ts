import { type FormMatch, formAt } from '../lexicon/match.ts'
import { numberAt } from '../lexicon/numbers.ts'
import type { Cue, Reading } from './cue.ts'
import { forecasterNouns } from './words.ts'

const copulas = new Set(['be', 'is', 'are', 'am', 'seem', 'seems', 'appear', 'appears', 'look', 'looks', 'remain', 'remains', 'become', 'becomes', 'prove', 'proves'])
/** Predicates that mean something else unless an infinitive follows: "is set to", "is due to". */
const needInfinitive = new Set(['set', 'due', 'about', 'slated', 'scheduled', 'bound', 'destined', 'fated', 'poised', 'primed', 'expected', 'projected', 'forecast', 'forecasted', 'predicted', 'anticipated', 'tipped', 'certain', 'sure', 'guaranteed', 'doomed', 'condemned', 'going', 'widely', 'on course', 'on track', 'on pace', 'ready', 'likely to'])
const nounHeads = new Set(['prospect', 'scenario', 'outcome', 'possibility', 'idea', 'option', 'hope', 'bet', 'expectation', 'result', 'development', 'proposition', 'notion', 'goal', 'aim'])

/** Words of likelihood that are no modals, in order of their place. */
export const phraseCues = (reading: Reading): Cue[] => [
  ...predicateCues(reading),
  ...nounCues(reading),
  ...frameCues(reading),
  ...attitudeCues(reading),
  ...distanceCues(reading),
]

const cueOf = (kind: Cue['kind'], at: number, form: Pick<FormMatch, 'phrase' | 'from' | 'to'>, verb: number): Cue => ({
  kind,
  at,
  from: form.from,
  to: form.to,
  verb,
  phrase: form.phrase,
  polarity: '+',
  modal: null,
  hedged: true,
})

/** A copula in the present (or under a modal), then the predicate: "is [still] unlikely", "seems to be an unrealistic prospect". */
const predicateCues = (reading: Reading): Cue[] => {
  const { tokens, words } = reading
  const cues: Cue[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (!copulas.has(words[i] ?? '')) continue
    if (words[i] === 'be' && words[i - 1] === 'to' && copulas.has(words[i - 2] ?? '')) continue
    const going = words[i + 1] === 'going' && words[i + 2] === 'to' && tokens[i + 3]?.tag !== 'PROPN'
    if (going || goingNot(words, i)) {
      const to = words.indexOf('to', i) + 1
      const negated = goingNot(words, i)
      cues.push({ ...cueOf('predicate', i, { phrase: 'will', from: i, to }, to), hedged: false, polarity: negated ? '-' : '+' })
      continue
    }
    const form = predicateAfter(words, i)
    if (!form || !fits(reading, i, form)) continue
    cues.push(cueOf('predicate', i, form, form.to - 1))
  }
  return cues
}

const goingNot = (words: readonly string[], i: number): boolean =>
  words[i + 1] === 'not' && words[i + 2] === 'going' && words[i + 3] === 'to'

const predicateAfter = (words: readonly string[], copula: number): FormMatch | null => {
  for (let k = copula + 1; k < Math.min(words.length, copula + 8); k++) {
    const form = formAt(words, k, 'predicate')
    if (form) return form
    const word = words[k] ?? ''
    const skippable = ['to', 'be', 'a', 'an', 'the', 'still', 'now', 'also', 'therefore', 'only', 'more', 'losses', 'very', 'quite', 'increasingly', 'such', 'itself', 'at', 'best', 'rather', 'less', 'far'].includes(word) || word.endsWith('ly')
    if (!skippable) {
      // "there are only more losses in store": a short noun phrase may stand before these.
      const store = k < copula + 6 ? formAt(words, k + 1, 'predicate') : null
      return store && (store.phrase === 'set-to' || store.phrase === 'likely' || store.phrase === 'not-in-the-cards') && words[copula - 1] === 'there' ? store : null
    }
  }
  return null
}

/** Whether the predicate is used of what is to come: right complement, no degree of something else, present tense. */
const fits = ({ tokens, words }: Reading, copula: number, form: FormMatch): boolean => {
  const next = words[form.to] ?? ''
  const first = words.slice(form.from, form.to).join(' ')
  if (first === 'on its way' || first === 'on the way') return next === 'out' || next === 'to'
  if (first === 'headed' || first === 'heading') return ['for', 'toward', 'towards'].includes(next)
  if (needInfinitive.has(first) || needInfinitive.has(words[form.from] ?? '')) {
    if (next === 'to') return words[form.to + 1] !== 'the' && tokens[form.to + 1]?.tag !== 'NOUN'
    return ['expected', 'certain', 'projected', 'predicted'].includes(first) && next === 'that' && words[copula - 1] === 'it'
  }
  const head = tokens[form.to]
  if (form.phrase === 'possible' && next !== 'that') return false
  if (head?.tag === 'NOUN' && words[form.to - 1] !== 'of') return nounHeads.has(head.word)
  return true
}

/** "there is a chance that", "has a good chance of", "a 30 percent chance". */
const nounCues = ({ tokens, words }: Reading): Cue[] => {
  const cues: Cue[] = []
  for (let i = 0; i < tokens.length; i++) {
    const number = numberAt(words, i)
    if (number) {
      const verb = lastVerbBefore(tokens, i)
      cues.push({ ...cueOf('noun', verb ?? i, { phrase: 'chance', from: number.from, to: number.to }, number.to - 1), phrase: `micro:${number.micro}` })
      i = number.to - 1
      continue
    }
    const form = formAt(words, i, 'noun')
    if (!form) continue
    const opener = openerBefore(words, i)
    const next = words[form.to] ?? ''
    if (opener === null || !['that', 'of', 'for', 'to', 'in'].includes(next)) continue
    if (form.phrase === 'no-path' && words[form.to - 1] === 'way' && next !== 'that') continue
    cues.push(cueOf('noun', opener, form, form.to - 1))
    i = form.to - 1
  }
  return cues
}

/** The verb of "there is", "there remains", "has", "stands", "faces" in the few words before a noun of likelihood. */
const openerBefore = (words: readonly string[], i: number): number | null => {
  for (let k = i - 1; k >= 0 && i - k <= 4; k--) {
    const word = words[k] ?? ''
    if (['is', 'are', 'remains', 'exists', 'be'].includes(word)) return ['there', 'will', 'may'].includes(words[k - 1] ?? '') ? k : null
    if (['has', 'have', 'stand', 'stands', 'face', 'faces', 'facing', 'see', 'sees', 'gives', 'give'].includes(word)) return k
    if (!['a', 'an', 'the', 'still', 'also', 'only', 'now', 'always', 'every'].includes(word) && !word.endsWith('ly')) return null
  }
  return null
}

const lastVerbBefore = (tokens: Reading['tokens'], i: number): number | null => {
  for (let k = i - 1; k >= 0 && i - k < 12; k--) if (tokens[k]?.tag === 'AUX' || tokens[k]?.tag === 'VERB') return k
  return null
}

const negatedBeliefs = new Set(['believe', 'think', 'expect', 'foresee', 'anticipate', 'imagine', 'see', 'envisage', 'predict'])

/** "no reason to believe it will", "hard to see why", "does not expect that": the clause that follows is judged. */
const frameCues = ({ tokens, words }: Reading): Cue[] => {
  const cues: Cue[] = []
  for (let i = 0; i < tokens.length; i++) {
    const form = formAt(words, i, 'frame')
    if (form && frameFits(words, form)) {
      cues.push(cueOf('frame', lastVerbBefore(tokens, i + 1) ?? i, form, form.to - 1))
      i = form.to - 1
      continue
    }
    const negated = ['do', 'does', 'did'].includes(words[i] ?? '') && words[i + 1] === 'not'
    const belief = negated ? i + 2 + (tokens[i + 2]?.tag === 'ADV' ? 1 : 0) : -1
    if (negated && negatedBeliefs.has(tokens[belief]?.lemma ?? '') && judgesForecast(tokens, belief))
      cues.push(cueOf('frame', i, { phrase: 'not-believe', from: i, to: belief + 1 }, belief))
    if (tokens[i]?.lemma === 'doubt' && tokens[i]?.tag === 'VERB' && !negated && words[i + 1] !== 'whether')
      cues.push(cueOf('frame', i, { phrase: 'we-doubt', from: i, to: i + 1 }, i))
  }
  return cues
}

/** "does not believe that it will", "do not expect it to": what follows has a future; "does not believe in" has none. */
const judgesForecast = (tokens: Reading['tokens'], belief: number): boolean => {
  const rest = tokens.slice(belief + 1, belief + 25)
  if (rest.some((token) => token.tag === 'AUX' && ['will', 'would', 'could', 'might', 'may'].includes(token.word))) return true
  return tokens[belief]?.lemma === 'expect' && rest.some((token, k) => token.word === 'to' && (rest[k + 1]?.tag === 'VERB' || rest[k + 1]?.word === 'be'))
}

const frameFits = (words: readonly string[], form: FormMatch): boolean =>
  form.phrase !== 'hard-to-see' || ['why', 'how', 'what', 'a', 'any', 'that'].includes(words[form.to] ?? '')

const moods: Readonly<Record<string, 'pessimistic' | 'optimistic' | 'skeptical' | 'confident'>> = {
  pessimistic: 'pessimistic',
  gloomy: 'pessimistic',
  optimistic: 'optimistic',
  upbeat: 'optimistic',
  bullish: 'optimistic',
  skeptical: 'skeptical',
  sceptical: 'skeptical',
  doubtful: 'skeptical',
  unconvinced: 'skeptical',
  confident: 'confident',
  convinced: 'confident',
  adamant: 'confident',
}

/** "remain skeptical that", "pessimistic about the prospects for", "analysts expect prices to fall". */
const attitudeCues = ({ tokens, words }: Reading): Cue[] => {
  const cues: Cue[] = []
  for (let i = 0; i < tokens.length; i++) {
    const word = words[i] ?? ''
    const after = words[i + 1] === '"' ? words[i + 2] : words[i + 1]
    const mood = moods[word]
    if (mood && ['about', 'that', 'of', 'on'].includes(after ?? '')) {
      const verb = lastVerbBefore(tokens, i)
      if (verb !== null && presentMood(words[verb] ?? '') && futureObject(words, i))
        cues.push(cueOf('attitude', verb, { phrase: mood, from: i, to: i + 1 }, i))
    }
    const lemma = tokens[i]?.lemma ?? ''
    const expects = ['expect', 'predict', 'forecast', 'project', 'anticipate', 'foresee'].includes(lemma)
    if (expects && tokens[i]?.tag === 'VERB' && byForecaster(words, i) && takesObject(tokens, i))
      cues.push(cueOf('attitude', i, { phrase: 'expected', from: i, to: i + 1 }, i))
  }
  return cues
}

const presentMood = (word: string): boolean => ['is', 'are', 'am', 'remain', 'remains', 'feel', 'feels', 'felt', 'was', 'were', 'stay', 'sounded', 'sounds'].includes(word)
/** A mood is a forecast when its object is to come: a clause, or prospects, chances, a date. */
const futureObject = (words: readonly string[], i: number): boolean => {
  const rest = words.slice(i + 1, i + 14)
  return rest.includes('that') || rest.some((word) => ['prospect', 'prospects', 'chance', 'chances', 'odds', 'outlook', 'future', 'outcome'].includes(word))
}

const byForecaster = (words: readonly string[], i: number): boolean =>
  words.slice(Math.max(0, i - 7), i).some((word) => forecasterNouns.has(word) || word === 'i' || word === 'we')

/** "expects X to V" or "forecasts growth of": an object, and no clause with a modal of its own. */
const takesObject = (tokens: Reading['tokens'], i: number): boolean => {
  const rest = tokens.slice(i + 1, i + 16)
  if (rest.some((token) => token.tag === 'AUX' && ['will', 'would', 'may', 'might', 'could'].includes(token.word))) return false
  return rest.some((token, k) => token.word === 'to' && rest[k + 1]?.tag === 'VERB') || rest.some((token) => token.tag === 'NUM')
}

const spans = new Set(['years', 'decades', 'months', 'generations', 'weeks', 'lifetimes'])

/** "are years down the road", "is a decade away": not before then. */
const distanceCues = ({ words }: Reading): Cue[] => {
  const cues: Cue[] = []
  for (let i = 1; i < words.length; i++) {
    if (!spans.has(words[i] ?? '') && !['year', 'decade', 'generation'].includes(words[i] ?? '')) continue
    const away = ['away', 'off'].includes(words[i + 1] ?? '')
    const down = words[i + 1] === 'down' && words[i + 2] === 'the'
    if (!away && !down) continue
    for (let k = i - 1; k >= 0 && i - k <= 5; k--)
      if (['is', 'are', 'remains', 'remain', 'seems', 'looks', 'be'].includes(words[k] ?? ''))
        cues.push(cueOf('predicate', k, { phrase: 'far-off', from: k + 1, to: away ? i + 2 : i + 4 }, k))
  }
  return cues
}

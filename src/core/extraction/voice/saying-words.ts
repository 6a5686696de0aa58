import { beliefVerbs, forecastVerbs, speechVerbs, wordSet } from '../sentences/words.ts'

/** Whether words ascribe a claim as something said or as something thought. */
export type Act = 'speech' | 'thought'

/** Verbs of saying that are rather of thinking: "is betting that", "foresees". */
const thoughtVerbs = wordSet('bet wager gamble reckon anticipate foresee envisage doubt expect see fear')
const moreSpeech = wordSet(`tweet post blog swear prophesy whisper slip assess judge charge posit opine counter retort
  lament protest allege proclaim profess confide disclose rumor rumour joke rule flag guide`)
const thoughtAdjectives = wordSet(`skeptical sceptical confident convinced optimistic pessimistic sure certain bullish
  bearish unconvinced persuaded`)
const plainAdjectives = wordSet('clear adamant plain explicit categorical emphatic known')
const thoughtNouns = wordSet('belief conviction expectation expectations assumption suspicion consensus faith feeling')
const speechNouns = wordSet(`prediction predictions forecast forecasts warning warnings claim argument projection
  projections estimate estimates view opinion bet guess hunch assessment conclusion verdict thesis theory admission
  statement announcement answer reply message`)

/** How a verb, by its lemma, ascribes what follows. */
export const verbAct = (lemma: string): Act | null => {
  if (thoughtVerbs.has(lemma) || beliefVerbs.has(lemma)) return 'thought'
  return speechVerbs.has(lemma) || forecastVerbs.has(lemma) || moreSpeech.has(lemma) ? 'speech' : null
}

export const nounAct = (word: string): Act | null => {
  if (thoughtNouns.has(word)) return 'thought'
  return speechNouns.has(word) ? 'speech' : null
}

/** How an adjective ascribes what follows: "is convinced that", "has made clear that". */
export const adjectiveAct = (word: string): Act | null => {
  if (plainAdjectives.has(word)) return 'speech'
  return thoughtAdjectives.has(word) ? 'thought' : null
}

/** Forms of be. */
export const being = wordSet('is are was were be been being am')
/** Subjects that nobody speaks through. */
export const impersonal = wordSet('this that these those there which what all it')
const evidential = wordSet('suggest indicate signal hint show imply say tell')
const evidence =
  wordSet(`figure figures data number numbers evidence sign signs history experience event events fact facts
  trend trends logic arithmetic precedent result results record pattern past nothing everything something thing math
  maths law clock calendar instinct`)

/** "The figures suggest that": what things show, by the verb `lemma`, is the author's reading of them. */
export const showsOnly = (subject: string, lemma: string): boolean => {
  const words = subject.toLowerCase().split(' ')
  if (!evidential.has(lemma)) return false
  return words.some((word) => evidence.has(word)) || (words.length === 1 && impersonal.has(words[0] ?? ''))
}

/** Words that open a clause, so that what stands before them is no tag. */
export const clauseWords =
  wordSet(`as what whatever whichever that which who whose if when whenever unless until because though
  although while where how why no-matter than like`)

/** A verb of saying in the past, as written. */
export const isPastForm = (word: string): boolean => /(?:ed|said|told|thought|felt|wrote|held|saw|went|put)$/.test(word)

import { z } from 'zod'
import { Probability } from '../probability.ts'
import { missing } from '../problem.ts'
import { betaOf } from './beta.ts'
import { formTable } from './forms.ts'
import { LEXICON_VERSION, lexiconSources, type PhraseId, phrases } from './phrases.ts'
import { type Yardstick, type YardstickId, yardsticks } from './yardsticks.ts'

/** The reading that scores rest on. */
export const OWN_LEXICON = 'hindcast'
export const lexiconIds = [OWN_LEXICON, ...(Object.keys(yardsticks) as YardstickId[])] as const

const LexiconEntry = z
  .object({
    phrase: z.string().meta({ description: 'id of the phrase, as forms of predictions name it' }),
    forms: z
      .array(z.string())
      .meta({ description: 'set ways of writing it; empty where grammar tells it: a bare modal, an attitude' }),
    low: Probability.meta({ description: '5 % quantile of what readers take it to mean, or the foot of the band' }),
    mid: Probability.nullable().meta({ description: 'mean; null where a standard fixes a band only' }),
    high: Probability.meta({ description: '95 % quantile, or the top of the band' }),
    beta: z
      .object({ alpha: z.number().positive(), beta: z.number().positive() })
      .nullable()
      .meta({ description: 'the distribution, by moments; null for a band' }),
    source: z.string(),
    n: z.int().min(0).meta({ description: 'readers asked; 0 for a judgement or a standard' }),
    weak: z.boolean().meta({ description: 'a bare may, might, could or possible: never in the headline score' }),
  })
  .meta({ id: 'LexiconEntry' })
export type LexiconEntry = z.infer<typeof LexiconEntry>

/** A reading of words of likelihood: the surveys' that scores rest on, or the yardstick of an organisation. */
export const Lexicon = z
  .object({
    id: z.enum(lexiconIds),
    version: z.string(),
    name: z.string(),
    source: z.string(),
    entries: z.array(LexiconEntry),
  })
  .meta({ id: 'Lexicon' })
export type Lexicon = z.infer<typeof Lexicon>

const formsOf = (phrase: PhraseId): string[] => [
  ...new Set(formTable.filter(([id]) => id === phrase).flatMap(([, , forms]) => forms)),
]
const phraseIds = Object.keys(phrases) as PhraseId[]

const own = (): Lexicon => ({
  id: OWN_LEXICON,
  version: LEXICON_VERSION,
  name: 'Hindcast',
  source: 'the largest survey that asked each phrase, else a judgement marked as one',
  entries: phraseIds.map((phrase) => {
    const { low, mid, high, source, n, weak } = phrases[phrase]
    const beta = betaOf(phrases[phrase])
    return { phrase, forms: formsOf(phrase), low, mid, high, beta, source: lexiconSources[source], n, weak }
  }),
})

const yardstick = (id: YardstickId): Lexicon => {
  const { name, source, bands }: Yardstick = yardsticks[id]
  const entries = phraseIds.flatMap((phrase) => {
    const band = bands[phrase]
    if (!band) return []
    const [low, high] = band
    return [{ phrase, forms: formsOf(phrase), low, mid: null, high, beta: null, source, n: 0, weak: false }]
  })
  return { id, version: LEXICON_VERSION, name, source, entries }
}

/** A lexicon by its id, whole. Throws `not-found` for an id there is not. `lexiconOf('ipcc').entries[0]?.mid === null` */
export const lexiconOf = (id: string): Lexicon => {
  const known = lexiconIds.find((one) => one === id)
  if (known === undefined) throw missing('lexicon', id)
  return known === OWN_LEXICON ? own() : yardstick(known)
}

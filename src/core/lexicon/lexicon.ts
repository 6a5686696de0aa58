import { z } from 'zod'
import { Probability } from '../probability.ts'
import { missing } from '../problem.ts'
import { betaOf } from './beta.ts'
import { formTable } from './forms.ts'
import { LEXICON_VERSION, lexiconSources, type PhraseId, phrases } from './phrases.ts'
import { yardstickPhrases } from './yardstick-phrases.ts'
import { type Yardstick, type YardstickId, yardsticks } from './yardsticks.ts'

/** The reading that scores rest on. */
export const OWN_LEXICON = 'hindcast'
export const yardstickIds = Object.keys(yardsticks) as [YardstickId, ...YardstickId[]]
export const lexiconIds = [OWN_LEXICON, ...yardstickIds] as const

const LexiconEntry = z
  .object({
    phrase: z.string().meta({ description: 'id of the phrase, as forms of predictions name it' }),
    forms: z
      .array(z.string())
      .meta({ description: 'set ways of writing it; empty where grammar tells it: a bare modal, an attitude' }),
    low: Probability.meta({ description: '5 % quantile of what readers take it to mean' }),
    mid: Probability.meta({ description: 'mean' }),
    high: Probability.meta({ description: '95 % quantile' }),
    beta: z
      .object({ alpha: z.number().positive(), beta: z.number().positive() })
      .meta({ description: 'the distribution, by moments' }),
    source: z.string(),
    n: z.int().min(0).meta({ description: 'readers asked; 0 for a judgement' }),
    weak: z.boolean().meta({ description: 'a bare may, might, could or possible: never in the headline score' }),
  })
  .meta({ id: 'LexiconEntry' })
export type LexiconEntry = z.infer<typeof LexiconEntry>

const about = { version: z.string(), name: z.string(), source: z.string() }

/** What readers hear in a phrase: the reading that scores rest on. */
const OwnLexicon = z
  .object({ kind: z.literal('readers'), id: z.literal(OWN_LEXICON), ...about, entries: z.array(LexiconEntry) })
  .meta({ id: 'OwnLexicon' })
export type OwnLexicon = z.infer<typeof OwnLexicon>

const YardstickEntry = z
  .object({
    term: z.string().meta({ description: 'as the standard words it' }),
    low: Probability.meta({ description: 'foot of the band that the standard prescribes; it fixes no mean' }),
    high: Probability.meta({ description: 'top of the band' }),
  })
  .meta({ id: 'YardstickEntry' })

/** What an organisation tells its own writers to mean. */
const YardstickLexicon = z
  .object({
    kind: z.literal('standard'),
    id: z.enum(yardstickIds),
    ...about,
    entries: z.array(YardstickEntry).meta({ description: 'every term of the standard and no others, likeliest first' }),
    phrases: z
      .array(
        z
          .object({ phrase: z.string().meta({ description: 'id of a phrase of our lexicon' }), term: z.string() })
          .meta({ id: 'YardstickPhrase' }),
      )
      .meta({
        description: 'which phrases of our lexicon are said in which term: our reading, and no part of the standard',
      }),
  })
  .meta({ id: 'Yardstick' })
export type YardstickLexicon = z.infer<typeof YardstickLexicon>

/** A reading of words of likelihood: the surveys' that scores rest on, or the yardstick of an organisation. */
export const Lexicon = z.discriminatedUnion('kind', [OwnLexicon, YardstickLexicon]).meta({ id: 'Lexicon' })
export type Lexicon = z.infer<typeof Lexicon>

export const LexiconSummary = z
  .object({ kind: z.enum(['readers', 'standard']), id: z.enum(lexiconIds), ...about })
  .meta({ id: 'LexiconSummary' })
export type LexiconSummary = z.infer<typeof LexiconSummary>

const formsOf = (phrase: PhraseId): string[] => [
  ...new Set(formTable.filter(([id]) => id === phrase).flatMap(([, , forms]) => forms)),
]
const phraseIds = Object.keys(phrases) as PhraseId[]

/** The lexicon that scores rest on, whole. */
export const ownLexicon = (): OwnLexicon => ({
  kind: 'readers',
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

/** The terms of a standard with their bands. `yardstickLexicon('nato').entries[2]?.term === 'even chance'` */
export const yardstickLexicon = (id: YardstickId): YardstickLexicon => {
  const { name, source, terms }: Yardstick = yardsticks[id]
  return {
    kind: 'standard',
    id,
    version: LEXICON_VERSION,
    name,
    source,
    entries: terms.map(([term, low, high]) => ({ term, low, high })),
    phrases: Object.entries(yardstickPhrases[id]).map(([phrase, term]) => ({ phrase, term })),
  }
}

/** A lexicon by its id, whole. Throws `not-found` for an id there is not. `lexiconOf('ipcc').kind === 'standard'` */
export const lexiconOf = (id: string): Lexicon => {
  const known = lexiconIds.find((one) => one === id)
  if (known === undefined) throw missing('lexicon', id)
  return known === OWN_LEXICON ? ownLexicon() : yardstickLexicon(known)
}

/** Every lexicon without its entries, the own one first. */
export const lexiconSummaries = (): LexiconSummary[] =>
  lexiconIds.map(lexiconOf).map(({ kind, id, version, name, source }) => ({ kind, id, version, name, source }))

import { z } from 'zod'
import { groupBy } from '../core/group-by.ts'
import { lexiconSources, phrases } from '../core/lexicon/phrases.ts'
import { isPhraseId } from '../core/lexicon/range.ts'
import { spokenOf } from '../core/lexicon/spoken.ts'
import type { Readings } from '../core/scoring/report/reading-words.ts'
import { phraseSentence } from '../core/scoring/report/sentences.ts'
import { type KnownFrequency, ownLexicon } from '../core/scoring/words/own-lexicon.ts'
import { asserted, type WordCount } from '../core/scoring/words/word-counts.ts'
import type { FormCount } from '../storage/report-counts.ts'

const Known = z.object({
  mean: z.number(),
  low: z.number(),
  high: z.number(),
  level: z.number(),
})

/** From so many settled uses on a phrase has a frequency, an interval and a sentence; below, its raw counts alone. */
export const FEWEST_USES = 10

/** One phrase as an author uses it: raw counts from one use on, what is made from them from ten. */
export const OwnPhrase = z
  .object({
    phrase: z.string().meta({ description: 'id of a phrase of the lexicon' }),
    weak: z.boolean().meta({ description: 'commits to nothing by itself: never in the headline score' }),
    n: z.int().meta({ description: 'things called so that were settled' }),
    hits: z.int().meta({ description: 'of what was asserted: those that happened' }),
    pending: z.int().meta({ description: 'due and not settled' }),
    void: z.int(),
    frequency: z
      .number()
      .nullable()
      .meta({ description: `hits/n, 0 to 1; null below ${FEWEST_USES} settled uses, as are the next four` }),
    bounds: z
      .object({ lowest: z.number(), highest: z.number() })
      .nullable()
      .meta({
        description: `where the frequency could still go, from none of what is pending true to all of it; they meet when nothing is; null below ${FEWEST_USES} settled uses`,
      }),
    jeffreys: Known.nullable().meta({
      description: '95 % interval of the frequency when nothing was known beforehand',
    }),
    aboveReaders: z
      .number()
      .nullable()
      .meta({ description: 'chance that what is called so happens more often than readers take it to mean, 0 to 1' }),
    pooled: Known.nullable().meta({ description: 'with what readers hear counted as ten uses at most' }),
    sentence: z.string().nullable().meta({ description: 'for an editor' }),
    readers: z
      .object({ mean: z.number(), low: z.number(), high: z.number(), asked: z.int(), source: z.string() })
      .meta({ description: 'what readers hear: mean, 5 % and 95 %; asked 0 = a judgement' }),
    standards: z
      .array(z.object({ yardstick: z.string(), name: z.string(), term: z.string(), low: z.number(), high: z.number() }))
      .meta({ description: 'bands of published standards that have the phrase' }),
  })
  .meta({ id: 'OwnPhrase' })
export type OwnPhrase = z.infer<typeof OwnPhrase>

type Counted = Pick<FormCount, 'form' | 'n' | 'hits' | 'pending' | 'void'>

/** The words among counts, as scoring takes them. */
export const wordsOf = (forms: readonly Pick<FormCount, 'form' | 'n' | 'hits'>[]): WordCount[] =>
  forms.flatMap(({ form, n, hits }) => {
    const spoken = spokenOf(form)
    return spoken ? [{ ...spoken, n, hits }] : []
  })

const knownOf = ({ mean, low, high, level }: KnownFrequency) => ({ mean, low, high, level })

const readersOf = (phrase: string) => {
  if (!isPhraseId(phrase)) throw new RangeError(`the lexicon has no phrase ${phrase}`)
  const { mid: mean, low, high, n: asked, source, weak } = phrases[phrase]
  return { weak, readers: { mean, low, high, asked, source: lexiconSources[source] } }
}

const standardsOf = (phrase: string, { yardsticks }: Readings): OwnPhrase['standards'] =>
  yardsticks.flatMap(({ id, name = id, terms, termOf }) => {
    const term = termOf[phrase]
    const band = term === undefined ? undefined : terms[term]
    return term !== undefined && band ? [{ yardstick: id, name, term, ...band }] : []
  })

/** Too few settled uses for more than the raw counts. */
const TOO_FEW = { frequency: null, bounds: null, jeffreys: null, aboveReaders: null, pooled: null, sentence: null }

const settledRow = (
  words: readonly WordCount[],
  pending: number,
  { lexicon }: Readings,
  standards: OwnPhrase['standards'],
) => {
  const [own] = ownLexicon(words, lexicon)
  if (!own || own.n < FEWEST_USES) return TOO_FEW
  const { phrase, n, hits, frequency, jeffreys, pooled, aboveLexiconMean: aboveReaders, lexiconMean } = own
  const said = phrase.replaceAll('-', ' ')
  const sentence = phraseSentence({ phrase: said, n, hits, interval: jeffreys, lexiconMean, standards })
  const bounds = { lowest: hits / (n + pending), highest: (hits + pending) / (n + pending) }
  return { frequency, bounds, jeffreys: knownOf(jeffreys), aboveReaders, pooled: knownOf(pooled), sentence }
}

/** The author's own lexicon: a row a phrase, of the event as asserted, the phrase used most first. */
export const ownPhrases = (forms: readonly Counted[], readings: Readings): OwnPhrase[] => {
  const spoken = forms.filter(({ form }) => spokenOf(form) !== null)
  return [...groupBy(spoken, ({ form }) => spokenOf(form)?.phrase ?? '')]
    .map(([phrase, same]) => {
      const [said] = asserted(wordsOf(same))
      const all = (of: 'pending' | 'void') => same.reduce((so, row) => so + row[of], 0)
      const standards = standardsOf(phrase, readings)
      return {
        phrase,
        ...readersOf(phrase),
        n: said?.n ?? 0,
        hits: said?.hits ?? 0,
        pending: all('pending'),
        void: all('void'),
        ...settledRow(wordsOf(same), all('pending'), readings, standards),
        standards,
      }
    })
    .sort((a, b) => b.n - a.n || (a.phrase < b.phrase ? -1 : 1))
}

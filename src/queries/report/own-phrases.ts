import { z } from 'zod'
import { groupBy } from '../../core/group-by.ts'
import { lexiconSources, phrases } from '../../core/lexicon/phrases.ts'
import { isPhraseId } from '../../core/lexicon/range.ts'
import { spokenOf } from '../../core/lexicon/spoken.ts'
import type { Readings } from '../../core/scoring/report/reading-words.ts'
import { phraseSentence } from '../../core/scoring/report/sentences.ts'
import { phrasesInBands } from '../../core/scoring/words/band-scores.ts'
import { FEWEST_USES, type KnownFrequency, ownLexicon } from '../../core/scoring/words/own-lexicon.ts'
import { asserted, type Band, type WordCount } from '../../core/scoring/words/word-counts.ts'
import type { FamilyFormCount, FormCount } from '../../storage/report-counts.ts'
import { Withheld, type WithheldFigure } from './withheld.ts'

const Known = z.object({
  mean: z.number(),
  low: z.number(),
  high: z.number(),
  level: z.number(),
})

/** Whether what was called so came true as often as a band says; null below so many settled uses. */
const InBand = z
  .object({
    within: z.boolean().meta({ description: 'the frequency lies in the band, ends included' }),
    belowBand: z
      .number()
      .meta({ description: 'chance of so few hits or fewer, were the foot of the band true; 0 to 1' }),
    aboveBand: z.number().meta({ description: 'chance of so many or more, were its top true; 0 to 1' }),
  })
  .meta({ id: 'PhraseInBand' })
const inBand = {
  inBand: InBand.nullable().meta({ description: 'by the independent uses; null where `withheld` says so' }),
}

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
      .meta({ description: `hits/n, 0 to 1; withheld below ${FEWEST_USES} settled uses, as is all that rests on it` }),
    bounds: z.object({ lowest: z.number(), highest: z.number() }).nullable().meta({
      description:
        'where the frequency could still go, from none of what is pending true to all of it; they meet when nothing is',
    }),
    independentUses: z.number().nullable().meta({
      description:
        'how many independent uses tell as much as n, by the design effect of families: n itself where each use is of another family; intervals and chances rest on it',
    }),
    jeffreys: Known.nullable().meta({
      description: '95 % interval of the frequency when nothing was known beforehand, by the independent uses',
    }),
    aboveReaders: z
      .number()
      .nullable()
      .meta({ description: 'chance that what is called so happens more often than readers take it to mean, 0 to 1' }),
    pooled: Known.nullable().meta({ description: 'with what readers hear counted as ten uses at most' }),
    sentence: z.string().nullable().meta({ description: 'for an editor' }),
    readers: z
      .object({ mean: z.number(), low: z.number(), high: z.number(), asked: z.int(), source: z.string(), ...inBand })
      .meta({ description: 'what readers hear: mean, 5 % and 95 %; asked 0 = a judgement' }),
    standards: z
      .array(
        z.object({
          yardstick: z.string(),
          name: z.string(),
          term: z.string(),
          low: z.number(),
          high: z.number(),
          ...inBand,
        }),
      )
      .meta({ description: 'bands of published standards that have the phrase' }),
    withheld: Withheld.meta({
      description: `every null of this row, by its path such as standards.0.inBand: below ${FEWEST_USES} settled uses there are the raw counts alone`,
    }),
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

type Used = { words: readonly WordCount[]; families: readonly (readonly WordCount[])[]; told: boolean }

/** How one phrase stands to a band; null of too few uses. */
const standingIn = ({ words, families, told }: Used, phrase: string, band: Band): OwnPhrase['readers']['inBand'] => {
  const [row] = told ? phrasesInBands(words, { [phrase]: band }, { families }) : []
  return row ? { within: row.within, belowBand: row.belowBand, aboveBand: row.aboveBand } : null
}

const standardsOf = (phrase: string, used: Used, { yardsticks }: Readings): OwnPhrase['standards'] =>
  yardsticks.flatMap(({ id, name = id, terms, termOf }) => {
    const term = termOf[phrase]
    const band = term === undefined ? undefined : terms[term]
    if (term === undefined || !band) return []
    return [{ yardstick: id, name, term, ...band, inBand: standingIn(used, phrase, band) }]
  })

/** Too few settled uses for more than the raw counts. */
const TOO_FEW = {
  frequency: null,
  bounds: null,
  independentUses: null,
  jeffreys: null,
  aboveReaders: null,
  pooled: null,
  sentence: null,
}

/** What of a row is null below so many settled uses, and the rule; nothing from there on. */
const withheldOf = (phrase: string, n: number, standards: OwnPhrase['standards']): WithheldFigure[] => {
  if (n >= FEWEST_USES) return []
  const rule = `"${phrase.replaceAll('-', ' ')}" needs ${FEWEST_USES} settled uses; this author has ${n}`
  const bands = ['readers.inBand', ...standards.map((_, at) => `standards.${at}.inBand`)]
  return [...Object.keys(TOO_FEW), ...bands].map((field) => ({ field, rule }))
}

const settledRow = (
  { words, families, told }: Used,
  pending: number,
  { lexicon }: Readings,
  standards: OwnPhrase['standards'],
) => {
  const [own] = told ? ownLexicon(words, lexicon, { families }) : []
  if (!own) return TOO_FEW
  const { phrase, n, hits, frequency, jeffreys, pooled, independentUses, lexiconMean } = own
  const said = phrase.replaceAll('-', ' ')
  const sentence = phraseSentence({ phrase: said, n, hits, interval: jeffreys, lexiconMean, standards })
  const bounds = { lowest: hits / (n + pending), highest: (hits + pending) / (n + pending) }
  return {
    frequency,
    bounds,
    independentUses,
    jeffreys: knownOf(jeffreys),
    aboveReaders: own.aboveLexiconMean,
    pooled: knownOf(pooled),
    sentence,
  }
}

/** The words of each family, of one phrase. */
const familiesOf = (counts: readonly FamilyFormCount[]): ((phrase: string) => WordCount[][]) => {
  const byPhrase = groupBy(
    counts.filter(({ form }) => spokenOf(form) !== null),
    ({ form }) => spokenOf(form)?.phrase ?? '',
  )
  return (phrase) => [...groupBy(byPhrase.get(phrase) ?? [], ({ familyId }) => familyId).values()].map(wordsOf)
}

/**
 * The author's own lexicon: a row a phrase, of the event as asserted, the phrase used most first. `families` are the settled
 * counts of the same forms by family, which intervals and chances are clustered by.
 */
export const ownPhrases = (
  forms: readonly Counted[],
  families: readonly FamilyFormCount[],
  readings: Readings,
): OwnPhrase[] => {
  const spoken = forms.filter(({ form }) => spokenOf(form) !== null)
  const inFamilies = familiesOf(families)
  return [...groupBy(spoken, ({ form }) => spokenOf(form)?.phrase ?? '')]
    .map(([phrase, same]) => {
      const [words, all] = [wordsOf(same), (of: 'pending' | 'void') => same.reduce((so, row) => so + row[of], 0)]
      const [said] = asserted(words)
      const used = { words, families: inFamilies(phrase), told: (said?.n ?? 0) >= FEWEST_USES }
      const standards = standardsOf(phrase, used, readings)
      const { weak, readers } = readersOf(phrase)
      return {
        phrase,
        weak,
        readers: { ...readers, inBand: standingIn(used, phrase, readers) },
        n: said?.n ?? 0,
        hits: said?.hits ?? 0,
        pending: all('pending'),
        void: all('void'),
        ...settledRow(used, all('pending'), readings, standards),
        standards,
        withheld: withheldOf(phrase, said?.n ?? 0, standards),
      }
    })
    .sort((a, b) => b.n - a.n || (a.phrase < b.phrase ? -1 : 1))
}

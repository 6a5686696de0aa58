import { z } from 'zod'
import { groupBy } from '../../core/group-by.ts'
import type { Missing } from '../../core/scoring/report/missing.ts'
import { statementsOf } from '../../core/scoring/report/reading-words.ts'
import type { AuthorSheet } from '../../core/scoring/report/score-forecasts.ts'
import { Hedges, hedgesOf, missingOfHedges } from '../report/hedges.ts'
import { OwnPhrase, ownPhrases } from '../report/own-phrases.ts'
import { readings } from '../report/readings.ts'
import { withheldAs } from '../report/withheld-as.ts'
import { missingOfWords, OrderOfWords, orderOfWords, WordScores, wordScores } from '../report/word-scores.ts'
import type { ReadForecast } from './read-forecasts.ts'

/** The own lexicon of forecasts that were sent along; nothing of it is withheld but what rests on too few uses. */
export const OwnWords = z
  .object({
    phrases: z.array(OwnPhrase).meta({ description: 'a row a phrase; the most used first' }),
    weak: z.array(OwnPhrase).meta({ description: 'weak hedges, in a slice of their own: in no score and no order' }),
    hedges: Hedges,
    order: OrderOfWords,
    scores: WordScores.nullable(),
  })
  .meta({ id: 'OwnWords', description: 'the own lexicon, and how much commits to nothing' })
export type OwnWords = z.infer<typeof OwnWords>

/** What is settled, numbers and words apart. */
const settledOf = (first: readonly ReadForecast[]) =>
  statementsOf(first.flatMap(({ outcome, ...one }) => (outcome === 0 || outcome === 1 ? [{ ...one, outcome }] : [])))

type Sheet = Pick<AuthorSheet<ReadForecast>, 'first' | 'hedged' | 'report'>
type Form = { form: string; n: number; hits: number; pending: number; void: number; familyId: string }

/** What is no phrase has no form here: only words are told apart by theirs. */
const NUMBER = ''

const formOf = ({ words, outcome, family }: ReadForecast): Form => ({
  form: words ? `phrase:${words.phrase}:${words.polarity}` : NUMBER,
  n: Number(outcome === 0 || outcome === 1),
  hits: Number(outcome === 1),
  pending: Number(outcome === 'open'),
  void: Number(outcome === 'void'),
  familyId: family,
})

const joined = (rows: readonly Form[]): Form[] =>
  rows.slice(0, 1).map((first) => {
    const sumOf = (of: 'n' | 'hits' | 'pending' | 'void') => rows.reduce((so, row) => so + row[of], 0)
    return { ...first, n: sumOf('n'), hits: sumOf('hits'), pending: sumOf('pending'), void: sumOf('void') }
  })

const by = (rows: readonly Form[], keyOf: (row: Form) => string): Form[] =>
  [...groupBy(rows, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, same]) => joined(same))

const phrasesOf = (rows: readonly Form[]): OwnPhrase[] =>
  ownPhrases(
    by(rows, ({ form }) => form),
    by(
      rows.filter(({ n }) => n > 0),
      ({ familyId, form }) => JSON.stringify([familyId, form]),
    ),
    readings(),
  )

/** What an author's words came to, by the functions that the page of an author's lexicon is made by. */
export const ownWords = ({ first, hedged }: Sheet): OwnWords => {
  const [said, weakly] = [first, hedged].map((some) => some.map(formOf))
  const statements = settledOf(first)
  return {
    phrases: phrasesOf(said ?? []),
    weak: phrasesOf(weakly ?? []),
    hedges: hedgesOf([
      ...(said ?? []).map((row) => ({ ...row, weakHedge: false })),
      ...(weakly ?? []).map((row) => ({ ...row, weakHedge: true })),
    ]),
    order: orderOfWords(statements, readings()),
    scores: wordScores(statements, readings()),
  }
}

/** Each row names its own nulls; here they stand by their path in a report. */
const nullsIn = (rows: readonly OwnPhrase[], name: 'phrases' | 'weak'): Missing[] =>
  rows.flatMap(({ withheld }, at) =>
    withheld.map(({ field, rule }) => ({ field: `${name}.${at}.${field}`, reason: rule })),
  )

/** Every null of an own lexicon, by its path in a report, and why. */
export const missingOfOwnWords = ({ first }: Sheet, own: OwnWords): Missing[] => {
  return [
    ...nullsIn(own.phrases, 'phrases'),
    ...nullsIn(own.weak, 'weak'),
    ...missingOfHedges(own.hedges),
    ...(own.scores === null ? [{ field: 'scores', reason: 'no settled forecasts' }] : []),
    ...missingOfWords(settledOf(first), own.order, own.scores),
  ].map(({ field, reason }) => ({ field: `lexicon.${field}`, reason }))
}

/** What the page of an author's lexicon would withhold of it. */
export const withheldOfOwnWords = ({ report }: Sheet): { field: string; rule: string }[] => {
  const rules = {
    order: withheldAs('groups', 'the order of words', report, { entered: false }),
    scores: withheldAs('references', 'the score under every reading', report, { entered: false }),
  }
  return (['order', 'scores'] as const).flatMap((field) => {
    const rule = rules[field]
    return rule === null ? [] : [{ field: `lexicon.${field}`, rule }]
  })
}

import { z } from 'zod'
import { Author } from '../../core/author.ts'
import { timings } from '../../core/question.ts'
import { total } from '../../core/scoring/counts.ts'
import { HEADLINE, voices } from '../../core/slice.ts'
import type { Reader } from '../../storage/database.ts'
import { type MonthlyCounts, NO_COUNTS } from '../../storage/report-counts.ts'
import { countsOfAuthors, type Part, type Reach, reachOf } from './author-counts.ts'
import { Hedges, hedgesOf, missingOfHedges } from './hedges.ts'
import { byForm, headlineOf } from './monthly.ts'
import { OwnPhrase, ownPhrases } from './own-phrases.ts'
import { readAt, readAtOf } from './read-at.ts'
import { readings } from './readings.ts'
import { VERSIONS, Versions } from './versions.ts'
import { Withheld } from './withheld.ts'
import { withheldAs } from './withheld-as.ts'
import { missingOfWords, OrderOfWords, orderOfWords, statementsOf, WordScores, wordScores } from './word-scores.ts'

/** What an author's words came to, and what they are worth under every reading. */
export const AuthorLexicon = z
  .object({
    author: Author,
    timing: z.enum(timings),
    voice: z.enum(voices),
    collectionId: z.string().nullable(),
    entered: z.boolean().meta({ description: 'of entered cohorts alone; else of everything due' }),
    n: z.int().meta({ description: 'scored forecasts, in words or numbers' }),
    families: z.int(),
    pending: z.int().meta({ description: 'due and not settled' }),
    phrases: z
      .array(OwnPhrase)
      .meta({ description: 'a row a phrase: raw counts, shown from one use on; the most used first' }),
    weak: z
      .array(OwnPhrase)
      .meta({ description: 'weak hedges, in a slice of their own: recorded and resolved, in no score and no order' }),
    hedges: Hedges,
    order: OrderOfWords.nullable(),
    scores: WordScores.nullable(),
    withheld: Withheld.meta({ description: 'of order and scores; each phrase names its own' }),
    missing: z
      .array(z.object({ field: z.string().meta({ description: 'a path, such as order.tau' }), reason: z.string() }))
      .meta({ description: 'every null of hedges, order and scores that is not in `withheld`, and why it cannot be' }),
    versions: Versions,
    ...readAt,
  })
  .meta({ id: 'AuthorLexicon' })
export type AuthorLexicon = z.infer<typeof AuthorLexicon>

/** The own lexicon that counts give. */
export const lexiconFrom = (
  author: Author,
  part: Part,
  { entered }: Pick<Reach, 'entered'>,
  { forms, families, weakFamilies }: MonthlyCounts,
): AuthorLexicon => {
  const { collection, timing, voice } = part
  const read = readings()
  const headline = byForm(headlineOf(forms))
  const { n, hits } = total(headline)
  const behind = {
    n,
    hits,
    families: new Set(families.map(({ familyId }) => familyId)).size,
    unsettled: headline.reduce((so, { pending }) => so + pending, 0),
  }
  // No reading but the headline's is bounded, so while questions are open these wait.
  const waits = (name: string) => withheldAs('references', name, behind, { entered })
  const rules = {
    order: withheldAs('groups', 'the order of words', behind, { entered }) ?? waits('the order of words'),
    scores: waits('the score under every reading'),
  }
  const hedges = hedgesOf(forms)
  const statements = statementsOf(headline)
  const order = rules.order === null ? orderOfWords(statements, read) : null
  const scores = rules.scores === null ? wordScores(statements, read) : null
  return {
    author,
    timing,
    voice,
    collectionId: collection?.id ?? null,
    entered,
    n,
    families: behind.families,
    pending: behind.unsettled,
    phrases: ownPhrases(headline, families, read),
    weak: ownPhrases(byForm(forms.filter(({ weakHedge }) => weakHedge !== HEADLINE.weakHedge)), weakFamilies, read),
    hedges,
    order,
    scores,
    missing: [...missingOfHedges(hedges), ...missingOfWords(statements, order, scores)],
    withheld: (['order', 'scores'] as const).flatMap((field) => {
      const rule = rules[field]
      return rule === null ? [] : [{ field, rule }]
    }),
    versions: VERSIONS,
    ...readAtOf(part),
  }
}

/** The own lexicon of one author. */
export const authorLexicon = async (reader: Reader, author: Author, part: Part): Promise<AuthorLexicon> => {
  const reach = await reachOf(reader, part)
  const counts = (await countsOfAuthors(reader, [author.id], reach)).get(author.id)
  return lexiconFrom(author, part, reach, counts?.judged ?? NO_COUNTS)
}

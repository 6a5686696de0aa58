import type { Author } from '../../core/author.ts'
import { HEADLINE } from '../../core/slice.ts'
import type { Reader } from '../../storage/database.ts'
import type { Part } from './author-counts.ts'
import { authorLexicon } from './author-lexicon.ts'
import { type Hedges, hedgesOf } from './hedges.ts'
import { type OwnPhrase, ownPhrases } from './own-phrases.ts'
import { readings } from './readings.ts'
import type { StandingReport } from './standing-report.ts'
import { withheldAs } from './withheld-as.ts'
import { type OrderOfWords, orderOfWords, statementsOf, type WordScores, wordScores } from './word-scores.ts'

/** One phrase of an author: raw counts, what readers hear, and from ten settled uses on a sentence. */
export type ShownPhrase = Pick<
  OwnPhrase,
  'phrase' | 'n' | 'hits' | 'pending' | 'readers' | 'standards' | 'frequency'
> & {
  sentence: string | null
  /** Why there is no frequency. */
  rule: string | null
}

/** What an author's words came to, for a page; `rules`: why there is no order, and no score under every reading. */
export type ShownWords = {
  phrases: ShownPhrase[]
  weak: ShownPhrase[]
  hedges: Hedges
  order: OrderOfWords | null
  scores: WordScores | null
  rules: string[]
}

const shownPhrase = ({ phrase, n, hits, pending, readers, standards, frequency, sentence, withheld }: OwnPhrase) => ({
  phrase,
  n,
  hits,
  pending,
  readers,
  standards,
  frequency,
  sentence,
  rule: withheld.find(({ field }) => field === 'frequency')?.rule ?? null,
})

const isHeadline = ({ weakHedge }: { weakHedge: boolean }): boolean => weakHedge === HEADLINE.weakHedge

/** Without the families that intervals are clustered by: the sentences, which hold them, are those that were kept. */
const fromForms = ({ forms, figures, reach }: StandingReport, kept: readonly string[]): ShownWords => {
  const read = readings()
  const headline = forms.filter(isHeadline)
  const told = (own: OwnPhrase): ShownPhrase => ({
    ...shownPhrase(own),
    sentence: kept.find((one) => one.includes(`called "${own.phrase.replaceAll('-', ' ')}",`)) ?? null,
  })
  const { n, families, hits, pending: unsettled } = figures
  const behind = { n, families, hits: hits ?? 0, unsettled }
  const waits = (name: string) => withheldAs('references', name, behind, reach)
  const notOrdered = withheldAs('groups', 'the order of words', behind, reach) ?? waits('the order of words')
  const notScored = waits('the score under every reading')
  const statements = statementsOf(headline)
  return {
    phrases: ownPhrases(headline, [], read).map(told),
    weak: ownPhrases(
      forms.filter((one) => !isHeadline(one)),
      [],
      read,
    ).map(told),
    hedges: hedgesOf(forms),
    order: notOrdered === null ? orderOfWords(statements, read) : null,
    scores: notScored === null ? wordScores(statements, read) : null,
    rules: [notOrdered, notScored].filter((rule) => rule !== null),
  }
}

/** What an author's words came to: beside a kept report from counts by form alone, else as the own lexicon has it. */
export const shownWords = async (
  reader: Reader,
  author: Author,
  part: Part,
  report: StandingReport,
): Promise<ShownWords> => {
  if (report.kind === 'kept') return fromForms(report, report.kept.sentences.phrases)
  const { phrases, weak, hedges, order, scores, withheld } = await authorLexicon(reader, author, part)
  return {
    phrases: phrases.map(shownPhrase),
    weak: weak.map(shownPhrase),
    hedges,
    order,
    scores,
    rules: withheld.map(({ rule }) => rule),
  }
}

import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Day, Instant } from '../core/time.ts'
import { tablesNamed, within } from './board-items.ts'
import type { CountSlice } from './counts.ts'
import type { Reader } from './database.ts'
import { afterMiss, byMiss, type Page, type PageRequest, pageByMiss } from './keyset.ts'
import { commentaries } from './tables/commentary.ts'
import { questionVersions as versions } from './tables/questions.ts'
import { events, evidence, resolutionEvidence } from './tables/resolution.ts'

/** From the nearest to what happened, or from the farthest. */
export const callOrders = ['best', 'worst'] as const
export type CallOrder = (typeof callOrders)[number]

/** One settled forecast. `miss`: how far it was from what happened, in millionths. */
export type CallRow = {
  id: string
  miss: number
  form: string
  hit: boolean
  familyId: string
  quote: string | null
  said: { earliest: Instant; latest: Instant }
  commentary: { id: string; title: string | null; url: string | null } | null
  question: { id: string; versionId: string; wording: string; windowEnd: Day | null }
}

const { item, said, reversal } = tablesNamed('item')

/**
 * The settled forecasts of an author in a slice, by how far they were from what happened. `micros`: what each form says, in
 * millionths of the positive event; of other forms there are none.
 */
export const callsOf = async (
  reader: Reader,
  {
    filter,
    authorId,
    micros,
    order,
  }: { filter: CountSlice; authorId: string; micros: ReadonlyMap<string, number>; order: CallOrder },
  page: PageRequest,
): Promise<Page<CallRow>> => {
  const micro = sql`(${JSON.stringify(Object.fromEntries(micros))}::jsonb ->> ${item.form})::integer`
  const miss: SQL<number> = sql<number>`(case when ${item.hit} then 1000000 - ${micro} else ${micro} end)`
  if (micros.size === 0) return { items: [], next: null }
  const rows = await reader
    .select({
      id: said.id,
      miss: miss.as('miss'),
      form: item.form,
      hit: sql<boolean>`${item.hit}`,
      familyId: item.familyId,
      quote: said.quote,
      said: { earliest: said.saidEarliest, latest: said.saidLatest },
      commentary: { id: commentaries.id, title: commentaries.title, url: commentaries.url },
      question: {
        id: item.questionId,
        versionId: versions.id,
        wording: versions.wording,
        windowEnd: versions.windowEnd,
      },
    })
    .from(item)
    .innerJoin(said, eq(said.id, item.predictionId))
    .innerJoin(versions, eq(versions.id, said.versionId))
    .leftJoin(commentaries, eq(commentaries.id, said.commentaryId))
    .leftJoin(reversal, eq(reversal.reverses, item.id))
    .where(
      and(
        within({ item, said, reversal }, filter),
        eq(item.authorId, authorId),
        eq(item.state, 'scored'),
        inArray(item.form, [...micros.keys()]),
        afterMiss(page, miss, said.id, order),
      ),
    )
    .orderBy(...byMiss(miss, said.id, order))
    .limit(page.limit + 1)
  return pageByMiss(rows, page, order)
}

/** Where the outcome of a resolution can be read: what was shown for it. */
export type CallSource = {
  resolutionId: string
  evidenceId: string
  kind: (typeof evidence.$inferSelect)['kind']
  title: string | null
  url: string | null
  archiveSha256: string | null
}

/** The evidence behind each of these resolutions, in the order in which it was recorded. */
export const sourcesOf = async (reader: Reader, resolutionIds: readonly string[]): Promise<CallSource[]> =>
  resolutionIds.length === 0
    ? []
    : reader
        .select({
          resolutionId: resolutionEvidence.resolutionId,
          evidenceId: evidence.id,
          kind: evidence.kind,
          title: events.title,
          url: sql<string | null>`coalesce(${evidence.url}, ${events.url})`,
          archiveSha256: events.archiveSha256,
        })
        .from(resolutionEvidence)
        .innerJoin(evidence, eq(evidence.id, resolutionEvidence.evidenceId))
        .leftJoin(events, eq(events.id, evidence.eventId))
        .where(inArray(resolutionEvidence.resolutionId, [...resolutionIds]))
        .orderBy(evidence.id)

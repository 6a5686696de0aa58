import { and, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Baseline } from '../core/baseline.ts'
import { groupBy } from '../core/group-by.ts'
import type { Salts } from '../core/ledger/digest.ts'
import { fromMicro } from '../core/probability.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { baselines } from './tables/references.ts'
import { events, evidence, proposalEvidence, proposals } from './tables/resolution.ts'

const correction = alias(baselines, 'correction')
const columns = {
  id: baselines.id,
  questionId: baselines.questionId,
  versionId: baselines.versionId,
  kind: baselines.kind,
  micro: baselines.micro,
  at: { earliest: baselines.atEarliest, latest: baselines.atLatest },
  source: baselines.source,
  url: baselines.url,
  archiveSha256: baselines.archiveSha256,
  corrects: baselines.corrects,
  reason: baselines.reason,
  correctedBy: correction.id,
  digest: baselines.digest,
  recordedAt: baselines.recordedAt,
}

type Row = Omit<Baseline, 'probability'> & { micro: number }
const toBaseline = ({ micro, ...row }: Row): Baseline => ({ ...row, probability: fromMicro(micro) })

const selectFrom = (reader: Reader) =>
  reader.select(columns).from(baselines).leftJoin(correction, eq(correction.corrects, baselines.id)).$dynamic()

export type NewBaseline = Omit<Row, 'at' | 'correctedBy'> & {
  atEarliest: Instant
  atLatest: Instant
  contentDigest: string
  recordedBy: string
  salts: Salts
}

/** The baseline that says just this, if it stands. */
export const sameBaseline = async (reader: Reader, contentDigest: string): Promise<Baseline | null> => {
  const [row] = await selectFrom(reader).where(eq(baselines.contentDigest, contentDigest))
  return row ? toBaseline(row) : null
}

/** So many rows go into one statement. */
const ROWS = 500

export const insertBaselines = async (tx: Transaction, rows: NewBaseline[]): Promise<void> => {
  for (let at = 0; at < rows.length; at += ROWS) await tx.insert(baselines).values(rows.slice(at, at + ROWS))
}

export const findBaseline = async (reader: Reader, id: string): Promise<Baseline | null> => {
  const [row] = await selectFrom(reader).where(eq(baselines.id, id))
  return row ? toBaseline(row) : null
}

/** Everything recorded on a question, corrected ones too, newest first. */
export const listBaselines = async (reader: Reader, questionId: string, page: PageRequest): Promise<Page<Baseline>> => {
  const rows = await selectFrom(reader)
    .where(and(eq(baselines.questionId, questionId), afterCursor(page, baselines.recordedAt, baselines.id)))
    .orderBy(...newestFirst(baselines.recordedAt, baselines.id))
    .limit(page.limit + 1)
  return pageOf(rows.map(toBaseline), page)
}

/** So many ids go into one statement. */
const CHUNK = 5_000

/** The baselines of each of these questions, corrected ones too; `baselinesAt` says which count beside a forecast. */
export const baselinesFor = async (
  reader: Reader,
  questionIds: readonly string[],
): Promise<Map<string, Baseline[]>> => {
  const found: Baseline[] = []
  for (let at = 0; at < questionIds.length; at += CHUNK) {
    const rows = await selectFrom(reader)
      .where(inArray(baselines.questionId, questionIds.slice(at, at + CHUNK)))
      .orderBy(baselines.atLatest, baselines.recordedAt, baselines.id)
    found.push(...rows.map(toBaseline))
  }
  return groupBy(found, ({ questionId }) => questionId)
}

/**
 * From when on an event could have been known that somebody proposed as deciding a question, and that nobody declined; null
 * where there is none.
 */
export const proposedEventKnownFrom = async (reader: Reader, questionId: string): Promise<Instant | null> => {
  const known = sql<Instant>`least(${events.happenedEarliest}, ${events.publishedEarliest})`
  const [row] = await reader
    .select({ known: known.mapWith(events.happenedEarliest) })
    .from(evidence)
    .innerJoin(events, eq(events.id, evidence.eventId))
    .innerJoin(proposalEvidence, eq(proposalEvidence.evidenceId, evidence.id))
    .innerJoin(proposals, eq(proposals.id, proposalEvidence.proposalId))
    .where(
      and(
        eq(evidence.questionId, questionId),
        inArray(evidence.bearing, ['shows', 'excludes']),
        sql`${proposals.status} <> 'declined'`,
      ),
    )
    .orderBy(known)
    .limit(1)
  return row?.known ?? null
}

export const baselinesByIds = async (reader: Reader, ids: readonly string[]): Promise<Baseline[]> =>
  ids.length === 0 ? [] : (await selectFrom(reader).where(inArray(baselines.id, [...ids]))).map(toBaseline)

import { and, eq, inArray, or } from 'drizzle-orm'
import type { Salts } from '../core/ledger/digest.ts'
import type { Timing } from '../core/question.ts'
import type { ScoreChange } from '../core/score-change.ts'
import type { Reader, Transaction } from './database.ts'
import { allOf, type Conditions, ofQuestion, type QuestionPart } from './filters.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { scoreChanges } from './tables/scores.ts'

type Row = typeof scoreChanges.$inferSelect

/** Bounds as they were recorded, if they were. */
const boundsOf = (lowest: number | null, highest: number | null) =>
  lowest === null || highest === null ? null : { lowest, highest }

const toChange = (row: Row): ScoreChange => ({
  id: row.id,
  questionId: row.questionId,
  resolutionId: row.resolutionId,
  rulingId: row.rulingId,
  authorId: row.authorId,
  timing: row.timing,
  voice: row.voice,
  before: {
    n: row.beforeN,
    families: row.beforeFamilies,
    hits: row.beforeHits,
    brier: row.beforeBrier,
    pending: row.beforePending,
    bounds: boundsOf(row.beforeLowest, row.beforeHighest),
  },
  after: {
    n: row.afterN,
    families: row.afterFamilies,
    hits: row.afterHits,
    brier: row.afterBrier,
    pending: row.afterPending,
    bounds: boundsOf(row.afterLowest, row.afterHighest),
  },
  delta: row.delta,
  scoringRules: row.scoringRules,
  lexiconVersion: row.lexiconVersion,
  digest: row.digest,
  recordedAt: row.recordedAt,
})

export type NewScoreChange = Omit<Row, 'salts'> & { salts: Salts }

export const insertScoreChanges = async (tx: Transaction, rows: NewScoreChange[]): Promise<ScoreChange[]> => {
  if (rows.length > 0) await tx.insert(scoreChanges).values(rows)
  return rows.map(toChange)
}

/** What these entries of logs and these rulings did, in a fixed order. */
export const scoreChangesBy = async (
  reader: Reader,
  { resolutionIds, rulingIds }: { resolutionIds: readonly string[]; rulingIds: readonly string[] },
): Promise<ScoreChange[]> => {
  if (resolutionIds.length + rulingIds.length === 0) return []
  const rows = await reader
    .select()
    .from(scoreChanges)
    .where(or(inArray(scoreChanges.resolutionId, [...resolutionIds]), inArray(scoreChanges.rulingId, [...rulingIds])))
    .orderBy(scoreChanges.id)
  return rows.map(toChange)
}

export type ScoreChangeFilter = QuestionPart & {
  authorIds: readonly string[] | null
  questionId: string | null
  timing?: Timing | null
}

const conditions: Conditions<ScoreChangeFilter> = {
  ...ofQuestion(scoreChanges.questionId),
  authorIds: (ids) => inArray(scoreChanges.authorId, [...ids]),
  questionId: (id) => eq(scoreChanges.questionId, id),
  timing: (timing) => eq(scoreChanges.timing, timing),
}

export const listScoreChanges = async (
  reader: Reader,
  filter: ScoreChangeFilter,
  page: PageRequest,
): Promise<Page<ScoreChange>> => {
  const rows = await reader
    .select()
    .from(scoreChanges)
    .where(and(allOf(filter, conditions), afterCursor(page, scoreChanges.recordedAt, scoreChanges.id)))
    .orderBy(...newestFirst(scoreChanges.recordedAt, scoreChanges.id))
    .limit(page.limit + 1)
  return pageOf(rows.map(toChange), page)
}

export const scoreChangesByIds = async (reader: Reader, ids: readonly string[]): Promise<ScoreChange[]> =>
  ids.length === 0
    ? []
    : (
        await reader
          .select()
          .from(scoreChanges)
          .where(inArray(scoreChanges.id, [...ids]))
      ).map(toChange)

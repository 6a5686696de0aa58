import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { groupBy } from '../core/group-by.ts'
import type { Salts } from '../core/ledger/digest.ts'
import type { ResolutionEntry } from '../core/proposal.ts'
import { steps } from '../core/resolution/lifecycle.ts'
import type { Reader, Transaction } from './database.ts'
import { withEvidence } from './events.ts'
import { allOf, type Conditions, ofQuestion, type QuestionPart, spokenOnBy } from './filters.ts'
import { insertMany } from './insert-many.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { resolutionEntries, resolutionEvidence } from './tables/resolution.ts'

const columns = {
  id: resolutionEntries.id,
  questionId: resolutionEntries.questionId,
  position: resolutionEntries.position,
  step: resolutionEntries.step,
  versionId: resolutionEntries.versionId,
  outcome: resolutionEntries.outcome,
  voidReason: resolutionEntries.voidReason,
  decidingEvidenceId: resolutionEntries.decidingEvidenceId,
  proposalId: resolutionEntries.proposalId,
  decider: resolutionEntries.decider,
  rules: resolutionEntries.rules,
  reason: resolutionEntries.reason,
  evidenceDigest: resolutionEntries.evidenceDigest,
  digest: resolutionEntries.digest,
  recordedAt: resolutionEntries.recordedAt,
}

type Row = Omit<ResolutionEntry, 'evidence'>
export type NewResolution = Row & { salts: Salts }

export const insertResolutions = async (tx: Transaction, rows: NewResolution[]): Promise<void> => {
  await insertMany(tx, resolutionEntries, rows)
}

export type ResolutionEvidence = { resolutionId: string; evidenceId: string }

export const linkResolutionEvidence = async (tx: Transaction, rows: ResolutionEvidence[]): Promise<void> => {
  await insertMany(tx, resolutionEvidence, rows)
}

const complete = async (reader: Reader, rows: Row[]): Promise<ResolutionEntry[]> => {
  const ids = rows.map(({ id }) => id)
  const links = ids.length
    ? await reader
        .select({ ownerId: resolutionEvidence.resolutionId, evidenceId: resolutionEvidence.evidenceId })
        .from(resolutionEvidence)
        .where(inArray(resolutionEvidence.resolutionId, ids))
    : []
  return withEvidence(reader, rows, links)
}

/** The whole log of each of these questions, first entry first; none where nothing was ever appended. */
export const logsOf = async (reader: Reader, ids: readonly string[]): Promise<Map<string, ResolutionEntry[]>> => {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select(columns)
    .from(resolutionEntries)
    .where(inArray(resolutionEntries.questionId, [...ids]))
    .orderBy(asc(resolutionEntries.position))
  return groupBy(await complete(reader, rows), ({ questionId }) => questionId)
}

/** The same logs by their steps and outcomes alone, without what they stand on. */
export const outcomeStepsOf = async (
  reader: Reader,
  ids: readonly string[],
): Promise<
  Map<string, Pick<ResolutionEntry, 'id' | 'questionId' | 'step' | 'versionId' | 'outcome' | 'recordedAt'>[]>
> => {
  const { id, questionId, step, versionId, outcome, recordedAt } = resolutionEntries
  const rows = await reader
    .select({ id, questionId, step, versionId, outcome, recordedAt })
    .from(resolutionEntries)
    .where(inArray(questionId, [...ids]))
    .orderBy(asc(resolutionEntries.position))
  return groupBy(rows, (row) => row.questionId)
}

export const logOf = async (reader: Reader, questionId: string): Promise<ResolutionEntry[]> =>
  (await logsOf(reader, [questionId])).get(questionId) ?? []

/** Which question and version an entry is of, and its step. */
export const findEntry = async (
  reader: Reader,
  id: string,
): Promise<Pick<ResolutionEntry, 'questionId' | 'step' | 'versionId'> | null> => {
  const { questionId, step, versionId } = columns
  const [entry] = await reader
    .select({ questionId, step, versionId })
    .from(resolutionEntries)
    .where(eq(resolutionEntries.id, id))
  return entry ?? null
}

/** The entry that decided a question as it stands; null when nothing does. */
export const decidingEntryOf = async (reader: Reader, questionId: string): Promise<string | null> => {
  const [last] = await reader
    .select({ id: resolutionEntries.id, step: resolutionEntries.step })
    .from(resolutionEntries)
    .where(and(eq(resolutionEntries.questionId, questionId), inArray(resolutionEntries.step, [...steps])))
    .orderBy(desc(resolutionEntries.position))
    .limit(1)
  return last && (last.step === 'settle' || last.step === 'void') ? last.id : null
}

export type ResolutionFilter = QuestionPart & {
  questionId: string | null
  authorIds?: readonly string[] | null
  step?: ResolutionEntry['step'] | null
}

const conditions: Conditions<ResolutionFilter> = {
  ...ofQuestion(resolutionEntries.questionId),
  questionId: (id) => eq(resolutionEntries.questionId, id),
  authorIds: spokenOnBy(resolutionEntries.questionId),
  step: (step) => eq(resolutionEntries.step, step),
}

export const listResolutions = async (
  reader: Reader,
  filter: ResolutionFilter,
  page: PageRequest,
): Promise<Page<ResolutionEntry>> => {
  const rows = await reader
    .select(columns)
    .from(resolutionEntries)
    .where(and(allOf(filter, conditions), afterCursor(page, resolutionEntries.recordedAt, resolutionEntries.id)))
    .orderBy(...newestFirst(resolutionEntries.recordedAt, resolutionEntries.id))
    .limit(page.limit + 1)
  return pageOf(await complete(reader, rows), page)
}

export const entriesByIds = async (reader: Reader, ids: readonly string[]): Promise<ResolutionEntry[]> =>
  ids.length === 0
    ? []
    : complete(
        reader,
        await reader
          .select(columns)
          .from(resolutionEntries)
          .where(inArray(resolutionEntries.id, [...ids])),
      )

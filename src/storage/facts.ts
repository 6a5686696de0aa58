import { asc, inArray } from 'drizzle-orm'
import { groupBy } from '../core/group-by.ts'
import type { FactFields, Salts } from '../core/ledger/digest.ts'
import { type FactKind, memberTables, type SealedKind } from '../core/ledger/fact-kinds.ts'
import type { Reader } from './database.ts'
import { bylines, candidateReviews, candidates, collectionCommentaries, commentaries } from './tables/commentary.ts'
import { disputeConfirmations, disputeReplies, disputeRulings, disputes, exclusions } from './tables/disputes.ts'
import { erasures } from './tables/erasures.ts'
import { eventCandidateReviews } from './tables/event-candidates.ts'
import { matches } from './tables/matching.ts'
import { authorLinks, sourceCoverage } from './tables/people.ts'
import { commentaryPlaces } from './tables/places.ts'
import {
  collectionQuestions,
  familyMembers,
  predictions,
  questionOptions,
  questionVersions,
} from './tables/questions.ts'
import { documentReadings, extractionRuns } from './tables/reading.ts'
import { redactions } from './tables/redactions.ts'
import { baselines, questionTopics } from './tables/references.ts'
import { events, evidence, resolutionEntries, resolutionEvidence } from './tables/resolution.ts'
import { scoreChanges } from './tables/scores.ts'
import { secondOpinions } from './tables/second-opinions.ts'

/**
 * A fact with every field that its digest is over, and the salt of each. A field that was redacted is in neither: `redacted` has the
 * digest that is left of it.
 */
export type StoredFact = { fields: FactFields; salts: Salts; redacted: Readonly<Record<string, string>> }

const tables = {
  'author-link': authorLinks,
  commentary: commentaries,
  place: commentaryPlaces,
  'extraction-run': extractionRuns,
  reading: documentReadings,
  review: candidateReviews,
  'second-opinion': secondOpinions,
  match: matches,
  version: questionVersions,
  option: questionOptions,
  topic: questionTopics,
  baseline: baselines,
  prediction: predictions,
  event: events,
  'event-review': eventCandidateReviews,
  evidence,
  coverage: sourceCoverage,
  resolution: resolutionEntries,
  'score-change': scoreChanges,
  dispute: disputes,
  'dispute-reply': disputeReplies,
  'dispute-confirmation': disputeConfirmations,
  'dispute-ruling': disputeRulings,
  exclusion: exclusions,
  redaction: redactions,
  erasure: erasures,
} as const satisfies Record<FactKind, unknown>

type Row = { id: string; salts: Salts; digest: string } & FactFields

/** What belongs to facts of some kinds and stands in other tables, by their ids. */
type Beside = (reader: Reader, rows: readonly Row[]) => Promise<Map<string, FactFields>>

const idsOf = (rows: readonly Row[]): string[] => rows.map(({ id }) => id)

/** The authors that signed each, in their order. */
const bylinesOf: Beside = async (reader, rows) => {
  const found = await reader
    .select({ commentaryId: bylines.commentaryId, authorId: bylines.authorId })
    .from(bylines)
    .where(inArray(bylines.commentaryId, idsOf(rows)))
    .orderBy(asc(bylines.commentaryId), asc(bylines.position))
  const by = groupBy(found, ({ commentaryId }) => commentaryId)
  return new Map(rows.map(({ id }) => [id, { bylines: (by.get(id) ?? []).map(({ authorId }) => authorId) }]))
}

/** The parts of a passage that was split. */
const partsOf: Beside = async (reader, rows) => {
  const { id, splitBy, start, end, claim } = candidates
  const found = await reader
    .select({ id, splitBy, start, end, claim })
    .from(candidates)
    .where(inArray(splitBy, idsOf(rows)))
    .orderBy(asc(id))
  const by = groupBy(found, (part) => part.splitBy ?? '')
  return new Map(rows.map((row) => [row.id, { parts: (by.get(row.id) ?? []).map(({ splitBy: _, ...part }) => part) }]))
}

const familiesOf: Beside = async (reader, rows) => {
  const questionIds = rows.map((row) => String(row['questionId']))
  const found = await reader.select().from(familyMembers).where(inArray(familyMembers.questionId, questionIds))
  const by = new Map(found.map(({ questionId, familyId }) => [questionId, familyId]))
  return new Map(rows.map((row) => [row.id, { familyId: by.get(String(row['questionId'])) }]))
}

/** What each entry of a log stands on, in the order of ids. */
const groundsOf: Beside = async (reader, rows) => {
  const found = await reader
    .select()
    .from(resolutionEvidence)
    .where(inArray(resolutionEvidence.resolutionId, idsOf(rows)))
    .orderBy(asc(resolutionEvidence.evidenceId))
  const by = groupBy(found, ({ resolutionId }) => resolutionId)
  return new Map(rows.map(({ id }) => [id, { evidence: (by.get(id) ?? []).map(({ evidenceId }) => evidenceId) }]))
}

const besides: Partial<Record<FactKind, Beside>> = {
  commentary: bylinesOf,
  review: partsOf,
  version: familiesOf,
  resolution: groundsOf,
}

/** What is left of the redacted fields of these facts, by fact and field. */
const redactedIn = async (reader: Reader, ids: readonly string[]): Promise<Map<string, Record<string, string>>> => {
  const { factId, field, fieldDigest } = redactions
  const rows = await reader
    .select({ factId, field, fieldDigest })
    .from(redactions)
    .where(inArray(factId, [...ids]))
  const by = groupBy(rows, (row) => row.factId)
  return new Map(
    [...by].map(([id, some]) => [
      id,
      Object.fromEntries(some.flatMap((row) => (row.fieldDigest === null ? [] : [[row.field, row.fieldDigest]]))),
    ]),
  )
}

/** Facts of a collection are known by both of their ids and have no salts. */
const memberFacts = async (
  reader: Reader,
  kind: keyof typeof memberTables,
  ids: readonly string[],
): Promise<Map<string, StoredFact>> => {
  const pairs = ids.map((id) => id.split('/') as [string, string])
  const things = pairs.map(([, thing]) => thing)
  const rows =
    kind === 'collection-question'
      ? await reader.select().from(collectionQuestions).where(inArray(collectionQuestions.questionId, things))
      : await reader.select().from(collectionCommentaries).where(inArray(collectionCommentaries.commentaryId, things))
  const facts = rows.map((fields): [string, StoredFact] => [
    `${fields.collectionId}/${'questionId' in fields ? fields.questionId : fields.commentaryId}`,
    { fields, salts: {}, redacted: {} },
  ])
  const asked = new Set(ids)
  return new Map(facts.filter(([id]) => asked.has(id)))
}

/**
 * Facts of one kind as they are stored, by id: the salts say which fields each has. Rows are read first and redactions after: what is
 * redacted in between is shown as that, and never without its digest.
 */
export const storedFacts = async (
  reader: Reader,
  kind: SealedKind,
  ids: readonly string[],
): Promise<Map<string, StoredFact>> => {
  if (kind in memberTables) return memberFacts(reader, kind as keyof typeof memberTables, ids)
  const table = tables[kind as FactKind]
  const rows = (await reader
    .select()
    .from(table)
    .where(inArray(table.id, [...ids]))) as Row[]
  const beside = await besides[kind as FactKind]?.(reader, rows)
  const redacted = await redactedIn(reader, ids)
  return new Map(
    rows.map((row) => {
      const gone = redacted.get(row.id) ?? {}
      const salts = Object.fromEntries(Object.entries(row.salts).filter(([field]) => !Object.hasOwn(gone, field)))
      const all: FactFields = { ...row, ...beside?.get(row.id) }
      const fields = Object.fromEntries(Object.keys(salts).map((field) => [field, all[field] ?? null]))
      return [row.id, { fields, salts, redacted: gone }]
    }),
  )
}

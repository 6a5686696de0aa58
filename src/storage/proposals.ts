import { and, countDistinct, eq, gte, inArray, min, sql } from 'drizzle-orm'
import type { Proposal } from '../core/proposal.ts'
import type { QuestionVersion } from '../core/question.ts'
import type { ResolverInputs } from '../core/resolution/finding.ts'
import type { Instant, Moment } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { withEvidence } from './events.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { type MadeBy, madeBy } from './made-by.ts'
import { events, evidence, proposalEvidence, proposals } from './tables/resolution.ts'

const columns = {
  id: proposals.id,
  questionId: proposals.questionId,
  outcome: proposals.outcome,
  rationale: proposals.rationale,
  status: proposals.status,
  reason: proposals.reason,
  resolver: proposals.resolver,
  rules: proposals.rules,
  inputs: proposals.inputs,
  recordedAt: proposals.recordedAt,
  decidedAt: proposals.decidedAt,
}

type Row = Omit<Proposal, 'evidence'>

const complete = async (reader: Reader, rows: Row[]): Promise<Proposal[]> => {
  const ids = rows.map(({ id }) => id)
  const links = ids.length
    ? await reader
        .select({ ownerId: proposalEvidence.proposalId, evidenceId: proposalEvidence.evidenceId })
        .from(proposalEvidence)
        .where(inArray(proposalEvidence.proposalId, ids))
    : []
  return withEvidence(reader, rows, links)
}

export type NewProposal = Row & { evidenceDigest: string; proposedBy: string }

/** Appends a proposal; false when one on the same evidence stands already. */
export const insertProposal = async (tx: Transaction, proposal: NewProposal): Promise<boolean> => {
  const rows = await tx.insert(proposals).values(proposal).onConflictDoNothing().returning({ id: proposals.id })
  return rows.length > 0
}

export const linkProposalEvidence = async (tx: Transaction, proposalId: string, evidenceIds: string[]) => {
  await tx.insert(proposalEvidence).values(evidenceIds.map((evidenceId) => ({ proposalId, evidenceId })))
}

/** The proposal that stands for the same question, outcome and evidence. */
export const standingProposal = async (
  reader: Reader,
  key: Pick<NewProposal, 'questionId' | 'outcome' | 'evidenceDigest'>,
): Promise<Proposal | null> => {
  const rows = await reader
    .select(columns)
    .from(proposals)
    .where(
      and(
        eq(proposals.questionId, key.questionId),
        eq(proposals.outcome, key.outcome),
        eq(proposals.evidenceDigest, key.evidenceDigest),
      ),
    )
  const [proposal] = await complete(reader, rows)
  return proposal ?? null
}

/** The proposals on these questions that wait to be decided, with their evidence, oldest first. */
export const proposalsWaiting = async (reader: Reader, questionIds: readonly string[]): Promise<Proposal[]> => {
  if (questionIds.length === 0) return []
  const rows = await reader
    .select(columns)
    .from(proposals)
    .where(and(inArray(proposals.questionId, [...questionIds]), eq(proposals.status, 'pending')))
    .orderBy(proposals.recordedAt, proposals.id)
  return complete(reader, rows)
}

export const findProposal = async (reader: Reader, id: string): Promise<Proposal | null> => {
  const [proposal] = await complete(reader, await reader.select(columns).from(proposals).where(eq(proposals.id, id)))
  return proposal ?? null
}

/** The proposals of a question that wait to be decided, oldest first. */
export const pendingProposals = (
  reader: Reader,
  questionId: string,
): Promise<Pick<Proposal, 'id' | 'outcome' | 'resolver'>[]> =>
  reader
    .select({ id: proposals.id, outcome: proposals.outcome, resolver: proposals.resolver })
    .from(proposals)
    .where(and(eq(proposals.questionId, questionId), eq(proposals.status, 'pending')))
    .orderBy(proposals.id)

type Version = Pick<QuestionVersion, 'id' | 'questionId' | 'recordedAt'>

/** What was proposed on a version of a question and declined. What was declined on an older one, by other criteria, is not. */
const declinedOn = ({ id, questionId, recordedAt }: Version, outcome: 'yes' | 'no') =>
  and(
    eq(proposals.questionId, questionId),
    eq(proposals.status, 'declined'),
    eq(proposals.outcome, outcome),
    gte(proposals.recordedAt, recordedAt),
    sql`coalesce(${proposals.inputs} ->> 'versionId', ${id}) = ${id}`,
  )

/**
 * The events that a person has said not to bear so on a version, by declining what each alone was proposed for: of several in
 * one proposal nobody has said which does not.
 */
export const declinedEvents = async (
  reader: Reader,
  version: Version,
  bearing: 'shows' | 'excludes',
): Promise<ReadonlySet<string>> => {
  const rows = await reader
    .select({ id: min(evidence.eventId) })
    .from(proposals)
    .innerJoin(proposalEvidence, eq(proposalEvidence.proposalId, proposals.id))
    .innerJoin(evidence, eq(evidence.id, proposalEvidence.evidenceId))
    .where(and(declinedOn(version, bearing === 'shows' ? 'yes' : 'no'), eq(evidence.bearing, bearing)))
    .groupBy(proposals.id)
    .having(eq(countDistinct(evidence.eventId), 1))
  return new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])))
}

/**
 * Evidence of a question that is said to show the positive event, with when that happened where an event is named, and whether
 * a "yes" by it was declined on this version.
 */
export const evidenceThatShows = async (
  reader: Reader,
  version: Version,
): Promise<{ id: string; eventId: string | null; happened: Moment | null; declined: boolean }[]> => {
  const declined = sql<boolean>`exists (select 1 from ${proposalEvidence}
    join ${proposals} on ${proposals.id} = ${proposalEvidence.proposalId}
    where ${proposalEvidence.evidenceId} = ${evidence.id} and ${declinedOn(version, 'yes')})`
  const rows = await reader
    .select({
      id: evidence.id,
      eventId: evidence.eventId,
      earliest: events.happenedEarliest,
      latest: events.happenedLatest,
      declined,
    })
    .from(evidence)
    .leftJoin(events, eq(events.id, evidence.eventId))
    .where(and(eq(evidence.questionId, version.questionId), eq(evidence.bearing, 'shows')))
    .orderBy(evidence.id)
  return rows.map(({ earliest, latest, ...one }) => ({
    ...one,
    happened: earliest && latest ? { earliest, latest } : null,
  }))
}

type OfRule = Pick<Proposal, 'questionId' | 'outcome'> & Pick<ResolverInputs, 'versionId' | 'position'>

/** What a rule has proposed that is pending or declined, whatever it has read since; null for nothing. */
export const proposalOfRule = async (
  reader: Reader,
  { questionId, versionId, position, outcome }: OfRule,
  status: Proposal['status'],
): Promise<Proposal | null> => {
  const rows = await reader
    .select(columns)
    .from(proposals)
    .where(
      and(
        eq(proposals.questionId, questionId),
        eq(proposals.status, status),
        eq(proposals.outcome, outcome),
        sql`${proposals.inputs} @> ${JSON.stringify({ versionId, position })}::jsonb`,
      ),
    )
    .orderBy(proposals.id)
    .limit(1)
  return (await complete(reader, rows))[0] ?? null
}

/** Reads a proposal and holds it until the transaction ends. */
export const lockProposal = async (tx: Transaction, id: string): Promise<Proposal | null> => {
  await tx.execute(sql`select 1 from ${proposals} where ${proposals.id} = ${id} for update`)
  return findProposal(tx, id)
}

export type ProposalDecision = { status: Proposal['status']; reason: string | null; decidedAt: Instant | null }

export const decideProposal = async (tx: Transaction, id: string, decision: ProposalDecision): Promise<void> => {
  await tx.update(proposals).set(decision).where(eq(proposals.id, id))
}

export type ProposalFilter = { questionId: string | null; status: Proposal['status'] | null }

export const listProposals = async (
  reader: Reader,
  filter: ProposalFilter,
  page: PageRequest,
): Promise<Page<Proposal>> => {
  const rows = await reader
    .select(columns)
    .from(proposals)
    .where(
      and(
        filter.questionId ? eq(proposals.questionId, filter.questionId) : undefined,
        filter.status ? eq(proposals.status, filter.status) : undefined,
        afterCursor(page, proposals.recordedAt, proposals.id),
      ),
    )
    .orderBy(...newestFirst(proposals.recordedAt, proposals.id))
    .limit(page.limit + 1)
  return pageOf(await complete(reader, rows), page)
}

/** The proposals that some names made, with their evidence, in the order of ids. */
export const proposalsMadeBy = async (reader: Reader, made: MadeBy): Promise<Proposal[]> => {
  const rows = await reader
    .select(columns)
    .from(proposals)
    .where(madeBy(proposals.proposedBy, proposals.id, made))
    .orderBy(proposals.id)
    .limit(made.limit)
  return complete(reader, rows)
}

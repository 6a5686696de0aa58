import { and, count, eq, gt, gte, inArray, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { farthestAhead } from '../core/fetching/pace.ts'
import type { HeldQuestion } from '../core/person-export.ts'
import type { Question } from '../core/question.ts'
import type { Day, Instant } from '../core/time.ts'
import type { VersionWorkItem, WorkResolver } from '../core/work.ts'
import type { Reader, Transaction } from './database.ts'
import { afterDay, inDayOrder, type Page, type PageRequest, pageBy } from './keyset.ts'
import { type MadeBy, madeBy } from './made-by.ts'
import { isNewestVersion, questionsByIds, versionColumns } from './questions.ts'
import { predictions, questions, questionVersions as versions } from './tables/questions.ts'
import { proposals } from './tables/resolution.ts'
import { scoredItems as items } from './tables/scores.ts'
import { questionLeases as leases } from './tables/work.ts'

/** Questions that are due, and open ones whose window ends before a day; `unproposed`: those on which no proposal waits. */
export type WorkFilter = { dueBefore: Day; resolver: WorkResolver | null; unproposed?: boolean }

const waitsFor = (resolver: WorkResolver): SQL =>
  resolver === 'manual'
    ? eq(versions.resolver, 'manual')
    : sql`${versions.resolvers} @> ${JSON.stringify([{ kind: resolver }])}::jsonb`

const noProposalWaits = sql`not exists (select from ${proposals} waiting where waiting.question_id = ${questions.id} and waiting.status = 'pending')`

const needsOutcome = ({ dueBefore, resolver, unproposed }: WorkFilter): SQL | undefined =>
  and(
    or(eq(questions.status, 'due'), and(eq(questions.status, 'open'), lt(versions.windowEnd, dueBefore))),
    resolver ? waitsFor(resolver) : undefined,
    unproposed ? noProposalWaits : undefined,
  )

const selectFrom = (reader: Reader) =>
  reader
    .select({ id: questions.id, windowEnd: versions.windowEnd, until: leases.until })
    .from(questions)
    .innerJoin(versions, and(eq(versions.questionId, questions.id), isNewestVersion))
    .leftJoin(leases, eq(leases.questionId, questions.id))
    .$dynamic()

/** The open questions whose windows end next, from a day on, the soonest first. */
export const nextDue = async (reader: Reader, from: Day, limit: number): Promise<Question[]> => {
  const rows = await reader
    .select({ id: questions.id })
    .from(questions)
    .innerJoin(versions, and(eq(versions.questionId, questions.id), isNewestVersion))
    .where(and(eq(questions.status, 'open'), gte(versions.windowEnd, from)))
    .orderBy(versions.windowEnd, questions.id)
    .limit(limit)
  const found = await questionsByIds(
    reader,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id }) => found.find((one) => one.id === id) ?? [])
}

export type Waiting = { id: string; heldUntil: Instant | null }

/** What waits for an outcome, the window that ended first first, with the lease that holds it at an instant. */
export const listWaiting = async (
  reader: Reader,
  { now, ...filter }: WorkFilter & { now: Instant },
  page: PageRequest,
): Promise<Page<Waiting>> => {
  const rows = await selectFrom(reader)
    .where(and(needsOutcome(filter), afterDay(page, versions.windowEnd, questions.id)))
    .orderBy(...inDayOrder(versions.windowEnd, questions.id))
    .limit(page.limit + 1)
  const { items, next } = pageBy(rows, page, ({ windowEnd }) => windowEnd)
  return {
    items: items.map(({ id, until }) => ({
      id,
      heldUntil: until !== null && until > now && until <= farthestAhead(now) ? until : null,
    })),
    next,
  }
}

/** Whether a posting stands: it entered, and nothing reversed it. */
const isStanding = sql`${items.sign} = 1 and not exists (select 1 from ${items} reversal where reversal.reverses = ${items.id})`

/**
 * Versions on which what counts is pending though its question is not due: the question was decided on other terms, or is
 * open by a newer version. The window that ended first first.
 */
export const listVersionsWaiting = async (reader: Reader, page: PageRequest): Promise<Page<VersionWorkItem>> => {
  const waiting = await reader
    .select({ id: versions.id, windowEnd: versions.windowEnd, statements: count() })
    .from(items)
    .innerJoin(questions, eq(questions.id, items.questionId))
    .innerJoin(predictions, eq(predictions.id, items.predictionId))
    .innerJoin(versions, eq(versions.id, predictions.versionId))
    .where(
      and(
        eq(items.state, 'pending'),
        isStanding,
        ne(questions.status, 'due'),
        afterDay(page, versions.windowEnd, versions.id),
      ),
    )
    .groupBy(versions.id, versions.windowEnd)
    .orderBy(...inDayOrder(versions.windowEnd, versions.id))
    .limit(page.limit + 1)
  const listed = pageBy(waiting, page, ({ windowEnd }) => windowEnd)
  const ids = listed.items.map(({ id }) => id)
  const found =
    ids.length === 0 ? [] : await reader.select(versionColumns).from(versions).where(inArray(versions.id, ids))
  const byId = new Map(found.map((version) => [version.id, version]))
  return {
    items: listed.items.flatMap(({ id, statements }) => {
      const version = byId.get(id)
      return version ? [{ version, statements }] : []
    }),
    next: listed.next,
  }
}

/** A lease that has run out, or was taken under a clock that was ahead. */
const isOver = (now: Instant): SQL =>
  sql`(${leases.until} <= ${now}::timestamptz or ${leases.until} > ${farthestAhead(now)}::timestamptz)`

export type NewLease = { leaseId: string; holder: string; until: Instant; now: Instant; limit: number }

/**
 * Hands out up to `limit` questions that nobody holds. Two that ask at once pass each other's rows by, and what one took
 * between the other's look and its grasp, the constraint keeps: so each question has one holder.
 */
export const takeWork = async (
  tx: Transaction,
  { leaseId, holder, until, now, limit }: NewLease,
  filter: WorkFilter,
): Promise<string[]> => {
  const free = await selectFrom(tx)
    .where(and(needsOutcome(filter), or(isNull(leases.until), isOver(now))))
    .orderBy(...inDayOrder(versions.windowEnd, questions.id))
    .limit(limit)
    .for('update', { of: questions, skipLocked: true })
  if (free.length === 0) return []
  const lease = { leaseId, holder, until }
  const taken = await tx
    .insert(leases)
    .values(free.map(({ id }) => ({ questionId: id, ...lease })).sort((a, b) => (a.questionId < b.questionId ? -1 : 1)))
    .onConflictDoUpdate({ target: leases.questionId, set: lease, setWhere: isOver(now) })
    .returning({ id: leases.questionId })
  const ids = new Set(taken.map(({ id }) => id))
  return free.map(({ id }) => id).filter((id) => ids.has(id))
}

/** Who holds a lease and until when; null when nothing is held by it any more. */
export const findLease = async (
  reader: Reader,
  leaseId: string,
): Promise<{ holder: string; until: Instant } | null> => {
  const [row] = await reader
    .select({ holder: leases.holder, until: leases.until })
    .from(leases)
    .where(eq(leases.leaseId, leaseId))
    .limit(1)
  return row ?? null
}

/** Holds on until another instant; the questions still held. None once it has run out: others may have taken them. */
export const renewLease = async (
  tx: Transaction,
  leaseId: string,
  { until, now }: { until: Instant; now: Instant },
): Promise<string[]> => {
  const rows = await tx
    .update(leases)
    .set({ until })
    .where(and(eq(leases.leaseId, leaseId), gt(leases.until, now)))
    .returning({ id: leases.questionId })
  return rows.map(({ id }) => id).sort()
}

export const endLease = async (tx: Transaction, leaseId: string): Promise<void> => {
  await tx.delete(leases).where(eq(leases.leaseId, leaseId))
}

/** The questions that some names look after, or did until somebody else did, in the order of ids. */
export const leasesMadeBy = (reader: Reader, made: MadeBy): Promise<HeldQuestion[]> =>
  reader
    .select({ by: leases.holder, questionId: leases.questionId, until: leases.until })
    .from(leases)
    .where(madeBy(leases.holder, leases.questionId, made))
    .orderBy(leases.questionId)
    .limit(made.limit)

import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { farthestAhead, plusMs } from '../core/fetching/pace.ts'
import type { QuestionVersion } from '../core/question.ts'
import { waitsFor } from '../core/resolution/resolver.ts'
import type { ResolverState } from '../core/resolution/resolver-state.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { questions, questionVersions } from './tables/questions.ts'
import { resolverAttempts as attempts } from './tables/resolvers.ts'

/** Appoints the first attempt of each rule of a new version: at once. */
export const appointResolvers = async (tx: Transaction, version: QuestionVersion): Promise<void> => {
  const rows = version.resolvers.map((rule, position) => ({
    versionId: version.id,
    position,
    questionId: version.questionId,
    kind: rule.kind,
    waitsFor: waitsFor(rule),
    nextAttemptAt: version.recordedAt,
  }))
  if (rows.length > 0) await tx.insert(attempts).values(rows)
}

/** The rules of one version with their states, in order. */
export const resolverStates = async (reader: Reader, versionId: string): Promise<ResolverState[]> => {
  const rows = await reader
    .select({
      versionId: attempts.versionId,
      position: attempts.position,
      rules: questionVersions.resolvers,
      attempts: attempts.attempts,
      failures: attempts.failures,
      lastAttemptAt: attempts.lastAttemptAt,
      nextAttemptAt: attempts.nextAttemptAt,
      lastReason: attempts.lastReason,
      lastError: attempts.lastError,
    })
    .from(attempts)
    .innerJoin(questionVersions, eq(questionVersions.id, attempts.versionId))
    .where(eq(attempts.versionId, versionId))
    .orderBy(asc(attempts.position))
  return rows.flatMap(({ rules, ...state }) => {
    const rule = rules[state.position]
    return rule ? [{ ...state, rule }] : []
  })
}

/** A question that somebody has taken up, and which of its rules are due. */
export type ClaimedQuestion = { questionId: string; due: Pick<ResolverState, 'versionId' | 'position'>[] }

/**
 * Takes the question whose rules have been due longest, until the lease ends: other workers pass it by, and a crash frees
 * it. Null when none is due.
 */
export const claimDueQuestion = async (
  tx: Transaction,
  now: Instant,
  leaseMs: number,
): Promise<ClaimedQuestion | null> => {
  // A rule may wait for years: only when it was looked at, or appointed, tells of a clock that was ahead.
  const ahead = sql`${farthestAhead(now)}::timestamptz`
  const isDue = sql`(${attempts.nextAttemptAt} <= ${now}::timestamptz
    or (${attempts.nextAttemptAt} > ${ahead} and coalesce(${attempts.lastAttemptAt}, ${attempts.nextAttemptAt}) > ${ahead}))`
  const [first] = await tx
    .select({ questionId: attempts.questionId })
    .from(attempts)
    .innerJoin(questions, eq(questions.id, attempts.questionId))
    .where(isDue)
    .orderBy(asc(attempts.nextAttemptAt), asc(attempts.questionId))
    .limit(1)
    .for('update', { of: questions, skipLocked: true })
  if (!first) return null
  const taken = await tx
    .update(attempts)
    .set({ nextAttemptAt: plusMs(now, leaseMs) })
    .where(and(eq(attempts.questionId, first.questionId), isDue))
    .returning({ versionId: attempts.versionId, position: attempts.position })
  return taken.length > 0 ? { questionId: first.questionId, due: taken } : null
}

/** Holds the states of a question's rules: what is recorded meanwhile wakes them after, and is not lost. */
export const lockAttempts = async (tx: Transaction, questionId: string): Promise<void> => {
  await tx.execute(
    sql`select 1 from ${attempts} where ${attempts.questionId} = ${questionId} order by version_id, position for update`,
  )
}

export type AttemptEnd = {
  nextAttemptAt: Instant | null
  lastReason: string | null
  lastError: ResolverState['lastError']
}

/**
 * Writes how the attempt of a rule went that was looked up so. What has changed its appointment since stands: a wake-up comes
 * first, and what rests stays at rest.
 */
export const endAttempt = async (
  tx: Transaction,
  { versionId, position, nextAttemptAt: seen }: Pick<ResolverState, 'versionId' | 'position' | 'nextAttemptAt'>,
  at: Instant,
  { nextAttemptAt: next, ...said }: AttemptEnd,
): Promise<void> => {
  const failures = said.lastError === null ? 0 : sql`${attempts.failures} + 1`
  const nextAttemptAt = sql`case
    when ${attempts.nextAttemptAt} is not distinct from ${seen}::timestamptz then ${next}::timestamptz
    when ${attempts.nextAttemptAt} is not null then least(${attempts.nextAttemptAt}, ${next}::timestamptz) end`
  await tx
    .update(attempts)
    .set({ ...said, nextAttemptAt, lastAttemptAt: at, attempts: sql`${attempts.attempts} + 1`, failures })
    .where(and(eq(attempts.versionId, versionId), eq(attempts.position, position)))
}

/** Lets the rules of a question rest that is decided, and those of all its versions but one. */
export const restAttempts = async (tx: Transaction, questionId: string, butVersion: string | null): Promise<void> => {
  const others = butVersion === null ? undefined : sql`${attempts.versionId} <> ${butVersion}`
  await tx
    .update(attempts)
    .set({ nextAttemptAt: null })
    .where(and(eq(attempts.questionId, questionId), others))
}

/** Makes the rules of a question due that is reopened. */
export const rouseAttempts = async (tx: Transaction, questionId: string, now: Instant): Promise<void> => {
  await tx.update(attempts).set({ nextAttemptAt: now }).where(eq(attempts.questionId, questionId))
}

/** Makes the rules due that wait for a signal; those that rest stay at rest. */
export const wakeAttempts = async (tx: Transaction, signal: string, now: Instant): Promise<void> => {
  await tx
    .update(attempts)
    .set({ nextAttemptAt: now })
    .where(
      and(
        sql`${attempts.waitsFor} @> ${JSON.stringify([signal])}::jsonb`,
        sql`${attempts.nextAttemptAt} > ${now}::timestamptz`,
      ),
    )
}

/** Makes the rules of questions due that wait for what was decided; those that rest stay at rest. */
export const wakeQuestions = async (tx: Transaction, questionIds: readonly string[], now: Instant): Promise<void> => {
  if (questionIds.length === 0) return
  await tx
    .update(attempts)
    .set({ nextAttemptAt: now })
    .where(and(inArray(attempts.questionId, [...questionIds]), sql`${attempts.nextAttemptAt} > ${now}::timestamptz`))
}

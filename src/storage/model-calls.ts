import { and, eq } from 'drizzle-orm'
import type { ModelCall, ModelReading } from '../core/model-call.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { modelCalls } from './tables/service.ts'

/** The answers kept of one reading of a text. */
export const keptCalls = async (reader: Reader, { textSha256, promptVersion, model, mode }: ModelReading) => {
  const rows = await reader
    .select()
    .from(modelCalls)
    .where(
      and(
        eq(modelCalls.textSha256, textSha256),
        eq(modelCalls.promptVersion, promptVersion),
        eq(modelCalls.model, model),
        eq(modelCalls.mode, mode),
      ),
    )
  return rows.map(({ recordedAt: _, ...call }): ModelCall => call)
}

/** Keeps answers; of two that were asked for at once the first stays. In one order, so that writers do not lock each other out. */
export const keepCalls = async (tx: Transaction, calls: ModelCall[], recordedAt: Instant): Promise<void> => {
  if (calls.length === 0) return
  const rows = calls
    .map((call) => ({ ...call, recordedAt }))
    .sort((a, b) => (a.contentSha256 < b.contentSha256 ? -1 : 1))
  await tx.insert(modelCalls).values(rows).onConflictDoNothing()
}

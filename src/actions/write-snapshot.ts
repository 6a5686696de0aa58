import { canonical } from '../core/ledger/digest.ts'
import type { QuestionDifficulty } from '../core/snapshot.ts'
import { insertDifficulties } from '../storage/difficulties.ts'
import { insertSnapshot, type NewSnapshot, type StoredReport } from '../storage/snapshots.ts'
import { action } from './context.ts'

export type WriteSnapshot = {
  snapshot: Omit<NewSnapshot, 'authors' | 'recordedAt'>
  reports: StoredReport[]
  difficulties: QuestionDifficulty[]
}

/** What is kept must be JSON whole: a figure that is no number would be kept as none. Throws. */
const mustBeJson = (bodies: readonly unknown[]): void => {
  for (const body of bodies) canonical(body)
}

/**
 * Keeps a board, the reports of everyone on it and the difficulties of its questions, in one transaction. False where one of the same scope, position and rules
 * stands: that one stays.
 */
export const writeSnapshot = action<WriteSnapshot, boolean>(
  async ({ tx, now }, { snapshot, reports, difficulties }) => {
    mustBeJson([snapshot.board, ...reports.map(({ body }) => body), difficulties])
    const authors = reports.map(({ authorId }) => authorId)
    const kept = await insertSnapshot(tx, { ...snapshot, authors, recordedAt: now }, reports)
    if (kept) await insertDifficulties(tx, snapshot.id, difficulties)
    return kept
  },
)

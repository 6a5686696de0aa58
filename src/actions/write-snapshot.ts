import { canonical } from '../core/ledger/digest.ts'
import { insertSnapshot, type NewSnapshot, type StoredReport } from '../storage/snapshots.ts'
import { action } from './context.ts'

export type WriteSnapshot = { snapshot: Omit<NewSnapshot, 'authors' | 'recordedAt'>; reports: StoredReport[] }

/** What is kept must be JSON whole: a figure that is no number would be kept as none. Throws. */
const mustBeJson = (bodies: readonly unknown[]): void => {
  for (const body of bodies) canonical(body)
}

/**
 * Keeps a board and the reports of everyone on it, in one transaction. False where one of the same scope, position and rules
 * stands: that one stays.
 */
export const writeSnapshot = action<WriteSnapshot, boolean>(async ({ tx, now }, { snapshot, reports }) => {
  mustBeJson([snapshot.board, ...reports.map(({ body }) => body)])
  const authors = reports.map(({ authorId }) => authorId)
  return insertSnapshot(tx, { ...snapshot, authors, recordedAt: now }, reports)
})

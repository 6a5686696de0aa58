import { vi } from 'vitest'
import type { Transaction } from '../../src/storage/database.ts'

export type Sent = { sql: string; params: unknown[] }

/** The statements that some work sends to the database, in their order. */
export const sentBy = async (tx: Transaction, work: () => Promise<unknown>): Promise<Sent[]> => {
  const session = (tx as unknown as { session: { prepareQuery: (query: Sent) => unknown } }).session
  const sent = vi.spyOn(session, 'prepareQuery')
  try {
    await work()
    return sent.mock.calls.map(([{ sql, params }]) => ({ sql, params }))
  } finally {
    sent.mockRestore()
  }
}

/** How many statements some reading sends to the database. */
export const statementsOf = async (tx: Transaction, read: () => Promise<unknown>): Promise<number> =>
  (await sentBy(tx, read)).length

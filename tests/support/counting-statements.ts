import { vi } from 'vitest'
import type { Transaction } from '../../src/storage/database.ts'

/** How many statements some reading sends to the database. */
export const statementsOf = async (tx: Transaction, read: () => Promise<unknown>): Promise<number> => {
  const session = (tx as unknown as { session: { prepareQuery: () => unknown } }).session
  const sent = vi.spyOn(session, 'prepareQuery')
  try {
    await read()
    return sent.mock.calls.length
  } finally {
    sent.mockRestore()
  }
}

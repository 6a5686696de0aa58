import type { Database } from '../../src/storage/database.ts'
import { listProposals } from '../../src/storage/proposals.ts'
import type { World } from './embedded.ts'

/** The database of a test in which something else is committed once, right after the first proposal was. */
export const interrupted = (world: World, happens: () => Promise<unknown>): Database => {
  let waiting = true
  return {
    reader: world.database.reader,
    transaction: async (work) => {
      const pending = { questionId: null, status: 'pending' as const }
      const { items } = await listProposals(world.tx, pending, { limit: 1, cursor: null })
      if (waiting && items.length > 0) {
        waiting = false
        await happens()
      }
      return world.database.transaction(work)
    },
  }
}

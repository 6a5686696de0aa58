import fc from 'fast-check'
import { expect, inject, it } from 'vitest'
import { openPostgres } from '../../src/storage/postgres.ts'
import type { Move } from '../actions/moves.ts'
import { histories, run, type Stood } from '../actions/prefixes.ts'
import { inWorld, worldIn } from '../support/embedded.ts'
import { HISTORIES, HISTORIES_HANG } from '../support/histories.ts'
import { freshDatabase } from '../support/postgres.ts'
import { differences, type Snapshot, tablesAsOf } from '../support/snapshot.ts'

/** What stands in a database of its own that was told these moves and no others. */
const toldAfresh = async (moves: readonly Move[]): Promise<Stood | undefined> => {
  const url = await freshDatabase(inject('postgresUrl'))
  const database = openPostgres(`${url}?TimeZone=UTC`, { max: 1 })
  try {
    return await database.transaction(async (tx) => (await run(worldIn(tx), moves)).at(-1))
  } finally {
    await database.close()
  }
}

it(
  'any history, as of any position, is to the last bit a fresh Postgres that was told what came until then',
  async () => {
    await fc.assert(
      fc.asyncProperty(histories(6), async (history) => {
        const then: Snapshot[] = []
        await inWorld(async (world) => {
          for (const { position } of await run(world, history)) then.push(await tablesAsOf(world.tx, position))
        })
        for (const [at, tables] of then.entries()) {
          const fresh = await toldAfresh(history.slice(0, at + 1))
          expect({ at, off: fresh && differences(tables, fresh.tables) }).toEqual({ at, off: {} })
        }
      }),
      { numRuns: Math.max(3, Math.round(HISTORIES / 100)) },
    )
  },
  HISTORIES_HANG,
)

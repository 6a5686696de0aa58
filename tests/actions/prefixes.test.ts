import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAsOf } from '../../src/storage/as-of.ts'
import { inWorld, type World } from '../support/embedded.ts'
import { expectExact } from './exact.ts'
import { answers, histories, run, type Stood } from './prefixes.ts'

const asOf = (world: World, { position, moment }: Stood) =>
  readAsOf(world.tx, position, (reader) => answers(reader, moment))

describe('any history, as of any position', () => {
  it('reads as it read when that was the last; statuses are their logs, and counts their postings', async () => {
    await fc.assert(
      fc.asyncProperty(histories(6), (history) =>
        inWorld(async (world) => {
          const stood = await run(world, history)
          await expectExact(world)
          for (const then of stood) expect(await asOf(world, then)).toEqual(then.plain)
        }),
      ),
      { numRuns: 150 },
    )
  })

  it('reads as a fresh database fed with what came until then', async () => {
    await fc.assert(
      fc.asyncProperty(histories(5), async (history) => {
        const then: Stood['plain'][] = []
        await inWorld(async (world) => {
          for (const stood of await run(world, history)) then.push(await asOf(world, stood))
        })
        for (const [at, answered] of then.entries()) {
          await inWorld(async (world) => {
            const fresh = (await run(world, history.slice(0, at + 1))).at(-1)
            expect(answered).toEqual(fresh?.plain)
          })
        }
      }),
      { numRuns: 15 },
    )
  })
})

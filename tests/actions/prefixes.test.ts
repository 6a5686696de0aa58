import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAsOf } from '../../src/storage/as-of.ts'
import { inWorld, type World } from '../support/embedded.ts'
import { HISTORIES, HISTORIES_HANG } from '../support/histories.ts'
import { differences, tablesAsOf } from '../support/snapshot.ts'
import { expectExact } from './exact.ts'
import { answers, histories, type Kind, kinds, run, type Stood } from './prefixes.ts'

/** How often each kind of move was made, and how often it was refused. */
const made = new Map<Kind, { done: number; refused: number }>()
const count = ({ kind, refused }: Stood): void => {
  const so = made.get(kind) ?? { done: 0, refused: 0 }
  made.set(kind, refused ? { ...so, refused: so.refused + 1 } : { ...so, done: so.done + 1 })
}

/** All tables at every position, and what people read of them at one. */
const expectAsThen = async ({ tx }: World, stood: readonly Stood[]): Promise<void> => {
  for (const then of stood) {
    const off = differences(await tablesAsOf(tx, then.position), then.tables)
    expect({ at: then.position, after: then.kind, off }).toEqual({ at: then.position, after: then.kind, off: {} })
    if (then.answers === null) continue
    const now = await readAsOf(tx, then.position, (reader) => answers(reader, then.moment))
    expect(now).toEqual(then.answers)
  }
}

const replay = (numRuns: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(histories(8), fc.nat(), (history, drawn) =>
      inWorld(async (world) => {
        const stood = await run(world, history, { askAt: drawn % history.length })
        stood.forEach(count)
        await expectExact(world)
        await expectAsThen(world, stood)
      }),
    ),
    { numRuns },
  )

const neverMade = (): string[] => Object.keys(kinds).filter((kind) => !made.get(kind as Kind)?.done)

describe(`${HISTORIES} random histories of all that may be done`, () => {
  it(
    'read as they read then, as of every position; statuses are their logs, and counts what the logs make',
    () => replay(HISTORIES),
    HISTORIES_HANG,
  )

  /** The seldomest move is made twice in three hundred histories: now and then in none, and more are played until it is. */
  it.skipIf(HISTORIES < 200)(
    'hold every kind of move, and are refused seldom',
    async () => {
      for (let more = 0; more < HISTORIES && neverMade().length > 0; more += 10) await replay(10)
      expect(neverMade()).toEqual([])
      const sum = (of: 'done' | 'refused') => [...made.values()].reduce((so, one) => so + one[of], 0)
      expect(sum('refused')).toBeLessThan(0.2 * sum('done'))
    },
    HISTORIES_HANG,
  )
})

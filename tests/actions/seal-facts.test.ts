import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { inWorld } from '../support/embedded.ts'
import { leavesIn, linesOf, unguarded, waitingIn } from '../support/ledger.ts'
import { accepted, settleYes } from './story.ts'

const said = { on: '2026-01-05', quote: 'It will rain.', end: '2026-03-31' }

describe('sealFacts', () => {
  it('gives positions from 1 without gaps, in the order of recording, and marks the end of a transaction', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, said)
      const first = await waitingIn(world.tx)
      expect(await sealFacts(world.at('2026-01-06'), {})).toEqual({
        sealed: first.length,
        position: first.length,
        done: true,
      })
      await settleYes(world, { question: question.id, now: '2026-04-02', on: '2026-03-01' })
      const second = await waitingIn(world.tx)
      const all = [...first, ...second]
      await sealFacts(world.at('2026-04-03'), {})

      const leaves = await leavesIn(world.tx)
      expect(leaves.map(({ position }) => position)).toEqual(all.map((_, at) => at + 1))
      expect(leaves.map(({ factId }) => factId)).toEqual(all.map(({ factId }) => factId))
      expect(linesOf(leaves)).toEqual(linesOf(all))
      expect(leaves.filter(({ ends }) => ends).map(({ position }) => position)).toEqual([first.length, all.length])
      expect(leaves[0]?.sealedAt).toBe('2026-01-06T12:00:00.000Z')
      expect(leaves.at(-1)?.sealedAt).toBe('2026-04-03T12:00:00.000Z')
      expect(await waitingIn(world.tx)).toEqual([])
    }))

  it('seals nothing twice', () =>
    inWorld(async (world) => {
      await accepted(world, said)
      const { position } = await sealFacts(world.at('2026-01-06'), {})
      expect(await sealFacts(world.at('2026-01-07'), {})).toEqual({ sealed: 0, position, done: true })
    }))

  it('never goes back in time, whatever its clock says', () =>
    inWorld(async (world) => {
      await accepted(world, said)
      await sealFacts(world.at('2026-01-06'), {})
      await accepted(world, { ...said, quote: 'It will snow.' })
      await sealFacts(world.at('2026-01-05'), {})
      const instants = (await leavesIn(world.tx)).map(({ sealedAt }) => sealedAt)
      expect(new Set(instants)).toEqual(new Set(['2026-01-06T12:00:00.000Z']))
    }))

  it('seals transactions whole, as many as the limit begins, those that ended first', () =>
    inWorld(async (world) => {
      const note = (xact: string, factId: string) =>
        unguarded(world.tx, () =>
          world.tx.execute(
            sql`insert into unsealed_facts (kind, fact_id, digest, xact) values ('event', ${factId}, ${'d'.repeat(64)}, ${xact})`,
          ),
        )
      // B began first and read what A had appended before it appended its last.
      await note('B', 'b1')
      await note('A', 'a1')
      await note('A', 'a2')
      await note('B', 'b2')
      await note('C', 'c1')
      expect(await sealFacts(world.at('2026-01-06'), { limit: 1 })).toEqual({ sealed: 2, position: 2, done: false })
      expect((await leavesIn(world.tx)).map(({ factId, ends }) => [factId, ends])).toEqual([
        ['a1', false],
        ['a2', true],
      ])
      expect(await sealFacts(world.at('2026-01-06'), { limit: 3 })).toEqual({ sealed: 3, position: 5, done: false })
      expect((await leavesIn(world.tx)).map(({ factId }) => factId)).toEqual(['a1', 'a2', 'b1', 'b2', 'c1'])
    }))
})

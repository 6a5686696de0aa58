import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { makeViews, readAsOf } from '../../src/storage/as-of.ts'
import { findQuestion } from '../../src/storage/questions.ts'
import { day, inWorld, type World } from '../support/embedded.ts'

const asked = async (world: World): Promise<string> => {
  const input = { wording: 'It rains.', windowStart: day('2026-01-01'), windowEnd: day('2026-01-31') }
  const { question } = await createQuestion(world.at('2026-01-01'), input)
  return question.id
}

it('what is not sealed does not stand; a read of what stands now is not touched by it', () =>
  inWorld(async (world) => {
    const id = await asked(world)
    const find = () => readAsOf(world.tx, 1, (reader) => findQuestion(reader, id))
    expect(await find()).toBeNull()
    expect(await findQuestion(world.tx, id)).not.toBeNull()
    await sealFacts(world.at('2026-01-02'), {})
    expect(await find()).toEqual(await findQuestion(world.tx, id))
    expect(await readAsOf(world.tx, 0, (reader) => findQuestion(reader, id))).toBeNull()
  }))

it('breaks where the views are missing, and never answers with the tables themselves', () =>
  inWorld(async (world) => {
    const id = await asked(world)
    await world.tx.execute(sql`drop schema as_of cascade`)
    const reading = world.tx.transaction((tx) => readAsOf(tx, 0, (reader) => findQuestion(reader, id)))
    await expect(reading).rejects.toThrow()
  }))

it('the views are made anew with the columns that a table has by now', () =>
  inWorld(async (world) => {
    await world.tx.execute(sql`alter table events add column mood text`)
    await makeViews(world.tx)
    await expect(world.tx.execute(sql`set local hindcast.position = 0`)).resolves.toBeDefined()
    await expect(world.tx.execute(sql`select mood from as_of.events`)).resolves.toBeDefined()
  }))

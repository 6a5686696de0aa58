import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { mergeAuthor, splitAuthor } from '../../src/actions/predicting/link-authors.ts'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { makeViews, readAsOf } from '../../src/storage/as-of.ts'
import { linkedAuthor } from '../../src/storage/author-links.ts'
import { recordsOf } from '../../src/storage/author-records.ts'
import { authorsNamed, findAuthor } from '../../src/storage/authors.ts'
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

/** How many rows of authors were read, in this transaction, by going through all of them. */
const walked = async ({ tx }: World): Promise<number> => {
  const { rows } = (await tx.execute(sql`select seq_tup_read::int as read from pg_stat_xact_user_tables
    where schemaname = 'public' and relname = 'authors'`)) as unknown as { rows: { read: number }[] }
  return rows[0]?.read ?? 0
}

it('an author and their records are found by what they go by, and not by going through every author', () =>
  inWorld(async (world) => {
    const { tx } = world
    await tx.execute(sql`insert into authors (id, name, slug, kind, bot, identity, recorded_by, recorded_at)
      select 'aut_' || lpad(n::text, 26, 'z'), 'N ' || n, 'n-' || n, 'person', false, 'name:n ' || n, 'test', now()
      from generate_series(1, 3000) n`)
    await mergeAuthor(world.at('2026-01-01'), { author: 'n-7', into: 'n-8', reason: 'one hand wrote both' })
    const { position } = await sealFacts(world.at('2026-01-02'), {})
    await splitAuthor(world.at('2026-01-03'), { author: 'n-7', reason: 'namesakes' })
    const before = await walked(world)
    const found = await readAsOf(tx, position, async (then) => ({
      author: (await findAuthor(then, 'n-7'))?.slug,
      linked: (await linkedAuthor(then, 'n-7'))?.canonical.slug,
      named: [...(await authorsNamed(then, ['n-7', 'n-9'])).values()].map(({ slug }) => slug),
      records: (await recordsOf(then, (await findAuthor(then, 'n-8'))?.id ?? '')).length,
    }))
    expect(found).toEqual({ author: 'n-8', linked: 'n-8', named: expect.arrayContaining(['n-8', 'n-9']), records: 2 })
    expect(await walked(world)).toBe(before)
    // What does go through all of them is seen to.
    await tx.execute(sql`select count(*) from authors where name like '%7'`)
    expect(await walked(world)).toBeGreaterThanOrEqual(before + 3000)
  }))

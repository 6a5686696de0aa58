import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { recordCommentary } from '../../src/actions/reading/record-commentary.ts'
import { recordCollection } from '../../src/actions/record-collection.ts'
import { recordCoverage } from '../../src/actions/resolving/record-coverage.ts'
import { recordSource } from '../../src/actions/resolving/record-source.ts'
import { factDigest } from '../../src/core/ledger/digest.ts'
import { factTables, memberId, memberTables } from '../../src/core/ledger/fact-kinds.ts'
import { accepted, pieceOf, settleYes, toldNothing } from '../actions/story.ts'
import { day, inWorld, MIGRATIONS, type World } from '../support/embedded.ts'
import { factsIn, linesOf, unguarded, waitingIn } from '../support/ledger.ts'

const rowsOf = async <T>({ tx }: World, query: ReturnType<typeof sql>): Promise<T[]> =>
  ((await tx.execute(query)) as unknown as { rows: T[] }).rows

describe('every table of facts', () => {
  it('notes its rows for the sealer, under the kind that is listed for it', () =>
    inWorld(async (world) => {
      const triggers = await rowsOf<{ name: string; kind: string }>(
        world,
        sql`select tgrelid::regclass::text as name, trim(trailing chr(92) || '000' from encode(tgargs, 'escape')) as kind
          from pg_trigger where tgfoid = 'note_facts'::regproc order by 1`,
      )
      const listed = Object.entries(factTables).map(([kind, name]) => ({ name, kind }))
      expect(
        triggers,
        "list the table in core/ledger/fact-kinds.ts and add SELECT seal_facts_of('<table>', '<kind>') to a migration",
      ).toEqual(listed.sort((a, b) => (a.name < b.name ? -1 : 1)))
    }))

  it('is listed: whatever carries salts and a digest is a fact', () =>
    inWorld(async (world) => {
      const salted = await rowsOf<{ name: string }>(
        world,
        sql`select table_name as name from information_schema.columns
          where table_schema = 'public' and column_name in ('salts', 'digest') group by 1 having count(*) = 2 order by 1`,
      )
      expect(
        salted.map(({ name }) => name),
        'list it in core/ledger/fact-kinds.ts, so that it gets a position',
      ).toEqual(Object.values(factTables).sort())
    }))

  it('and of members of collections is append-only, so that a position stands for good', () =>
    inWorld(async (world) => {
      const guarded = await rowsOf<{ name: string }>(
        world,
        sql`select distinct tgrelid::regclass::text as name from pg_trigger where tgfoid = 'refuse_change'::regproc`,
      )
      const names = guarded.map(({ name }) => name)
      for (const table of [...Object.values(factTables), ...Object.values(memberTables), 'ledger_leaves']) {
        expect(names).toContain(table)
      }
    }))
})

/** Some of every kind of fact but places, and what belongs to a collection. */
const story = async (world: World) => {
  const { collection } = await recordCollection(world.at('2026-01-01'), {
    name: 'Op-eds of January',
    rule: 'all of them',
    readWhole: true,
    caveat: null,
  })
  const { question, commentary } = await accepted(world, {
    on: '2026-01-05',
    quote: 'It will rain.',
    end: '2026-03-31',
    piece: { collection: collection.slug },
  })
  for (const on of ['2026-01-06', '2026-01-07']) {
    await accepted(world, { on, quote: 'The Orrin bridge will likely open by June.', end: '2026-06-30' })
  }
  const piece = pieceOf({ on: '2026-01-05', quote: 'A read text.', end: null })
  await recordCommentary(world.at('2026-01-08'), { ...piece, document: toldNothing })
  const { source } = await recordSource(world.at('2026-02-01'), { name: 'Gazette', reportingLagDays: 0 })
  await recordCoverage(world.at('2026-02-01'), { sourceId: source.id, readThrough: day('2026-01-31') })
  await settleYes(world, { question: question.id, now: '2026-04-02', on: '2026-03-01' })
  return { collection, commentary, question }
}

describe('facts', () => {
  it('wait from the transaction that appends them, each once, with their digests', () =>
    inWorld(async (world) => {
      await story(world)
      const waiting = (await waitingIn(world.tx)).filter(({ kind }) => !(kind in memberTables))
      expect(linesOf(waiting)).toEqual(linesOf(await factsIn(world.tx)))
      expect(new Set(waiting.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(11)
    }))

  it('that put something into a collection have the digest that anybody can make again', () =>
    inWorld(async (world) => {
      const { collection, commentary, question } = await story(world)
      const waiting = new Map((await waitingIn(world.tx)).map(({ factId, digest }) => [factId, digest]))
      const about = { collectionId: collection.id, recordedAt: '2026-01-05T12:00:00.000Z' }
      expect(waiting.get(memberId(collection.id, commentary.id))).toBe(
        await factDigest('collection-commentary', { ...about, commentaryId: commentary.id }, {}),
      )
      expect(waiting.get(memberId(collection.id, question.id))).toBe(
        await factDigest('collection-question', { ...about, questionId: question.id }, {}),
      )
    }))

  it('that do not come to be, do not wait', () =>
    inWorld(async (world) => {
      const input = { wording: 'It rains.', windowStart: day('2026-01-01'), windowEnd: day('2026-01-31') }
      await createQuestion(world.at('2026-01-01'), input)
      const before = await waitingIn(world.tx)
      await createQuestion(world.at('2026-01-02'), input)
      expect(await waitingIn(world.tx)).toEqual(before)
    }))
})

describe('what was recorded before there was a ledger', () => {
  /** The statement of the migration that fills the list of those that wait. */
  const backfill = (): string => {
    const marker = '-- What was recorded before there was a ledger'
    const files = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql'))
    const statements = files.flatMap((name) =>
      readFileSync(join(MIGRATIONS, name), 'utf8').split('--> statement-breakpoint'),
    )
    return statements.find((statement) => statement.includes(marker)) ?? ''
  }

  it('waits for it as it would have, in the order it was recorded, one instant together', () =>
    inWorld(async (world) => {
      await story(world)
      const noted = await waitingIn(world.tx)
      await unguarded(world.tx, async () => {
        await world.tx.execute(sql`delete from unsealed_facts`)
        await world.tx.execute(sql.raw(backfill()))
      })
      const filled = await waitingIn(world.tx)
      expect(linesOf(filled)).toEqual(linesOf(noted))
      const instants = filled.map(({ xact }) => xact)
      expect(instants).toEqual([...instants].sort())
      expect(new Set(instants).size).toBeGreaterThanOrEqual(5)
    }))
})

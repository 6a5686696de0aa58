import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { mergeAuthor, splitAuthor } from '../../src/actions/predicting/link-authors.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { Problem } from '../../src/core/problem.ts'
import { checkCounts } from '../../src/jobs/check-counts.ts'
import { HOST, hostContext, servicesHere } from '../../src/server.ts'
import { readAsOf } from '../../src/storage/as-of.ts'
import { linksAndCaches } from '../../src/storage/author-links.ts'
import type { Lost, OpenDatabase, Reader, Transaction } from '../../src/storage/database.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { familyCounts, scoreCounts } from '../../src/storage/tables/scores.ts'
import { accepted, type Said, settleNo, settleYes, voidIt } from '../actions/story.ts'
import { instant, type World } from '../support/embedded.ts'
import { leavesIn } from '../support/ledger.ts'
import { freshDatabase } from '../support/postgres.ts'
import { countsOffBy } from '../support/recount.ts'

let url: string
let database: OpenDatabase
let world: World
const lost: Lost[] = []

beforeAll(async () => {
  url = await freshDatabase(inject('postgresUrl'))
  database = openPostgres(url, { max: 20, onLost: (one) => lost.push(one) })
  const context = hostContext(servicesHere(database))
  const now = (when: string) => instant(when.length === 10 ? `${when}T12:00:00.000Z` : when)
  world = { ...context, tx: database.reader as Transaction, at: (when) => ({ ...context, now: now(when) }) }
})

afterAll(() => database?.close())

const names = ['Ada', 'Ben', 'Cyd', 'Dot', 'Eli']
const slugs = names.map((name) => name.toLowerCase())
const things = ['rain', 'snow', 'hail', 'thaw', 'frost', 'fog', 'sleet', 'drought']

/** Eight questions, each with three of five authors on it. */
const overlapping = async (): Promise<string[]> => {
  const ids: string[] = []
  for (const [at, thing] of things.entries()) {
    let questionId: string | undefined
    for (const [nth, on] of ['2026-01-05', '2026-01-25', '2026-02-20'].entries()) {
      const said: Said = { on, quote: `There will likely be ${thing}.`, end: '2026-03-31' }
      const { question } = await accepted(world, {
        ...said,
        by: [names[(at + nth) % names.length] ?? ''],
        found: { phrase: nth === 1 ? 'unlikely' : 'likely' },
        review: questionId ? { questionId } : { newQuestion: true },
      })
      questionId = question.id
    }
    ids.push(questionId ?? '')
  }
  return ids
}

const correct = (question: string, at: number): Promise<unknown> => {
  const given = { question, now: '2026-06-01', correct: true, reason: `take ${at}` }
  if (at % 3 === 0) return settleYes(world, { ...given, on: '2026-03-01' })
  return at % 3 === 1 ? settleNo(world, given) : voidIt(world, given)
}

/** A merge or a split of two of the five, and whether it did anything; most stand already where they come, or make no sense. */
const relink = async (at: number): Promise<boolean> => {
  const [author = '', into = ''] = [slugs[at % slugs.length], slugs[(at * 3 + 1) % slugs.length]]
  try {
    const wish = { author, reason: `take ${at}` }
    const context = world.at('2026-06-01')
    return (await (at % 3 === 2 ? splitAuthor(context, wish) : mergeAuthor(context, { ...wish, into }))).created
  } catch (error) {
    if (error instanceof Problem && error.code !== 'database-unavailable') return false
    throw error
  }
}

const countsIn = async (reader: Reader): Promise<string[]> => {
  const rows = [...(await reader.select().from(scoreCounts)), ...(await reader.select().from(familyCounts))]
  const some = rows.filter((row) => row.n > 0 || ('pending' in row && row.pending + row.void > 0))
  return some.map((row) => JSON.stringify(Object.entries(row).sort())).sort()
}

it('merges, splits and corrections at once leave counts exact, and each position as it was', async () => {
  const ids = await overlapping()
  for (const question of ids) await settleYes(world, { question, now: '2026-05-01', on: '2026-03-10' })
  await sealFacts(world.at('2026-05-02'), {})
  const before = { position: (await leavesIn(database.reader)).length, counts: await countsIn(database.reader) }

  const moves = Array.from({ length: 60 }, (_, at) => at)
  const done = await Promise.all([
    ...moves.map((at) => correct(ids[at % ids.length] ?? '', at)),
    Promise.all(moves.map(relink)).then((went) => went.filter(Boolean).length),
  ])
  await sealFacts(world.at('2026-06-02'), {})

  expect(done.at(-1)).toBeGreaterThan(2)
  expect(lost).toEqual([])
  expect(await countsOffBy(url)).toMatchObject({ scores: [], families: [] })
  const night = instant('2026-06-03T03:30:00.000Z')
  expect(await checkCounts(servicesHere(database), HOST, night)).toMatchObject({ differences: 0 })
  const { links } = await linksAndCaches(database.reader)
  expect(links.length).toBe(done.at(-1))
  expect(await readAsOf(database.reader, before.position, countsIn)).toEqual(before.counts)
  const last = (await leavesIn(database.reader)).length
  expect(await readAsOf(database.reader, last, countsIn)).toEqual(await countsIn(database.reader))
})

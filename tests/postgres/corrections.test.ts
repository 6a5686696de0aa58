import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { recordCollection } from '../../src/actions/record-collection.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { replay } from '../../src/core/resolution/lifecycle.ts'
import { checkCounts } from '../../src/jobs/check-counts.ts'
import { HOST, hostContext, servicesHere } from '../../src/server.ts'
import { readAsOf } from '../../src/storage/as-of.ts'
import { ATTEMPTS, type Lost, type OpenDatabase, type Reader, type Transaction } from '../../src/storage/database.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { lockQuestion, questionsByIds } from '../../src/storage/questions.ts'
import { logOf } from '../../src/storage/resolutions.ts'
import { familyCounts, scoreCounts } from '../../src/storage/tables/scores.ts'
import { accepted, type Said, settleNo, settleYes, voidIt } from '../actions/story.ts'
import { day, instant, type World } from '../support/embedded.ts'
import { factsIn, leavesIn, linesOf, waitingIn } from '../support/ledger.ts'
import { freshDatabase } from '../support/postgres.ts'
import { countsOffBy } from '../support/recount.ts'

const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))

let url: string
let database: OpenDatabase
let world: World
const lost: Lost[] = []

/** The story of the other tests told to a real Postgres: nothing is rolled back, and many speak at once. */
const worldOver = (over: OpenDatabase): World => {
  const context = hostContext(servicesHere(over))
  const now = (when: string) => instant(when.length === 10 ? `${when}T12:00:00.000Z` : when)
  return { ...context, tx: over.reader as Transaction, at: (when) => ({ ...context, now: now(when) }) }
}

beforeAll(async () => {
  url = await freshDatabase(inject('postgresUrl'))
  database = openPostgres(url, { max: 20, onLost: (one) => lost.push(one) })
  world = worldOver(database)
})

afterAll(() => database?.close())

const authors = ['Ada', 'Ben', 'Cyd', 'Dot', 'Eli']
const days = ['2026-01-05', '2026-01-25', '2026-02-20']
const things = ['rain', 'snow', 'hail', 'thaw', 'frost', 'fog', 'sleet', 'drought', 'flood', 'storm', 'calm', 'heat']

/** Twelve questions in six families, each with three of five authors on it, who spoke before and after what may have happened. */
const overlapping = async (collection: string): Promise<string[]> => {
  const ids: string[] = []
  const families: string[] = []
  for (const [at, thing] of things.entries()) {
    let questionId: string | undefined
    for (const [nth, on] of days.entries()) {
      const said: Said = { on, quote: `There will likely be ${thing}.`, end: '2026-03-31' }
      const by = authors[(at + nth) % authors.length] ?? ''
      const familyId = at % 2 === 1 ? families[at - 1] : undefined
      const { question } = await accepted(world, {
        ...said,
        by: [by],
        found: { phrase: nth === 1 ? 'unlikely' : 'likely' },
        review: questionId ? { questionId } : familyId ? { familyId } : { newQuestion: true },
        ...(nth === 0 ? {} : { piece: { collection } }),
      })
      questionId = question.id
      families[at] = question.familyId
    }
    ids.push(questionId ?? '')
  }
  return ids
}

const reasons = ['annulled', 'ambiguous', 'not-applicable'] as const

/** One of six corrections; an event of January was known before some of them spoke. */
const correct = (question: string, at: number): Promise<unknown> => {
  const given = { question, now: '2026-06-01', correct: true, reason: `take ${at}` }
  if (at % 6 === 0) return settleYes(world, { ...given, on: '2026-01-20' })
  if (at % 6 === 1) return settleYes(world, { ...given, on: '2026-03-01' })
  if (at % 6 < 4) return settleNo(world, given)
  return voidIt(world, { ...given, why: reasons[at % reasons.length] ?? 'annulled' })
}

const countsIn = async (reader: Reader): Promise<string[]> => {
  const scores = await reader.select().from(scoreCounts)
  const families = await reader.select().from(familyCounts)
  return [...scores, ...families].map((row) => JSON.stringify(Object.entries(row).sort())).sort()
}

describe('100 corrections at once of twelve questions that share authors, families and a collection', () => {
  it('leave counts, statuses and positions exact, while facts are sealed', async () => {
    const { collection } = await recordCollection(world.at('2026-01-01'), {
      name: 'Weather',
      rule: 'all of it',
      readWhole: true,
      caveat: null,
    })
    const ids = await overlapping(collection.id)
    for (const question of ids) await settleYes(world, { question, now: '2026-05-01', on: '2026-03-10' })
    await sealFacts(world.at('2026-05-02'), {})
    const before = { position: (await leavesIn(database.reader)).length, counts: await countsIn(database.reader) }

    let correcting = true
    const sealing = (async () => {
      while (correcting) await sealFacts(world.at('2026-06-01'), { limit: 7 })
    })()
    const done = await Promise.allSettled(times(100, (at) => correct(ids[at % ids.length] ?? '', at)))
    correcting = false
    await sealing
    await sealFacts(world.at('2026-06-02'), {})

    expect(done.filter(({ status }) => status === 'rejected')).toEqual([])
    expect(lost).toEqual([])
    const off = await countsOffBy(url)
    expect(off).toMatchObject({ scores: [], families: [] })
    expect(off.scored).toBeGreaterThan(0)
    const night = instant('2026-06-03T03:30:00.000Z')
    expect(await checkCounts(servicesHere(database), HOST, night)).toMatchObject({ madeAnew: 12, differences: 0 })
    for (const { id, status, outcome, voidReason } of await questionsByIds(database.reader, ids)) {
      const log = await logOf(database.reader, id)
      expect({ status, outcome, voidReason }).toEqual(replay(log))
      expect(log.length).toBeGreaterThanOrEqual(1 + 2 * 8)
    }

    const leaves = await leavesIn(database.reader)
    expect(await waitingIn(database.reader)).toEqual([])
    expect(leaves.map(({ position }) => position)).toEqual(leaves.map((_, at) => at + 1))
    const facts = await factsIn(database.reader)
    const sealed = new Set(linesOf(leaves))
    expect(linesOf(facts).filter((line) => !sealed.has(line))).toEqual([])
    expect(await readAsOf(database.reader, before.position, countsIn)).toEqual(before.counts)
    expect(await readAsOf(database.reader, leaves.length, countsIn)).toEqual(await countsIn(database.reader))
  })
})

describe('two transactions that wait for each other', () => {
  it('are both run to their end: the one that the database stops begins again', async () => {
    const ask = async (wording: string) => {
      const window = { windowStart: day('2026-01-01'), windowEnd: day('2026-01-31') }
      return (await createQuestion(world.at('2026-01-01'), { wording, ...window })).question.id
    }
    const [one, other] = [await ask('The first.'), await ask('The second.')]
    let [held, begun] = [0, 0]
    let bothHold = (): void => undefined
    const both = new Promise<void>((resolve) => {
      bothHold = resolve
    })
    const take = (first: string, second: string) =>
      database.transaction(async (tx) => {
        begun += 1
        await lockQuestion(tx, first)
        held += 1
        if (held === 2) bothHold()
        await both
        return (await lockQuestion(tx, second))?.id
      })
    expect(await Promise.all([take(one, other), take(other, one)])).toEqual([other, one])
    expect(begun).toBe(3)
    expect(lost).toEqual([{ code: '40P01', attempt: 1 }])
  })

  it.each(['40001', '40P01'])('are given up after five times, which all are told of (%s)', async (code) => {
    lost.length = 0
    let begun = 0
    const losing = database.transaction(async (tx) => {
      begun += 1
      await tx.execute(sql.raw(`do $lose$ begin raise exception 'lost' using errcode = '${code}'; end $lose$`))
    })
    await expect(losing).rejects.toMatchObject({ name: 'Problem', code: 'database-unavailable' })
    expect(begun).toBe(ATTEMPTS)
    expect(lost).toEqual(times(ATTEMPTS, (at) => ({ code, attempt: at + 1 })))
  })
})

import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Actor } from '../../src/actions/context.ts'
import { mergeAuthor, splitAuthor } from '../../src/actions/predicting/link-authors.ts'
import { recordAuthor } from '../../src/actions/predicting/record-author.ts'
import { type Submitted, submitPrediction } from '../../src/actions/predicting/submit-prediction.ts'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { Problem } from '../../src/core/problem.ts'
import { checkCounts } from '../../src/jobs/check-counts.ts'
import { HOST, hostContext, servicesHere } from '../../src/server.ts'
import { readAsOf } from '../../src/storage/as-of.ts'
import { linkedAuthor, linksAndCaches } from '../../src/storage/author-links.ts'
import { findAuthor } from '../../src/storage/authors.ts'
import type { Lost, OpenDatabase, Reader, Transaction } from '../../src/storage/database.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { familyCounts, scoreCounts } from '../../src/storage/tables/scores.ts'
import { accepted, type Said, settleNo, settleYes, voidIt } from '../actions/story.ts'
import { day, instant, type World } from '../support/embedded.ts'
import { leavesIn } from '../support/ledger.ts'
import { freshDatabase, untilWaiting } from '../support/postgres.ts'
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
  const at: World['at'] = (when, actor = context.actor) => ({ ...context, actor, now: now(when) })
  world = { ...context, tx: database.reader as Transaction, at }
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
const relink = async (at: number, of = slugs): Promise<boolean> => {
  const [author = '', into = ''] = [of[at % of.length], of[(at * 3 + 1) % of.length]]
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
    Promise.all(moves.map((at) => relink(at))).then((went) => went.filter(Boolean).length),
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

it('a forecast that came while its author was being merged is refused, as one that came after', async () => {
  const key = { name: 'key_eve', scopes: ['submit' as const] }
  for (const name of ['Eve', 'Eva']) await recordAuthor(world.at('2026-01-01', key), { name, kind: 'person' })
  const window = { windowStart: day('2026-01-01'), windowEnd: day('2026-12-31') }
  const referenceAt = instant('2026-06-15T00:00:00.000Z')
  const { question } = await createQuestion(world.at('2026-01-01'), { wording: 'Dew comes.', ...window, referenceAt })
  let submitting: Promise<PromiseSettledResult<unknown>[]> = Promise.resolve([])
  await database.transaction(async (tx) => {
    const merging = { ...world.at('2026-06-01'), tx }
    await mergeAuthor(merging, { author: 'eve', into: 'eva', reason: 'one hand wrote both' })
    const forecast = { questionId: question.id, author: 'eve', probability: 0.4 }
    submitting = Promise.allSettled([submitPrediction(world.at('2026-06-01', key), forecast)])
    await untilWaiting(database.reader, 1)
  })
  expect(await submitting).toMatchObject([{ status: 'rejected', reason: { code: 'illegal-step' } }])
})

/** Whether a forecast was taken: while its author is merged none is. */
const wasTaken = async (submitting: Promise<Submitted>): Promise<boolean> => {
  try {
    return (await submitting).created
  } catch (error) {
    expect(error).toMatchObject({ name: 'Problem', code: 'illegal-step' })
    return false
  }
}

it('merges and splits of those who submit, while they submit and some of it is decided, leave counts exact', async () => {
  const keys = ['fay', 'gus', 'hal', 'ivy'].map((slug) => ({ name: `key_${slug}`, scopes: ['submit' as const], slug }))
  for (const { slug, ...key } of keys) await recordAuthor(world.at('2026-01-01', key), { name: slug, kind: 'person' })
  const asked = things.map(async (thing) => {
    const window = { windowStart: day('2026-01-01'), windowEnd: day('2026-12-31') }
    const input = { wording: `More ${thing} comes.`, ...window, referenceAt: instant('2026-06-15T00:00:00.000Z') }
    return (await createQuestion(world.at('2026-01-01'), input)).question.id
  })
  const ids = await Promise.all(asked)
  const submit = (at: number): Promise<Submitted> => {
    const { slug = '', ...key } = keys[at % keys.length] ?? {}
    const questionId = ids[(at * 5 + Math.floor(at / keys.length)) % ids.length] ?? ''
    const minute = String(at % 60).padStart(2, '0')
    const probability = (1 + (at % 97)) / 100
    const context = world.at(`2026-06-01T10:${minute}:00.000Z`, key as Actor)
    return submitPrediction(context, { questionId, author: slug, probability })
  }
  const moves = Array.from({ length: 60 }, (_, at) => at)
  const people = keys.map(({ slug }) => slug)
  const [taken, linked] = await Promise.all([
    Promise.all(moves.map((at) => wasTaken(submit(at)))),
    Promise.all(moves.map((at) => relink(at, people))),
    // Half of them are decided meanwhile, by what came about after all had spoken.
    Promise.all(ids.slice(0, 4).map((question) => settleYes(world, { question, now: '2026-07-01', on: '2026-06-20' }))),
  ])
  for (const question of ids.slice(4)) await settleYes(world, { question, now: '2026-07-01', on: '2026-06-20' })
  await sealFacts(world.at('2026-07-02'), {})

  expect(taken.filter(Boolean).length).toBeGreaterThan(10)
  expect(linked.filter(Boolean).length).toBeGreaterThan(2)
  expect(lost).toEqual([])
  expect(await countsOffBy(url)).toMatchObject({ scores: [], families: [] })
  const night = instant('2026-07-03T03:30:00.000Z')
  expect(await checkCounts(servicesHere(database), HOST, night)).toMatchObject({ differences: 0 })
  for (const { slug } of keys) {
    const { links } = await linksAndCaches(database.reader)
    const author = await findAuthor(database.reader, slug)
    const own = (await linkedAuthor(database.reader, slug))?.id
    const last = links.filter(({ authorId }) => authorId === own).at(-1)
    expect(author?.id === own).toBe(last?.act !== 'merge')
  }
})

import { describe, expect, it } from 'vitest'
import { addVersion } from '../../../src/actions/questions/add-version.ts'
import { changeTopics } from '../../../src/actions/questions/change-topics.ts'
import { resolveQuestion } from '../../../src/actions/resolving/resolve-question.ts'
import { sealFacts } from '../../../src/actions/seal-facts.ts'
import { itemsOff } from '../../../src/core/resolution/check-items.ts'
import { ALL, itemKinds, setOfTopic } from '../../../src/core/scored-item.ts'
import { readAsOf } from '../../../src/storage/as-of.ts'
import type { Reader } from '../../../src/storage/database.ts'
import { findQuestion, listQuestions } from '../../../src/storage/questions.ts'
import { countsOff } from '../../../src/storage/recount.ts'
import { countsOf } from '../../../src/storage/report-counts.ts'
import { standingOn } from '../../../src/storage/scored-items.ts'
import { listTopics, topicChanges } from '../../../src/storage/topics.ts'
import { inWorld, type World } from '../../support/embedded.ts'
import { itemsByLog } from '../../support/items.ts'
import { accepted, searchedThrough, settleYes } from '../story.ts'

const said = { on: '2026-02-05', quote: 'It will likely rain.', end: '2026-03-31' }
const all = { limit: 50, cursor: null }
const change = (world: World, question: string, input: { add?: string[]; remove?: string[] }, now = '2026-02-10') =>
  changeTopics(world.at(now), { questionId: question, change: { ...input, reason: 'it is about this' } })

const scoredIn = async (reader: Reader, authorId: string, set: string): Promise<number> => {
  const filter = { authorId, set, windowSources: ['stated' as const], dueBefore: '2026-05' }
  return (await countsOf(reader, filter)).reduce((so, { n }) => so + n, 0)
}

/** Nothing that the check of every night could find. */
const expectInStep = async ({ tx }: World, questionId: string): Promise<void> => {
  const question = await findQuestion(tx, questionId)
  if (!question) throw new Error('no question')
  const [standing, holding] = [await standingOn(tx, questionId), await itemsByLog(tx, question)]
  for (const kind of itemKinds) expect(itemsOff(standing[kind], holding[kind])).toEqual([])
  expect(await countsOff(tx, '', 'z')).toEqual([])
}

describe('changeTopics', () => {
  it('gives and takes topics, and changes nothing where nothing is new', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, said)
      expect(question.topics).toEqual([])
      const first = await change(world, question.id, { add: ['weather', 'rain', 'rain'] })
      expect(first).toMatchObject({
        topics: ['rain', 'weather'],
        changes: [
          { topic: 'rain', act: 'added', position: 1, afterDecision: false },
          { topic: 'weather', act: 'added', position: 2 },
        ],
      })
      expect(await change(world, question.id, { add: ['rain'], remove: ['snow'] })).toEqual({
        topics: ['rain', 'weather'],
        changes: [],
      })
      await change(world, question.id, { add: ['climate'], remove: ['weather'] })
      expect((await findQuestion(world.tx, question.id))?.topics).toEqual(['climate', 'rain'])
      expect((await topicChanges(world.tx, question.id)).map(({ position }) => position)).toEqual([1, 2, 3, 4])
      await change(world, question.id, { add: ['weather'] })
      expect((await findQuestion(world.tx, question.id))?.topics).toEqual(['climate', 'rain', 'weather'])
    }))

  it('counts what was said in the set of each topic, and no longer once it is taken', () =>
    inWorld(async (world) => {
      const { question, prediction } = await accepted(world, said)
      await change(world, question.id, { add: ['rain'] })
      await settleYes(world, { question: question.id, now: '2026-04-02', on: '2026-03-01' })
      const scored = (topic: string) => scoredIn(world.tx, prediction.authorId, setOfTopic(topic))
      expect([await scored('rain'), await scored('weather')]).toEqual([1, 0])
      await change(world, question.id, { add: ['weather'], remove: ['rain'] }, '2026-04-03')
      expect([await scored('rain'), await scored('weather')]).toEqual([0, 1])
      expect(await scoredIn(world.tx, prediction.authorId, ALL)).toBe(1)
      await expectInStep(world, question.id)
    }))

  it('says for good that a topic came once the question had been decided', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, said)
      await change(world, question.id, { add: ['rain'] })
      await settleYes(world, { question: question.id, now: '2026-04-02', on: '2026-03-01' })
      await change(world, question.id, { add: ['spring'] }, '2026-04-03')
      const changes = await topicChanges(world.tx, question.id)
      expect(changes.map(({ topic, afterDecision }) => [topic, afterDecision])).toEqual([
        ['rain', false],
        ['spring', true],
      ])
      expect((await listTopics(world.tx, all)).items).toEqual([
        { topic: 'rain', questions: 1, afterDecision: 0 },
        { topic: 'spring', questions: 1, afterDecision: 1 },
      ])
    }))

  it('says so once any version was ever settled, whichever stands now', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, said)
      const version = { expectedVersion: 1, criteria: 'Yes if at least 10 mm fall.', reason: 'clearer' }
      await addVersion(world.at('2026-02-06'), { questionId: question.id, version })
      await resolveQuestion(world.at('2026-04-02'), {
        step: 'settle',
        questionId: question.id,
        version: 1,
        outcome: 'no',
        evidence: searchedThrough('2026-04-01'),
        reason: 'on its own terms',
        correct: false,
      })
      await change(world, question.id, { add: ['rain'] }, '2026-04-03')
      expect(await topicChanges(world.tx, question.id)).toMatchObject([{ topic: 'rain', afterDecision: true }])
    }))

  it('holds as of every position: topics, lists and counts', () =>
    inWorld(async (world) => {
      const { question, prediction } = await accepted(world, said)
      await settleYes(world, { question: question.id, now: '2026-04-02', on: '2026-03-01' })
      const read = async (reader: Reader) => ({
        topics: (await findQuestion(reader, question.id))?.topics,
        listed: (await listTopics(reader, all)).items.map(({ topic }) => topic),
        scored: await scoredIn(reader, prediction.authorId, setOfTopic('rain')),
      })
      const stood: [number, Awaited<ReturnType<typeof read>>][] = []
      for (const input of [{ add: ['rain'] }, { remove: ['rain'], add: ['snow'] }, { add: ['rain'] }]) {
        await change(world, question.id, input, '2026-04-03')
        const { position } = await sealFacts(world.at('2026-04-03'), {})
        stood.push([position, await read(world.tx)])
      }
      expect(stood.map(([, { scored }]) => scored)).toEqual([1, 0, 1])
      for (const [position, then] of stood) expect(await readAsOf(world.tx, position, read)).toEqual(then)
    }))

  it('refuses more topics than a question may have', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, said)
      const many = (prefix: string, n: number) => Array.from({ length: n }, (_, at) => `${prefix}-${at}`)
      await change(world, question.id, { add: many('a', 15) })
      await expect(change(world, question.id, { add: many('b', 6) })).rejects.toMatchObject({
        fields: [{ field: 'add' }],
      })
      const swapped = await change(world, question.id, { add: many('b', 6), remove: ['a-0'] })
      expect(swapped.topics).toHaveLength(20)
    }))
})

describe('topics', () => {
  it('are listed page by page, and list their questions', () =>
    inWorld(async (world) => {
      const ids = []
      for (const [at, topics] of [['rain'], ['rain', 'snow-2'], ['a-b']].entries()) {
        const quote = `It will likely come, ${['one', 'two', 'three'][at]}.`
        const { question } = await accepted(world, { ...said, quote, review: { newQuestion: true } })
        await change(world, question.id, { add: topics })
        ids.push(question.id)
      }
      const [first, second] = [{ limit: 2, cursor: null }, await listTopics(world.tx, { limit: 2, cursor: null })]
      expect(second.items.map(({ topic, questions }) => [topic, questions])).toEqual([
        ['a-b', 1],
        ['rain', 2],
      ])
      const rest = await listTopics(world.tx, { ...first, cursor: second.next })
      expect(rest).toEqual({ items: [{ topic: 'snow-2', questions: 1, afterDecision: 0 }], next: null })
      const filter = { status: null, authorIds: null, collectionId: null, familyId: null, topic: 'rain' }
      expect((await listQuestions(world.tx, filter, all)).items.map(({ id }) => id).sort()).toEqual(ids.slice(0, 2))
    }))
})

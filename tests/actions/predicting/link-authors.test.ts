import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeAuthor, splitAuthor } from '../../../src/actions/predicting/link-authors.ts'
import { recordAuthor } from '../../../src/actions/predicting/record-author.ts'
import { submitPrediction } from '../../../src/actions/predicting/submit-prediction.ts'
import { createQuestion } from '../../../src/actions/questions/create-question.ts'
import { sealFacts } from '../../../src/actions/seal-facts.ts'
import type { Problem } from '../../../src/core/problem.ts'
import { funnel } from '../../../src/queries/report/funnel.ts'
import { readAsOf } from '../../../src/storage/as-of.ts'
import { recordsOf } from '../../../src/storage/author-records.ts'
import { authorByIdentity, findAuthor, listAuthors } from '../../../src/storage/authors.ts'
import type { Reader } from '../../../src/storage/database.ts'
import { listPredictions } from '../../../src/storage/predictions.ts'
import { statementsOf } from '../../support/counting-statements.ts'
import { day, instant, inWorld, type World } from '../../support/embedded.ts'
import { expectExact, standingItems, totalsOf } from '../exact.ts'
import { accepted, settleNo, settleYes } from '../story.ts'

const ALL = { limit: 200, cursor: null }
const reason = 'one hand wrote both'
const merge = (world: World, author: string, into: string, on = '2026-05-01') =>
  mergeAuthor(world.at(on), { author, into, reason })
const split = (world: World, author: string, on = '2026-05-01') =>
  splitAuthor(world.at(on), { author, reason: 'they are namesakes' })

const refusal = async (promise: Promise<unknown>): Promise<Pick<Problem, 'code' | 'message' | 'fields'>> => {
  const problem = await promise.then(
    () => null,
    (error: Problem) => error,
  )
  if (!problem) throw new Error('it was not refused')
  return { code: problem.code, message: problem.message, fields: problem.fields }
}

const idOf = async (reader: Reader, name: string): Promise<string> =>
  (await authorByIdentity(reader, `name:${name}`))?.id ?? ''

/** Ada, Bea and Cyd spoke alone on a question each that came true, and Ada and Bea on one that did not, Bea first. */
const story = async (world: World) => {
  const alone = []
  for (const by of ['Ada', 'Bea', 'Cyd']) {
    const { question } = await accepted(world, {
      on: '2026-01-10',
      quote: `${by} says: rain.`,
      end: '2026-03-31',
      by: [by],
    })
    alone.push(question.id)
  }
  const said = { quote: 'It will likely snow.', end: '2026-03-31' }
  const { question: both } = await accepted(world, { ...said, on: '2026-01-12', by: ['Bea'] })
  const review = { questionId: both.id }
  await accepted(world, { ...said, on: '2026-02-12', by: ['Ada'], found: { phrase: 'unlikely' }, review })
  return { alone, both: both.id }
}

const settleAll = async (world: World, { alone, both }: Awaited<ReturnType<typeof story>>) => {
  for (const question of alone) await settleYes(world, { question, now: '2026-04-02', on: '2026-03-01' })
  await settleNo(world, { question: both, now: '2026-04-02' })
}

const scored = async (world: World, ...names: string[]) => {
  const found: Record<string, [number, number]> = {}
  for (const name of names) {
    const { n, hits } = await totalsOf(world, await idOf(world.tx, name))
    found[name] = [n, hits]
  }
  return found
}

describe('a merge', () => {
  it('lets all count for one author, on a shared question by the one statement that counts', () =>
    inWorld(async (world) => {
      const told = await story(world)
      await settleAll(world, told)
      expect(await scored(world, 'ada', 'bea', 'cyd')).toEqual({ ada: [2, 1], bea: [2, 1], cyd: [1, 1] })

      const { link, author, moved, created } = await merge(world, 'bea', 'ada')
      expect({ act: link.act, position: link.position, author: author.slug, moved, created }).toEqual({
        act: 'merge',
        position: 1,
        author: 'ada',
        moved: 2,
        created: true,
      })
      expect(await scored(world, 'ada', 'bea', 'cyd')).toEqual({ ada: [3, 2], bea: [0, 0], cyd: [1, 1] })
      const [item] = (await standingItems(world)).filter(({ questionId }) => questionId === told.both)
      expect(item).toMatchObject({ authorId: await idOf(world.tx, 'ada'), form: 'phrase:likely:+' })
      await expectExact(world)
    }))

  it.each([1, 2, 3])('moves the same %i at a time, and so does a split', (chunk) =>
    inWorld(async (world) => {
      const told = await story(world)
      for (const on of ['2026-01-14', '2026-01-15']) {
        const said = { on, quote: `Hail of ${on} is likely.`, end: '2026-03-31', by: ['Bea'] }
        told.alone.push((await accepted(world, said)).question.id)
      }
      await settleAll(world, told)
      const wish = { author: 'bea', reason, chunk }
      expect((await mergeAuthor(world.at('2026-05-01'), { ...wish, into: 'ada' })).moved).toBe(4)
      expect(await scored(world, 'ada', 'bea')).toEqual({ ada: [5, 4], bea: [0, 0] })
      await expectExact(world)
      expect((await splitAuthor(world.at('2026-05-01'), wish)).moved).toBe(4)
      expect(await scored(world, 'ada', 'bea')).toEqual({ ada: [2, 1], bea: [4, 3] })
      await expectExact(world)
    }),
  )

  it('holds for what is decided, and said under the merged record, later', () =>
    inWorld(async (world) => {
      const told = await story(world)
      await merge(world, 'bea', 'ada', '2026-02-20')
      await accepted(world, { on: '2026-02-25', quote: 'It will likely hail.', end: '2026-03-31', by: ['Bea'] })
      await settleAll(world, told)
      expect(await scored(world, 'ada', 'bea')).toEqual({ ada: [3, 2], bea: [0, 0] })
      const records = await recordsOf(world.tx, await idOf(world.tx, 'ada'))
      const filter = { authorIds: records, questionId: null, commentaryId: null }
      const said = (await listPredictions(world.tx, filter, ALL)).items
      expect(said.map(({ authorName }) => authorName).sort()).toEqual(['Ada', 'Ada', 'Bea', 'Bea', 'Bea'])
      await expectExact(world)
    }))

  it('goes along a chain, and a split takes along what was merged before', () =>
    inWorld(async (world) => {
      await settleAll(world, await story(world))
      await merge(world, 'bea', 'ada')
      await merge(world, 'ada', 'cyd')
      expect(await scored(world, 'ada', 'bea', 'cyd')).toEqual({ ada: [0, 0], bea: [0, 0], cyd: [4, 3] })
      expect((await findAuthor(world.tx, 'bea'))?.slug).toBe('cyd')
      await expectExact(world)

      await split(world, 'ada')
      expect(await scored(world, 'ada', 'bea', 'cyd')).toEqual({ ada: [3, 2], bea: [0, 0], cyd: [1, 1] })
      expect((await findAuthor(world.tx, 'bea'))?.slug).toBe('ada')

      await split(world, 'bea')
      expect(await scored(world, 'ada', 'bea', 'cyd')).toEqual({ ada: [2, 1], bea: [2, 1], cyd: [1, 1] })
      await merge(world, 'bea', 'cyd')
      expect(await scored(world, 'ada', 'bea', 'cyd')).toEqual({ ada: [2, 1], bea: [0, 0], cyd: [3, 2] })
      await expectExact(world)
    }))

  it('out of the middle of a chain leaves the rest where it is', () =>
    inWorld(async (world) => {
      await settleAll(world, await story(world))
      await merge(world, 'bea', 'ada')
      await merge(world, 'ada', 'cyd')
      await split(world, 'bea')
      expect(await scored(world, 'ada', 'bea', 'cyd')).toEqual({ ada: [0, 0], bea: [2, 1], cyd: [3, 2] })
      await expectExact(world)
    }))

  it('leaves what stood before as it was, for whoever reads as of then', () =>
    inWorld(async (world) => {
      await settleAll(world, await story(world))
      const { position: before } = await sealFacts(world.at('2026-04-03'), {})
      const now = instant('2026-05-02T00:00:00.000Z')
      const ada = await idOf(world.tx, 'ada')
      const of = (reader: Reader) => funnel(reader, { authorId: ada }, now)
      const then = await of(world.tx)
      await merge(world, 'bea', 'ada')
      const { position: merged } = await sealFacts(world.at('2026-05-01'), {})
      const joined = await of(world.tx)
      await split(world, 'bea', '2026-05-02')
      await sealFacts(world.at('2026-05-02'), {})

      expect(joined).not.toEqual(then)
      expect(await of(world.tx)).toEqual(then)
      expect(await readAsOf(world.tx, before, of)).toEqual(then)
      expect(await readAsOf(world.tx, merged, of)).toEqual(joined)
      const goesBy = (position: number) => readAsOf(world.tx, position, (reader) => findAuthor(reader, 'bea'))
      expect((await goesBy(before))?.slug).toBe('bea')
      expect((await goesBy(merged))?.slug).toBe('ada')
    }))

  it('of the same two again, or a split again, finds what stands', () =>
    inWorld(async (world) => {
      await story(world)
      const first = await merge(world, 'bea', 'ada')
      expect(await merge(world, 'bea', 'ada', '2026-05-02')).toEqual({ ...first, moved: 0, created: false })
      const second = await split(world, 'bea')
      expect(await split(world, 'bea', '2026-05-02')).toEqual({ ...second, moved: 0, created: false })
      expect([first.link.position, second.link.position]).toEqual([1, 2])
    }))

  it('takes the merged record off the list of authors, and a split puts it back', () =>
    inWorld(async (world) => {
      await story(world)
      const names = async () =>
        (await listAuthors(world.tx, { kind: 'person' }, ALL)).items.map(({ name }) => name).sort()
      await merge(world, 'bea', 'ada')
      expect(await names()).toEqual(['Ada', 'Cyd'])
      await split(world, 'bea')
      expect(await names()).toEqual(['Ada', 'Bea', 'Cyd'])
    }))

  it('is refused where it makes no sense, with what to do instead', () =>
    inWorld(async (world) => {
      await story(world)
      await recordAuthor(world.at('2026-01-01'), { name: 'Mod', kind: 'model' })
      await recordAuthor(world.at('2026-01-01'), { name: 'Bot', kind: 'person', bot: true })
      await merge(world, 'bea', 'ada')
      const cases: [string, string, Problem['code'], string, string][] = [
        ['cyd', 'cyd', 'invalid-input', 'into', 'cyd is that author already'],
        ['cyd', 'dee', 'not-found', 'into', 'there is no author dee'],
        ['dee', 'cyd', 'not-found', 'id', 'there is no author dee'],
        ['bea', 'cyd', 'illegal-step', 'id', 'bea is merged into ada already'],
        ['cyd', 'bea', 'illegal-step', 'into', 'bea is merged into ada'],
        ['ada', 'bea', 'illegal-step', 'into', 'bea is merged into ada: that would be a circle'],
        ['cyd', 'mod', 'invalid-input', 'into', 'cyd is of kind person, mod of kind model'],
        ['cyd', 'bot', 'invalid-input', 'into', 'cyd is of kind person, bot of kind person, registered by a bot'],
      ]
      for (const [author, into, code, field, detail] of cases) {
        expect(await refusal(merge(world, author, into))).toEqual({
          code,
          message: detail,
          fields: [{ field, detail }],
        })
      }
      await merge(world, 'ada', 'cyd')
      expect(await refusal(merge(world, 'cyd', 'bea'))).toMatchObject({ message: expect.stringContaining('a circle') })
      expect(await refusal(split(world, 'cyd'))).toMatchObject({ code: 'illegal-step' })
      expect(await refusal(split(world, 'dee'))).toMatchObject({ code: 'not-found' })
    }))

  it('gives no key a say that it had not', () =>
    inWorld(async (world) => {
      const key = (name: string) => world.at('2026-01-02', { name, scopes: ['submit'] })
      await recordAuthor(key('key_a'), { name: 'Ada', kind: 'person' })
      await recordAuthor(key('key_b'), { name: 'Bea', kind: 'person' })
      const { question } = await createQuestion(world.at('2026-01-01'), {
        wording: 'It thaws.',
        windowStart: day('2026-01-01'),
        windowEnd: day('2026-07-31'),
        referenceAt: instant('2026-07-15T00:00:00.000Z'),
      })
      const forecast = (by: string, author: string, probability: number) =>
        submitPrediction(key(by), { questionId: question.id, author, probability })
      await forecast('key_b', 'bea', 0.2)
      await merge(world, 'bea', 'ada', '2026-01-02')
      expect(await refusal(forecast('key_b', 'bea', 0.9))).toMatchObject({ code: 'illegal-step' })
      expect(await refusal(forecast('key_b', 'ada', 0.9))).toMatchObject({ code: 'forbidden' })
      expect(await refusal(forecast('key_a', 'bea', 0.9))).toMatchObject({ code: 'forbidden' })
      expect((await forecast('key_a', 'ada', 0.6)).created).toBe(true)
      await split(world, 'bea', '2026-01-02')
      expect((await forecast('key_b', 'bea', 0.3)).created).toBe(true)
    }))
})

describe('a merge of two who spoke on the same questions', () => {
  /** How many statements it takes to merge Bea, who spoke on so many questions beside Ada. */
  const merging = async (world: World, shared: number): Promise<number> => {
    for (let at = 0; at < shared; at++) {
      const said = { quote: `Storm ${at} is likely.`, end: '2026-03-31' }
      const { question } = await accepted(world, {
        ...said,
        on: '2026-01-12',
        by: ['Bea'],
        review: { newQuestion: true },
      })
      await accepted(world, { ...said, on: '2026-02-12', by: ['Ada'], review: { questionId: question.id } })
      await settleNo(world, { question: question.id, now: '2026-04-02' })
    }
    let moved = 0
    const statements = await statementsOf(world.tx, async () => {
      moved = (await merge(world, 'bea', 'ada')).moved
    })
    expect(moved).toBe(shared)
    await expectExact(world)
    return statements
  }

  it('takes as many statements for six as for two', async () => {
    const taken: number[] = []
    for (const shared of [2, 6])
      await inWorld(async (world) => {
        taken.push(await merging(world, shared))
      })
    expect(taken[0]).toBeGreaterThan(10)
    expect(taken[1]).toBe(taken[0])
  })
})

type Link = { act: 'merge' | 'split'; author: number; into: number }

it('after any merges, splits and decisions the counts are those that the statements make, under who they count for', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record<Link>({
          act: fc.constantFrom('merge', 'merge', 'split'),
          author: fc.nat({ max: 2 }),
          into: fc.nat({ max: 2 }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      fc.nat({ max: 8 }),
      (links, settleAt) =>
        inWorld(async (world) => {
          const told = await story(world)
          const names = ['ada', 'bea', 'cyd']
          /** Who is merged into whom, kept beside. */
          const into = new Map<string, string>()
          const endOf = (name: string): string => {
            const next = into.get(name)
            return next === undefined ? name : endOf(next)
          }
          for (const [at, link] of links.entries()) {
            if (at === settleAt) await settleAll(world, told)
            const [one, other] = [names[link.author] ?? '', names[link.into] ?? '']
            const done = await (link.act === 'merge' ? merge(world, one, other) : split(world, one)).then(
              () => true,
              () => false,
            )
            if (done && link.act === 'merge') into.set(one, other)
            if (done && link.act === 'split') into.delete(one)
          }
          if (settleAt >= links.length) await settleAll(world, told)
          const due: Record<string, [number, number]> = { ada: [0, 0], bea: [0, 0], cyd: [0, 0] }
          const add = (name: string, hits: number) => {
            const so = due[endOf(name)]
            if (so) due[endOf(name)] = [so[0] + 1, so[1] + hits]
          }
          for (const name of names) add(name, 1)
          for (const who of new Set([endOf('ada'), endOf('bea')])) add(who, 0)
          expect(await scored(world, ...names)).toEqual(due)
          await expectExact(world)
        }),
    ),
    { numRuns: 40 },
  ))

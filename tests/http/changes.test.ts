import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ANYONE } from '../../src/actions/context.ts'
import { confirmDispute } from '../../src/actions/disputes/confirm-dispute.ts'
import { fileDispute } from '../../src/actions/disputes/file-dispute.ts'
import { replyToDispute } from '../../src/actions/disputes/reply-to-dispute.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { plusMs, SECOND } from '../../src/core/fetching/pace.ts'
import { createApp } from '../../src/http/app.ts'
import { MOST_WAITING } from '../../src/http/wait.ts'
import { Change } from '../../src/queries/following/change.ts'
import { servicesHere } from '../../src/server.ts'
import { draws } from '../../src/site.ts'
import { accepted, settleYes } from '../actions/story.ts'
import { statementsOf } from '../support/counting-statements.ts'
import { instant, inWorld, type World } from '../support/embedded.ts'

/** A page of it; nothing is signed here. */
const Page = z
  .strictObject({ items: z.array(z.strictObject(Change.shape)), next: z.int(), checkpoint: z.null() })
  .transform(({ checkpoint: _, ...page }) => page)

const appIn = ({ database }: World) =>
  createApp(() => ({ ...servicesHere(database), clock: () => instant('2026-06-01T12:00:00.000Z') }), draws)

const changesIn = (world: World, app = appIn(world)) => {
  return async (query: string) => Page.parse(await (await app.request(`/v1/changes?${query}`)).json())
}

const settledStory = async (world: World) => {
  const quote = `It will likely rain. ${'Long words of weather follow. '.repeat(20)}`
  const { question, prediction } = await accepted(world, { on: '2026-01-05', end: '2026-03-31', quote })
  await sealFacts(world.at('2026-01-06'), {})
  await settleYes(world, { question: question.id, now: '2026-04-02', on: '2026-03-01' })
  return { question, prediction, ...(await sealFacts(world.at('2026-04-03'), {})) }
}

describe('the feed of changes', () => {
  it.each([1, 3, 200])('gives every position once and in order, %i at a time', (limit) =>
    inWorld(async (world) => {
      const { position } = await settledStory(world)
      const changes = changesIn(world)
      const seen: number[] = []
      for (let after = 0; ; ) {
        const { items, next } = await changes(`after=${after}&limit=${limit}`)
        seen.push(...items.map((item) => item.position))
        if (next === after) break
        after = next
      }
      expect(seen).toEqual(Array.from({ length: position }, (_, at) => at + 1))
      expect(await changes(`after=${position}`)).toEqual({ items: [], next: position })
    }),
  )

  it('gives what happens after a poll to the next one, and nothing else', () =>
    inWorld(async (world) => {
      const { position } = await settledStory(world)
      const changes = changesIn(world)
      await accepted(world, { on: '2026-04-05', end: '2026-05-31', quote: 'It will likely snow.' })
      expect(await changes(`after=${position}&kind=prediction`)).toEqual({ items: [], next: position })
      const sealed = await sealFacts(world.at('2026-04-06'), {})
      const { items, next } = await changes(`after=${position}&kind=prediction`)
      expect(items.map(({ kind, action }) => [kind, action])).toEqual([['prediction', 'state']])
      expect(next).toBe(sealed.position)
    }))

  it('gives each thing as its own address does, with quotes up to the cap', () =>
    inWorld(async (world) => {
      const { prediction, question } = await settledStory(world)
      const changes = changesIn(world)
      const [said] = (await changes('kind=prediction')).items
      expect(said).toMatchObject({ id: prediction.id, questionId: question.id, authorIds: [prediction.authorId] })
      expect(prediction.quote?.length).toBeGreaterThan(300)
      const own = z
        .looseObject({ quote: z.string() })
        .parse(await (await appIn(world).request(said?.resource ?? '')).json())
      expect(own.quote.length).toBeLessThanOrEqual(300)
      expect(own).toMatchObject({ ...said?.data })
      const decided = (await changes('kind=resolution')).items
      expect(decided.map(({ action }) => action)).toEqual(['settle'])
      expect(decided[0]?.data).toMatchObject({ questionId: question.id, outcome: 'yes' })
    }))

  it('tells of an author, question, topic or collection alone, and of nothing unconfirmed about them', () =>
    inWorld(async (world) => {
      const { prediction, question } = await settledStory(world)
      await accepted(world, { on: '2026-04-05', end: '2026-05-31', quote: 'It will likely snow.', by: ['Ben'] })
      await fileDispute(world.at('2026-04-06', ANYONE), {
        subject: { kind: 'prediction', predictionId: prediction.id },
        role: 'judged-author',
        grounds: 'Grounds that nobody has confirmed.',
      })
      const { position } = await sealFacts(world.at('2026-04-06'), {})
      const changes = changesIn(world)
      const of = async (query: string) => {
        const { items, next } = await changes(`limit=200&${query}`)
        expect(next).toBe(position)
        return [...new Set(items.map(({ kind }) => kind))]
      }
      const [said, other] = (await changes('kind=prediction')).items
      expect(await of('author=ada&kind=prediction,resolution,dispute')).toEqual(['prediction', 'resolution'])
      expect((await changes('author=ada&kind=prediction')).items).toEqual([said])
      expect((await changes('author=ben&kind=prediction')).items).toEqual([other])
      expect(await of('author=ben&kind=resolution')).toEqual([])
      expect(await of(`question=${question.id}&kind=version,prediction`)).toEqual(['version', 'prediction'])
      expect(await of('topic=weather')).toEqual([])
      const app = appIn(world)
      for (const [query, field] of [
        ['author=nobody', 'author'],
        ['collection=none', 'collection'],
      ] as const) {
        const answer = await app.request(`/v1/changes?${query}`)
        expect([answer.status, await answer.json()]).toMatchObject([404, { fields: [{ field }] }])
      }
    }))

  it('stops for nobody at what is unconfirmed about them, however few are asked for', () =>
    inWorld(async (world) => {
      const { prediction, question } = await settledStory(world)
      const ben = await accepted(world, {
        on: '2026-04-05',
        end: '2026-05-31',
        quote: 'It will likely snow.',
        by: ['Ben'],
      })
      const subject = { kind: 'prediction', predictionId: prediction.id } as const
      const file = (grounds: string) =>
        fileDispute(world.at('2026-04-06', ANYONE), { subject, role: 'judged-author', grounds })
      const disputeId = (await file('It was a joke.')).dispute.id
      await confirmDispute(world.at('2026-04-06'), { disputeId, how: 'called them' })
      const { position: after } = await sealFacts(world.at('2026-04-06'), {})
      await file('Grounds that nobody has confirmed.')
      await replyToDispute(world.at('2026-04-07', ANYONE), { disputeId, text: 'Words that nobody has confirmed.' })
      const { position } = await sealFacts(world.at('2026-04-07'), {})
      expect(position).toBe(after + 2)
      const changes = changesIn(world)
      for (const about of ['author=ada', 'author=ben', `question=${question.id}`, `question=${ben.question.id}`])
        for (const kinds of ['', '&kind=dispute,dispute-reply'])
          expect(await changes(`after=${after}&limit=1&${about}${kinds}`), about).toEqual({ items: [], next: position })
    }))

  it('names what is for reviewers, and shows nothing of it', () =>
    inWorld(async (world) => {
      const { prediction } = await settledStory(world)
      const words = 'Grounds that nobody has confirmed.'
      await fileDispute(world.at('2026-04-04', ANYONE), {
        subject: { kind: 'prediction', predictionId: prediction.id },
        role: 'judged-author',
        grounds: words,
        contact: 'ada@example.org',
      })
      await sealFacts(world.at('2026-04-05'), {})
      const { items } = await changesIn(world)('kind=dispute')
      expect(items).toHaveLength(1)
      expect(items[0]).toMatchObject({
        id: null,
        questionId: null,
        resource: null,
        data: null,
        withheld: 'for-reviewers',
      })
    }))

  it('tells of a reply only once somebody has confirmed whose it is', () =>
    inWorld(async (world) => {
      const { prediction } = await settledStory(world)
      const { dispute } = await fileDispute(world.at('2026-04-04', ANYONE), {
        subject: { kind: 'prediction', predictionId: prediction.id },
        role: 'judged-author',
        grounds: 'It was a joke.',
      })
      const disputeId = dispute.id
      await confirmDispute(world.at('2026-04-04'), { disputeId, how: 'called them' })
      const reply = { disputeId, text: 'It was none.' }
      const { replyId } = await replyToDispute(world.at('2026-04-05', ANYONE), reply)
      await sealFacts(world.at('2026-04-06'), {})
      const told = async () => (await changesIn(world)('kind=dispute-reply')).items
      expect(await told()).toMatchObject([{ id: null, resource: null, data: null, withheld: 'for-reviewers' }])
      await confirmDispute(world.at('2026-04-06'), { disputeId, replyId, how: 'called them' })
      await sealFacts(world.at('2026-04-07'), {})
      expect(await told()).toMatchObject([{ id: replyId, data: { id: disputeId }, withheld: null }])
    }))
})

type Passing = { stopping?: AbortSignal; secondsALook?: number }

/** The feed over time that passes only where it is waited for; `happens` at each look, counted from 1: each second, or more seldom. */
const waitingIn = (world: World, happens: (look: number) => unknown, { secondsALook = 1, ...own }: Passing = {}) => {
  let slept = 0
  const clock = () => plusMs(instant('2026-06-01T12:00:00.000Z'), slept * secondsALook * SECOND)
  const sleep = async (): Promise<void> => {
    slept += 1
    await happens(slept)
  }
  const here = servicesHere(world.database)
  const services = { ...here, ...own, clock, outbound: { ...here.outbound, sleep } }
  const app = createApp(() => services, draws)
  return { app, changes: changesIn(world, app), slept: () => slept }
}

describe('a request that waits', () => {
  it('is answered at once where something is there, or where there is more to look through', () =>
    inWorld(async (world) => {
      const { position } = await settledStory(world)
      const { changes, slept } = waitingIn(world, () => undefined)
      expect((await changes(`after=${position - 1}&wait=30`)).items).toHaveLength(1)
      expect(slept()).toBe(0)
    }))

  it('is answered within a second of what it asks for, and passes what it does not', () =>
    inWorld(async (world) => {
      const { position } = await settledStory(world)
      const said = (on: string, by: string) =>
        accepted(world, { on, end: '2026-05-31', quote: `It will likely snow on ${by}.`, by: [by] })
      const { changes, slept } = waitingIn(world, async (second) => {
        if (second === 2) await said('2026-04-05', 'Ben')
        if (second === 4) await said('2026-04-06', 'Ada')
        if (second === 2 || second === 4) await sealFacts(world.at('2026-04-07'), {})
      })
      const { items, next } = await changes(`after=${position}&author=ada&kind=prediction&wait=30`)
      expect(items.map(({ kind, authorIds }) => [kind, authorIds.length])).toEqual([['prediction', 1]])
      expect(slept()).toBe(4)
      expect(await changes(`after=${next}&author=ada`)).toEqual({ items: [], next })
      // What came in between was read past.
      expect((await changes(`after=${position}&author=ben&kind=prediction`)).items[0]?.position).toBeLessThan(next)
    }))

  it('is answered empty once its time is over, with its tag, at a statement a second however many wait', () =>
    inWorld(async (world) => {
      const { position } = await settledStory(world)
      const { app, changes, slept } = waitingIn(world, () => undefined)
      const path = `/v1/changes?after=${position}&wait=10`
      const tag = (await app.request(path)).headers.get('etag') ?? ''
      expect(slept()).toBe(10)
      const again = await app.request(path, { headers: { 'if-none-match': tag } })
      expect([again.status, slept()]).toEqual([304, 20])
      const one = await statementsOf(world.tx, () => changes(`after=${position}&wait=10`))
      const five = await statementsOf(world.tx, () =>
        Promise.all(Array.from({ length: 5 }, () => changes(`after=${position}&wait=10`))),
      )
      // Each reads by itself what is new and what is signed; the ten looks are those of all.
      expect([one, five]).toEqual([2 + 10, 5 * 2 + 10])
    }))

  it('waits by the clock, however long its looks take', () =>
    inWorld(async (world) => {
      const { position } = await settledStory(world)
      const { changes, slept } = waitingIn(world, () => undefined, { secondsALook: 4 })
      expect(await changes(`after=${position}&wait=10`)).toEqual({ items: [], next: position })
      expect(slept()).toBe(3)
    }))

  it('is answered at once where as many wait as may', () =>
    inWorld(async (world) => {
      const { position } = await settledStory(world)
      let release = (): void => undefined
      const released = new Promise<void>((resolve) => {
        release = resolve
      })
      const { changes, slept } = waitingIn(world, () => released)
      let answered = 0
      const ask = async () => {
        const page = await changes(`after=${position}&wait=10`)
        answered += 1
        return page
      }
      const all: ReturnType<typeof ask>[] = []
      while (all.length <= MOST_WAITING) {
        all.push(ask())
        // Those before have read once and wait by then: no more read at a time than are worked on.
        if (all.length % 40 === 0) for (let at = 0; at < 3; at++) await changes('after=0&limit=1')
      }
      expect(await Promise.race(all)).toEqual({ items: [], next: position })
      expect([answered, slept()]).toEqual([1, 1])
      release()
      await Promise.all(all)
      // Those that came last came a second after the first.
      expect(slept()).toBe(11)
      await ask()
      expect(slept()).toBe(21)
    }))

  it('waits no longer where its client has gone or the server stops', () =>
    inWorld(async (world) => {
      const { position } = await settledStory(world)
      const gone = new AbortController()
      const first = waitingIn(world, (second) => second === 3 && gone.abort())
      const request = new Request(`http://localhost/v1/changes?after=${position}&wait=30`, { signal: gone.signal })
      await first.app.request(request)
      expect(first.slept()).toBe(3)
      const stopping = new AbortController()
      const second = waitingIn(world, (at) => at === 2 && stopping.abort(), { stopping: stopping.signal })
      expect(await second.changes(`after=${position}&wait=30`)).toEqual({ items: [], next: position })
      expect(second.slept()).toBe(2)
    }))
})

describe('feeds for readers', () => {
  it('hold the predictions and resolutions of an author, with ids that stay', () =>
    inWorld(async (world) => {
      const { prediction } = await settledStory(world)
      const app = appIn(world)
      const path = `/v1/authors/${prediction.authorId}/feed`
      const atom = await app.request(`${path}.atom`)
      expect(atom.headers.get('content-type')).toMatch(/^application\/atom\+xml/)
      const feed = parseAtomFeed(await atom.text())
      expect(feed.links?.find(({ rel }) => rel === 'self')?.href).toBe(`http://localhost${path}.atom`)
      const titles = feed.entries?.map(({ title }) => title?.value ?? '') ?? []
      expect(titles).toHaveLength(2)
      expect(titles[0]).toMatch(/^Resolved yes: /)
      expect(titles[1]).toMatch(/ says \d/)
      const json = parseJsonFeed(await (await app.request(`${path}.json`)).text())
      expect(json.items?.map(({ id }) => id)).toEqual(feed.entries?.map(({ id }) => id))
      expect(json.items?.every(({ id }) => id?.match(/^urn:uuid:[0-9a-f-]{36}$/))).toBe(true)
      const elsewhere = parseAtomFeed(await (await app.request(`https://mirror.example${path}.atom`)).text())
      expect(elsewhere.entries?.map(({ id }) => id)).toEqual(feed.entries?.map(({ id }) => id))
    }))

  it.each(['atom', 'json'])('answer 304 to who holds the %s', (form) =>
    inWorld(async (world) => {
      const { prediction } = await settledStory(world)
      const app = appIn(world)
      const path = `/v1/authors/${prediction.authorId}/feed.${form}`
      const tag = (await app.request(path)).headers.get('etag') ?? ''
      expect(tag).not.toBe('')
      expect((await app.request(path, { headers: { 'if-none-match': tag } })).status).toBe(304)
    }),
  )

  it('are named by the page of the author', () =>
    inWorld(async (world) => {
      const { prediction } = await settledStory(world)
      const { createSite } = await import('../../src/site.ts')
      const site = createSite(() => servicesHere(world.database))
      const response = await site.request(`/v1/authors/${prediction.authorId}`)
      const { slug } = z.object({ slug: z.string() }).parse(await response.json())
      const page = await (await site.request(`/authors/${slug}`)).text()
      expect(page).toContain(`rel="alternate" href="/v1/authors/${prediction.authorId}/feed.atom"`)
    }))
})

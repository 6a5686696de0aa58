import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { recordAuthor } from '../../src/actions/predicting/record-author.ts'
import { recordCollection } from '../../src/actions/record-collection.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { createApp } from '../../src/http/app.ts'
import { servicesHere } from '../../src/server.ts'
import { draws } from '../../src/site.ts'
import { accepted, settleYes } from '../actions/story.ts'
import { instant, inWorld, type World } from '../support/embedded.ts'

const appIn = (world: World, now = '2026-06-01T12:00:00.000Z') =>
  createApp(() => ({ ...servicesHere(world.database), clock: () => instant(now) }), draws)

const apiIn = (world: World) => {
  const app = appIn(world)
  return async (path: string) => {
    const response = await app.request(path)
    return { status: response.status, position: response.headers.get('hindcast-position'), body: await response.json() }
  }
}

/** Two questions by one author, sealed; then one of them is settled, and that is sealed too. */
const settledLater = async (world: World) => {
  const said = { on: '2026-01-05', end: '2026-03-31' }
  const { question, prediction } = await accepted(world, { ...said, quote: 'It will likely rain.' })
  await accepted(world, { ...said, quote: 'It will likely snow.', review: { newQuestion: true } })
  const { position: open } = await sealFacts(world.at('2026-01-06'), {})
  await settleYes(world, { question: question.id, now: '2026-04-02', on: '2026-03-01' })
  const { position: settled } = await sealFacts(world.at('2026-04-03'), {})
  return { question, prediction, open, settled }
}

const Page = z.object({ items: z.array(z.object({ id: z.string() })), next: z.string().nullable() })

describe('as_of', () => {
  it('shows a question, its log and the report as they stood, and what stands now without it', () =>
    inWorld(async (world) => {
      const get = apiIn(world)
      const { question, prediction, open, settled } = await settledLater(world)
      const path = `/v1/questions/${question.id}`
      const before = await get(`${path}?as_of=${open}`)
      expect(before).toMatchObject({ status: 200, position: `${open}`, body: { status: 'open', log: [] } })
      expect(await get(`${path}?as_of=2026-03-01T00:00:00.000Z`)).toEqual(before)
      const after = await get(`${path}?as_of=${settled}`)
      expect(after).toMatchObject({ position: `${settled}`, body: { status: 'resolved', log: [{ step: 'settle' }] } })
      expect((await get(path)).body).toEqual(after.body)

      const report = `/v1/authors/${prediction.authorId}/calibration`
      expect((await get(`${report}?as_of=${open}`)).body).toMatchObject({
        n: 0,
        snapshot: null,
        asOf: '2026-01-06T12:00:00.000Z',
      })
      expect((await get(`${report}?as_of=${settled}`)).body).toMatchObject({ n: 1, hits: 1 })
      expect((await get(`/v1/events?as_of=${open}`)).body).toMatchObject({ items: [] })
      expect((await get('/v1/events')).body).toMatchObject({ items: [{ title: `shown for ${question.id}` }] })
    }))

  it('keeps the pages of a walk together while the world goes on', () =>
    inWorld(async (world) => {
      const get = apiIn(world)
      const { open } = await settledLater(world)
      const first = await get(`/v1/questions?limit=1&as_of=${open}`)
      const { items, next } = Page.parse(first.body)
      await accepted(world, { on: '2026-05-05', end: '2026-12-31', quote: 'It will likely hail.' })
      await sealFacts(world.at('2026-05-06'), {})
      const second = Page.parse((await get(`/v1/questions?limit=1&as_of=${first.position}&cursor=${next}`)).body)
      expect(second.next).toBeNull()
      expect(new Set([...items, ...second.items].map(({ id }) => id)).size).toBe(2)
      expect(Page.parse((await get('/v1/questions')).body).items).toHaveLength(3)
    }))

  it('answers a refusal as such, and leaves the next read alone', () =>
    inWorld(async (world) => {
      const get = apiIn(world)
      const { question, open } = await settledLater(world)
      const missing = `/v1/questions/qst_${'0'.repeat(26)}?as_of=${open}`
      expect(await get(missing)).toMatchObject({ status: 404, body: { code: 'not-found' } })
      expect(await get(`/v1/questions/${question.id}`)).toMatchObject({ body: { status: 'resolved' } })
    }))
})

describe('a read of what stands now', () => {
  const ask = async (world: World, path: string, held?: string | null, now?: string) => {
    const response = await appIn(world, now).request(path, {
      headers: held ? { 'if-none-match': `"other", ${held}` } : {},
    })
    const { status, headers } = response
    return { status, tag: headers.get('etag'), position: headers.get('hindcast-position'), text: await response.text() }
  }

  it('carries a tag while every fact has its position, and need not be sent again to who holds it', () =>
    inWorld(async (world) => {
      const { question, settled } = await settledLater(world)
      const path = `/v1/predictions?question=${question.id}`
      const first = await ask(world, path)
      expect(first).toMatchObject({ status: 200, position: `${settled}` })
      expect(first.tag).toMatch(/^W\/"p\d+-[0-9a-f]{32}"$/)
      expect(await ask(world, path, first.tag)).toEqual({ ...first, status: 304, text: '' })
      // A proxy may ask each process by a name of its own.
      expect(await ask(world, `http://of-another-process.test:8788${path}`)).toEqual(first)
      expect(await ask(world, path, 'W/"of another"')).toEqual(first)
      // Another day may end a month, and with it what counts.
      expect((await ask(world, path, first.tag, '2026-06-02T00:00:00.000Z')).status).toBe(200)
    }))

  it('carries none while a fact waits, and another once it is sealed', () =>
    inWorld(async (world) => {
      const { question } = await settledLater(world)
      const path = `/v1/predictions?question=${question.id}`
      const { tag } = await ask(world, path)
      await accepted(world, { on: '2026-05-05', end: '2026-12-31', quote: 'It will likely hail.' })
      expect(await ask(world, path, tag)).toMatchObject({ status: 200, tag: null, position: null })
      await sealFacts(world.at('2026-05-06'), {})
      const after = await ask(world, path, tag)
      expect(after.status).toBe(200)
      expect(after.tag).not.toBe(tag)
      expect(after.tag).toMatch(/^W\//)
    }))

  it('carries another once an author or a collection is recorded, which are no facts', () =>
    inWorld(async (world) => {
      await settledLater(world)
      const scores = '/v1/scores?author=nobody-yet'
      const before = await ask(world, scores)
      expect(before).toMatchObject({ status: 200, tag: expect.stringMatching(/^W/) })
      expect((await ask(world, scores, before.tag)).status).toBe(304)
      await recordAuthor(world.at('2026-05-05'), { name: 'Nobody Yet', kind: 'person' })
      const known = await ask(world, scores, before.tag)
      expect(known).toMatchObject({ status: 200, position: before.position })
      expect(known.text).toContain('Nobody Yet')
      await recordCollection(world.at('2026-05-05'), {
        name: 'Rain',
        rule: 'rain',
        readWhole: false,
        caveat: null,
        sourceIds: [],
        publishedFrom: null,
        publishedUntil: null,
      })
      expect((await ask(world, scores, known.tag)).status).toBe(200)
    }))

  it('carries none on a refusal', () =>
    inWorld(async (world) => {
      const { question } = await settledLater(world)
      const { tag } = await ask(world, `/v1/questions/${question.id}`)
      const missing = await ask(world, `/v1/questions/qst_${'0'.repeat(26)}`, tag)
      expect(missing).toMatchObject({ status: 404, tag: null, position: null })
    }))
})

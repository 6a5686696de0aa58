import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Candidate } from '../../src/core/commentary.ts'
import { Feed, FeedEntry } from '../../src/core/feed.ts'
import { CommentaryPlace } from '../../src/core/place.ts'
import { CommentaryDetail } from '../../src/http/routes/commentaries.ts'
import { type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import { RecordedCommentary } from './steps.ts'

const RecordedFeed = z.strictObject({ feed: Feed, created: z.boolean() })
const ChangedFeed = z.strictObject({ feed: Feed, changed: z.boolean() })
const Places = z.strictObject({ items: z.array(CommentaryPlace) })

const urlContract = (api: Api): void => {
  const record = (path: string, more: object = { publishedOn: '2024-01-15' }) =>
    api.post('/v1/commentaries', 'submit', { url: `${api.press()}${path}`, ...more })

  it('records by address: fetched, read, extracted, with its place', async () => {
    const name = mark()
    const { commentary, created, candidates } = bodyOf(await record(`/moved/${name}`), 201, RecordedCommentary)
    expect({ created, candidates }).toEqual({ created: true, candidates: 1 })
    expect(commentary).toMatchObject({ url: `${api.press()}/piece/${name}`, publishedOn: '2024-01-15' })
    const listed = await api.get(`/v1/candidates?commentary=${commentary.id}`, 'review')
    expect(bodyOf(listed, 200, pageOf(Candidate)).items).toHaveLength(1)
    const { items } = bodyOf(await api.get(`/v1/commentaries/${commentary.id}/places`, 'review'), 200, Places)
    expect(items).toMatchObject([{ joinedBy: 'new', askedUrl: `${api.press()}/moved/${name}`, status: 200 }])
  })

  it('records it once, also when asked several times at once and by other addresses', async () => {
    const name = mark()
    const paths = ['', '?utm_source=a', '/#top', '?fbclid=b'].map((end) => `/piece/${name}${end}`)
    const answers = await Promise.all(paths.map((path) => record(path)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201])
    const ids = answers.map(({ text }) => RecordedCommentary.parse(JSON.parse(text)).commentary.id)
    expect(new Set(ids).size).toBe(1)
  })

  it.each([
    ['/private/a', 'fetch-refused', 'url'],
    ['/reserved/a', 'fetch-refused', 'url'],
    ['/inward/a', 'address-refused', 'url'],
  ])('answers 422 to a page that may not be had: %s', async (path, code, field) => {
    expectProblem(await record(path), 422, code, [field])
  })

  it.each(['http://127.0.0.1:1/', 'http://10.0.0.1/', 'http://2130706433/', 'http://[::1]/', 'http://localhost/'])(
    'answers 422 to an address inside a network: %s',
    async (url) => {
      const answer = await api.post('/v1/commentaries', 'submit', { url, publishedOn: '2024-01-15' })
      expect(answer.status, answer.text).toBe(422)
      expect(JSON.parse(answer.text)).toMatchObject({ fields: [{ field: 'url' }] })
    },
  )

  it('answers 502 to a page that is not there', async () => {
    expectProblem(await record('/nothing'), 502, 'fetch-failed', ['url'])
  })

  it('answers 422 where nothing tells the day, or where there is neither text nor address', async () => {
    expectProblem(await record(`/piece/${mark()}`, {}), 422, 'invalid-input', ['publishedOn'])
    expectProblem(await api.post('/v1/commentaries', 'submit', {}), 422, 'invalid-input', ['text'])
  })
}

const feedContract = (api: Api): void => {
  it('records a feed once, lists it, and pauses it', async () => {
    const url = `${api.press()}/feed/${mark()}`
    const first = bodyOf(await api.post('/v1/feeds', 'review', { url, publisher: 'Gazette' }), 201, RecordedFeed)
    const second = bodyOf(await api.post('/v1/feeds', 'review', { url }), 200, RecordedFeed)
    expect(second).toEqual({ ...first, created: false })
    const { id } = first.feed
    expect(bodyOf(await api.get(`/v1/feeds/${id}`, 'review'), 200, Feed)).toEqual(first.feed)
    const listed = bodyOf(await api.get('/v1/feeds?limit=200', 'review'), 200, pageOf(Feed))
    expect(listed.items.map((feed) => feed.id)).toContain(id)
    const entries = await api.get(`/v1/feeds/${id}/entries?status=pending`, 'review')
    expect(bodyOf(entries, 200, pageOf(FeedEntry))).toEqual({ items: [], next: null })
    const pause = () => api.post(`/v1/feeds/${id}/status`, 'review', { status: 'paused' })
    expect(bodyOf(await pause(), 201, ChangedFeed)).toMatchObject({ changed: true, feed: { status: 'paused' } })
    expect(bodyOf(await pause(), 200, ChangedFeed)).toMatchObject({ changed: false })
  })

  it('refuses a feed inside a network, of no collection, or recorded for another', async () => {
    const url = `${api.press()}/feed/${mark()}`
    const inside = await api.post('/v1/feeds', 'review', { url: 'http://192.168.1.1/feed' })
    expectProblem(inside, 422, 'address-refused', ['url'])
    const unknown = await api.post('/v1/feeds', 'review', { url, collection: 'none' })
    expectProblem(unknown, 404, 'not-found', ['collection'])
    bodyOf(await api.post('/v1/feeds', 'review', { url }), 201, RecordedFeed)
    const papers = { name: `Papers ${mark()}`, rule: 'every piece', readWhole: true }
    const made = await api.post('/v1/collections', 'review', papers)
    const collection = JSON.parse(made.text).collection.slug
    expectProblem(await api.post('/v1/feeds', 'review', { url, collection }), 409, 'already-exists', ['collection'])
  })

  it('is for reviewers', async () => {
    expectProblem(await api.get('/v1/feeds'), 401, 'unauthenticated')
    expectProblem(await api.get('/v1/feeds', 'submit'), 403, 'forbidden')
    expectProblem(await api.post('/v1/feeds', 'submit', { url: 'https://example.org/feed' }), 403, 'forbidden')
    const unknown = `/v1/feeds/fed_${'0'.repeat(26)}`
    expectProblem(await api.get(unknown, 'review'), 404, 'not-found', ['id'])
    expectProblem(await api.get(`${unknown}/entries`, 'review'), 404, 'not-found', ['id'])
    expectProblem(await api.post(`${unknown}/status`, 'review', { status: 'paused' }), 404, 'not-found', ['id'])
    const places = `/v1/commentaries/cmt_${'0'.repeat(26)}/places`
    expectProblem(await api.get(places), 401, 'unauthenticated')
    expectProblem(await api.get(places, 'review'), 404, 'not-found', ['id'])
  })
}

/** Recording by address, and feeds: the same on every runtime, against a server of this machine. */
export const fetchingContract = (api: Api): void => {
  describe('recording by address', () => urlContract(api))
  describe('feeds', () => feedContract(api))
}

/** What a poll of a feed of the gazette leaves: its one piece, recorded with the feed's day. */
export const expectPolled = async (api: Api, feedId: string): Promise<void> => {
  const { items } = bodyOf(await api.get(`/v1/feeds/${feedId}/entries`, 'review'), 200, pageOf(FeedEntry))
  expect(items).toMatchObject([{ status: 'recorded', problem: null }])
  const read = await api.get(`/v1/commentaries/${items[0]?.commentaryId}`)
  expect(bodyOf(read, 200, CommentaryDetail)).toMatchObject({
    publishedOn: '2024-01-15',
    extraction: { mode: 'built-in', fallback: null, withheld: null, refused: [] },
    document: {
      reader: 'text-1',
      published: { on: '2024-01-15', evidence: 'Mon, 15 Jan 2024 10:00:00 GMT (the feed)' },
    },
  })
}

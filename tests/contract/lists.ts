import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Author } from '../../src/core/author.ts'
import { Question } from '../../src/core/question.ts'
import { type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import { accept, predictionOn, proposeAndSettle, recordCollection, recordEvent, recordForecasts } from './steps.ts'

const Ids = pageOf(z.object({ id: z.string() }))

/** How lists are narrowed: every filter keeps what it is asked for, drops the rest, and is refused where nobody knows it. */
export const listContract = (api: Api): void => {
  const idsAt = async (path: string) => bodyOf(await api.get(path, 'review'), 200, Ids).items.map(({ id }) => id)
  /** One commentary of a collection of its own with its question, settled, on a topic of its own. */
  const story = async () => {
    const collection = await recordCollection(api)
    const { commentary, candidates } = await recordForecasts(api, [`mill ${mark()}`], { collection: collection.slug })
    const candidate = candidates[0]?.id ?? ''
    const { id } = await accept(api, candidate)
    const topic = mark().toLowerCase()
    const topics = { add: [topic], reason: 'what it is about' }
    expect((await api.post(`/v1/questions/${id}/topics`, 'review', topics)).status).toBe(201)
    const event = await recordEvent(api)
    await proposeAndSettle(api, id, event)
    const said = await predictionOn(api, id)
    const author = bodyOf(await api.get(`/v1/authors/${said.authorId}`), 200, Author)
    return { collection, commentary, candidate, id, topic, event, said, author }
  }

  describe('lists', () => {
    it('are narrowed by each filter, and by all at once', async () => {
      const { collection, commentary, candidate, id, topic, event, said, author } = await story()
      const other = await story()
      const due = ['due_after=2024-12-31', 'due_before=2025-01-01', 'due_after=2025-01-01', 'due_before=2024-12-31']
      const about = [`topic=${topic}`, `collection=${collection.slug}`, `collection=${collection.id}`]
      const by = [`author=${author.id}`, `author=${author.slug}`]
      const lists: [path: string, found: string, keeps: string[], drops: string[]][] = [
        [
          '/v1/predictions',
          said.id,
          [
            ...by,
            ...about,
            'status=resolved',
            'kind=binary',
            'attribution=own',
            'origin=commentary',
            'timing=retrospective',
          ],
          ['status=open', 'kind=categorical', 'attribution=quoted', 'origin=imported', 'timing=prospective'],
        ],
        ['/v1/questions', id, [...by, ...about, 'status=resolved', 'kind=binary'], ['status=due', 'kind=categorical']],
        [
          '/v1/candidates',
          candidate,
          [...by, about[1] ?? '', 'status=accepted', 'attribution=own'],
          ['status=rejected'],
        ],
        ['/v1/authors', author.id, [`q=${author.slug.slice(0, -2)}`, about[1] ?? '', 'kind=person'], ['kind=model']],
        [
          '/v1/commentaries',
          commentary.id,
          [...by, about[1] ?? '', 'published_after=2024-01-15', 'published_before=2024-01-16'],
          ['published_after=2024-01-16', 'published_before=2024-01-15'],
        ],
        [
          '/v1/events',
          event.id,
          [`question=${id}`, 'occurred_after=2024-09-18T00:00:00.000Z'],
          [`commentary=${commentary.id}`],
        ],
      ]
      for (const [path, found, keeps, drops] of lists) {
        const dated = /predictions|questions|candidates/.test(path)
        const all = [...keeps, ...(dated ? due.slice(0, 2) : [])]
        for (const filter of all) {
          const listed = await idsAt(`${path}?${filter}&limit=200`)
          expect(listed, `${path}?${filter}`).toContain(found)
        }
        // The last of a name stands: ids and slugs of one author say the same.
        const once = [...new Map(all.map((filter) => [filter.split('=')[0], filter])).values()].join('&')
        expect(await idsAt(`${path}?${once}`), once).toEqual([found])
        for (const filter of [...drops, ...(dated ? due.slice(2) : [])])
          expect(await idsAt(`${path}?${keeps[0]}&${filter}`), filter).toEqual([])
      }
      for (const [path, filter] of [
        ['/v1/resolutions', `topic=${topic}&author=${author.slug}&step=settle&due_before=2025-01-01`],
        ['/v1/resolutions', `collection=${collection.slug}&status=resolved&kind=binary`],
      ])
        expect((await idsAt(`${path}?${filter}`)).length, filter).toBe(1)
      expect(await idsAt(`/v1/resolutions?topic=${topic}&step=void`)).toEqual([])
      expect(await idsAt(`/v1/score-changes?author=${author.slug}&topic=${topic}&timing=prospective`)).toEqual([])
      expect(await idsAt(`/v1/predictions?topic=${other.topic}&author=${author.slug}`)).toEqual([])
    })

    it('read as of a position by the same filters', async () => {
      const body = { wording: `It holds, ${mark()}.`, windowStart: '2024-01-01', windowEnd: '2024-12-31' }
      const { id } = bodyOf(await api.post('/v1/questions', 'review', body), 201, Question)
      const due = 'due_after=2024-12-31&due_before=2025-01-01&status=open'
      expect(await idsAt(`/v1/questions?${due}&limit=200`)).toContain(id)
      expect(await idsAt(`/v1/questions?${due}&as_of=0`)).toEqual([])
      expect(await idsAt(`/v1/predictions?${due}&timing=prospective&topic=none-such&as_of=0`)).toEqual([])
    })

    it('refuse what names nobody, and parameters that nobody knows', async () => {
      expectProblem(await api.get('/v1/predictions?author=nobody-at-all'), 404, 'not-found', ['author'])
      expectProblem(await api.get('/v1/questions?collection=none-such'), 404, 'not-found', ['collection'])
      expectProblem(await api.get('/v1/predictions?due_after=soon'), 422, 'invalid-input', ['due_after'])
      expectProblem(await api.get('/v1/authors?q=***'), 422, 'invalid-input', ['q'])
      expectProblem(await api.get('/v1/predictions?auther=ada&topik=x'), 422, 'invalid-input', ['auther', 'topik'])
      expectProblem(await api.get('/v1/window-rules?verbose=1'), 422, 'invalid-input', ['verbose'])
      const sent = await api.post('/v1/authors?dry_run=true', 'submit', { name: 'Ada', kind: 'person' })
      expectProblem(sent, 422, 'invalid-input', ['dry_run'])
    })
  })
}

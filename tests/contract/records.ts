import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Author } from '../../src/core/author.ts'
import { Candidate, Commentary } from '../../src/core/commentary.ts'
import { Event } from '../../src/core/event.ts'
import { ResolutionEntry } from '../../src/core/proposal.ts'
import { Question } from '../../src/core/question.ts'
import { readers } from '../../src/core/reading/document.ts'
import { Source } from '../../src/core/source.ts'
import { type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import {
  accept,
  commentaryBody,
  forecast,
  foundNothing,
  proposeAndSettle,
  RecordedCommentary,
  RecordedEvent,
  recordEvent,
  recordForecasts,
  shows,
} from './steps.ts'

export const CommentaryText = z.strictObject({ version: z.literal(1), reader: z.enum(readers), text: z.string() })

const onceContract = (api: Api): void => {
  it('records the same commentary once', async () => {
    const body = commentaryBody(forecast(`mill ${mark()}`))
    const first = bodyOf(await api.post('/v1/commentaries', 'submit', body), 201, RecordedCommentary)
    const second = bodyOf(await api.post('/v1/commentaries', 'submit', body), 200, RecordedCommentary)
    expect(first.created).toBe(true)
    expect(first.extraction).toMatchObject({ mode: 'built-in', withheld: null })
    expect(first.document).toMatchObject({ reader: 'text-1' })
    expect(second).toEqual({ ...first, created: false })
  })

  it('records it once when it comes several times at once', async () => {
    const body = commentaryBody(forecast(`mill ${mark()}`))
    const answers = await Promise.all([1, 2, 3, 4].map(() => api.post('/v1/commentaries', 'submit', body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201])
    const ids = answers.map(({ text }) => RecordedCommentary.parse(JSON.parse(text)).commentary.id)
    expect(new Set(ids).size).toBe(1)
    const listed = await api.get(`/v1/candidates?commentary=${ids[0]}`, 'review')
    expect(bodyOf(listed, 200, pageOf(Candidate)).items).toHaveLength(1)
  })

  it('records the same event once', async () => {
    const kind = `closing-${mark().toLowerCase()}`
    const body = { title: `It closed, ${mark()}`, happened: '2024-09-18', kind, entities: ['The Mill'] }
    const first = bodyOf(await api.post('/v1/events', 'resolve', body), 201, RecordedEvent)
    const second = bodyOf(await api.post('/v1/events', 'resolve', body), 200, RecordedEvent)
    expect(second.event).toEqual(first.event)
    const further = { ...body, url: 'https://example.org/another-report' }
    expect(bodyOf(await api.post('/v1/events', 'resolve', further), 200, RecordedEvent).notTaken).toEqual(['url'])
    const listed = bodyOf(await api.get(`/v1/events?kind=${kind}`), 200, pageOf(Event))
    expect(listed.items).toEqual([first.event])
  })
}

const scripts: [string, string][] = [
  ['right-to-left text', 'הבנק המרכזי שותק. قال الوزير شيئا. \u202Eabc\u202C'],
  ['emoji', '👩‍👩‍👧‍👦🏦🔥 e\u0301 \u{1F1FA}\u{1F1F3} 𝒳'],
  ['HTML', '<script>alert("1 & 2")</script><img src=x onerror=alert(1)> &amp; <p>'],
  ['unusual white space', 'One.\r\n\r\nTwo.\u2028Three.\t\u00A0\u200B'],
]

/** What is stored of a text, once each of its candidates has been found at its offsets there. */
const storedText = async (api: Api, text: string): Promise<{ stored: string; candidates: Candidate[] }> => {
  const sent = await api.post('/v1/commentaries', 'submit', commentaryBody(text))
  const { commentary, candidates } = bodyOf(sent, 201, RecordedCommentary)
  const answer = await api.get(`/v1/commentaries/${commentary.id}/text`, 'review')
  const { text: stored } = bodyOf(answer, 200, CommentaryText)
  const listed = await api.get(`/v1/candidates?commentary=${commentary.id}`, 'review')
  const { items } = bodyOf(listed, 200, pageOf(Candidate))
  expect(items).toHaveLength(candidates)
  for (const { quote, start, end } of items) expect(stored.slice(start, end)).toBe(quote)
  return { stored, candidates: items }
}

const textContract = (api: Api): void => {
  it.each(scripts)('keeps %s to the letter, with exact offsets', async (_, strange) => {
    const parts = [strange, forecast(`mill ${mark()}`), strange, forecast(`port ${mark()}`), strange]
    const text = parts.join('\n\n')
    const { stored, candidates } = await storedText(api, text)
    expect(stored).toBe(text)
    expect(candidates).toHaveLength(2)
  })

  it('keeps offsets exact where the text starts with a byte order mark', async () => {
    const { candidates } = await storedText(api, `\uFEFF${forecast(`mill ${mark()}`)}`)
    expect(candidates).toHaveLength(1)
  })
}

const pageContract = (api: Api): void => {
  it('shows each thing once to who walks the pages one by one, newest first', async () => {
    const titles = Array.from({ length: 5 }, () => `Walked past, ${mark()}`)
    await Promise.all(titles.map((title) => api.post('/v1/events', 'resolve', { title, happened: '2024-09-18' })))
    const seen: Event[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const page = bodyOf(await api.get(`/v1/events?limit=1${query}`), 200, pageOf(Event))
      expect(page.items).toHaveLength(1)
      seen.push(...page.items)
      cursor = page.next
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    expect(seen.map(({ title }) => title)).toEqual(expect.arrayContaining(titles))
    const instants = seen.map(({ recordedAt }) => recordedAt)
    expect(instants).toEqual([...instants].sort().reverse())
  })

  it.each<[string, string]>([
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=ten', 'limit'],
    ['cursor=nonsense', 'cursor'],
  ])('answers 422 to ?%s', async (query, field) => {
    expectProblem(await api.get(`/v1/events?${query}`), 422, 'invalid-input', [field])
  })
}

const wholeContract = (api: Api): void => {
  it('leaves nothing of a commentary that it refuses', async () => {
    const [title, byline, publisher] = [`Title ${mark()}`, `Byline ${mark()}`, `Publisher ${mark()}`]
    const body = { ...commentaryBody(forecast(`mill ${mark()}`), byline), title, publisher, collection: 'none' }
    expectProblem(await api.post('/v1/commentaries', 'admin', body), 404, 'not-found', ['collection'])
    const commentaries = bodyOf(await api.get('/v1/commentaries?limit=200'), 200, pageOf(Commentary))
    expect(commentaries.items.map((one) => one.title)).not.toContain(title)
    const authors = bodyOf(await api.get('/v1/authors?limit=200'), 200, pageOf(Author))
    expect(authors.items.map(({ name }) => name)).not.toContain(byline)
    const sources = bodyOf(await api.get('/v1/sources?limit=200'), 200, pageOf(Source))
    expect(sources.items.map(({ name }) => name)).not.toContain(publisher)
    const { collection: _, ...mended } = body
    bodyOf(await api.post('/v1/commentaries', 'submit', mended), 201, RecordedCommentary)
  })

  it('leaves a question as it was when a correction is refused', async () => {
    const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
    const { id: questionId } = await accept(api, candidates[0]?.id ?? '')
    await proposeAndSettle(api, questionId, await recordEvent(api))
    const path = `/v1/questions/${questionId}`
    const before = await api.get(path)
    const short = { ...foundNothing, readThrough: '2024-06-30' }
    const correction = { step: 'settle', questionId, outcome: 'no', evidence: [short], reason: 'a slip', correct: true }
    expectProblem(await api.post('/v1/resolutions', 'resolve', correction), 422, 'insufficient-evidence')
    const late = { ...correction, outcome: 'yes', evidence: [shows(await recordEvent(api, '2025-06-01'))] }
    expectProblem(await api.post('/v1/resolutions', 'resolve', late), 422, 'insufficient-evidence')
    expect((await api.get(path)).text).toBe(before.text)
    const Detail = Question.extend({ log: z.array(ResolutionEntry).length(1) })
    bodyOf(before, 200, Detail)
  })
}

/** What is kept: once, whole, to the letter, and listed without gaps. */
export const recordContract = (api: Api): void => {
  describe('the same again', () => onceContract(api))
  describe('texts', () => textContract(api))
  describe('pages', () => pageContract(api))
  describe('what is refused', () => wholeContract(api))
}

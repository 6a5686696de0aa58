import { describe, expect, it } from 'vitest'
import { Candidate } from '../../src/core/commentary.ts'
import { type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import { CommentaryText } from './records.ts'
import { forecast, RecordedCommentary } from './steps.ts'

/** A page of a newspaper with two forecasts in it, one of them in an advertisement. */
const pageOfPaper = (subject: string, head = '') => `<!doctype html>
<html lang="en-GB"><head><meta charset="windows-1252"><title>The mill | Velmark Courier</title>${head}
<script type="application/ld+json">{"@type":"NewsArticle","headline":"The mill","author":{"name":"Ada Quill ${subject}"},
"datePublished":"2024-01-15T23:30:00-05:00","publisher":{"name":"Velmark Courier"},"keywords":"mills"}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>The mill</h1>
<p>The café by the mill has been there for longer than anyone in the town remembers, and the miller knows it.</p>
<p>${forecast(subject)}</p>
<div class="ad-slot"><p>The sale will end on Sunday.</p></div>
<p>So says everybody whom one asks in the market hall, and nobody has yet said why it should be otherwise.</p>
</article><footer>All rights reserved.</footer></body></html>`

const recordPage = async (api: Api, body: object, status = 201) =>
  bodyOf(await api.post('/v1/commentaries', 'submit', body), status, RecordedCommentary)

const pageContract = (api: Api): void => {
  it('takes from a page what is not said, and says what it took', async () => {
    const subject = `mill ${mark()}`
    const { commentary, candidates, document } = await recordPage(api, { text: pageOfPaper(subject) })
    expect(commentary).toMatchObject({
      title: 'The mill',
      publisher: 'Velmark Courier',
      publishedOn: '2024-01-15',
      published: { earliest: '2024-01-15T00:00:00.000Z', latest: '2024-01-16T23:59:59.999Z' },
      language: 'en-GB',
    })
    expect(document).toMatchObject({
      reader: 'html-1',
      mediaType: 'text/html',
      topics: ['mills'],
      published: { evidence: '2024-01-15T23:30:00-05:00 (datePublished in JSON-LD)' },
      taken: ['publishedOn', 'title', 'bylines', 'publisher', 'language'],
    })
    expect(candidates).toBe(1)
    const shown = JSON.parse((await api.get(`/v1/commentaries/${commentary.id}`)).text)
    const { title: _, bylines: __, publisher: ___, canonicalUrl: ____, ...open } = document ?? {}
    expect(shown.document).toEqual({ ...open, textVersion: 1, recordedAt: commentary.recordedAt })
    const { text, reader } = bodyOf(
      await api.get(`/v1/commentaries/${commentary.id}/text`, 'review'),
      200,
      CommentaryText,
    )
    expect(reader).toBe('html-1')
    expect(text).toMatch(/^The café by the mill [^<>]*$/)
    const { items } = bodyOf(
      await api.get(`/v1/candidates?commentary=${commentary.id}`, 'review'),
      200,
      pageOf(Candidate),
    )
    for (const { quote, start, end } of items) expect(text.slice(start, end)).toBe(quote)
  })

  it('puts what is said before what the page tells', async () => {
    const said = {
      publishedOn: '2024-01-10',
      title: 'Mine',
      bylines: ['Ben Okoro'],
      publisher: 'Other',
      language: 'en',
    }
    const { commentary, document } = await recordPage(api, { text: pageOfPaper(`mill ${mark()}`), ...said })
    expect(commentary).toMatchObject({ publishedOn: '2024-01-10', title: 'Mine', publisher: 'Other', language: 'en' })
    expect(commentary.bylines.map(({ name }) => name)).toEqual(['Ben Okoro'])
    expect(document).toMatchObject({ title: 'The mill', taken: [] })
  })

  it('keeps the same text once, from whatever page', async () => {
    const subject = `mill ${mark()}`
    const first = await recordPage(api, { text: pageOfPaper(subject) })
    const again = await recordPage(api, { text: pageOfPaper(subject, '<meta name="x" content="y">') }, 200)
    expect(again.commentary.id).toBe(first.commentary.id)
  })

  it('reads Markdown with its front matter', async () => {
    const text = `---\ntitle: The *mill*\nauthor: Ada Quill\ndate: 2024-01-15\n---\n\n# The mill\n\n**${forecast(`mill ${mark()}`)}**\n`
    const { commentary, candidates, document } = await recordPage(api, { text })
    expect(commentary).toMatchObject({ title: 'The *mill*', publishedOn: '2024-01-15' })
    expect(document).toMatchObject({ reader: 'markdown-1' })
    expect(candidates).toBe(1)
  })
}

const silentContract = (api: Api): void => {
  it('asks for the day where nothing tells it', async () => {
    const answer = await api.post('/v1/commentaries', 'submit', { text: forecast(`mill ${mark()}`) })
    expectProblem(answer, 422, 'invalid-input', ['publishedOn'])
    expect(answer.text).toContain('send publishedOn')
  })

  it('does not take a day in the future', async () => {
    const text = `---\ndate: 2190-01-15\n---\n${forecast(`mill ${mark()}`)}`
    expectProblem(await api.post('/v1/commentaries', 'submit', { text }), 422, 'invalid-input', ['publishedOn'])
  })

  it('answers 422 to a page without words, and to a type that is none', async () => {
    const body = { text: '<html><body><script>1</script></body></html>', publishedOn: '2024-01-15' }
    expectProblem(await api.post('/v1/commentaries', 'submit', body), 422, 'invalid-input', ['text'])
    const pdf = { ...body, mediaType: 'application/pdf' }
    expectProblem(await api.post('/v1/commentaries', 'submit', pdf), 422, 'invalid-input', ['mediaType'])
  })

  it('records another language with its reason, and without candidates', async () => {
    const text = `Die Mühle ${mark()} wird vor dem Winter schließen, und niemand in der Stadt glaubt, dass sie wieder öffnet.`
    const { commentary, candidates, extraction } = await recordPage(api, { text, publishedOn: '2024-01-15' })
    expect(commentary.language).toBe('de')
    expect(candidates).toBe(0)
    expect(extraction?.withheld).toBe('the text is in German (de); extraction reads English')
    const told = await recordPage(api, { text: `${text} Ja.`, publishedOn: '2024-01-15', language: 'en' })
    expect(told.commentary.language).toBe('en')
    expect(told.extraction?.withheld).toBe(
      'the text is in German (de), though it is declared as en; extraction reads English',
    )
  })

  it('reads a page of 20,000 nested elements', async () => {
    const text = `<html><body>${'<div>'.repeat(20_000)}<p>${forecast(`mill ${mark()}`)}`
    expect((await recordPage(api, { text, publishedOn: '2024-01-15' })).candidates).toBe(1)
  })
}

/** Pages, Markdown and other languages, and what is asked for where they do not tell it. */
export const readingContract = (api: Api): void => {
  describe('pages', () => pageContract(api))
  describe('what a document does not tell', () => silentContract(api))
}

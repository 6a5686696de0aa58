import { Hono } from 'hono'
import { loggedPath } from '../core/one-time-link.ts'
import { Problem, retryAfter } from '../core/problem.ts'
import { asProblem, errorText } from '../storage/violations.ts'
import { accountPages } from './account/account.tsx'
import { entrancePages } from './account/entrance.tsx'
import { peoplePages } from './account/people.tsx'
import { authorPages } from './author/author.tsx'
import { boardFilterOf, readBoards } from './boards.ts'
import { commentaryPages } from './commentary/commentary.tsx'
import { readCorrections } from './corrections.ts'
import { CorrectionsPage } from './corrections-page.tsx'
import { disputePages } from './disputes.tsx'
import { DocsPage } from './docs-page.tsx'
import { SchemasPage } from './docs-schemas-page.tsx'
import { answer, documentOf, type Env, isOfSandbox, reading } from './env.ts'
import { firstRunPages } from './first-run/first-run.tsx'
import { statusOf } from './forms.ts'
import { FrontPage } from './front-page.tsx'
import { secure } from './headers.ts'
import { readLatest } from './latest.tsx'
import { listPages } from './lists/lists.tsx'
import { BrokenPage, NoCorrectionsPage, RefusedPage, UnavailablePage } from './message-page.tsx'
import { MethodsPage } from './methods/methods-page.tsx'
import { referenceOf } from './openapi.ts'
import { questionPages } from './question/question.tsx'
import { reviewPages } from './review/review.tsx'
import { rulingPages } from './review/ruling.tsx'
import { settlingPages } from './review/settling.tsx'
import { SCRIPT } from './script/made.ts'
import { STYLE } from './style.ts'

/** The pages for people, made on the server, without script; what they write goes by plain forms. */
export const createPages = (apiDocument: () => unknown) => {
  const pages = new Hono<Env>()

  pages.route('/', firstRunPages())

  pages.get('/', async (c) => {
    const { reader, now } = reading(c)
    const filter = boardFilterOf(c.req.query())
    const boards = await readBoards(reader, filter, now)
    const missing = filter.collection !== null && boards.collections.length === 0
    return answer(c, <FrontPage boards={boards} latest={await readLatest(reader, now)} />, missing ? 404 : 200)
  })

  pages.get('/corrections', async (c) => {
    const { reader, now } = reading(c)
    const cursor = c.req.query('cursor') ?? null
    try {
      const view = await readCorrections(reader, cursor, now)
      return answer(c, <CorrectionsPage {...view} first={cursor === null} />)
    } catch (error) {
      if (error instanceof Problem && error.code === 'invalid-input') return answer(c, <NoCorrectionsPage />, 404)
      throw error
    }
  })

  pages.route('/', authorPages())
  pages.route('/', disputePages())
  pages.route('/', questionPages())
  pages.route('/', commentaryPages())
  pages.route('/', listPages())
  pages.route('/', entrancePages())
  pages.route('/', accountPages())
  pages.route('/', peoplePages())
  pages.route('/', reviewPages())
  pages.route('/', settlingPages())
  pages.route('/', rulingPages())

  pages.get('/methods', (c) => answer(c, <MethodsPage />))

  // The document does not change while the process runs: its pages are made once.
  const made = new Map<string, Promise<string>>()
  const reference = (path: string, Page: typeof DocsPage) =>
    pages.get(path, async (c) => {
      const sandbox = isOfSandbox(c)
      const key = `${path} ${sandbox}`
      const page = made.get(key) ?? documentOf(<Page reference={referenceOf(apiDocument())} />, sandbox)
      made.set(key, page)
      secure(c)
      return c.html(await page)
    })
  reference('/docs', DocsPage)
  reference('/docs/schemas', SchemasPage)

  const kept = { 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' }
  pages.get('/style.css', (c) => c.body(STYLE, 200, { ...kept, 'content-type': 'text/css; charset=utf-8' }))
  pages.get('/review.js', (c) => c.body(SCRIPT, 200, { ...kept, 'content-type': 'text/javascript; charset=utf-8' }))

  pages.onError((error, c) => {
    const requestId = c.res.headers.get('x-request-id') ?? ''
    const problem = asProblem(error)
    c.set('problem', problem instanceof Problem ? problem.code : 'internal')
    const wait = retryAfter(problem)
    if (wait) c.header('retry-after', wait)
    if (problem instanceof Problem && !['internal', 'database-unavailable'].includes(problem.code)) {
      return answer(c, <RefusedPage problem={problem} />, statusOf(problem))
    }
    c.var.watch.log('error', 'crash', {
      ...{ method: c.req.method, path: loggedPath(c.req.path), error: errorText(error) },
    })
    if (problem instanceof Problem && problem.code === 'database-unavailable')
      return answer(c, <UnavailablePage requestId={requestId} />, 503)
    return answer(c, <BrokenPage requestId={requestId} />, 500)
  })
  return pages
}

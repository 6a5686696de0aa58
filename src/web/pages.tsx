import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Services } from '../actions/context.ts'
import { findAuthor } from '../storage/authors.ts'
import { AuthorPage, readAuthorView } from './author-page.tsx'
import { readBoards } from './boards.ts'
import { DocsPage } from './docs-page.tsx'
import { FrontPage } from './front-page.tsx'
import { secure } from './headers.ts'
import { readLatest } from './latest.tsx'
import { BrokenPage, NoAuthorPage } from './message-page.tsx'
import { referenceOf } from './openapi.ts'
import { STYLE } from './style.ts'
import { authorHref } from './words.ts'

type Markup = ReturnType<typeof FrontPage>

const documentOf = async (page: Markup): Promise<string> => String(await html`<!DOCTYPE html>${page}`)

const answer = async (c: Context, page: Markup, status: 200 | 404 | 500 = 200): Promise<Response> => {
  secure(c)
  return c.html(await documentOf(page), status)
}

/** Longer than any slug or id; NUL is in none, and no database takes it. */
const isName = (asked: string): boolean => asked.length <= 300 && !asked.includes('\u0000')

/** The services of the request, as the site lays them down. */
type Env = { Variables: { services: Services } }

/** The pages for people: read-only, without script, made on the server. */
export const createPages = (apiDocument: () => unknown) => {
  const pages = new Hono<Env>()
  const reading = (c: Context<Env>) => {
    const { database, clock } = c.var.services
    return { reader: database.reader, now: clock() }
  }

  pages.get('/', async (c) => {
    const { reader, now } = reading(c)
    const boards = await readBoards(reader, now)
    return answer(c, <FrontPage boards={boards} latest={await readLatest(reader)} />)
  })

  pages.get('/authors/:name', async (c) => {
    const { reader, now } = reading(c)
    const asked = c.req.param('name')
    const author = isName(asked) ? await findAuthor(reader, asked) : null
    if (!author) return answer(c, <NoAuthorPage asked={asked} />, 404)
    if (author.slug !== asked) return c.redirect(authorHref(author.slug), 308)
    return answer(c, <AuthorPage {...(await readAuthorView(reader, author, now))} />)
  })

  // The document does not change while the process runs: its page is made once.
  let docs: Promise<string> | undefined
  pages.get('/docs', async (c) => {
    docs ??= documentOf(<DocsPage reference={referenceOf(apiDocument())} />)
    secure(c)
    return c.html(await docs)
  })

  pages.get('/style.css', (c) => {
    c.header('cache-control', 'public, max-age=31536000, immutable')
    c.header('x-content-type-options', 'nosniff')
    return c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' })
  })

  pages.onError((error, c) => {
    const requestId = c.res.headers.get('x-request-id') ?? ''
    console.error(`${requestId} ${c.req.method} ${c.req.path}`, error)
    return answer(c, <BrokenPage requestId={requestId} />, 500)
  })
  return pages
}

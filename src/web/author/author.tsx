import { type Context, Hono } from 'hono'
import type { Author } from '../../core/author.ts'
import { Problem } from '../../core/problem.ts'
import { timings } from '../../core/question.ts'
import { voices } from '../../core/slice.ts'
import { mustFindCollection } from '../../queries/collections.ts'
import { type Asked, authorView } from '../../queries/report/author-view.ts'
import { findAuthor } from '../../storage/authors.ts'
import { answer, answerEmbedded, type Env, reading } from '../env.ts'
import { isName } from '../is-name.ts'
import { NoAuthorPage } from '../message-page.tsx'
import { AuthorPage } from './author-page.tsx'
import { EmbeddedAuthor, NoEmbeddedAuthor } from './embedded-author.tsx'
import { readAuthorPage } from './read-author.ts'

const oneOf = <T extends string>(field: string, asked: string | undefined, all: readonly T[]): T | null => {
  if (asked === undefined || asked === '') return null
  const found = all.find((one) => one === asked)
  if (found !== undefined) return found
  const detail = `${field} is ${all.join(' or ')}`
  throw new Problem('invalid-input', detail, 'follow a link of the page', [{ field, detail }])
}

/** Which report the address names. Throws `invalid-input`, and `not-found` for a collection that there is not. */
const askedIn = async (c: Context<Env>): Promise<Asked> => {
  const { reader } = reading(c)
  const collection = c.req.query('collection')
  if (collection !== undefined && !isName(collection))
    throw new Problem('not-found', 'there is no such collection', 'follow a link of the page')
  return {
    timing: oneOf('timing', c.req.query('timing'), timings),
    voice: oneOf('voice', c.req.query('voice'), voices),
    collection: collection === undefined || collection === '' ? null : await mustFindCollection(reader, collection),
  }
}

/** The author of an address; a redirect where another address is theirs; null where there is none. */
const authorIn = async (c: Context<Env>, base: string): Promise<Author | Response | null> => {
  const asked = c.req.param('name') ?? ''
  const author = isName(asked) ? await findAuthor(reading(c).reader, asked) : null
  if (!author || author.slug === asked) return author
  // No browser keeps it: a record that was merged may be split again.
  c.header('cache-control', 'no-cache')
  return c.redirect(`${base}${encodeURIComponent(author.slug)}${new URL(c.req.url).search}`, 308)
}

/** The page of an author, and a small one for the pages of others. */
export const authorPages = () =>
  new Hono<Env>()
    .get('/authors/:name', async (c) => {
      const author = await authorIn(c, '/authors/')
      if (author instanceof Response) return author
      if (!author) return answer(c, <NoAuthorPage asked={c.req.param('name')} />, 404)
      const { reader, now } = reading(c)
      return answer(c, <AuthorPage {...(await readAuthorPage(reader, author, await askedIn(c), now))} now={now} />)
    })
    .get('/embed/authors/:name', async (c) => {
      const author = await authorIn(c, '/embed/authors/')
      if (author instanceof Response) return author
      if (!author) return answerEmbedded(c, <NoEmbeddedAuthor />, 404)
      const { reader, now } = reading(c)
      const view = await authorView(reader, author, await askedIn(c), now)
      return answerEmbedded(c, <EmbeddedAuthor {...view} />)
    })

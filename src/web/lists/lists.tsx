import { Hono } from 'hono'
import { Problem } from '../../core/problem.ts'
import { namePrefixes } from '../../core/search.ts'
import { listAuthors } from '../../storage/authors.ts'
import type { Reader } from '../../storage/database.ts'
import { answer, type Env, reading } from '../env.ts'
import { AuthorsPage, type AuthorsView } from './authors-page.tsx'
import { filledIn, ROWS } from './list-query.ts'
import { QuestionsPage } from './questions-page.tsx'
import { readQuestions, refusedAs } from './read-questions.ts'

const authorsFound = async (reader: Reader, { q, cursor }: AuthorsView['asked']) => {
  const prefixes = q === undefined ? null : namePrefixes(q)
  if (prefixes?.length === 0) throw new Problem('invalid-input', 'no letter or digit is in that name', 'write one')
  return listAuthors(reader, { kind: null, prefixes }, { limit: ROWS, cursor: cursor ?? null })
}

const readAuthors = async (reader: Reader, query: Record<string, string>): Promise<AuthorsView> => {
  const { q = '', cursor = '' } = query
  const shown = q.length > 0 && q.length <= 200 && !q.includes('\u0000') ? { q } : {}
  try {
    const asked = filledIn({ q, cursor }, ['q', 'cursor'])
    return { asked, ...(await authorsFound(reader, asked)), wrong: null, status: 200 }
  } catch (error) {
    return { asked: shown, items: [], next: null, ...refusedAs(error) }
  }
}

/** The lists of questions and authors. */
export const listPages = () => {
  const pages = new Hono<Env>()

  pages.get('/questions', async (c) => {
    const view = await readQuestions(reading(c).reader, c.req.query())
    return answer(c, <QuestionsPage view={view} />, view.status)
  })

  pages.get('/authors', async (c) => {
    const view = await readAuthors(reading(c).reader, c.req.query())
    return answer(c, <AuthorsPage view={view} />, view.status)
  })
  return pages
}

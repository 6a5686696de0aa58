import { Hono } from 'hono'
import { idOf } from '../../core/id.ts'
import { allows } from '../../core/key.ts'
import { answer, type Env, reading } from '../env.ts'
import { CommentaryPage, NoCommentaryPage } from './commentary-page.tsx'
import { readCommentaryPage } from './read-commentary-page.ts'

/** The page of one commentary: to everybody its quotes, its text to reviewers alone. */
export const commentaryPages = () => {
  const pages = new Hono<Env>()

  pages.get('/commentaries/:id', async (c) => {
    const signedIn = await c.var.signedIn()
    // Nothing on the way keeps what was made for one person, nor gives it to another.
    if (signedIn) c.header('cache-control', 'no-store')
    c.header('vary', 'cookie', { append: true })
    const id = idOf('commentary').safeParse(c.req.param('id'))
    const whole = signedIn !== null && allows(signedIn.scopes, 'review')
    const view = id.success ? await readCommentaryPage(reading(c).reader, id.data, whole) : null
    return view ? answer(c, <CommentaryPage view={view} />) : answer(c, <NoCommentaryPage />, 404)
  })
  return pages
}

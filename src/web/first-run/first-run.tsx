import { type Context, Hono } from 'hono'
import type { SampleLoading } from '../../actions/sample-loading.ts'
import { allows } from '../../core/key.ts'
import { isSameOrigin } from '../../core/session.ts'
import { holdsContent } from '../../storage/installation.ts'
import { answer, type Env, reading } from '../env.ts'
import { fieldsOf, limitedForm } from '../forms.ts'
import { FirstRunPage, LoadingPage, NotLoadedPage, type Offered } from './first-run-page.tsx'

const LIMIT = 2000

/** Whether who asks may load the sample: by the link that the server printed, or signed in as an administrator. */
const mayLoad = async (c: Context<Env>, sample: SampleLoading, secret: string | null): Promise<boolean> => {
  if (secret !== null && (await sample.opens(secret))) return true
  const signedIn = await c.var.signedIn()
  return signedIn !== null && allows(signedIn.scopes, 'admin')
}

/** Nothing on the way keeps a page that may hold the secret of the link. */
const unkept = (c: Context<Env>): void => {
  c.header('cache-control', 'no-store')
}

const offeredTo = async (c: Context<Env>, sample: SampleLoading | undefined): Promise<Offered> => {
  if (!sample) return { by: 'nobody' }
  const { phase } = sample.state()
  if (phase === 'loading') return { by: 'running' }
  const secret = c.req.query('first-run') ?? null
  const opened = secret !== null && (await sample.opens(secret))
  if (!opened && !(await mayLoad(c, sample, null))) return { by: 'operator' }
  return { by: 'button', secret: opened ? secret : null, again: phase === 'failed' }
}

const sameOrigin = (c: Context<Env>): boolean =>
  isSameOrigin(c.req.header('sec-fetch-site'), c.req.header('origin'), new URL(c.req.url).host)

/** The first steps in the place of the boards while nothing is recorded, and the button that loads the sample. */
export const firstRunPages = () => {
  const pages = new Hono<Env>()
  const refuse = (c: Context<Env>, why: string, status: 403 | 404 | 409) =>
    answer(c, <NotLoadedPage why={why} />, status)

  pages.get('/', async (c, next) => {
    const { sample } = c.var.services
    const phase = sample?.state().phase
    const unfinished = phase === 'loading' || phase === 'failed'
    if (!unfinished && (await holdsContent(reading(c).reader))) return next()
    unkept(c)
    return answer(c, <FirstRunPage offered={await offeredTo(c, sample)} />)
  })

  pages.get('/first-run', async (c) => {
    const { sample } = c.var.services
    if (!sample) return c.redirect('/', 303)
    unkept(c)
    return answer(c, <LoadingPage state={sample.state()} />)
  })

  const limited = limitedForm({
    maxSize: LIMIT,
    onError: (c) => refuse(c, 'That is too much for this form.', 409),
  })
  pages.post('/first-run', limited, async (c) => {
    const { sample } = c.var.services
    unkept(c)
    if (!sample)
      return refuse(c, 'This server cannot read the files of the sample, or something is recorded already.', 404)
    if (!sameOrigin(c)) return refuse(c, 'The form was not sent by a page of this site.', 403)
    const { secret } = await fieldsOf(c)
    if (!(await mayLoad(c, sample, secret ?? null)))
      return refuse(c, 'Only who has the link that the server printed, or an administrator who is signed in, may.', 403)
    // What stopped half-way has recorded something; it goes on all the same.
    if (sample.state().phase === 'ready' && (await holdsContent(reading(c).reader)))
      return refuse(c, 'Something is recorded here by now, and fiction must not be mixed with what is real.', 409)
    sample.begin()
    return c.redirect('/first-run', 303)
  })
  return pages
}

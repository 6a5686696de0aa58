import { Hono } from 'hono'
import { idOf } from '../../core/id.ts'
import { agreementOfReviewers } from '../../queries/second-reading.ts'
import { findCandidate } from '../../storage/candidates.ts'
import { commentariesByIds } from '../../storage/commentaries.ts'
import { commentariesWaiting } from '../../storage/waiting-candidates.ts'
import { answer, answerScripted, type Env, reading } from '../env.ts'
import { deskHref } from './addresses.ts'
import { decisions } from './decisions.tsx'
import { forReviewer, guardedDesk } from './guard.tsx'
import { NoPiecePage } from './message-pages.tsx'
import { QueuePage } from './queue-page.tsx'
import { seconding } from './second.tsx'
import { show } from './show.tsx'

/** Commentaries a page. */
const PAGE = 50

const queue = (pages: Hono<Env>): void => {
  pages.get('/review', ...guardedDesk, (c) =>
    forReviewer(c, async () => {
      const { reader } = reading(c)
      const cursor = c.req.query('cursor') ?? null
      const { items, next } = await commentariesWaiting(reader, { limit: PAGE, cursor })
      const ids = items.map(({ id }) => id)
      const byId = new Map((await commentariesByIds(reader, ids)).map((commentary) => [commentary.id, commentary]))
      const pieces = items.flatMap(({ id, at, waiting }) => {
        const commentary = byId.get(id)
        return commentary ? [{ commentary, since: at, waiting }] : []
      })
      const agreement = await agreementOfReviewers(reader)
      return answerScripted(c, <QueuePage pieces={pieces} next={next} first={cursor === null} agreement={agreement} />)
    }),
  )
}

const desk = (pages: Hono<Env>): void => {
  pages.get('/review/commentaries/:id', ...guardedDesk, (c) =>
    forReviewer(c, async () => {
      const id = idOf('commentary').safeParse(c.req.param('id'))
      if (!id.success) return answer(c, <NoPiecePage />, 404)
      const { candidate, last } = c.req.query()
      return show(c, { commentaryId: id.data, candidateId: candidate ?? null, last: last ?? null })
    }),
  )

  /** What was a form's address a moment ago may be asked for: the candidate on the desk is what was meant. */
  pages.get('/review/candidates/:id/:deed?', ...guardedDesk, (c) =>
    forReviewer(c, async () => {
      const id = idOf('candidate').safeParse(c.req.param('id'))
      const candidate = id.success ? await findCandidate(reading(c).reader, id.data) : null
      if (!candidate) return answer(c, <NoPiecePage />, 404)
      return c.redirect(deskHref(candidate.commentaryId, candidate.id), 303)
    }),
  )
}

/** The desk of who reviews: what waits for somebody to decide on it. */
export const reviewPages = () => {
  const pages = new Hono<Env>()
  queue(pages)
  desk(pages)
  decisions(pages)
  seconding(pages)
  return pages
}

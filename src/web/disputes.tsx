import { type Context, Hono } from 'hono'
import { ANYONE, contextOf } from '../actions/context.ts'
import { FileDispute, fileDispute } from '../actions/disputes/file-dispute.ts'
import { ReplyToDispute, replyToDispute } from '../actions/disputes/reply-to-dispute.ts'
import type { DisputeSubject } from '../core/dispute.ts'
import { idOf } from '../core/id.ts'
import { Problem, RateLimited } from '../core/problem.ts'
import { shownDispute } from '../queries/shown-dispute.ts'
import type { Reader } from '../storage/database.ts'
import { findDispute } from '../storage/disputes.ts'
import { decidingEntryOf } from '../storage/resolutions.ts'
import { DisputeForm, type Entered } from './dispute-form.tsx'
import { DisputePage } from './dispute-page.tsx'
import { disputeHref } from './dispute-words.ts'
import { answer, type Env, reading } from './env.ts'
import { fieldsOf, limitedForm } from './forms.ts'
import { NoDisputePage } from './message-page.tsx'

/** Ten thousand characters, each written as `%XX` four times over, and the rest of the form. */
const LIMIT = 130_000

const FIELDS = ['subject', 'author', 'role', 'grounds', 'text', 'contact'] as const

/** The fields of a form that are filled in. */
const entriesOf = async (c: Context<Env>): Promise<Entered> => {
  // Its schema refuses NUL, and the page gives back what was typed.
  const form = await fieldsOf(c, true)
  const filled = FIELDS.map((name) => [name, form[name]] as const).filter(
    (entry): entry is readonly [(typeof FIELDS)[number], string] => entry[1] !== undefined && entry[1].trim() !== '',
  )
  return Object.fromEntries(filled)
}

/** What the id in the form names; a question is named for its outcome. The schema refuses what is no id of any kind. */
const subjectOf = async (reader: Reader, { subject = '', author = '' }: Entered): Promise<unknown> => {
  const id = subject.trim()
  if (idOf('question').safeParse(id).success) {
    const entry = await decidingEntryOf(reader, id)
    return { kind: 'resolution', resolutionId: entry ?? id } satisfies DisputeSubject
  }
  if (id.startsWith('cnd_')) return { kind: 'candidate', candidateId: id } satisfies DisputeSubject
  if (id.startsWith('res_')) return { kind: 'resolution', resolutionId: id } satisfies DisputeSubject
  if (id.startsWith('cmt_'))
    return { kind: 'byline', commentaryId: id, authorId: author.trim() } satisfies DisputeSubject
  return { kind: 'prediction', predictionId: id } satisfies DisputeSubject
}

type Refused = { wrong: string[]; status: 404 | 422 | 429 }

/** What to tell who filled in a form; what is nobody's input is thrown on. */
const refusalOf = (c: Context<Env>, error: unknown): Refused => {
  if (!(error instanceof Problem) || error.code === 'database-unavailable' || error.code === 'internal') throw error
  const wrong = [`${error.message}; ${error.remedy}`]
  if (!(error instanceof RateLimited)) return { wrong, status: error.code === 'not-found' ? 404 : 422 }
  c.header('retry-after', new Date(error.retryAt).toUTCString())
  return { wrong, status: 429 }
}

const wrongOf = ({ issues }: { issues: readonly { path: PropertyKey[]; message: string }[] }): string[] =>
  issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`)

/** Disputes and replies by plain forms, for who has no key. */
export const disputePages = () => {
  const pages = new Hono<Env>()
  const limited = limitedForm({
    maxSize: LIMIT,
    onError: (c) =>
      answer(c, <DisputeForm entered={{}} wrong={['the text is too long: send at most 10,000 characters']} />, 413),
  })

  pages.get('/disputes/new', (c) => {
    const { subject, author } = c.req.query()
    return answer(c, <DisputeForm entered={{ subject: subject ?? '', author: author ?? '' }} wrong={[]} />)
  })

  pages.post('/disputes', limited, async (c) => {
    const entered = await entriesOf(c)
    const again = (wrong: string[], status: Refused['status']) =>
      answer(c, <DisputeForm entered={entered} wrong={wrong} />, status)
    const subject = await subjectOf(reading(c).reader, entered)
    const { role, grounds = '', contact } = entered
    const read = FileDispute.safeParse({ subject, role, grounds, contact })
    if (!read.success) return again(wrongOf(read.error), 422)
    try {
      const { dispute } = await fileDispute(contextOf(c.var.services, ANYONE), read.data)
      return c.redirect(disputeHref(dispute.id), 303)
    } catch (error) {
      const { wrong, status } = refusalOf(c, error)
      return again(wrong, status)
    }
  })

  pages.get('/disputes/:id', async (c) => {
    const id = idOf('dispute').safeParse(c.req.param('id'))
    const dispute = id.success ? await findDispute(reading(c).reader, id.data) : null
    if (!dispute) return answer(c, <NoDisputePage />, 404)
    const sent = c.req.query('sent') === 'reply'
    return answer(c, <DisputePage dispute={shownDispute(dispute, false)} sent={sent} entered={{}} wrong={[]} />)
  })

  pages.post('/disputes/:id/replies', limited, async (c) => {
    const id = idOf('dispute').safeParse(c.req.param('id'))
    const dispute = id.success ? await findDispute(reading(c).reader, id.data) : null
    if (!dispute) return answer(c, <NoDisputePage />, 404)
    const entered = await entriesOf(c)
    const again = (wrong: string[], status: Refused['status']) =>
      answer(
        c,
        <DisputePage dispute={shownDispute(dispute, false)} sent={false} entered={entered} wrong={wrong} />,
        status,
      )
    const { text = '', contact } = entered
    const read = ReplyToDispute.safeParse({ text, contact })
    if (!read.success) return again(wrongOf(read.error), 422)
    try {
      await replyToDispute(contextOf(c.var.services, ANYONE), { disputeId: dispute.id, ...read.data })
      return c.redirect(`${disputeHref(dispute.id)}?sent=reply`, 303)
    } catch (error) {
      const { wrong, status } = refusalOf(c, error)
      return again(wrong, status)
    }
  })
  return pages
}

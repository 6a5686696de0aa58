import { type Context, Hono } from 'hono'
import { DecideProposal, decideProposal } from '../../actions/resolving/decide-proposal.ts'
import { ResolveQuestion, resolveQuestion } from '../../actions/resolving/resolve-question.ts'
import { idOf } from '../../core/id.ts'
import { Problem } from '../../core/problem.ts'
import type { Question } from '../../core/question.ts'
import type { SignedIn } from '../../core/session.ts'
import { findQuestion } from '../../storage/questions.ts'
import { mustRead, refusalOf, writingBy } from '../account/guard.ts'
import { answer, answerScripted, type Env, type PageStatus, reading } from '../env.ts'
import { recordedEvidence } from './evidence-in.ts'
import { doneIn } from './frame.tsx'
import { forReviewer, guardedDesk, SETTLING, takeForm } from './guard.tsx'
import { NoQuestionToSettlePage } from './message-pages.tsx'
import type { Entered } from './settling-forms.tsx'
import { SettlingListPage, settlingHref } from './settling-list-page.tsx'
import { type Refused, SettlingPage } from './settling-page.tsx'
import { nextOf, readSettling, readSettlingList } from './settling-view.ts'

const questionOf = async (c: Context<Env>): Promise<Question | null> => {
  const id = idOf('question').safeParse(c.req.param('id'))
  return id.success ? findQuestion(reading(c).reader, id.data) : null
}

const doneWords: Readonly<Record<string, string>> = {
  settle: 'It is settled.',
  decline: 'The proposal is declined; the question waits on.',
  void: 'It is void.',
}

const show = async (c: Context<Env>, question: Question, refused: Refused | null = null, status: PageStatus = 200) => {
  const { reader, now } = reading(c)
  const view = await readSettling(reader, question, { tagger: await c.var.services.tagger(), now })
  return answerScripted(c, <SettlingPage {...view} refused={refused} done={doneIn(c, doneWords)} />, status)
}

/** Does what a form asks for and goes on to the next question; what is refused stands on the page with everything typed. */
const deciding = (
  c: Context<Env>,
  decide: (signedIn: SignedIn, question: Question, entered: Entered) => Promise<string>,
): Promise<Response> =>
  takeForm(
    c,
    async (signedIn, entered) => {
      const question = await questionOf(c)
      if (!question) return answer(c, <NoQuestionToSettlePage />, 404)
      try {
        // Asked before: what is decided no longer stands in the order.
        const next = await nextOf(reading(c).reader, question.id)
        const done = await decide(signedIn, question, entered)
        const query = `done=${done}&of=${question.id}`
        return c.redirect(`${next === null ? '/review/proposals' : settlingHref(next)}?${query}`, 303)
      } catch (error) {
        const { wrong, status } = refusalOf(c, error)
        const stands = error instanceof Problem ? error.stands : null
        return show(c, (await questionOf(c)) ?? question, { wrong, stands, entered }, status)
      }
    },
    SETTLING,
  )

/** The second queue of the desk: proposed resolutions. */
export const settlingPages = () => {
  const pages = new Hono<Env>()
  pages.get('/review/proposals', ...guardedDesk, (c) =>
    forReviewer(
      c,
      async () => {
        const { reader, now } = reading(c)
        try {
          const { cursor = null, due = null } = c.req.query()
          const list = await readSettlingList(reader, { cursor, due, now })
          return answerScripted(c, <SettlingListPage {...list} done={doneIn(c, doneWords)} />)
        } catch (error) {
          // A cursor that this page never gave: there is the first page.
          refusalOf(c, error)
          return c.redirect('/review/proposals', 303)
        }
      },
      SETTLING,
    ),
  )

  pages.get('/review/proposals/:id{qst_[a-z0-9]+}', ...guardedDesk, (c) =>
    forReviewer(
      c,
      async () => {
        const question = await questionOf(c)
        return question ? show(c, question) : answer(c, <NoQuestionToSettlePage />, 404)
      },
      SETTLING,
    ),
  )

  pages.post('/review/proposals/:id{qst_[a-z0-9]+}/decisions', ...guardedDesk, (c) =>
    deciding(c, async (signedIn, _, { proposal, decision, reason }) => {
      const proposalId = mustRead(idOf('proposal'), proposal)
      const read = mustRead(DecideProposal, { decision, reason })
      const decided = await decideProposal(writingBy(c, signedIn), { proposalId, decision: read })
      if (read.decision === 'decline' || decided.proposal.status === 'settled') return read.decision
      const held = decided.proposal.reason ?? 'its evidence does not carry it'
      throw new Problem('insufficient-evidence', held, 'add evidence below, decline it, or let it wait')
    }),
  )

  pages.post('/review/proposals/:id{qst_[a-z0-9]+}/resolutions', ...guardedDesk, (c) =>
    deciding(c, async (signedIn, { id: questionId }, entered) => {
      const { step, outcome, voidReason, reason } = entered
      const context = writingBy(c, signedIn)
      if (step === 'void') {
        await resolveQuestion(context, mustRead(ResolveQuestion, { step, questionId, voidReason, reason }))
        return 'void'
      }
      const settling = (evidence: unknown[]) =>
        mustRead(ResolveQuestion, { step: 'settle', questionId, outcome, reason, evidence })
      await resolveQuestion(context, settling(await recordedEvidence(context, entered, settling)))
      return 'settle'
    }),
  )
  return pages
}

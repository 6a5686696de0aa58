import { type Context, Hono } from 'hono'
import { personActor } from '../../actions/context.ts'
import { ConfirmDispute, confirmDispute } from '../../actions/disputes/confirm-dispute.ts'
import { RuleDispute, ruleDispute } from '../../actions/disputes/rule-dispute.ts'
import { idOf } from '../../core/id.ts'
import { allows, type Scope } from '../../core/key.ts'
import type { SignedIn } from '../../core/session.ts'
import { findDispute, type StoredDispute } from '../../storage/disputes.ts'
import { mustRead, refusalOf, writingBy } from '../account/guard.ts'
import { answer, answerScripted, type Env, type PageStatus, reading } from '../env.ts'
import { NoDisputePage } from '../message-page.tsx'
import { recordedEvidence } from './evidence-in.ts'
import { doneIn } from './frame.tsx'
import { forReviewer, guardedDesk, SETTLING, takeForm } from './guard.tsx'
import { RulingListPage, RulingPage, rulingHref } from './ruling-pages.tsx'
import { readRuling, readRulingList } from './ruling-view.ts'
import type { Entered } from './settling-forms.tsx'

const disputeOf = async (c: Context<Env>): Promise<StoredDispute | null> => {
  const id = idOf('dispute').safeParse(c.req.param('id'))
  return id.success ? findDispute(reading(c).reader, id.data) : null
}

const doneWords: Readonly<Record<string, string>> = {
  confirmed: 'It is confirmed, and shown from now on.',
  upheld: 'The dispute is upheld.',
  rejected: 'The dispute is rejected.',
  dismissed: 'The dispute is dismissed.',
}

type Extra = { wrong?: string[]; entered?: Entered }

type Shown = { dispute: StoredDispute; signedIn: SignedIn }

const show = async (c: Context<Env>, { dispute, signedIn }: Shown, extra: Extra = {}, status: PageStatus = 200) => {
  const { reader, now } = reading(c)
  const view = await readRuling(reader, dispute, { actor: personActor(signedIn), now })
  const done = doneIn(c, doneWords)
  const mayRule = SETTLING.every((scope) => allows(signedIn.scopes, scope))
  const shown = { ...view, wrong: extra.wrong ?? [], entered: extra.entered ?? {}, done, mayRule }
  return answerScripted(c, <RulingPage {...shown} />, status)
}

/** Does what a form asks for; what is refused stands on the page with everything typed. */
const ruling = (
  c: Context<Env>,
  needs: readonly Scope[],
  act: (signedIn: SignedIn, dispute: StoredDispute, entered: Entered) => Promise<string>,
): Promise<Response> =>
  takeForm(
    c,
    async (signedIn, entered) => {
      const dispute = await disputeOf(c)
      if (!dispute) return answer(c, <NoDisputePage />, 404)
      try {
        const done = await act(signedIn, dispute, entered)
        return c.redirect(`${rulingHref(dispute.id)}?done=${done}&of=${dispute.id}`, 303)
      } catch (error) {
        const { wrong, status } = refusalOf(c, error)
        return show(c, { dispute: (await disputeOf(c)) ?? dispute, signedIn }, { wrong, entered }, status)
      }
    },
    needs,
  )

/** What a form says of how a question stands instead, with this evidence. */
const correctionIn = ({ step, outcome, voidReason }: Entered, evidence: unknown[]): unknown => {
  if (step === 'settle') return { step, outcome, evidence }
  if (step === 'void') return { step, voidReason }
  return step === undefined ? undefined : { step }
}

/** The third queue of the desk: disputes. */
export const rulingPages = () => {
  const pages = new Hono<Env>()
  pages.get('/review/disputes', ...guardedDesk, (c) =>
    forReviewer(c, async () => {
      const { received = null, open = null } = c.req.query()
      try {
        const list = await readRulingList(reading(c).reader, { received, open })
        return answerScripted(c, <RulingListPage {...list} />)
      } catch (error) {
        // A cursor that this page never gave: there is the first page.
        refusalOf(c, error)
        return c.redirect('/review/disputes', 303)
      }
    }),
  )

  pages.get('/review/disputes/:id{dsp_[a-z0-9]+}', ...guardedDesk, (c) =>
    forReviewer(c, async (signedIn) => {
      const dispute = await disputeOf(c)
      return dispute ? show(c, { dispute, signedIn }) : answer(c, <NoDisputePage />, 404)
    }),
  )

  pages.post('/review/disputes/:id{dsp_[a-z0-9]+}/confirmations', ...guardedDesk, (c) =>
    ruling(c, ['review'], async (signedIn, { id: disputeId }, { replyId, how }) => {
      const read = mustRead(ConfirmDispute, { replyId, how })
      await confirmDispute(writingBy(c, signedIn), { disputeId, ...read })
      return 'confirmed'
    }),
  )

  pages.post('/review/disputes/:id{dsp_[a-z0-9]+}/rulings', ...guardedDesk, (c) =>
    ruling(c, SETTLING, async (signedIn, { id: disputeId, subject }, entered) => {
      const { verdict, reason } = entered
      const context = writingBy(c, signedIn)
      const corrects = verdict === 'upheld' && subject.kind === 'resolution'
      const ruled = (evidence: unknown[]) =>
        mustRead(RuleDispute, { verdict, reason, correction: corrects ? correctionIn(entered, evidence) : undefined })
      const settles = corrects && entered['step'] === 'settle'
      const read = ruled(settles ? await recordedEvidence(context, entered, ruled) : [])
      await ruleDispute(context, { disputeId, ruling: read })
      return read.verdict
    }),
  )
  return pages
}

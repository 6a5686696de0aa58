import type { Context, Hono } from 'hono'
import { giveSecondOpinion } from '../../actions/predicting/give-second-opinion.ts'
import type { Candidate } from '../../core/commentary.ts'
import { idOf } from '../../core/id.ts'
import { actorNameOf } from '../../core/person.ts'
import { GiveSecondOpinion } from '../../core/second-opinion.ts'
import type { SignedIn } from '../../core/session.ts'
import { agreementOfReviewers, blindCandidate } from '../../queries/second-reading.ts'
import { findCandidate, listCandidates } from '../../storage/candidates.ts'
import { findCommentary, textOf } from '../../storage/commentaries.ts'
import type { Reader } from '../../storage/database.ts'
import { namesOfHand } from '../../storage/keys.ts'
import { cursorAt } from '../../storage/keyset.ts'
import { refusalOf, writingBy } from '../account/guard.ts'
import { answer, answerScripted, type Env, type PageStatus, reading } from '../env.ts'
import { opinionIn, rejectionIn, type Typed } from './form.ts'
import { doneIn } from './frame.tsx'
import { forReviewer, guardedDesk, takeForm } from './guard.tsx'
import { NoPiecePage } from './message-pages.tsx'
import { SecondPage, type SecondRefused, type SecondView } from './second-page.tsx'
import { wrongIn } from './wrong-in.ts'

/** The candidate that is asked for, or the one after the candidate `after`, which was just judged. */
type Asked = { id: string | null; after?: string | null }

/** The candidate of this id where it waits, else the one after `after`, else the first, and the one after it, round to the first; null where none is. */
const waitingAt = async (
  reader: Reader,
  { session }: SignedIn,
  { id, after = null }: Asked,
): Promise<{ found: Candidate; next: Candidate | null } | null> => {
  const secondButBy = await namesOfHand(reader, actorNameOf({ id: session.personId }))
  const filter = { commentaryId: null, status: null, reviewedOnly: true, secondButBy }
  const one = async (more: { candidateId?: string }, cursor: string | null): Promise<Candidate | undefined> =>
    (await listCandidates(reader, { ...filter, ...more }, { limit: 1, cursor })).items[0]
  const first = await one({}, null)
  if (!first) return null
  const last = after === null ? null : await findCandidate(reader, after)
  const named = id === null ? undefined : await one({ candidateId: id }, null)
  const found = named ?? (last ? await one({}, cursorAt(last)) : undefined) ?? first
  const next = (await one({}, cursorAt(found))) ?? first
  return { found, next: next.id === found.id ? null : next }
}

const viewOf = async (reader: Reader, signedIn: SignedIn, asked: Asked): Promise<SecondView | null> => {
  const waiting = await waitingAt(reader, signedIn, asked)
  if (!waiting) return null
  const { found, next } = waiting
  const commentary = await findCommentary(reader, found.commentaryId)
  if (!commentary) throw new Error(`candidate ${found.id} without its commentary`)
  const text = await textOf(reader, commentary.id, found.textVersion)
  return {
    candidate: blindCandidate(found),
    commentary,
    text: text === null ? null : { version: found.textVersion, text },
    next: next?.id ?? null,
  }
}

const doneWords = { judged: 'Your opinion is recorded. Where it differs from the first, a dispute about it is open.' }

type Shown = Asked & { refused?: SecondRefused }

const show = async (c: Context<Env>, signedIn: SignedIn, shown: Shown, status: PageStatus = 200): Promise<Response> => {
  const { reader } = reading(c)
  const view = await viewOf(reader, signedIn, shown)
  const agreement = await agreementOfReviewers(reader)
  const { refused } = shown
  const done = doneIn(c, doneWords)
  return answerScripted(c, <SecondPage view={view} agreement={agreement} done={done} refused={refused} />, status)
}

type Judging = { deed: SecondRefused['deed']; opinion: (typed: Typed, candidate: Candidate) => unknown }

const judging = (pages: Hono<Env>, { deed, opinion }: Judging): void => {
  pages.post(`/review/candidates/:id/second/${deed}`, ...guardedDesk, (c) =>
    takeForm(c, async (signedIn, typed) => {
      const id = idOf('candidate').safeParse(c.req.param('id'))
      const candidate = id.success ? await findCandidate(reading(c).reader, id.data) : null
      if (!candidate) return answer(c, <NoPiecePage />, 404)
      const again = (wrong: string[], status: PageStatus) =>
        show(c, signedIn, { id: candidate.id, refused: { candidateId: candidate.id, deed, typed, wrong } }, status)
      const read = GiveSecondOpinion.safeParse(opinion(typed, candidate))
      if (!read.success) return again(wrongIn(read.error.issues), 422)
      try {
        await giveSecondOpinion(writingBy(c, signedIn), { candidateId: candidate.id, opinion: read.data })
      } catch (error) {
        const { wrong, status } = refusalOf(c, error)
        return again(wrong, status)
      }
      return c.redirect(`/review/second?after=${candidate.id}&done=judged&of=${candidate.id}`, 303)
    }),
  )
}

/** Judges again, without being told how, what somebody else decided. */
export const seconding = (pages: Hono<Env>): void => {
  pages.get('/review/second', ...guardedDesk, (c) =>
    forReviewer(c, (signedIn) => {
      const { candidate, after } = c.req.query()
      return show(c, signedIn, { id: candidate ?? null, after: after ?? null })
    }),
  )
  judging(pages, { deed: 'accept', opinion: opinionIn })
  judging(pages, { deed: 'reject', opinion: rejectionIn })
}

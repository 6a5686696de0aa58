import type { Context, Hono } from 'hono'
import { ReviewCandidate, reviewCandidate } from '../../actions/predicting/review-candidate.ts'
import { splitCandidate } from '../../actions/predicting/split-candidate.ts'
import { undoReview } from '../../actions/predicting/undo-review.ts'
import type { Candidate, Commentary } from '../../core/commentary.ts'
import { idOf } from '../../core/id.ts'
import { Problem } from '../../core/problem.ts'
import { SplitCandidate } from '../../core/split.ts'
import { candidatesOf, findCandidate } from '../../storage/candidates.ts'
import { findCommentary } from '../../storage/commentaries.ts'
import { refusalOf, writingBy } from '../account/guard.ts'
import { answer, type Env, type PageStatus, reading } from '../env.ts'
import { deskHref } from './addresses.ts'
import { nextWaiting } from './desk.ts'
import { acceptanceIn, rejectionIn, type Typed } from './form.ts'
import { guardedDesk, takeForm } from './guard.tsx'
import { NoPiecePage } from './message-pages.tsx'
import { show } from './show.tsx'
import { partsInLines } from './split-lines.ts'
import { wrongIn } from './wrong-in.ts'

/** What is said where somebody else was first; null for another refusal. */
const conflictIn = (error: unknown): string[] | null =>
  error instanceof Problem && error.code === 'already-exists'
    ? ['It was decided while it was on your desk. What stands is below, and stays; go on to the next.']
    : null

/** The candidate that the address names; null where there is none. */
const candidateNamed = async (c: Context<Env>): Promise<Candidate | null> => {
  const id = idOf('candidate').safeParse(c.req.param('id'))
  return id.success ? findCandidate(reading(c).reader, id.data) : null
}

type Deciding = {
  deed: 'accept' | 'reject'
  review: (typed: Typed, candidate: Candidate, commentary: Commentary) => unknown
}

/** Decides on a candidate by a form, then goes to the next one that waits. */
const deciding = (pages: Hono<Env>, { deed, review }: Deciding): void => {
  pages.post(`/review/candidates/:id/${deed}`, ...guardedDesk, (c) =>
    takeForm(c, async (signedIn, typed) => {
      const candidate = await candidateNamed(c)
      const commentary = candidate && (await findCommentary(reading(c).reader, candidate.commentaryId))
      if (!commentary) return answer(c, <NoPiecePage />, 404)
      const { id: candidateId, commentaryId } = candidate
      const again = (wrong: string[], status: PageStatus) =>
        show(c, { commentaryId, candidateId, refused: { deed, typed, wrong } }, status)
      const read = ReviewCandidate.safeParse(review(typed, candidate, commentary))
      if (!read.success) return again(wrongIn(read.error.issues), 422)
      try {
        await reviewCandidate(writingBy(c, signedIn), { candidateId, review: read.data })
      } catch (error) {
        const { wrong, status } = refusalOf(c, error)
        return again(conflictIn(error) ?? wrong, status)
      }
      const next = nextWaiting(await candidatesOf(reading(c).reader, commentaryId), candidateId)
      return c.redirect(deskHref(commentaryId, next, candidateId), 303)
    }),
  )
}

/** Splits a passage into the parts that a form names, and goes on to the first. */
const splitting = (pages: Hono<Env>): void => {
  pages.post('/review/candidates/:id/split', ...guardedDesk, (c) =>
    takeForm(c, async (signedIn, typed) => {
      const candidate = await candidateNamed(c)
      if (!candidate) return answer(c, <NoPiecePage />, 404)
      const { id: candidateId, commentaryId } = candidate
      const again = (wrong: string[], status: PageStatus) =>
        show(c, { commentaryId, candidateId, refused: { deed: 'split', typed, wrong } }, status)
      try {
        const parts = partsInLines(typed['parts'] ?? '', candidate)
        const read = SplitCandidate.safeParse({ parts, reason: typed['reason'] ?? '' })
        if (!read.success) return await again(wrongIn(read.error.issues), 422)
        await splitCandidate(writingBy(c, signedIn), { candidateId, split: read.data })
      } catch (error) {
        const { wrong, status } = refusalOf(c, error)
        return again(conflictIn(error) ?? wrong, status)
      }
      const next = nextWaiting(await candidatesOf(reading(c).reader, commentaryId), candidateId)
      return c.redirect(deskHref(commentaryId, next, candidateId), 303)
    }),
  )
}

/** Takes back what was decided, and puts the candidate on the desk again. */
const undoing = (pages: Hono<Env>): void => {
  pages.post('/review/candidates/:id/undo', ...guardedDesk, (c) =>
    takeForm(c, async (signedIn) => {
      const candidate = await candidateNamed(c)
      if (!candidate) return answer(c, <NoPiecePage />, 404)
      const { id: candidateId, commentaryId } = candidate
      try {
        await undoReview(writingBy(c, signedIn), { candidateId })
      } catch (error) {
        const { wrong, status } = refusalOf(c, error)
        return show(c, { commentaryId, candidateId, refused: { deed: 'undo', typed: {}, wrong } }, status)
      }
      return c.redirect(deskHref(commentaryId, candidateId, candidateId), 303)
    }),
  )
}

/** What a reviewer does to the candidate on the desk. */
export const decisions = (pages: Hono<Env>): void => {
  undoing(pages)
  splitting(pages)
  deciding(pages, { deed: 'accept', review: acceptanceIn })
  deciding(pages, { deed: 'reject', review: rejectionIn })
}

import type { Actor } from '../../../src/actions/context.ts'
import { giveSecondOpinion } from '../../../src/actions/predicting/give-second-opinion.ts'
import { reviewCandidate } from '../../../src/actions/predicting/review-candidate.ts'
import { splitCandidate } from '../../../src/actions/predicting/split-candidate.ts'
import { undoReview } from '../../../src/actions/predicting/undo-review.ts'
import { findCandidate } from '../../../src/storage/candidates.ts'
import { day } from '../../support/embedded.ts'
import { isDecided } from '../disputes/deciding-moves.ts'
import { type Offer, oneOf, type Scene, withOne } from '../moves.ts'

/** Takes back what was accepted on a question that nobody has decided, and what nobody has judged again. */
const takeBack: Offer = withOne(
  ({ story, questions }) =>
    story.accepted.filter(
      ({ questionId, candidateId }) =>
        questions.some((one) => one.id === questionId && !isDecided(one)) &&
        !story.opinions.some((one) => one.candidateId === candidateId),
    ),
  async (one, { world, story, now }) => {
    await undoReview(world.at(now), { candidateId: one.candidateId })
    story.accepted.splice(story.accepted.indexOf(one), 1)
    story.pending.push(one.candidateId)
  },
)

/** Decides anew what was taken back, read otherwise, or on the question that the rule finds. */
const reviewAgain: Offer = withOne(
  ({ story }) => story.pending,
  async (candidateId, { world, story, move, now }) => {
    const window = { start: day('2026-01-01'), end: day('2026-05-31') }
    const corrected = { phrase: 'unlikely' as const, window, newQuestion: true as const }
    const review = { decision: 'accept' as const, reason: 'read again', ...(move.flag ? corrected : {}) }
    const { question } = await reviewCandidate(world.at(now), { candidateId, review })
    if (!question) throw new Error('accepted without a question')
    if (!story.asked.includes(question.id)) story.asked.push(question.id)
    story.pending.splice(story.pending.indexOf(candidateId), 1)
    story.accepted.push({ candidateId, questionId: question.id })
  },
)

const part: Offer = withOne(
  ({ story }) => story.pending,
  async (candidateId, { world, story, now }) => {
    const whole = await findCandidate(world.tx, candidateId)
    if (!whole) throw new Error(`candidate ${candidateId} vanished`)
    const at = Math.floor((whole.start + whole.end) / 2)
    const { parts } = await splitCandidate(world.at(now), { candidateId, split: { at, reason: 'two claims' } })
    story.pending.splice(story.pending.indexOf(candidateId), 1)
    story.pending.push(...parts.map(({ id }) => id))
  },
)

const READERS: readonly Actor[] = [
  { name: 'second', scopes: ['review'] },
  { name: 'third', scopes: ['review'] },
]

/** Judges again what was accepted when its window was over; where the two differ, it is disputed. */
const judgeAgain: Offer = (scene) => {
  const reader = READERS[scene.move.who % READERS.length]
  const judged = ({ story, questions, now }: Scene) =>
    story.accepted.filter(
      ({ candidateId, questionId }) =>
        questions.some(({ id, version }) => id === questionId && (version.windowEnd ?? now) < now.slice(0, 10)) &&
        !story.opinions.some((one) => one.candidateId === candidateId && one.by === reader?.name),
    )
  const judge = async ({ candidateId }: { candidateId: string }, { world, story, move, now }: Scene) => {
    const opinions = [
      { decision: 'accept' },
      { decision: 'reject' },
      { decision: 'accept', orientation: 'opposite' },
    ] as const
    const opinion = { ...(oneOf(opinions, move.which) ?? opinions[0]), reason: 'read again' }
    const { disputeId } = await giveSecondOpinion(world.at(now, reader), { candidateId, opinion })
    story.opinions.push({ candidateId, by: reader?.name ?? '' })
    if (disputeId !== null) story.disputes.push(disputeId)
  }
  return withOne(judged, judge)(scene)
}

/** What reviewers do with what they have decided. */
export const reviewing = {
  'take-back': takeBack,
  'review-again': reviewAgain,
  part,
  'judge-again': judgeAgain,
} as const satisfies Record<string, Offer>

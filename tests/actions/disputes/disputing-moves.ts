import { ANYONE } from '../../../src/actions/context.ts'
import { confirmDispute } from '../../../src/actions/disputes/confirm-dispute.ts'
import { fileDispute } from '../../../src/actions/disputes/file-dispute.ts'
import { replyToDispute } from '../../../src/actions/disputes/reply-to-dispute.ts'
import { ruleDispute } from '../../../src/actions/disputes/rule-dispute.ts'
import type { DisputeSubject } from '../../../src/core/dispute.ts'
import type { Question } from '../../../src/core/question.ts'
import { findDispute } from '../../../src/storage/disputes.ts'
import { predictionsOn } from '../../../src/storage/predictions.ts'
import { findQuestion } from '../../../src/storage/questions.ts'
import { REVIEWER } from '../../support/embedded.ts'
import { type Offer, oneOf, type Scene, withOne } from '../moves.ts'
import { isDecided, report } from './deciding-moves.ts'
import { outcomeOf } from './disputing.ts'

/** One of what can be disputed of a question: its outcome, a statement on it, the passage or the byline of that. */
const subjectOf = async ({ world, move }: Scene, held: Question): Promise<DisputeSubject | null> => {
  if (isDecided(held) && move.flag) return outcomeOf(world, held.id)
  const said = oneOf(await predictionsOn(world.tx, held.id), move.which)
  if (!said) return null
  const { id: predictionId, candidateId, commentaryId, authorId } = said
  const byline = commentaryId ? [{ kind: 'byline' as const, commentaryId, authorId }] : []
  const passage = candidateId ? [{ kind: 'candidate' as const, candidateId }] : []
  return oneOf([{ kind: 'prediction' as const, predictionId }, ...passage, ...byline], move.which)
}

const dispute: Offer = withOne(
  ({ questions }) => questions,
  async (held, scene) => {
    const { world, story, move, now } = scene
    const subject = await subjectOf(scene, held)
    if (!subject) return
    const input = { subject, role: 'other' as const, grounds: `It was another town, ${story.disputes.length}.` }
    story.disputes.push((await fileDispute(world.at(now, move.who ? ANYONE : REVIEWER), input)).dispute.id)
  },
)

const correctionOf = async (scene: Scene, questionId: string) => {
  const held = await findQuestion(scene.world.tx, questionId)
  if (!held || scene.move.who) return { step: 'reopen' as const }
  if (scene.move.which % 2) return { step: 'void' as const, voidReason: 'ambiguous' as const, evidence: [] }
  return { step: 'settle' as const, outcome: 'yes' as const, evidence: await report(scene, held, 'shows') }
}

/** Confirms, answers or rules a dispute, by where it stands. */
const hear: Offer = withOne(
  ({ story }) => story.disputes,
  async (disputeId, scene) => {
    const { world, story, move, now } = scene
    const standing = await findDispute(world.tx, disputeId)
    if (!standing) throw new Error(`dispute ${disputeId} vanished`)
    if (move.wait && standing.replies.length === 0) {
      return replyToDispute(world.at(now, move.flag ? ANYONE : REVIEWER), { disputeId, text: 'I never said so.' })
    }
    if (standing.status === 'received' && move.flag) {
      return confirmDispute(world.at(now), { disputeId, how: 'called them' })
    }
    story.disputes.splice(story.disputes.indexOf(disputeId), 1)
    if (standing.status === 'received') {
      return ruleDispute(world.at(now), { disputeId, ruling: { verdict: 'dismissed', reason: 'a hoax' } })
    }
    const { subject, questionId } = standing
    const outcome = subject.kind === 'resolution' && questionId !== null
    const correction = outcome ? { correction: await correctionOf(scene, questionId) } : {}
    const upheld = { verdict: 'upheld' as const, reason: 'so it was', ...correction }
    const ruling = move.flag ? upheld : { verdict: 'rejected' as const, reason: 'it was this town' }
    return ruleDispute(world.at(now), { disputeId, ruling })
  },
)

/** What is said against it. */
export const disputing = { dispute, hear } as const satisfies Record<string, Offer>

import type { QuestionVersion } from '../core/question.ts'
import { sameTerms } from '../core/resolution/own-outcome.ts'
import { versionsOf } from '../storage/questions.ts'
import { logOf } from '../storage/resolutions.ts'
import type { Transacting } from './context.ts'
import { FOLLOWING } from './follow-trigger.ts'

/**
 * Whether what stands on a version was ever decided, whatever became of that: settled by any version that asks for the same, or
 * void. That a trigger failed says nothing of how it comes out.
 */
export const wasDecided = async ({ tx }: Transacting, version: QuestionVersion): Promise<boolean> => {
  const { questionId } = version
  const same = (await versionsOf(tx, questionId)).filter((one) => sameTerms(one, version))
  return (await logOf(tx, questionId)).some(({ step, versionId, decider }) => {
    if (step === 'void') return decider !== FOLLOWING.name
    if (step !== 'settle' && step !== 'settle-version') return false
    // An entry without a version is of the first.
    return same.some((one) => (versionId === null ? one.version === 1 : one.id === versionId))
  })
}

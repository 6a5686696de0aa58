import type { ResolutionEntry } from '../../core/proposal.ts'
import type { QuestionVersion } from '../../core/question.ts'
import { sameTerms } from '../../core/resolution/own-outcome.ts'
import { versionsOf } from '../../storage/questions.ts'
import { logOf } from '../../storage/resolutions.ts'
import type { Transacting } from '../context.ts'
import { FOLLOWING } from './follow-trigger.ts'

type Entry = Pick<ResolutionEntry, 'step' | 'versionId' | 'decider'>

/** Whether an entry says how something came out. That a trigger failed says nothing of how it comes out. */
const decides = ({ step, decider }: Entry): boolean =>
  step === 'void' ? decider !== FOLLOWING.name : step === 'settle' || step === 'settle-version'

/** Whether any version of a question was ever settled, or the question void, whatever became of that. */
export const wasEverDecided = async ({ tx }: Transacting, questionId: string): Promise<boolean> =>
  (await logOf(tx, questionId)).some(decides)

/**
 * Whether what stands on a version was ever decided, whatever became of that: settled by any version that asks for the same, or
 * void.
 */
export const wasDecided = async ({ tx }: Transacting, version: QuestionVersion): Promise<boolean> => {
  const { questionId } = version
  const same = (await versionsOf(tx, questionId)).filter((one) => sameTerms(one, version))
  return (await logOf(tx, questionId)).some((entry) => {
    const { step, versionId } = entry
    if (step === 'void' || !decides(entry)) return decides(entry)
    // An entry without a version is of the first.
    return same.some((one) => (versionId === null ? one.version === 1 : one.id === versionId))
  })
}

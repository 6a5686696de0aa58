import { ANYONE } from '../../../src/actions/context.ts'
import { confirmDispute } from '../../../src/actions/disputes/confirm-dispute.ts'
import { type FileDispute, fileDispute } from '../../../src/actions/disputes/file-dispute.ts'
import { ruleDispute } from '../../../src/actions/disputes/rule-dispute.ts'
import type { DisputeSubject } from '../../../src/core/dispute.ts'
import type { ScoreChange } from '../../../src/core/score-change.ts'
import type { StoredDispute } from '../../../src/storage/disputes.ts'
import { predictionsOn } from '../../../src/storage/predictions.ts'
import { logOf } from '../../../src/storage/resolutions.ts'
import type { World } from '../../support/embedded.ts'

export type Filing = Partial<FileDispute> & { subject: DisputeSubject }

/** Disputes something without a key. */
export const filed = async (world: World, filing: Filing, when = '2026-05-02'): Promise<StoredDispute> => {
  const input = { role: 'judged-author' as const, grounds: 'It was another town.', ...filing }
  return (await fileDispute(world.at(when, ANYONE), input)).dispute
}

/** Disputes something, confirmed by a reviewer. */
export const opened = async (world: World, filing: Filing, when = '2026-05-02'): Promise<StoredDispute> => {
  const { id } = await filed(world, filing, when)
  return confirmDispute(world.at(when), { disputeId: id, how: 'called them' })
}

/** The outcome of a question, as a subject of dispute: the last entry of its log. */
export const outcomeOf = async ({ tx }: World, questionId: string): Promise<DisputeSubject> => {
  const last = (await logOf(tx, questionId)).at(-1)
  if (!last) throw new Error('nothing is decided')
  return { kind: 'resolution', resolutionId: last.id }
}

/** Takes one of the statements on a question out of the scores; what it did to them, null where nothing was said. */
export const excluded = async (
  world: World,
  { question, which, now }: { question: string; which: number; now: string },
): Promise<ScoreChange[] | null> => {
  const said = await predictionsOn(world.tx, question)
  const one = said[which % said.length]
  if (!one) return null
  const subject = { kind: 'prediction' as const, predictionId: one.id }
  const input = { subject, role: 'other' as const, grounds: `A misquotation, ${world.newId('dispute')}.` }
  const { dispute } = await fileDispute(world.at(now), input)
  const ruling = { verdict: 'upheld', reason: 'never said' } as const
  return (await ruleDispute(world.at(now), { disputeId: dispute.id, ruling })).scoreChanges
}

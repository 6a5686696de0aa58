import { confirmDispute } from '../../src/actions/confirm-dispute.ts'
import { ANYONE } from '../../src/actions/context.ts'
import { type FileDispute, fileDispute } from '../../src/actions/file-dispute.ts'
import type { DisputeSubject } from '../../src/core/dispute.ts'
import type { StoredDispute } from '../../src/storage/disputes.ts'
import { logOf } from '../../src/storage/resolutions.ts'
import type { World } from '../support/embedded.ts'

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

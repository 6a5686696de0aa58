import { z } from 'zod'
import type { CandidateReview } from './commentary.ts'
import type { Proposal, ResolutionEntry } from './proposal.ts'
import type { QuestionVersion } from './question.ts'
import { Instant } from './time.ts'

/** What stands where something else was to be put: shown with the refusal, so that its sender can decide anew. */
export const Stands = z
  .object({
    kind: z.enum(['resolution', 'version', 'proposal', 'review']),
    id: z.string(),
    position: z.int().nullable().meta({ description: 'in the log, the number of the version, or among the reviews' }),
    step: z.string().nullable(),
    outcome: z.string().nullable(),
    voidReason: z.string().nullable(),
    by: z.string().nullable().meta({ description: 'who decided' }),
    reason: z.string().nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'Stands', description: 'what stands instead' })
export type Stands = z.infer<typeof Stands>

/** The last entry of a log; null where there is none. */
export const entryStands = (entry: ResolutionEntry | undefined): Stands | null => {
  if (!entry) return null
  const { id, position, step, outcome, voidReason, decider: by, reason, recordedAt } = entry
  return { kind: 'resolution', id, position, step, outcome, voidReason, by, reason, recordedAt }
}

export const versionStands = ({ id, version: position, reason, recordedAt }: QuestionVersion): Stands => {
  const undecided = { step: null, outcome: null, voidReason: null, by: null }
  return { kind: 'version', id, position, ...undecided, reason, recordedAt }
}

export const proposalStands = ({ id, status: step, outcome, reason, recordedAt, decidedAt }: Proposal): Stands => {
  const unsaid = { position: null, voidReason: null, by: null }
  return { kind: 'proposal', id, ...unsaid, step, outcome, reason, recordedAt: decidedAt ?? recordedAt }
}

/** The review that stands; who decided is told to themselves alone, since reviewers judge blind what others decided. */
export const reviewStands = (
  { id, position, decision: step, reason, recordedAt, reviewer }: CandidateReview & { reviewer: string },
  asker: string,
): Stands => {
  const by = reviewer === asker ? reviewer : null
  return { kind: 'review', id, position, step, outcome: null, voidReason: null, by, reason, recordedAt }
}

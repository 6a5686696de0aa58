import { z } from 'zod'
import { idOf } from '../id.ts'
import { endOf, type Instant, type Moment } from '../time.ts'
import type { EventEvidence, Verdict } from './judge.ts'
import { type BinaryOutcome, outcomes, type Standing, type VoidReason } from './lifecycle.ts'

/** What must come true before a question is one. Fixed per version, and judged by the version of the trigger it was named on. */
export const Trigger = z
  .object({
    questionId: idOf('question'),
    versionId: idOf('version').meta({ description: 'the newest version of that question when it was named' }),
    outcome: z.enum(outcomes).meta({ description: 'of the positive event of that version' }),
    gates: z.boolean().meta({
      description:
        'true: only what surely happened after the trigger came true shows this one; false: its window alone decides',
    }),
  })
  .meta({ id: 'Trigger', description: 'the question that must come out so; else this one is not applicable' })
export type Trigger = z.infer<typeof Trigger>

export const NamedTrigger = Trigger.omit({ versionId: true })
  .extend({ gates: Trigger.shape.gates.default(false) })
  .meta({ id: 'NamedTrigger', description: 'another question of yes and no, and how it must come out' })
export type NamedTrigger = z.infer<typeof NamedTrigger>

/** How many questions a chain of triggers may link. */
export const MAX_CHAIN = 5

/** Where a trigger stands: not settled, come true (and when that had surely happened), or failed. */
export type TriggerState = { state: 'open' } | { state: 'came'; at: Instant } | { state: 'failed' }

/** What was decided of the version that a trigger was named on. `happened` is of the event that decided, if one did. */
export type TriggerDecision = Pick<Standing, 'status' | 'outcome'> & {
  happened: { latest: Instant } | null
  windowEnd: Parameters<typeof endOf>[0] | null
}

/** When no event decided, nothing had happened by the end of the window: that is when it came true. */
const cameAt = ({ happened, windowEnd }: TriggerDecision): Instant => {
  if (happened) return happened.latest
  if (windowEnd === null) throw new RangeError('without an event only the end of a window decides')
  return endOf(windowEnd)
}

/** The state of a trigger of which so was decided. What was settled on another version and says nothing of this is open. */
export const triggerState = (wanted: BinaryOutcome, decision: TriggerDecision): TriggerState => {
  if (decision.status === 'void') return { state: 'failed' }
  if (decision.outcome === null) return { state: 'open' }
  return decision.outcome === wanted ? { state: 'came', at: cameAt(decision) } : { state: 'failed' }
}

export type Follower = Pick<Standing, 'status'> & {
  /** Whether its trigger is what voided it. */
  byTrigger: boolean
  gates: boolean
}
/** What becomes of a question when its trigger moves; `void-anew` reopens it first. */
export type Following = 'nothing' | 'void' | 'void-anew' | 'reopen'

/**
 * A question follows its trigger: it is void when that failed, and comes back when it no longer has. What was settled is
 * open again when the trigger is, or when the moment may have moved from which on events count.
 */
export const following = ({ state }: TriggerState, { status, byTrigger, gates }: Follower): Following => {
  if (state === 'failed') {
    if (status === 'void') return 'nothing'
    return status === 'resolved' ? 'void-anew' : 'void'
  }
  if (status === 'void') return byTrigger ? 'reopen' : 'nothing'
  return status === 'resolved' && (state === 'open' || gates) ? 'reopen' : 'nothing'
}

/** What a question is voided for by its trigger. */
export const BY_TRIGGER: VoidReason = 'not-applicable'

/** After which instant what shows an event must lie: null = whenever, `open` = nobody knows yet. */
export type Gate = Instant | null | 'open'
export const gateOf = (trigger: Trigger | null, state: TriggerState | null): Gate => {
  if (!trigger?.gates) return null
  return state?.state === 'came' ? state.at : 'open'
}
export const passes = (gate: Gate, { earliest }: Pick<Moment, 'earliest'>): boolean =>
  gate === null || (gate !== 'open' && earliest > gate)
export const ONLY_AFTER_TRIGGER = 'only what happens after its trigger has come true shows it'

/** The evidence as it counts after an instant: what shows an event that may have been before shows nothing. */
export const countedAfter = <Evidence extends EventEvidence>(
  evidence: readonly Evidence[],
  after: Instant | null,
): Evidence[] =>
  evidence.map((one) =>
    one.bearing === 'shows' && one.happened !== null && !passes(after, one.happened)
      ? { ...one, bearing: 'none' }
      : one,
  )

/** Why nothing can be settled under a trigger that stands so; null where something can. */
export const heldBack = (trigger: Trigger, { state }: TriggerState): Extract<Verdict, { settles: false }> | null => {
  if (state === 'came') return null
  const { questionId, outcome } = trigger
  const [reason, remedy] =
    state === 'open'
      ? [
          `it depends on ${questionId} coming out ${outcome}, which is not settled`,
          `settle ${questionId} first; a proposal keeps the evidence`,
        ]
      : [
          `it depends on ${questionId} coming out ${outcome}, which it did not`,
          `void it, or correct ${questionId} first`,
        ]
  return { settles: false, code: 'trigger-open', reason, remedy }
}

/** A refusal that says what did not count because it may have been before the trigger came true. */
export const tooEarly = (verdict: Verdict, after: Instant): Verdict =>
  verdict.settles || verdict.code !== 'insufficient-evidence'
    ? verdict
    : {
        ...verdict,
        reason: `what may have happened by ${after}, when its trigger came true, shows nothing: ${verdict.reason}`,
        remedy: 'give an event that surely happened after that',
      }

import type { Evidence } from '../../core/event.ts'
import type { Question } from '../../core/question.ts'
import type { Verdict } from '../../core/resolution/judge.ts'
import { judgeOutcome } from '../../core/resolution/judge-options.ts'
import type { Outcome } from '../../core/resolution/lifecycle.ts'
import { countedAfter, heldBack, tooEarly } from '../../core/resolution/trigger.ts'
import { dayOf, type Instant } from '../../core/time.ts'
import type { Reader } from '../../storage/database.ts'
import { optionsOf } from '../../storage/options.ts'
import { judgeable } from './judgeable.ts'
import { triggerStateOf } from './own-outcomes.ts'

/** Whether evidence settles a question so, by its newest version, its kind and its trigger. */
export const verdictOn = async (
  reader: Reader,
  { id, version }: Question,
  outcome: Outcome,
  evidence: readonly Evidence[],
  now: Instant,
): Promise<Verdict> => {
  const { trigger } = version
  const state = await triggerStateOf(reader, version)
  const refused = trigger && state && heldBack(trigger, state)
  if (refused) return refused
  const after = trigger?.gates && state?.state === 'came' ? state.at : null
  const all = await judgeable(reader, evidence)
  const counted = countedAfter(all, after)
  const verdict = judgeOutcome(version, outcome, await optionsOf(reader, id), counted, dayOf(now))
  const dropped = counted.some((one, at) => one !== all[at])
  return dropped && after !== null ? tooEarly(verdict, after) : verdict
}

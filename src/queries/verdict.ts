import type { Evidence } from '../core/event.ts'
import type { Question } from '../core/question.ts'
import type { Verdict } from '../core/resolution/judge.ts'
import { judgeOutcome } from '../core/resolution/judge-options.ts'
import type { Outcome } from '../core/resolution/lifecycle.ts'
import { dayOf, type Instant } from '../core/time.ts'
import type { Reader } from '../storage/database.ts'
import { optionsOf } from '../storage/options.ts'
import { judgeable } from './judgeable.ts'

/** Whether evidence settles a question so, by its newest version and its kind. */
export const verdictOn = async (
  reader: Reader,
  { id, version }: Question,
  outcome: Outcome,
  evidence: readonly Evidence[],
  now: Instant,
): Promise<Verdict> =>
  judgeOutcome(version, outcome, await optionsOf(reader, id), await judgeable(reader, evidence), dayOf(now))

import type { Evidence } from '../../core/event.ts'
import type { Question } from '../../core/question.ts'
import type { Verdict } from '../../core/resolution/judge.ts'
import { judgeOutcome } from '../../core/resolution/judge-options.ts'
import type { Outcome } from '../../core/resolution/lifecycle.ts'
import { countedAfter, heldBack, tooEarly } from '../../core/resolution/trigger.ts'
import { dayOf, type Instant } from '../../core/time.ts'
import type { Reader } from '../../storage/database.ts'
import { optionsOfAll } from '../../storage/options.ts'
import { judgeable } from './judgeable.ts'
import { triggerStatesOf } from './own-outcomes.ts'

/** A question that is to be settled so, on this evidence. */
export type Claimed = { question: Pick<Question, 'id' | 'version'>; outcome: Outcome; evidence: readonly Evidence[] }

/** Whether evidence settles each question so, by its newest version, its kind and its trigger. */
export const verdictsOn = async (reader: Reader, claims: readonly Claimed[], now: Instant): Promise<Verdict[]> => {
  const states = await triggerStatesOf(
    reader,
    claims.map(({ question: { version } }) => version),
  )
  const options = await optionsOfAll(
    reader,
    claims.map(({ question: { id } }) => id),
  )
  const judged = await judgeable(
    reader,
    claims.flatMap(({ evidence }) => evidence),
  )
  let at = 0
  return claims.map(({ question: { id, version }, outcome, evidence }) => {
    const all = judged.slice(at, at + evidence.length)
    at += evidence.length
    const { trigger } = version
    const state = states.get(version.id)
    const refused = trigger && state && heldBack(trigger, state)
    if (refused) return refused
    const after = trigger?.gates && state?.state === 'came' ? state.at : null
    const counted = countedAfter(all, after)
    const verdict = judgeOutcome(version, outcome, options.get(id) ?? [], counted, dayOf(now))
    const dropped = counted.some((one, of) => one !== all[of])
    return dropped && after !== null ? tooEarly(verdict, after) : verdict
  })
}

/** The same of one question. */
export const verdictOn = async (
  reader: Reader,
  question: Question,
  outcome: Outcome,
  evidence: readonly Evidence[],
  now: Instant,
): Promise<Verdict> => {
  const [verdict] = await verdictsOn(reader, [{ question, outcome, evidence }], now)
  if (!verdict) throw new Error(`nothing was judged of ${question.id}`)
  return verdict
}

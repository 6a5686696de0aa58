import { plusMs } from '../fetching/pace.ts'
import type { Act, Form, Origin } from '../prediction.ts'
import { Problem } from '../problem.ts'
import type { Day } from '../time.ts'
import { endOf, type Instant } from '../time.ts'
import { type HistoricAct, historyOf, standingAt, withoutMistakes } from './history.ts'

/** How long a slip may be called one, from its recording on. */
export const MISTAKE_MS = 600_000

/** What an author wants to do on a question. */
export type Wish =
  | { act: 'state'; form: Form; expiresAt: Instant | null }
  | { act: 'reaffirm'; expiresAt: Instant | null }
  | { act: 'withdraw' }
  | { act: 'mistake'; corrects: string }

export type OwnAct = HistoricAct & { versionId: string; origin: Origin; recordedAt: Instant }
/** The version that is spoken on now. */
export type Target = { id: string; windowEnd: Day | null }
/** Either what stands already says it, by id, or the act that is to be recorded. */
export type NextAct =
  | { stands: string }
  | { stands: null; act: Act; form: Form | null; refersTo: string | null; expiresAt: Instant | null; said: Instant }

const refuse = (detail: string, remedy: string, field?: string): Problem =>
  new Problem(field ? 'invalid-input' : 'illegal-step', detail, remedy, field ? [{ field, detail }] : [])

/**
 * When an act counts as said: now, but never before what the same author did last. Two machines may disagree on the time
 * by a little; the order of the acts is that in which they were recorded.
 */
const saidAfter = (acts: readonly OwnAct[], now: Instant): Instant => {
  const last = acts
    .map(({ said }) => said.latest)
    .sort()
    .at(-1)
  return last !== undefined && last >= now ? plusMs(last, 1) : now
}

const mustExpireInWindow = (expiresAt: Instant | null, said: Instant, windowEnd: Day | null): void => {
  if (expiresAt === null) return
  if (expiresAt <= said)
    throw refuse('it expires before it is said', 'give a later instant, or leave it out', 'expiresAt')
  if (windowEnd !== null && expiresAt > endOf(windowEnd))
    throw refuse(`it expires after the window's end, ${windowEnd}`, 'leave it out: nothing stands longer', 'expiresAt')
}

const nextMistake = (acts: readonly OwnAct[], corrects: string, now: Instant, said: Instant): NextAct => {
  const slip = acts.find(({ id }) => id === corrects)
  if (!slip) throw refuse('this is no act of the author on this question', 'name one that is', 'corrects')
  const marked = acts.find(({ act, refersTo }) => act === 'mistake' && refersTo === corrects)
  if (marked) return { stands: marked.id }
  if (slip.act === 'mistake') throw refuse('a mistake cannot be one', 'state what you mean anew')
  if (slip.origin !== 'submitted')
    throw refuse('only what was submitted can be called a slip', 'open a dispute about what was read in a text')
  if (plusMs(slip.recordedAt, MISTAKE_MS) < now)
    throw refuse(`ten minutes after ${slip.recordedAt} are over`, 'state anew, or withdraw: what was said stays')
  return { stands: null, act: 'mistake', form: null, refersTo: corrects, expiresAt: null, said }
}

/**
 * The act that follows from what an author wants and has done on a question so far. What stands already is not said twice;
 * what was said of an earlier version is not said of this one, whose probability may be another's. Throws `illegal-step` where the act cannot follow, `invalid-input` where its own fields do not fit.
 */
export const nextAct = (wish: Wish, acts: readonly OwnAct[], now: Instant, { id, windowEnd }: Target): NextAct => {
  const submitted = acts.filter(({ origin }) => origin !== 'commentary')
  const said = saidAfter(submitted, now)
  if (wish.act === 'mistake') return nextMistake(acts, wish.corrects, now, said)
  const history = historyOf(submitted, null)
  const interval = standingAt(history, said)
  const standing = submitted.find(({ id }) => id === interval?.predictionId)
  if (wish.act === 'state') {
    const { form, expiresAt } = wish
    mustExpireInWindow(expiresAt, said, windowEnd)
    const same = standing?.form === form && standing.expiresAt === expiresAt && standing.versionId === id
    if (same) return { stands: standing.id }
    return { stands: null, act: 'state', form, refersTo: null, expiresAt, said }
  }
  if (!standing) {
    const ended = withoutMistakes(submitted).at(-1)
    if (wish.act === 'withdraw' && ended?.act === 'withdraw') return { stands: ended.id }
    throw refuse('no forecast of this author stands here', 'state a probability')
  }
  if (wish.act === 'withdraw')
    return { stands: null, act: 'withdraw', form: null, refersTo: standing.id, expiresAt: null, said }
  if (standing.versionId !== id) throw refuse('it stands on an earlier version of the question', 'state a probability')
  mustExpireInWindow(wish.expiresAt, said, windowEnd)
  return { stands: null, act: 'reaffirm', form: standing.form, refersTo: standing.id, expiresAt: wish.expiresAt, said }
}

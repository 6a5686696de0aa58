import { z } from 'zod'
import { idOf } from '../id.ts'
import { Problem } from '../problem.ts'
import type { Stands } from '../stands.ts'

export const statuses = ['open', 'due', 'resolved', 'void'] as const
export const steps = ['close', 'settle', 'void', 'reopen'] as const
export const outcomes = ['yes', 'no'] as const
/** The question broke; the world did not say; a condition never came true. Never scored, always counted. */
export const voidReasons = ['annulled', 'ambiguous', 'not-applicable'] as const
export type Status = (typeof statuses)[number]
export type Step = (typeof steps)[number]
export type BinaryOutcome = (typeof outcomes)[number]
/**
 * How a question came out, by its kind: "yes" or "no" of the positive event, or the id of an option. A kind that comes later
 * adds a form of its own (`number:…`, `date:…`): outcomes are one text everywhere.
 */
export type Outcome = BinaryOutcome | `opt_${string}`
export const Outcome = z
  .union([
    z.enum(outcomes),
    idOf('option', 'an outcome is "yes", "no" or the id of an option, opt_…') as unknown as z.ZodType<
      `opt_${string}`,
      `opt_${string}`
    >,
  ])
  .meta({ id: 'Outcome', description: 'of the positive event, or the id of the option that came' })
/** What an outcome looks like to the database. */
export const OUTCOME_PATTERN = '^(yes|no|opt_[0-9a-hjkmnp-tv-z]{26})$'
export type VoidReason = (typeof voidReasons)[number]

/** The life of a question. What is not in this table cannot happen. */
export const lifecycle: Readonly<Record<Status, Readonly<Record<Step, Status | null>>>> = {
  open: { close: 'due', settle: 'resolved', void: 'void', reopen: null },
  due: { close: null, settle: 'resolved', void: 'void', reopen: null },
  resolved: { close: null, settle: null, void: null, reopen: 'due' },
  void: { close: null, settle: null, void: null, reopen: 'due' },
}

/** Where a step leads: to one status, from wherever the table allows it. So the last entry of a log tells the status. */
export const statusAfter = (step: Step): Status => {
  const to = statuses.map((from) => lifecycle[from][step]).find((status) => status !== null)
  if (!to) throw new Error(`no status knows the step ${step}`)
  return to
}

const remedies: Readonly<Record<Status, string>> = {
  open: 'an open question can be closed at the end of its window, settled, or voided',
  due: 'a due question can be settled or voided',
  resolved: 'send correct: true with the new outcome and a reason to correct it, or reopen it first',
  void: 'send correct: true with the new outcome and a reason to correct it, or reopen it first',
}

/** The status after a step. Throws `illegal-step` where the table has none, with what stands where the caller knows it. */
export const afterStep = (status: Status, step: Step, stands: Stands | null = null): Status => {
  const next = lifecycle[status][step]
  if (next !== null) return next
  throw new Problem('illegal-step', `a question that is ${status} cannot ${step}`, remedies[status], [], stands)
}

/** What the log of a question says, entry by entry. */
export type LogEntry = { step: Step; outcome: Outcome | null; voidReason: VoidReason | null }
export type Standing = { status: Status; outcome: Outcome | null; voidReason: VoidReason | null }

/** Where a question stands after its whole log, from `open`; the status column must equal this. */
export const replay = (log: readonly LogEntry[]): Standing =>
  log.reduce<Standing>(
    (standing, { step, outcome, voidReason }) => ({ status: afterStep(standing.status, step), outcome, voidReason }),
    { status: 'open', outcome: null, voidReason: null },
  )

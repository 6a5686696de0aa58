import { z } from 'zod'
import { idOf } from '../id.ts'
import { Problem } from '../problem.ts'
import type { Stands } from '../stands.ts'

export const statuses = ['open', 'due', 'resolved', 'void'] as const
export const steps = ['close', 'settle', 'void', 'reopen'] as const
/** What is decided of one older version on its own terms: the question stays as it is. */
export const versionSteps = ['close-version', 'settle-version', 'reopen-version'] as const
export const logSteps = [...steps, ...versionSteps] as const
export const outcomes = ['yes', 'no'] as const
/** The question broke; the world did not say; a condition never came true. Never scored, always counted. */
export const voidReasons = ['annulled', 'ambiguous', 'not-applicable'] as const
export type Status = (typeof statuses)[number]
export type Step = (typeof steps)[number]
export type VersionStep = (typeof versionSteps)[number]
export type LogStep = (typeof logSteps)[number]
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

/** The same for its older versions. What was settled of one is taken back, or settled anew, as long as the question is not void. */
const versionLifecycle: Readonly<Record<Status, readonly VersionStep[]>> = {
  open: ['close-version', 'settle-version', 'reopen-version'],
  due: ['settle-version', 'reopen-version'],
  resolved: ['settle-version', 'reopen-version'],
  void: [],
}

export const isVersionStep = (step: LogStep): step is VersionStep => versionSteps.some((one) => one === step)

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
export const afterStep = (status: Status, step: LogStep, stands: Stands | null = null): Status => {
  const stays = isVersionStep(step) && versionLifecycle[status].includes(step) ? status : null
  const next = isVersionStep(step) ? stays : lifecycle[status][step]
  if (next !== null) return next
  throw new Problem('illegal-step', `a question that is ${status} cannot ${step}`, remedies[status], [], stands)
}

/** What the log of a question says, entry by entry. */
export type LogEntry = { step: LogStep; outcome: Outcome | null; voidReason: VoidReason | null }
export type Standing = { status: Status; outcome: Outcome | null; voidReason: VoidReason | null }

/** Where a question stands after its whole log, from `open`; the status column must equal this. */
export const replay = (log: readonly LogEntry[]): Standing =>
  log.reduce<Standing>(
    (standing, { step, outcome, voidReason }) => {
      const status = afterStep(standing.status, step)
      return isVersionStep(step) ? standing : { status, outcome, voidReason }
    },
    { status: 'open', outcome: null, voidReason: null },
  )

/** The last entry that moved the question itself; what is decided of an older version does not. */
export const lastStep = <Entry extends Pick<LogEntry, 'step'>>(log: readonly Entry[]): Entry | undefined =>
  log.findLast(({ step }) => !isVersionStep(step))

/** What the log says of one older version on its own terms: that its window ended, the last decision, and the settlement in force. */
export const ofVersion = <Entry extends Pick<LogEntry, 'step'> & { versionId: string | null }>(
  log: readonly Entry[],
  versionId: string,
): { closed: boolean; last: Entry | null; settled: Entry | null } => {
  const own = log.filter((entry) => isVersionStep(entry.step) && entry.versionId === versionId)
  const last = own.findLast(({ step }) => step !== 'close-version') ?? null
  return { closed: own.length > 0, last, settled: last?.step === 'settle-version' ? last : null }
}

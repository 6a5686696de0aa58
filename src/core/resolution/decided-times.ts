import type { QuestionVersion } from '../question.ts'
import type { Instant } from '../time.ts'
import type { LogStep, Outcome } from './lifecycle.ts'
import { type JudgedVersion, ownOutcome, type Settlement, sameTerms, sameWindow, turned } from './own-outcome.ts'

/** When the outcome that a version has was found, and when one that it had was last overturned; null where it never was. */
export type DecidedTimes = { settledAt: Instant | null; overturnedAt: Instant | null }

type Entry = {
  step: LogStep
  versionId: string | null
  outcome: Outcome | null
  recordedAt: Instant
  /** What a settlement of the question stands on; without it nothing is known of versions with another window. */
  settlement: Settlement | null
}
type Version = JudgedVersion & Pick<QuestionVersion, 'id' | 'version'>
type Found = { outcome: Outcome | null; at: Instant }
/** An outcome that was taken back, and when one had been overturned before that. */
type TakenBack = { outcome: Outcome | null; before: Instant | null }

/** What a settlement of the question says of one version, turned to it; null where it says nothing of it, as `ownOutcome`. */
const foundBy = (version: Version, versions: readonly Version[], entry: Entry): Found | null => {
  // An entry without a version is of the first.
  const judged = versions.find(({ id, version: n }) => (entry.versionId === null ? n === 1 : id === entry.versionId))
  if (!judged || !sameTerms(version, judged)) return null
  const { outcome, recordedAt: at, settlement } = entry
  if (!sameWindow(version, judged)) {
    const anew = settlement && ownOutcome(version, settlement)
    return anew && { outcome: anew.outcome, at }
  }
  return { outcome: outcome !== null && judged.orientation !== version.orientation ? turned(outcome) : outcome, at }
}

/**
 * The times of one version, by its question's whole log, first entry first. A settlement on its own terms goes before that of the
 * question, which decides it where both ask for the same; what was settled or taken back of another version says nothing of it.
 * An outcome is overturned where it is taken back, and where its own terms say otherwise than the question's settlement; one that
 * is taken back and then found again was only corrected, and is overturned for as long as it was not found again.
 */
export const decidedTimes = (version: Version, versions: readonly Version[], log: readonly Entry[]): DecidedTimes => {
  let own: Found | null = null
  let main: Found | null = null
  let overturnedAt: Instant | null = null
  let takenBack: TakenBack | null = null
  const takeBack = (found: Found, at: Instant): void => {
    takenBack = { outcome: found.outcome, before: overturnedAt }
    overturnedAt = at
  }
  const settle = (outcome: Outcome | null): void => {
    if (takenBack?.outcome === outcome) overturnedAt = takenBack.before
    takenBack = null
  }
  for (const entry of log) {
    const { step, versionId, outcome, recordedAt: at } = entry
    if (step === 'settle') {
      main = foundBy(version, versions, entry)
      if (main !== null && own === null) settle(main.outcome)
    } else if (step === 'reopen') {
      if (main !== null && own === null) takeBack(main, at)
      main = null
    } else if (step === 'settle-version' && versionId === version.id) {
      settle(outcome)
      if (main !== null && own === null && main.outcome !== outcome) overturnedAt = at
      own = { outcome, at }
    } else if (step === 'reopen-version' && versionId === version.id) {
      if (own !== null) takeBack(own, at)
      own = null
    }
  }
  return { settledAt: (own ?? main)?.at ?? null, overturnedAt }
}

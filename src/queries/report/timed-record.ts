import { knownFrom } from '../../core/event.ts'
import { groupBy } from '../../core/group-by.ts'
import type { QuestionVersion, Timing } from '../../core/question.ts'
import { historyOf } from '../../core/resolution/history.ts'
import { lastStep } from '../../core/resolution/lifecycle.ts'
import { likeness } from '../../core/resolution/likeness.ts'
import { isInTime, type ScoringFrame, scoredStatement, timingOf } from '../../core/resolution/scored-statement.ts'
import type { Stood, TimedQuestion } from '../../core/scoring/over-time/author-over-time.ts'
import { dueMonthOf, type Voice } from '../../core/slice.ts'
import { endOf, type Instant, startOf } from '../../core/time.ts'
import type { ActRow } from '../../storage/acts.ts'
import type { CountSlice } from '../../storage/counts.ts'
import { probabilityOf } from '../probabilities.ts'
import type { Judged, OwnDecision } from './own-outcomes.ts'

/** Which part of a record is meant. */
export type RecordPart = { slice: CountSlice; timing: Timing; voice: Voice }
/** What was done on each question, and what its log says. */
export type RecordInput = {
  acts: ReadonlyMap<string, readonly ActRow[]>
  judged: ReadonlyMap<string, Judged>
}

/** The questions of an author that came out, with who forecast what when; and how many did not come out. */
export type TimedRecord = {
  /** Those of the settled ones that were open for a time before they were decided. */
  questions: TimedQuestion[]
  settled: number
  pending: number
  void: number
  /** On how many several forecasts of the author stood, and on how many none any more at the close. */
  updated: number
  ended: number
}

type Version = { version: QuestionVersion; decision: OwnDecision }

const versionsIn = ({ versions, decisions }: Judged): Map<string, Version> =>
  new Map(
    versions.flatMap((version) => {
      const decision = decisions.get(version.id)
      return decision ? [[version.id, { version, decision }] as const] : []
    }),
  )

const decidedAtOf = ({ event }: OwnDecision): Instant | null => event && knownFrom(event)

const frameOf = ({ version, decision }: Version): ScoringFrame => ({
  windowEnd: version.windowEnd,
  referenceAt: version.referenceAt,
  decidedAt: decidedAtOf(decision),
})

const isOf =
  (voice: Voice) =>
  ({ attribution, weakHedge }: ActRow): boolean =>
    attribution === voice && !weakHedge

/**
 * The statement by which an author's question is sorted: the one that is scored, or where none is, since all was taken back
 * before the reference time, the last that was made in time.
 */
const sortedBy = (own: readonly ActRow[], versions: ReadonlyMap<string, Version>): ActRow | null => {
  const frame = ({ versionId }: ActRow): ScoringFrame => {
    const known = versions.get(versionId)
    if (!known) throw new Error(`there is no version ${versionId}`)
    return frameOf(known)
  }
  const made = own.filter((act) => act.form !== null && isInTime(frame(act), act))
  return scoredStatement(own, frame) ?? made.at(-1) ?? null
}

/** Whether a statement is in the part that is asked for, as a scored one would be; the window of one that is in it is over. */
const isIn = (act: ActRow, { version, decision }: Version, { slice, timing, voice }: RecordPart): boolean => {
  const { windowEnd, windowSource, criteriaFixedAt } = version
  if (windowEnd === null || !act.inSet || !isOf(voice)(act) || !slice.windowSources.includes(windowSource)) return false
  const month = dueMonthOf(windowEnd)
  return (
    month < slice.dueBefore &&
    (slice.dueMonths === undefined || slice.dueMonths.includes(month)) &&
    timingOf(criteriaFixedAt, windowEnd, decision.reportedAt) === timing
  )
}

/** Whether a version was asked as another is, and came out as that did, whichever way each is worded. */
const isAskedAs = (own: Version, { version, decision }: Version): boolean => {
  const like = likeness(own.version, version)
  if (like !== 'same' && like !== 'opposite') return false
  return (like === 'same') === (own.decision.outcome === decision.outcome)
}

/**
 * What each author had standing when on what a version asks, by the probability of what came; what was said of versions that ask for
 * something else, or that nothing decided, is left out. What takes a forecast back counts whatever version it names.
 */
const stoodOn = (acts: readonly ActRow[], own: Version, versions: ReadonlyMap<string, Version>): Stood[] => {
  const inTime = acts.filter((act) => {
    const known = versions.get(act.versionId)
    return known !== undefined && isInTime(frameOf(known), act) && (act.form === null || isAskedAs(own, known))
  })
  const versionOf = new Map(inTime.map(({ id, versionId }) => [id, versionId]))
  return [...groupBy(inTime, ({ authorId }) => authorId)].flatMap(([user, own]) =>
    historyOf(own, null).flatMap(({ from, to, form, predictionId }): Stood[] => {
      const outcome = versions.get(versionOf.get(predictionId) ?? '')?.decision.outcome ?? null
      if (outcome !== 'yes' && outcome !== 'no') return []
      const p = probabilityOf(form)
      return [
        {
          user,
          from: Date.parse(from),
          until: to === null ? null : Date.parse(to),
          came: outcome === 'yes' ? p : 1 - p,
        },
      ]
    }),
  )
}

/** The millisecond after the last of a window. */
const afterWindow = (windowEnd: NonNullable<QuestionVersion['windowEnd']>): number => Date.parse(endOf(windowEnd)) + 1

/** The times of a question as one of its versions has them; see the rules that an answer names. */
const timesOf = ({ version, decision }: Version, acts: readonly ActRow[], stood: readonly Stood[]) => {
  const { windowStart, windowEnd, referenceAt, criteriaFixedAt } = version
  if (windowEnd === null) return null
  const takesForecasts = referenceAt !== null && acts.some(({ origin }) => origin === 'submitted')
  const scheduledClose = takesForecasts ? Date.parse(referenceAt) : afterWindow(windowEnd)
  const published = Math.max(Date.parse(startOf(windowStart)), Date.parse(criteriaFixedAt))
  const open = stood.reduce((so, { from }) => Math.min(so, from), published)
  const decidedAt = decidedAtOf(decision)
  const actualClose = Math.min(scheduledClose, decidedAt === null ? scheduledClose : Date.parse(decidedAt))
  return open < actualClose ? { open, actualClose, scheduledClose } : null
}

type Sorted = { question: TimedQuestion | null; state: 'scored' | 'pending' | 'void' }

const questionOf = (authorId: string, acts: readonly ActRow[], judged: Judged, part: RecordPart): Sorted | null => {
  const versions = versionsIn(judged)
  const chosen = sortedBy(
    acts.filter((act) => act.authorId === authorId),
    versions,
  )
  const own = chosen && versions.get(chosen.versionId)
  if (!own || !isIn(chosen, own, part)) return null
  const last = lastStep(judged.log)
  if (last?.step === 'void') return { question: null, state: 'void' }
  if (own.decision.outcome === null) return { question: null, state: 'pending' }
  const inVoice = acts.filter((act) => act.form === null || isOf(part.voice)(act))
  const stood = stoodOn(inVoice, own, versions)
  const times = timesOf(own, acts, stood)
  return { question: times && { family: chosen.familyId, ...times, stood }, state: 'scored' }
}

/** The first forecast of an author that stood before the close of a question and the last one, where several did. */
export type FirstAndLast = { first: number; last: number }

/**
 * The first and the last forecast of an author that stood on what a version asks before its question closed, as probabilities of that
 * version's positive event; null where fewer than two stood, or nothing has decided it. `acts` are the author's own.
 */
export const firstAndLast = (
  acts: readonly ActRow[],
  judged: Judged,
  { versionId, voice }: { versionId: string; voice: Voice },
): FirstAndLast | null => {
  const versions = versionsIn(judged)
  const own = versions.get(versionId)
  const outcome = own?.decision.outcome
  if (!own || (outcome !== 'yes' && outcome !== 'no')) return null
  const said = acts.filter((act) => act.form === null || isOf(voice)(act))
  const stood = stoodOn(said, own, versions)
  const close = timesOf(own, acts, stood)?.actualClose
  const inTime = close === undefined ? [] : stood.filter(({ from }) => from < close)
  const [first, last] = [inTime[0], inTime.at(-1)]
  if (inTime.length < 2 || !first || !last) return null
  const pOf = ({ came }: Stood): number => (outcome === 'yes' ? came : 1 - came)
  return { first: pOf(first), last: pOf(last) }
}

const standingOf = (authorId: string, { stood, actualClose }: TimedQuestion): Stood[] =>
  stood.filter(({ user, from }) => user === authorId && from < actualClose)

/** An author's record over time, of one part. */
export const timedRecord = (authorId: string, { acts, judged }: RecordInput, part: RecordPart): TimedRecord => {
  const sorted = [...acts].flatMap(([id, own]) => {
    const known = judged.get(id)
    return (known && questionOf(authorId, own, known, part)) ?? []
  })
  const questions = sorted.flatMap(({ question }) => question ?? [])
  const stoodAtClose = ({ until }: Stood, { actualClose }: TimedQuestion): boolean =>
    until === null || until > actualClose
  const count = (holds: (question: TimedQuestion, own: Stood[]) => boolean): number =>
    questions.filter((question) => {
      const own = standingOf(authorId, question)
      return own.length > 0 && holds(question, own)
    }).length
  return {
    questions,
    settled: sorted.filter(({ state }) => state === 'scored').length,
    pending: sorted.filter(({ state }) => state === 'pending').length,
    void: sorted.filter(({ state }) => state === 'void').length,
    updated: count((_, own) => own.length > 1),
    ended: count((question, own) => !own.some((one) => stoodAtClose(one, question))),
  }
}

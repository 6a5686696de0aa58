import type { Origin } from '../prediction.ts'
import type { Timing } from '../question.ts'
import { type Day, endOf, type Instant } from '../time.ts'
import { type HistoricAct, historyOf, standingAt, withoutMistakes } from './history.ts'

/** `scoreable` is false where a statement is only listed, and for acts that say no forecast. */
export type Statement = HistoricAct & { origin: Origin; scoreable: boolean }
export type ScoringFrame = {
  windowEnd: Day | null
  /** The submitted forecast standing at this instant counts. */
  referenceAt: Instant | null
  /** When the event that decided the question happened or was reported, by the earliest bound; null when none did. */
  decidedAt: Instant | null
}
/** `reportedAt`: when an event that bears on it was first reported, by the earliest bound; null when none was. */
export type SayingFrame = Omit<ScoringFrame, 'decidedAt'> & { reportedAt: Instant | null }

/**
 * Whether an act came in time: in the window, and before the event by the latest bound of when it was said. What is done
 * after the event, be it a withdrawal or the marking of a mistake, undoes nothing.
 */
export const isInTime = ({ windowEnd, decidedAt }: ScoringFrame, { said }: Statement): boolean =>
  (windowEnd === null || said.latest <= endOf(windowEnd)) && (decidedAt === null || said.latest < decidedAt)

/** The frame of a statement is that of the version it was made on. */
export type FrameOf<S extends Statement> = (statement: S) => ScoringFrame

/** What says or ends a submitted or imported forecast: what is only listed stands in no other's way. */
const movesForecast = ({ origin, scoreable, act }: Statement): boolean =>
  origin !== 'commentary' && (scoreable || act === 'withdraw')

/**
 * The one statement of an author on a question that counts: for commentary the first scoreable one in the window, else
 * the submitted or imported one standing at `referenceAt`. "Before the event" is judged by the latest bound of when it
 * was said: a range that spans the event is listed, not scored. Null when none counts.
 */
export const scoredStatement = <S extends Statement>(statements: readonly S[], frameOf: FrameOf<S>): S | null => {
  const acts = withoutMistakes(statements.filter((one) => isInTime(frameOf(one), one)))
  const first = acts.find(({ origin, scoreable }) => origin === 'commentary' && scoreable)
  if (first) return first
  const submitted = acts.filter(movesForecast)
  const history = historyOf(submitted, null)
  const stoodAtReference = (one: S): boolean => {
    const { referenceAt } = frameOf(one)
    return referenceAt !== null && standingAt(history, referenceAt)?.predictionId === one.id
  }
  return submitted.filter(stoodAtReference).at(-1) ?? null
}

/** Whether it came in the window, and before a report could be known: what is known as one speaks, not what turns out later. */
const isSaidUnknowing = ({ windowEnd, reportedAt }: SayingFrame, { said }: Statement): boolean =>
  (windowEnd === null || said.latest <= endOf(windowEnd)) && (reportedAt === null || said.earliest < reportedAt)

/**
 * What an author said first on a question that bears on nothing reported yet: evidence rests on it, since which statement is scored
 * depends on when the event comes, and with it whether one counts that was said between an event and its report. What was marked as a
 * mistake was never said; what was restated, withdrawn or has expired since was. Of several at one moment the first in commentary, else the
 * last. Null where nothing was said in time.
 */
export const firstStatement = <S extends Statement>(
  statements: readonly S[],
  frameOf: (statement: S) => SayingFrame,
): S | null => {
  const couldCount = (one: S): boolean => {
    const { referenceAt } = frameOf(one)
    return one.origin === 'commentary' || (referenceAt !== null && one.said.latest <= referenceAt)
  }
  const said = withoutMistakes(statements.filter((one) => isSaidUnknowing(frameOf(one), one))).filter(
    (one) => one.scoreable && one.form !== null && couldCount(one),
  )
  const atOnce = said.filter(({ said: { latest } }) => latest === said[0]?.said.latest)
  return atOnce.find(({ origin }) => origin === 'commentary') ?? atOnce.at(-1) ?? null
}

/**
 * Why a statement is not the one that counts, in the order of what rules it out first; null where it is. The sentence is
 * for the one who said it.
 */
export const whyNotScored = <S extends Statement & { unscoredReason: string | null }>(
  one: S,
  statements: readonly S[],
  frameOf: FrameOf<S>,
): string | null => {
  const { windowEnd, referenceAt, decidedAt } = frameOf(one)
  const chosen = scoredStatement(statements, frameOf)
  if (chosen?.id === one.id) return null
  const acts = statements.filter((other) => isInTime(frameOf(other), other))
  if (acts.some(({ act, refersTo }) => act === 'mistake' && refersTo === one.id)) return 'it was marked as a mistake'
  if (!one.scoreable) return one.unscoredReason
  if (windowEnd !== null && one.said.latest > endOf(windowEnd))
    return `it was said after the window, which ended on ${windowEnd}`
  if (decidedAt !== null && one.said.latest >= decidedAt)
    return `it was not surely said before ${decidedAt}, when the event that decides had happened or been reported`
  if (chosen?.origin === 'commentary') return `the statement in commentary counts: ${chosen.id}`
  if (referenceAt === null) return 'the question has no reference time: it counts statements in commentary only'
  if (one.said.latest > referenceAt) return `it was said after the reference time, ${referenceAt}`
  return whyNotStanding(one, acts, referenceAt)
}

const whyNotStanding = (one: Statement, acts: readonly Statement[], referenceAt: Instant): string => {
  const own = historyOf(withoutMistakes(acts).filter(movesForecast), null).find(
    ({ predictionId }) => predictionId === one.id,
  )
  return `it did not stand at the reference time, ${referenceAt}: it was ${own?.endedBy ?? 'restated'} at ${own?.to ?? one.said.latest}`
}

/**
 * Prospective: criteria were published before the window's end and before a matching event was reported. `reportedAt`
 * is the earliest bound of that report, null when there is none.
 */
export const timingOf = (criteriaFixedAt: Instant, windowEnd: Day | null, reportedAt: Instant | null): Timing =>
  (windowEnd === null || criteriaFixedAt <= endOf(windowEnd)) && (reportedAt === null || criteriaFixedAt < reportedAt)
    ? 'prospective'
    : 'retrospective'

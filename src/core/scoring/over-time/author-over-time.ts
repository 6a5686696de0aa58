import { clip, LOG_CLIP } from '../binary/proper-scores.ts'
import { familyInterval } from '../intervals/family.ts'
import type { Interval } from '../intervals/proportion.ts'
import { sum } from '../numbers/sum.ts'
import { sumsByFamily } from '../tally.ts'
import { baseline } from './baseline.ts'
import { peer, spotPeer } from './peer.ts'
import { type Frame, lifeOf, type Standing, standsAt } from './standing.ts'
import { type PointLoss, type QuestionScore, questionOverTime, squaredLoss, type Update } from './time-weighted.ts'

/**
 * What one forecaster said from `from` until `until` (null: to the end), by the probability that it gave to what came. Times
 * are numbers of any one unit.
 */
export type Stood = { user: string; from: number; until: number | null; came: number }

/** One question that came out. `scheduledClose` is when it would have closed at the latest, `actualClose` when it did. */
export type TimedQuestion = {
  family: string
  open: number
  actualClose: number
  scheduledClose: number
  stood: readonly Stood[]
}

export const overTimeMeasures = [
  'timeWeightedBrier',
  'firstForecastBrier',
  'finalForecastBrier',
  'filledBrier',
  'timeWeightedLog',
  'timeWeightedLogClipped',
  'firstForecastLog',
  'finalForecastLog',
  'filledLog',
  'timeCoverage',
  'timeWeightedBaseline',
  'peerScore',
  'spotScore',
  'spotCoverage',
] as const
export type OverTimeMeasure = (typeof overTimeMeasures)[number]

/** What one question gives to each measure; null to one that it has no part in. */
export type QuestionFigures = Record<OverTimeMeasure, number | null>

/** The outcome's place among the shares, whatever came: the other share is what did not. */
const CAME = 1

const frameOf = ({ open, actualClose, scheduledClose }: TimedQuestion): Frame => ({
  open,
  actualClose,
  scheduledClose,
  outcome: CAME,
  kind: { of: 'choice' },
})

const standingOf = ({ user, from, until, came }: Stood): Standing => {
  const p = clip(came)
  return { user, from, until, shares: [1 - p, p] }
}

/** One's own forecasts in order, with an end wherever nothing followed at once. */
const updatesOf = (own: readonly Stood[]): Update[] => {
  const ordered = own.toSorted((a, b) => a.from - b.from)
  return ordered.flatMap(({ from, until, came }, at): Update[] => {
    const next = ordered[at + 1]
    const said = { at: from, p: came }
    return until !== null && (next === undefined || next.from > until) ? [said, { at: until, p: null }] : [said]
  })
}

/** The log loss of what came; outcomes are all 1 here, since probabilities are of what came. */
const logLossOf =
  (moved: (p: number) => number): PointLoss =>
  (p) =>
    0 - Math.log(moved(p))
const logLoss = logLossOf((p) => p)
const clippedLogLoss = logLossOf(clip)

/** Peer and spot score, null where nobody else stood: at any time, and at the close. */
const amongOthers = (standings: readonly Standing[], frame: Frame, user: string) => {
  const close = frame.actualClose
  const lives = standings.filter((standing) => {
    const { start, end } = lifeOf(standing, frame)
    return end > start
  })
  const isOther = (standing: Standing): boolean => standing.user !== user
  const last = lives.filter((standing) => standsAt(standing, close))
  const stoodLast = last.some((standing) => !isOther(standing))
  return {
    peerScore: lives.some(isOther) ? (peer(lives, frame).get(user)?.score ?? null) : null,
    spotScore: stoodLast && last.some(isOther) ? (spotPeer(last, frame, close).get(user)?.score ?? null) : null,
    spotCoverage: stoodLast ? 1 : 0,
  }
}

const byRules = (brier: QuestionScore, log: QuestionScore, clipped: QuestionScore) => ({
  timeWeightedBrier: brier.timeWeighted,
  firstForecastBrier: brier.first,
  finalForecastBrier: brier.final,
  filledBrier: brier.fillHalf,
  timeWeightedLog: log.timeWeighted,
  timeWeightedLogClipped: clipped.timeWeighted,
  firstForecastLog: log.first,
  finalForecastLog: log.final,
  filledLog: log.fillHalf,
})

/**
 * One question of a forecaster by every measure over time; null where no forecast of theirs stood before it closed. Baseline,
 * peer and spot score take probabilities within .001 and .999. The time to the close ends where it closed in fact; baseline,
 * peer score and coverage are shares of the scheduled time. See `questionOverTime`, `baseline`, `peer` and `spotPeer`.
 *
 * Example: 80 % on what came from the middle on, alone: Brier .04, filled .145, coverage .5, baseline .5 · 67.81, no peer score.
 */
export const questionFigures = (question: TimedQuestion, user: string): QuestionFigures | null => {
  const { open, actualClose: close, stood } = question
  if (!(open < close)) return null
  const frame = frameOf(question)
  const own = stood.filter((one) => one.user === user)
  const asked = { open, close, updates: updatesOf(own), outcome: 1 as const }
  const brier = questionOverTime(asked, squaredLoss)
  const [log, clipped] = [questionOverTime(asked, logLoss), questionOverTime(asked, clippedLogLoss)]
  const { score = 0, coverage = 0 } = baseline(own.map(standingOf), frame).get(user) ?? {}
  if (!brier || !log || !clipped) return null
  return {
    ...byRules(brier, log, clipped),
    timeCoverage: coverage,
    timeWeightedBaseline: score,
    ...amongOthers(stood.map(standingOf), frame, user),
  }
}

/** A mean over the questions that have a part in it, every question counting alike, with its interval over families. */
export type OverTimeFigure = { n: number; families: number; value: number; interval: Interval | null }

const RANGES: Partial<Record<OverTimeMeasure, { low: number; high: number }>> = {
  timeWeightedBaseline: { low: Number.NEGATIVE_INFINITY, high: 100 * (Math.log2(LOG_CLIP.high) + 1) },
  peerScore: { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
  spotScore: { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
}
const rangeOf = (measure: OverTimeMeasure): { low: number; high: number } =>
  RANGES[measure] ?? { low: 0, high: measure.includes('Log') ? Number.POSITIVE_INFINITY : 1 }

const figureOf = (
  measure: OverTimeMeasure,
  questions: readonly { family: string; figures: QuestionFigures }[],
): OverTimeFigure | null => {
  const losses = questions.flatMap(({ family, figures }) => {
    const loss = figures[measure]
    return loss === null ? [] : [{ family, loss }]
  })
  const families = new Set(losses.map(({ family }) => family)).size
  if (losses.some(({ loss }) => loss === Number.POSITIVE_INFINITY))
    return { n: losses.length, families, value: Number.POSITIVE_INFINITY, interval: null }
  const mean = familyInterval(sumsByFamily(losses), { range: rangeOf(measure) })
  return mean && { n: losses.length, families, value: mean.mean, interval: mean.interval }
}

/** How a forecaster did over time; a figure is null where no question has a part in it. `scored`: questions behind the whole. */
export type AuthorOverTime = {
  scored: number
  families: number
  /** How many others stood on a question, on average; null for no question. */
  others: number | null
  figures: Record<OverTimeMeasure, OverTimeFigure | null>
}

/**
 * A forecaster's means over time, every question counting alike, each with its 95 % interval clustered by family
 * (`familyInterval`). Questions on which nothing of theirs stood before the close are left out.
 *
 * Example: two questions of two families, time-weighted Brier .04 and .16: mean .10, interval 0 to .86.
 */
export const authorOverTime = (questions: readonly TimedQuestion[], user: string): AuthorOverTime => {
  const scored = questions.flatMap((question) => {
    const figures = questionFigures(question, user)
    const users = new Set(question.stood.map((one) => one.user))
    return figures ? [{ family: question.family, figures, others: users.size - 1 }] : []
  })
  const figures = Object.fromEntries(overTimeMeasures.map((measure) => [measure, figureOf(measure, scored)]))
  return {
    scored: scored.length,
    families: new Set(scored.map(({ family }) => family)).size,
    others: scored.length === 0 ? null : sum(scored.map(({ others }) => others)) / scored.length,
    figures: figures as AuthorOverTime['figures'],
  }
}

import { sum } from '../numbers/sum.ts'
import { refusal } from '../refusal.ts'

/** A probability of yes said on a day, which stands until the same forecaster's next. Later in the list is later on a day. */
export type DayForecast = { user: string; day: number; p: number }
/** The days on which the question was open, both included, and how it came out. */
export type DayQuestion = { first: number; last: number; outcome: 0 | 1; forecasts: readonly DayForecast[] }

/** A forecaster's figures on one question; see `dailyScores`. */
export type DailyScore = {
  averageBrier: number
  participation: number
  medianAllDays: number
  medianActiveDays: number
  accuracyAllDays: number
  accuracyActiveDays: number
}
export type DailyScores = { users: Map<string, DailyScore>; medians: (number | null)[] }

const medianOf = (values: readonly number[]): number | null => {
  const ordered = values.toSorted((a, b) => a - b)
  const [low, high] = [ordered[(ordered.length - 1) >> 1], ordered[ordered.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** The Brier score (0 to 2) of whatever each forecaster's stands on each day; null before the first. */
const tableOf = ({ first, last, outcome, forecasts }: DayQuestion): Map<string, (number | null)[]> => {
  const days = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const users = [...new Set(forecasts.map(({ user }) => user))]
  const inOrder = forecasts.toSorted((a, b) => a.day - b.day)
  return new Map(
    users.map((user) => {
      const own = inOrder.filter((forecast) => forecast.user === user)
      const standing = days.map((day) => own.findLast((forecast) => forecast.day <= day))
      return [user, standing.map((forecast) => (forecast ? 2 * (forecast.p - outcome) ** 2 : null))]
    }),
  )
}

const scoreOf = (own: readonly (number | null)[], medians: readonly (number | null)[]): DailyScore | null => {
  const numbers = (values: readonly (number | null)[]) => values.filter((value) => value !== null)
  const mean = (values: readonly (number | null)[]) => sum(numbers(values)) / numbers(values).length
  const active = numbers(own)
  if (active.length === 0) return null
  const [averageBrier, participation] = [mean(own), active.length / own.length]
  const medianAllDays = mean(medians)
  const medianActiveDays = mean(medians.filter((_, at) => own[at] !== null))
  return {
    averageBrier,
    participation,
    medianAllDays,
    medianActiveDays,
    accuracyAllDays: (averageBrier - medianAllDays) * participation,
    accuracyActiveDays: (averageBrier - medianActiveDays) * participation,
  }
}

/**
 * Good Judgment Open's daily scores on one question: forecasts carry forward, each day has the Brier score over both
 * sides (**0 to 2**) and its median over those who had forecast by then. Accuracy is (average daily score − average median)
 * · share of days with a forecast: **below 0 is better than the crowd**, −2 to 2.
 *
 * The published rule leaves open over which days the median is averaged. Over the forecaster's own days it is fair to who
 * comes late; over all days late comers are compared with days that they skipped. Both are given; prefer the former.
 * `medians` has one entry a day, null while nobody had forecast. Whoever forecast only after the last day is left out.
 * Throws a `Problem` for a probability outside 0 to 1 or days that end before they start. Good Judgment Open, FAQ, 2015.
 *
 * Example: two days, yes; a says 30 % on day 1, b 60 % on day 2: a .98, b .32 at participation ½, medians .98 and .65; b's
 * accuracy on own days (.32 − .65)/2 = −.165.
 */
export const dailyScores = (question: DayQuestion): DailyScores => {
  if (!(question.first <= question.last)) throw refusal('the last day is before the first', 'give the days in order')
  if (!question.forecasts.every(({ p }) => p >= 0 && p <= 1))
    throw refusal('a probability lies outside 0 to 1', 'give probabilities from 0 to 1')
  const table = tableOf(question)
  const medians = Array.from({ length: question.last - question.first + 1 }, (_, at) =>
    medianOf([...table.values()].flatMap((own) => own[at] ?? [])),
  )
  const users = new Map<string, DailyScore>()
  for (const [user, own] of table) {
    const score = scoreOf(own, medians)
    if (score) users.set(user, score)
  }
  return { users, medians }
}

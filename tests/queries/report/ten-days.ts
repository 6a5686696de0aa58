import { recordAuthor } from '../../../src/actions/predicting/record-author.ts'
import { submitPrediction } from '../../../src/actions/predicting/submit-prediction.ts'
import { createQuestion } from '../../../src/actions/questions/create-question.ts'
import { groupBy } from '../../../src/core/group-by.ts'
import { type Part, reachOf } from '../../../src/queries/report/author-counts.ts'
import { judgedQuestions } from '../../../src/queries/report/own-outcomes.ts'
import { timedRecord } from '../../../src/queries/report/timed-record.ts'
import { actsBeside } from '../../../src/storage/acts.ts'
import { settleNo, settleYes } from '../../actions/story.ts'
import { day, instant, type World } from '../../support/embedded.ts'

/** Open from the first of January to the eleventh: ten days, counted from 0. */
const onDay = (days: number): string => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString()
export const CLOSE = 10

export const PART = {
  collection: null,
  timing: 'prospective',
  voice: 'own',
  now: instant('2026-06-01T12:00:00.000Z'),
} as const

/** What an author's figures over time are computed from. */
export const recordOf = async (world: World, authorId: string, rest: Partial<Part> = {}) => {
  const part = { ...PART, ...rest }
  const { slice } = await reachOf(world.tx, part)
  const acts = groupBy(await actsBeside(world.tx, slice, authorId, 1000), ({ questionId }) => questionId)
  const judged = await judgedQuestions(world.tx, [...acts.keys()])
  return timedRecord(authorId, { acts, judged }, { slice, timing: part.timing, voice: part.voice })
}

/** Who says how many days after the opening what of the event; null takes it back. */
export type Said = [author: string, days: number, p: number | null]

/** A question of ten days, and what is said on it. */
export const asked = async (world: World, said: Said[], { label = '' } = {}): Promise<string> => {
  const { question } = await createQuestion(world.at(onDay(0)), {
    wording: `It rains on the mill ${label}.`,
    windowStart: day('2025-06-01'),
    windowEnd: day('2026-01-31'),
    referenceAt: instant(onDay(CLOSE)),
  })
  for (const [author, days, probability] of said.toSorted((a, b) => a[1] - b[1])) {
    const place = { questionId: question.id, author }
    const act = probability === null ? { ...place, act: 'withdraw' as const } : { ...place, probability }
    await submitPrediction(world.at(onDay(days)), act)
  }
  return question.id
}

export const forecasters = async (world: World, ...names: string[]): Promise<void> => {
  for (const name of names) await recordAuthor(world.at(onDay(0)), { name, kind: 'model' })
}

/**
 * Ada and Ben on three questions:
 * - yes, found out after the close: Ada says .6 at once and .8 at half time, Ben .5 at half time;
 * - no: Ada says .4 on day 3 and withdraws on day 8, Ben says .2 at once;
 * - yes on day 5: Ada says .9 on day 1, Ben .3 at once and .7 on day 3.
 */
export const three = async (world: World, label: string): Promise<void> => {
  const onLate: Said[] = [
    ['ada', 0, 0.6],
    ['ada', 5, 0.8],
    ['ben', 5, 0.5],
  ]
  const onNever: Said[] = [
    ['ada', 3, 0.4],
    ['ada', 8, null],
    ['ben', 0, 0.2],
  ]
  const onEarly: Said[] = [
    ['ada', 1, 0.9],
    ['ben', 0, 0.3],
    ['ben', 3, 0.7],
  ]
  const late = await asked(world, onLate, { label: `${label} late` })
  const never = await asked(world, onNever, { label: `${label} never` })
  const early = await asked(world, onEarly, { label: `${label} early` })
  await settleYes(world, { question: late, on: '2026-01-20', now: '2026-02-10' })
  await settleNo(world, { question: never, now: '2026-02-10' })
  await settleYes(world, { question: early, on: '2026-01-06', now: '2026-02-10' })
}

const third = (...values: number[]): number => values.reduce((so, value) => so + value, 0) / 3
const { log, log2 } = Math

/** By hand, one of each question. */
export const ADA = {
  timeWeightedBrier: third((5 * 0.16 + 5 * 0.04) / 10, 0.16, 0.01),
  firstForecastBrier: third(0.16, 0.16, 0.01),
  finalForecastBrier: third(0.04, 0.16, 0.01),
  // Five days of silence before and after .4 in ten; one day of five before .9.
  filledBrier: third(0.1, (5 * 0.16 + 5 * 0.25) / 10, (4 * 0.01 + 0.25) / 5),
  timeWeightedLog: third(-(log(0.6) + log(0.8)) / 2, -log(0.6), -log(0.9)),
  timeCoverage: third(1, 0.5, 0.4),
  timeWeightedBaseline: third(
    100 * (0.5 * (log2(0.6) + 1) + 0.5 * (log2(0.8) + 1)),
    100 * 0.5 * (log2(0.6) + 1),
    100 * 0.4 * (log2(0.9) + 1),
  ),
  // Alone for five days, beside Ben for five; beside Ben for five; for two days beside .3, for two beside .7.
  peerScore: third(50 * log(0.8 / 0.5), 50 * log(0.6 / 0.8), 20 * log(0.9 / 0.3) + 20 * log(0.9 / 0.7)),
  // She had withdrawn when the second one closed.
  spotScore: (100 * log(0.8 / 0.5) + 100 * log(0.9 / 0.7)) / 2,
  spotCoverage: 2 / 3,
}
export const BEN = {
  timeWeightedBrier: third(0.25, 0.04, (3 * 0.49 + 2 * 0.09) / 5),
  timeCoverage: third(0.5, 1, 0.5),
  // Of two, what one earns the other loses.
  peerScore: -ADA.peerScore,
  spotScore: -ADA.spotScore,
  spotCoverage: 1,
}

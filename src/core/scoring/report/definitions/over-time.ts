import type { Written } from './definition.ts'

const METACULUS = 'Metaculus scoring 2024'
const MELLERS = 'Mellers and others 2015, Perspect Psychol Sci 10:267'
const GOOD = 'Good 1952, J R Stat Soc B 14:107'

const PENALTY: Pick<Written, 'unit' | 'range' | 'direction' | 'field'> = {
  unit: 'squared probability',
  range: [0, 1],
  direction: 'lower',
  field: 'overTime',
}
const NATS: typeof PENALTY = { unit: 'nats', range: [0, null], direction: 'lower', field: 'overTime' }
const POINTS = { unit: 'points', direction: 'higher' } as const
/** The least and the greatest that probabilities within .001 and .999 can earn. */
const LEAST_BASELINE = 100 * (Math.log2(0.001) + 1)
const MOST_APART = 100 * Math.log(999)

const LOG_AT = 'per question the mean of -ln of the probability that p(t) gave to what came'

/** What counts how long a forecast stood. A question runs from its opening to its close, see `inputs.rules` of the answer. */
export const overTimeDefinitions: readonly Written[] = [
  {
    id: 'timeWeightedBrier',
    name: 'Time-weighted Brier score',
    ...PENALTY,
    sentence: 'The average penalty over the time that a forecast stood, each question weighing the same.',
    formula: 'per question the mean of (p(t) - o)^2 from first forecast to close, then the mean over questions',
    source: MELLERS,
  },
  {
    id: 'firstForecastBrier',
    name: 'Brier score of first forecasts',
    ...PENALTY,
    sentence: 'The average penalty had every first forecast been the last word.',
    formula: 'mean over questions of (p - o)^2 of the first forecast that stood before the close',
    source: MELLERS,
  },
  {
    id: 'finalForecastBrier',
    name: 'Brier score of final forecasts',
    ...PENALTY,
    sentence: 'The average penalty of the last forecast on each question; it flatters whoever waits.',
    formula: 'mean over questions of (p - o)^2 of the last forecast that stood before the close',
    source: MELLERS,
  },
  {
    id: 'filledBrier',
    name: 'Brier score with 50 % for silence',
    ...PENALTY,
    sentence:
      'The average penalty over the whole life of each question, silence counting as 50 %; rewards early entry.',
    formula: 'per question the mean of (p(t) - o)^2 from opening to close, p(t) = .5 while no forecast stood',
    source: MELLERS,
  },
  {
    id: 'timeWeightedLog',
    name: 'Time-weighted log score',
    ...NATS,
    sentence:
      'The average surprise at what came over the time that a forecast stood; infinite after a failed certainty.',
    formula: `${LOG_AT} from first forecast to close, then the mean over questions`,
    source: GOOD,
  },
  {
    id: 'timeWeightedLogClipped',
    name: 'Time-weighted log score, clipped',
    ...NATS,
    range: [-Math.log(0.999), -Math.log(0.001)],
    sentence: 'The average surprise at what came, with every probability kept within 0.1 % and 99.9 %.',
    formula: `${LOG_AT}, p within .001 and .999`,
    source: METACULUS,
  },
  {
    id: 'firstForecastLog',
    name: 'Log score of first forecasts',
    ...NATS,
    sentence: 'The average surprise had every first forecast been the last word.',
    formula: 'mean over questions of -ln of the probability that the first forecast gave to what came',
    source: GOOD,
  },
  {
    id: 'finalForecastLog',
    name: 'Log score of final forecasts',
    ...NATS,
    sentence: 'The average surprise of the last forecast on each question; it flatters whoever waits.',
    formula: 'mean over questions of -ln of the probability that the last forecast gave to what came',
    source: GOOD,
  },
  {
    id: 'filledLog',
    name: 'Log score with 50 % for silence',
    ...NATS,
    sentence: 'The average surprise over the whole life of each question, silence counting as 50 %.',
    formula: `${LOG_AT} from opening to close, p(t) = .5 while no forecast stood`,
    source: GOOD,
  },
  {
    id: 'timeCoverage',
    name: 'Coverage of time',
    unit: 'share of time',
    range: [0, 1],
    direction: 'none',
    sentence: 'How much of the scheduled life of the questions a forecast stood; an early close leaves less than all.',
    formula: 'mean over questions of the time that a forecast stood before the close / scheduled time',
    source: METACULUS,
    field: 'overTime',
  },
  {
    id: 'timeWeightedBaseline',
    name: 'Time-weighted baseline score',
    ...POINTS,
    range: [LEAST_BASELINE, 100],
    sentence:
      'Points against always saying 50 %, averaged over the life of the question; time without a forecast counts 0.',
    formula:
      'sum of 100 (log2 P(outcome) + 1) times the share of the scheduled time that it stood, p within .001 and .999',
    source: METACULUS,
    field: 'overTime',
  },
  {
    id: 'peerScore',
    name: 'Peer score',
    ...POINTS,
    range: [-MOST_APART, MOST_APART],
    sentence:
      'Points against everybody else who had a forecast standing at the same time; all scores at one time sum to 0.',
    formula:
      '100 (ln p - mean of the others ln p) of what came, averaged over the scheduled time, p within .001 and .999; mean over questions on which others forecast',
    source: METACULUS,
    field: 'comparisons',
  },
  {
    id: 'spotScore',
    name: 'Spot score',
    ...POINTS,
    range: [-MOST_APART, MOST_APART],
    sentence: 'The peer score of the forecasts that stood when the question closed.',
    formula: '100 (ln p - mean of the others ln p) of what came, at the close, p within .001 and .999',
    source: METACULUS,
    field: 'comparisons',
  },
  {
    id: 'spotCoverage',
    name: 'Share standing at the close',
    unit: 'share of questions',
    range: [0, 1],
    direction: 'none',
    sentence: 'On how many of the questions a forecast still stood when they closed.',
    formula: 'questions with a forecast standing at the close / questions with one at any time',
    source: METACULUS,
    field: 'overTime',
  },
]
